"""A time and a figure of one sentence in, whether the figure is compared with it out: "up 4 percent from 2023"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Period

REACH: Final = 10
"""Tokens before a time in which a word of comparison is looked for."""
CHANGE_WITHIN: Final = 14
"""Tokens before "from last year" in which a word of change makes it a base."""
ENDS: Final = frozenset({"to", "through", "until", "till", "on", "onward", "onwards", "and"})
"""Words behind "from the first quarter" that make it the beginning of a stretch of time."""
LEVEL_WITHIN: Final = 5
"""Tokens of "of the level in" between a share and its time."""
PARTS: Final = frozenset({"percent", "multiple"})
"""Kinds of figures that are a part or a multiple of something."""
SHARES: Final = frozenset({"%", "percent", "pct", "cent"})
ON: Final = "on"
OFF: Final = "off"
DAY: Final = len("2025-08-31")


class BaseTimes:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, published: str | None) -> None:
        self.lower, self.published = tokens.lower, published or ""
        self.time, self.uses, self.changes = lexicon.words.time, lexicon.words.uses, lexicon.changes
        self.verbs = lexicon.moving - lexicon.words.change.nouns - lexicon.words.change.adverbs
        self.fillers = self.time.base_fillers | self.time.levels
        self.named = self.time.levels | self.time.that_level
        links = lexicon.words.links
        self.origin = links.origin
        self.up_from = [i for i in tokens.places.get(self.origin, []) if i > 0 and self.lower[i - 1] in links.turned]
        self.target, self.against = links.target, self.time.bases - links.than
        self.determiners, self.than, self.of = links.determiners, links.than, links.of

    def holds(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a figure is compared with this time: "up 4 percent from last year", "against 2023"."""
        beside = 0 <= figure.begin - when.last <= 1
        between = self.lower[figure.last : when.first]
        place = bisect_right(self.up_from, figure.last)
        up_from = place < len(self.up_from) and self.up_from[place] < when.first
        if beside:
            return self._word_before(when, first) in self.than
        compared = up_from or not self.time.compared.isdisjoint(between) or self._beside(figure, between)
        if compared or self._is_of_base(self.lower[figure.end : when.first]):
            return True
        if self._is_level(when, figure, between):
            return True
        i = self._before_fillers(when, first)
        return i >= first and self._compares(when, i, first)

    def _is_of_base(self, between: list[str]) -> bool:
        """Whether a time is that of another number behind a figure: "vs 800 in 2023", "from the 27 it had in 2023"."""
        for i, word in enumerate(between[:-1]):
            named = between[i + 1] in self.determiners
            number = between[i + 1 + named : i + 2 + named]
            if (word in self.against or (word == self.origin and named)) and number and number[0][0].isdecimal():
                return True
        return False

    def at_head(self, when: When, figure: Figure, first: int) -> Period | None:
        """The time that a sentence begins to compare with: "Compared with 2023, exports rose 5 percent"."""
        i = self._before_fillers(when, first)
        compared = i <= first + 1 and self.lower[first] in self.time.compared and self.lower[i] in self.time.compared_to
        against = i == first and self.lower[first] in self.against
        behind = self._behind_level(when)
        comma = self.lower[behind : behind + 1] == [","]
        opens = (compared and comma) or (against and (comma or self._moves(behind, figure)))
        return when.period if opens and when.last < figure.first else None

    def _behind_level(self, when: When) -> int:
        """The token behind a time and the level that is meant: the 2023 "level"."""
        return when.last + (self.lower[when.last : when.last + 1] != [] and self.lower[when.last] in self.time.levels)

    def _moves(self, behind: int, figure: Figure) -> bool:
        """Whether the clause of a figure begins without a comma behind a time: "Against 2023 exports rose by 5"."""
        between = self.lower[behind : figure.begin]
        return "," not in between and not self.verbs.isdisjoint(between[1:])

    def _compares(self, when: When, i: int, first: int) -> bool:
        """Whether the word at token `i`, the one before a time, compares with it: "against", "from"."""
        word, before = self.lower[i], self.lower[i - 1] if i > first else ""
        if before in SHARES and word == self.target:  # 104 percent to the same period of 2024
            return not self.time.to_base.isdisjoint(self.lower[i : when.first])
        if before in self.time.unchanged and word in self.time.as_before:
            return True
        if word in self.time.compared_to:
            return before in self.time.compared
        if word in self.time.base_after_change:
            return self._after_change(when, i, first)
        return word in self.time.bases or word in self.time.compared

    def _before_fillers(self, when: When, first: int) -> int:
        """The token before a time and the words that say no more of it than "the same period of"."""
        i = when.first - 1
        while i > max(first, when.first - REACH) and self.lower[i] in self.fillers:
            i -= 1
        return i

    def _word_before(self, when: When, first: int) -> str:
        i = self._before_fillers(when, first)
        return self.lower[i] if i >= first else ""

    def _beside(self, figure: Figure, between: list[str]) -> bool:
        """Whether a figure measures from something of that time: "three times as many as in", "above the record"."""
        alike, again = between[:1] == [self.time.alike], self.time.alike in between[1:]
        if alike and figure.kind in PARTS:  # half as many came in May as in April
            return again
        if figure.kind == "multiple":
            return again or not self.than.isdisjoint(between) or not self.determiners.isdisjoint(between[:1])
        return not self.time.beside.isdisjoint(between[:1]) or not self.than.isdisjoint(between[1:])

    def _is_level(self, when: When, figure: Figure, between: list[str]) -> bool:
        """Whether a figure is a part or a multiple of what was so then: "half the level of 2019"."""
        behind = self.lower[when.last] if when.last < len(self.lower) else ""
        if between[:1] == [OFF]:  # 9 percent off its 2022 peak
            return behind in self.time.levels
        near = (
            figure.kind in PARTS and 0 < len(between) <= LEVEL_WITHIN and self.lower[when.first] not in self.time.since
        )
        if not near or between[0] in self.time.before_level or not self.time.of_level.issuperset(between):
            return False
        if behind in self.time.levels:
            # 30 percent of the 2023 harvest was sold
            return behind not in self.uses.of_a_year or between[0] not in self.of
        that = not self.time.that_level.isdisjoint(between)
        # those of 2010, and not: those in the 2011 census
        told = not that or between[-1] in self.of or "what" in between
        return told and not self.named.isdisjoint(between)

    def _after_change(self, when: When, i: int, first: int) -> bool:
        """Whether "from" or "over" compares: after a word of change or a share, and not "from 2020 to 2024"."""
        inside = self.lower[when.first : when.last]
        behind = self.lower[when.last] if when.last < len(self.lower) else ""
        stretch = not {"to", "through", "-", "–"}.isdisjoint(inside) or (
            self.lower[i + 1] in self.determiners and i + 2 == when.first
        )
        if stretch and self.lower[i] == self.origin and self.lower[i + 1] in self.determiners:
            stretch = behind in ENDS  # up 2 million from the fourth quarter
        begins = stretch and behind not in self.time.levels
        if self.lower[i] == ON and self.lower[i + 1] in self.time.levels and i + 2 == when.first:
            return False  # rose by 5 percent on average last year
        return not begins and self._changes(i, first) and not self._takes_effect(when, i, first)

    def _changes(self, i: int, first: int) -> bool:
        """Whether a word of change stands before token `i`."""
        return not self.changes.isdisjoint(self.lower[max(first, i - CHANGE_WITHIN) : i])

    def is_start(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a change begins with a time, which is no figure's own: "will be cut by 5 percent from June"."""
        i = when.first - 1
        while i > first and self.lower[i] in self.time.edges:
            i -= 1
        from_ = figure.last <= i and self.lower[i] == self.origin
        return from_ and self._changes(i, first) and self._takes_effect(when, i, first)

    def _takes_effect(self, when: When, i: int, first: int) -> bool:
        """Whether "on" or "from" tells when a change begins: "went up by 9 percent on May 1", "will fall from July"."""
        start = when.period.start
        if (self.lower[i] == ON and len(start) == DAY) or (i > first and self.lower[i - 1] in self.time.in_force):
            return True
        now = self.published[: len(start)]
        to_come = not self.time.coming.isdisjoint(self.lower[max(first, i - CHANGE_WITHIN) : i])
        return bool(now) and (start > now or (start == now and to_come))


def of_old_values(figures: list[Figure], bases: list[Period | None]) -> list[Period | None]:
    """The bases of figures, each with that whose old value it is of: "1,200 cars in 14 towns, up from 900 in May"."""
    for i in range(1, len(figures)):
        whole = figures[i - 1].end > figures[i].last
        if whole and bases[i]:
            bases[i - 1], bases[i] = bases[i], None
    return bases
