"""A text and the spans of its facts come in; pieces go out, each with the kinds of all facts that it belongs to.

Facts may overlap, cross or hold each other: the text is cut wherever one of them begins or ends, so a piece lies wholly
inside or wholly outside of each fact, and no markup ever has to close what it did not open.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import ArticleRecord, Span

KINDS = ("statement", "direct", "commitment", "figure", "cue", "speaker", "place", "area", "project", "source")
"""What can be marked, in the order in which a piece names its kinds; `direct` is a statement in its own words."""


class Mark(Struct, frozen=True, order=True):
    """A fact as it is marked in a text: where, and of which kind."""

    start: int
    end: int
    kind: str


class Piece(Struct, frozen=True):
    """Some characters of a text that belong to the same facts."""

    text: Annotated[str, Meta(description="the characters")]
    kinds: Annotated[str, Meta(description="kinds of the facts they belong to, with blanks; empty for none")] = ""


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of an article as its page shows it."""

    number: Annotated[int, Meta(description="from 1; its id is `s` and this number; 0 for what is no sentence")]
    before: Annotated[str, Meta(description="what stands between it and the sentence before")]
    pieces: tuple[Piece, ...]


def cut(text: str, spans: Iterable[Span], marks: Iterable[Mark]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each span; the spans come in the order of the text and do not overlap.

    >>> list(cut("It grew by 4 percent.", [Span(0, 21)], [Mark(3, 21, "statement"), Mark(11, 20, "figure")]))
    [(Piece(text='It ', kinds=''), Piece(text='grew by ', kinds='statement'),
      Piece(text='4 percent', kinds='statement figure'), Piece(text='.', kinds='statement'))]
    """
    waiting = sorted(marks, reverse=True)
    active: list[Mark] = []
    for span in spans:
        while waiting and waiting[-1].start < span.end:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > span.start]
        yield tuple(_pieces(text, span, active))


def _pieces(text: str, span: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    ends = {point for mark in marks for point in (mark.start, mark.end) if span.start < point < span.end}
    for start, end in pairwise(sorted({span.start, span.end} | ends)):
        found = {mark.kind for mark in marks if mark.start <= start and end <= mark.end}
        yield Piece(text[start:end], " ".join(kind for kind in KINDS if kind in found) if found else "")


def paragraphs(record: ArticleRecord) -> tuple[tuple[Sentence, ...], ...]:
    """The body of an article, nothing left out, paragraph by paragraph and sentence by sentence."""
    spans = [span for paragraph in record.paragraphs for span in paragraph]
    pieces = cut(record.text, spans, marks(record))
    number, end = 0, record.body
    found: list[tuple[Sentence, ...]] = []
    for paragraph in record.paragraphs:
        sentences: list[Sentence] = []
        for span in paragraph:
            number += 1
            before = record.text[end : span.start]
            before = before if sentences or before.strip() else ""
            sentences.append(Sentence(number=number, before=before, pieces=next(pieces)))
            end = span.end
        found.append(tuple(sentences))
    if rest := record.text[end:].strip():
        found.append((Sentence(number=0, before=rest, pieces=()),))
    return tuple(found)


def marks(record: ArticleRecord) -> Iterator[Mark]:
    """Everything that is marked in the text of an article."""
    for speaker in record.speakers:
        yield from _of("speaker", speaker.mentions)
        for statement in speaker.statements:
            yield from _of("statement", [statement.span])
            if statement.kind == "direct":
                yield from _of("direct", [statement.span])
            yield from _of("cue", [statement.cue])
    yield from _of("figure", [figure.span for figure in record.statistics])
    yield from _of("place", [place.span for place in record.places])
    yield from _of("area", [word for area in record.policy_areas for word in area.evidence])
    yield from _of("project", [span for project in record.projects for span in project.mentions])
    yield from _of("commitment", [plan.span for plan in record.commitments])
    if record.source and record.source.span:
        yield from _of("source", [record.source.span])


def _of(kind: str, spans: Iterable[Span]) -> Iterator[Mark]:
    return (Mark(span.start, span.end, kind) for span in spans)
