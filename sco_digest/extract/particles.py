""" "Up to" or "down to" before a figure in, whether the words belong to a verb of change out: "went up to 6.3%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens

LIMITED: Final = frozenset(["distance", "duration", "age"])
"""Kinds of figures to which they tell a limit even then."""
OBJECT = 8
"""Tokens between such a verb and its "up", at most."""
VALUES: Final = frozenset(["percent", "money", "other"])
"""Kinds of figures that are a level of something."""
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
        return _goes(tokens, up, first, figure, lexicon)
    if before in links.bringing_up:
        passive = not links.being.isdisjoint(tokens.lower[max(first, up - 3) : up - 1]) and not before.endswith("ing")
        return passive and before not in lexicon.words.uses.handing and _is_value(tokens, figure, lexicon)
    if figure.kind in CARRIED or before in lexicon.clause_words or before in links.attaching or not before[0].isalpha():
        return False
    return object_of(tokens, up, first, lexicon) is not None


def _goes(tokens: Tokens, up: int, first: int, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a verb right before "up to" says what went so far, and not how much of it there may be."""
    verb, ahead = tokens.lower[up - 1], tokens.lower[max(first, up - OBJECT) : up - 1]
    if verb in lexicon.words.uses.climbing:
        coming = figure.kind not in LIMITED and not lexicon.words.uses.will.isdisjoint(ahead[-2:])
        return coming and (figure.origin is not None or lexicon.words.uses.granted.isdisjoint(ahead))
    return verb not in lexicon.words.links.handling or (figure.kind == "percent" and _is_value(tokens, figure, lexicon))


def _is_value(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a figure is the level of something, and no number or share of things that are handled."""
    part = not lexicon.words.links.of.isdisjoint(tokens.lower[figure.last : figure.last + 1])
    return figure.noun is None and figure.kind in VALUES and not part


def object_of(tokens: Tokens, particle: int, first: int, lexicon: Lexicon) -> Range | None:
    """What a verb brings up or down, the particle behind it: "its growth" in "revised its growth up to 0.3%"."""
    links = lexicon.words.links
    for i in range(particle - 1, max(first, particle - 1 - OBJECT), -1):
        word = tokens.lower[i]
        if word in links.bringing_up:
            opens = tokens.lower[i + 1]
            owned = opens in links.definite or opens in lexicon.owners
            told = i + 1 < particle and opens not in links.turned and (owned or word not in lexicon.words.uses.handing)
            return (i + 1, particle) if told else None
        ends = word in links.clause_ends or word in lexicon.acting or word == links.target
        if ends or word in lexicon.words.numbers.articles:
            return None
    return None
