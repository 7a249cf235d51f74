"""A name in, whether it but says where a person works: "Anna Reed, an economist at Harbour Bank"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.before_verb import AFFILIATING
from sco_digest.extract.roles import is_role
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

LONGEST_ROLE: Final = 6
"""Tokens of what somebody is, between a name and where that person works."""


class Homes:
    """The rule, over one text."""

    def __init__(self, tokens: Tokens, people: list[Someone], language: Language) -> None:
        self._tokens, self._language = tokens, language
        mentions = [m for who in people if who.kind == "person" for m in who.mentions]
        self._ends = {end for m in mentions for end in (m.last, m.end)}

    def is_home(self, first: int) -> bool:
        """Whether the name at token `first` stands behind a person, or a role of one, and "of", "at" or "from"."""
        lower = self._tokens.lower
        i = first - (first > 0 and lower[first - 1] in ARTICLES) - 1
        if i < 1 or lower[i] not in AFFILIATING:
            return False
        if i in self._ends or (lower[i - 1] == "," and i - 1 in self._ends):
            return True
        if not is_role(self._tokens, i - 1, self._language):
            return False
        ahead = range(i - 2, max(0, i - 2 - LONGEST_ROLE), -1)
        comma = next((k for k in ahead if lower[k] == ","), None)
        return comma is not None and comma in self._ends
