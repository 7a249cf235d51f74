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
SHORT: Final = frozenset({"PM", "CM"})
"""Offices that are told by their letters."""

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
    if end <= first:
        return None
    short = tokens.words[end - 1] in SHORT and not tokens.words[end - 2][0].isdigit()  # "the PM", not "the 3 PM"
    return end - 1 if short or is_role(tokens, end - 1, language) else None


def introduced(tokens: Tokens, noun: str, first: int, last: int, language: Language) -> bool:
    """Whether a sentence between two tokens opens with someone without a name: "An official of the ministry came"."""
    for i in range(max(first, last - LONG_AGO), last):
        start = tokens.sentences[tokens.sentence_of[i]][0]
        if tokens.lower[i] == noun and first < start < i <= start + MODIFIERS and tokens.lower[start] in INDEFINITE:
            modifiers = tokens.lower[start + 1 : i]
            plain = all(word[0].isalpha() for word in modifiers)
            named = any(word[0].isupper() for word in tokens.words[i + 1 : i + 3])  # A minister, Omar Said,
            if plain and not named and language.grammar.prepositions.isdisjoint(modifiers):
                return True
    return False
