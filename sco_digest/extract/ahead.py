"""A month without a year in its sentence in, whether it is one to come out: "would be cut by the end of June"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_past, is_plural

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

REACH: Final = 20
"""Tokens before a time, or behind one that opens its clause, in which a verb tells when it is."""
RECENT: Final = 2
"""Months after which figures of a month are told, at most."""
CLOSE: Final = 7
"""Tokens before "by" and a time in which a verb tells that it is over."""
OPENERS: Final = frozenset(",;:")
"""Marks behind which a time opens a clause."""


class Ahead:
    """The rule, over the sentences of one text: the verb nearest before the time tells, else the one behind it."""

    def __init__(self, tokens: Tokens, language: Language, published: tuple[int, int] | None) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.published = published
        self.words = language.quantities.time
        self.weekdays = language.grammar.weekdays
        self.done, self.stops = _words(language)
        quantities = language.quantities
        self.participles = quantities.links.participles
        self.nouns, self.target = quantities.nouns, quantities.links.target
        self.wanting = (self.words.intending | self.words.coming | quantities.bounds.modals) - quantities.links.being
        self.joins = self.words.and_words | self.words.contrasts
        self.helping = (
            quantities.links.auxiliaries | quantities.links.being | quantities.links.determiners | {self.target}
        )

    def holds(self, start: int, first: int, last: int, month: int) -> bool:
        """Whether the time at token `start` of the sentence `first` to `last`, which ends in a month, is to come.

        Of a month that is just over it is told what it may have brought: "analysts forecast 2 percent in April".
        """
        over = (self.published[1] - month) % 12 if self.published else 0
        if 0 < over <= RECENT:
            near = range(max(first, start - REACH), min(last, start + REACH))
            if any(self._may_come(i) or (self._wants(i) and self.lower[i] in self.words.seen_ahead) for i in near):
                return False
        return self._holds(start, first, last)

    def _holds(self, start: int, first: int, last: int) -> bool:
        i = self._preposition(start, first)
        if not self.words.forward.isdisjoint(self.lower[start + 1 : start + 2]):
            return True
        if i > first and self.lower[i - 1] in self.joins and self._behind(start, self._clause_end(start, last)):
            return True  # rose 3 percent in July and in September will rise
        before = self._before(i, first)
        if before is not None:
            return before
        behind = self._behind(start, last)
        if i >= first and self.lower[i] in self.words.until:
            return behind is True or (behind is not False and not self._is_over(i, first))
        while i > first and self.lower[i - 1] in self.words.from_then:
            i -= 1
        opens = i <= first or self.lower[i - 1] in OPENERS or self.lower[i - 1] in self.words.that
        return opens and behind is True

    def _clause_end(self, i: int, last: int) -> int:
        """The first mark behind a token."""
        return next((k for k in range(i, min(last, i + REACH)) if self.lower[k] in OPENERS), last)

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
        past = False  # firms that could not pay closed 300 shops in June
        for i in range(end, max(first, end - REACH) - 1, -1):
            if self.lower[i] in self.stops:
                return None
            if self._comes(i):
                return i == first or self.lower[i - 1] not in self.words.done
            if not past and self._may_come(i):
                return self.lower[i + 1] not in self.words.perfect
            if self.lower[i] in self.done or self._is_after(i, end, past=past):
                return False
            past = past or self._is_past(i)
        return None

    def _is_after(self, i: int, end: int, *, past: bool) -> bool:
        """Whether a value or act that is over begins at a token: "from 3 percent", "after growing", "having cut"."""
        word, behind = self.lower[i], self.lower[i + 1] if i + 1 < end else ""
        if word in self.words.from_value:
            return behind[:1].isdecimal() and self.target not in self.lower[i:end]
        done = past or behind.endswith("ing")
        return (word in self.words.behind_acts and done) or (word in self.words.having_done and i < end)

    def _is_over(self, end: int, first: int) -> bool:
        """Whether a verb in the past stands close before "by" at token `end`: "enrolled by October".

        Not "needed by October", "is opened by October", "a deal signed to open it by October".
        """
        for i in range(end - 1, max(first, end - CLOSE), -1):
            word, before = self.lower[i], self.lower[i - 1]
            if word == self.target or word in self.stops:
                return False
            if is_past(word, self.nouns) or word in self.participles:
                alone = before not in self.helping and before not in self.words.coming
                wanted = not self.wanting.isdisjoint(self.lower[max(first, i - REACH) : i])
                return alone and word not in self.words.looking_ahead and not wanted
        return False

    def _behind(self, start: int, last: int) -> bool | None:
        """What the nearest verb behind a time tells."""
        for i in range(start, min(last, start + REACH)):
            if self._comes(i) or self._may_come(i):
                perfect = not self.words.perfect.isdisjoint(self.lower[i + 1 : i + 2])
                return self.lower[i - 1] not in self.words.done and not perfect
            if self.lower[i] in self.done:
                return False
            if self.lower[i] in self.stops:
                return None
        return None

    def _comes(self, i: int) -> bool:
        """Whether "will", "is to" or "agreed on Monday to" begins at a token."""
        return self.lower[i] in self.words.coming or self._wants(i)

    def _wants(self, i: int) -> bool:
        """Whether "likely to" or "agreed on Monday to" begins at a token."""
        if self.lower[i] not in self.words.intending:
            return False
        day = i + 1 + (self.lower[i + 1 : i + 2] == ["on"])
        day += self.lower[day : day + 1] != [] and self.lower[day] in self.weekdays
        return self.lower[i + 1 : i + 2] == ["to"] or self.lower[day : day + 1] == ["to"]

    def _may_come(self, i: int) -> bool:
        """Whether a verb or noun of what may be stands at a token: "could", "is seen", "a 60 percent chance"."""
        word, before = self.lower[i], self.lower[i - 1] if i else ""
        if word in self.words.seen_ahead and before in self.words.intending:
            return True
        if word in self.words.foretelling and is_plural(before, self.nouns):
            return True
        felt = not self.words.perceived.isdisjoint(self.lower[i + 2 : i + 3])  # could be seen between May and August
        return word in self.words.possible and not felt and self.tokens.words[i] == word  # not the month of May

    def _is_past(self, i: int) -> bool:
        """Whether a past tense stands at a token, and no participle behind "be": "closed"."""
        past = is_past(self.lower[i], self.nouns) or self.lower[i] in self.participles
        return past and i > 0 and self.lower[i - 1] not in self.helping


@cache
def _words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of what is over, and words and marks at which the search for a verb ends."""
    time = language.quantities.time
    return time.done | language.quantities.meaning.past, (time.breaks - time.and_words) | {";"}
