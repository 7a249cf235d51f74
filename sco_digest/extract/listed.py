"""A share in a list behind a noun of change in, its direction out: "the sharpest rise was recorded for tea (8%)"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Direction

FAR: Final = 48
"""Tokens before a share in which the head of its list is looked for."""
NEAR: Final = 10
"""Tokens between the noun of change and its verb, at most: "the rise in food prices was recorded"."""
FOUND: Final = frozenset(["for", "in", "among", "by", "at"])
"""Words before the items of the list."""
OPENING: Final = frozenset(["(", "–", "—", "-", ":", "by", "of", "with"])
"""Marks and words between an item and its share."""
OTHER: Final = frozenset(["while", "whereas", "but", ";", "although", "though", "which", "who", "when", "because"])
"""Words and marks behind which another clause goes on."""


def listed_direction(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> Direction | None:
    """The direction of the noun of change whose items a list gives with their shares.

    "The sharpest increase was recorded for onions (18.4%) and mutton (5.2%)" gives up for both.
    """
    if figure.kind != "percent" or begin - 1 <= first or not _opens(tokens, figure, begin, lexicon):
        return None
    for i in range(begin - 2, max(first, begin - FAR), -1):
        word = tokens.lower[i]
        if word in OTHER:
            return None
        if word in lexicon.words.uses.recorded and tokens.lower[i + 1] in FOUND:
            return _of_noun(tokens, i, first, lexicon)
        change = word.removesuffix("s")
        if change in lexicon.words.change.nouns or word in lexicon.moving:  # falls for milk, and rises for tea
            told = change in lexicon.words.change.nouns and tokens.lower[i + 1] in FOUND
            return _direction(change, lexicon) if told and _is_recorded(tokens, i, first, lexicon) else None
        if word in lexicon.acting or word in lexicon.words.links.being:
            return None
    return None


def _opens(tokens: Tokens, figure: Figure, begin: int, lexicon: Lexicon) -> bool:
    """Whether a share follows its item: "onions (18.4%)", and not "in schools with 80 percent of pupils vaccinated"."""
    opening = tokens.lower[begin - 1]
    behind = tokens.lower[figure.last] if figure.last < len(tokens) else "."
    ends = not behind[0].isalnum() or behind in lexicon.words.links.and_
    return opening in OPENING and (ends or not opening.isalpha())


def _direction(noun: str, lexicon: Lexicon) -> Direction:
    return "up" if noun in lexicon.words.change.up else "down"


def _is_recorded(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether what was recorded for others stands before a second noun of change at token `i`."""
    return not lexicon.words.uses.recorded.isdisjoint(tokens.lower[max(first, i - FAR) : i])


def _of_noun(tokens: Tokens, participle: int, first: int, lexicon: Lexicon) -> Direction | None:
    """The direction of the noun that a participle behind "was" is told of."""
    change, links = lexicon.words.change, lexicon.words.links
    if participle - 1 <= first or links.being.isdisjoint(tokens.lower[participle - 2 : participle]):
        return None
    for i in range(participle - 1, max(first - 1, participle - NEAR), -1):
        word = tokens.lower[i].removesuffix("s")
        if word in change.nouns:
            return _direction(word, lexicon)
        if tokens.lower[i] in links.clause_ends:
            return None
    return None
