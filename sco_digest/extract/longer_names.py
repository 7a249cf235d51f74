"""The names of a text in, the longer one of them that each is short for out: the Lake Bank, the Great Lake Bank.

Nothing is compared with everything: names are found by their ends, and by the words that none of them leaves out.
"""

from __future__ import annotations

from typing import Final

SEVERAL: Final = 2
"""Longer names from which it cannot be told which one is meant."""


class LongerNames:
    """Looks longer names up; names are words in lower case with single spaces, `plain` are words that they may lack."""

    def __init__(self, names: list[str], plain: frozenset[str]) -> None:
        self._plain = plain
        distinct = list(dict.fromkeys(names))
        self._by_ending = by_ending(distinct)
        self._alike: dict[tuple[str, ...], _Alike] = {}
        for name in distinct:
            self._alike.setdefault(self._kept(name), _Alike()).add(name, self._left(name))

    def of(self, name: str) -> str | None:
        """The one name that ends so, or that has more plain words: Lake Centre, Lake Research Centre."""
        fuller = self._alike[self._kept(name)].fuller(self._left(name))
        longer = {*self._by_ending.get(name, [])[:SEVERAL], *fuller}
        return longer.pop() if len(longer) == 1 else None

    def _kept(self, name: str) -> tuple[str, ...]:
        """What a shorter form of a name has too: its first word, its last and all but the plain ones."""
        words = name.split()
        return (words[0], words[-1], *sorted([word for word in words if word not in self._plain]))

    def _left(self, name: str) -> frozenset[tuple[str, int]]:
        """The plain words of a name, and how often each comes."""
        words = name.split()
        return frozenset([(word, words.count(word)) for word in words if word in self._plain])


class _Alike:
    """Names that differ in plain words and in their order alone."""

    def __init__(self) -> None:
        self._names: list[list[str]] = []
        """Those with the same words stand together."""
        self._places: dict[frozenset[tuple[str, int]], int] = {}
        self._having: dict[tuple[str, int], int] = {}
        """By plain word, which of `_names` have it: a bit for each in one number, so that many are seen at once."""

    def add(self, name: str, left: frozenset[tuple[str, int]]) -> None:
        """Take in a name with its plain words."""
        place = self._places.setdefault(left, len(self._names))
        if place == len(self._names):
            self._names.append([])
            for one in left:
                self._having[one] = self._having.get(one, 0) | (1 << place)
        self._names[place].append(name)

    def fuller(self, left: frozenset[tuple[str, int]]) -> list[str]:
        """The names that have these plain words and more; where there are several, not all of them."""
        found = (1 << len(self._names)) - 1 - (1 << self._places[left])
        for one in left:
            found &= self._having[one]
        names: list[str] = []
        while found and len(names) < SEVERAL:
            place = found.bit_length() - 1
            names += self._names[place][:SEVERAL]
            found -= 1 << place
        return names


def by_ending(names: list[str]) -> dict[str, list[str]]:
    """The words that distinct names end in, but for whole names, each with the names: "lake bank", "bank"."""
    found: dict[str, list[str]] = {}
    for name in names:
        ending = name.partition(" ")[2]
        while ending:
            found.setdefault(ending, []).append(name)
            ending = ending.partition(" ")[2]
    return found
