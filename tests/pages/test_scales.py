"""Round places on the axes of a chart."""

from __future__ import annotations

from datetime import date

import pytest

from sco_digest.pages.scales import middle, round_numbers, round_times


def day(value: str) -> float:
    return date.fromisoformat(value).toordinal()


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 42, (0, 10, 20, 30, 40, 50)),
        (0, 1.05e9, (0, 2.5e8, 5e8, 7.5e8, 1e9, 1.25e9)),
        (-7, 12, (-10, -5, 0, 5, 10, 15)),
        (6.2, 6.9, (6.2, 6.4, 6.6, 6.8, 7.0)),
        (0, 0.3, (0, 0.1, 0.2, 0.3)),
        (5, 5, (2, 3, 4, 5, 6, 7, 8)),
        (0, 0, (-1, -0.5, 0, 0.5, 1)),
    ],
)
def test_round_numbers_hold_all_values_between_them(low, high, expected):
    assert round_numbers(low, high) == pytest.approx(expected)


def test_years_stand_in_their_middle():
    found = round_times(middle("2018-01-01", "2018-12-31"), middle("2021-01-01", "2021-12-31"), "year")
    assert [moment.value for moment in found] == ["2018", "2019", "2020", "2021"]
    assert found[0].day == (day("2018-01-01") + day("2018-12-31")) / 2


@pytest.mark.parametrize(
    ("first", "last", "finest", "expected"),
    [
        ("2000-07-01", "2020-07-02", "year", ["2000", "2005", "2010", "2015", "2020"]),
        ("2024-01-16", "2024-12-16", "month", ["2024-01", "2024-03", "2024-05", "2024-07", "2024-09", "2024-11"]),
        ("2024-01-10", "2024-03-20", "month", ["2024-01", "2024-02", "2024-03"]),
        ("2020-01-10", "2024-03-20", "month", ["2020", "2021", "2022", "2023"]),
        ("2024-12-30", "2025-01-03", "day", ["2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02", "2025-01-03"]),
        ("2024-12-30", "2025-01-08", "day", ["2024-12-30", "2025-01-01", "2025-01-03", "2025-01-05", "2025-01-07"]),
        ("2024-05-01", "2024-05-01", "day", ["2024-05-01"]),
        ("2024-05-01", "2024-05-01", "month", ["2024"]),
    ],
)
def test_times_are_round_and_few(first, last, finest, expected):
    assert [moment.value for moment in round_times(day(first), day(last), finest)] == expected
