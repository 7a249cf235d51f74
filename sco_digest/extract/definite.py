"""Tokens in, the roles that stand for someone told of before out: "the minister", "the head of the Cabinet"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.demonyms import country_of
from sco_digest.extract.roles import GOES_ON, STOPS, Role, is_country, is_role

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

OWNERS: Final = frozenset({"his", "her", "their"})
PEERS: Final = frozenset({"counterpart", "colleague"})
"""Those whom a text has named with a country: "his Tajik colleague"."""

INDEFINITE: Final = frozenset({"a", "an", "another", "one"})
MODIFIERS: Final = 6
"""Tokens from an article to its noun, at most: "an Energy Ministry official"."""
LONG_AGO: Final = 80
"""Tokens over which someone without a name is remembered."""


def definite_role(tokens: Tokens, last: int, floor: int, language: Language) -> Role | None:
    """A mention such as "the minister" or "his Tajik colleague" whose last token is `last - 1`."""
    for first in range(last - 1, max(floor, last - 9) - 1, -1):
        if tokens.lower[first] in ("the", "this") and (first == floor or tokens.lower[first - 1] not in GOES_ON):
            noun = head_noun(tokens, first + 1, last, language)
            if noun is None and first == last - 2 and country_of(tokens, last - 1, language.places):
                noun = last - 1  # "the Norwegian"
            return Role(first, last, noun) if noun is not None else None
        if tokens.words[first] in STOPS:
            return None
        if tokens.lower[first] in OWNERS and is_country(tokens, first + 1, language):
            return Role(first, last, last - 1) if tokens.lower[last - 1] in PEERS else None
    return None


def head_noun(tokens: Tokens, first: int, last: int, language: Language) -> int | None:
    """The role noun that heads the phrase of tokens `first` to `last`: the one before its first "of"."""
    end = next((i for i in range(first, last) if tokens.lower[i] in GOES_ON), last)
    return end - 1 if end > first and is_role(tokens, end - 1, language) else None


def introduced(tokens: Tokens, noun: str, first: int, last: int, language: Language) -> bool:
    """Whether someone without a name is brought in by a noun between two tokens: "An official of the ministry came"."""
    for i in range(max(first, last - LONG_AGO), last):
        if tokens.lower[i] == noun:
            start = next(
                (k for k in range(i - 1, max(first, i - MODIFIERS), -1) if tokens.lower[k] in INDEFINITE), None
            )
            plain = start is not None and all(word[0].isalpha() for word in tokens.words[start:i])
            if start is not None and plain and not _is_told_of(tokens, start, i, language):
                return True
    return False


def _is_told_of(tokens: Tokens, start: int, noun: int, language: Language) -> bool:
    """Whether "a minister" tells what somebody named is: "Petrov, a minister", "is a minister", "a minister, Omar"."""
    before = tokens.lower[start - 1] if start else ""
    behind = tokens.words[noun + 1 : noun + 3]
    named = any(word[0].isupper() for word in (behind[1:] if behind[:1] == [","] else behind[:1]))
    return named or before in {",", "as"} or before in language.speech.be
