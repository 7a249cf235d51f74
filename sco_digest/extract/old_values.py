"""The figures of a sentence in, each old value joined to its new one out: "12 seats, or 5%, down from 20"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.items import shared_scale
from sco_digest.extract.phrase_table import past_phrase
from sco_digest.extract.readings import replace

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Item
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.links import LinkWords

BACK: Final = 4
"""Figures between an old value and the new one before it, at most."""
FAR: Final = 24
"""Tokens between the two, at most."""
SHORT: Final = 3
"""Tokens from "to" to a range are fewer."""
FARTHER: Final = 10
"""How many times nearer to the old value another figure is than the one beside it, which may have changed so."""
PLACING: Final = frozenset(["in", "across", "throughout", "within", "at", "among", "over"])
"""Words before a figure that says where or when something else was counted: "1,200 cars in 14 countries"."""
LEVELS: Final = frozenset(["below", "above", "under", "beneath"])
"""Words behind a verb of change that a level follows, as "to" is: "fell below 10% for the first time, from 12.9%"."""


def with_old_values(found: list[Figure], tokens: Tokens, first: int, lexicon: Lexicon) -> list[Figure]:
    """The figures without those that say what another changed from, which that other then tells.

    `found` are the figures of a sentence in their order, `first` is its first token.
    """
    kept: list[Figure] = []
    reader = _Reader(tokens, first, lexicon)
    for figure in found:
        new = reader.new_value(kept, figure)
        if new is None:
            kept.append(reader.from_zero(figure) or figure)
        else:
            kept[new] = replace(kept[new], origin=figure.value, end=figure.end)
    return kept


def change_to_range(two: list[Figure], lower: list[str], first: int, links: LinkWords) -> list[Figure]:
    """The range that something changed to, with what it was before: "from $18 to between $6 and $8"."""
    old, new = two if len(two) > 1 else (None, two[0])
    if old is None or new.low is None or old.unit != new.unit or old.value is None:
        return two
    before = lower[old.first - 1] if old.first > first else ""
    between = lower[old.last : new.first]
    told = before == links.origin and between[:1] == [links.target] and len(between) < SHORT
    told = told and links.ranges.isdisjoint(lower[max(first, old.first - 2) : old.first])
    return [replace(new, origin=old.value)] if told and links.between.issuperset(between[1:]) else two


def old_range(found: list[Figure], one: Item, lower: list[str], links: LinkWords) -> bool:
    """Whether a number opens a range that another changed from: "to between 13% and 21% from 16% to 24%"."""
    new = found[-1] if found else None
    unit = one.unit.name if one.unit else None
    if new is None or new.low is None or new.unit != unit:
        return False
    return new.last == one.first - 1 or lower[one.first - 2] in links.turned  # 3% to 5% this year, down from 6% to 7%


def of_another(found: list[Figure], one: Item, old: Item, tokens: Tokens, *, first: int, lexicon: Lexicon) -> bool:
    """Whether a bare old value behind "up from" is not of the number beside it; another of those `found` then has it.

    "Sold 1,200 cars in 14 countries, up from 1,000" tells of the cars.
    """
    origin = past_phrase(lexicon.bounds_before, tokens.lower, one.last, old.first) - 1
    word, value = tokens.lower[origin - 1], old.number.value or 0
    if old.unit or word not in lexicon.words.links.turned or value <= 0 or old.number.share:
        return False
    begin = past_phrase(lexicon.bounds_before, tokens.lower, first, one.first) - 1
    beside = _beside(one, old, word, lexicon, alone=not found)
    placed = begin >= first and tokens.lower[begin] in PLACING
    low = max(0, len(found) - BACK)
    free = [figure.value if figure.origin is None and not figure.compound else None for figure in found[low:]]
    ratios = [beside, *(_changed(new, value, word, lexicon) for new in free)]
    nearest = max(ratios)
    if beside > 0 and nearest <= beside * (1 if placed else FARTHER):
        return False
    if nearest > 0:
        place = low + ratios.index(nearest) - 1
        found[place] = replace(found[place], origin=value, end=old.last)
    return True


def _beside(one: Item, old: Item, word: str, lexicon: Lexicon, *, alone: bool) -> float:
    """How near a number is to the old value beside it; what is counted was a whole number, if it is not `alone`."""
    value, times = old.number.value or 0, one.unit.times if one.unit else 1
    scale = shared_scale(old, one)
    part = not alone and one.unit is not None and one.unit.kind == "count" and value * scale % 1 > 0
    return 0 if part else _changed((one.number.value or 0) * times, value * scale * times, word, lexicon)


def _changed(new: float | None, old: float, word: str, lexicon: Lexicon) -> float:
    """How near a value is to what it was, 1 at most; 0 where it did not change as "up" or "down" says."""
    if new is None or new <= 0 or new == old or (new > old) != (word in lexicon.words.change.up):
        return 0
    return min(new, old) / max(new, old)


class _Reader:
    """Looks for the new value of an old one, in the sentence from token `first`."""

    def __init__(self, tokens: Tokens, first: int, lexicon: Lexicon) -> None:
        self.lower, self.first = tokens.lower, first
        self.links, self.change = lexicon.words.links, lexicon.words.change
        self.cardinals = lexicon.words.numbers.cardinals
        self.rates = lexicon.words.units.rates.after
        self.bounds, self.clause_words = lexicon.bounds_before, lexicon.clause_words

    def from_zero(self, old: Figure) -> Figure | None:
        """What fell to nothing, for its old value: "fell to zero from 15 percent"."""
        zero = old.begin - 2
        none = zero - 1 > self.first and self.cardinals.get(self.lower[zero]) == 0 and old.value is not None
        told = none and self.lower[zero + 1] == self.links.origin and self.lower[zero - 1] == self.links.target
        return replace(old, first=zero, begin=zero, value=0.0, origin=old.value) if told else None

    def new_value(self, kept: list[Figure], old: Figure) -> int | None:
        """Which of the figures before is what an old value became, if any."""
        origin = past_phrase(self.bounds, self.lower, self.first, old.begin) - 1
        if (
            old.value is None
            or old.origin is not None
            or origin <= self.first
            or self.lower[origin] != self.links.origin
        ):
            return None
        turned = self.lower[origin - 1] in self.links.turned
        for place in range(len(kept) - 1, max(-1, len(kept) - 1 - BACK), -1):
            new = kept[place]
            if new.unit == old.unit and new.kind == old.kind and self._is_rate(new) <= self._is_rate(old):
                fits = new.origin is None and self._is_near(new, origin - turned)
                word = self.lower[origin - 1] if turned else self._verb(new)
                return place if fits and word and self._moved(new, old, word) else None
        return None

    def _is_rate(self, figure: Figure) -> bool:
        """Whether a figure is told per something: "4.5 pence a share"."""
        return not self.rates.isdisjoint(self.lower[figure.last : figure.last + 1])

    def _is_near(self, new: Figure, end: int) -> bool:
        """Whether nothing but brackets, another unit, a base and times stands from a figure to token `end`."""
        if end - new.last > FAR:
            return False
        depth = 0
        for i in range(new.last, end):
            word = self.lower[i]
            depth += (word == "(") - (word == ")")
            apart = word in self.links.stops and word not in {"(", ")"}
            moves = word in self.change.up or word in self.change.down
            if depth == 0 and (apart or moves or word in self.clause_words):
                return False
        return depth == 0

    def _verb(self, new: Figure) -> str | None:
        """The word of change whose result a figure is: "fell to 5", "cut its forecast to 5", "fell below 5"."""
        begin = past_phrase(self.bounds, self.lower, self.first, new.begin)
        begin -= begin > self.first and self.lower[begin - 1] in self.links.between
        result = self.lower[begin - 1] if begin > self.first else ""
        if result != self.links.target and self.lower[begin] not in LEVELS:
            return None
        for i in range(begin - 1, max(self.first, begin - FAR) - 1, -1):
            word = self.lower[i]
            if word in self.change.up or word in self.change.down:
                return word
            if word in self.links.clause_ends:
                return None
        return None

    def _moved(self, new: Figure, old: Figure, word: str) -> bool:
        """Whether the two values differ as a word of change says."""
        low, high = (new.low, new.high) if new.value is None else (new.value, new.value)
        if low is None or high is None or old.value is None:
            return False
        return low > old.value if word in self.change.up else high < old.value
