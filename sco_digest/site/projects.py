"""Records with the projects they name come in; a shelf for each project goes out: articles, countries, topics, voices.

A university, a centre or a road may be no project but where somebody works or lives: such a name has a page only if
several articles have it, if something is proposed or promised on it, or if the road is named by the places it connects.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sco_digest.many import Many
from sco_digest.model import ArticleRecord, Entry, Project, ProjectShelf, Records, Ref, Span
from sco_digest.sentences import Sentences
from sco_digest.site.countries import country_ref, tallies
from sco_digest.site.project_names import Naming, joined
from sco_digest.site.told import Starts

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

IN_PASSING = frozenset({"university", "centre", "road"})
"""Kinds that are often named in passing."""
SEVERAL = 2


class _Facts:
    """What stands where in one article, which may name thousands of projects."""

    def __init__(self, entry: Entry, record: ArticleRecord) -> None:
        evidence = {area.slug: area.evidence for area in record.policy_areas}
        self.sentences = Sentences(record)
        self.places = Starts((place.span.start, country_ref(place.country)) for place in record.places)
        self.topics = Starts((word.start, ref) for ref in entry.topics for word in evidence[ref.slug])
        self.planned = {slug for plan in record.commitments for slug in plan.projects}
        pairs = zip(entry.speakers, record.speakers, strict=True)
        said = ((said.span, ref) for ref, speaker in pairs for said in speaker.statements)
        self.said = sorted(said, key=lambda one: (one[0], one[1].slug))

    def voices(self, mentions: Sequence[Span]) -> Iterator[Ref]:
        """Each speaker once for each statement in which one of these, which are in their order, begins."""
        starts = [span.start for span in mentions]
        first = bisect_left(self._reach, starts[0] + 1) if starts else 0
        for span, ref in self.said[first:]:
            if span.start > starts[-1]:
                return
            place = bisect_left(starts, span.start)
            if place < len(starts) and starts[place] < span.end:
                yield ref

    @cached_property
    def _reach(self) -> list[int]:
        """How far the statements up to each of them reach."""
        return list(accumulate((span.end for span, _ in self.said), max))


class Part(Struct, frozen=True, gc=False):
    """What one article has of one project."""

    place: int
    facts: _Facts
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
        found: dict[str, list[tuple[Naming, Project]]] = defaultdict(list)
        for one, project in zip(several, record.projects, strict=True):
            found[slugs[one.slug]].append((one, project))
        facts = _Facts(entry, record)
        for slug, pairs in found.items():
            parts[slug].append(Part(place, facts, tuple(pairs)))
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
    return any(project.slug in part.facts.planned for _, project in part.found)


def _shelf(slug: str, parts: Sequence[Part], countries: Container[Ref]) -> ProjectShelf:
    """The name that most articles use, the longest of several; `countries` are those that have a page."""
    every = [one for part in parts for one, _ in part.found]
    name = max(Counter(one.name for one in every).items(), key=lambda item: (item[1], len(item[0]), item[0]))[0]
    return ProjectShelf(
        ref=Ref(slug, name, f"projects/{slug}/index.html"),
        kind=max(Counter(one.kind for one in every).items(), key=lambda item: (item[1], item[0]))[0],
        slugs=tuple(sorted({one.slug for one in every})),
        entries=tuple(part.place for part in parts),
        countries=tallies(
            Counter(ref for part in parts for ref in _within(part, part.facts.places) if ref in countries)
        ),
        topics=tallies(Counter(ref for part in parts for ref in _within(part, part.facts.topics))),
        speakers=tallies(Counter(ref for part in parts for ref in part.facts.voices(part.mentions))),
    )


def _within(part: Part, found: Starts[Ref]) -> list[Ref]:
    """Each that begins in a sentence that names the project, in the order of slugs."""
    refs = {ref for sentence in _sentences(part) for ref in found.within(sentence)}
    return sorted(refs, key=lambda ref: ref.slug)


def _sentences(part: Part) -> list[Span]:
    """The sentences that name the project."""
    sentences = part.facts.sentences
    numbers = {sentences.number(span.start) for span in part.mentions}
    return [sentences.spans[number - 1] for number in sorted(numbers) if number]
