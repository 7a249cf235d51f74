"""A part of a year in, whether it is of a year that begins when its owner likes out: fiscal, financial, school."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.times import TimeWords

REACH: Final = 5
"""Tokens of "of the current fiscal" behind such a part, and of "half of the" before its year."""
LENGTHS: Final = frozenset({2, 4})
"""Digits of a year behind "FY"."""


class Fiscal:
    """The rules, over the sentences of one text: the months of such a part are not known."""

    def __init__(self, tokens: Tokens, words: TimeWords) -> None:
        self.lower, self.words = tokens.lower, words
        self.parts = words.quarters | words.halves | words.months
        self.between = (
            words.of | words.of_word | frozenset(words.relative) | frozenset({"the", "a", "its", "their", "("})
        )

    def is_part(self, i: int, end: int, first: int, last: int) -> bool:
        """Whether tokens `i` to `end` name a part of such a year: "fiscal first quarter", "Q4 FY24"."""
        before = i - 1
        before -= before > first and self._is_year(before)
        if before >= first and self.lower[before] in self.words.fiscal:
            return True
        behind = next((k for k in range(end, min(last, end + REACH)) if self.lower[k] not in self.between), last)
        if behind >= last or self.lower[behind] not in self.words.fiscal:
            return behind < last and self._is_other(behind, last)
        following = self.lower[behind + 1] if behind + 1 < last else ""
        year = following in self.words.years or following.isdecimal()  # not: in the first quarter the fiscal deficit
        return year or not self.words.of_word.isdisjoint(self.lower[end:behind])

    def is_of_part(self, i: int, first: int) -> bool:
        """Whether the year at token `i` is that of such a part: "the first half of the fiscal year 2025-26"."""
        k = i - 1
        k -= k > first and self.lower[k] in self.words.years
        if k <= first or not (self.lower[k] in self.words.fiscal or self._is_other(k, i)):
            return False
        k = next((k for k in range(k - 1, max(first, k - REACH) - 1, -1) if self.lower[k] not in self.between), first)
        short = self.lower[k].isdecimal() and self.lower[k - 1] in {"q", "h"}  # Q4 FY 2024
        return self.lower[k] in self.parts or short

    def _is_year(self, i: int) -> bool:
        return self.lower[i].isdecimal() and len(self.lower[i]) in LENGTHS

    def _is_other(self, i: int, last: int) -> bool:
        """Whether a year with another beginning stands at a token: "school year"."""
        return self.lower[i] in self.words.other_years and (i + 1 >= last or self.lower[i + 1] in self.words.years)
