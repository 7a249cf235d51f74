"""A bare number in, whether somebody is so old out: "The driver, 24, fled", "aged under 12", "a third are over 65"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import singular
from sco_digest.extract.phrase_table import past_phrase

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Number
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

OLDEST: Final = 110
YOUNGEST_NAMED: Final = 10
"""Between a name and a comma a smaller number is a score as often: "Arsenal, 3, had"."""
AGE_WORDS_IN: Final = 16
"""Tokens before a bare number in which "the median age" and the like are looked for."""
OVER: Final = frozenset({"over", "under", "above", "below"})
PEOPLE_IN: Final = 10
"""Tokens before "are over 65" in which those are looked for who are."""


class Ages:
    """Reads the bare numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon, people: People) -> None:
        self.tokens, self.lower, self.people = tokens, tokens.lower, people
        self.first, self.last = first, last
        self.links, self.nouns = lexicon.words.links, lexicon.words.nouns
        self.bounds = lexicon.bounds_before
        self.casualties = lexicon.words.uses.casualties
        self.shares = lexicon.words.uses.shares.union(lexicon.words.numbers.fractions)

    def is_aside(self, number: Number) -> bool:
        """Whether a number is the age of somebody before it: "aged 52", "Maddon, 66, has", "their mother, 34, died"."""
        begin = self._begin(number)
        while (
            begin - 2 > self.first and self.lower[begin - 1] in self.links.lists and self.lower[begin - 2].isdecimal()
        ):
            begin -= 2  # aged 19 and 23
        if begin > self.first and self.lower[begin - 1] in self.links.aged:
            return True
        who = number.first - 2
        commas = who >= self.first and self.lower[who + 1] == "," and self.lower[number.last : number.last + 1] == [","]
        if not commas or not self._can_be(number) or not self.lower[number.first].isdecimal():
            return False
        named = self.tokens.words[who].istitle() and (number.value or 0) >= YOUNGEST_NAMED
        return named or self._is_person(self.lower[who])

    def is_told(self, number: Number) -> bool:
        """Whether a verb tells an age: "at the age of 34", "life expectancy is 73", "half of them are over 65"."""
        verb = self._begin(number) - 1
        if verb <= self.first or not self._can_be(number):
            return False
        if self.lower[verb] in (self.links.origin, self.links.target) and self.lower[verb - 1] in self.links.ages:
            return True
        if not self.links.older.isdisjoint(self.lower[verb + 1 : number.first]):
            return True
        ahead = self.lower[max(self.first, verb - AGE_WORDS_IN) : verb]
        told = self.lower[verb] in self.links.measured or self.lower[verb] in self.links.of
        return (told and not self.links.ages.isdisjoint(ahead)) or (self._is_over(number) and self._share_of(ahead))

    def _is_over(self, number: Number) -> bool:
        """Whether somebody is said to be over or under a number: "are over 65"."""
        begin = number.first - 1
        bound = begin > self.first and self.lower[begin] in OVER and self.lower[number.first].isdecimal()
        return bound and self.lower[begin - 1] in self.links.being

    def _share_of(self, words: list[str]) -> bool:
        """Whether words tell of a share of people: "a third of the nurses", "one farmer in four"."""
        near = words[-PEOPLE_IN:]
        if self.shares.isdisjoint(near) or not self.casualties.isdisjoint(near):
            return False
        return any(word in self.links.people or self._is_person(singular(word, self.nouns)) for word in near)

    def _is_person(self, word: str) -> bool:
        people = self.people
        return word in people.humans or word in people.roles or word in people.trades or word in people.personal

    def _can_be(self, number: Number) -> bool:
        value = number.value or 0
        return 0 < value <= OLDEST and value % 1 == 0

    def _begin(self, number: Number) -> int:
        """Where a number or the "over" before it begins."""
        return past_phrase(self.bounds, self.lower, self.first, number.first)
