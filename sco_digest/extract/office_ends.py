"""A press office with a clause behind it in, where its own words end out: "the press office he runs said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

PARTS: Final = frozenset({"of", "for", "at", "and"}) | POSSESSIVES
"""Words behind a press office that go on with its name, or with what it owns."""
RELATIVE: Final = frozenset({"that", "which", "whom"})


def office_ends(tokens: Tokens, first: int, last: int, speech: Speech) -> int:
    """Where the press office in tokens `first` to `last` ends, if words of a clause follow it; else `last`.

    It is `first` where nothing is the office's: "letters that the press office sent said" can be anybody's.
    """
    for i in range(first, last - 2):
        if tokens.lower[i] in speech.press_nouns and tokens.lower[i + 1] in speech.press_offices:
            if tokens.lower[i + 2] in PARTS or tokens.words[last - 1][0].isupper():
                return last
            told = not RELATIVE.isdisjoint(tokens.lower[max(0, first - 2) : first])
            return first if told else i + 2
    return last
