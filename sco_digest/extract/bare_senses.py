"""A bare number in, whether it is none of the unit told before out: a score, "a week or two", an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.items import scaled
from sco_digest.extract.nouns import is_plural
from sco_digest.extract.rates import measured_per

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens

LONGEST: Final = 9
"""Digits of a score are fewer."""
SUM: Final = 1000
"""How many times as much a sum is, at least, whose unit a number of others behind "and" has not."""

NEAR: Final = 4
"""How many times as much a count can be as one that it is set against."""
THOUSAND: Final = 1000
MILLION: Final = 10**6


class BareSenses:
    """Looks around the bare numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.first, self.last = first, last
        self.lexicon, self.links, self.uses = lexicon, lexicon.words.links, lexicon.words.uses
        self.cardinals, self.fractions = lexicon.words.numbers.cardinals, lexicon.words.numbers.fractions.keys()

    def counts_nothing(self, base: Figure) -> bool:
        """Whether a number is a score, or the "two" of "a week or two"."""
        i = base.first - 1
        if i <= self.first:
            return self._is_score(base)
        return self._is_score(base) or self._is_vague(i)

    def is_of_other(self, near: Figure, base: Figure) -> bool:
        """Whether a number cannot be of the unit before it: what is counted is whole, and a clause has its own.

        "Rose 9 ticks to 96.53"; "took 3 hours and won by 2"; "two in five came in May and 12 in June".
        """
        if near.kind == "percent" and self._is_told_without_sign(near):
            return True
        whole = near.unit.split()[-1:] != [] and near.unit.split()[-1] not in self.lexicon.words.numbers.parted
        value, other = base.value or 0, near.value or 0
        if (
            near.kind == "count"
            and whole
            and value % 1
            and not other % 1
            and not (self._is_rate(base) or self.is_base(base))
        ):
            return True
        between = self.lower[max(near.last, near.end) : base.first]
        if len(between) < 2 or between[0] not in self.links.and_:
            return False
        if near.kind == "money":  # to 3 million from 1 million and staff numbers to 90
            return value < SUM and SUM * value < other and is_plural(between[-2], self.lexicon.words.nouns)
        return near.kind == "duration" and any(self._is_act(word) for word in between[1:])

    def _is_told_without_sign(self, near: Figure) -> bool:
        """Whether a share is but a part of something: "half", "2/3", "one in five"; not "18" behind "30 percent"."""
        within = self.lower[near.first : near.last]
        part = "/" in within or not self.fractions.isdisjoint(within) or not self.links.in_of.isdisjoint(within)
        return part and self.lexicon.changes.isdisjoint(within)

    def is_of_things(self, begin: int) -> bool:
        """Whether the verb right before a number has people or things as its object: the book "sold" 2 million."""
        return begin > self.first and self.lower[begin - 1] in self.uses.of_things

    def _is_rate(self, base: Figure) -> bool:
        """Whether a number is told for every so many: "300 vacancies, or 2.3 for every 100 jobs"."""
        rates, behind = self.lexicon.words.units.rates, self.lower[base.last : base.last + 2]
        return behind in rates.bases or not rates.after.isdisjoint(behind[:1])

    def is_base(self, base: Figure) -> bool:
        """Whether a number is what another was or is set against: "5 deaths per 100,000, down from 6.2"."""
        before, time = self.lower[max(self.first, base.first - 2) : base.first], self.lexicon.words.time
        return bool(before) and (
            before[-1] == self.links.origin or before[-1] in time.bases or before[0] in time.compared
        )

    def with_scale(self, base: Figure, value: float, other: Figure) -> float | None:
        """A number with the scale that it leaves out where it is set against a count: "6 million visitors, against 5".

        None where it may be meant or not: "6 million visitors, against 60".
        """
        numbers, most = self.lexicon.words.numbers, other.value or 0
        within = self.lower[other.first : other.last]
        scale = max((numbers.scales.get(word) or numbers.short_scales.get(word, 1) for word in within), default=1)
        per = measured_per(self.tokens, base.last, self.last, self.lexicon)
        if scale < MILLION or value >= THOUSAND or per is not None:
            return value
        return scaled(value, scale) if most / NEAR <= value * scale <= most * NEAR else None

    def _is_act(self, word: str) -> bool:
        """Whether a word is a verb that tells of no change and measures nothing."""
        told = word in self.lexicon.words.change.measure or word in self.lexicon.moving or word in self.links.finite
        return not told and (word.endswith(self.lexicon.words.nouns.past_ending) or word in self.uses.voting)

    def _is_score(self, base: Figure) -> bool:
        """Whether "to" and a number stand beside it that is no more: "won by 3 to 1", "a majority of 11 to one"."""
        begin = base.first
        if self._is_pair(base.first, base.last):
            end = base.first
        elif begin - 2 >= self.first and self._is_pair(begin - 2, begin - 1):
            end = begin - 2
        else:
            return False
        before = self.lower[end - 1] if end > self.first else ""
        changes = before == self.links.origin or before in self.lexicon.changes
        return not changes and not (before in self.links.amount and self._is_change(end - 2))

    def _is_change(self, i: int) -> bool:
        return i >= self.first and self.lower[i] in self.lexicon.changes

    def _is_pair(self, i: int, end: int) -> bool:
        """Whether a number of one token at `i`, "to" at `end` and a number that is no more stand in a row."""
        if end != i + 1 or end + 1 >= self.last or self.lower[end] != self.links.target:
            return False
        one, other = self._value(i), self._value(end + 1)
        behind = self.lower[end + 2] if end + 2 < self.last else "."
        free = not behind[0].isalnum() or behind in self.lexicon.words.nouns.boundaries
        return free and one is not None and other is not None and one >= other

    def _value(self, i: int) -> int | None:
        word = self.lower[i]
        return int(word) if word.isdecimal() and len(word) < LONGEST else self.cardinals.get(word)

    def _is_vague(self, i: int) -> bool:
        """Whether "or" at token `i` follows one of something: "a week or two"."""
        noun = i - 1
        if self.lower[i] not in self.links.either or noun - 1 < self.first or not self.lower[noun].isalpha():
            return False
        single = not is_plural(self.lower[noun], self.lexicon.words.nouns)
        return single and self.lower[noun - 1] in self.lexicon.words.numbers.articles


def without_money(figure: Figure | None) -> Figure | None:
    """A figure that may lend its unit; no money."""
    return None if figure and figure.kind == "money" else figure
