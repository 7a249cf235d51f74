"""One record comes in, made ready to be asked: whom a part of it names, which of its sentences have some words.

An article may have thousands of sentences and another thousands of promises, so none of this goes through all sentences
for each of those.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sco_digest.model import ArticleRecord, Span

Thing = TypeVar("Thing")
WORD = re.compile(r"[^\W\d_]{2,}")


class Actor(Struct, frozen=True, gc=False):
    """Who proposes or promises, by one of these."""

    slug: str = ""
    """A speaker."""
    countries: frozenset[str] = frozenset()
    name: str = ""
    """Words that name an institution, without case."""


class Starts(Generic[Thing]):
    """What begins where in a text."""

    def __init__(self, found: Iterable[tuple[int, Thing]]) -> None:
        ordered = sorted(found, key=lambda one: one[0])
        self._offsets = [offset for offset, _ in ordered]
        self._things = [thing for _, thing in ordered]

    def within(self, part: Span) -> list[Thing]:
        """Each that begins in a part of the text, in its order."""
        return self._things[bisect_left(self._offsets, part.start) : bisect_left(self._offsets, part.end)]


class Told:
    """One article."""

    def __init__(self, record: ArticleRecord, known: Collection[str]) -> None:
        """`known` are the words that count for anything."""
        self.record = record
        self._known = known
        self._named: dict[Actor, set[int]] = {}
        self._places = Starts((place.span.start, place.country) for place in record.places)

    @cached_property
    def sentences(self) -> Sentences:
        """Those of the article."""
        return Sentences(self.record)

    @cached_property
    def words(self) -> list[set[str]]:
        """The words of each sentence that count."""
        text = self.record.text
        return [words_of(text[span.start : span.end]).intersection(self._known) for span in self.sentences.spans]

    def countries(self, part: Span) -> list[str]:
        """Those that a part of the text names, in its order."""
        return self._places.within(part)

    def speaker(self, part: Span) -> str:
        """The first in the order of the record of those named in a part of the text; empty for nobody."""
        inside = [number for stop, number in self._mentions.within(part) if stop <= part.end]
        return self.record.speakers[min(inside)].slug if inside else ""

    def having(self, words: Iterable[str]) -> set[int]:
        """The sentences with any of some words."""
        return set().union(*(self._having[word] for word in words if word in self._having))

    def fewest(self, words: Iterable[str]) -> list[str]:
        """Words in the order of how few sentences have them."""
        return sorted(words, key=lambda word: (len(self._having.get(word, ())), word))

    def naming(self, actor: Actor, among: set[int]) -> list[int]:
        """Those of some sentences that name an actor, in their order."""
        if actor.name:  # words, which may be other ones in each promise
            return [number for number in sorted(among) if self._names(actor, number)]
        if actor not in self._named:
            self._named[actor] = {number for number in range(len(self.words)) if self._names(actor, number)}
        return sorted(among & self._named[actor])

    def _names(self, actor: Actor, sentence: int) -> bool:
        """Whether a sentence names an actor, or is told by the speaker who it is."""
        span = self.sentences.spans[sentence]
        if actor.countries:
            return actor.countries.issubset(self.countries(span))
        if actor.name:
            return actor.name in " ".join(self.record.text[span.start : span.end].casefold().split())
        return sentence in self._told_by.get(actor.slug, ())

    @cached_property
    def _mentions(self) -> Starts[tuple[int, int]]:
        """Where each speaker is named, to what end, and which one that is."""
        return Starts(
            (span.start, (span.end, number))
            for number, speaker in enumerate(self.record.speakers)
            for span in speaker.mentions
        )

    @cached_property
    def _having(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(self.words):
            for word in words:
                found[word].add(number)
        return dict(found)

    @cached_property
    def _told_by(self) -> dict[str, set[int]]:
        """The sentences in which each speaker is named, or says something."""
        spans, found = self.sentences.spans, defaultdict[str, set[int]](set)
        for speaker in self.record.speakers:
            for one in (*speaker.mentions, *(said.span for said in speaker.statements)):
                number = max(0, self.sentences.number(one.start) - 1)
                while number < len(spans) and spans[number].start < one.end:
                    if one.start < spans[number].end:
                        found[speaker.slug].add(number)
                    number += 1
        return found


def words_of(text: str) -> set[str]:
    """Its words without case."""
    return set(WORD.findall(text.casefold()))
