"""A record and the corrections of people come in; a new record that says what changed it goes out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from sco_digest.doubt import TELLING, keeping, without_areas
from sco_digest.model import (
    ArticleRecord,
    Commitment,
    Correction,
    Date,
    Headline,
    PolicyArea,
    Problem,
    Source,
    Statement,
    Statistic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Fact = TypeVar("Fact", Statement, Statistic, Commitment)

FIRST_WORDS = 5
"""So many first words name a statement or commitment; fewer could be a figure or a speaker."""


def correct(record: ArticleRecord, corrections: Sequence[Correction]) -> ArticleRecord:
    """The record with each correction of it applied in turn; a later one wins."""
    for correction in corrections:
        if correction.article == record.id:
            record = _applied(record, correction)
    return record


def missed(record: ArticleRecord, corrections: Sequence[Correction]) -> tuple[Problem, ...]:
    """What corrections would remove from this record, as it was extracted, or confirm, but do not find there."""
    return tuple(
        _nothing_there(correction, order, words, record)
        for correction in corrections
        if correction.article == record.id
        for order, every in (("remove", correction.remove), ("confirm", correction.confirm))
        for words in every
        if not any(_is_named(one, {_key(words)}) for one in (*_short(record), *_clauses(record)))
        and not (order == "confirm" and words in {area.slug for area in record.policy_areas})
    )


def unused(corrections: Sequence[Correction], ids: Iterable[str]) -> tuple[Problem, ...]:
    """Corrections of articles that are not there, with the nearest id that is."""
    known = set(ids)
    return tuple(_no_article(correction, known) for correction in corrections if correction.article not in known)


def _applied(record: ArticleRecord, correction: Correction) -> ArticleRecord:
    """One correction; what a person has decided is no longer to be looked at."""
    changes: dict[str, Any] = {}
    if correction.date is not None:
        changes["date"] = Date(correction.date)
    if correction.headline is not None:
        changes["headline"] = Headline(correction.headline)
    if correction.source is not None:
        changes["source"] = Source(correction.source)
    if correction.policy_areas is not None:
        changes["policy_areas"] = _areas(record, correction.policy_areas)
    notes = tuple(note for note in record.problems if note.field not in changes)
    corrected = replace(record, problems=notes, corrections=(*record.corrections, correction.path), **changes)
    left = _without(corrected, {_key(words) for words in correction.remove})
    return _restricted(_confirmed(left, {_key(words) for words in correction.confirm}))


def _areas(record: ArticleRecord, slugs: Sequence[str]) -> tuple[PolicyArea, ...]:
    """The areas that a person named, in their order, with the evidence that was found for them."""
    found = {area.slug: area for area in record.policy_areas}
    return tuple(replace(found.get(slug, PolicyArea(slug, 0.0, ())), confidence=1.0) for slug in slugs)


def _without(record: ArticleRecord, keys: set[str]) -> ArticleRecord:
    """The record without the facts that are named so; figures and commitments of a speaker who goes have none."""
    if not keys:
        return record
    record = keeping(record, lambda fact: not _is_named(_words(record, fact), keys))
    speakers = tuple(speaker for speaker in record.speakers if _key(speaker.name) not in keys)
    left = {speaker.slug for speaker in speakers}
    gone = {speaker.slug for speaker in record.speakers} - left
    kept = _without_projects(record, keys)
    return replace(
        kept,
        speakers=speakers,
        statistics=tuple(replace(one, speaker=None) if one.speaker in gone else one for one in kept.statistics),
        commitments=tuple(replace(one, speaker=None) if one.speaker in gone else one for one in kept.commitments),
    )


def _without_projects(record: ArticleRecord, keys: set[str]) -> ArticleRecord:
    """The record without projects that are named so, also among those that a commitment names."""
    projects = tuple(one for one in record.projects if _key(one.name) not in keys)
    left = {one.slug for one in projects}
    named = (replace(one, projects=tuple(slug for slug in one.projects if slug in left)) for one in record.commitments)
    return replace(record, projects=projects, commitments=tuple(named))


def _confirmed(record: ArticleRecord, keys: set[str]) -> ArticleRecord:
    """The record with full confidence in what is named so, and without the notes that asked to look at it."""

    def sure(fact: Fact, name: str = "") -> Fact:
        named = _is_named(_words(record, fact), keys) or _key(name) in keys
        return replace(fact, confidence=1.0) if named else fact

    if not keys:
        return record
    speakers = tuple(
        replace(speaker, statements=tuple(sure(said, speaker.name) for said in speaker.statements))
        for speaker in record.speakers
    )
    areas = tuple(replace(one, confidence=1.0) if one.slug in keys else one for one in record.policy_areas)
    statistics = tuple(map(sure, record.statistics))
    promised = tuple(map(sure, record.commitments))
    settled = [f"“{one.surface}”" for one in statistics if _key(one.surface) in keys]
    settled += [f"given to {one.name} " for one in speakers if all(said.confidence == 1 for said in one.statements)]
    notes = tuple(
        note
        for note in record.problems
        if note.field not in TELLING or not any(words in note.message for words in settled)
    )
    return replace(
        record, speakers=speakers, statistics=statistics, commitments=promised, policy_areas=areas, problems=notes
    )


def _restricted(record: ArticleRecord) -> ArticleRecord:
    """A figure or commitment belongs to no area that its article does not treat."""
    areas = {area.slug for area in record.policy_areas}
    told = {slug for one in record.statistics for slug in one.policy_areas}
    told |= {slug for one in record.commitments for slug in one.policy_areas}
    return without_areas(record, told - areas)


def _short(record: ArticleRecord) -> Iterator[str]:
    """The words by which figures, speakers and projects can be removed or confirmed."""
    yield from (statistic.surface for statistic in record.statistics)
    yield from (speaker.name for speaker in record.speakers)
    yield from (project.name for project in record.projects)


def _clauses(record: ArticleRecord) -> Iterator[str]:
    """The words of statements and commitments, which can be named by the first of them."""
    yield from (_words(record, said) for speaker in record.speakers for said in speaker.statements)
    yield from (_words(record, promised) for promised in record.commitments)


def _words(record: ArticleRecord, fact: Statement | Statistic | Commitment) -> str:
    return record.text[fact.span.start : fact.span.end]


def _is_named(words: str, keys: set[str]) -> bool:
    """Whether a key is these words, or the first of them where they are enough to tell a statement."""
    whole = _key(words)
    return whole in keys or any(len(key.split()) >= FIRST_WORDS and whole.startswith(key) for key in keys)


def _nothing_there(correction: Correction, order: str, words: str, record: ArticleRecord) -> Problem:
    near = get_close_matches(words, list(dict.fromkeys(_short(record))), n=1, cutoff=0.5)
    mend = f'did you mean "{near[0]}"?' if near else "write it as it stands there"
    return Problem(
        correction.file or correction.path,
        correction.line,
        f'{order}: "{words[:80]}" is not in the record of {record.id}',
        mend,
    )


def _no_article(correction: Correction, ids: set[str]) -> Problem:
    near = get_close_matches(correction.article, sorted(ids), n=1, cutoff=0.6)
    mend = f'did you mean "{near[0]}"?' if near else '"sco-digest export" prints the ids of all articles'
    return Problem(
        correction.file or correction.path, correction.line, f'there is no article "{correction.article[:80]}"', mend
    )


def _key(words: str) -> str:
    """Words as they are compared: line ends and capitals make no difference."""
    return " ".join(words.casefold().split())
