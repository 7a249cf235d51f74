"""The Site and its records come in; a table of the values of each series goes out, as CSV beside its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sco_digest.model import OutputFile
from sco_digest.outputs.exports import csv_line, plain, sentence_of
from sco_digest.outputs.links import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Page, Records, Series, SeriesPoint, Site

COLUMNS = (
    *("period_start", "period_end", "by_publication", "value", "low", "high", "bound", "unit", "per", "change"),
    *("subject", "country", "disputed", "confidence", "speaker", "source"),
    *("date", "article", "headline", "surface", "sentence", "page"),
)


def files(site: Site, records: Records, _pages: Iterable[Page]) -> Iterator[OutputFile]:
    """One file a series that has a page."""
    for series in site.series if site.settings.makes("series") else ():
        path = f"{series.ref.path.removesuffix('index.html')}data.csv"
        lines = (csv_line(_cells(site, records, series, point)) for point in series.points)
        yield OutputFile(path, b"".join((csv_line(COLUMNS), *lines)), f"series “{series.ref.name}”")


def _cells(site: Site, records: Records, series: Series, point: SeriesPoint) -> tuple[Any, ...]:
    entry = site.entries[point.entry]
    record = records[entry.id].record
    figure = record.statistics[point.figure]
    return (
        *(point.start, point.end, _word(known=point.published)),
        *(point.value, point.low, point.high, point.bound),
        *(plain(series.unit), series.per, _word(known=series.change)),
        plain(figure.subject.text) if figure.subject else None,
        *(series.country, _word(known=point.disputed), point.confidence),
        *(plain(point.speaker.name) if point.speaker else None, plain(point.source or "")),
        *(entry.date, plain(record.id), plain(entry.headline), plain(figure.surface)),
        *(plain(sentence_of(record, figure)), address(point.path, site.settings) or point.path),
    )


def _word(*, known: bool) -> str:
    return str(known).lower()
