"""The numbers of a sentence in, its figures out: single ones, ranges, changes from one value to another."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from sco_digest.extract.bare import BARE, NO_AMOUNTS, THOUSAND, Bare
from sco_digest.extract.items import left_out_scale, scaled, shared_scale
from sco_digest.extract.nouns import is_plural
from sco_digest.extract.old_values import change_to_range, of_another, old_range, with_old_values
from sco_digest.extract.pairs import Pairs
from sco_digest.extract.readings import Figure, Item, Unit, replace
from sco_digest.extract.tokens import MINUS

if TYPE_CHECKING:
    from sco_digest.extract.ages import Ages
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.pairs import Link
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Places

LIKELY = 0.85
"""Confidence in a form that is read in another way now and then."""
AHEAD = 5
"""Numbers after a bare one in which its money is looked for."""


class Sentence:
    """Reads the figures of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon, places: Places, *, ages: Ages) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.first, self.last = first, last
        self.lexicon, self.change = lexicon, lexicon.words.change
        self.links, self.nouns = lexicon.words.links, lexicon.words.nouns
        self.cents, self.dollars = lexicon.words.money.cents, lexicon.words.money.dollars
        self.joins = lexicon.joins
        self.bare = Bare(tokens, first, last, lexicon, places, ages=ages)
        self.pairs = Pairs(tokens, first, last, lexicon)

    def figures(self, items: list[Item], before: list[Figure]) -> list[Figure]:
        """The figures of the numbers of the sentence; the unit of the last of those `before` it may go on."""
        previous = self._unbracketed(before, self.first) if before else None
        units = {figure.unit for figure in before}
        found: list[Figure] = []
        begun = False
        i = 0
        spent: set[int] = set()
        while i < len(items):
            if i in spent:
                i += 1
                continue
            mate = self._past_aside(items, i)
            link = self.pairs.link(items[i], items[mate]) if mate < len(items) else None
            near = self._near(found, items[i]) if found else self._money_ahead(items, i)
            if link == "back" and of_another(
                found, items[i], items[mate], self.tokens, first=self.first, lexicon=self.lexicon
            ):
                link = None
                spent.add(mate)
            if link == "change" and old_range(found, items[i], self.lower, self.links):
                link = "range"
            alone = len(units) == 1
            pair = self._pair(items[i], items[mate], link, near) if link else None
            if pair and mate > i + 1 and pair.first < items[i + 1].first:
                pair = None  # a range, which would hold what the brackets inside it say
            if pair:
                inside = (self._single(item, None, None) for item in items[i + 1 : mate])
                found.extend(sorted([pair, *(figure for figure in inside if figure)], key=_place))
                found[-2:] = change_to_range(found[-2:], self.lower, self.first, self.links)
            elif (figure := self._single(items[i], near, previous, alone=alone)) and not self._is_held(figure, found):
                found.append(figure)
            if found:  # those of the sentence before count no more
                units = {found[-1].unit} | (units if begun else set())
                begun = True
            i = mate + 1 if pair else i + 1
        return with_old_values(found, self.tokens, self.first, self.lexicon)

    def _is_held(self, figure: Figure, found: list[Figure]) -> bool:
        """Whether a figure stands inside the words of the one before it."""
        return bool(found) and figure.first < found[-1].last

    def _near(self, found: list[Figure], item: Item) -> Figure:
        """The figure before a number; not one that converts another in brackets: "5 million soms ($60,000) and 2".

        Millions are of an amount, not of the share or stretch of time that may stand between.
        """
        if self.bare.counted.is_of_them(item.last):
            counts = [figure for figure in found if figure.kind == "count"]
            found = sorted(counts, key=_amount)[-1:] or found
        if item.number.scale >= THOUSAND:
            amounts = [figure for figure in found if figure.kind not in NO_AMOUNTS]
            found = amounts or found
        return self._unbracketed(found, item.first)

    def _unbracketed(self, found: list[Figure], end: int) -> Figure:
        """The last figure, or the one that it says in another unit in brackets."""
        inside = len(found) > 1 and found[-1].last < self.pairs.close(found[-2].last) <= end
        return found[-2] if inside else found[-1]

    def _money_ahead(self, items: list[Item], i: int) -> Figure | None:
        """The money that a bare number of millions takes from a later one: "by 3.4 billion to 42.5 billion dollars"."""
        if items[i].unit or items[i].number.scale < THOUSAND:
            return None
        for one, other in pairwise(items[i : i + 1 + AHEAD]):
            if not self.joins.issuperset(self.lower[one.last : other.first]):
                return None
            if other.unit and other.unit.kind == "money":
                return Figure(first=0, last=0, begin=0, end=0, unit=other.unit.name, kind="money")
        return None

    # ---- two numbers of one figure ----

    def _past_aside(self, items: list[Item], i: int) -> int:
        """The first item after the brackets behind item `i`: "from 28,000 soms (about 320 dollars) to 46,000"."""
        end = self.pairs.close(items[i].last)
        i += 1
        while i < len(items) and items[i].first < end:
            i += 1
        return i

    def _pair(self, one: Item, other: Item, link: Link, near: Figure | None) -> Figure:
        """The figure of two numbers."""
        unit = other.unit or one.unit
        if one.number.share:
            unit = Unit("percent", "percent", other.first, other.last, times=100)
        elif unit is None and self._aged(one):
            unit = Unit("year", "age", other.first, other.last)
        times = unit.times if unit else 1
        low = scaled(one.number.value, shared_scale(one, other) * times)
        high = scaled(other.number.value, left_out_scale(one, other) * times)
        if one.number.share:
            low, high = round(low or 0, 2), round(high or 0, 2)
        whole = Figure(first=one.first, last=other.last, begin=one.first, end=other.last)
        if unit and unit.name == "time" and self._is_multiple(other):
            whole = replace(whole, unit="fold", kind="multiple")
        elif unit:
            whole = replace(whole, unit=unit.name, kind=unit.kind, noun=_own_noun(one if link == "back" else other))
        else:
            near = None if self.pairs.told_per(one) else near  # 25.8%, from 86.9 a day to 64.5
            like = self.bare.read(replace(whole, value=high), other.number, near, None)
            whole = replace(like, value=None) if like else replace(whole, confidence=BARE)
        if link == "range":
            alternatives = not self.links.either.isdisjoint(self.lower[one.last : other.first])
            return replace(whole, low=low, high=high, confidence=min(whole.confidence, LIKELY if alternatives else 1))
        if link == "back":
            return replace(whole, last=one.last, value=low, origin=high)
        apart = self.pairs.past_bound(other.first, one.last) - one.last > 1
        return replace(whole, first=other.first if apart else one.first, value=high, origin=low)

    def _aged(self, item: Item) -> bool:
        """Whether "aged" stands before a number: "aged 15 to 24", "aged between 15 and 24"."""
        before = self.lower[max(self.first, item.first - 2) : item.first]
        return bool(before) and (
            before[-1] in self.links.aged or (before[-1] in self.links.between and before[0] in self.links.aged)
        )

    # ---- one number ----

    def _single(
        self, item: Item, near: Figure | None, previous: Figure | None, *, alone: bool = False
    ) -> Figure | None:
        """The figure of a number; `alone` says that all before it in the sentence are of one unit."""
        number, unit = item.number, item.unit
        base = Figure(first=item.first, last=item.last, begin=item.first, end=item.last, value=number.value)
        if unit is None and number.share:
            return replace(base, value=round(100 * (number.value or 0), 2), unit="percent", kind="percent")
        if unit is None:
            bare = self.bare.read(base, number, near, previous, alone=alone)
            named = item.first > self.first and self.lower[item.first - 1] in self.links.minus
            if bare is None or bare.value is None or not named:
                return bare
            return replace(bare, value=-bare.value, begin=item.first - 1)
        if unit.name in self.cents and not self.dollars.isdisjoint(self.lower[self.first : self.last]):
            value = scaled(number.value, unit.times / 100)
            return replace(base, value=value, unit=self.cents[unit.name], kind="money")
        name, kind = unit.name, unit.kind
        others = near is not None and self.bare.counted.are_others(item, near)
        if near and near.kind == "count" and (others or (alone and self._are_ones(unit))):
            name = near.unit.split()[-1]  # 12 old schools and 3 new ones
        if name == "time" and self._is_multiple(item):
            name, kind = "fold", "multiple"
        hyphen = self.lower[number.last : number.last + 1] == ["-"] and number.last < item.last
        minus = self._minus(item)
        return Figure(
            first=item.first,
            last=item.last,
            begin=item.first - minus,
            end=item.last,
            value=scaled(number.value, -unit.times if minus else unit.times),
            unit=name,
            kind=kind,
            noun=_own_noun(item),
            compound=hyphen and kind not in {"percent", "multiple"},
            confidence=1.0 if hyphen or self._plain(item) else LIKELY,
        )

    def _are_ones(self, unit: Unit) -> bool:
        """Whether what is counted stands for what was counted before: "3 new ones"."""
        return unit.kind == "count" and unit.name.split()[-1] in self.links.ones

    def _plain(self, item: Item) -> bool:
        """Whether the form of a unit leaves no doubt; "the 11 member pact" and "2.5 F" may be of something else."""
        unit, last = item.unit, item.last - 1
        if unit is None or not item.number.last <= last < self.last:
            return True
        if unit.noun is not None:
            alone = item.number.last == unit.noun == last
            return item.number.value == 1 or not alone or is_plural(self.lower[last], self.nouns)
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
        if self.lower[before] not in MINUS:
            either = before > self.first and self.lower[before - 1] in self.links.either  # plus or minus
            return int(self.lower[before] in self.links.minus and not either)
        named = before > self.first and self.lower[before - 1] in self.links.minus
        return self.tokens.glued(item.first) * (2 if named else not self.tokens.glued(before))


def _amount(figure: Figure) -> float:
    """At most; hundreds are more than any."""
    most = figure.value if figure.high is None else figure.high
    return inf if most is None else most


def _place(figure: Figure) -> int:
    return figure.first


def _own_noun(item: Item) -> int | None:
    """Where the noun phrase of a number begins; None where it stands with another number."""
    noun = item.unit.noun if item.unit else None
    return noun if noun is not None and noun < item.last else None
