"""A number behind the name of a place in, whether its verb is left out: "Osh sent 30 tonnes of rice, Naryn 20"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Item
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Places

YEAR_BEFORE: Final = frozenset({"in", "for", "by"})
"""Words before a year that stands for a clause: "in 2026 – $6 billion"."""
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


def is_year_of(tokens: Tokens, year: Item, value: Item) -> bool:
    """Whether a year before a dash says when, and is no end of a range: "in 2025 $5 billion, in 2026 – $6 billion".

    `year` has the form of one; "of 1600 – 1800 hectares" is a range all the same.
    """
    dash = year.last
    signed = value.first < value.number.first
    told = year.first > 0 and tokens.lower[year.first - 1] in YEAR_BEFORE
    apart = not (tokens.glued(dash) and tokens.glued(dash + 1)) or (signed and told)
    if year.unit or value.unit is None or not apart:
        return False
    falls = (value.number.value or 0) < (year.number.value or 0)
    return signed or (told and (falls or value.number.scale > 1 or tokens.lower[year.first - 1] == "in"))


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
