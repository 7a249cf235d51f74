"""Words before a verb that belong to a relative clause in, the noun that it tells of out: wool that was sold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.backwards import Backwards
from sco_digest.extract.nouns import is_past
from sco_digest.extract.sure import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Range
    from sco_digest.extract.tokens import Tokens

PRONOUNS: Final = frozenset({"that", "which"})


class Relatives(Backwards):
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        super().__init__(tokens, lexicon)
        self.months = months

    def is_time_word(self, i: int) -> bool:
        """Whether token `i` is of a time: "last", "year", "May", "Monday"."""
        word = self.lower[i]
        return word in self.months or word in self.links.time_nouns or word in self.lexicon.words.meaning.this

    def main_noun(self, start: int, end: int, first: int) -> Range | None:
        """The noun of which tokens `start` to `end` before another verb tell: "the wool that the state sold".

        None where they may be what somebody is told: "informed the paper that wool sold", "news that exports fell".
        """
        i = start - 1
        while i > first and self.lower[i] in self.links.auxiliaries:
            i -= 1
        if i <= first or self.lower[i] not in PRONOUNS or not self._is_noun(i - 1):
            return None
        own = i == start - 1 and not self._acts(start)  # that the state sold, and not: that was sold
        within = i < start - 1 and self.lower[start] in self.links.attaching  # that is in Orm
        whole = any(self._acts(k) for k in range(start, end)) if own else start < end and self._acts(end - 1)
        if not (whole or within):
            return None  # that made exports cost more
        found = self.phrase_before(i, first)
        return found if found and self._opens(found[0], first) else None

    def is_half_clause(self, start: int, first: int) -> bool:
        """Whether words before a verb open a clause without "that": the plan "the bank" made."""
        if start - 3 < first or not self.follows_noun(start):
            return False
        owned = self.lower[start - 2] in self.links.determiners
        return owned and self.lower[start - 3] not in self.lexicon.words.uses.telling  # told the paper

    def follows_noun(self, i: int) -> bool:
        """Whether "the" at token `i` stands right behind a noun: the plan "the" state made, not "half the firms"."""
        return i > 0 and self.lower[i] in self.links.definite and self._is_noun(i - 1)

    def _opens(self, i: int, first: int) -> bool:
        """Whether a phrase from token `i` on opens its clause: it is nobody who is told something."""
        before = self.lower[i - 1] if i > first else ","
        said = before in self.links.said and before not in self.lexicon.words.uses.telling
        named = said and self.lower[i] in self.links.determiners
        return before == "," or before in PRONOUNS or named

    def _is_noun(self, i: int) -> bool:
        """Whether token `i` is a noun that a clause can tell more of, and none of what somebody says."""
        word = self.lower[i]
        plain = word.isalpha() and word not in self.boundaries and not is_past(word, self.nouns)
        verb = word in self.lexicon.acting or word in self.links.said
        return plain and not verb and word not in self.lexicon.words.meaning.told_nouns and not self.is_time_word(i)

    def _acts(self, i: int) -> bool:
        """Whether token `i` is a verb or a participle to all appearance: not "the sold", "state-owned"."""
        word, before = self.lower[i], self.lower[i - 1] if i else ""
        if before in self.links.determiners or before in HYPHENS:
            return False
        measures = word in self.lexicon.words.change.measure and word not in self.lexicon.words.change.nouns
        return measures or word in self.lexicon.acting or word in self.links.participles or is_past(word, self.nouns)
