"""The names of a text in, those that share a surname given it: "Peter and Anna Reed" names Peter Reed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People


def share_surnames(tokens: Tokens, candidates: list[Someone], people: People) -> None:
    """Give each given name before "and" the surname behind it, where the text names nobody else who is called so."""
    named = {one.words[0] for one in candidates if len(one.words) > 1}
    for one, other in pairwise(candidates):
        place, behind = one.mentions[0], other.mentions[0]
        joined = behind.start == place.last + 1 and tokens.lower[place.last] == "and"
        alone = (
            len(one.words) == 1 and not one.role and one.words[0].lower() in people.given and one.words[0] not in named
        )
        if (
            joined
            and alone
            and one.words[0].lower() in people.given
            and len(other.words) > 1
            and behind.start == behind.first
        ):
            one.words = (one.words[0], other.words[-1])
            one.name = " ".join(one.words)
            one.known = True
