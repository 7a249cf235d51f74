"""A role as it stands beside a name in, the role that a reader would name out: without ranks and loose ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.roles import GOES_ON, Role

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language


LEADING_ON = GOES_ON | {"the", "a", "an", "and", "&", "-", "’s", "'s"}
"""Words behind a role that lead to what it is of, and nowhere where nothing follows."""


def trimmed(tokens: Tokens, role: Role, language: Language) -> Role:
    """A role without hyphens before it, loose words after it ("director of the"), years of service, or a rank."""
    ranks = language.people.ranks
    first, last, noun = role
    while first < noun and not tokens.words[first][0].isalnum():
        first += 1
    while last - 1 > noun and tokens.lower[last - 1] in LEADING_ON:
        last -= 1
    with_ = next((i for i in range(noun + 1, last - 1) if tokens.lower[i] == "with"), last)
    last = with_ if tokens.words[with_ + 1 : with_ + 2] and tokens.words[with_ + 1][0].isdigit() else last
    rank = noun
    while rank > first and tokens.lower[rank] in ranks:
        rank -= 1
    word = tokens.lower[rank]
    office = (
        rank + 1 < last == noun + 1
        and rank < noun
        and word not in ranks
        and word in language.people.roles
        and word not in language.people.titled
        and not (word == "head" and tokens.lower[noun] == "doctor")
    )
    return Role(first, rank + 1, rank) if office else Role(first, last, noun)
