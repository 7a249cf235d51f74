"""The name or comma before a verb in, what it belongs to out: a relative clause, an aside, a list, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

RELATIVE = frozenset({"who", "which", "whose"})
CONJUNCTIONS = frozenset({"and", "but", "while"})
LISTED = 7
"""Tokens from the comma before such a word to the name."""
TURNING: Final = frozenset({"did", "does", "do", "will", "would", "could", "can", "should", "nor", "neither", "if"})
OPENERS: Final = frozenset({"that", "because", "when", "while", "as", "if", "but", "whom", "where"})
WITHIN: Final = 8
"""Tokens from "who" to a name in a clause without commas."""
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


def is_turned(tokens: Tokens, start: int, first: int) -> bool:
    """Whether what is before the name at token `start` asks or denies: "What did Petrov say?", "nor Weiss"."""
    return start > first and tokens.lower[start - 1] in TURNING


def is_within(tokens: Tokens, start: int, first: int) -> bool:
    """Whether the name that begins at token `start` is in a clause of who speaks: "The man who met Petrov said"."""
    for i in range(start - 1, max(first, start - WITHIN), -1):
        if not tokens.words[i].isalpha() or tokens.lower[i] in OPENERS:
            return False
        if tokens.lower[i - 1] == "who":
            return True
    return False


def is_listed(tokens: Tokens, start: int, first: int, speech: Speech) -> bool:
    """Whether the name that begins at token `start` is one of several: "Developers, including Petrov, praised it"."""
    near = range(start - 1, max(first, start - LISTED), -1)
    comma = next((i for i in near if tokens.words[i] == ","), first)
    acts = tokens.words[start - 1].endswith("ing") and start - 2 == comma  # "The paper, citing Petrov, said"
    return acts or not speech.listing.isdisjoint(tokens.lower[comma:start])
