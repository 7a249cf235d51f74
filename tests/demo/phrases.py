"""Text with choices and names in brackets comes in, plain text goes out; all chance of the demonstration is here.

`[a|b]` and `{a|b}` are one of the two, `{3..9}` is a number between, `{name}` is the value of that name.
"""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Item = TypeVar("Item")
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]|\{([^{}]*\|[^{}]*)\}")
RANGE = re.compile(r"\{(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)\}")
NAME = re.compile(r"\{([A-Za-z_0-9]+)\}")
SENTENCE = re.compile(r"(^|[.!?]”? |: )([a-z])")
YEARS = range(1800, 2101)


class Chance:
    """Decisions by a seed; only `random()` is asked, whose values are the same in every version of Python."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311

    def share(self) -> float:
        """From 0 to 1, 1 not included."""
        return self._random.random()

    def pick(self, items: Sequence[Item]) -> Item:
        return items[int(self.share() * len(items))]

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.share()


class Steady(Chance):
    """Decisions for one time that stay near those for another: figures that move but do not jump."""

    def __init__(self, seed: str, time: str) -> None:
        super().__init__(seed)
        self._time = Chance(f"{seed}/{time}")

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * (0.85 * self.share() + 0.15 * self._time.share())


class Deck(Generic[Item]):
    """Items that are dealt in a mixed order, each once before any comes again."""

    def __init__(self, items: Sequence[Item], seed: str) -> None:
        self._items, self._chance = tuple(items), Chance(seed)
        self._left: list[Item] = []

    def deal(self) -> Item:
        if not self._left:
            self._left = sorted(self._items, key=lambda _: self._chance.share())
        return self._left.pop()


def expand(text: str, values: Mapping[str, str], chance: Chance) -> str:
    """The text with every choice made; a name that is not in `values` is a KeyError."""
    while CHOICE.search(text):
        text = CHOICE.sub(lambda found: chance.pick((found[1] or found[2]).split("|")), text)
    text = RANGE.sub(lambda found: _number(found[1], found[2], chance), text)
    text = NAME.sub(lambda found: values[found[1]], text)
    if NAME.search(text):
        return expand(text, values, chance)
    text = text.replace(",,", ",").replace(",;", ";").replace(",.", ".")
    return SENTENCE.sub(lambda found: found[1] + (found[2] if found[1] == ": " else found[2].upper()), text)


def grouped(value: float) -> str:
    """A whole number as English texts write it."""
    return f"{value:,.0f}"


def _number(low: str, high: str, chance: Chance) -> str:
    value = chance.between(float(low), float(high))
    if "." in low or "." in high:
        return f"{value:.1f}"
    whole = round(value)
    if int(low) in YEARS and int(high) in YEARS:
        return str(whole)
    return grouped(whole if whole < 1000 else round(whole, -1))
