"""The names of a text in, those that share a surname given it: "Peter and Anna Reed" names Peter Reed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People


ROYAL: Final = frozenset(
    {
        *(("charles", "camilla"), ("harry", "meghan"), ("william", "kate"), ("william", "catherine")),
        *(("charles", "diana"), ("edward", "sophie"), ("albert", "charlene"), ("haakon", "mette")),
    }
)
"""Couples of whom the one has no surname."""


def share_surnames(tokens: Tokens, candidates: list[Someone], people: People) -> None:
    """Give each given name before "and" the surname behind it, where the text names nobody else who is called so.

    Both must be given names: "Sharif and Recep Tayyip Erdogan" is of a prime minister and a president.
    """
    named = {word for one in candidates if len(one.words) > 1 for word in (one.words[0], one.words[-1])}
    named.update(one.words[0] for one in candidates if len(one.words) == 1 and one.role)
    for one, other in pairwise(candidates):
        if len(one.words) > 1 or one.words[0] in named or len(other.words) == 1:
            continue
        place, behind = one.mentions[0], other.mentions[0]
        joined = behind.start == place.last + 1 and tokens.lower[place.last] == "and" and behind.start == behind.first
        pair = one.words[0].lower(), other.words[0].lower()
        if joined and people.given.issuperset(pair) and pair not in ROYAL:
            one.words = (one.words[0], other.words[-1])
            one.name = " ".join(one.words)
            one.known = True
