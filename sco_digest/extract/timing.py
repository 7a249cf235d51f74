"""The times and the figures of a sentence in, for each figure the period that it speaks of out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sco_digest.extract.base_times import BaseTimes, of_old_values
from sco_digest.extract.from_now import year_before
from sco_digest.extract.linked import LINKED, Linked
from sco_digest.extract.other_times import OtherTimes
from sco_digest.extract.own_times import OwnTimes
from sco_digest.extract.present_clauses import PresentClauses
from sco_digest.extract.time_clauses import TimeClauses
from sco_digest.extract.yearly import Yearly

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range, When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Period

HEAD: Final = 4
"""Tokens at the head of a sentence in which a time is meant for all of it."""
NEAR: Final = 8
"""Tokens between a figure and a time of its own."""
FAR: Final = 12
"""Tokens after a time within which a figure can be of it."""
AFTER_THAT: Final = 3
"""Tokens between "that" and a time at the head of what it opens, with that."""
OPENERS = (["and"], ["and", "the"], ["but"], ["but", "the"], [",", "and"], [",", "and", "the"])
"""Words between a figure and a time that begins another clause."""


class Timing:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, language: Language, lexicon: Lexicon, published: str | None) -> None:
        self.lower = tokens.lower
        self.clauses = TimeClauses(tokens, language, lexicon)
        self.present = PresentClauses(tokens, lexicon)
        self.compared = BaseTimes(tokens, lexicon, published)
        self.others = OtherTimes(tokens, language, lexicon, self.compared)
        self.own_times = OwnTimes(tokens, language, lexicon)
        self.linked = Linked(tokens, lexicon)
        self.yearly = Yearly(tokens, lexicon, published)
        self.time, self.joins = lexicon.words.time, lexicon.words.links.and_
        self.changes = lexicon.moving

    def periods(self, times: list[When], figures: list[Figure], span: Range) -> list[Period | None]:
        """The period of each figure of the sentence at tokens `span`."""
        if not times:
            return [None] * len(figures)
        first, last = span
        breaks, closed = self.clauses.breaks(first, last), self.clauses.closed(figures, first, last)
        found: list[Period | None] = []
        bases: set[When] = set()
        for figure, following in zip(figures, self.linked.following(figures, last), strict=True):
            near = [when for when in times if when not in bases and self._inside(when, figure, closed)]
            own = self._own(near, figure, first)
            bases.update(when for when in near if self._is_spent(when, figure, following, first))
            period = self._nearest(own, figure, following, breaks, first)
            if period is None and found and self.linked.is_result(figures[len(found) - 1], figure):
                period = found[-1]
            found.append(period)
            behind = any(0 < when.first - figure.last <= LINKED + 1 for when in times)
            if behind and len(found) > 1 and not found[-2] and self.linked.converts(figures[len(found) - 2], figure):
                found[-2] = period
        return self.yearly.set_back(figures, found, times)

    def _inside(self, when: When, figure: Figure, closed: list[Range]) -> bool:
        """Whether no clause that a figure stands outside of keeps a time to itself, nor one a figure from what follows.

        "The union, which has 900 members, has had no contract since May."
        """
        kept = any(i < when.first < end and not i < figure.first < end for i, end in closed)
        asides = (i for i, end in closed if i < figure.first < end <= when.first and self.lower[i] == ",")
        return not kept and not any(self.clauses.is_lasting(i) for i in asides)

    def _own(self, times: list[When], figure: Figure, first: int) -> list[When]:
        """Of the times that are of nothing else the first and the last before a figure, and the next behind it."""
        at = bisect_right(times, figure.begin, key=lambda when: when.last)
        before, behind = times[:at], [when for when in times[at:] if when.first >= figure.last]
        some = (before, before[:0:-1], behind)
        own = [self._first_own(near, figure, first) for near in some if near]
        return [when for when in own if when is not None]

    def _first_own(self, times: list[When], figure: Figure, first: int) -> When | None:
        """The first time that is not of something else than a figure."""
        of = (when for when in times if not self.others.has(when, figure, first))
        return next((when for when in of if not self.clauses.is_of_noun(when, figure, first)), None)

    def _is_spent(self, when: When, figure: Figure, following: int, first: int) -> bool:
        """Whether a time behind a figure is that of its base, and so of no figure behind it."""
        if not figure.last <= when.first < following:
            return False
        origin = figure.end > figure.last and figure.end <= when.first <= figure.end + LINKED
        origin = origin or self.yearly.is_set_against(figure, when)
        return origin or self.compared.holds(when, figure, first) or self.compared.is_start(when, figure, first)

    def bases(
        self, times: list[When], figures: list[Figure], periods: list[Period | None], span: Range
    ) -> list[Period | None]:
        """What each figure of the sentence is compared with: "from 2023", or the same time a year before."""
        if not times:
            return [None] * len(figures)
        first, last = span
        found: list[Period | None] = []
        followings = self.linked.following(figures, last, bases=True)
        for figure, period, following in zip(figures, periods, followings, strict=True):
            behind = (when for when in times if figure.last <= when.first < following)
            base = next((when.period for when in behind if self.compared.holds(when, figure, first)), None)
            if base is None and not found:
                base = self.compared.at_head(times[0], figure, first)
            yearly = (
                period is not None
                and base is None
                and not self.yearly.is_set_back(figure, figures[len(found) - 1] if found else None, times)
                and self.yearly.follows(figure.last, min(following, figure.last + FAR), times)
            )
            found.append(year_before(period) if yearly and period else base)
        return of_old_values(figures, found)

    # ---- the nearest of the rest ----

    def _nearest(
        self, times: list[When], figure: Figure, following: int, breaks: list[int], first: int
    ) -> Period | None:
        """The time near behind the figure, else the one near before it or at the head of the sentence.

        `following` is the token where the next figure begins; over `breaks` only a time at the head reaches.
        """
        at = bisect_left(times, figure.begin, key=lambda when: when.last)
        at += at < len(times) and times[at].last == figure.begin
        before = self._before(times[:at], figure, breaks, first)
        if before and self._has_own(before, figure, first):
            before = None
        while at < len(times) and times[at].first < figure.last:
            at += 1
        after = times[at] if at < len(times) else None
        if after and (self._is_apart(breaks, figure, after) or self._is_of_next(before, figure, after, following)):
            after = None
        if after and after.first < (following if before is None else min(following, figure.end + NEAR)):
            return self._told_for(after, figure)
        carried = before and _parted(breaks, before.last, figure.begin)
        far = before and not carried and not self._is_head(before, first) and figure.begin - before.last > FAR
        return self._told_for(before, figure) if before and not far else None

    def _is_apart(self, breaks: list[int], figure: Figure, after: When) -> bool:
        """Whether a time behind a figure is in another clause."""
        between, behind = self.lower[figure.last : after.first], self.lower[after.last : after.last + 1]
        opens = between in OPENERS and behind != [] and behind[0][-1].isalpha()  # and the previous year they were
        opens = opens or self.own_times.on_day(figure, after.first)
        return opens or _parted(breaks, figure.last, after.first) or self.clauses.begins_other(figure, after)

    def _before(self, times: list[When], figure: Figure, breaks: list[int], first: int) -> When | None:
        """The last of the times before a figure, or the one at the head, if it reaches to its clause."""
        if not times or self.present.goes_on_now(times[-1].last, figure.begin):
            return None
        if not self.time.at_present.isdisjoint(self.lower[figure.last : figure.last + 1]) or self.present.is_now(
            figure
        ):
            return None
        if not self._is_head(times[-1], first) and self.present.starts_other(times[-1], figure):
            return None
        if not self._is_head(times[-1], first) and self.clauses.opens_relative(times[-1].last, figure.begin):
            return None
        if not _parted(breaks, times[-1].last, figure.begin) or self._carries(times[-1], figure, breaks, first):
            return times[-1]
        heads = self._is_head(times[0], first) and not self.clauses.is_apart(times[0], figure)
        return times[0] if heads else None

    def _has_own(self, before: When, figure: Figure, first: int) -> bool:
        """Whether words behind a figure tell another time than one before it: "on Monday", "over three years"."""
        end = len(self.lower)
        other = not self._is_head(before, first) and not self.time.contrasts.isdisjoint(
            self.lower[before.last : figure.begin]
        )
        own = self.own_times.on_day(figure, end) or self.own_times.in_coming(figure, end)
        return own or (other and self.own_times.in_stretch(figure, end))

    def _is_of_next(self, before: When | None, figure: Figure, after: When, following: int) -> bool:
        """Whether a time behind a figure is that of the next: ", in 2023 40 fires"."""
        anew = self.clauses.begins_anew if before else self.clauses.begins_with_pronoun
        if anew(figure.last, after):
            return True
        return before is not None and after.last == following and "," in self.lower[figure.last : after.first]

    def _is_head(self, when: When, first: int) -> bool:
        """Whether a time stands at the head of a sentence, or of what is said: "reported that in May"."""
        ahead = self.lower[max(first, when.first - AFTER_THAT) : when.first]
        return when.first < first + HEAD or not self.time.that.isdisjoint(ahead)

    def _told_for(self, when: When, figure: Figure) -> Period:
        """The period of a time; a change since a year reaches to a year, and not to the day of publication."""
        period = when.period
        if self._is_then(when, figure):
            return replace(period, end=period.start)
        compares = self.time.alike in self.lower[figure.last : figure.last + 1]
        change = (not compares and figure.kind in {"percent", "multiple"}) or figure.origin is not None
        if not change or self.lower[when.first] not in self.time.since:
            return period
        return replace(period, end=period.end[: len(period.start)])

    def _is_then(self, when: When, figure: Figure) -> bool:
        """Whether a figure is told of the year after "since": "since 1954, when 200 people died"."""
        i = when.last
        then = self.lower[i : i + 1] == [","] and not self.time.when.isdisjoint(self.lower[i + 1 : i + 2])
        inside = i < figure.begin and "," not in self.lower[i + 1 : figure.begin]
        return then and inside and self.lower[when.first] in self.time.since

    def _carries(self, before: When, figure: Figure, breaks: list[int], first: int) -> bool:
        """Whether a time goes over to the clause of a figure: as the head of all, or where both tell a change."""
        if self._is_head(before, first):
            return not self.clauses.is_apart(before, figure)
        i = breaks[bisect_left(breaks, figure.begin) - 1]
        opens = self.lower[i + 1] if self.lower[i] == "," else self.lower[i]
        that = self.lower[i] != ","
        changes = not self.changes.isdisjoint(self.lower[i : figure.begin])
        return changes and opens in self.time.contrasts and (that or opens not in self.joins)


def _parted(breaks: list[int], first: int, last: int) -> bool:
    return bisect_left(breaks, first) < bisect_left(breaks, last)
