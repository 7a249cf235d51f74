"""A table of phrases and a token in, the longest phrase that begins or ends there out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Entry = TypeVar("Entry")
LONGEST: Final = 5
"""Tokens in the longest phrase of a table."""


class Phrases(dict[str, Entry]):
    """Phrases, lower case or as they stand, to what they mean."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        super().__init__(entries)
        self.heads = frozenset(phrase.partition(" ")[0] for phrase in self)
        self.tails = frozenset(phrase.rpartition(" ")[2] for phrase in self)


def longest(table: Phrases[Entry], words: Sequence[str], first: int, last: int) -> tuple[Entry, int] | None:
    """The entry of the longest phrase that begins at token `first`, and the token after it; hyphens are skipped.

    >>> longest(Phrases([("kilowatt hour", 1)]), ["5", "kilowatt", "-", "hour"], 1, 4)
    (1, 4)
    """
    if first >= len(words) or words[first] not in table.heads:
        return None
    found, phrase = None, ""
    for i in range(first, min(last, first + LONGEST, len(words))):
        if words[i] == "-" and phrase:
            continue
        phrase = f"{phrase} {words[i]}" if phrase else words[i]
        if phrase in table:
            found = table[phrase], i + 1
    return found


def longest_before(table: Phrases[Entry], words: Sequence[str], first: int, last: int) -> tuple[Entry, int] | None:
    """The entry of the longest phrase that ends before token `last`, and the token it begins at."""
    if last <= first or words[last - 1] not in table.tails:
        return None
    found, phrase = None, ""
    for i in range(last - 1, max(first, last - LONGEST) - 1, -1):
        phrase = f"{words[i]} {phrase}" if phrase else words[i]
        if phrase in table:
            found = table[phrase], i
    return found


def past_phrase(table: Phrases[Entry], words: Sequence[str], first: int, last: int) -> int:
    """Where the longest phrase that ends before token `last` begins, else `last`: past the "about" before a number."""
    found = longest_before(table, words, first, last)
    return found[1] if found else last
