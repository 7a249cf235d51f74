"""The people of a text in, those out in whose names the words of a mention are, an initial for a word.

Of the words and initials of a mention the one that the fewest have is looked up: a family has one surname, and many a
given name.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.readings import Someone

NO_SURNAMES: Final = frozenset(
    {"he", "we", "an", "in", "on", "so", "do", "to", "no", "go", "is", "as", "at", "by", "of", "or", "if", "it", "up"}
)
"""Short words that are in names too, but hardly stand for one alone: He Ning and "he", unlike Li, Xi and Ma."""
LONGEST_INITIAL: Final = 2
MOST: Final = 12  # of those with one surname, who are looked through for a surname alone


class Bearers:
    """Looks people up; they come out in the order in which they were taken in."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, ...], Someone] = {}
        self._by_word: dict[str, list[Someone]] = {}
        self._by_surname: dict[str, list[Someone]] = {}
        self._initials: dict[str, dict[str, list[Someone]]] = {}
        self._read: dict[str, int] = {}
        """How many of those with a word are in `_initials`, which grows where it is asked for."""

    def add(self, someone: Someone) -> None:
        """Take in a person whom no other name stands for."""
        self._named.setdefault(someone.words, someone)
        self._by_surname.setdefault(someone.words[-1].lower(), []).append(someone)
        for word in {word.lower() for word in someone.words}:
            self._by_word.setdefault(word, []).append(someone)

    def named(self, words: tuple[str, ...]) -> Someone | None:
        """The first whose name is a whole one and the very same."""
        return self._named.get(words) if len(words) > 1 else None

    def ending(self, words: tuple[str, ...]) -> bool:
        """Whether a longer name ends in these words: "Tamim bin Hamad Al Thani" in "Al Thani"."""
        lower = [word.lower() for word in words]
        longer = [one for one in self._by_word.get(lower[-1], [])[:MOST] if len(one.words) > len(lower)]
        return any([word.lower() for word in one.words[-len(lower) :]] == lower for one in longer)

    def of(self, words: tuple[str, ...]) -> Iterator[Someone]:
        """Those in whose names all of the words are; of a word alone, those whose surname it is, if there are any."""
        lower = [word.lower() for word in words]
        if len(lower) > 1:
            return (one for one in self._fewest(lower) if covers([word.lower() for word in one.words], lower))
        able = len(lower[0]) > 1 and lower[0] not in NO_SURNAMES
        people = self._by_surname.get(lower[0]) or self._by_word.get(lower[0], []) if able else []
        return islice(people, MOST)

    def _fewest(self, words: list[str]) -> list[Someone]:
        """Those who share the rarest word with a mention."""
        last = words[-1]
        whole = [self._by_word.get(word, []) for word in words[:-1] if len(word) > LONGEST_INITIAL]
        short = [self._by_initial(last).get(word, []) for word in words[:-1] if len(word) <= LONGEST_INITIAL]
        return min([self._by_word.get(last, []), *whole, *short], key=len)

    def _by_initial(self, word: str) -> dict[str, list[Someone]]:
        """Those with a word, by the letters that can stand for any word of theirs."""
        known, people = self._initials.setdefault(word, {}), self._by_word.get(word, [])
        for one in people[self._read.get(word, 0) :]:
            for initial in {name.lower()[:length] for name in one.words for length in (1, LONGEST_INITIAL)}:
                known.setdefault(initial, []).append(one)
        self._read[word] = len(people)
        return known


def covers(fuller: list[str], words: list[str]) -> bool:
    """Whether several words of a name, in lower case, can stand for a fuller one: "i. petrov" for "ivan petrov"."""
    return words[-1] in fuller and all(
        word in fuller or (len(word) <= LONGEST_INITIAL and any(w.startswith(word) for w in fuller)) for word in words
    )
