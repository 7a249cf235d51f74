"""A figure that a mark ties to a noun phrase in, that phrase out: "the tower (210 metres)", "Hale Motors, down 68p"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past
from sco_digest.extract.tokens import MINUS

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Before, Figure, Range
    from sco_digest.extract.tokens import Tokens

SIGNS = MINUS | {"+"}
OPEN = 2
"""Marks and words between a bracket or a comma and its figure, at most."""
RATE = 2
"""Tokens of what a figure is told per."""
CLOSERS = frozenset({",", ".", ";", ")", "—", "–", ":", "!", "?"})
"""Marks after a figure that stands between two of them."""
BESIDE = frozenset({"below", "above", "under", "over", "than", "beyond"})
"""Words between a figure and the noun that it is compared with."""
HEADING = 8
"""Words before a colon, at most, of which a figure is told."""


class Appositions:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], clauses: Clauses, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.months, self.clauses, self.lexicon = months, clauses, lexicon
        self.links, self.meaning = lexicon.words.links, lexicon.words.meaning

    def find(self, figure: Figure, begin: int, span: Range, before: Before) -> Range | None:
        """What stands before the mark before a figure; `before` is the figure before it, with its subject."""
        first, last = span
        mark = self._mark(begin, first)
        if mark is None:
            return self._signed(figure, begin, first)
        if before and self._follows(before[0].last, mark):  # $4.1 billion (plus 9.2 percent)
            return before[1]
        if self.lower[mark] == ":":
            return self._headed(mark, first)
        return self._apposed(mark, begin, first) if self._is_tied(figure, mark, begin, last) else None

    def _apposed(self, mark: int, begin: int, first: int) -> Range | None:
        """The noun phrase before a mark, or the subject of the clause where that is but a part of an adverbial."""
        found = self._phrase(mark, first)
        turned = found and mark < begin - 1 and self.lower[mark] == "," and self.lower[begin - 1] in self.links.turned
        if found and self.is_bought(found[0], first):
            return None
        if found and self.lower[begin - 1] in self.links.at and self.lower[found[0] - 1] in BESIDE:
            return self.clauses.subject_of_clause(mark, first)  # revenue was 4 percent below plan, at 68 billion
        if found and turned and self.lower[found[0] - 1] in self.links.attaching:  # shares were on a tear, up 5 percent
            return self.clauses.subject_of_clause(mark, first)
        return found

    def is_bought(self, i: int, first: int) -> bool:
        """Whether a noun at token `i` is what a sum is for: "lent 80 million for a road, at 5 percent"."""
        if i - 2 <= first or self.lower[i - 1] not in self.links.ways:
            return False
        before = self.lower[i - 2]
        return before in self.lexicon.words.numbers.scales or before in self.lexicon.unit_heads or before[0].isdecimal()

    def _follows(self, end: int, mark: int) -> bool:
        """Whether a mark stands right behind a figure, or behind what it is told per: "$2.15 a loaf (+2%)"."""
        rated = mark - end == RATE and self.lower[end] in self.lexicon.words.units.rates.after
        return mark == end or rated

    def _mark(self, begin: int, first: int) -> int | None:
        """The bracket, comma or colon before a figure, with no more than a sign or "worth" between."""
        i = begin - 1
        while i > first and begin - 1 - i < OPEN and self._is_between(i):
            i -= 1
        i -= i < begin - 1 and i > first and self._is_participle(i)  # made for
        return i if i > first and self.lower[i] in {",", "(", ":"} else None

    def _is_participle(self, i: int) -> bool:
        """Whether a participle stands behind a comma: ", made for"."""
        word = self.lower[i]
        formed = is_past(word, self.lexicon.words.nouns) or word in self.links.participles
        return formed and self.lower[i - 1] == ","

    def _is_between(self, i: int) -> bool:
        word = self.lower[i]
        return (
            word in SIGNS
            or word in self.links.plus
            or word in self.links.turned
            or word in self.links.apposing
            or word in self.links.at
            or word in self.meaning.apposed
        )

    def _is_tied(self, figure: Figure, mark: int, begin: int, last: int) -> bool:
        """Whether more than a comma ties a figure to the noun before it."""
        if self.lower[mark] == "(" or mark < begin - 1 or figure.kind == "age":
            return True
        after = self.lower[figure.last] if figure.last < last else "."
        if figure.kind == "percent" and self.lower[figure.last + 1 : figure.last + 2] == [self.links.maker]:
            return True  # the airline, 51 percent owned by the state
        return (
            after in self.links.sizes
            or after in self.meaning.place_words
            or (figure.noun is None and figure.kind != "duration" and after in CLOSERS)
        )

    def _phrase(self, mark: int, first: int) -> Range | None:
        """The noun phrase before a mark; no time."""
        found = self.clauses.phrase_before(mark, first)
        if found is None or any(
            word in self.months or word in self.links.time_nouns for word in self.lower[slice(*found)]
        ):
            return None
        return found

    def _headed(self, mark: int, first: int) -> Range | None:
        """What a line opens with before its colon: "Turnover: 30 million euros", "He named the sum: 35 million"."""
        found = self._phrase(mark, first)
        if found is None or mark - found[0] > HEADING:
            return None
        opens = found[0] == first or not self.lower[found[0] - 1][0].isalnum()
        return found if opens or self.lower[found[0]] in self.links.determiners else None

    def _signed(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "Dow +0.2%": a name right before a sign."""
        sign = begin - 1 if begin > first and self.lower[begin - 1] in SIGNS else begin
        if figure.kind != "percent" or sign <= first or self.lower[sign] not in SIGNS:
            return None
        name = sign - (self.lower[sign - 1].isdecimal() and self.tokens.words[sign - 2][0].isupper())  # Marn 50 +0.3%
        found = self.clauses.noun_before(name, first)
        return (found[0], sign) if found else None
