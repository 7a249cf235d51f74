"""The points of a series come in; the geometry of its chart goes out, in units of the drawing, for a template to draw.

The axis of time is proportional to time. A line joins the values that nothing disputes; values of two times or of a few
years are bars, which stand on zero.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from sco_digest.pages.field import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    across_days,
    bar_width,
    ends,
    scale_of,
    ticks,
    up_values,
)
from sco_digest.pages.scales import DAYS_A_YEAR, middle, round_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sco_digest.model import SeriesPoint
    from sco_digest.pages.scales import Moment, TimeUnit

FEW = 6
"""Years that are drawn as bars, at most."""
YEARS_ON_A_PHONE, OTHERS_ON_A_PHONE = 6, 3
"""Names of years, and of months or days, that a small screen has room for."""

Coordinate = Annotated[float, Meta(description="in units of the drawing, from its top left corner")]


class Tick(Struct, frozen=True):
    """A round value on the axis of values."""

    y: Coordinate
    value: Annotated[float, Meta(description="in units of `Chart.scale`")]


class TimeTick(Struct, frozen=True):
    """A round time on the axis of time."""

    x: Coordinate
    value: Annotated[str, Meta(description="ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD")]
    minor: Annotated[bool, Meta(description="true for every second one, which a small screen has no room for")]


class ChartMark(Struct, frozen=True, kw_only=True):
    """One value in the drawing."""

    point: Annotated[int, Meta(description="place among the points of the series")]
    shape: Annotated[Literal["dot", "bar", "range"], Meta(description="a range reaches from `top` to `bottom`")]
    x: Coordinate
    top: Coordinate
    bottom: Coordinate
    width: Annotated[float, Meta(description="of a bar")] = 0
    hollow: Annotated[bool, Meta(description="true for about, at least and at most")]
    disputed: bool


class Chart(Struct, frozen=True, kw_only=True):
    """The drawing of a series."""

    width: Annotated[int, Meta(description="of the whole drawing")] = WIDTH
    height: Annotated[int, Meta(description="of the whole drawing")] = HEIGHT
    left: Coordinate = LEFT
    right: Coordinate = RIGHT
    top: Coordinate = TOP
    bottom: Coordinate = BOTTOM
    zero: Annotated[float | None, Meta(description="height of zero, null where the axis does not reach it")]
    scale: Annotated[float, Meta(description="what values on the axis are in: 1, a thousand, a million ...")]
    ticks: Annotated[tuple[Tick, ...], Meta(description="lowest first")]
    times: Annotated[tuple[TimeTick, ...], Meta(description="first to last")]
    line: Annotated[str, Meta(description="points of the line, as SVG has them; empty for none")] = ""
    marks: Annotated[tuple[ChartMark, ...], Meta(description="in the order of the points")] = ()


def draw(points: Sequence[SeriesPoint]) -> Chart:
    """The chart of one point or more: of those whose times have the length that most have.

    A year's trade beside that of its months would say nothing, and press the months flat.
    """
    length = _usual_length(points)
    shown = {i: point for i, point in enumerate(points) if length_of(point) == length}
    days = {i: middle(point.first_day, point.last_day) for i, point in shown.items()}
    bars = _as_bars(shown.values(), length)
    numbers = ticks(shown.values(), bars=bars)
    scale = scale_of(numbers)
    across, up = across_days(days.values()), up_values(numbers[0], numbers[-1])
    zero = up(0) if numbers[0] <= 0 <= numbers[-1] else None
    width = bar_width(days.values(), across) if bars else 0.0
    return Chart(
        zero=zero,
        scale=scale,
        ticks=tuple(Tick(up(number), float(f"{number / scale:.12g}")) for number in numbers),
        times=_times(round_times(min(days.values()), max(days.values()), _unit(length)), across),
        line="" if bars else _line(shown, days, across, up),
        marks=tuple(
            _mark(i, point, across(days[i]) + _beside(i, shown, width), up, zero=zero if bars else None, width=width)
            for i, point in shown.items()
        ),
    )


# ---- what is drawn how -----------------------------------------------------------------------------------------------


def length_of(point: SeriesPoint) -> str:
    """How long the time of a value is: year, month, day, publication, or so many days."""
    if point.published:
        return "publication"
    if point.start == point.end:
        return {4: "year", 7: "month"}.get(len(point.start), "day")
    days = date.fromisoformat(point.last_day).toordinal() - date.fromisoformat(point.first_day).toordinal()
    months = round(days / DAYS_A_YEAR * 12)
    return {0: "day", 1: "month", 12: "year"}.get(months, f"{months} months")


def _usual_length(points: Iterable[SeriesPoint]) -> str:
    """The length that most values have; of as many, the longer name comes last."""
    counts = Counter(length_of(point) for point in points)
    return max(counts, key=lambda length: (counts[length], length == "year", length))


def _unit(length: str) -> TimeUnit:
    """What the axis of time is marked in: no finer than the values."""
    return "year" if length == "year" else "month" if length.endswith(("month", "months")) else "day"


def _times(moments: Sequence[Moment], across: Callable[[float], float]) -> tuple[TimeTick, ...]:
    many = len(moments) > (YEARS_ON_A_PHONE if len(moments[0].value) == len("2025") else OTHERS_ON_A_PHONE)
    return tuple(
        TimeTick(across(moment.day), moment.value, many and (len(moments) - i) % 2 == 0)
        for i, moment in enumerate(moments)
    )


def _as_bars(points: Iterable[SeriesPoint], length: str) -> bool:
    """Whether there are no ranges, and values of two times, or of a few years."""
    found = list(points)
    times = Counter((point.start, point.end) for point in found)
    if max(times.values()) > 3 or any(point.value is None for point in found):
        return False
    return len(times) <= 2 or (length == "year" and len(times) <= FEW)


def _mark(
    number: int, point: SeriesPoint, x: float, up: Callable[[float], float], *, zero: float | None, width: float
) -> ChartMark:
    low, high = ends(point)
    shape: Literal["dot", "bar", "range"] = "range" if point.value is None else "dot" if zero is None else "bar"
    top, bottom = up(high), up(low)
    if zero is not None and shape == "bar":
        top, bottom = min(top, zero), max(bottom, zero)
    return ChartMark(
        point=number,
        shape=shape,
        x=round(x, 1),
        top=top,
        bottom=bottom,
        width=round(width, 1),
        hollow=point.bound != "=",
        disputed=point.disputed,
    )


def _line(
    points: Mapping[int, SeriesPoint],
    days: Mapping[int, float],
    across: Callable[[float], float],
    up: Callable[[float], float],
) -> str:
    """The line through one value of each time: the newest of those that are exact, else the newest."""
    joined = [i for i, point in points.items() if point.value is not None and not point.disputed]
    ordered = sorted(joined, key=lambda i: (days[i], points[i].bound == "=", points[i].date))
    chosen = {days[i]: points[i].value for i in ordered}
    if len(chosen) < 2:
        return ""
    return " ".join(f"{across(day):g},{up(value or 0):g}" for day, value in chosen.items())


def _beside(number: int, points: Mapping[int, SeriesPoint], width: float) -> float:
    """How far a bar stands beside the middle of its time, for several values of one."""
    if not width:
        return 0.0
    point = points[number]
    same = [i for i, one in points.items() if (one.start, one.end) == (point.start, point.end)]
    return (same.index(number) - (len(same) - 1) / 2) * width
