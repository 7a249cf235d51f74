"""A stretch of time and its last day or month in, both as one ISO period out: the quarter ended 30 June 2025."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from sco_digest.extract.spans import days_before

if TYPE_CHECKING:
    from sco_digest.extract.months import Months
    from sco_digest.extract.readings import Range, When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.times import Stretch
    from sco_digest.model import Period

AT_END: Final = 4
"""Tokens of "at the end of"."""
IN: Final = frozenset({"in", "on"})
"""Words between "ending" and its month."""


class Ended:
    """The rule, over the sentences of one text."""

    def __init__(self, tokens: Tokens, calendar: Months) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.calendar, self.words, self.months = calendar, calendar.words, calendar.months

    def at(self, i: int, k: int, length: Stretch, span: Range) -> When | None:
        """The week to 31 August, the year ended 30 June 2025, the year to March: "ended" stands at token `k`."""
        first, last = span
        if k >= last or self.lower[k] not in self.words.ending:
            return None
        month = next((j for j in range(k + 1, min(k + 4, last)) if not self._leads_to_month(j)), last)
        named = month < last and self.lower[month] in self.months and self.tokens.words[month][0].isupper()
        when = self.calendar.month(month, first, last) if named else None
        if when is None:
            return None
        end = self._end(i, when.period)
        if len(end) == len("2025-08"):
            year, number = divmod(int(end[:4]) * 12 + int(end[5:]) - length.months, 12)
            start = f"{year}-{number + 1:02}" if length.months else None
        else:
            start = days_before(date.fromisoformat(end), length).isoformat()
        return self.calendar.when(i, when.last, start, end, inferred=when.period.inferred) if start else None

    def last_day(self, when: When, first: int) -> When:
        """The last day of a time "at the end of" which something was; any other time as it is."""
        i, end = when.first, when.period.end
        if i - first < AT_END or self.lower[i - AT_END : i] not in self.words.at_end or len(end) > len("2025-08"):
            return when
        day = f"{end}-{monthrange(int(end[:4]), int(end[5:]))[1]}" if end[4:] else f"{end}-12-31"
        return self.calendar.when(i - AT_END + 1, when.last, day, day, inferred=when.period.inferred)

    def _leads_to_month(self, i: int) -> bool:
        """Whether a day or "end-" stands at a token before a month."""
        return self.calendar.small(i) is not None or self.lower[i] in self.words.edges or self.lower[i] in IN

    def _end(self, i: int, period: Period) -> str:
        """The last day or month, a year later where the stretch is one that is not over: "the current quarter"."""
        step = self.words.relative.get(self.lower[i - 1], -1) if i and period.inferred else -1
        over = period.end < self.calendar.today[: len(period.end)]
        return f"{int(period.end[:4]) + 1}{period.end[4:]}" if over and step >= 0 else period.end
