"""A record comes in; what in it is doubtful goes out as a list for people, and the record without it for the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.model import Doubt, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sco_digest.model import ArticleRecord, PolicyArea, Speaker, Statistic

LIMIT = 0.6
"""Confidence below which a fact is for people to look at and not for the pages."""
TELLING = {"statistics", "speakers"}
"""Fields whose notes speak of single facts."""


def doubts(record: ArticleRecord, limit: float = LIMIT) -> tuple[Doubt, ...]:
    """Each statement, figure and policy area of a confidence below the limit, in the order of the text."""
    said = (_doubt(record, "statement", one, speaker.name) for speaker in record.speakers for one in speaker.statements)
    figures = (_doubt(record, "figure", one, one.unit) for one in record.statistics)
    areas = (_doubtful_area(record, area) for area in record.policy_areas)
    every = (one for one in (*said, *figures, *areas) if one.confidence < limit)
    return tuple(sorted(every, key=lambda one: one.span))


def without_doubts(record: ArticleRecord, limit: float = LIMIT) -> ArticleRecord:
    """The record without what is doubtful, and without the notes of it."""
    notes = tuple(note for note in record.problems if note.field not in TELLING or note.confidence >= limit)
    areas = tuple(area for area in record.policy_areas if area.confidence >= limit)
    gone = {area.slug for area in record.policy_areas} - {area.slug for area in areas}
    kept = keeping(record, lambda fact: fact.confidence >= limit)
    figures = (
        replace(one, policy_areas=tuple(slug for slug in one.policy_areas if slug not in gone))
        for one in kept.statistics
    )
    return replace(kept, policy_areas=areas, statistics=tuple(figures), problems=notes)


def keeping(record: ArticleRecord, keep: Callable[[Statement | Statistic], bool]) -> ArticleRecord:
    """The record with the statements and figures that one wants to keep.

    A speaker whose last statement goes is none; a figure that stands in a statement that goes has nobody who gave it.
    """
    every = [said for speaker in record.speakers for said in speaker.statements]
    dropped = [said.span for said in every if not keep(said)]
    figures = tuple(one for one in record.statistics if keep(one))
    if not dropped:
        return replace(record, statistics=figures)
    speakers = tuple(_speakers(record, keep))
    held = [(speaker.slug, said.span) for speaker in speakers for said in speaker.statements]
    slugs = {speaker.slug for speaker in speakers}

    def given(figure: Statistic) -> Statistic:
        lost = any(_inside(figure.span, span) for span in dropped)
        still = any(slug == figure.speaker and _inside(figure.span, span) for slug, span in held)
        return replace(figure, speaker=None) if figure.speaker not in slugs or (lost and not still) else figure

    return replace(record, speakers=speakers, statistics=tuple(map(given, figures)))


def _speakers(record: ArticleRecord, keep: Callable[[Statement | Statistic], bool]) -> Iterator[Speaker]:
    """The speakers who still say something; where the main one is gone there is none."""
    for speaker in record.speakers:
        statements = tuple(said for said in speaker.statements if keep(said))
        if statements or not speaker.statements:
            yield replace(speaker, statements=statements)


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _doubt(record: ArticleRecord, kind: str, fact: Statement | Statistic, what: str) -> Doubt:
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


def _reason(fact: Statement | Statistic) -> str:
    """Why a rule was not sure."""
    if isinstance(fact, Statement):
        return "the words beside it do not name who said it"
    if fact.period and fact.period.inferred:
        return "the year of its period follows from the date"
    return "what it counts or measures is read from the context"
