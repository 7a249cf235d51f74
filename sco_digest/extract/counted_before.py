"""A bare number and the figures before it in, what it counts of them out: "of whom 1,850", "Osh sent 30, Naryn 20"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.gapping import gap_begins, names_place
from sco_digest.extract.phrase_table import past_phrase

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Item, Number
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Places

COMPARED: Final = frozenset({"count", "money", "percent", "mass", "volume", "energy", "area"})
"""Kinds of figures of which places are compared."""
ALIKE: Final = 1000
"""How many times as large one of them may be: not "84 million people, Austria 9", where the million is left out."""
REACH: Final = 40
"""Tokens before a figure in which the place is looked for that it is of."""
VERB: Final = 3
"""Tokens behind "others" in which what happened to them is looked for."""
BETWEEN: Final = 5
"""Tokens between a figure and the comma before the next place are fewer."""


class CountedBefore:
    """Reads the bare numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon, places: Places) -> None:
        self.tokens, self.lower, self.places = tokens, tokens.lower, places
        self.first, self.last = first, last
        self.links, self.bounds = lexicon.words.links, lexicon.bounds_before
        self.nouns = lexicon.words.nouns

    def gapped(self, base: Figure, number: Number, near: Figure | None, *, alone: bool) -> tuple[bool, Figure | None]:
        """Whether a place with a number stands for a clause without its verb, and the figure whose unit it has.

        `near` is the figure before it in the sentence; `alone` says that all there are of one unit, so that no other
        can be meant.
        """
        gap = gap_begins(self.tokens, base.first, base.last, self.first, self.places)
        if gap is None:
            return False, None
        gapped = near is not None and alone and self._is_gapped(near, base, gap)
        return gapped or number.scale == 1, near if gapped else None

    def part(
        self, base: Figure, near: Figure | None, previous: Figure | None, *, alone: bool
    ) -> tuple[bool, Figure | None]:
        """Whether a number is part of what was counted before, and that: "90 guests, of whom 29 left"; as above."""
        counted = near or previous
        if counted is None or counted.kind != "count":
            return False, None
        fewer = counted.value is None or (base.value or 0) <= counted.value
        if self._is_left(base.first, near) and fewer:
            return True, counted
        return self._is_among(base.first), counted if fewer and alone else None

    def are_others(self, item: Item, near: Figure) -> bool:
        """Whether "others" are things that were counted before, and no people: "destroyed 300 houses and 80 others"."""
        unit = item.unit
        if unit is None or unit.noun is None or self.lower[unit.noun] not in self.links.more & self.nouns.people:
            return False
        before = self.lower[max(self.first, item.first - 1) : item.first]
        if unit.noun + 1 != unit.last or before == ["with"]:
            return False
        people = [*before, *self.lower[unit.last : min(self.last, unit.last + VERB)]]
        hurt = not self.nouns.person_verbs.isdisjoint(people) or not self.nouns.person_before.isdisjoint(before)
        return near.unit.split()[-1:] != [] and near.unit.split()[-1] in self.nouns.things and not hurt

    def is_of_them(self, i: int) -> bool:
        """Whether "of them" begins at token `i`: "bought 90 sheep and sold 29 of them"."""
        behind = self.lower[i : min(self.last, i + 2)]
        return len(behind) > 1 and behind[0] in self.links.of and behind[1] in self.links.those

    def _is_left(self, i: int, near: Figure | None) -> bool:
        """Whether the number at token `i` is told of a whole: "Of the 90 guests, 12 stayed", "the remaining 78"."""
        end = past_phrase(self.bounds, self.lower, self.first, i)
        comma = end > self.first and self.lower[end - 1] == ","
        left = end > self.first and self.lower[end - 1] in self.links.remaining
        return left or (comma and near is not None and self._opens_with(near))

    def _is_among(self, i: int) -> bool:
        """Whether "of whom" stands before token `i`: "90 guests, of whom about 29 left", "Of these, 12 stayed"."""
        end = past_phrase(self.bounds, self.lower, self.first, i)
        end -= end > self.first and self.lower[end - 1] == ","
        begin = end - 2
        if begin < self.first or (begin > self.first and self.lower[begin - 1].isalnum()):
            return False  # eleven of them older than 60
        return self.lower[begin] in self.links.of and self.lower[begin + 1] in self.links.those

    def _opens_with(self, whole: Figure) -> bool:
        """Whether the sentence begins with what it tells a part of: "Of the 90 guests"."""
        begin = whole.first - 1
        begin -= begin > self.first and self.lower[begin] in self.links.definite
        return begin == self.first and self.lower[begin] in self.links.of

    def _is_gapped(self, near: Figure, base: Figure, begin: int) -> bool:
        """Whether a place stands before a number whose verb is left out, as another does before the figure ahead."""
        value, other = base.value or 0, near.value or 0
        like = near.kind in COMPARED and other / ALIKE <= value <= other * ALIKE
        first = max(self.first, near.first - REACH)
        if not like or not 0 <= begin - near.last < BETWEEN or ":" in self.lower[first : near.first]:
            return False
        behind = self.lower[base.last : base.last + 2]
        aside = behind[:1] == [","] and not self.links.determiners.isdisjoint(behind[1:])  # Moscow 24, the channel
        verb = not self.links.finite.isdisjoint(self.tokens.words[near.last : begin])  # as they stand: in May
        return not (aside or verb) and names_place(self.tokens, first, near.first, self.places)
