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

    None where no verb is left out: the sentence from token `floor` on has no other number before, or more follows.
    """
    if end < len(tokens) and tokens.lower[end] not in ENDS:
        return None
    names = _names(places)
    for begin in range(first - 1, max(floor, first - 1 - LONGEST_NAME), -1):
        if " ".join(tokens.words[begin:first]) in names and tokens.words[begin - 1] in JOINS:
            return begin - 1
    return None


@cache
def _names(places: Places) -> frozenset[str]:
    """The names of countries and cities."""
    return frozenset(name for entry in places.countries.values() for name in (*entry.names, *entry.cities))
