"""A number behind the name of a place in, whether its verb is left out: "Osh sent 30 tonnes of rice, Naryn 20"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Places

JOINS: Final = frozenset({",", ";", "and"})
ENDS: Final = frozenset({",", ";", ".", ")", "and"})
LONGEST_NAME: Final = 3


def gap_begins(tokens: Tokens, first: int, end: int, floor: int, places: Places) -> int | None:
    """The comma or "and" before the place that stands right before a number at tokens `first` to `end`.

    None where no such name stands there in the sentence from token `floor` on, or more follows the number.
    """
    if end < len(tokens) and tokens.lower[end] not in ENDS:
        return None
    names = _names(places)
    for begin in range(first - 1, max(floor, first - 1 - LONGEST_NAME), -1):
        if " ".join(tokens.words[begin:first]) in names and tokens.words[begin - 1] in JOINS:
            return begin - 1
    return None


def names_place(tokens: Tokens, first: int, last: int, places: Places) -> bool:
    """Whether tokens `first` to `last` name a country or city."""
    names = _names(places)
    return any(
        " ".join(tokens.words[i:end]) in names
        for i in range(first, last)
        if tokens.words[i][0].isupper()
        for end in range(i + 1, min(i + LONGEST_NAME, last) + 1)
    )


@cache
def _names(places: Places) -> frozenset[str]:
    """The names of countries and cities."""
    return frozenset(name for entry in places.countries.values() for name in (*entry.names, *entry.cities))
