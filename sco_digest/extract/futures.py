"""A "will" at a token in, what somebody sets out to do there out; nothing where it only forecasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.actors import READ, Promise

if TYPE_CHECKING:
    from sco_digest.extract.actors import Actors
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

FAR: Final = 16
"""Tokens of the longest noun phrase before "will be built"."""
CURRENCIES: Final = frozenset("$€£¥₽")
QUOTES: Final = frozenset('“"«')


class Futures:
    """Reads what will be done in one text."""

    def __init__(self, tokens: Tokens, actors: Actors, language: Language) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.actors = actors
        self.words = language.commitments
        self.determiners = language.quantities.links.determiners
        self.boundaries = language.quantities.nouns.boundaries - language.quantities.nouns.measuring  # a long bridge
        self.prepositions = language.grammar.prepositions

    def at(self, i: int, first: int, last: int) -> Promise | None:
        """The bank will build a school; a school will be built."""
        k = i + 1
        while k < last and (self.lower[k] in self.words.auxiliaries or self.lower[k].endswith("ly")):
            k += 1
        if k + 1 >= last or not self.words.doubting.isdisjoint(self.lower[first:i]):
            return None
        if self.lower[k] == "be":
            done = k + 1 + self.lower[k + 1].endswith("ly")
            return self._to_be_done(i, done, first, last)
        if self.lower[k] not in self.words.do:
            return None
        who = self.actors.before(i, first)
        if who is None or not who.sure or not self.words.people.isdisjoint(self.lower[who.first : who.last]):
            return None
        if not self._has_object(k + 1, last):
            return None
        return Promise(i, k + 1, "commitment", who, what=k, start=who.first, confidence=READ)

    def _has_object(self, i: int, last: int) -> bool:
        """Whether a verb has something that is done behind it."""
        word = self.lower[i]
        return (
            i < last
            and (word[0].isalnum() or self.tokens.words[i] in CURRENCIES or word in '“"«')
            and word not in self.words.no_object
        )

    def _to_be_done(self, i: int, done: int, first: int, last: int) -> Promise | None:
        if done >= last or self.lower[done] not in self.words.done:
            return None
        begin = self._noun_phrase(i, first)
        if begin is None:
            return None
        return Promise(i, done + 1, "commitment", None, what=begin, end=i, start=begin, confidence=READ)

    def _noun_phrase(self, end: int, first: int) -> int | None:
        """Where the noun phrase of a passive begins: all that stands before it in its clause."""
        begin = end
        while begin > first and begin > end - FAR and self._in_phrase(begin - 1):
            begin -= 1
        if begin == end or self.lower[begin] in self.words.relative or self.lower[begin] in self.words.new_subjects:
            return None
        free = begin == first or self.tokens.words[begin - 1] in ',;:—–"“«' or self.lower[begin - 1] == "that"
        return begin if free and self.lower[begin] not in self.words.due else None

    def _in_phrase(self, i: int) -> bool:
        word, lower = self.tokens.words[i], self.lower[i]
        if word in "-’'&" or lower in {"’s", "'s"}:
            return True
        inner = lower in self.prepositions or lower in self.determiners or lower == "and"
        return word[0].isalnum() and (inner or lower not in self.boundaries or word != lower)
