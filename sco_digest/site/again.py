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

from collections import defaultdict
from functools import lru_cache
from math import fsum, log2
from typing import TYPE_CHECKING

from sco_digest.model import Again
from sco_digest.site.told import WORD, Actor, Told, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import ArticleRecord, Commitment, Entry, Records

SHORTEST = 3
"""Letters of a word that counts; a name may have two."""
LEAST = 3
LEAST_RARE = 2
RARE = 1 / 16
FEW = 4
"""Articles in which a word is rare on the smallest site."""
SHARE = 4 / 5
KEPT = 100
"""Articles that are at hand at once: all of a site are too many to hold."""


class Retold:
    """All articles, made ready to be asked what speaks of a thing again."""

    def __init__(self, entries: Sequence[Entry], records: Records) -> None:
        """`entries` are newest first."""
        self._entries, self._records = entries, records
        every = (records[entry.id].record for entry in entries)
        known = {word for record in every for plan in record.commitments for word in words_of(_what(record, plan))}
        self._words = [known & words_of(records[entry.id].record.text) if known else set() for entry in entries]
        self.article = lru_cache(maxsize=KEPT)(self._article)
        self._having: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in words:
                self._having[word].append(place)

    def passages(self, place: int, plan: Commitment) -> Iterator[Again]:
        """The first sentence of each article, the newest first; `place` is the article of the plan in the entries."""
        article = self.article(place)
        actor, what = _actor(article, plan), _what(article.record, plan)
        words, names = {word for word in words_of(what) if len(word) >= SHORTEST}, _names(what)
        if actor is None or len(words) < LEAST:
            return
        for other in self._candidates(place, words, names):
            if self._tells(words, words & self._words[other]):  # else none of its sentences does
                yield from self._first(other, actor, words, names)

    def _article(self, place: int) -> Told:
        """One of the entries, to be asked."""
        return Told(self._records[self._entries[place].id].record, self._words[place])

    def _candidates(self, place: int, words: Iterable[str], names: Iterable[str]) -> list[int]:
        """Later articles with one of the two rarest words that any other has, and all names."""
        shared = sorted((len(self._having[word]), word) for word in words if len(self._having[word]) > 1)
        found = {other for _, word in shared[:LEAST_RARE] for other in self._having[word]}
        for name in names:
            found.intersection_update(self._having[name])
        day = self._entries[place].date
        return sorted(other for other in found if self._entries[other].date > day)

    def _first(self, place: int, actor: Actor, words: set[str], names: set[str]) -> Iterator[Again]:
        """The first sentence of an article that speaks of it, if one does."""
        article = self.article(place)
        found = article.having(self._needed(article.fewest(words)))
        for name in names:
            found &= article.having([name])
        for number in article.naming(actor, found):
            if self._tells(words, words & article.words[number]):
                anchor = article.sentences.anchor(article.sentences.spans[number])
                yield Again(place=place, anchor=anchor, sentence=number + 1)
                return

    def _needed(self, words: Sequence[str]) -> list[str]:
        """The first of some words: a sentence with none of them has too few of all."""
        weights = [log2(len(self._entries) / len(self._having[word])) for word in words]
        most, found = fsum(weights) * (1 - SHARE) * (1 + 1e-9), 0.0
        for number, weight in enumerate(weights, 1):
            found += weight
            if found > most:
                return list(words[:number])
        return list(words)

    def _tells(self, words: set[str], shared: set[str]) -> bool:
        """Whether so many of the words are there that it can be nothing else."""
        most = max(FEW, len(self._entries) * RARE)
        if len(shared) < LEAST or sum(len(self._having[word]) <= most for word in shared) < LEAST_RARE:
            return False
        weights = {word: log2(len(self._entries) / len(self._having[word])) for word in words}
        return fsum(weights[word] for word in shared) >= SHARE * fsum(weights.values()) > 0


def _names(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text) if word[0].isupper()}


def _what(record: ArticleRecord, plan: Commitment) -> str:
    """What is to be done, without when."""
    span, when = plan.what.span, plan.period.span if plan.period else None
    if when is None or not span.start <= when.start < span.end:
        return record.text[span.start : span.end]
    return record.text[span.start : when.start] + record.text[when.end : span.end]


def _actor(article: Told, plan: Commitment) -> Actor | None:
    """Who it is; none for "it" and "the sides", unless a speaker tells it."""
    who = plan.who
    if who is not None:
        if slug := article.speaker(who.span):
            return Actor(slug=slug)
        if countries := article.countries(who.span):
            return Actor(countries=frozenset(countries))
        if len(_names(who.text)) > 1:
            return Actor(name=" ".join(who.text.casefold().split()))
    return Actor(slug=plan.speaker) if plan.speaker else None
