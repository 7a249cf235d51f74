"""Tokens in, where words with capitals that can name a project begin, and whether they do, out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import DASHES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import ProjectWords
    from sco_digest.model import ProjectKind

LONGEST: Final = 10
"""Tokens before the noun of a name at the most."""
DEFINITE: Final = frozenset({"the", "this"})
SHORT: Final = range(2, 9)
"""Letters of an abbreviation in brackets."""
TO_ONE: Final = 4
"""Longer words with a capital to one without, from which a sentence is a title, in which capitals tell nothing."""
MOST: Final = 3
"""Longer words of a heading that is a name and nothing else, at most."""


class Titled:
    """A project's name at tokens `first` to `last` (not included).

    `head` is where its first noun stands: in "Nurek dam project" that of "dam". `cut` are the tokens of an abbreviation
    in brackets before it, and `short` is that abbreviation. `whole` is false where the words could be a name and do not
    show it: "the Development Bank".
    """

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        kind: ProjectKind,
        *,
        cut: tuple[int, int] = (0, 0),
        short: str = "",
        whole: bool = True,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.head: Final = head
        self.kind: Final = kind
        self.cut: Final = cut
        self.short: Final = short
        self.whole: Final = whole


class Runs:
    """Reads the words with capitals of one text."""

    def __init__(self, tokens: Tokens, named: list[Named], words: ProjectWords) -> None:
        self.tokens, self.lower, self.words = tokens, tokens.lower, words
        self.kinds = kinds(words)
        self.towns = frozenset([i for one in named if one.kind == "city" for i in range(one.first, one.last)])
        """Tokens of the names of towns."""
        self.lands = frozenset([i for one in named if one.kind != "city" for i in range(one.first, one.last)])
        """Tokens of the names of countries and peoples."""
        self._capitals: dict[int, tuple[int, list[int]]] = {}
        """By sentence, what its words with and without capitals are, once asked."""

    def left(self, i: int, floor: int) -> int:
        """Where the words with capitals before token `i` begin."""
        first = self._run(i, floor)
        if first - 2 >= floor and first < i and self.lower[first - 1] == "and":
            other = self._run(first - 1, floor)
            led = other > floor and (self.lower[other - 1] in DEFINITE or self.lower[other - 1] in POSSESSIVES)
            if led and other < first - 1 and self.lower[first - 2] not in self.kinds and not self._placed(other, first):
                first = other  # the Belt and Road Initiative
        return self._trimmed(first, i, floor)

    def _run(self, i: int, floor: int) -> int:
        words, first = self.tokens.words, i
        floor = max(floor, i - LONGEST)
        while first > floor:
            before = first - 1
            if words[before][0].isupper() and self.lower[before] not in self.words.leading:
                first = before
            elif words[before][0].isdecimal() and first - 2 > floor and self.dashed(before - 1):
                first = before  # CASA-1000
            elif first - 2 >= floor and first < i and self.dashed(before) and self.named(before - 1):
                first = before - 1
            else:
                break
        return first

    def _placed(self, first: int, last: int) -> bool:
        """Whether a country or town is among some tokens."""
        return any(k in self.lands or k in self.towns for k in range(first, last))

    def named(self, i: int) -> bool:
        """Whether token `i` can be the half of a name that a dash ties to another."""
        word = self.tokens.words[i]
        return word[0].isupper() or word[0].isdecimal()

    def dashed(self, i: int) -> bool:
        """Whether token `i` is a dash without blanks around it."""
        return self.tokens.words[i] in DASHES and self.tokens.glued(i) and self.tokens.glued(i + 1)

    def _trimmed(self, first: int, i: int, floor: int) -> int:
        """Without the words at the head of a sentence that have their capital from there."""
        if first == floor:
            while first < i and self.lower[first] in self.words.opening and first not in self.towns:
                first += 1
        return first

    def tells(self, i: int) -> bool:
        """Whether token `i` is a word that makes a name: no kind, no country, no mark."""
        return self.tokens.words[i][0].isalpha() and self.lower[i] not in self.words.generic and i not in self.lands

    def is_chain(self, first: int, i: int) -> bool:
        """Whether dashes tie names to one another: China–Orm."""
        return i - first > 2 and any(self.dashed(k) for k in range(first + 1, i - 1))

    def is_short(self, i: int, opens: int) -> bool:
        """Whether token `i` is an abbreviation alone in the brackets that open at a token."""
        words = self.tokens.words
        capitals = words[i][:1].isupper() and words[i][1:2].isupper()
        return capitals and len(words[i]) in SHORT and words[opens] == "(" and words[i + 1 : i + 2] == [")"]

    def key(self, first: int, last: int, cut: tuple[int, int] = (0, 0)) -> str:
        """The words of a name as names are compared: lower case, without marks and abbreviation."""
        kept = [k for k in range(first, last) if not cut[0] <= k < cut[1] and self.lower[k][0].isalnum()]
        return " ".join([self.lower[k] for k in kept])

    def name(self, one: Titled) -> str:
        """The name on one line, without the abbreviation inside it."""
        surface = self.tokens.surface
        if one.cut[0] < one.cut[1]:
            return " ".join(f"{surface(one.first, one.cut[0])} {surface(one.cut[1], one.last)}".split())
        return " ".join(surface(one.first, one.last).split())

    def in_title(self, one: Titled) -> bool:
        """Whether most words beside a name in its sentence have a capital too, or all of them."""
        number = self.tokens.sentence_of[one.first]
        small, high = self._capitals_of(number)
        opening = self.tokens.sentences[number][0]
        behind = len(high) - bisect_right(high, opening)
        beside = behind - (bisect_left(high, one.last) - bisect_left(high, max(one.first, opening + 1)))
        return beside > max(1, TO_ONE * small) or (not small and len(high) > MOST)

    def _capitals_of(self, number: int) -> tuple[int, list[int]]:
        """How many longer words of a sentence have no capital, and where those with one stand."""
        if number not in self._capitals:
            words = self.tokens.words
            longer = [k for k in range(*self.tokens.sentences[number]) if len(words[k]) > 3]
            small = [k for k in longer if words[k].islower()]
            self._capitals[number] = len(small), [k for k in longer if words[k][0].isupper()]
        return self._capitals[number]


@cache
def heads(words: ProjectWords) -> frozenset[str]:
    """The nouns of names."""
    return frozenset(kinds(words))


@cache
def kinds(words: ProjectWords) -> dict[str, ProjectKind]:
    """Each noun of a name to its kind."""
    return {noun: kind for kind, nouns in words.heads.items() for noun in nouns}
