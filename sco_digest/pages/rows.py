"""A record and its entry come in; what lists on several pages show of them goes out: figures, passages, quotes."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from sco_digest.model import Entry, Ref, Span, Statistic, Tally
from sco_digest.pages.marking import Mark, Piece, cut
from sco_digest.sentences import Sentences, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Article, ArticleRecord, Records, Site, Speaker, Statement

LONGEST_QUOTE = 5000
"""Characters of a statement that are shown at the most; a sentence around a fact is cut to the length of `excerpt`."""

PassagePath = Annotated[str, Meta(description="its sentence on the page of the article, relative to the site's root")]


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


class Passage(Struct, frozen=True, kw_only=True):
    """Whole sentences of an article, quoted on another page; of a very long one, a part."""

    path: PassagePath
    sentence: Annotated[int, Meta(description="number of its first sentence, from 1; 0 above the text")]
    text: Annotated[str, Meta(description="the words")]
    marks: Annotated[tuple[Mark, ...], Meta(description="what is marked in them, by offset into `text`")] = ()
    cut_before: Annotated[bool, Meta(description="whether its sentence begins further ahead")] = False
    cut_after: Annotated[bool, Meta(description="whether its sentence ends further on")] = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words cut for marking."""
        words = next(cut(self.text, [Span(0, len(self.text))], self.marks))
        return (*[Piece("… ")][: self.cut_before], *words, *[Piece(" …")][: self.cut_after])


class Quote(Struct, frozen=True, kw_only=True):
    """One statement of a speaker."""

    passage: Passage
    kind: Annotated[Literal["direct", "indirect"], Meta(description="in their own words, or in those of the article")]
    verb: Annotated[str, Meta(description="the reporting verb")]
    topics: Annotated[tuple[Ref, ...], Meta(description="policy areas named in it")] = ()


class Said(Struct, frozen=True, kw_only=True):
    """A statement and the article that reports it."""

    entry: Annotated[Entry, Meta(description="the article")]
    quote: Quote


class Passages(Struct, frozen=True, kw_only=True):
    """An article, and the passages of it that belong on a page."""

    entry: Annotated[Entry, Meta(description="the article")]
    passages: tuple[Passage, ...]


class Quotes(Struct, frozen=True, kw_only=True):
    """An article, and what one speaker says in it."""

    entry: Annotated[Entry, Meta(description="the article")]
    quotes: tuple[Quote, ...]


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


def topic_passages(record: ArticleRecord, entry: Entry, topic: str) -> Passages:
    """Every sentence of an article that has evidence of a policy area, with the evidence marked."""
    return marked_passages(
        record, entry, (word for area in record.policy_areas if area.slug == topic for word in area.evidence), "area"
    )


def marked_passages(record: ArticleRecord, entry: Entry, marked: Iterable[Span], kind: str) -> Passages:
    """Every sentence of an article in which some words stand, with these marked."""
    sentences = Sentences(record)
    words: dict[Span, list[Span]] = {}
    part = Span(0, 0)
    for word in sorted(marked):
        if word.end > part.end:
            part = excerpt(_around(word, record, sentences), word)
        words.setdefault(part, []).append(word)
    return Passages(
        entry=entry,
        passages=tuple(
            _passage(record, entry, sentences, span, ((word, kind) for word in found)) for span, found in words.items()
        ),
    )


def speaker_quotes(record: ArticleRecord, entry: Entry, slug: str) -> Quotes:
    """What a speaker says in an article, each statement in its sentences, with the reporting verb marked."""
    said = [speaker for speaker, ref in zip(record.speakers, entry.speakers, strict=True) if ref.slug == slug]
    statements = sorted(_statements(said), key=lambda statement: statement.span)
    return Quotes(entry=entry, quotes=tuple(quote(record, entry, statement) for statement in statements))


def _statements(speakers: Iterable[Speaker]) -> list[Statement]:
    return [statement for speaker in speakers for statement in speaker.statements]


def quote(record: ArticleRecord, entry: Entry, statement: Statement, longest: int = LONGEST_QUOTE) -> Quote:
    """One statement in its sentences; of more than so many characters, as many whole words from its beginning."""
    sentences = Sentences(record)
    length = max(min(longest, 1000), min(longest, statement.span.end - statement.span.start))
    whole = _around(statement.span, record, sentences)
    around = _between_words(record.text, excerpt(whole, statement.span, length), whole)
    evidence = {
        area.slug
        for area in record.policy_areas
        if any(statement.span.start <= word.start < statement.span.end for word in area.evidence)
    }
    marks = [(statement.cue, "cue")]
    if statement.span.end - statement.span.start < 0.9 * (around.end - around.start):
        # else all of it is the statement, which needs no mark
        marks += [(statement.span, kind) for kind in ("statement", statement.kind) if kind != "indirect"]
    passage = _passage(record, entry, sentences, around, marks)
    return Quote(
        passage=replace(passage, cut_before=around.start > whole.start, cut_after=around.end < whole.end),
        kind=statement.kind,
        verb=statement.verb,
        topics=tuple(ref for ref in entry.topics if ref.slug in evidence),
    )


def _passage(
    record: ArticleRecord, entry: Entry, sentences: Sentences, span: Span, marks: Iterable[tuple[Span, str]]
) -> Passage:
    first, last = sentences.number(span.start), sentences.number(span.end - 1)
    return Passage(
        path=f"{entry.path}#{sentences.anchor(span)}",
        sentence=sentences.number(span.start),
        text=record.text[span.start : span.end],
        marks=tuple(Mark(mark.start - span.start, mark.end - span.start, kind) for mark, kind in marks),
        cut_before=first > 0 and span.start > sentences.spans[first - 1].start,
        cut_after=last > 0 and span.end < sentences.spans[last - 1].end,
    )


def _between_words(text: str, part: Span, whole: Span) -> Span:
    """A part of a passage without the half words at its ends."""
    start, end = part.start, part.end
    if whole.start < start and text[start - 1].isalnum() and text[start].isalnum():
        start = max(start, text.find(" ", start, end) + 1)
    if end < whole.end and text[end - 1].isalnum() and text[end].isalnum():
        end = max(text.rfind(" ", start, end), 0) or end
    return Span(start, end)


def _around(span: Span, record: ArticleRecord, sentences: Sentences) -> Span:
    """The whole sentences that a span touches; above the article and without sentences, the line or the span itself."""
    first, last = sentences.number(span.start), sentences.number(max(span.start, span.end - 1))
    if first:
        return Span(sentences.spans[first - 1].start, max(span.end, sentences.spans[last - 1].end))
    start = record.text.rfind("\n", 0, span.start) + 1
    end = record.text.find("\n", span.end)
    limit = record.body if span.end <= record.body else len(record.text)
    return Span(start, min(end, limit) if end >= 0 else limit)
