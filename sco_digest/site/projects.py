"""Records with the projects they name come in; a shelf for each project goes out: articles, countries, topics, voices.

A university, a centre or a road may be no project but where somebody works or lives: such a name has a page only if
several articles have it, if something is proposed or promised on it, or if the road is named by the places it connects.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sco_digest.many import Many
from sco_digest.model import ArticleRecord, Entry, Project, ProjectShelf, Records, Ref, Span
from sco_digest.sentences import Sentences
from sco_digest.site.countries import country_ref, tallies
from sco_digest.site.project_names import Naming, joined

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

IN_PASSING = frozenset({"university", "centre", "road"})
"""Kinds that are often named in passing."""
SEVERAL = 2


class Part(Struct, frozen=True, gc=False):
    """What one article has of one project."""

    place: int
    entry: Entry
    record: ArticleRecord
    found: tuple[tuple[Naming, Project], ...]
    """More than one where the article itself takes two names for two things."""

    @property
    def mentions(self) -> list[Span]:
        """Where it is named, in the order of the text."""
        return sorted(span for _, project in self.found for span in project.mentions)


def build_projects(
    entries: Sequence[Entry], named: Sequence[Sequence[Naming]], records: Records
) -> tuple[ProjectShelf, ...]:
    """The shelf of each project that has a page, the one with most articles first.

    `entries` are newest first; `named` has the projects of each.
    """
    slugs = joined(chain.from_iterable(reversed(named)))
    parts: dict[str, list[Part]] = defaultdict(list)
    for place, (entry, several) in enumerate(zip(entries, named, strict=True)):
        if not several:
            continue
        record = records[entry.id].record
        pairs = tuple(zip(several, record.projects, strict=True))
        for slug in dict.fromkeys(slugs[one.slug] for one in several):
            found = tuple((one, project) for one, project in pairs if slugs[one.slug] == slug)
            parts[slug].append(Part(place, entry, record, found))
    countries = {ref for entry in entries for ref in entry.countries}
    shelves = (_shelf(slug, found, countries) for slug, found in parts.items() if _has_page(found))
    return tuple(sorted(shelves, key=lambda shelf: (-len(shelf.entries), shelf.ref.slug)))


def with_projects(
    entries: Sequence[Entry], named: Sequence[Sequence[Naming]], shelves: Sequence[ProjectShelf]
) -> tuple[Entry, ...]:
    """The entries, each with the projects that it names."""
    refs = {slug: shelf.ref for shelf in shelves for slug in shelf.slugs}
    return tuple(
        replace(entry, projects=Many.of(tuple(refs.get(one.slug) for one in several))) if several else entry
        for entry, several in zip(entries, named, strict=True)
    )


def _has_page(parts: Sequence[Part]) -> bool:
    every = [one for part in parts for one, _ in part.found]
    if len(parts) >= SEVERAL or any(one.listed or one.kind not in IN_PASSING for one in every):
        return True
    return any(_is_planned(part) for part in parts)


def _is_planned(part: Part) -> bool:
    """Whether something is proposed or promised on it."""
    return any(project.slug in plan.projects for _, project in part.found for plan in part.record.commitments)


def _shelf(slug: str, parts: Sequence[Part], countries: Container[Ref]) -> ProjectShelf:
    """The name that most articles use, the longest of several; `countries` are those that have a page."""
    every = [one for part in parts for one, _ in part.found]
    name = max(Counter(one.name for one in every).items(), key=lambda item: (item[1], len(item[0]), item[0]))[0]
    return ProjectShelf(
        ref=Ref(slug, name, f"projects/{slug}/index.html"),
        kind=max(Counter(one.kind for one in every).items(), key=lambda item: (item[1], item[0]))[0],
        slugs=tuple(sorted({one.slug for one in every})),
        entries=tuple(part.place for part in parts),
        countries=tallies(Counter(ref for part in parts for ref in _countries(part) if ref in countries)),
        topics=tallies(Counter(ref for part in parts for ref in _topics(part))),
        speakers=tallies(Counter(ref for part in parts for ref in _voices(part))),
    )


def _sentences(part: Part) -> list[Span]:
    """The sentences that name the project."""
    sentences = Sentences(part.record)
    numbers = {sentences.number(span.start) for span in part.mentions}
    return [sentences.spans[number - 1] for number in sorted(numbers) if number]


def _countries(part: Part) -> Iterator[Ref]:
    """Each country that these sentences name."""
    sentences = _sentences(part)
    inside = {place.country for place in part.record.places if _is_within(place.span, sentences)}
    yield from map(country_ref, sorted(inside))


def _topics(part: Part) -> Iterator[Ref]:
    """Each policy area that they have evidence of."""
    sentences = _sentences(part)
    evidence = {area.slug: area.evidence for area in part.record.policy_areas}
    for ref in part.entry.topics:
        if any(_is_within(word, sentences) for word in evidence[ref.slug]):
            yield ref


def _voices(part: Part) -> Iterator[Ref]:
    """Each speaker once for each statement that names the project."""
    for ref, speaker in zip(part.entry.speakers, part.record.speakers, strict=True):
        for said in speaker.statements:
            if any(_is_within(span, [said.span]) for span in part.mentions):
                yield ref


def _is_within(span: Span, wider: Sequence[Span]) -> bool:
    return any(one.start <= span.start < one.end for one in wider)
