"""A name that several countries have in common in, the one that a text means by it out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Namesakes, Places

OF: Final = frozenset({"of", "from", "for"})


def country_meant(tokens: Tokens, first: int, last: int, country: str, places: Places) -> str:
    """The code of the country that a name of tokens `first` to `last` is of, or "" where the text does not tell.

    "Georgia Governor Brian Kemp" tells of a state of the US, and "Congo" alone of no one country.
    """
    names = places.namesakes.get(tokens.lower[first]) if last == first + 1 else None
    if names is None:
        return country
    return _told(tokens, tokens.lower[first], names)


@lru_cache(maxsize=4)  # a text of one country names it often
def _told(tokens: Tokens, name: str, names: Namesakes) -> str:
    """The country that a text tells of by its words; else by an office beside the name, wherever that is."""
    told = [one for one, signs in names.signs.items() if any(_stands(tokens, sign) for sign in signs)]
    if len(told) == 1:
        return told[0]
    if not told and any(_holds(tokens, i, names.offices) for i in tokens.places.get(name, ())):
        return [*names.signs][-1]
    return names.otherwise


def _stands(tokens: Tokens, sign: str) -> bool:
    """Whether a text has a word, or the words of a whole name one behind the other."""
    words = sign.split()
    places = tokens.places.get(words[0], ())
    return any(tokens.lower[i : i + len(words)] == words for i in places) if len(words) > 1 else bool(places)


def _holds(tokens: Tokens, i: int, offices: frozenset[str]) -> bool:
    lower, words = tokens.lower, tokens.words
    behind = i + 2 if words[i + 1 : i + 2] and words[i + 1] in POSSESSIVES else i + 1
    linked = i > 1 and lower[i - 1] in OF
    if (linked and lower[i - 2] in offices) or (i > 0 and lower[i - 1] in offices):
        return True  # "Governor of Georgia", "DR Congo"
    state = lower[behind : behind + 3] == ["secretary", "of", "state"]
    return not linked and (state or not offices.isdisjoint(lower[behind : behind + 1]))  # no "Bank of Georgia governor"
