"""The words of policy areas in, an index of them out that tells which cues begin at a word of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from sco_digest.extract.tokens import TOKEN
from sco_digest.extract.verb_endings import verb_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sco_digest.extract.tokens import Tokens

Known = TypeVar("Known")
HYPHENS: Final = frozenset("-–‑")
ANY_ENDING, VERB_ENDING = "*", "~"
SEEN: Final = 50_000
"""Words of which the index remembers what it knows, before it starts anew."""


class Cue:
    """A word in the tree of cues: what follows it, whole or begun, and what it shows where a cue ends with it."""

    __slots__ = ("begun", "followed", "later", "lengths", "long", "never", "number", "weights")

    def __init__(self) -> None:
        self.followed: dict[str, Cue] = {}
        self.begun: dict[str, Cue] = {}
        self.lengths: list[int] = []
        """How many letters the beginnings have, the shortest first."""
        self.weights: dict[int, float] = {}
        """By area."""
        self.long: dict[int, float] = {}
        """By area too: what the cue shows in a long text, all of it, or nothing where that is the same."""
        self.never: set[int] = set()
        """Areas of which the words of this cue are none."""
        self.number = 0
        """Which cue it is, whatever its form in the text."""
        self.later: list[tuple[list[str], int, float, int, bool]] = []
        """Cues of several words that begin with this one: put into the tree when a text first has it."""

    def at_length(self, length: float) -> dict[int, float]:
        """What it shows in a text of a length from 0, a few lines, to 1, a long text."""
        if not self.long or not length:
            return self.weights
        if length == 1:
            return self.long
        brief = self.weights
        return {area: weight * length + brief.get(area, 0.0) * (1 - length) for area, weight in self.long.items()}

    def begin(self, word: str) -> Cue:
        """What follows where a word begins with these letters."""
        if word not in self.begun:
            self.begun[word] = Cue()
            self.lengths = sorted({*self.lengths, len(word)})
        return self.begun[word]


class Memory(dict[str, Known]):
    """What is known of a word, found when it is first asked for."""

    def __init__(self, find: Callable[[str], Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Known:
        if len(self) >= SEEN:
            self.clear()
        self[word] = found = self._find(word)
        return found


class AreaCues:
    """The cues of all areas as a tree of words: the time for a word of the text does not grow with their number."""

    def __init__(self, spelling: Mapping[str, str]) -> None:
        self.begins: Memory[tuple[Cue, ...]] = Memory(self._beginnings)
        """The beginnings of cues that a word can be; most words are none."""
        self.spelled: Memory[str] = Memory(self._spelled)
        """A word as cues are compared."""
        self._spelling = spelling
        self._number = 0
        self._any, self._capital, self._capitals = Cue(), Cue(), Cue()

    def add(self, cues: Iterable[str], area: int, weight: float, *, long: bool = False) -> None:
        """Gives the cues a weight in one area, with 0 none; the weight that they had there before is forgotten.

        The weight in a long text comes beside that in a few lines, which stays as it was.
        """
        for cue in cues:
            first, *others = _parts(cue) or [""]
            self._number += 1
            for node in self._forms(self._root(first), first) if first else ():
                if others:
                    node.later.append((others, area, weight, self._number, long))
                else:
                    _weigh(node, area, weight, self._number, long=long)

    def _forms(self, node: Cue, part: str) -> list[Cue]:
        """What a word of a cue leads to from another, in each of its forms; what is not there yet is put there."""
        bare = part.rstrip(ANY_ENDING + VERB_ENDING)
        word = self.spelled[bare]
        if part.endswith(ANY_ENDING):
            return [node.begin(word)]
        forms = verb_forms(word) if part.endswith(VERB_ENDING) else (word,)
        return [node.followed.setdefault(form, Cue()) for form in forms]

    def _grow(self, node: Cue) -> Cue:
        """A word that begins cues, with what follows it."""
        for parts, area, weight, number, long in node.later:
            ends = [node]
            for part in parts:
                ends = [following for end in ends for following in self._forms(end, part)]
            for end in ends:
                _weigh(end, area, weight, number, long=long)
        node.later.clear()
        return node

    def at(self, begins: tuple[Cue, ...], words: list[str], end: int) -> list[tuple[int, Cue]]:
        """The cues that begin with a word, of which `begins` are the beginnings, each with the place behind its last.

        The word ends before place `end` of `words`, which hold no hyphens.
        """
        found: list[tuple[int, Cue]] = []
        following = self.spelled[words[end]] if end < len(words) else ""
        for first in begins:
            if first.number:
                found.append((end, first))
            if following and (following in first.followed or first.begun or following[-1] == "s"):
                self._walk(first, words, end, found)
        return found

    def _walk(self, cue: Cue, words: list[str], end: int, found: list[tuple[int, Cue]]) -> None:
        """Gathers the cues that go on from a word of one that ends before `end`."""
        word = self.spelled[words[end]]
        if word not in cue.followed and not cue.begun and not word.endswith("s"):
            return
        for following in _step(cue, word):
            if following.number:
                found.append((end + 1, following))
            if (following.followed or following.begun) and end + 1 < len(words):
                self._walk(following, words, end + 1, found)

    def _root(self, word: str) -> Cue:
        if len(word) > 1 and word.isupper():
            return self._capitals
        return self._capital if word[0].isupper() else self._any

    def _beginnings(self, word: str) -> tuple[Cue, ...]:
        spelled = self.spelled[word]
        nodes = _step(self._any, spelled)
        if word[0].isupper():
            nodes += _step(self._capital, spelled)
            if word.isupper():
                nodes += _step(self._capitals, spelled)
        return tuple(map(self._grow, nodes))

    def _spelled(self, word: str) -> str:
        """Lower case, one spelling of several, abbreviations without their points."""
        spelled = word.lower()
        if "." in word and word[0].isalpha():
            spelled = spelled.replace(".", "")
        other = next((part for part in self._spelling if part in spelled), None)
        return spelled.replace(other, self._spelling[other]) if other else spelled


def _weigh(cue: Cue, area: int, weight: float, number: int, *, long: bool) -> None:
    """Ends a cue with a word: its weight in an area, with 0 none, or the one that it has in a long text."""
    if long:
        cue.long = {**cue.weights, **cue.long, area: weight}
        cue.number = cue.number or number
        return
    cue.weights.pop(area, None)
    cue.long.pop(area, None)
    cue.never.discard(area)
    if weight:
        cue.weights[area] = weight
        if cue.long:
            cue.long[area] = weight
    else:
        cue.never.add(area)
    cue.number = number


def best_of(begun: list[tuple[int, Cue]], end: int, length: float) -> dict[int, tuple[float, int]]:
    """The weight and the number of the best cue of each area, of those that reach to place `end`.

    `length` goes from 0, a few lines, to 1, a long text.
    """
    best: dict[int, tuple[float, int]] = {}
    for cue_end, cue in begun:
        if cue_end == end:
            for area, weight in cue.at_length(length).items():
                told = weight, cue.number
                if area not in best or told > best[area]:
                    best[area] = told
    return best


def without_hyphens(tokens: Tokens) -> tuple[list[str], list[int]]:
    """The words of the text without hyphens, and which tokens they are."""
    words = tokens.words
    hyphens = {i for i in tokens.unlike if words[i] in HYPHENS}
    if not hyphens:
        return words, list(range(len(words)))
    order = [i for i in range(len(words)) if i not in hyphens]
    return [words[i] for i in order], order


def _parts(cue: str) -> list[str]:
    """The words of a cue, each with the mark of its ending."""
    parts: list[str] = []
    for chunk in cue.replace("-", " ").split():
        if chunk.rstrip(ANY_ENDING + VERB_ENDING).isalpha():
            parts.append(chunk)
            continue
        for word in TOKEN.findall(chunk):
            if word in (ANY_ENDING, VERB_ENDING) and parts:
                parts[-1] += word
            elif word not in HYPHENS:
                parts.append(word)
    return parts


def _step(cue: Cue, word: str) -> list[Cue]:
    """What a word leads to: itself, where it is no cue also its singular, and the cues of any ending it begins with."""
    exact = cue.followed.get(word)
    steps = [exact] if exact else []
    plural = word.endswith("s") and not word.endswith("ss")  # "discuss" is no discus
    if plural and cue.followed and not (exact and (exact.weights or exact.never)):
        steps += [cue.followed[form] for form in _singulars(word) if form in cue.followed][:1]
    for length in cue.lengths:
        if length > len(word):
            break
        if word[:length] in cue.begun:
            steps.append(cue.begun[word[:length]])
    return steps


def _singulars(word: str) -> list[str]:
    forms = [word[:-1]]
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    return forms
