"""A figure in a row with the one before it in, its own noun or the subject of that one out: "exports 5, imports 6"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_plural
from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens

FAR = 14
"""Tokens between two figures of a list."""
NEAR = 6
"""Tokens between a pronoun and the figure of its verb."""
THAT = frozenset({"that", "those"})
ITEM = 4
"""Tokens between two figures of a list with other nouns."""


class Rows:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], clauses: Clauses, lexicon: Lexicon) -> None:
        self.tokens, self.lower, self.months = tokens, tokens.lower, months
        self.clauses, self.lexicon = clauses, lexicon
        self.links, self.meaning = lexicon.words.links, lexicon.words.meaning

    def find(
        self, before: tuple[Figure, Range | None], figure: Figure, begin: int, *, of_the_verb: bool
    ) -> Range | None:
        """The subject of the figure before, where that goes on, or the noun alone between both."""
        goes_on = self.continues(before[0].last, begin) or self._is_base(before[0], figure, begin)
        goes_on = goes_on or self._is_added(before, begin)
        if of_the_verb and before[1] and goes_on:
            return before[1]
        return self._gapped(before[0].last, begin, shares=figure.kind == before[0].kind == "percent")

    def continues(self, end: int, begin: int) -> bool:
        """Whether nothing but times and small words stands between two figures: "5 tonnes in 2024 and 6 in 2025"."""
        if begin - end > FAR:
            return False
        light = self.lexicon.connecting
        trade = any(
            self.lower[i] in self.meaning.priced and self.lower[i - 1] in self.links.in_of for i in range(end, begin)
        )  # in trade 9.8 percent
        return not trade and all(
            word in light or not word[0].isalpha() or word in self.months for word in self.lower[end:begin]
        )

    def _is_base(self, before: Figure, figure: Figure, begin: int) -> bool:
        """Whether the figure before is compared with this one: "$5.70 per kilogram, against $4.95"."""
        near = begin - before.last <= ITEM and figure.kind == before.kind
        return near and self.lower[begin - 1] in self.lexicon.words.time.bases

    def is_new_item(self, end: int, begin: int) -> bool:
        """Whether nouns without a verb stand between a comma or "and" and the next figure: ", spending 95 billion"."""
        between = self.lower[end:begin]
        if not between or between[0] not in self.links.lists or len(between) > ITEM:
            return False
        named = self.clauses.noun_before(begin, end)
        return named is not None and self.lexicon.changes.isdisjoint(between)

    def is_of_pronoun(self, begin: int, first: int) -> bool:
        """Whether "it" or "they" is the subject of the verb right before: "but it fell to 3 percent"."""
        for i in range(begin - 1, max(first, begin - NEAR), -1):
            if self.lower[i] in self.meaning.standing:
                return self.clauses.is_predicate(i + 1)
            if self.lower[i] in self.links.clause_ends:
                return False
        return False

    def _is_added(self, before: tuple[Figure, Range | None], begin: int) -> bool:
        """Whether "or" and the like join a figure to what the one before is of: "90 percent of it, or 3 tonnes"."""
        if before[1] is None or not before[0].last <= before[1][0] < before[1][1] <= begin:
            return False
        between = self.lower[before[1][1] : begin]
        return not self.links.either.isdisjoint(between) and self.lexicon.adding.issuperset(between)

    def _whole(self, end: int, first: int) -> Range | None:
        """The noun before token `end` with all that its prepositions add, if a comma or "and" stands before it."""
        found = self.clauses.phrase_before(end, first)
        marked = found and found[0] > first and self.lower[found[0] - 1] in self.links.lists
        return found if marked else None

    def _gapped(self, end: int, begin: int, *, shares: bool) -> Range | None:
        """The noun alone between two figures: "exports $4 billion, imports $13 billion", "and Orm for 5 percent"."""
        gap = int(self.lower[begin - 1] in self.links.gaps)
        gap += self.lower[begin - 1 - gap] in DASHES and not self.tokens.glued(begin - gap)  # in trade – by 9.8 percent
        found = self.clauses.noun_before(begin - gap, end)
        if found is None or found[0] <= end:
            return None
        if self.lower[found[0] - 1] not in self.links.lists:
            found = self._whole(begin - gap, end) or found
        if self.lower[found[0] - 1] in self.links.determiners:
            found = found[0] - 1, found[1]
        that = found[0] - 3 > end and self.lower[found[0] - 1] in self.links.of and self.lower[found[0] - 2] in THAT
        if that and self.lower[found[0] - 3] in self.links.lists:
            return found[0] - 2, found[1]  # and that of robots 5 percent
        part = self.lower[found[0] - 1] in self.clauses.inner  # of milk by 6 percent
        if self.lower[found[0] - 1 - part] not in self.links.lists:
            return None
        only = self.lower[found[0]]
        if self.lower[found[1] - 1] in self.links.time_nouns or self.lower[found[1] - 1] in self.months:
            return None  # in the evening
        going = only.endswith(self.meaning.going) and not gap
        if found[1] == found[0] + 1 and (only in self.meaning.priced or going):
            return None
        alone = shares or (found[0] == end + 1 and not gap and self.lower[end] in self.links.and_)  # and fuel 2 percent
        named = gap or alone or found[1] - found[0] > 1 or self.tokens.words[found[0]][0].isupper()
        return found if named or is_plural(self.lower[found[0]], self.lexicon.words.nouns) else None
