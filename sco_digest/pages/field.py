"""Points and days come in; where they stand in the field of a chart goes out, in units of the drawing."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from sco_digest.pages.scales import round_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from sco_digest.model import SeriesPoint

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 80, 620, 44, 270
"""The field of the chart; left of it and below stand the labels, above it the unit."""
INSET = 56
"""Between the first and last points and the ends of the field."""
BAR = 44
"""The widest bar."""
SCALES = (1e12, 1e9, 1e6, 1e3)
TENS_OF_THOUSANDS = 1e4
"""From here on thousands are named with the unit, and not written out."""
FLAT = 0.6
"""Where the lowest value is at least this part of the highest, the axis of a line need not begin at zero."""


def ends(point: SeriesPoint) -> tuple[float, float]:
    """The lowest and the highest value of a point, which are one but for a range."""
    values = [value for value in (point.value, point.low, point.high) if value is not None]
    return min(values), max(values)


def ticks(points: Iterable[SeriesPoint], *, bars: bool) -> tuple[float, ...]:
    """Round values that hold all values between them; zero among them for bars, and where it is not far below."""
    values = [end for point in points for end in ends(point)]
    low, high = min(values), max(values)
    far = min(abs(low), abs(high)) >= FLAT * max(abs(low), abs(high)) and low * high > 0
    if bars or not far:
        low, high = min(low, 0.0), max(high, 0.0)
    return round_numbers(low, high)


def scale_of(numbers: Sequence[float]) -> float:
    """What the axis of values is in: 1, a thousand, a million ..."""
    most = max(map(abs, numbers))
    return next((scale for scale in SCALES if most >= max(scale, TENS_OF_THOUSANDS)), 1.0)


def across_days(days: Collection[float]) -> Callable[[float], float]:
    """From a day to its place from the left, in proportion to time."""
    first, last = min(days), max(days)

    def across(day: float) -> float:
        part = (day - first) / (last - first) if last > first else 0.5
        return round(LEFT + INSET + part * (RIGHT - LEFT - 2 * INSET), 1)

    return across


def up_values(low: float, high: float) -> Callable[[float], float]:
    """From a value to its place from the top."""

    def up(value: float) -> float:
        return round(BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP), 1)

    return up


def bar_width(days: Iterable[float], across: Callable[[float], float]) -> float:
    """That of each of the bars that stand side by side for one time: those of neighbours never touch."""
    places = Counter(map(across, days))
    gaps = [later - earlier for earlier, later in pairwise(sorted(places))]
    return min([BAR, *(0.7 * gap / max(places.values()) for gap in gaps)])
