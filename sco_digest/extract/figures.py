"""The numbers of a sentence in, its figures out: single ones, ranges, changes from one value to another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from sco_digest.extract.bare import BARE, Bare
from sco_digest.extract.items import DASHES, compatible, rises, scaled, shared_scale
from sco_digest.extract.nouns import is_plural
from sco_digest.extract.phrase_table import longest_before
from sco_digest.extract.readings import Figure, Item, Unit

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

Link = Literal["range", "change", "back"]
LIKELY = 0.85
"""Confidence in a form that is read in another way now and then."""
FAR = 14
"""Tokens between the two ends of a change, at most."""
CHANGE_WORDS_IN = 12
"""Tokens before "from" in which a word of change is looked for."""
AHEAD = 5
"""Numbers after a bare one in which its money is looked for."""
SIGNS = frozenset("-−–")


class Sentence:
    """Reads the figures of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.first, self.last = first, last
        self.change = lexicon.words.change
        self.links, self.nouns = lexicon.words.links, lexicon.words.nouns
        self.cents, self.dollars = lexicon.words.money.cents, lexicon.words.money.dollars
        self.bounds = lexicon.bounds_before
        self.joins, self.linking = lexicon.joins, lexicon.linking
        self.bare = Bare(tokens, first, last, lexicon)

    def figures(self, items: list[Item], previous: Figure | None) -> list[Figure]:
        """The figures of the numbers of the sentence; `previous` is the last figure before it, whose unit may go on."""
        found: list[Figure] = []
        i = 0
        while i < len(items):
            mate = self._past_aside(items, i)
            link = self._link(items[i], items[mate]) if mate < len(items) else None
            near = self._near(found, items[i]) if found else self._money_ahead(items, i)
            if link:
                inside = (self._single(item, None, None) for item in items[i + 1 : mate])
                both = [self._pair(items[i], items[mate], link, near), *(figure for figure in inside if figure)]
                found.extend(sorted(both, key=_place))
            elif figure := self._single(items[i], near, previous):
                found.append(figure)
            i = mate + 1 if link else i + 1
        return found

    def _near(self, found: list[Figure], item: Item) -> Figure:
        """The figure before a number; not one that converts another in brackets: "5 million soms ($60,000) and 2"."""
        if len(found) > 1 and found[-1].last < self._close(found[-2].last) <= item.first:
            return found[-2]
        return found[-1]

    def _money_ahead(self, items: list[Item], i: int) -> Figure | None:
        """The money that a bare number of millions takes from a later one: "by 3.4 billion to 42.5 billion dollars"."""
        if items[i].unit or items[i].number.scale < 1000:
            return None
        for one, other in pairwise(items[i : i + 1 + AHEAD]):
            if not self.joins.issuperset(self.lower[one.last : other.first]):
                return None
            if other.unit and other.unit.kind == "money":
                return Figure(first=0, last=0, begin=0, end=0, unit=other.unit.name, kind="money")
        return None

    # ---- two numbers of one figure ----

    def _clause_between(self, between: list[str]) -> bool:
        """Whether a new clause or another verb of change stands between two numbers."""
        opened = any(mark == "," and word in self.links.new_clause for mark, word in pairwise(between))
        verbs = (self._is_change(word) and word not in self.linking for word in between)
        return opened or any(verbs)

    def _past_aside(self, items: list[Item], i: int) -> int:
        """The first item after the brackets behind item `i`: "from 28,000 soms (about 320 dollars) to 46,000"."""
        end = self._close(items[i].last)
        return next((k for k in range(i + 1, len(items)) if items[k].first >= end), len(items))

    def _close(self, i: int) -> int:
        """Past the brackets that open at token `i`, else `i`."""
        if i >= self.last or self.lower[i] != "(":
            return i
        return next((k + 1 for k in range(i, min(self.last, i + FAR)) if self.lower[k] == ")"), i)

    def _link(self, one: Item, other: Item) -> Link | None:
        """How two neighbours are one figure, where they are."""
        start = self._close(one.last)
        between = self.lower[start : self._past_bound(other.first, start)]
        if not between or len(between) > FAR or not self.links.stops.isdisjoint(between) or not compatible(one, other):
            return None
        if self._clause_between(between):
            return None
        before = self._word_before(one)
        if between[-1] == self.links.origin:
            changes = (
                before == self.links.target
                or not self.links.turned.isdisjoint(between[-2:-1])
                or (before not in self.links.amount and not self._is_change(before) and self._change_before(one))
            )
            return "back" if changes else None
        if between[-1] == self.links.target and before == self.links.origin:
            changes = len(between) > 1 or self._change_before(one) or self._moved(one)
            return "change" if changes or not rises(one, other) else "range"
        return "range" if rises(one, other) and self._is_range(one, other, between, before) else None

    def _is_range(self, one: Item, other: Item, between: list[str], before: str) -> bool:
        if between[0] in DASHES:
            return len(between) == 1
        if between == [self.links.target]:
            changed = before in self.links.amount or self._is_change(before)
            return not (changed and _own_unit(one))
        if between[0] in self.links.either and len(between) <= 2:
            near = (other.number.value or 0) <= 2 * (one.number.value or 0) * shared_scale(one, other)
            return other.unit is not None and near and one.last == one.number.last
        return len(between) == 1 and before in self.links.between and between[0] in self.links.lists

    def _pair(self, one: Item, other: Item, link: Link, near: Figure | None) -> Figure:
        """The figure of two numbers."""
        unit = other.unit or one.unit
        if unit is None and self._word_before(one) in self.links.aged:
            unit = Unit("year", "age", other.first, other.last)
        times = unit.times if unit else 1
        low, high = scaled(one.number.value, shared_scale(one, other) * times), scaled(other.number.value, times)
        whole = Figure(first=one.first, last=other.last, begin=one.first, end=other.last)
        if unit:
            whole = replace(whole, unit=unit.name, kind=unit.kind, noun=_own_noun(one if link == "back" else other))
        else:
            like = self.bare.read(replace(whole, value=high), other.number, near, None)
            whole = replace(like, value=None) if like else replace(whole, confidence=BARE)
        if link == "range":
            alternatives = not self.links.either.isdisjoint(self.lower[one.last : other.first])
            return replace(whole, low=low, high=high, confidence=min(whole.confidence, LIKELY if alternatives else 1))
        if link == "back":
            return replace(whole, last=one.last, value=low, origin=high)
        apart = self._past_bound(other.first, one.last) - one.last > 1
        return replace(whole, first=other.first if apart else one.first, value=high, origin=low)

    def _word_before(self, item: Item) -> str:
        i = self._past_bound(item.first, self.first)
        return self.lower[i - 1] if i > self.first else ""

    def _past_bound(self, i: int, floor: int) -> int:
        """The token where "about" and the like before token `i` begin, else `i`."""
        found = longest_before(self.bounds, self.lower, floor, i)
        return found[1] if found else i

    def _is_change(self, word: str) -> bool:
        return word in self.change.up or word in self.change.down

    def _change_before(self, item: Item) -> bool:
        """Whether a word of change stands before "from", and no word of a range."""
        ahead = self.lower[max(self.first, item.first - CHANGE_WORDS_IN) : item.first]
        ranges = not self.links.ranges.isdisjoint(ahead[-3:])
        return not ranges and not (self.change.up.isdisjoint(ahead) and self.change.down.isdisjoint(ahead))

    def _moved(self, item: Item) -> bool:
        """Whether "from" stands behind a verb that only says that something changed: "went from 3 to 5 percent"."""
        origin = self._past_bound(item.first, self.first) - 1
        return origin > self.first and self.lower[origin - 1] in self.links.moved

    # ---- one number ----

    def _single(self, item: Item, near: Figure | None, previous: Figure | None) -> Figure | None:
        number, unit = item.number, item.unit
        base = Figure(first=item.first, last=item.last, begin=item.first, end=item.last, value=number.value)
        if unit is None and number.share:
            return replace(base, value=round(100 * (number.value or 0), 2), unit="percent", kind="percent")
        if unit is None:
            return self.bare.read(base, number, near, previous)
        if unit.name in self.cents and not self.dollars.isdisjoint(self.lower[self.first : self.last]):
            value = scaled(number.value, unit.times / 100)
            return replace(base, value=value, unit=self.cents[unit.name], kind="money")
        name, kind = ("fold", "multiple") if unit.name == "time" and self._is_multiple(item) else (unit.name, unit.kind)
        hyphen = self.lower[number.last : number.last + 1] == ["-"] and number.last < item.last
        minus = self._minus(item)
        return replace(
            base,
            begin=item.first - minus,
            value=scaled(number.value, -unit.times if minus else unit.times),
            unit=name,
            kind=kind,
            noun=_own_noun(item),
            compound=hyphen and kind not in {"percent", "multiple"},
            confidence=1.0 if hyphen or self._plain(item) else LIKELY,
        )

    def _plain(self, item: Item) -> bool:
        """Whether the form of a unit leaves no doubt; "the 11 member pact" and "2.5 F" may be of something else."""
        unit, last = item.unit, item.last - 1
        if unit is None or not item.number.last <= last < self.last:
            return True
        if unit.noun is not None:
            return (
                item.number.value == 1
                or not item.number.last == unit.noun == last
                or is_plural(self.lower[last], self.nouns)
            )
        letter = len(self.tokens.words[last]) == 1 and unit.kind == "temperature" and self.tokens.words[last].isupper()
        return not (letter and last == item.number.last and not self.tokens.glued(last))

    def _is_multiple(self, item: Item) -> bool:
        """Whether "three times" compares ("six times higher") rather than counts occasions."""
        after = self.lower[item.last] if item.last < self.last else ""
        ahead = self.lower[max(self.first, item.first - 4) : item.first]
        changes = not (self.change.up.isdisjoint(ahead) and self.change.down.isdisjoint(ahead))
        return after in self.links.comparing or changes or (item.number.value or 0) % 1 > 0

    def _minus(self, item: Item) -> int:
        """How many tokens make a number negative: -5, minus 5, minus-5, and not the second number of 3-5."""
        before = item.first - 1
        if before < self.first:
            return 0
        if self.lower[before] not in SIGNS:
            either = before > self.first and self.lower[before - 1] in self.links.either  # plus or minus
            return int(self.lower[before] in self.links.minus and not either)
        named = before > self.first and self.lower[before - 1] in self.links.minus
        return self.tokens.glued(item.first) * (2 if named else not self.tokens.glued(before))


def _place(figure: Figure) -> int:
    return figure.first


def _own_unit(item: Item) -> bool:
    """Whether a unit stands with the number itself."""
    return item.first < item.number.first or item.last > item.number.last


def _own_noun(item: Item) -> int | None:
    """Where the noun phrase of a number begins; None where it stands with another number."""
    noun = item.unit.noun if item.unit else None
    return noun if noun is not None and noun < item.last else None
