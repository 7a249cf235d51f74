"""Series come in; a card for each goes out: its newest value, the one before, and its line drawn small."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Article, Series
from sco_digest.pages.chart import draw
from sco_digest.pages.field import BOTTOM, INSET, LEFT, RIGHT, TOP
from sco_digest.pages.rows import FigureRow, figure_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Records, SeriesPoint, Site

MOST = 8
"""Cards on a page."""


class SeriesCard(Struct, frozen=True, kw_only=True, dict=True):
    """A series as other pages show it."""

    series: Series
    last: Annotated[tuple[Article, int], Meta(description="where `newest` stands: article, place in its figures")]
    former: Annotated[tuple[Article, int] | None, Meta(description="where `before` stands")] = None
    contested: Annotated[bool, Meta(description="whether another value for the newest time disagrees")] = False
    rose: Annotated[bool | None, Meta(description="whether the newest is higher; null where that is open")] = None
    line: Annotated[str, Meta(description="points of the line, as SVG has them; empty for none")]
    box: Annotated[str, Meta(description="the field that they lie in, as a viewBox")] = (
        f"{LEFT + INSET} {TOP} {RIGHT - LEFT - 2 * INSET} {BOTTOM - TOP}"
    )

    @cached_property
    def newest(self) -> FigureRow:
        """The value for the newest time."""
        return figure_row(*self.last)

    @cached_property
    def before(self) -> FigureRow | None:
        """The undisputed value for the time before it, of the same length."""
        return figure_row(*self.former) if self.former else None

    @property
    def disputed(self) -> bool:
        """Whether values for some time disagree."""
        return any(point.disputed for point in self.series.points)


def cards(site: Site, records: Records, series: Iterable[Series]) -> tuple[SeriesCard, ...]:
    """The cards of some series, the one with most values first; no more than `MOST`."""
    ranked = sorted(series, key=lambda one: (-len(one.points), one.ref.slug))
    return tuple(card(site, records, one) for one in ranked[:MOST])


def moved(site: Site, records: Records, since: str, most: int = MOST) -> tuple[SeriesCard, ...]:
    """The cards of series that articles since a day gave another value than before, the newest article first."""
    fresh = [one for one in site.series if any(point.date >= since for point in one.points)]
    fresh.sort(key=lambda one: (min(point.entry for point in one.points), -len(one.points), one.ref.slug))
    made = (card(site, records, one) for one in fresh)
    return tuple(one for one in made if one.rose is not None and one.last[0].entry.date >= since)[:most]


def card(site: Site, records: Records, series: Series) -> SeriesCard:
    """The card of a series."""
    drawn = _drawn(series.points)
    shown = [series.points[mark.point] for mark in drawn.marks]
    newest = max(shown, key=_age)
    # of two that disagree neither is the one to compare with
    earlier = [point for point in shown if point.last_day < newest.last_day and not point.disputed]
    before = max(earlier, key=_age, default=None)
    return SeriesCard(
        series=series,
        last=_place(site, records, newest),
        former=_place(site, records, before) if before else None,
        contested=newest.disputed,
        rose=_rose(before, newest) if before else None,
        line=drawn.line,
    )


def _age(point: SeriesPoint) -> tuple[str, bool, str, int]:
    """What the newest value has most of: late time, exactness, late article, which of several values comes last."""
    return point.last_day, point.bound == "=" and not point.disputed, point.date, -point.figure


def _rose(before: SeriesPoint, newest: SeriesPoint) -> bool | None:
    """Whether a value is higher than another; None where they are equal, one is no single value, or it is disputed."""
    if before.value is None or newest.value is None or newest.disputed:
        return None
    return None if before.value == newest.value else newest.value > before.value


_drawn = lru_cache(maxsize=4096)(draw)
"""A series stands on the pages of topics, of its country, and in the list of all."""


def _place(site: Site, records: Records, point: SeriesPoint) -> tuple[Article, int]:
    return Article.of(site.entries[point.entry], records), point.figure
