"""A record and its entry come in; the figures that lists on several pages show of them go out."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Entry, Ref, Statistic, Tally  # noqa: TC001  (templates.md is made from the annotations)
from sco_digest.pages.passages import PassagePath  # noqa: TC001  (as above)
from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from sco_digest.model import Article, ArticleRecord, Records, Site


class FigureRow(Struct, frozen=True, kw_only=True):
    """A figure with where it stands and who gave it."""

    figure: Statistic
    path: PassagePath
    sentence: Annotated[int, Meta(description="number of the sentence, from 1")]
    entry: Annotated[Entry, Meta(description="the article")]
    speaker: Annotated[Ref | None, Meta(description="who gave the figure")] = None
    topics: Annotated[tuple[Ref, ...], Meta(description="policy areas named in its sentence")] = ()
    series: Annotated[Tally | None, Meta(description="the series it is a value of, and how many that has")] = None

    @property
    def measures(self) -> str:
        """What it measures, where that says more than value and unit: not `citizens` of `8 million citizens`."""
        subject = " ".join(self.figure.subject.text.split()) if self.figure.subject else ""
        said = f" {' '.join(self.figure.surface.split())} ".casefold()
        return "" if f" {subject} ".casefold() in said or subject.casefold() == self.figure.unit else subject


def figure_rows(record: ArticleRecord, entry: Entry, topic: str = "") -> tuple[FigureRow, ...]:
    """The figures of an article, or those of them that belong to one policy area."""
    sentences = Sentences(record)
    speakers = {speaker.slug: ref for speaker, ref in zip(record.speakers, entry.speakers, strict=True)}
    series = {one.figure: one.series for one in entry.series}
    return tuple(
        FigureRow(
            figure=figure,
            path=f"{entry.path}#{sentences.anchor(figure.span)}",
            sentence=sentences.number(figure.span.start),
            entry=entry,
            speaker=speakers.get(figure.speaker or ""),
            topics=tuple(ref for ref in entry.topics if ref.slug in figure.policy_areas),
            series=series.get(number),
        )
        for number, figure in enumerate(record.statistics)
        if not topic or topic in figure.policy_areas
    )


class _Told:
    """An article that is told apart by what it is kept under, not by all its parts."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return hash(self.article.reading)

    def __eq__(self, other: object) -> bool:
        one, two = self.article, other.article if isinstance(other, _Told) else None
        return two is not None and one.reading == two.reading and one.entry is two.entry


@lru_cache(maxsize=64)
def _rows(told: _Told) -> tuple[FigureRow, ...]:
    return figure_rows(told.article.record, told.article.entry)


def figure_row(article: Article, number: int) -> FigureRow:
    """One of the figures of an article: those of it are made once for all series that it has a part in."""
    return _rows(_Told(article))[number]


def forget() -> None:
    """Let go of the figures of an earlier build."""
    _rows.cache_clear()


def latest_figures(site: Site, records: Records, most: int) -> tuple[FigureRow, ...]:
    """Up to so many figures of the newest articles: the first of each, then the second of each, and so on.

    Of one article, those that say what they measure come before those that do not.
    """
    newest = list(islice((entry for entry in site.entries if entry.figures), most))
    rows = [figure_rows(records[entry.id].record, entry) for entry in newest]
    ranked = [sorted(found, key=lambda row: not row.measures) for found in rows]
    chosen = [row for turn in zip_longest(*ranked) for row in turn if row][:most]
    return tuple(row for found in rows for row in found if row in chosen)
