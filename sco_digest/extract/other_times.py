"""A time and a figure of one sentence in, whether the time is of something else out: of a base, a report, an event."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from sco_digest.extract.background_times import ranks
from sco_digest.extract.from_now import SAME
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.base_times import BaseTimes
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

SIZES: Final = frozenset({"distance", "area", "energy"})
"""Kinds of figures that with a hyphen tell of a thing and no time."""
SHORTLY: Final = 4
"""Tokens between a time and a stretch of time or an age that is of it."""
GOAL_WITHIN: Final = 8
"""Tokens before a target in which a word measures by it: "above the bank's inflation target of"."""
RANK_WITHIN: Final = 6
"""Tokens before a stretch of time in which a word says that something is the first in it."""
HEAD: Final = 4
"""Tokens at the head of a sentence in which a time is meant for a stretch of time too."""
OWNED: Final = 3
"""Tokens from "last year's" to a figure with "by" before it, at most."""
MONTH: Final = "2025-08"
RESULTS_WITHIN: Final = 14
"""Tokens before a figure in which "reported quarterly" stands."""
YEAR: Final = len("2025")
REPORT_WITHIN: Final = 6
"""Tokens before a time in which the verb that it belongs to is looked for."""


class OtherTimes:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, language: Language, lexicon: Lexicon, bases: BaseTimes) -> None:
        self.lower, self.bases = tokens.lower, bases
        self.say = language.speech.say
        self.since = tokens.where(lexicon.words.time.since)
        self.time = lexicon.words.time
        self.determiners = lexicon.words.links.determiners
        self.than, self.of, self.sizes = lexicon.words.links.than, lexicon.words.links.of, lexicon.words.links.sizes
        self.folds = lexicon.words.numbers.folds.keys() | lexicon.words.numbers.fractions.keys()
        self.amount = lexicon.words.links.amount
        self.target = lexicon.words.links.target
        self.worth = lexicon.words.links.worth
        self.equipped = lexicon.words.meaning.with_

    def has(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a time is not that of a figure, in the sentence that begins with token `first`."""
        if figure.end > figure.last and when.first >= figure.end:  # up from 900,000 in 2023
            return True
        return (
            self._is_no_result(figure, first)
            or self._is_end(when, first)
            or self._is_rare(figure, first)
            or self._is_before_base(when, figure)
            or self._is_owner(when, figure, first)
            or (figure.kind in {"duration", "age"} and self._is_far(when, figure, first))
            or self._goes_back(when)
            or self._is_like_part(when, first)
            or self._is_likened(when, first)
            or self._is_goal(when, figure, first)
            or self._is_event(when, figure)
            or self.bases.holds(when, figure, first)
            or self.bases.is_start(when, figure, first)
            or self._is_of_report(when, figure, first)
        )

    def _is_no_result(self, figure: Figure, first: int) -> bool:
        """Whether a figure describes a thing and no time: "68 km long", "with 600 jobs", "of 412 shops, a half"."""
        before = self.lower[figure.begin - 1] if figure.begin > first else ""
        after = self.lower[figure.last] if figure.last < len(self.lower) else ""
        compared = figure.begin - 2 >= first and self.lower[figure.begin - 2] in self.time.compared
        counted = figure.kind == "count" and before in self.equipped and not compared
        base = before in self.of and figure.begin == first + 1
        worth = before in self.worth and self.lower[max(first, figure.begin - 2)] == ","  # the hall, worth 3 million,
        sized = figure.compound and figure.kind in SIZES  # a 180-kilometre stretch
        return base or counted or worth or sized or (figure.kind == "distance" and after in self.sizes)

    def _is_end(self, when: When, first: int) -> bool:
        """Whether something ends at a time: "until the end of June", "expires in May"."""
        i = when.first - 1
        while i > first and self.lower[i] in self.time.edges:
            i -= 1
        return i >= first and (self.lower[i] in self.time.up_to or self.lower[i - 1] in self.time.expiring)

    def _is_rare(self, figure: Figure, first: int) -> bool:
        """Whether a stretch of time says how rare something is: "the first rise in five years"."""
        ahead = self.lower[max(first, figure.begin - RANK_WITHIN) : figure.begin]
        return (
            figure.kind == "duration"
            and ahead[-1:] in (["in"], ["for"])
            and any(ranks(word, self.time) for word in ahead)
        )

    def _is_before_base(self, when: When, figure: Figure) -> bool:
        """Whether a time before a figure is that of what it is compared with: "16 percent in 2025, against 13"."""
        if when.last > figure.begin:
            return False
        between = self.lower[max(when.last, figure.begin - SHORTLY) : figure.begin]
        base = [i for i, word in enumerate(between) if word in self.time.bases and word not in self.than]
        compared = not self.time.compared.isdisjoint(between) and not self.time.compared_to.isdisjoint(between)
        return compared or (bool(base) and "," not in between[base[-1] :])

    def _is_owner(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a time tells what a share is of or what is passed: "a third of last year's", "beat it by 2"."""
        if when.last + 1 >= len(self.lower) or self.lower[when.last] not in POSSESSIVES:
            return False
        if figure.last <= when.first and self.lower[when.last + 1][0].isdecimal():  # below last year's 40
            return True
        link = self.lower[when.first - 1] if figure.last < when.first else ""  # a third of, twice
        of = link in self.of or link in self.folds
        behind = self.lower[when.last + 1 : figure.begin]
        passed = when.first > first and 0 < len(behind) <= OWNED and behind[-1] in self.amount
        return of or passed

    def _is_far(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a time is no stretch of time's own: "two weeks in a shelter that was built in 2024"."""
        if figure.compound and figure.kind == "age":
            return True
        if not self.time.offsets.isdisjoint(self.lower[figure.last : figure.last + 1]):
            return True
        if figure.kind == "duration" and not self.of.isdisjoint(self.lower[figure.last : figure.last + 1]):
            return self.lower[when.first] in self.time.days  # 460 hours of recordings, and not of talks yesterday
        if when.first >= figure.last:
            return when.first - figure.last > SHORTLY or self.lower[when.first] in self.time.days
        opens = ":" in self.lower[when.first - 2 : when.first]
        return when.first >= first + HEAD and not opens and figure.begin - when.last > SHORTLY

    def _goes_back(self, when: When) -> bool:
        """Whether a time is that of an event which something goes back to: "a ban that dates from 2019"."""
        return self.lower[max(0, when.first - 2) : when.first] in self.time.back_to

    def _is_like_part(self, when: When, first: int) -> bool:
        """Whether a year stands for a part of it that is not known: "in the same period of 2024"."""
        whole = len(when.period.start) == YEAR
        return whole and any(
            self.lower[i] in self.time.same and self.lower[i + 1] in self.time.spans
            for i in range(max(first, when.first - SAME), when.first - 1)
        )

    def _is_likened(self, when: When, first: int) -> bool:
        """Whether an aside says that it was so, or otherwise, at a time: ", as in the previous year,"."""
        i = when.first - 1
        i -= i > first and self.lower[i] in self.determiners
        i -= i > first and self.lower[i] in self.time.likened_in
        if i < first or self.lower[i] not in self.time.likening:
            return False
        same = i - 2 >= first and self.lower[i - 2] in self.time.same  # the same pace as in March
        return same or i == first or self.lower[i - 1] in {",", ";"}

    def _is_goal(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a time before a figure is of what is measured by it: "7 percent in May, above the target of 6"."""
        if when.last > figure.begin:
            return False
        before = self.lower[max(first, figure.begin - GOAL_WITHIN) : figure.begin]
        told = before[-1:] and before[-1] in self.time.to_goal and not self.time.goals.isdisjoint(before[-2:-1])
        behind = self.lower[figure.last : figure.last + 2]
        named = not self.determiners.isdisjoint(before) and not self.time.goals.isdisjoint(behind)
        return bool(told or named) and not self.time.measured_by.isdisjoint(before)

    def _is_event(self, when: When, figure: Figure) -> bool:
        """Whether a time counts back to an event: "the third rise since 2020"."""
        place = bisect_left(self.since, figure.last)
        since = self.since[place] if place < len(self.since) else when.first + 1
        return since <= when.first and any(ranks(word, self.time) for word in self.lower[figure.last : since])

    def _is_of_report(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a time says when something was said: "said last month that", "last month he said"."""
        if self._is_said(when.first) or self._is_decided(when.last, figure) or self._is_of_results(when, figure, first):
            return True
        if figure.begin < when.first:
            return False
        after = self.lower[when.last] if when.last < len(self.lower) else ""
        if after in self.time.that and self._said_before(when.first, first):
            return True
        if after == "," and "," in self.lower[when.last + 1 : figure.begin]:  # in 2025, the chamber said, a gain of
            return False
        verbs = (i for i in range(when.last, figure.begin) if self.lower[i] in self.say)
        return any(
            self.lower[i + 1] in self.time.that or (self.lower[i] in self.time.reports and self.lower[i + 1] != ",")
            for i in verbs
        )

    def _is_said(self, end: int) -> bool:
        """Whether a verb of saying stands right before a time: "said yesterday", "said in May"."""
        verb, link = self.lower[max(0, end - 2) : end] if end > 1 else ("", "")
        return link in self.time.reports or (verb in self.time.reports and link in self.time.before_year)

    def _is_of_results(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a month or a day is when longer results were told: "last month reported quarterly sales of"."""
        if when.period.start[: len(MONTH)] != when.period.end[: len(MONTH)] or len(when.period.start) == YEAR:
            return False
        if figure.kind != "money":  # in May it reported annual inflation of 5 percent
            return False
        verbs = (i for i in range(figure.begin - 1, max(first, figure.begin - RESULTS_WITHIN), -1))
        verb = next((i for i in verbs if self.lower[i] in self.time.posting), None)
        if verb is None or verb < when.first < figure.begin:
            return False
        return not self.time.longer.isdisjoint(self.lower[verb + 1 : figure.begin])

    def _is_decided(self, end: int, figure: Figure) -> bool:
        """Whether an infinitive behind a time tells what was decided then: "agreed in May to raise fees"."""
        to, verb = self.lower[end : end + 2] if end + 1 < figure.begin else ("", "")
        return (
            to in self.target and verb.isalpha() and verb not in self.determiners and figure.begin > end + SHORTLY - 1
        )

    def _said_before(self, end: int, first: int) -> bool:
        """Whether a verb of saying stands before token `end`, and no comma between them."""
        for i in range(end - 1, max(first, end - REPORT_WITHIN) - 1, -1):
            if self.lower[i] == ",":
                return False
            if self.lower[i] in self.say:
                return True
        return False
