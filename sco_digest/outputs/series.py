"""The Site and its records come in; a table of the values of each series goes out, as CSV beside its page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sco_digest.model import Article, Recipe
from sco_digest.outputs.exports import csv_line, plain, sentence_of
from sco_digest.outputs.links import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Kept, Page, Records, Series, SeriesPoint, Settings, Site

COLUMNS = (
    *("period_start", "period_end", "by_publication", "value", "low", "high", "bound", "unit", "per", "change"),
    *("subject", "country", "disputed", "confidence", "speaker", "source"),
    *("date", "article", "headline", "surface", "sentence", "page"),
)


def files(site: Site, records: Records, _pages: Iterable[Page], _kept: Kept) -> Iterator[Recipe]:
    """One file a series that has a page."""
    make = partial(_table, site.settings)
    for series in site.series if site.settings.makes("series") else ():
        path = f"{series.ref.path.removesuffix('index.html')}data.csv"
        entries = (site.entries[point.entry] for point in series.points)
        articles = tuple(Article.of(entry, records) for entry in entries)
        yield Recipe(path, (series, articles), make, f"series “{series.ref.name}”")


def _table(settings: Settings, series: Series, articles: Iterable[Article]) -> bytes:
    """The values of a series, each with its article."""
    pairs = zip(series.points, articles, strict=True)
    return b"".join((csv_line(COLUMNS), *(csv_line(_cells(settings, series, *pair)) for pair in pairs)))


def _cells(settings: Settings, series: Series, point: SeriesPoint, article: Article) -> tuple[Any, ...]:
    entry, record = article.entry, article.record
    figure = record.statistics[point.figure]
    return (
        *(point.start, point.end, _word(known=point.published)),
        *(point.value, point.low, point.high, point.bound),
        *(plain(series.unit), series.per, _word(known=series.change)),
        plain(figure.subject.text) if figure.subject else None,
        *(series.country, _word(known=point.disputed), point.confidence),
        *(plain(point.speaker.name) if point.speaker else None, plain(point.source or "")),
        *(entry.date, plain(record.id), plain(entry.headline), plain(figure.surface)),
        *(plain(sentence_of(record, figure)), address(point.path, settings) or point.path),
    )


def _word(*, known: bool) -> str:
    return str(known).lower()
