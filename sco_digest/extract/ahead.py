"""A month without a year in its sentence in, whether it is one to come out: "would be cut by the end of June"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

REACH: Final = 20
"""Tokens before a time, or behind one that opens its clause, in which a verb tells when it is."""
OPENERS: Final = frozenset(",;:")
"""Marks behind which a time opens a clause."""


class Ahead:
    """The rule, over the sentences of one text: the verb nearest before the time tells, else the one behind it."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.lower = tokens.lower
        self.words = language.quantities.time
        self.done, self.stops = _words(language)

    def holds(self, start: int, first: int, last: int) -> bool:
        """Whether the time at token `start` of the sentence `first` to `last` is to come."""
        i = self._preposition(start, first)
        if not self.words.forward.isdisjoint(self.lower[start + 1 : start + 2]):
            return True
        before = self._before(i, first)
        if before is not None:
            return before
        behind = self._behind(start, last)
        if i >= first and self.lower[i] in self.words.until:
            return behind is not False
        opens = i <= first or self.lower[i - 1] in OPENERS or self.lower[i - 1] in self.words.that
        return opens and behind is True

    def _preposition(self, start: int, first: int) -> int:
        """The token before a time and "the end of"."""
        i = start - 1
        while i > first and self.lower[i] in self.words.edges:
            i -= 1
        return i

    def _before(self, end: int, first: int) -> bool | None:
        """What the nearest verb before token `end` tells, none where there is none; "said in May" tells of the past."""
        if end > first and self.lower[end - 1] in self.words.reports:
            return False
        for i in range(end, max(first, end - REACH) - 1, -1):
            if self.lower[i] in self.stops:
                return None
            if self._comes(i):
                return i == first or self.lower[i - 1] not in self.words.done
            if self.lower[i] in self.done:
                return False
        return None

    def _behind(self, start: int, last: int) -> bool | None:
        """What the nearest verb behind a time tells."""
        for i in range(start, min(last, start + REACH)):
            if self._comes(i):
                return self.lower[i - 1] not in self.words.done
            if self.lower[i] in self.done:
                return False
            if self.lower[i] in self.stops:
                return None
        return None

    def _comes(self, i: int) -> bool:
        """Whether "will" or "is to" begins at a token."""
        word = self.lower[i]
        return word in self.words.coming or (word in self.words.intending and self.lower[i + 1 : i + 2] == ["to"])


@cache
def _words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of what is over, and words and marks at which the search for a verb ends."""
    time = language.quantities.time
    return time.done | language.quantities.meaning.past, (time.breaks - time.and_words) | {";"}
