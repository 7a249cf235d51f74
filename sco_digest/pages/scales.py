"""The ends of an axis come in; round places on it go out: numbers, or years, months and days."""

from __future__ import annotations

from datetime import date
from math import ceil, floor, isclose, log10
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS_A_YEAR = 365.25
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_TIMES = 8
MOST_DAYS = 5
"""Marks on the axis of time, at most; the name of a day is long."""
TimeUnit = Literal["year", "month", "day"]
MONTHS_A_STEP = (1, 2, 3, 6)
YEARS_A_STEP = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class Moment(Struct, frozen=True):
    """A round time on the axis."""

    value: Annotated[str, Meta(description="ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD")]
    day: Annotated[float, Meta(description="its middle, in days since the year 1")]


def round_numbers(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Up to about `most` round numbers at even steps, the first at or below `low`, the last at or above `high`.

    >>> round_numbers(0, 42)
    (0.0, 10.0, 20.0, 30.0, 40.0, 50.0)
    """
    if low >= high:
        low, high = low - (abs(low) / 2 or 1), high + (abs(high) / 2 or 1)
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in STEPS if factor * power >= rough or isclose(factor * power, rough))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(float(f"{number * step:.12g}") for number in range(first, last + 1))


def round_times(first: float, last: float, finest: TimeUnit) -> tuple[Moment, ...]:
    """Years, months or days between two days, as many as can be told apart and no finer than wanted; one at least."""
    months = (last - first) / DAYS_A_YEAR * 12
    if finest == "year" or months > 36:
        found = _thinned(list(_years(first, last)), YEARS_A_STEP)
    elif finest == "month" or months > 3:
        found = _thinned(list(_months(first, last)), MONTHS_A_STEP)
    else:
        days = [Moment(date.fromordinal(number).isoformat(), number) for number in range(ceil(first), floor(last) + 1)]
        found = tuple(days[:: -(-len(days) // MOST_DAYS) or 1])
    return found or (Moment(f"{date.fromordinal(floor(first)).year:04}", first),)


def middle(first_day: str, last_day: str) -> float:
    """The middle of a time, in days since the year 1."""
    return (date.fromisoformat(first_day).toordinal() + date.fromisoformat(last_day).toordinal()) / 2


def _thinned(found: list[Moment], steps: tuple[int, ...]) -> tuple[Moment, ...]:
    """Each of them, or those at the beginning of every second, fifth ... one, counted from the calendar's own start."""
    step = next((one for one in steps if len(found) <= one * MOST_TIMES), steps[-1])
    number = {
        moment.value: int(moment.value[-2:]) - 1 if len(moment.value) > 4 else int(moment.value) for moment in found
    }
    return tuple(moment for moment in found if number[moment.value] % step == 0)


def _years(first: float, last: float) -> Iterator[Moment]:
    for year in range(date.fromordinal(floor(first)).year, date.fromordinal(ceil(last)).year + 1):
        moment = Moment(f"{year:04}", middle(f"{year:04}-01-01", f"{year:04}-12-31"))
        if first <= moment.day <= last:
            yield moment


def _months(first: float, last: float) -> Iterator[Moment]:
    start, end = date.fromordinal(floor(first)), date.fromordinal(ceil(last))
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        year, month = divmod(number, 12)
        ahead = date(year + (month == 11), (month + 1) % 12 + 1, 1)
        opening = date(year, month + 1, 1)
        moment = Moment(f"{year:04}-{month + 1:02}", (opening.toordinal() + ahead.toordinal() - 1) / 2)
        if first <= moment.day <= last:
            yield moment
