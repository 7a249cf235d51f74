"""Periods: the times that a sentence names, and the one that a figure speaks of."""

from __future__ import annotations

import pytest

from sco_digest.extract.periods import Periods
from sco_digest.extract.statistics import find_statistics
from tests.extract.reading import ENGLISH, tokens

PUBLISHED = "2025-11-19"


@pytest.mark.parametrize(
    ("text", "start", "end", "inferred"),
    [
        ("in 2024", "2024", "2024", False),
        ("by 2030", "2030", "2030", False),
        ("at end-1986", "1986", "1986", False),
        ("between 2020 and 2024", "2020", "2024", False),
        ("from 2020 to 2024", "2020", "2024", False),
        ("in 2020–2024", "2020", "2024", False),
        ("in 1986/87", "1986", "1987", False),
        ("in the 1990s", "1990", "1999", False),
        ("since 2020", "2020", "2025-11-19", True),
        ("since July 28", "2025-07-28", "2025-11-19", True),
        ("since the beginning of September", "2025-09", "2025-11-19", True),
        ("in the first half of March", "2025-03-01", "2025-03-15", True),
        ("in the second half of February 2024", "2024-02-16", "2024-02-29", False),
        ("from March 2022 to August 2024", "2022-03", "2024-08", False),
        ("between March 2022 and August 2024", "2022-03", "2024-08", False),
        ("Brent for October", "2025-10", "2025-10", True),
        ("In the first half of December it will fall", "2025-12-01", "2025-12-15", True),
        ("will fall in the first half of December", "2025-12-01", "2025-12-15", True),
        ("in November 2024", "2024-11", "2024-11", False),
        ("in Sept. 2024", "2024-09", "2024-09", False),
        ("in January–October 2025", "2025-01", "2025-10", False),
        ("in January–October", "2025-01", "2025-10", True),
        ("in October", "2025-10", "2025-10", True),
        ("in December", "2024-12", "2024-12", True),
        ("in May last year", "2024-05", "2024-05", True),
        ("in March of this year", "2025-03", "2025-03", True),
        ("in January next year", "2026-01", "2026-01", True),
        ("on 14 May last year", "2024-05-14", "2024-05-14", True),
        ("as of 1 January 2025", "2025-01-01", "2025-01-01", False),
        ("as of March 2", "2025-03-02", "2025-03-02", True),
        ("in the first nine months of 2025", "2025-01", "2025-09", False),
        ("in the first 9 months of this year", "2025-01", "2025-09", True),
        ("in the first eight months", "2025-01", "2025-08", True),
        ("in 8 months of 2024", "2024-01", "2024-08", False),
        ("in the first half of 2025", "2025-01", "2025-06", False),
        ("in the second half", "2024-07", "2024-12", True),
        ("in the third quarter of last year", "2024-07", "2024-09", True),
        ("in Q3 2024", "2024-07", "2024-09", False),
        ("in the fourth quarter", "2024-10", "2024-12", True),
        ("in H1 2025", "2025-01", "2025-06", False),
        ("in H2", "2024-07", "2024-12", True),
        ("in 1H25", "2025-01", "2025-06", False),
        ("in 9M 2025", "2025-01", "2025-09", False),
        ("in 3Q24", "2024-07", "2024-09", False),
        ("for 8 months of the current year", "2025-01", "2025-08", True),
        ("through seven months", "2025-01", "2025-07", True),
        ("in the six months through June", "2025-01", "2025-06", True),
        ("in ten months ended June 2024", "2023-09", "2024-06", False),
        ("last year", "2024", "2024", True),
        ("this year", "2025", "2025", True),
        ("next year", "2026", "2026", True),
        ("from October to March", "2024-10", "2025-03", True),
        ("last month", "2025-10", "2025-10", True),
        ("on 3 May", "2025-05-03", "2025-05-03", True),
        ("since May", "2025-05", "2025-11-19", True),
        ("since May 2024", "2024-05", "2025-11-19", True),
        ("by June", "2026-06", "2026-06", True),
        ("by early June", "2026-06", "2026-06", True),
        ("it will open in June", "2026-06", "2026-06", True),
        ("it will open in December", "2025-12", "2025-12", True),
        ("from 6 to 17 April", "2025-04-06", "2025-04-17", True),
        ("on 6–17 April 2024", "2024-04-06", "2024-04-17", False),
        ("between 21 March and 20 May 2025", "2025-03-21", "2025-05-20", False),
        ("between 6 and 17 April", "2025-04-06", "2025-04-17", True),
        ("from 20 December to 10 January 2025", "2024-12-20", "2025-01-10", False),
        ("from June 6 to July 2, 2025", "2025-06-06", "2025-07-02", False),
        ("on June 6–17", "2025-06-06", "2025-06-17", True),
        ("by 3 May 5 ships had come", "2025-05-03", "2025-05-03", True),
        ("it had grown by the end of the year", "2025", "2025", True),
        ("at the end of 2024", "2024-12-31", "2024-12-31", False),
        ("at the end of February 2024", "2024-02-29", "2024-02-29", False),
        ("at the end of October", "2025-10-31", "2025-10-31", True),
        ("by the end of 2024", "2024", "2024", False),
        ("in the week to 31 August", "2025-08-25", "2025-08-31", True),
        ("in the year to 20 March 2025", "2024-03-21", "2025-03-20", False),
        ("in the year ended 31 March 2025", "2024-04-01", "2025-03-31", False),
        ("in the year to March 2025", "2024-04", "2025-03", False),
        ("in the quarter ended 31 December 2024", "2024-10-01", "2024-12-31", False),
        ("in the final quarter of 2024", "2024-10", "2024-12", False),
        ("in the last three months of 2024", "2024-10", "2024-12", False),
        ("in the last half of 2024", "2024-07", "2024-12", False),
        ("it closed yesterday", "2025-11-18", "2025-11-18", True),
        ("a forecast for the year", "2025", "2025", True),
        ("would be cut by the end of June", "2026-06", "2026-06", True),
        ("it is to open in June", "2026-06", "2026-06", True),
        ("it is due in June", "2026-06", "2026-06", True),
        ("it plans to open in June", "2026-06", "2026-06", True),
        ("for June shipment", "2026-06", "2026-06", True),
        ("in June it will open", "2026-06", "2026-06", True),
        ("in June it rose and will rise again", "2025-06", "2025-06", True),
        ("it will close because it burned in June", "2025-06", "2025-06", True),
        ("it was due in June", "2025-06", "2025-06", True),
        ("Starting in June, it will open", "2026-06", "2026-06", True),
        ("Effective on 1 December, the fee will be 5 lari", "2025-12-01", "2025-12-01", True),
        ("it rose and in June will rise again", "2026-06", "2026-06", True),
        ("many signed up by the June deadline", "2025-06", "2025-06", True),
        ("some 40 houses are needed by June", "2026-06", "2026-06", True),
        ("it signed a deal to open by June", "2026-06", "2026-06", True),
        ("it must be closed by June", "2026-06", "2026-06", True),
        ("she said in June it would", "2025-06", "2025-06", True),
        ("it is expected in the second quarter", "2026-04", "2026-06", True),
    ],
)
def test_times(text: str, start: str, end: str, inferred: bool) -> None:
    read = tokens(text)
    (when,) = Periods(read, ENGLISH, PUBLISHED).of_sentence(0, len(read))
    assert (when.period.start, when.period.end, when.period.inferred) == (start, end, inferred)
    assert when.period.span == read.span(when.first, when.last)


@pytest.mark.parametrize(
    "text",
    [
        "2024 percent",
        "the 3 May meeting",
        "the 30 October 2024 meeting",
        "the year to come",
        "from 29 to 31 February",
        "as of 31 February",
        "they may 5",
        "the first ship",
        "Q7",
        "in 1234",
        "M2024",
        "the first five of 8 months",
        "last time",
        "8 months of work",
        "9M people",
        "13M 2025",
        "5H 2025",
        "X1 2000000",
        "Under Vision 2030",
        "Vision 2030",
        "the Expo-2017",
        "six months through the spring",
        "the frost of 27 March",
        "the end of the year was cold",
        "the last quarter",
        "Brent for December",
        "Brent for January",
        "the better half of March",
        "the price for the year",
    ],
)
def test_no_time(text: str) -> None:
    read = tokens(text)
    assert Periods(read, ENGLISH, PUBLISHED).of_sentence(0, len(read)) == []


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Sales were 5 tons in 2022, 6 tons in 2023 and 7 tons in 2024.", ["2022", "2023", "2024"]),
        ("In 2024, sales fell 5 percent, and profit rose 3 percent.", ["2024", "2024"]),
        ("Those who came in 2023 paid, and the fee was 5 lari.", [None]),
        ("Sales rose 60% in 2018 to 3.9 million hats.", ["2018", "2018"]),
        ("The line is 68 km long; it opens in 2026.", [None]),
        ("Sales rose 5 percent.", [None]),
        ("Sales doubled in 2024, while the loss per case fell by 18 percent to 300 lari.", ["2024", "2024", "2024"]),
        ("Sales of raw wool doubled in 2024, while the firm has 30 shops.", ["2024", None]),
        ("She said that in 2024 sales grew 5 percent, while costs were cut by 2 percent.", ["2024", "2024"]),
        ("Losses stood at 16.9% in 2024, against a ceiling of 13% set by law.", ["2024", None]),
        ("Five schools and three clinics were built in 2024.", ["2024", "2024"]),
        ("A basket cost 2 euros in 2024, 1.9% more than in 2023 and 8% more than in 2021.", ["2024"] * 3),
        ("A mill with 600 jobs opens in 2026. Of 412 shops, many have closed since 2022.", [None, None]),
        ("On 2 May 2024 trade fell 5 percent; 40 ships came late.", ["2024-05-02", None]),
        ("In 2024, trade fell 5 percent; 40 ships came late; prices rose 2 percent.", ["2024", None, "2024"]),
        (
            "The line, 68 km long, opens in 2026, and the price was 13.9 euros, against 5 euros a year ago.",
            [None, None, "2024"],
        ),
        ("In 2025 the mill, the chamber said, gained 7.5%.", ["2025"]),
        ("The mill was opened in 1998 and employs 900 people.", [None]),
        ("Founded in 1998, the mill has 900 people.", [None]),
        ("The line opened in 2019 and now carries 900 people a day.", [None]),
        ("The bridge was built in 1998 and had 4 lanes.", [None]),
        ("The rate was 5 percent in 2023 and is currently 9 percent.", ["2023", None]),
        ("Costs have risen threefold since 2010 and now make up 14 percent of sales.", ["2010", None]),
        ("Inns now offer 18 beds, “and in August you find none”, she said.", [None]),
        ("A law passed in 2019 limits the fee to 10 percent.", [None]),
        ("The firm sold in 2024 mills for 5 lari.", ["2024"]),
        ("She beat last year's champion by 16 minutes. A third of last year's number came.", [None, None]),
        ("Last year's exports were 5 tons.", ["2024"]),
        ("She said that last year's exports were 5 tons, and put last month's rise at 3 percent.", ["2024", "2025-10"]),
        ("There were 50 fires in 2024, compared with 40 fires in 2023.", ["2024", "2023"]),
        ("In 2024 there were 50 fires, in 2023 40 fires.", ["2024", "2023"]),
        ("In 2024 there were 50 fires, in 2023 only 40 fires.", ["2024", "2023"]),
        ("Until 2019 it sold 5 tons, and the fee of 9 lari holds until the end of May.", [None, None]),
        ("The lease, worth 5 lari, is to begin in 2027, and the loan of 9 lari expires in May.", [None, None]),
        ("A lake first mapped in 1902 has lost 40 percent of its water.", [None]),
        ("A firm set up in 2019 now has 40 shops.", [None]),
        ("A shop closed in 2019 and burned down in 2020 has 40 rooms.", [None]),
        ("A deal signed last month will bring 3 lari.", [None]),
        ("The tower that burned in 2018 had 24 floors.", [None]),
        ("Wool sold in 2024 brought in 5 lari.", ["2024"]),
        ("The Reform List, a party formed only in 2023, won 31 seats.", [None]),
        ("Of the 90 houses begun in 2024, 12 houses are ready.", ["2024", None]),
        ("The inn has 300 rooms and opened in 2015.", [None]),
        ("The pool will hold 2 tons and is due to open in early 2029.", [None]),
        ("Some 30 homes were built and sold in 2024.", ["2024"]),
        ("The bank had 400 people in 2023, of whom 90 people joined in 2024.", ["2023", "2024"]),
        ("Visits rose to 4 tons in January and the museum has 90 rooms.", ["2025-01", None]),
        ("Pay rose 4 percent in 2024 but prices have fallen 2 percent.", ["2024", None]),
        ("Sales rose 4 percent in 2024, up from 3 percent in 2023, but income slid 2 percent.", ["2024", "2024"]),
        ("He was jailed in 2021 for a fire that killed 9 people.", [None]),
        ("The gap is 4 percent: in 2019, she said, it was 1 percent.", [None, "2019"]),
        ("It was the worst flood since 1954, when 200 people died.", ["1954"]),
        ("In January the fee went up, the first rise in six years.", [None]),
        ("It was the fiercest frost since 1954, and it killed 200 men.", [None]),
        ("The share was 9 percent in May, the lowest since 2008, and 200 men left.", ["2025-05", None]),
        (
            "The draw was the biggest since 2011 and brought 9 lari; for the first time since 2019, 40 men came.",
            [None] * 2,
        ),
        ("Trade was at its weakest since records began in 1971, with just 9 ships a day.", [None]),
        ("More went bust than in any month since May 2020, and 40 mills closed.", [None]),
        ("The yield hit a level not seen since 2008 and last reached in 1999, and 300 men left.", [None]),
        (
            "Most of the 400 mills built since 2020 are shut, and the best-paid gained 5 percent since 2021.",
            ["2020", "2021"],
        ),
        (
            "Catches have fallen by a third since 2020, and in the first half of 2024 by 9 tons since May.",
            ["2020", "2025-05"],
        ),
        ("It sold 9 lari of notes maturing in 2032 at a yield of 8 percent.", [None, None]),
        ("The bonds, due in 2031, pay 6 percent, and the 2035 bond pays 7 percent.", [None, None]),
        (
            "A loan of 9 lari that falls due in 2029 is repaid early, and 7 lari in debt matures in 2027.",
            [None, "2027"],
        ),
        ("The mayor said yesterday 30 homes would go; 40 homes burned yesterday.", [None, "2025-11-18"]),
        ("The talks yesterday took nine hours, and the nine hours of talks yesterday were hard.", ["2025-11-18", None]),
        ("The council agreed in May to raise the fees by 5 percent.", [None]),
        (
            "Sales were 5 tons in the first quarter, against 4 tons in the same period last year.",
            ["2025-01", "2024-01"],
        ),
        ("It lost 3 lari, or 2 percent of its sales, in 2024.", ["2024", "2024"]),
        ("Half of the mills built in 2015 are shut, and half of the wool sold in 2024 was red.", [None, "2024"]),
        ("Half of the wool that left Osk last year came late.", ["2024"]),
        ("The office says: as of 20 May, 5 tons were cut; the yield is 2 tons.", ["2025-05-20", None]),
        ("Officials expect 40 people in July, and aim to hire 9 people in May.", ["2026-07", "2026-05"]),
        ("Under a law passed last year, the fee is 2 percent.", [None]),
        ("The tunnel, to be finished in 2028, will cost 9 lari; it will open 12 shops before July.", [None, None]),
        ("Lending in 1986/87 (July-June) was 5 lari.", ["1986-07"]),
        ("Output grew 5 percent in the first three quarters of 2024.", ["2024-01"]),
        ("Sales are down by half since January, and dealers expect more.", ["2025-01"]),
        (
            "Since the beginning of the year 16 firms lost it; 9 mills have left since the start of the year.",
            ["2025-01"] * 2,
        ),
        ("The end of the year brought 16 firms; the beginning of the year brings 9 mills.", [None, None]),
        ("Some 2,600 wagons stood there in mid-May.", ["2025-05"]),
        ("A room that cost €55 in 2022 costs €90 today.", ["2022", None]),
        ("In 2023 Oskaria took 71 percent of them; now the share is 58 percent.", ["2023", None]),
        ("The index stood at 105.8 percent against the same months of last year.", [None]),
        (
            "Income was $24 million in the third quarter, up 4 percent from the same quarter of last year.",
            ["2025-07"] * 2,
        ),
        ("The law dates from 1983 and was written when 230,000 men left; in 2024 it was 390,000.", [None, "2024"]),
        ("It will open in May 2026 after a trial in which 22 banks lent 9 lari.", [None, None]),
        ("It was an attack in May in which 9 men died.", ["2025-05"]),
        ("The union, which has 900 members, has had no contract since May.", [None]),
        ("It rose 1 percent month on month to 5 lari in January.", ["2025-01", "2025-01"]),
        ("The pipe, costing $2 million, is to open in 2027 with 28 tons a year.", [None, "2027"]),
        ("In May 2025 it had 3 million users, 2.1 times more than at the beginning of 2024.", ["2025-05"] * 2),
        ("Output in 2025-04 was 30 tons, in 2011-12 it was 9 tons, in 2019-12 5 tons.", ["2025-04", "2011", "2019-12"]),
        (
            "As of 2025-04-03 it had 30 tons. The 2025-04-03 fire burnt 9 tons. In 2025-13 it was 5 tons.",
            ["2025-04-03", None, "2025"],
        ),
        ("In 2018, he said that 300 firms had closed since the beginning of the year.", [None]),
        ("Since the start of the year in which he came, 300 men died.", [None]),
        ("Since the start of the year-long war, 300 men died.", [None]),
        (
            "It paid 30 million lari ($33 million) for a bank; it earned 9 million lari ($3 million) in May.",
            [None, None, "2025-05", "2025-05"],
        ),
        ("Decree 2024-05 gives 300 men a flat.", [None]),
        ("From 2019-12 to 2020-03, 300 men died.", ["2019-12"]),
        ("In January, 300 men currently held were freed.", ["2025-01"]),
        ("The fair, which drew 3,000 guests, was held in May 2024.", ["2024-05"]),
        ("It sold 300 cars in Orm, where prices rose, in May 2024.", ["2024-05"]),
        ("In May, a 30-tonne load came.", ["2025-05"]),
        ("Stocks could reach 128 tons by next June, and 30 tons by next March.", ["2026-06", "2026-03"]),
        ("Exports rose 24 percent from a year earlier to 4 million lari in April.", ["2025-04"] * 2),
        ("The team made 90 points in the first three quarters.", [None]),
        ("Income in the first three quarters of the year rose to 9 lari.", ["2025-01"]),
        ("Prices in the two last quarters of 2024 rose 5 percent.", ["2024"]),
        ("The plant will open in May 2026, two weeks later than planned.", [None]),
        ("In May they saw 9 seals in a 180-kilometre stretch.", ["2025-05", None]),
        ("It has 3 shops and in April it opened 5 mills.", [None, "2025-04"]),
        ("He expects 2 tonnes a hectare where he brought in 7 tonnes in 2022.", [None, "2022"]),
    ],
)
def test_the_time_of_a_figure(text: str, periods: list[str | None]) -> None:
    figures = find_statistics(tokens(text), ENGLISH, PUBLISHED)
    assert [one.period.start if one.period else None for one in figures] == periods


def test_a_change_since_a_year_reaches_to_a_year() -> None:
    change, total = find_statistics(
        tokens("Trade rose 5 percent since 2023. Since 2023, 70 mills opened."), ENGLISH, PUBLISHED
    )
    assert [one.period and one.period.end for one in (change, total)] == ["2025", "2025-11-19"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Some 900 men have fled since the war began in May 2022.", ("2022-05", "2025-11-19")),
        ("Since the war began in 2022, 900 men have died.", ("2022", "2025-11-19")),
        ("He named 900 men dismissed since the strike began on 5 May.", ("2025-05-05", "2025-11-19")),
        ("Costs have more than doubled since he took office in May.", ("2025-05", "2025-11")),
        ("Since demand fell in 2023, it shed 900 men.", None),
    ],
)
def test_a_time_in_a_clause_of_since_reaches_to_publication(text: str, period: tuple[str, str] | None) -> None:
    (figure,) = find_statistics(tokens(text), ENGLISH, PUBLISHED)
    assert (figure.period and (figure.period.start, figure.period.end)) == period


def test_without_a_date_only_full_times_are_read() -> None:
    read = tokens("last year, since 2020, in October, in Q3 and in May 2021")
    starts = [when.period.start for when in Periods(read, ENGLISH, None).of_sentence(0, len(read))]
    assert starts == ["2020", "2021-05"]
