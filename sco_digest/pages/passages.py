"""An article comes in; whole sentences of it that other pages quote go out: passages on a subject, and statements.

They are worked out when a template asks for them: many a template of one's own lists the articles and no more.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from sco_digest.model import Article, Entry, Ref, Span
from sco_digest.pages.marking import Mark, Piece, cut
from sco_digest.sentences import Sentences, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import ArticleRecord, Statement

LONGEST_QUOTE = 5000
"""Characters of a statement that are shown at the most; a sentence around a fact is cut to the length of `excerpt`."""

PassagePath = Annotated[str, Meta(description="its sentence on the page of the article, relative to the site's root")]


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


class Passages(Struct, frozen=True, kw_only=True, dict=True):
    """An article, and the passages of it that belong on a page."""

    article: Annotated[Article, Meta(description="the article, with the way to its record")]
    kind: Annotated[Literal["area", "project"], Meta(description="what they are on, and so marked as")]
    ref: Annotated[Ref, Meta(description="the policy area or project that they are on")]

    @property
    def entry(self) -> Entry:
        """The article."""
        return self.article.entry

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence of it that speaks of the area or project, with the words that do marked."""
        record, entry = self.article.record, self.article.entry
        found = _evidence(record, self.ref) if self.kind == "area" else mentions(record, entry, self.ref)
        return marked_passages(record, entry, found, self.kind)


class Quotes(Struct, frozen=True, kw_only=True, dict=True):
    """An article, and what one speaker says in it."""

    article: Annotated[Article, Meta(description="the article, with the way to its record")]
    ref: Annotated[Ref, Meta(description="the speaker")]

    @property
    def entry(self) -> Entry:
        """The article."""
        return self.article.entry

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Each statement in its sentences, with the reporting verb marked."""
        record, entry = self.article.record, self.article.entry
        pairs = zip(record.speakers, entry.speakers, strict=True)
        said = [one for speaker, ref in pairs if ref.slug == self.ref.slug for one in speaker.statements]
        return tuple(quote(record, entry, one) for one in sorted(said, key=lambda one: one.span))


def mentions(record: ArticleRecord, entry: Entry, project: Ref) -> tuple[Span, ...]:
    """The words of an article that name a project."""
    pairs = zip(record.projects, entry.projects, strict=True)
    return tuple(span for one, ref in pairs if ref == project for span in one.mentions)


def _evidence(record: ArticleRecord, topic: Ref) -> tuple[Span, ...]:
    """The words of an article that show a policy area."""
    return tuple(word for area in record.policy_areas if area.slug == topic.slug for word in area.evidence)


def marked_passages(record: ArticleRecord, entry: Entry, marked: Iterable[Span], kind: str) -> tuple[Passage, ...]:
    """Every sentence of an article in which some words stand, with these marked."""
    sentences = Sentences(record)
    words: dict[Span, list[Span]] = {}
    part = Span(0, 0)
    for word in sorted(marked):
        if word.end > part.end:
            part = excerpt(_around(word, record, sentences), word)
        words.setdefault(part, []).append(word)
    return tuple(
        _passage(record, entry, sentences, span, ((word, kind) for word in found)) for span, found in words.items()
    )


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
