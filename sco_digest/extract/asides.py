"""The comma before a verb in, what stands between it and a subject out: a relative clause, an aside, a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

RELATIVE = frozenset({"who", "which", "whose"})
CONJUNCTIONS = frozenset({"and", "but", "while"})
LISTED = 7
"""Tokens from the comma before such a word to the name."""
APPOSITION = 40
"""Tokens that an apposition or relative clause may take between a name and its verb."""


def relative_begins(tokens: Tokens, comma: int, first: int) -> int | None:
    """The comma that opens the relative clause which the one at token `comma` closes: ", who met Weiss,"."""
    lower, words = tokens.lower, tokens.words
    for i in range(comma - 1, max(first, comma - APPOSITION), -1):
        if words[i - 1] == ",":
            if lower[i] in RELATIVE:
                return i - 1
            if lower[i] in CONJUNCTIONS:
                return None
    return None


def aside_begins(tokens: Tokens, comma: int, first: int, speech: Speech) -> int | None:
    """The comma that opens the aside that the one at token `comma` closes: ", who was ill,", ", for his part,"."""
    for i in range(comma - 1, max(first, comma - APPOSITION), -1):
        if tokens.words[i] == ",":
            return i if tokens.lower[i + 1] in speech.asides else None
    return None


def is_listed(tokens: Tokens, start: int, first: int, speech: Speech) -> bool:
    """Whether the name that begins at token `start` is one of several: "Developers, including Petrov, praised it"."""
    near = range(start - 1, max(first, start - LISTED), -1)
    comma = next((i for i in near if tokens.words[i] == ","), first)
    acts = tokens.words[start - 1].endswith("ing") and start - 2 == comma  # "The paper, citing Petrov, said"
    return acts or not speech.listing.isdisjoint(tokens.lower[comma:start])
