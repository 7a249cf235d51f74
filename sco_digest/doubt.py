"""A record comes in; what in it is doubtful goes out as a list for people, and the record without it for the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from sco_digest.model import Commitment, Doubt, Span, Statement, Statistic

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from sco_digest.model import ArticleRecord, PolicyArea, Speaker

Told = TypeVar("Told", Statistic, Commitment)

LIMIT = 0.6
"""Confidence below which a fact is for people to look at and not for the pages."""
TELLING = {"statistics", "speakers"}
"""Fields whose notes speak of single facts."""


def doubts(record: ArticleRecord, limit: float = LIMIT) -> tuple[Doubt, ...]:
    """Each statement, figure, commitment and policy area of a confidence below the limit, in the order of the text."""
    said = (_doubt(record, "statement", one, speaker.name) for speaker in record.speakers for one in speaker.statements)
    figures = (_doubt(record, "figure", one, one.unit) for one in record.statistics)
    promised = (_doubt(record, "commitment", one, one.kind) for one in record.commitments)
    areas = (_doubtful_area(record, area) for area in record.policy_areas)
    every = (one for one in (*said, *figures, *promised, *areas) if one.confidence < limit)
    return tuple(sorted(every, key=lambda one: one.span))


def without_doubts(record: ArticleRecord, limit: float = LIMIT) -> ArticleRecord:
    """The record without what is doubtful, and without the notes of it."""
    notes = tuple(note for note in record.problems if note.field not in TELLING or note.confidence >= limit)
    areas = tuple(area for area in record.policy_areas if area.confidence >= limit)
    gone = {area.slug for area in record.policy_areas} - {area.slug for area in areas}
    kept = keeping(record, lambda fact: fact.confidence >= limit)
    return replace(without_areas(kept, gone), policy_areas=areas, problems=notes)


def without_areas(record: ArticleRecord, gone: Container[str]) -> ArticleRecord:
    """The record with some areas taken from its figures and commitments."""
    figures = (replace(one, policy_areas=_left(one.policy_areas, gone)) for one in record.statistics)
    promised = (replace(one, policy_areas=_left(one.policy_areas, gone)) for one in record.commitments)
    return replace(record, statistics=tuple(figures), commitments=tuple(promised))


def _left(slugs: tuple[str, ...], gone: Container[str]) -> tuple[str, ...]:
    return tuple(slug for slug in slugs if slug not in gone)


def keeping(record: ArticleRecord, keep: Callable[[Statement | Statistic | Commitment], bool]) -> ArticleRecord:
    """The record with the statements, figures and commitments that one wants to keep.

    A speaker whose last statement goes is none; a figure or commitment that stands in a statement that goes has nobody
    who told it.
    """
    every = [said for speaker in record.speakers for said in speaker.statements]
    dropped = [said.span for said in every if not keep(said)]
    figures = tuple(one for one in record.statistics if keep(one))
    promised = tuple(one for one in record.commitments if keep(one))
    if not dropped:
        return replace(record, statistics=figures, commitments=promised)
    speakers = tuple(_speakers(record, keep))
    held = [(speaker.slug, said.span) for speaker in speakers for said in speaker.statements]
    slugs = {speaker.slug for speaker in speakers}

    def told(fact: Told) -> Told:
        lost = any(_inside(fact.span, span) for span in dropped)
        still = any(slug == fact.speaker and _inside(fact.span, span) for slug, span in held)
        return replace(fact, speaker=None) if fact.speaker not in slugs or (lost and not still) else fact

    return replace(
        record, speakers=speakers, statistics=tuple(map(told, figures)), commitments=tuple(map(told, promised))
    )


def _speakers(record: ArticleRecord, keep: Callable[[Statement | Statistic | Commitment], bool]) -> Iterator[Speaker]:
    """The speakers who still say something; where the main one is gone there is none."""
    for speaker in record.speakers:
        statements = tuple(said for said in speaker.statements if keep(said))
        if statements or not speaker.statements:
            yield replace(speaker, statements=statements)


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _doubt(record: ArticleRecord, kind: str, fact: Statement | Statistic | Commitment, what: str) -> Doubt:
    return Doubt(
        article=record.id,
        path=record.path,
        kind=kind,
        what=what,
        surface=" ".join(record.text[fact.span.start : fact.span.end].split()),
        span=fact.span,
        confidence=fact.confidence,
        reason=_reason(fact),
    )


def _doubtful_area(record: ArticleRecord, area: PolicyArea) -> Doubt:
    span = area.evidence[0] if area.evidence else Span(record.body, record.body)
    return Doubt(
        article=record.id,
        path=record.path,
        kind="policy area",
        what=area.slug,
        surface=" ".join(record.text[span.start : span.end].split()),
        span=span,
        confidence=area.confidence,
        reason="few of its words are in the text, or another area is as strong",
    )


def _reason(fact: Statement | Statistic | Commitment) -> str:
    """Why a rule was not sure."""
    if isinstance(fact, Statement):
        return "the words beside it do not name who said it"
    if isinstance(fact, Commitment):
        return "it is told under a condition"
    if fact.period and fact.period.inferred:
        return "the year of its period follows from the date"
    return "what it counts or measures is read from the context"
