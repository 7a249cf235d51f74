"""A bare number in, what it can be of by the words around it out: people, years of age, points of a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.phrase_table import longest_before

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Number
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Kind

PEOPLE_WORDS_IN = 16
"""Tokens before a bare number in which "population" and the like are looked for."""
AUXILIARIES = 4
"""Auxiliaries of one verb, at most."""
AGES = frozenset(range(10, 111))


class BareKinds:
    """Looks around the bare numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.first, self.last = first, last
        self.nouns = lexicon.words.nouns
        self.links = lexicon.words.links
        self.results = self.links.results
        self.bounds = lexicon.bounds_before

    def of(self, base: Figure, number: Number) -> tuple[str, Kind] | None:
        """Unit and kind of a number that has none beside it."""
        before = self.lower[base.first - 1] if base.first > self.first else ""
        after = self.lower[base.last : min(self.last, base.last + 2)]
        if scale := self._scale(base, before):
            return scale, "other"
        if self._people(base, number, before, after):
            return "person", "count"
        return ("year", "age") if self._age(base, number, before, after) else None

    def begin(self, base: Figure) -> int:
        """Where a figure or the "about" before it begins."""
        found = longest_before(self.bounds, self.lower, self.first, base.first)
        return found[1] if found else base.first

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
        return group or (
            (number.scale > 1 or before in self.results or before in self.links.measured)
            and not self.links.people.isdisjoint(ahead)
        )

    def _suffers(self, i: int) -> bool:
        """Whether a verb of what happens to people stands at token `i` behind auxiliaries: "35 have been shot"."""
        end = i
        while end < min(self.last, i + AUXILIARIES) and self.lower[end] in self.links.auxiliaries:
            end += 1
        return i < end < self.last and self.lower[end] in self.nouns.person_verbs

    def _age(self, base: Figure, number: Number, before: str, after: list[str]) -> bool:
        """ "aged 18", and "Maddon, 66, has"."""
        name = base.first - 2
        likely = number.value in AGES and self.lower[number.first].isdecimal() and name >= self.first
        aside = likely and before == "," and after[:1] == [","] and self.tokens.words[name].istitle()
        return aside or before in self.links.aged or (number.value in AGES and self._age_told(base))

    def _age_told(self, base: Figure) -> bool:
        """ "at the age of 34", "the median age was about 31", "life expectancy is 73", "the age from 63 to 65"."""
        verb = self.begin(base) - 1
        if (
            verb > self.first
            and self.lower[verb] in (self.links.origin, self.links.target)
            and self.lower[verb - 1] in self.links.ages
        ):
            return True
        ahead = self.lower[max(self.first, verb - PEOPLE_WORDS_IN) : verb]
        return (
            verb > self.first
            and (self.lower[verb] in self.links.measured or self.lower[verb] in self.links.of)
            and not self.links.ages.isdisjoint(ahead)
        )
