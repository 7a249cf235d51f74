"""A possible source in, whether the text names it but for one remark that someone made to it: "Reed told Orm Radio"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.press import Candidate
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

NEAR: Final = 3
"""Tokens before an outlet in which a verb of telling stands."""
ASKING: Final = frozenset({"survey", "poll"})
"""What an outlet asks others in: what they say there is not its report."""


class Heard:
    """The rule, over one text; what the first sentence says, or the first behind a headline, is the matter of all."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens, self._told = tokens, language.speech.told
        self._named = Counter(tokens.lower[i] for i in tokens.capitals)
        heads = [paragraph[0] for paragraph in tokens.paragraphs[:2]]
        self._lead = 1 if heads[1:] == [1] else 0

    def only(self, one: Candidate) -> bool:
        """Whether someone told an outlet, or was asked by it, far from the lead, and it is named there alone."""
        lower = self._tokens.lower
        if self._tokens.sentence_of[one.first] <= self._lead or self._named[lower[one.first]] > 1:
            return False
        told = any(word in self._told for word in lower[max(0, one.first - NEAR) : one.first])
        return told or not ASKING.isdisjoint(lower[one.last : one.last + 1])
