"""The Site comes in; a page for each series goes out: its chart, all its values with their words, and its conflicts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Page, Period, Series, SeriesPoint, excerpt
from sco_digest.pages.chart import Chart, draw
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.rows import FigureRow, figure_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Site


class SeriesRow(Struct, frozen=True, kw_only=True):
    """A value of the series with the figure that it is."""

    point: SeriesPoint
    row: Annotated[FigureRow, Meta(description="the figure, its article and who gave it")]
    words: Annotated[str, Meta(description="its sentence; of a very long one, the part around it")]


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


def pages(site: Site, records: Sequence[ArticleRecord]) -> Iterator[Page]:
    """One page a series."""
    for series in site.series:
        yield Page(
            path=series.ref.path,
            kind="series",
            context=SeriesContext(
                section="statistics",
                prose=prose_refs(site),
                series=series,
                rows=tuple(_row(site, records, point) for point in series.points),
            ),
        )


def _row(site: Site, records: Sequence[ArticleRecord], point: SeriesPoint) -> SeriesRow:
    entry = site.entries[point.entry]
    record = records[entry.record]
    row = figure_rows(record, entry)[point.figure]
    part = excerpt(row.figure.sentence, row.figure.span)
    return SeriesRow(point=point, row=row, words=" ".join(record.text[part.start : part.end].split()))
