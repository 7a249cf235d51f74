"""The articles of a week or a month come in; what of them says most goes out, few enough for one printed page.

Where there is more than a page can hold, groups take turns: the first statement of each speaker comes before the second
of any. So the loudest do not drown the others, and a page has about one size whatever happened.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Annotated, TypeVar

from msgspec import Meta, Struct

from sco_digest.model import Entry, Ref, SpeakerKind, Tally
from sco_digest.pages.passages import Said, quote
from sco_digest.pages.rows import FigureRow, figure_rows
from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sco_digest.model import ArticleRecord, Speaker, Statement

    Found = Sequence[tuple[Entry, ArticleRecord]]

Item = TypeVar("Item")

ARTICLES, STATEMENTS, FIGURES = 50, 30, 24
"""How many of each a page shows at the most: together about 100 KB."""
LONGEST = 420
"""Characters of one statement; the rest is a click away."""

ALSO = 60
"""Speakers who are only named, at the most."""

Topic = Annotated[Ref | None, Meta(description="the policy area; none for what belongs to no area of the site")]


class News(Struct, frozen=True, kw_only=True):
    """A policy area and the articles that treat it before any other."""

    topic: Topic
    entries: Annotated[tuple[Entry, ...], Meta(description="articles, newest first; of very many, the newest")]
    total: Annotated[int, Meta(description="how many there are")]


class Voice(Struct, frozen=True, kw_only=True):
    """A speaker and what they said, most telling first."""

    ref: Ref
    kind: Annotated[SpeakerKind, Meta(description="an organisation has no role")]
    role: Annotated[str | None, Meta(description="the title in the newest of the articles that gives one")] = None
    role_path: Annotated[str, Meta(description="the sentence of that article; empty for none")] = ""
    said: Annotated[tuple[Said, ...], Meta(description="statements in own words before reported ones")]
    total: Annotated[int, Meta(description="how many statements there are")]


class FigureGroup(Struct, frozen=True, kw_only=True):
    """A policy area and its figures."""

    topic: Topic
    rows: Annotated[tuple[FigureRow, ...], Meta(description="those that rose, fell or are of a series first")]


class Told(Struct, frozen=True, kw_only=True):
    """What a digest tells, and of how much."""

    articles: Annotated[int, Meta(description="how many articles there are")]
    statements: Annotated[int, Meta(description="how many statements")]
    speakers: Annotated[int, Meta(description="how many people and organisations made them")]
    figures: Annotated[int, Meta(description="how many figures")]
    news: Annotated[tuple[News, ...], Meta(description="articles by policy area, the one with most of them first")]
    voices: Annotated[tuple[Voice, ...], Meta(description="who said what, those with most statements first")]
    also: Annotated[tuple[Tally, ...], Meta(description="who else made statements, so many that they are not shown")]
    groups: Annotated[tuple[FigureGroup, ...], Meta(description="figures by policy area, in the order of the news")]


def tell(found: Found, order: Mapping[str, int]) -> Told:
    """What the articles tell, newest first; `order` is that of the policy areas where nothing else decides."""
    articles = _news([entry for entry, _ in found], order)
    speakers = _voices(found)
    return Told(
        articles=len(found),
        statements=sum(entry.statements for entry, _ in found),
        speakers=len(speakers),
        figures=sum(entry.figures for entry, _ in found),
        news=articles,
        voices=tuple(voice for voice in speakers if voice.said),
        also=tuple(Tally(voice.ref, voice.total) for voice in speakers if not voice.said)[:ALSO],
        groups=_figure_groups(found, [part.topic for part in articles]),
    )


def shared(groups: Iterable[Sequence[Item]], most: int) -> list[Sequence[Item]]:
    """Of each group its first ones: the groups take turns until so many are chosen.

    >>> shared([[1, 2, 3], [4], [5, 6]], 4)
    [[1, 2], [4], [5]]
    """
    groups = list(groups)
    turns = sorted((turn, number) for number, group in enumerate(groups) for turn in range(len(group)))
    chosen = Counter(number for _, number in turns[:most])
    return [group[: chosen[number]] for number, group in enumerate(groups)]


# ---- articles --------------------------------------------------------------------------------------------------------


def _news(entries: Iterable[Entry], order: Mapping[str, int]) -> tuple[News, ...]:
    """Each article under its best policy area; the area with most articles first, what has none last."""
    found: dict[Ref | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[next(iter(entry.topics), None)].append(entry)
    topics = sorted(found, key=lambda ref: (ref is None, -len(found[ref]), order[ref.slug] if ref else 0))
    parts = shared((found[topic] for topic in topics), ARTICLES)
    return tuple(
        News(topic=topic, entries=tuple(part), total=len(found[topic]))
        for topic, part in zip(topics, parts, strict=True)
    )


# ---- statements ------------------------------------------------------------------------------------------------------


def _voices(found: Found) -> tuple[Voice, ...]:
    """Who said what, those with most statements first."""
    by_speaker: dict[Ref, list[_Spoken]] = defaultdict(list)
    for entry, record in found:
        facts = _facts(record)
        for ref, speaker in zip(entry.speakers, record.speakers, strict=True):
            by_speaker[ref] += [
                _Spoken(entry, record, speaker, statement, _weight(statement, facts))
                for statement in speaker.statements
            ]
    speakers = sorted(
        (ref for ref, spoken in by_speaker.items() if spoken), key=lambda ref: (-len(by_speaker[ref]), ref.slug)
    )
    parts = shared((_ranked(by_speaker[ref]) for ref in speakers), STATEMENTS)
    return tuple(_voice(ref, by_speaker[ref], part) for ref, part in zip(speakers, parts, strict=True))


class _Spoken(Struct, frozen=True):
    """A statement before it is chosen."""

    entry: Entry
    record: ArticleRecord
    speaker: Speaker
    statement: Statement
    weight: int


def _facts(record: ArticleRecord) -> list[int]:
    """Where the words of policy areas and the figures stand."""
    words = (word.start for area in record.policy_areas for word in area.evidence)
    return sorted((*words, *(figure.span.start for figure in record.statistics)))


def _weight(statement: Statement, facts: Sequence[int]) -> int:
    """How many words of policy areas and figures it has: that is what makes it telling."""
    return bisect_left(facts, statement.span.end) - bisect_left(facts, statement.span.start)


def _ranked(spoken: Iterable[_Spoken]) -> list[_Spoken]:
    """Own words first, then what is most telling, then what is newest; what several articles report, once."""
    ranked = sorted(spoken, key=lambda one: (one.statement.kind != "direct", -one.weight))
    once: dict[str, _Spoken] = {}
    for one in ranked:
        once.setdefault(_words(one.record.text[one.statement.span.start : one.statement.span.end]), one)
    return list(once.values())


def _voice(ref: Ref, spoken: Sequence[_Spoken], chosen: Iterable[_Spoken]) -> Voice:
    titled = next((one for one in spoken if one.speaker.role), spoken[0])
    anchor = Sentences(titled.record).anchor(titled.speaker.mentions[0]) if titled.speaker.mentions else ""
    return Voice(
        ref=ref,
        kind=spoken[0].speaker.kind,
        role=titled.speaker.role,
        role_path=f"{titled.entry.path}#{anchor}" if anchor else "",
        said=tuple(Said(entry=one.entry, quote=quote(one.record, one.entry, one.statement, LONGEST)) for one in chosen),
        total=len(spoken),
    )


# ---- figures ---------------------------------------------------------------------------------------------------------


def _figure_groups(found: Found, order: Sequence[Ref | None]) -> tuple[FigureGroup, ...]:
    """The figures by policy area: of the sentence, else of the article; the areas in the order of the news."""
    rows: dict[tuple[object, ...], FigureRow] = {}
    for row in (row for entry, record in found for row in figure_rows(record, entry)):
        if row.figure.subject:  # else it tells nobody anything away from its sentence
            rows.setdefault(_sameness(row), row)
    groups: dict[Ref | None, list[FigureRow]] = {topic: [] for topic in order}
    for row in sorted(rows.values(), key=_silence):
        groups.setdefault(next(iter((*row.topics, *row.entry.topics)), None), []).append(row)
    parts = shared(groups.values(), FIGURES)
    return tuple(FigureGroup(topic=topic, rows=tuple(part)) for topic, part in zip(groups, parts, strict=True) if part)


def _sameness(row: FigureRow) -> tuple[object, ...]:
    """What two articles that give one figure have in common."""
    figure = row.figure
    return _words(figure.surface), _words(row.measures), figure.period and (figure.period.start, figure.period.end)


def _silence(row: FigureRow) -> tuple[bool, bool, bool]:
    """Figures that can be seen to change come first, then those that say what they measure and when."""
    moved = row.figure.direction is not None or row.series is not None
    return not moved, not row.measures, row.figure.period is None


def _words(text: str) -> str:
    """A text as it is compared: without case and line ends."""
    return " ".join(text.split()).casefold()
