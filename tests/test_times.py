"""Months and weeks: those of ISO 8601, where a week can be of another year than its days."""

from __future__ import annotations

import pytest

from sco_digest.site.times import months, weeks
from tests import samples
from tests.joined import build_site


@pytest.mark.parametrize(
    ("day", "value", "first", "last"),
    [
        ("2025-11-19", "2025-W47", "2025-11-17", "2025-11-23"),
        ("2025-11-17", "2025-W47", "2025-11-17", "2025-11-23"),
        ("2025-11-23", "2025-W47", "2025-11-17", "2025-11-23"),
        ("2025-12-28", "2025-W52", "2025-12-22", "2025-12-28"),
        ("2025-12-29", "2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-01-01", "2026-W01", "2025-12-29", "2026-01-04"),
        ("2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"),
        ("0001-01-01", "0001-W01", "0001-01-01", "0001-01-07"),
        ("9999-12-31", "9999-W52", "9999-12-27", "9999-12-31"),
    ],
    ids=[
        "a Wednesday",
        "a Monday",
        "a Sunday",
        "the last Sunday of a year",
        "December in the first week",
        "the first of January",
        "January in the last week",
        "the first day of the calendar",
        "the last one, in a week that does not end",
    ],
)
def test_the_week_of_a_day(day, value, first, last):
    (week,) = weeks([day])
    assert (week.value, week.first, week.last) == (value, first, last)
    assert week.path == f"digests/{value}/index.html"


def test_a_week_that_crosses_years_is_one_and_the_months_are_two():
    days = ["2026-01-05", "2026-01-02", "2025-12-30", "2025-12-21"]
    assert [(week.value, week.entries) for week in weeks(days)] == [
        ("2026-W02", (0,)),
        ("2026-W01", (1, 2)),
        ("2025-W51", (3,)),
    ]
    assert [(month.value, month.entries) for month in months(days)] == [("2026-01", (0, 1)), ("2025-12", (2, 3))]


def test_every_article_is_in_one_week_and_in_one_month():
    site = build_site(samples.records(), samples.content(), samples.settings())
    for times in (site.weeks, site.months):
        assert [place for time in times for place in time.entries] == list(range(len(site.entries)))
        values = [time.value for time in times]
        assert values == sorted(values, reverse=True)
