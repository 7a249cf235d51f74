"""A verb of saying in, whether what is said stands before it out: "“It is over,” said Petrov"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sco_digest.extract.tokens import Tokens

QUOTE_MARKS: Final = frozenset("«»“”„\"'’`‘")


def is_turned(tokens: Tokens, i: int, first: int, quoted: AbstractSet[int]) -> bool:
    """Whether the verb at token `i` follows a quotation, of which `quoted` are the tokens, or a clause and a comma."""
    before = tokens.words[i - 1] if i else ""
    if i == first:
        return before in QUOTE_MARKS
    if i > first + 1 and before in DASHES:  # "«Prices fell», – says Petrov"
        i -= 1
        before = tokens.words[i - 1]
    return before in QUOTE_MARKS or before in ",?!" or i - 1 in quoted
