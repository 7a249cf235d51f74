"""A number without a unit of its own in, its figure out: people, an age, the unit of the figure before, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.bare_kinds import BareKinds
from sco_digest.extract.bare_senses import BareSenses, without_money
from sco_digest.extract.counted_before import CountedBefore
from sco_digest.extract.nouns import is_plural, singular
from sco_digest.extract.phrase_table import longest_before
from sco_digest.extract.rates import measured_per, so_many
from sco_digest.extract.readings import replace

if TYPE_CHECKING:
    from sco_digest.extract.ages import Ages
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Number
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Places

NUMBER_OF = 12
"""Tokens before a bare number in which "the number of" is looked for."""
LEFT_OUT = 5
"""Tokens before a bare sum in which "and" is looked for, behind which no verb stands."""
VERB_BEFORE = 4
"""Tokens of the verb before a bare number that it counts, at most."""
WITHIN = frozenset({"in", "across", "throughout"})
"""Words before a figure of places or times in which another was counted."""
SMALLEST_TOLD = 100
"""What is counted so is many: "cases rose 5" is no count."""
NO_AMOUNTS = frozenset({"percent", "multiple", "duration", "age"})
"""Kinds of figures whose unit millions do not take."""
AMOUNTS = frozenset({"mass", "volume", "energy", "area", "money"})
"""Kinds of figures whose millions a number after them leaves out."""
SCALES = (10**12, 10**9, 10**6)
LONGEST_CODE = 4
"""Letters."""
THOUSAND = 1000
MILLION = 10**6
BILLION = 10**9
"""So much is money as a rule, whatever noun stands before it."""
SHARED, BARE = 0.85, 0.55
"""Confidence in a unit that stands with another figure, and in a figure without one."""


class Bare:
    """Reads the bare numbers of one sentence, tokens `first` to `last`."""

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: Lexicon, places: Places, *, ages: Ages) -> None:
        self.tokens, self.lower, self.ages = tokens, tokens.lower, ages
        self.first, self.last = first, last
        self.lexicon, self.nouns = lexicon, lexicon.words.nouns
        self.links = lexicon.words.links
        self.rates, self.money = lexicon.words.units.rates.full, lexicon.money
        self.results = self.links.results
        self.changes, self.connecting = lexicon.changes, lexicon.connecting
        self.telling, self.light = lexicon.telling, lexicon.light
        self.known, self.cardinals = lexicon.no_nouns, lexicon.words.numbers.cardinals.keys()
        self.bounds = lexicon.bounds_before
        self.kinds = BareKinds(tokens, first, last, lexicon, ages)
        self.senses = BareSenses(tokens, first, last, lexicon)
        self.counted = CountedBefore(tokens, first, last, lexicon, places)

    def read(
        self, base: Figure, number: Number, near: Figure | None, previous: Figure | None, *, alone: bool = False
    ) -> Figure | None:
        """People by the words around, the unit of the figure before, or none at all.

        `alone` says that all figures before it in the sentence are of one unit.
        """
        before = self.lower[base.first - 1] if base.first > self.first else ""
        among, like = self.counted.part(base, near, previous, alone=alone)
        if among:  # 273 drones, of which 88 were shot down
            return self._like(base, like) if like else None
        told = self.kinds.of(base, number)
        coded = base.first > self.first and self._is_code(base.first - 1)
        if self.senses.counts_nothing(base) or (told is None and (coded or self._is_rate(base))):
            return None
        if told:
            return replace(base, unit=told[0], kind=told[1], confidence=SHARED)
        if end := so_many(self.tokens, base.last, self.last, self.lexicon):
            words = self.tokens.surface(base.last, end)
            return replace(base, last=end, end=end, unit=" ".join(words.split()), kind="other", confidence=SHARED)
        noun = self._number_of(base.first, near) if before in self.known else None
        noun = noun or (self._told_of(base) if (number.value or 0) >= SMALLEST_TOLD else None)
        if noun:
            return replace(base, unit=noun, kind="count", confidence=SHARED)
        if number.scale < BILLION and self.senses.is_of_things(self.kinds.begin(base)):
            near, previous = without_money(near), without_money(previous)
        return self._shared(base, number, near, previous, alone=alone)

    def _shared(
        self, base: Figure, number: Number, near: Figure | None, previous: Figure | None, *, alone: bool
    ) -> Figure | None:
        """The unit of the figure before, or none at all."""
        gapped, of_gap = self.counted.gapped(base, number, near, alone=alone)
        if gapped:
            return self._like(base, of_gap) if of_gap else None
        if near and (self._of_others(base, near) or self._counts_between(near, base) or self._is_over(near, base)):
            near = None
        if near and self.senses.is_of_other(near, base):
            near = previous = None
        if previous and number.scale < BILLION and not self.tokens.in_one_paragraph(previous.first, base.first):
            previous = None  # another matter may have begun
        before = self.lower[base.first - 1] if base.first > self.first else ""
        after = self.lower[base.last : min(self.last, base.last + 2)]
        like = near or (previous if previous and previous.kind == "money" else None)
        if like and number.scale >= THOUSAND and self._lends(like, base, number.scale, after):
            return self._like(base, like)
        if near and after[:1] != [] and after[0] in self.links.more and self._is_where(near):
            near = previous = None  # 900 guests in 14 towns, and 30 more
        if near and (self._goes_on(near, number.value, before, after) or self._second_change(base, near)):
            return self._like(base, near)
        counted = near or previous
        if counted and counted.kind == "count" and self.counted.is_of_them(base.last):
            fewer = counted.value is None or (number.value or 0) <= counted.value
            return self._like(base, counted) if fewer else None
        if near is None and previous and self._of_its_size(number, previous):
            return self._like(base, previous)
        return replace(base, confidence=BARE) if self._measured(base, number, before) else None

    def _is_code(self, i: int) -> bool:
        """Whether a token can be the sign of an unknown currency: some capitals, "XQ 3 million"."""
        word = self.tokens.words[i]
        return word.isalpha() and word.isupper() and 1 < len(word) <= LONGEST_CODE

    def _lends(self, like: Figure, base: Figure, scale: float, after: list[str]) -> bool:
        """Whether an amount lends its unit to a number of thousands or more."""
        if like.kind in NO_AMOUNTS or like.unit in self.links.change_money:  # 23 cents, and 4 million of the currency
            return False
        return self._borrows(base, scale, after) or self._left_out(base, like, after)

    def _number_of(self, end: int, near: Figure | None) -> str | None:
        """What is counted in "the number of foreign tourists reached 2.1 million"; its growth may stand between."""
        floor = self.first if near is None or near.kind in {"percent", "multiple"} else near.last
        for i in range(max(floor, end - NUMBER_OF), end - 2):
            if self.lower[i] in self.links.numbers and self.lower[i + 1] in self.links.of:
                plurals = (word for word in self.lower[i + 2 : end - 1] if is_plural(word, self.nouns))
                return next((singular(word, self.nouns) for word in plurals), None)
        return None

    def _told_of(self, base: Figure) -> str | None:
        """What a large number counts of which a verb tells it: "cases topped 1 million"."""
        begin = self.kinds.begin(base)
        verb = begin < base.first and self.lower[begin] in self.telling  # topped
        for i in range(begin - 1, max(self.first, begin - VERB_BEFORE) - 1, -1):
            if self.lower[i] in self.nouns.told_of:
                return singular(self.lower[i], self.nouns) if verb else None
            verb = verb or self.lower[i] in self.telling
            if not (self.lower[i] in self.telling or self.lower[i] in self.light or self.lower[i] in self.results):
                return None
        return None

    def _is_rate(self, base: Figure) -> bool:
        """ "531.4 per dollar": of a currency that stands elsewhere."""
        i = base.last
        return i + 1 < self.last and self.lower[i] in self.rates and self.lower[i + 1] in self.money

    def _borrows(self, base: Figure, scale: float, after: list[str]) -> bool:
        """Whether no noun beside a bare number says that it is of something else."""
        begin = self.kinds.begin(base)
        before = self.lower[begin - 1] if begin > self.first else ""
        compared = len(after) > 1 and after[0] in self.links.more and after[1] in self.links.than
        free = not after or not after[0][0].isalpha() or after[0] in self.nouns.boundaries or compared
        verb = before in self.known or before in self.links.finite or before.endswith(self.nouns.verb_endings)
        return free and (verb or not before[:1].isalpha() or scale >= BILLION)

    def _is_where(self, figure: Figure) -> bool:
        """Whether a figure counts where something else is: "in 14 towns"."""
        return figure.begin > self.first and self.lower[figure.begin - 1] in WITHIN

    def _of_others(self, base: Figure, like: Figure) -> bool:
        """Whether a number is told of something else than what was counted: "12,500 visitors, and sales rose to"."""
        if like.kind != "count":
            return False
        begin = max(like.last + 1, base.first - VERB_BEFORE)
        named = (i for i in range(begin, base.first) if self.lower[i] in self.changes)
        return any(self.lower[i - 1].isalpha() and self.lower[i - 1] not in self.connecting for i in named)

    def _counts_between(self, near: Figure, base: Figure) -> bool:
        """Whether a number replaces one between it and the last: "pay 7 percent, and file one return instead of 12"."""
        replaces = self.lower[base.first - 2 : base.first] in self.links.instead
        return replaces and not self.cardinals.isdisjoint(self.lower[near.last : base.first])

    def _is_over(self, near: Figure, base: Figure) -> bool:
        """Whether a stretch of time says nothing of a number: "a three-week low of 66.75", "17 weeks; a mix of 5"."""
        apart = ";" in self.lower[near.last : base.first] and self.lower[base.first - 1] in self.links.of
        return near.kind == "duration" and (near.compound or apart)

    def _left_out(self, base: Figure, like: Figure, after: list[str]) -> bool:
        """Whether verb and unit of a sum are left out: "the hall cost 9 million soms and the road 2 million"."""
        ends = not after or not after[0][0].isalpha()
        for i in range(base.first - 2, max(self.first, base.first - LEFT_OUT) - 1, -1):
            if self.lower[i] in self.links.lists:
                words = self.lower[i + 1 : base.first]
                verb = any(word in self.links.finite or word in self.nouns.boundaries for word in words[1:])
                counted = is_plural(words[-1], self.nouns)
                return ends and like.kind == "money" and words[0] in self.links.determiners and not (verb or counted)
        return False

    def _goes_on(self, near: Figure, value: float | None, before: str, after: list[str]) -> bool:
        """Whether a bare number takes the unit of the figure before it: "435 homes by sale and 187 by tender"."""
        if near.kind in {"percent", "multiple"} and (value or 0) > 100:
            return False
        if after and after[0] in self.links.more:
            # bought 44 tanks for 1.8 billion and will get 105 more
            return near.kind != "money" or (value or 0) >= THOUSAND
        ends = not after or not after[0][0].isalpha() or after[0] in self.nouns.boundaries
        aside = before == "," and after[:1] == [","]  # half of those, 26, were minors
        apart = near.kind == "percent" and (before in self.links.apart or aside)
        if near.kind == "count" and (value or 0) > (near.value or 0) and before == self.links.target:
            ahead = self.lower[max(self.first, near.first - VERB_BEFORE) : near.first]
            apart = self.changes.isdisjoint(ahead)  # four men to 12 years, but: rose by 14 aircraft to 52
        return ends and before in self.links.goes_on and not apart and near.unit != ""

    def _second_change(self, base: Figure, near: Figure) -> bool:
        """Whether a second percentage leaves out its sign: "by 30 per cent for households and by 18 for mines"."""
        before = self.lower[max(self.first, base.first - 2) : base.first]
        joined = len(before) > 1 and before[1] in self.links.amount and before[0] in self.links.lists
        return near.kind == "percent" and joined

    def _of_its_size(self, number: Number, previous: Figure) -> bool:
        """Whether a large number can be of the unit of the sentence before: "It held 1.6 million m³. Now 700,000"."""
        value, other = number.value or 0, previous.value or 0
        return value >= 1000 and previous.kind != "percent" and other / 10 <= value <= 10 * other

    def _measured(self, base: Figure, number: Number, before: str) -> bool:
        """Whether a number that counts nothing is a figure still: an index or a rate, "ended at 27,349.19"."""
        value = number.value or 0
        bound = longest_before(self.bounds, self.lower, self.first, base.first) is not None
        exact = self.lower[number.first][0].isdecimal() and value >= 1000
        decimal = value % 1 > 0 and self.lower[number.first][0].isdecimal()
        large = number.scale >= 1000 and before in self.results  # rose 2.3-fold to 9 million
        return decimal or bound or large or (exact and before in self.links.measured)

    def _like(self, base: Figure, other: Figure) -> Figure | None:
        """A number with the unit of another, and its scale where that is left out: "5 million tons, against 4"."""
        value, most = base.value, other.value or other.high
        if value and other.kind == "count" and self.senses.is_base(base):
            value = self.senses.with_scale(base, value, other)
        if other.kind in AMOUNTS and value and most and value < THOUSAND and most >= MILLION:
            scale = next(scale for scale in SCALES if scale <= most)
            per = measured_per(self.tokens, base.last, self.last, self.lexicon)
            if per is None:  # 5 million euros, or 1.20 a share
                if not most / 10 <= value * scale <= most * 10:
                    return None
                value *= scale
        made = replace(base, value=value, unit=other.unit, kind=other.kind, confidence=SHARED)
        return made if value or not base.value else None
