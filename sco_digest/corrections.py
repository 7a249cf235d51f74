"""A record and the corrections of people come in; a new record that says what changed it goes out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from sco_digest.model import ArticleRecord, Correction, Date, Headline, PolicyArea, Problem, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def correct(record: ArticleRecord, corrections: Sequence[Correction]) -> ArticleRecord:
    """The record with each correction of it applied in turn; a later one wins."""
    for correction in corrections:
        if correction.article == record.id:
            record = _applied(record, correction)
    return record


def missed(record: ArticleRecord, corrections: Sequence[Correction]) -> tuple[Problem, ...]:
    """What corrections would remove from this record, as it was extracted, but do not find there."""
    there = {_key(words) for words in _removable(record)}
    return tuple(
        _nothing_there(correction, words, record)
        for correction in corrections
        if correction.article == record.id
        for words in correction.remove
        if _key(words) not in there
    )


def left_over(
    corrections: Sequence[Correction], ids: Iterable[str], records: Iterable[ArticleRecord]
) -> tuple[Problem, ...]:
    """Whatever corrections say that meets nothing: no article among `ids`, or no such words in its record."""
    lost = (problem for record in records for problem in missed(record, corrections))
    return (*unused(corrections, ids), *lost)


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
    return _restricted(_without(corrected, {_key(words) for words in correction.remove}))


def _areas(record: ArticleRecord, slugs: Sequence[str]) -> tuple[PolicyArea, ...]:
    """The areas that a person named, in their order, with the evidence that was found for them."""
    found = {area.slug: area for area in record.policy_areas}
    return tuple(found.get(slug, PolicyArea(slug, 0.0, ())) for slug in slugs)


def _without(record: ArticleRecord, keys: set[str]) -> ArticleRecord:
    """The record without statistics of these surfaces and speakers of these names; their figures have no speaker."""
    speakers = tuple(speaker for speaker in record.speakers if _key(speaker.name) not in keys)
    left = {speaker.slug for speaker in speakers}
    gone = {speaker.slug for speaker in record.speakers} - left
    statistics = (statistic for statistic in record.statistics if _key(statistic.surface) not in keys)
    return replace(
        record,
        speakers=speakers,
        statistics=tuple(
            replace(statistic, speaker=None) if statistic.speaker in gone else statistic for statistic in statistics
        ),
    )


def _restricted(record: ArticleRecord) -> ArticleRecord:
    """A figure belongs to no area that its article does not treat."""
    areas = {area.slug for area in record.policy_areas}
    return replace(
        record,
        statistics=tuple(
            replace(statistic, policy_areas=tuple(slug for slug in statistic.policy_areas if slug in areas))
            for statistic in record.statistics
        ),
    )


def _removable(record: ArticleRecord) -> Iterator[str]:
    """The words by which something can be removed."""
    yield from (statistic.surface for statistic in record.statistics)
    yield from (speaker.name for speaker in record.speakers)


def _nothing_there(correction: Correction, words: str, record: ArticleRecord) -> Problem:
    near = get_close_matches(words, list(dict.fromkeys(_removable(record))), n=1, cutoff=0.5)
    mend = f'did you mean "{near[0]}"?' if near else "write it as it stands there"
    return Problem(
        correction.file or correction.path,
        correction.line,
        f'remove: "{words}" is not in the record of {record.id}',
        mend,
    )


def _no_article(correction: Correction, ids: set[str]) -> Problem:
    near = get_close_matches(correction.article, sorted(ids), n=1, cutoff=0.6)
    mend = f'did you mean "{near[0]}"?' if near else '"sco-digest export" prints the ids of all articles'
    return Problem(
        correction.file or correction.path, correction.line, f'there is no article "{correction.article}"', mend
    )


def _key(words: str) -> str:
    """Words as they are compared: line ends and capitals make no difference."""
    return " ".join(words.casefold().split())
