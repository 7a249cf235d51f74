""" "Up to" or "down to" before a figure in, whether the words belong to a verb of change out: "went up to 6.3%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens

GOING: Final = frozenset(["go", "goes", "climb", "climbs", "climbing"])
"""Verbs that tell a limit, but for what is to come: "fines go up to 5 dollars", the path climbs up to 300 metres."""
COMING: Final = frozenset(["will", "would", "shall", "’ll", "'ll", "to"])
"""Words before them that tell of what is to come: "the fee will go up to 5 dollars"."""
LIMITED: Final = frozenset(["distance", "duration", "age"])
"""Kinds of figures to which they tell a limit even then."""
OBJECT = 8
"""Tokens between such a verb and its "up", at most."""
CARRIED: Final = frozenset({"age", "distance", "duration", "mass"})
"""Kinds of figures that say how far something is carried, and not what becomes of its value."""


def rises_to(tokens: Tokens, up: int, first: int, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether "up to" at token `up` says what a figure became, and no bound: "wage growth picked up to 5.9%".

    Not so in "took up to 400 workers", "fines of up to 5,000 euros" and "sentences go up to ten years".
    """
    links = lexicon.words.links
    if up <= first or tokens.lower[up] not in links.turned or tokens.lower[up + 1] != links.target:
        return False
    before = tokens.lower[up - 1]
    if before in links.moving_up:
        return _goes(tokens.lower[max(first, up - 3) : up], figure, lexicon)
    if before in links.bringing_up:
        return not links.being.isdisjoint(tokens.lower[max(first, up - 3) : up - 1])
    if figure.kind in CARRIED or before in lexicon.clause_words or before in links.attaching or not before[0].isalpha():
        return False
    return object_of(tokens, up, first, lexicon) is not None


def _goes(words: list[str], figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a verb that itself goes "up to" a value, the last of some words, says what became of it."""
    if words[-1] in GOING:
        return figure.kind not in LIMITED and not COMING.isdisjoint(words[:-1])
    return figure.noun is None or words[-1] not in lexicon.words.links.handling


def object_of(tokens: Tokens, particle: int, first: int, lexicon: Lexicon) -> Range | None:
    """What a verb brings up or down, the particle behind it: "its growth" in "revised its growth up to 0.3%"."""
    for i in range(particle - 1, max(first, particle - 1 - OBJECT), -1):
        word = tokens.lower[i]
        if word in lexicon.words.links.bringing_up:
            return (i + 1, particle) if i + 1 < particle else None
        if word in lexicon.words.links.clause_ends or word in lexicon.acting:
            return None
    return None
