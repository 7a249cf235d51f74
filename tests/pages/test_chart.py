"""The geometry of a chart: what is a line and what bars, what is hollow or disputed, and where it stands."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from sco_digest.model import SeriesPoint
from sco_digest.pages.chart import draw
from sco_digest.pages.field import BOTTOM, LEFT, RIGHT, TOP


def point(start: str, value: float | None = None, end: str = "", **facts: Any) -> SeriesPoint:
    given = {"entry": 0, "figure": 0, "path": "x", "date": "2025-01-01"} | facts
    return SeriesPoint(start=start, end=end or start, value=value, **given)


def years(*values: float) -> list[SeriesPoint]:
    return [point(str(2010 + number), value) for number, value in enumerate(values)]


def shapes(chart: Any) -> list[str]:
    return [mark.shape for mark in chart.marks]


def xs(line: str) -> list[float]:
    return [float(pair.split(",")[0]) for pair in line.split()]


def test_many_times_are_a_line_and_few_years_are_bars():
    assert shapes(draw(years(1, 2, 3))) == ["bar"] * 3
    many = draw(years(1, 2, 3, 4, 5, 6, 7))
    assert shapes(many) == ["dot"] * 7
    assert len(xs(many.line)) == 7


def test_bars_stand_on_zero_be_the_values_above_or_below():
    chart = draw(years(-7, 12))
    fall, rise = chart.marks
    assert fall.top == rise.bottom == chart.zero
    assert rise.top < chart.zero < fall.bottom
    assert [tick.value for tick in chart.ticks] == [-10, -5, 0, 5, 10, 15]


def test_bars_of_one_time_stand_side_by_side_and_those_of_neighbours_never_touch():
    points = [point("2020", 3.0), point("2020", 4.0), point("2021", 5.0)]
    chart = draw(points)
    edges = [(mark.x - mark.width / 2, mark.x + mark.width / 2) for mark in chart.marks]
    assert all(later[0] >= earlier[1] - 0.11 for earlier, later in pairwise(edges))


def test_time_is_in_proportion():
    chart = draw([point("2024-01", 1.0), point("2024-02", 2.0), point("2024-12", 3.0)])
    first, second, last = (mark.x for mark in chart.marks)
    assert (second - first) / (last - first) == pytest.approx(1 / 11, abs=0.01)


def test_the_line_leaves_out_disputed_values_and_ranges():
    points = years(1, 2, 3, 4, 5, 6, 7)
    points[2] = replace(points[2], disputed=True)
    points[3] = replace(points[3], value=None, low=4.0, high=5.0)
    chart = draw(points)
    assert shapes(chart) == ["dot"] * 3 + ["range"] + ["dot"] * 3
    assert xs(chart.line) == [chart.marks[i].x for i in (0, 1, 4, 5, 6)]
    assert chart.marks[2].disputed
    assert chart.marks[3].top < chart.marks[3].bottom


def test_only_times_of_the_length_that_most_have_are_drawn():
    months = [point(f"2024-{month:02}", float(month)) for month in range(1, 7)]
    chart = draw([point("2024", 80.0), *months, point("2024-05-01", 3.0, published=True)])
    assert [mark.point for mark in chart.marks] == [1, 2, 3, 4, 5, 6]
    assert chart.ticks[-1].value == 6


def test_the_line_takes_the_newest_exact_value_of_a_time():
    points = years(1, 2, 3, 4, 5, 6, 7)
    points += [point("2012", 3.2, date="2025-02-01"), point("2012", 2.9, bound=">", date="2025-03-01")]
    chart = draw(points)
    ys = [float(pair.split(",")[1]) for pair in chart.line.split()]
    assert ys[2] == chart.marks[7].top


def test_hollow_is_what_is_not_exact():
    points = [point("2020", 1.0, bound="~"), point("2021", 2.0), point("2022", 2.0, bound=">")]
    assert [mark.hollow for mark in draw(points).marks] == [True, False, True]


@pytest.mark.parametrize(
    ("values", "scale", "highest"),
    [
        ((1.05e9, 2.4e9), 1e9, 2.5),
        ((3000.0, 8000.0), 1, 8000),
        ((30000.0, 80000.0), 1e3, 80),
        ((0.1, 0.3), 1, 0.3),
    ],
)
def test_large_values_are_scaled_and_their_unit_says_so(values, scale, highest):
    chart = draw(years(*values))
    assert (chart.scale, chart.ticks[-1].value) == (scale, highest)


def test_the_axis_of_a_line_begins_at_zero_but_where_all_values_are_far_above():
    assert draw(years(1, 2, 3, 4, 5, 6, 7)).zero == BOTTOM
    assert draw(years(95, 96, 97, 98, 97, 96, 95)).zero is None


@pytest.mark.parametrize(
    "points",
    [
        years(0, 0),
        years(5),
        [point("2024-05-01", 5.0, published=True)],
        [point("2024-01", 5.0, end="2024-08"), point("2024-01", 6.0, end="2024-08")],
        [point("2020", low=4.0, high=5.0), point("2021", low=5.0, high=5.0)],
        [point("0001", 1.0), point("9999", 2.0)],
        years(*map(float, range(200))),
    ],
)
def test_whatever_the_points_all_of_it_is_inside_the_field(points):
    chart = draw(points)
    assert chart.times
    assert len(chart.times) <= 9
    for mark in chart.marks:
        assert LEFT <= mark.x <= RIGHT
        assert TOP <= mark.top <= mark.bottom <= BOTTOM
    assert all(LEFT <= time.x <= RIGHT for time in chart.times)


def test_on_a_phone_every_second_of_many_times_goes():
    assert [time.minor for time in draw(years(1, 2, 3)).times] == [False] * 3
    assert [time.minor for time in draw(years(1, 2, 3, 4, 5, 6, 7)).times] == [False, True] * 3 + [False]
    months = [point(f"2024-{month:02}", 1.0) for month in range(1, 5)]
    assert [time.minor for time in draw(months).times] == [True, False, True, False]
