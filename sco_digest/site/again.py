"""A proposal or promise that names no project comes in; the sentences of later articles that speak of it again go out.

A sentence speaks of it again if all of this holds:
- it is of a later day;
- it names the same actor: the speaker, all the countries that "who" names, or the name that "who" is;
- it has every name among the words of what is to be done: "in Narimat" is not "in Qardesh";
- it has at least three of these words, two of them rare: in four articles or one of sixteen at the most;
- it has four fifths of them, each counted by how few articles have it: log2 of all articles by those, as in
  site/related.py.

Words are compared as they stand, since one that is missed costs less than one that is wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from math import fsum, log2
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.model import Again
from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import ArticleRecord, Commitment, Entry, Records, Span

WORD = re.compile(r"[^\W\d_]{2,}")
SHORTEST = 3
"""Letters of a word that counts; a name may have two."""
LEAST = 3
LEAST_RARE = 2
RARE = 1 / 16
FEW = 4
"""Articles in which a word is rare on the smallest site."""
SHARE = 4 / 5


class Actor(Struct, frozen=True, gc=False):
    """Who proposes or promises, by one of these."""

    slug: str = ""
    """A speaker."""
    countries: frozenset[str] = frozenset()
    name: str = ""
    """Words that name an institution, without case."""


class Retold:
    """All articles, made ready to be asked what speaks of a thing again."""

    def __init__(self, entries: Sequence[Entry], records: Records) -> None:
        """`entries` are newest first."""
        self._entries, self._records = entries, records
        every = (records[entry.id].record for entry in entries)
        known = {word for record in every for plan in record.commitments for word in _words(_what(record, plan))}
        self._words = [known & _words(records[entry.id].record.text) if known else set() for entry in entries]
        self._sentences_of: dict[int, list[tuple[Span, frozenset[str]]]] = {}
        self._having: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in words:
                self._having[word].append(place)

    def passages(self, place: int, plan: Commitment) -> Iterator[Again]:
        """The sentences, of the newest article first; `place` is the article of the plan in the entries."""
        record = self._records[self._entries[place].id].record
        actor, what = _actor(record, plan), _what(record, plan)
        words, names = {word for word in _words(what) if len(word) >= SHORTEST}, _names(what)
        if actor is None or len(words) < LEAST:
            return
        for other in self._candidates(place, words, names):
            if self._tells(words, words & self._words[other]):  # else none of its sentences does
                yield from self._sentences(other, actor, words, names)

    def _candidates(self, place: int, words: Iterable[str], names: Iterable[str]) -> list[int]:
        """Later articles with one of the two rarest words that any other has, and all names."""
        shared = sorted((len(self._having[word]), word) for word in words if len(self._having[word]) > 1)
        found = {other for _, word in shared[:LEAST_RARE] for other in self._having[word]}
        for name in names:
            found.intersection_update(self._having[name])
        day = self._entries[place].date
        return sorted(other for other in found if self._entries[other].date > day)

    def _sentences(self, place: int, actor: Actor, words: set[str], names: set[str]) -> Iterator[Again]:
        record = self._records[self._entries[place].id].record
        for number, (sentence, found) in enumerate(self._told(place), 1):
            if names <= found and self._tells(words, words & found) and _is_named(actor, record, sentence):
                yield Again(place=place, anchor=Sentences(record).anchor(sentence), sentence=number)

    def _told(self, place: int) -> list[tuple[Span, frozenset[str]]]:
        """The sentences of an article, each with those of its words that count for anything."""
        if place not in self._sentences_of:
            record, known = self._records[self._entries[place].id].record, self._words[place]
            self._sentences_of[place] = [
                (span, frozenset(known & _words(record.text[span.start : span.end])))
                for span in Sentences(record).spans
            ]
        return self._sentences_of[place]

    def _tells(self, words: set[str], shared: set[str]) -> bool:
        """Whether so many of the words are there that it can be nothing else."""
        most = max(FEW, len(self._entries) * RARE)
        if len(shared) < LEAST or sum(len(self._having[word]) <= most for word in shared) < LEAST_RARE:
            return False
        weights = {word: log2(len(self._entries) / len(self._having[word])) for word in words}
        return fsum(weights[word] for word in shared) >= SHARE * fsum(weights.values()) > 0


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _names(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text) if word[0].isupper()}


def _what(record: ArticleRecord, plan: Commitment) -> str:
    """What is to be done, without when."""
    span, when = plan.what.span, plan.period.span if plan.period else None
    if when is None or not span.start <= when.start < span.end:
        return record.text[span.start : span.end]
    return record.text[span.start : when.start] + record.text[when.end : span.end]


def _actor(record: ArticleRecord, plan: Commitment) -> Actor | None:
    """Who it is; none for "it" and "the sides", unless a speaker tells it."""
    who = plan.who
    if who is None:
        return Actor(slug=plan.speaker) if plan.speaker else None
    for speaker in record.speakers:
        if any(who.span.start <= span.start and span.end <= who.span.end for span in speaker.mentions):
            return Actor(slug=speaker.slug)
    if countries := frozenset(one.country for one in record.places if who.span.start <= one.span.start < who.span.end):
        return Actor(countries=countries)
    if len(_names(who.text)) > 1:
        return Actor(name=" ".join(who.text.casefold().split()))
    return Actor(slug=plan.speaker) if plan.speaker else None


def _is_named(actor: Actor, record: ArticleRecord, sentence: Span) -> bool:
    """Whether a sentence names an actor, or is told by the speaker who it is."""
    if actor.countries:
        inside = {one.country for one in record.places if sentence.start <= one.span.start < sentence.end}
        return actor.countries <= inside
    if actor.name:
        return actor.name in " ".join(record.text[sentence.start : sentence.end].casefold().split())
    spans = (
        span
        for speaker in record.speakers
        if speaker.slug == actor.slug
        for span in (*speaker.mentions, *(said.span for said in speaker.statements))
    )
    return any(span.start < sentence.end and sentence.start < span.end for span in spans)
