"""Who speaks in all records of a site comes in; one slug for a person whom some of them name by initials goes out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sco_digest.model import ArticleRecord, Speaker


class Known(NamedTuple):
    """A person under one slug: the words of the name, lower case, and the countries that were told."""

    slug: str
    words: tuple[str, ...]
    countries: frozenset[str]


def same_people(everyone: Iterable[Known]) -> dict[str, str]:
    """For the slug of "A. Kerimov" that of the one Aibek Kerimov whom others name and whose country agrees.

    Of two people whom the initials fit, neither is taken. `content/people.yaml` settles what this cannot.
    """
    people = _once(everyone)
    full: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for person in people:
        if not _has_initials(person.words):
            full[_family(person)].append(person)
    slugs: dict[str, str] = {}
    for person in people:
        if _has_initials(person.words):
            fits = {other.slug for other in full.get(_family(person), ()) if _stands_for(person, other)}
            if len(fits) == 1:
                slugs[person.slug] = fits.pop()
    return slugs


def people_of(record: ArticleRecord) -> tuple[Known, ...]:
    """The people who speak in an article."""
    people = (speaker for speaker in record.speakers if speaker.kind == "person")
    return tuple(Known(one.slug, _words(one), frozenset([one.country] if one.country else [])) for one in people)


def _once(people: Iterable[Known]) -> list[Known]:
    """Everyone once for each way of writing the name."""
    countries: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for one in people:
        countries.setdefault((one.slug, one.words), set()).update(one.countries)
    return [Known(slug, words, frozenset(told)) for (slug, words), told in countries.items()]


def _words(speaker: Speaker) -> tuple[str, ...]:
    return tuple(speaker.name.casefold().replace(".", " ").split())


def _has_initials(words: tuple[str, ...]) -> bool:
    """Whether all words of a name but the surname are initials."""
    return len(words) > 1 and all(len(word) == 1 for word in words[:-1]) and len(words[-1]) > 1


def _family(person: Known) -> tuple[str, str]:
    """Surname and first letter: of thousands of people only those who have both need be compared."""
    return person.words[-1] if person.words else "", person.words[0][:1] if person.words else ""


def _stands_for(short: Known, full: Known) -> bool:
    """Whether initials are those of a name, in its order, with the same surname and no other country."""
    initials = short.words[:-1]
    given = full.words[:-1]
    same = full.words[-1:] == short.words[-1:] and len(given) >= len(initials)
    agree = not short.countries or not full.countries or bool(short.countries & full.countries)
    return same and agree and all(word.startswith(one) for one, word in zip(initials, given, strict=False))


def new_slugs(here: Collection[str], slugs: Mapping[str, str]) -> dict[str, str]:
    """Those of `slugs` that an article with these slugs gets; none where it names the person in full beside."""
    return {old: slugs[old] for old in here if old in slugs and slugs[old] not in here}


def renamed(record: ArticleRecord, new: Mapping[str, str]) -> ArticleRecord:
    """The record with other slugs."""
    speakers = (replace(one, slug=new.get(one.slug, one.slug)) for one in record.speakers)
    statistics = (replace(one, speaker=new.get(one.speaker or "", one.speaker)) for one in record.statistics)
    promised = (replace(one, speaker=new.get(one.speaker or "", one.speaker)) for one in record.commitments)
    return replace(record, speakers=tuple(speakers), statistics=tuple(statistics), commitments=tuple(promised))
