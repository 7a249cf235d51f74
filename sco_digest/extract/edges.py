"""The subject of a verb read to its full length in, the same without what belongs to the clause out: times, makers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Range
    from sco_digest.extract.tokens import Tokens

TIME = 10
"""Tokens of a time at either end of a subject, at most."""
YEAR = 4
"""Digits of a year."""


class Edges:
    """The rules, over the sentences of one text; each gives the token at which the rest begins or ends."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        self.lower, self.months = tokens.lower, months
        self.verbs, self.nouns = lexicon.verbs, lexicon.words.nouns
        self.links, self.change, self.meaning = lexicon.words.links, lexicon.words.change, lexicon.words.meaning

    def trimmed(self, start: int, end: int, verb: int) -> Range:
        """Tokens `start` to `end` before a verb without times, makers and another clause."""
        start = self._after_verb(self._after_time(start, end), end, verb)
        return start, self._before_maker(start, self._before_time(start, end))

    def says_how_much(self, word: str) -> bool:
        """Whether a verb is one of measure or of change."""
        return word in self.change.measure or word in self.change.up or word in self.change.down

    def _after_time(self, start: int, end: int) -> int:
        """Past "in 2024", "so far this year" and the like at the head of a clause, or "with"."""
        if start < end and self.lower[start] in self.meaning.with_:
            return start + 1
        if start >= end or not (self.lower[start] in self.links.time_prepositions or self._opens_time(start)):
            return start
        ends = [i for i in range(start, min(end, start + TIME)) if self._ends_time(i)]
        return ends[-1] + 1 if ends else end if self.lower[start] in self.links.time_prepositions else start

    def _opens_time(self, i: int) -> bool:
        """Whether "this year", "last month" or "so far" begins at token `i`."""
        return self.lower[i] in self.meaning.this or self.lower[i : i + 2] in self.meaning.so_far

    def _ends_time(self, i: int) -> bool:
        word, after = self.lower[i], self.lower[i + 1]
        time = word in self.links.time_nouns or word in self.months or word.isdecimal()
        return time and after not in {"’s", "'s", "-"} and after not in self.links.of

    def _after_verb(self, start: int, end: int, verb: int) -> int:
        """Past the verb of which the subject of an infinitive is the object: "called for the share to reach"."""
        if self.lower[verb - 1] != self.links.target or end < verb - 1 or not self.says_how_much(self.lower[verb]):
            return start
        for k in range(end - 1, start, -1):
            word = self.lower[k]
            acts = word in self.verbs or word in self.links.finite or word in self.meaning.judging
            if acts or is_past(word, self.nouns):
                return k + 1 + (self.lower[k + 1] in self.links.attaching)
        return start

    def _before_time(self, start: int, end: int) -> int:
        """The end of a subject without "in 2024" and "by March" behind it."""
        for k in range(end - 1, max(start, end - TIME), -1):
            if self.lower[k] in self.links.time_prepositions:
                return k if any(self._is_dated(i) for i in range(k + 1, end)) else end
        return end

    def _is_dated(self, i: int) -> bool:
        word = self.lower[i]
        time = word in self.links.time_nouns and self.lower[i - 1] != "-"
        return time or word in self.months or (len(word) == YEAR and word.isdecimal())

    def _before_maker(self, start: int, end: int) -> int:
        """The end of a subject without who made it: prices "published by the office"."""
        for k in range(start + 1, end - 1):
            if self.lower[k + 1] == self.links.maker and is_past(self.lower[k], self.nouns):
                return k
        return end
