"""The time that a figure is compared with, beside the one that it speaks of."""

from __future__ import annotations

import pytest

from sco_digest.extract.statistics import find_statistics
from tests.extract.reading import ENGLISH, tokens

PUBLISHED = "2025-11-19"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Bread went up by 9 percent on May 1.", [("2025-05-01", None)]),
        ("Fares will go up by 7 percent on January 1.", [("2026-01-01", None)]),
        ("The rate stood at 9 lari on 1 September.", [("2025-09-01", None)]),
        ("The duty goes up to 9 percent from 8 percent on 1 January 2026.", [(None, None)]),
        ("Fares will rise 4 percent to 30 lari from March.", [(None, None)] * 2),
        ("Guests will pay 4 percent more from March next year.", [(None, None)]),
        ("Pay will rise by 3 percent from April 2026 and 2 percent from May 2027.", [(None, None)] * 2),
        ("The fee will rise from 12 to 13 lari from December.", [(None, None)]),
        ("Bills will fall by 5 percent from November.", [(None, None)]),
        ("Bills may be cut by 5 percent from July, and fares could go up by 3 percent from June.", [(None, None)] * 2),
        ("A rise of 9 percent took effect from 5 April.", [(None, None)]),
        (
            "Sales rose 5 percent from April to 9 lari, and 3 percent on 2023.",
            [(None, "2025-04"), (None, None), (None, "2023")],
        ),
        ("The crop was 4 tons, up 9 percent from the 2023/24 season.", [(None, None), (None, "2023")]),
        ("Prices are down nearly 90 percent from their 2022 peak.", [(None, "2022")]),
        (
            "Shares are 60 percent off their 2021 high, and sales 5 percent short of the 2023 record.",
            [(None, "2021"), (None, "2023")],
        ),
        ("Output is now half the level of 2019.", [(None, "2019")]),
        ("Against 2023 exports rose by 5 percent.", [(None, "2023")]),
        ("Versus last year, exports of tin fell 5 percent.", [(None, "2024")]),
        ("Against the 2023 level, exports rose by 5 percent.", [(None, "2023")]),
        ("Against 2023 exports of 40 tons, the mill shipped 50 tons.", [(None, None)] * 2),
        ("Against 2023 growth of 5 percent, exports rose by 3 percent.", [(None, None)] * 2),
        ("Against Orm in 2023, the team won 40 percent of games.", [("2023", None)]),
        ("Against all odds, in 2023 exports rose by 5 percent.", [("2023", None)]),
        ("Output in 2024 was twice that of 2020.", [("2024", "2020")]),
        (
            "Traffic is at 40 percent of the 2019 level, 30 percent of what it was in 2018.",
            [(None, "2019"), (None, "2018")],
        ),
        (
            "It spent 40 percent of the 2019 budget after a rise of 5 percent in the average price in 2018.",
            [("2019", None), ("2018", None)],
        ),
        (
            "It lost 40 percent of its value in 2024 and 9 percent of its peak since May.",
            [("2024", None), ("2025-05", None)],
        ),
        ("In 2024 they were 37 percent below 1990 levels.", [("2024", "1990")]),
        (
            "Stocks stood at 31 percent on 1 October, compared with 59 percent on the same day last year.",
            [("2025-10-01", None), ("2024-10-01", None)],
        ),
        (
            "In 2024, as in the previous year, 40 men drowned; unlike in 2019, 9 were saved.",
            [("2024", None), (None, None)],
        ),
        ("It will pay a dividend of 2 lari, unchanged from last year.", [(None, "2024")]),
        ("Exports were 12 lari in 2021, 8 percent more than in the previous year.", [("2021", None), ("2021", "2020")]),
        ("In 2022 there were 40 fires, up from 30 the prior year.", [("2022", "2021")]),
        ("The mill cut 9 tons in 2023, compared with 7 tons the previous year.", [("2023", None), ("2022", None)]),
        (
            "In 2019-2022 the port sold 400 boats, against 300 boats in the previous year.",
            [("2019", None), (None, None)],
        ),
        (
            "It dug 5 tons in the year to March 2024, compared with 4 in the previous year.",
            [("2023-04", None), ("2022-04", None)],
        ),
        (
            "In August the rate was 8 percent, against 7 percent the previous month and 9 percent a year ago.",
            [("2025-08", None), ("2025-07", None), ("2024-08", None)],
        ),
        (
            "Sales rose 3 percent in July, having fallen 5 percent the month before.",
            [("2025-07", None), ("2025-06", None)],
        ),
        ("Sales rose 3 percent in 2023 after a 5 percent fall the year before.", [("2023", None), ("2022", None)]),
        (
            "In the first quarter output rose 2 percent from the previous quarter and 4 percent from a year earlier.",
            [("2025-01", "2024-10"), ("2025-01", "2024-01")],
        ),
        ("Sales in April were 5 tons, the month before 4 tons.", [("2025-04", None), ("2025-03", None)]),
        (
            "Output rose by 5 percent in 2024 after a rise of 3 percent in the previous year.",
            [("2024", None), ("2023", None)],
        ),
        (
            "The 2024 gap, 3 percent of sales, was below the previous year’s 4 percent.",
            [("2024", None), ("2023", None)],
        ),
        ("In March, 9 percent more came than in the month before the vote.", [("2025-03", None)]),
        ("Sales rose 3 percent from the previous year to 9 lari.", [(None, None)] * 2),
        ("Output was 104.2% to the same period of 2024.", [(None, "2024")]),
        ("Output was 112.3 percent to the level of January-April 2024.", [(None, "2024-01")]),
        ("Output rose by 3 percent to 5 tons in the same month of 2024.", [(None, None)] * 2),
        ("Sales rose from 5 percent to the level of 9 percent in 2024.", [(None, None), ("2024", None)]),
        (
            "Exports were 5 lari in January-March against 4 lari in the same period last year.",
            [("2025-01", None), ("2024-01", None)],
        ),
        (
            "Exports were 5 lari in May, against 4 lari in April, up 5 percent from a year earlier.",
            [("2025-05", None), ("2025-04", None), ("2025-05", "2024-05")],
        ),
        (
            "Fares rose by 5 percent on average last year, and are up 4 percent on average this year.",
            [("2024", None), ("2025", None)],
        ),
        ("Sales rose 5 percent on last year.", [(None, "2024")]),
        ("Fares rose 2 percent from a year earlier, the same pace as in March.", [(None, None)]),
        ("It gained 30 lari, twice last year's, and 5 lari last year.", [(None, None), ("2024", None)]),
        ("It was a 10 percent cut from the 27 it had at the end of 2023.", [(None, "2023-12-31")]),
        ("The number of visits rose to 300 a day vs 80 in 2023.", [(None, "2023")]),
        ("The rate was 2 percent and its debt 9 lari, up from nothing in 2022.", [(None, None), (None, "2022")]),
        (
            "It was 1.5 degrees above the 1850-1900 average, and 2 above the 1991-2020 average.",
            [(None, None), (None, "1991")],
        ),
        ("It made 3 lari in 2023, after a net loss of 5 lari the year before.", [("2023", None), ("2022", None)]),
        ("It made 3 lari in 2023 and had a gain of 9 lari the year before that.", [("2023", None), ("2022", None)]),
        ("It made 3 lari in 2024/25 after a loss of 2 lari the season before.", [("2024", None), ("2023", None)]),
        ("It sold 5 tons and 300 hats a year earlier.", [(None, None)] * 2),
        (
            "It made 3 lari in 2023 and its sales grew 5 percent on the year before.",
            [("2023", None), ("2023", "2022")],
        ),
        ("Sales were up 5 percent from the third quarter.", [(None, "2025-07")]),
        ("Sales rose 5 percent from the first quarter to the third.", [("2025-01", None)]),
        ("Sales rose 5 percent over the past year.", [("2024-11", None)]),
        ("Exports in March rose to 5 tons year on year.", [("2025-03", "2024-03")]),
        ("The share was 12 percent, the same as in 2023.", [(None, "2023")]),
        ("About half as many guests came to the fair as in 2023.", [(None, "2023")]),
        ("Twice as many men fell ill in April as in the same month of 2024.", [("2025-04", "2024-04")]),
        ("Compared with the spring of last year, the rate fell by 2 percent.", [(None, "2024")]),
        ("Compared to 2023, sales rose by 2 percent in 2024 and costs by 9 lari.", [("2024", "2023"), (None, None)]),
        ("The rate fell by 2 percent compared with the spring of last year.", [(None, "2024")]),
    ],
)
def test_what_a_figure_is_compared_with(text: str, periods: list[tuple[str | None, str | None]]) -> None:
    figures = find_statistics(tokens(text), ENGLISH, PUBLISHED)
    starts = [(one.period and one.period.start, one.compared and one.compared.start) for one in figures]
    assert starts == periods
