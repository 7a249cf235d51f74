"""A record comes in, its facts go out as one flat list: what was read, and the words it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import ArticleRecord, Commitment, Span, Speaker, Statement, Statistic


class Part(Struct, frozen=True):
    """A part of a fact that has rules of its own, and its words."""

    name: str
    """Such as `verb`; of a figure also its direction or bound itself, such as `up`."""
    span: Span


class Fact(Struct, frozen=True):
    """One thing that was read from an article."""

    kind: str
    """Such as `figure`; the words of `KINDS`."""
    value: str
    """What was understood, in one line."""
    spans: tuple[Span, ...] = ()
    """The words it was read from; empty where it was given beside the text."""
    parts: tuple[Part, ...] = ()
    """What can be asked after by itself, to tell which rules found it."""


KINDS = (
    *("date", "headline", "source", "speaker", "statement", "figure"),
    *("policy area", "place", "project", "commitment"),
)


def facts(record: ArticleRecord) -> tuple[Fact, ...]:
    """Every fact of a record, kind by kind, in the order of `KINDS`."""
    return tuple(_facts(record))


def number_of_facts(record: ArticleRecord) -> int:
    """How many there are."""
    return sum(1 for _ in _facts(record))


def _facts(record: ArticleRecord) -> Iterator[Fact]:
    if record.date:
        yield _fact("date", record.date.value, record.date.span)
    yield _fact("headline", record.headline.text, record.headline.span)
    if record.source:
        yield _fact("source", record.source.name, record.source.span)
    for speaker in record.speakers:
        named = (Part("name", span) for span in speaker.mentions[:1])
        yield Fact("speaker", _speaker(speaker), speaker.mentions, tuple(named))
    for speaker in record.speakers:
        for statement in speaker.statements:
            yield Fact("statement", _statement(speaker, statement), (statement.span,), _parts_said(statement))
    for statistic in record.statistics:
        yield Fact("figure", _figure(statistic), (statistic.span,), tuple(_parts_counted(statistic)))
    for area in record.policy_areas:
        sure = f", confidence {area.confidence:g}" if area.confidence < 1 else ""
        named = (Part("cue", span) for span in area.evidence[:1])
        yield Fact("policy area", f"{area.slug}{sure}", area.evidence, tuple(named))
    for place in record.places:
        yield _fact("place", place.country, place.span)
    yield from _plans(record)


def _plans(record: ArticleRecord) -> Iterator[Fact]:
    """The projects of a record, and what is proposed, promised and agreed."""
    for project in record.projects:
        named = (Part("project", span) for span in project.mentions[:1])
        yield Fact("project", f"{project.name}, {project.kind}", project.mentions, tuple(named))
    for one in record.commitments:
        yield Fact("commitment", _commitment(one), (one.span,), tuple(_parts_promised(one)))


def _fact(kind: str, value: str, span: Span | None) -> Fact:
    """A fact of one piece."""
    return Fact(kind, value) if span is None else Fact(kind, value, (span,), (Part(kind, span),))


def _parts_said(statement: Statement) -> tuple[Part, ...]:
    return (
        Part("words", statement.span),
        Part("verb", statement.cue),
        Part("subject of the verb", statement.source),
        Part("speaker", statement.source),
    )


def _parts_counted(statistic: Statistic) -> Iterator[Part]:
    yield from (Part(name, statistic.span) for name in ("figure", "number", "unit"))
    if statistic.bound != "=":
        yield Part(statistic.bound, statistic.span)
    if statistic.direction:
        yield Part(statistic.direction, statistic.span)
    if statistic.subject:
        yield Part("subject", statistic.subject.span)
    if statistic.period and statistic.period.span:
        yield Part("period", statistic.period.span)
    if statistic.place:
        yield Part("place", statistic.place.span)


def _parts_promised(commitment: Commitment) -> Iterator[Part]:
    yield Part("commitment", commitment.span)
    yield Part("what is promised", commitment.cue)
    if commitment.who:
        yield Part("who", commitment.who.span)


def _speaker(speaker: Speaker) -> str:
    kind = None if speaker.kind == "person" else speaker.kind
    known = (speaker.name, kind, speaker.role, speaker.country, "main speaker" if speaker.main else None)
    return ", ".join(part for part in known if part)


def _statement(speaker: Speaker, statement: Statement) -> str:
    sure = f", confidence {statement.confidence:g}" if statement.confidence < 1 else ""
    return f"{speaker.name}, {statement.kind}, “{statement.verb}”{sure}"


def _figure(statistic: Statistic) -> str:
    """Such as `~ 8,000,000 citizen, citizens of SCO countries, 2025-01 to 2025-09, by adylbek-kasymaliev`."""
    rate = f" per {statistic.per}" if statistic.per else ""
    parts = [f"{_amount(statistic)} {statistic.unit}{rate}"]
    if statistic.direction:
        parts.append(statistic.direction)
    if statistic.subject:
        parts.append(statistic.subject.text)
    if statistic.period:
        ends = dict.fromkeys((statistic.period.start, statistic.period.end))
        parts.append(" to ".join(ends))
    if statistic.place:
        parts.append(statistic.place.country)
    if statistic.speaker:
        parts.append(f"by {statistic.speaker}")
    if statistic.confidence < 1:
        parts.append(f"confidence {statistic.confidence:g}")
    return ", ".join(parts)


def _commitment(commitment: Commitment) -> str:
    """Such as `agreement, “to build a road”, by the sides, 2030`."""
    parts = [commitment.kind, f"“{commitment.what.text}”"]
    if commitment.who:
        parts.append(f"by {commitment.who.text}")
    if commitment.speaker:
        parts.append(f"told by {commitment.speaker}")
    if commitment.period:
        parts.append(" to ".join(dict.fromkeys((commitment.period.start, commitment.period.end))))
    if commitment.confidence < 1:
        parts.append(f"confidence {commitment.confidence:g}")
    return ", ".join(parts)


def _amount(statistic: Statistic) -> str:
    if statistic.value is not None:
        number = _number(statistic.value)
    elif statistic.low is not None and statistic.high is not None:
        number = f"{_number(statistic.low)} to {_number(statistic.high)}"
    else:
        return statistic.surface
    bound = "" if statistic.bound == "=" else f"{statistic.bound} "
    origin = "" if statistic.origin is None else f"from {_number(statistic.origin)} to "
    return f"{bound}{origin}{number}"


def _number(value: float) -> str:
    """With thousands set apart and no more digits than there are.

    >>> _number(8000000.0), _number(3.5)
    ('8,000,000', '3.5')
    """
    return f"{value:,.12g}"
