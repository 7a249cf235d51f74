"""A bare number in, what it can be of by the words around it out: people, years of age, points of a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import singular
from sco_digest.extract.phrase_table import past_phrase

if TYPE_CHECKING:
    from sco_digest.extract.ages import Ages
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Number
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Kind

PEOPLE_WORDS_IN = 16
"""Tokens before a bare number in which "population" and the like are looked for."""
AUXILIARIES = 4
"""Auxiliaries of one verb, at most."""


class BareKinds:
    """Looks around the bare numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon, ages: Ages) -> None:
        self.tokens, self.lower, self.ages = tokens, tokens.lower, ages
        self.first, self.last = first, last
        self.nouns = lexicon.words.nouns
        self.links = lexicon.words.links
        self.results, self.factors = self.links.results, lexicon.words.uses.factors
        self.parents = lexicon.words.uses.parents
        self.bounds = lexicon.bounds_before

    def of(self, base: Figure, number: Number) -> tuple[str, Kind] | None:
        """Unit and kind of a number that has none beside it."""
        before = self.lower[base.first - 1] if base.first > self.first else ""
        after = self.lower[base.last : min(self.last, base.last + 2)]
        if told := self._of_noun(base, before):
            return told
        if self.ages.is_aside(number):
            return "year", "age"
        if animal := self._animals(base, number, before):
            return animal, "count"
        if self._people(base, number, before, after):
            return "person", "count"
        return ("year", "age") if self.ages.is_told(number) else None

    def _of_noun(self, base: Figure, before: str) -> tuple[str, Kind] | None:
        """By the noun before "of": "a magnitude of 6.3", "by a factor of 2.4", "a mother of three"."""
        if scale := self._scale(base, before):
            return scale, "other"
        noun = self.lower[base.first - 2] if base.first - 2 >= self.first and before in self.links.of else ""
        if noun in self.factors:
            return "fold", "multiple"
        return ("child", "count") if noun in self.parents else None

    def begin(self, base: Figure) -> int:
        """Where a figure or the "about" before it begins."""
        return past_phrase(self.bounds, self.lower, self.first, base.first)

    def _scale(self, base: Figure, before: str) -> str:
        """What a number in digits is a point of: "of magnitude 6.3", "a magnitude of 6.3"; not of an order of it."""
        i = base.first - 2 if before in self.links.of and base.first - 2 >= self.first else base.first - 1
        digits = self.lower[base.first][0].isdecimal() and i >= self.first and self.lower[i] in self.links.scales
        return self.lower[i] if digits and "order" not in self.lower[max(self.first, i - 2) : i] else ""

    def _people(self, base: Figure, number: Number, before: str, after: list[str]) -> bool:
        """ "31 were killed", "a panel of twelve", "the population is 7 million"."""
        told = not self.nouns.person_verbs.isdisjoint(after) or " ".join(after) in self.nouns.person_phrases
        told = told or self._suffers(base.last)
        if told or before in self.nouns.person_before:
            return True
        begin = self.begin(base)
        ahead = self.lower[max(self.first, begin - PEOPLE_WORDS_IN) : begin]
        group = len(ahead) > 1 and ahead[-1] in self.links.of and ahead[-2] in self.links.groups
        return group or (self._is_result(number, before) and not self.links.people.isdisjoint(ahead))

    def _is_result(self, number: Number, before: str) -> bool:
        return number.scale > 1 or before in self.results or before in self.links.measured

    def _animals(self, base: Figure, number: Number, before: str) -> str:
        """Of what animal a number tells the population: "The wolf population rose to 1,600"."""
        begin = self.begin(base)
        floor = max(self.first, begin - PEOPLE_WORDS_IN)
        for i in range(begin - 1, floor, -1) if self._is_result(number, before) else ():
            if self.lower[i] in self.links.people:
                name = singular(self.tokens.words[i - 1], self.nouns)  # as it stands: the town of Crane
                return name if name in self.nouns.animals else ""
        return ""

    def _suffers(self, i: int) -> bool:
        """Whether a verb of what happens to people stands at token `i` behind auxiliaries: "35 have been shot"."""
        end = i
        while end < min(self.last, i + AUXILIARIES) and self.lower[end] in self.links.auxiliaries:
            end += 1
        return i < end < self.last and self.lower[end] in self.nouns.person_verbs
