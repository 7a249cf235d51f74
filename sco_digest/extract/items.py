"""The numbers of a sentence in, those that measure something out, each with its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.gapping import is_year_of
from sco_digest.extract.nouns import is_plural
from sco_digest.extract.readings import Item, Number, Unit
from sco_digest.extract.tokens import DASHES
from sco_digest.extract.units import counted, find_unit

if TYPE_CHECKING:
    from sco_digest.extract.ages import Ages
    from sco_digest.extract.exclusions import Exclusions
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

SMALL: Final = 1000
"""A first number below it may take the scale of the second: "1 to 1.5 million"."""
WITHIN: tuple[list[str], ...] = ([], ["and"], [","])
"""What may stand between the two units of one quantity."""
OWNER: Final = 5
"""Words from "of" to the possessive, at most: 5 of the country's 12."""
NAME_INSIDE: Final = 3
"""Words between a number and a name with a number inside its phrase, at most."""


class Items:
    """Reads the numbers of one sentence, tokens `first` to `last`."""

    def __init__(
        self, tokens: Tokens, first: int, last: int, exclusions: Exclusions, lexicon: Lexicon, *, ages: Ages
    ) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.first, self.last = first, last
        self.exclusions, self.ages = exclusions, ages
        self.lexicon = lexicon
        self.links = lexicon.words.links
        self.joined, self.beside = lexicon.words.units.joined, lexicon.words.units.beside
        self.sided = lexicon.words.units.sided

    def read(self, numbers: list[Number]) -> list[Item]:
        """The numbers that count, in order."""
        items: list[Item] = []
        end = self.last
        for number in reversed(numbers):
            items.append(Item(number, find_unit(self.tokens, number, self.first, end, self.lexicon)))
            end = self._reach(items[-1])
        return self._parts(self._listed(self._in_one(self._kept(items[::-1]))))

    def _reach(self, following: Item) -> int:
        """Where the unit of a number must end before the next: km2 is a unit and no number."""
        first = following.number.first
        inside = self.tokens.glued(first) and self.tokens.words[first - 1].isalpha() and first == following.first
        return following.number.last if inside else following.first

    def _kept(self, items: list[Item]) -> list[Item]:
        kept: list[Item] = []
        i = 0
        while i < len(items):
            one, other = items[i], items[i + 1] if i + 1 < len(items) else None
            if other and self._dash(one, other):
                other = _with_sign_of(one, other)
                kept += [one, other] if self._dashed_range(one, other) else []
                i += 2
            elif other and (whole := self._around_name(one, other) or self._around_size(one, other)):
                kept.append(whole)
                i += 2
            else:
                kept += [one] if self._counts(one) else []
                i += 1
        return kept

    def _counts(self, item: Item) -> bool:
        return not self.exclusions.excludes(item.number, item.unit, self.first)

    def _dash(self, one: Item, other: Item) -> bool:
        if one.last + 1 != other.first or self.tokens.words[one.last] not in DASHES:
            return False
        if one.unit and other.unit and one.last > one.number.last and one.unit.name != other.unit.name:
            return self.tokens.glued(one.last)  # 5 million tonnes – 3 percent more
        return not (self.exclusions.is_year(one.number) and is_year_of(self.tokens, one, other))

    def _dashed_range(self, low: Item, high: Item) -> bool:
        """Whether two numbers about a dash are a range: 18-25 percent, and not 3-1, 2019-2020, 18-19 June."""
        if high.unit is None or not rises(low, high):
            return False
        if high.unit.noun is not None and all(self.exclusions.is_year(item.number) for item in (low, high)):
            return False
        whole = high.number.over(low.number.first, high.number.last)
        return not self.exclusions.excludes(whole, high.unit.over(low.first, high.unit.last), self.first)

    def _around_name(self, one: Item, other: Item) -> Item | None:
        """The first number with the noun of the second, which is a name inside its phrase: "five new 737 aircraft"."""
        between = self.lower[one.last : other.first]
        if one.unit or one.number.share or other.unit is None or other.unit.noun is None:
            return None
        words = all(word.isalpha() and word not in self.lexicon.words.nouns.boundaries for word in between)
        named = 1 <= len(between) <= NAME_INSIDE and words and self.lower[other.number.first].isdecimal()
        return Item(one.number, other.unit.over(one.first, other.unit.last)) if named and self._counts(one) else None

    def _around_size(self, one: Item, other: Item) -> Item | None:
        """The first number with the noun after a size: "20 ten-ton trucks"."""
        size = other.unit
        if one.unit or one.number.share or size is None or one.number.last != other.first:
            return None
        after = other.number.last
        if after >= size.last or self.lower[after] != "-" or self.tokens.glued(other.first):
            return None
        if size.kind == "age" and is_plural(self.lower[size.last - 1], self.lexicon.words.nouns):  # two 14-year-olds
            return Item(one.number, Unit("person", "count", one.first, size.last, other.first))
        unit = counted(self.tokens, one.number.over(one.number.first, size.last), self.last, self.lexicon)
        return Item(one.number, unit.over(one.first, unit.last)) if unit and self._counts(one) else None

    def _parts(self, items: list[Item]) -> list[Item]:
        """ "27 of the 40 tasks" counts tasks twice."""
        done = items[-1:]
        for item in reversed(items[:-1]):
            unit = done[-1].unit if self._is_part(item, done[-1]) else None
            done.append(Item(item.number, unit.over(item.first, item.last)) if unit else item)
        return done[::-1]

    def _is_part(self, item: Item, whole: Item) -> bool:
        between = " ".join(word for word in self._without_owner(self.lower[item.last : whole.first]))
        counts = whole.unit is not None and whole.unit.kind == "count" and not item.number.share
        return counts and item.unit is None and between in self.links.parts and _value(item) < _value(whole)

    def _without_owner(self, words: list[str]) -> list[str]:
        """The words between a part and its whole, without whose it is: "of Veldoria’s" 30 million people."""
        owned = 2 < len(words) <= OWNER and words[-1][0] in "'’" and words[0] in self.links.of
        return words[:1] if owned else words

    def _listed(self, items: list[Item]) -> list[Item]:
        """Each bare number of "5, 6 and 7 percent" with the unit of the last."""
        done, shared = items[-1:], False
        for item in reversed(items[:-1]):
            unit = done[-1].unit
            shared = unit is not None and self._shares(item, done[-1], shared)
            done.append(Item(item.number, unit.over(item.first, item.last)) if shared and unit else item)
        return done[::-1]

    def _shares(self, item: Item, following: Item, listed: bool) -> bool:
        """Whether a bare number takes the unit of the one after it; a comma does only in a list that ends in "and"."""
        between = self.lower[item.last : following.first]
        if between[:1] == ["-"] and self.tokens.glued(item.last):  # 55-, 65- and 75-inch
            between = between[1:]
        if item.unit or item.number.share or not between or not self._joined(between, following):
            return False
        if self.ages.is_aside(item.number):
            return False
        percent = following.unit is not None and following.unit.kind == "percent"
        listing = item.first > self.first and self.lower[item.first - 1] == ","
        told_again = len(between) > 1 and not listing  # to 20,000, or 15% of them
        falls = self.links.either.issuperset(between) and _value(item) > (
            100 if listing else _value(following)
        )  # 300 or 4 percent
        amount = percent and (item.number.scale > 1 or told_again or falls)
        return not amount and (between != [","] or listed)

    def _joined(self, between: list[str], following: Item) -> bool:
        """Whether the words between two numbers join them: a list, or the sides of something, 20 by 30 feet."""
        sides = len(between) == 1 and between[0] in self.links.dimensions
        unit = following.unit
        sized = unit is not None and (unit.kind == "distance" or unit.name in self.sided)
        return self.links.lists.issuperset(between) or (sides and sized)

    def _in_one(self, items: list[Item]) -> list[Item]:
        """The items, two units of one quantity as one: "six years and three months" is 6.25 years."""
        done = items[:1]
        for item in items[1:]:
            whole = self._whole(done[-1], item)
            done[-1:] = [whole] if whole else [done[-1], item]
        return done

    def _most(self, large: str, small: str, *, apart: bool) -> int | None:
        """How many of a small unit make a large one, where the two can be told in one."""
        found = self.joined.get(large, {}).get(small)
        if found is None and not apart:
            found = self.beside.get(large, {}).get(small)
        return found

    def _whole(self, large: Item, small: Item) -> Item | None:
        units, between = (large.unit, small.unit), self.lower[large.last : small.first]
        if not (units[0] and units[1]) or between not in WITHIN:
            return None
        if between and self.lower[small.last : small.last + 1] == ["of"]:  # 3 years, 5 months of them in jail
            return None
        most = self._most(units[0].name, units[1].name, apart=len(between) > 0)
        part, value = small.number.value, large.number.value
        if most is None or part is None or value is None or part >= most or value % 1:
            return None
        number = Number(large.number.first, large.number.last, float(f"{value + part / most:.12g}"))
        return Item(number, units[0].over(units[0].first, small.last))


def _with_sign_of(low: Item, high: Item) -> Item:
    """The second number of "$3-3.5bn" with the money of the first."""
    unit, number = low.unit, high.number
    if (
        high.unit
        or unit is None
        or unit.kind != "money"
        or unit.first >= low.number.first
        or unit.last != low.number.last
    ):
        return high
    return Item(number, unit.over(number.first, number.last))


def _value(item: Item) -> float:
    return item.number.value or 0


def compatible(one: Item, other: Item) -> bool:
    """Whether two numbers can be of one unit."""
    if one.number.share or other.number.share:
        return one.number.share and other.number.share
    if one.number.fold or other.number.fold:
        return False
    return one.unit is None or other.unit is None or one.unit.name == other.unit.name


def shared_scale(one: Item, other: Item) -> float:
    """The scale that the first of two numbers takes from the second: "1 to 1.5 million"."""
    low, number = one.number.value or 0, other.number
    open_ended = one.number.scale == 1 and (one.unit is None or one.unit.last == one.number.last)
    small = low < SMALL and low <= 100 * (number.value or 0) / number.scale
    return number.scale if open_ended and small else 1


def left_out_scale(one: Item, other: Item) -> float:
    """The scale that the second number takes from the first: "from 5 million tonnes to 7"."""
    value, scale = other.number.value or 0, one.number.scale
    bare = other.unit is None and other.number.scale == 1 and scale > SMALL and not other.number.share
    near = 0.1 <= value * scale / (one.number.value or scale) <= 10
    return scale if bare and near and value < SMALL else 1


def rises(one: Item, other: Item) -> bool:
    """Whether the second of two numbers is the larger."""
    low, high = one.number.value, other.number.value
    return low is not None and high is not None and low * shared_scale(one, other) < high


def scaled(value: float | None, factor: float) -> float | None:
    """A value times a scale, without the dust of binary fractions."""
    return None if value is None else float(f"{value * factor:.12g}")
