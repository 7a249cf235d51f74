"""The Site comes in; a page for each series goes out: its chart, all its values with their words, and its conflicts."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Article, Page, Period, Series, SeriesPoint
from sco_digest.pages.chart import Chart, draw
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.rows import FigureRow, figure_row
from sco_digest.sentences import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class SeriesRow(Struct, frozen=True, kw_only=True, dict=True):
    """A value of the series with the figure that it is."""

    point: SeriesPoint
    article: Annotated[Article, Meta(description="the article that gives it")]

    @cached_property
    def row(self) -> FigureRow:
        """The figure, its article and who gave it."""
        return figure_row(self.article, self.point.figure)

    @property
    def words(self) -> str:
        """Its sentence; of a very long one, the part around it."""
        part = excerpt(self.row.figure.sentence, self.row.figure.span)
        return " ".join(self.article.record.text[part.start : part.end].split())


class Conflict(Struct, frozen=True, kw_only=True):
    """Values for one time that disagree."""

    period: Period
    rows: Annotated[tuple[SeriesRow, ...], Meta(description="the values that another one contradicts")]


class SeriesContext(Context, frozen=True, kw_only=True):
    """A series of figures."""

    series: Series
    rows: Annotated[tuple[SeriesRow, ...], Meta(description="its values, by time and then by article")]

    @property
    def chart(self) -> Chart:
        """The drawing of the values."""
        return draw(self.series.points)

    @property
    def span(self) -> Period:
        """From the first time that a value is of to the last."""
        return Period(min(point.start for point in self.series.points), max(point.end for point in self.series.points))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The times whose values disagree, in their order."""
        disputed = [row for row in self.rows if row.point.disputed]
        groups = groupby(disputed, key=lambda row: Period(row.point.start, row.point.end))
        return tuple(Conflict(period=period, rows=tuple(rows)) for period, rows in groups)


def pages(site: Site, records: Records) -> Iterator[Page]:
    """One page a series."""
    for series in site.series:
        articles = quoted((site.entries[point.entry] for point in series.points), records)
        yield Page(
            path=series.ref.path,
            kind="series",
            context=SeriesContext(
                section="statistics",
                prose=prose_refs(site),
                series=series,
                rows=tuple(
                    SeriesRow(point=point, article=article)
                    for point, article in zip(series.points, articles, strict=True)
                ),
            ),
        )
