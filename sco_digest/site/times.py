"""The dates of all articles come in, newest first; the months and the weeks that have articles go out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from sco_digest.model import Month, Week

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import IsoDate


def months(dates: Iterable[IsoDate]) -> tuple[Month, ...]:
    """Every month that has articles, newest first."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, day in enumerate(dates):
        found[day[:7]].append(place)
    return tuple(
        Month(
            value=value,
            path=f"archive/{value[:4]}/{value[5:]}/index.html",
            digest=f"digests/{value}/index.html",
            entries=tuple(places),
        )
        for value, places in found.items()
    )


def weeks(dates: Iterable[IsoDate]) -> tuple[Week, ...]:
    """Every week that has articles, newest first; 29 December 2025 is in the first week of 2026."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, day in enumerate(dates):
        year, week, _ = date.fromisoformat(day).isocalendar()
        found[year, week].append(place)
    return tuple(_week(year, week, tuple(places)) for (year, week), places in found.items())


def _week(year: int, week: int, entries: tuple[int, ...]) -> Week:
    value = f"{year:04}-W{week:02}"
    monday = date.fromisocalendar(year, week, 1).toordinal()
    return Week(
        value=value,
        path=f"digests/{value}/index.html",
        first=date.fromordinal(monday).isoformat(),
        last=date.fromordinal(min(monday + 6, date.max.toordinal())).isoformat(),  # the calendar ends on a Friday
        entries=entries,
    )
