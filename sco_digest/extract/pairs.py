"""Two neighbouring numbers in, how they are one figure out: a range, or a change from one value to another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from sco_digest.extract.items import SMALL, compatible, rises, shared_scale
from sco_digest.extract.phrase_table import past_phrase
from sco_digest.extract.rates import measured_per
from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Item
    from sco_digest.extract.tokens import Tokens

Link = Literal["range", "change", "back"]
WIDEST = 10
"""How many times its low end the high end of a range is at most, where a change may be told: "rose by 2 to 12"."""
FAR = 14
"""Tokens between the two ends of a change, at most."""
FAR_APART = 100
"""How many times its old value a rate is at most."""
CHANGE_WORDS_IN = 12
"""Tokens before "from" in which a word of change is looked for."""


class Pairs:
    """Reads what stands between the numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> None:
        self.tokens, self.lower, self.lexicon = tokens, tokens.lower, lexicon
        self.first, self.last = first, last
        self.change, self.links = lexicon.words.change, lexicon.words.links
        self.bounds = lexicon.bounds_before
        self.articles = lexicon.words.numbers.articles
        self.linking = lexicon.linking
        self.rates = lexicon.words.units.rates.after

    def link(self, one: Item, other: Item) -> Link | None:
        """How two neighbours are one figure, where they are."""
        start = self.close(one.last)
        between = self.lower[start : self.past_bound(other.first, start)]
        if not between or len(between) > FAR or not self.links.stops.isdisjoint(between) or not compatible(one, other):
            return None
        if self._clause_between(between) or (one.number.share and not self._of_a_whole(other)):
            return None
        if other.number.scale > one.number.scale and self.told_per(one):  # $1.15 per share, from $2.1 billion
            return None
        before = self.word_before(one)
        if between[-1] == self.links.origin:
            changes = (
                before == self.links.target
                or self._up_to(one)
                or not self.links.turned.isdisjoint(between[-2:-1])
                or (before not in self.links.amount and not self._is_change(before) and self._change_before(one))
            )
            return "back" if changes and not self._is_rate_alone(one, other, between) else None
        if between[-1] == self.links.target and before == self.links.origin:
            changes = len(between) > 1 or self._change_before(one) or self._moved(one)
            return "change" if changes or not rises(one, other) else "range"
        return "range" if rises(one, other) and self._is_range(one, other, between, before) else None

    def _of_a_whole(self, share: Item) -> bool:
        """Whether a share is one of something, and not part of a unit: "a quarter of those", not "of a point"."""
        behind = self.lower[share.last : min(self.last, share.last + 2)]
        return len(behind) > 1 and behind[0] in self.links.of and behind[1] not in self.articles

    def _is_range(self, one: Item, other: Item, between: list[str], before: str) -> bool:
        if between[0] in DASHES:
            return len(between) == 1
        if between == [self.links.target]:
            changed = before in self.links.amount or self._is_change(before)
            far = (
                other.number.scale > 1 == one.number.scale and (one.number.value or 0) >= SMALL
            )  # by 179,000 to 1.7 million
            far = far or (other.number.value or 0) > WIDEST * (one.number.value or 0) * shared_scale(one, other)
            # four men to 12 years; firmed 0.3% to 7.20
            counted = one.unit is not None and other.unit is None and one.last > one.number.last
            return not (counted or (changed and (_own_unit(one) or far)))
        if between[0] in self.links.either and len(between) <= 2:
            near = (other.number.value or 0) <= 2 * (one.number.value or 0) * shared_scale(one, other)
            return other.unit is not None and near and one.last == one.number.last
        return len(between) == 1 and before in self.links.between and between[0] in self.links.lists

    def told_per(self, item: Item) -> bool:
        """Whether an amount is told per something: "$1.15 a share", not "$1.15 a year ago"."""
        return measured_per(self.tokens, item.last, self.last, self.lexicon) is not None

    def close(self, i: int) -> int:
        """Past the brackets that open at token `i`, else `i`."""
        if i >= self.last or self.lower[i] != "(":
            return i
        return next((k + 1 for k in range(i, min(self.last, i + FAR)) if self.lower[k] == ")"), i)

    def word_before(self, item: Item) -> str:
        i = self.past_bound(item.first, self.first)
        return self.lower[i - 1] if i > self.first else ""

    def past_bound(self, i: int, floor: int) -> int:
        """The token where "about" and the like before token `i` begin, else `i`."""
        return past_phrase(self.bounds, self.lower, floor, i)

    def _is_rate_alone(self, one: Item, other: Item, between: list[str]) -> bool:
        """Whether the first number is told per something and the second is far off: "3 a share, from 150 million"."""
        low = (one.number.value or 0) * shared_scale(one, other)
        rate = between[0] in self.rates
        return rate and not low <= (other.number.value or 0) * FAR_APART <= low * FAR_APART**2

    def _up_to(self, item: Item) -> bool:
        """Whether "up to" stands before a number: "revised its growth up to 0.3% from 0.1%"."""
        ahead = self.lower[max(self.first, item.first - 2) : item.first]
        return len(ahead) > 1 and ahead[0] in self.links.turned and ahead[1] == self.links.target

    def _is_change(self, word: str) -> bool:
        return word in self.change.up or word in self.change.down

    def _change_before(self, item: Item) -> bool:
        """Whether a word of change stands before "from", and no word of a range."""
        ahead = self.lower[max(self.first, item.first - CHANGE_WORDS_IN) : item.first]
        ranges = not self.links.ranges.isdisjoint(ahead[-3:])
        return not ranges and not (self.change.up.isdisjoint(ahead) and self.change.down.isdisjoint(ahead))

    def _moved(self, item: Item) -> bool:
        """Whether "from" stands behind a verb that only says that something changed: "went from 3 to 5 percent"."""
        origin = self.past_bound(item.first, self.first) - 1
        return origin > self.first and self.lower[origin - 1] in self.links.moved

    def _clause_between(self, between: list[str]) -> bool:
        """Whether a new clause or another verb of change stands between two numbers."""
        opened = any(mark == "," and word in self.links.new_clause for mark, word in pairwise(between))
        verbs = (self._is_change(word) and word not in self.linking for word in between)
        return opened or any(verbs)


def _own_unit(item: Item) -> bool:
    """Whether a unit stands with the number itself."""
    return item.first < item.number.first or item.last > item.number.last
