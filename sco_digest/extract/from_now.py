"""Times told from the day of publication in, their ISO periods out: last year, yesterday, the same period last year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sco_digest.extract.readings import When

if TYPE_CHECKING:
    from sco_digest.extract.months import Months
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.times import TimeWords
    from sco_digest.model import Period

REACH: Final = 40
"""Tokens before "since the beginning of the year" in which another year is looked for."""
FORECAST: Final = 3
"""Tokens before "the year" in which a forecast stands for it."""
SAME: Final = 3
"""Tokens between "the same" and its year: "period of"."""
DAY: Final = len("2025-08-31")
MONTH: Final = len("2025-08")


class FromNow:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, words: TimeWords, calendar: Months) -> None:
        self.lower, self.words, self.calendar = tokens.lower, words, calendar
        self.published = calendar.published

    def at(self, i: int, last: int) -> When | None:
        """The time that begins at a token."""
        if self.published is None:
            return None
        if self.lower[i] in self.words.days:
            return self._day(i)
        if self.lower[i] in self.words.relative:
            return self._lately(i, last) or self._relative(i, last)
        return self._end_of_year(i) or self._since_start(i) or self._forecast(i)

    def _relative(self, i: int, last: int) -> When | None:
        """Last year, this month."""
        if self.published is None or i + 1 >= last:
            return None
        step, unit = self.words.relative[self.lower[i]], self.lower[i + 1]
        year, month = self.published
        if unit in self.words.years:
            since = i > 0 and step < 0 and self.lower[i - 1] in self.words.since
            return self._since_year(i, year + step) if since else self._year(i, i + 2, year + step)
        if unit in self.words.month:
            year, month = divmod(year * 12 + month - 1 + step, 12)
            value = f"{year}-{month + 1:02}"
            return self.calendar.when(i, i + 2, value, value, inferred=True)
        return None

    def _since_year(self, i: int, year: int) -> When:
        """ "Since last year", which reaches to publication."""
        return self.calendar.when(i - 1, i + 2, str(year), self.calendar.today, inferred=True)

    def _lately(self, i: int, last: int) -> When | None:
        """The months up to publication: "over the past year", "in the last 12 months"."""
        unit, noun = [*self.lower[i + 1 : min(last, i + 3)], "", ""][:2]
        years, months = unit in self.words.years, unit in self.words.month
        twelve = self.words.relative[self.lower[i]] < 0 and unit in self.words.twelve and noun in self.words.months
        named = self.lower[i] in self.words.lately and (years or months)
        if self.published is None or not (named or twelve):
            return None
        year, month = self.published
        begins = year * 12 + month - 1 - (1 if months else 12)
        start, until = f"{begins // 12}-{begins % 12 + 1:02}", f"{year}-{month:02}"
        return self.calendar.when(i, i + 3 if twelve else i + 2, start, until, inferred=True)

    def preceding(self, i: int, last: int, before: list[When]) -> When | None:
        """The year, quarter or month before the one named last: "in 2021, 18 percent more than in the previous year".

        None where the sentence has named none, as "previous" counts from what is told of and not from today.
        """
        named = before[-1].period if before else None
        if named is None or i + 1 >= last:
            return None
        if self.lower[i] in self.words.preceding:
            unit = self.lower[i + 1]
        elif self.lower[i + 1] in self.words.one_before and self.lower[i] not in self.words.years and self._ends(i + 2):
            unit = self.lower[i]
        else:
            return None
        period = _step_back(named, self.words, unit)
        begins = i - (self.lower[i - 1] in self.words.one) if i > before[-1].last else i
        return self.calendar.when(begins, i + 2, period.start, period.end, inferred=True) if period else None

    def _ends(self, i: int) -> bool:
        """Whether nothing follows that a time is counted from: not "the month before the vote"."""
        word = self.lower[i] if i < len(self.lower) else ""
        return not word.isalpha() or word in self.words.breaks or word in self.words.joins

    def _day(self, i: int) -> When | None:
        """Yesterday."""
        if len(self.calendar.today) != DAY:
            return None
        day = (date.fromisoformat(self.calendar.today) + timedelta(days=self.words.days[self.lower[i]])).isoformat()
        return self.calendar.when(i, i + 1, day, day, inferred=True)

    def _end_of_year(self, i: int) -> When | None:
        """ "By the end of the year"."""
        if self.published is None or self.lower[i : i + 4] not in self.words.end_of_year:
            return None
        until = i > 1 and self.lower[i - 2] in self.words.until
        return self._year(i, i + 4, self.published[0]) if until else None

    def _since_start(self, i: int) -> When | None:
        """ "Since the beginning of the year"."""
        found = next((one for one in self.words.start_of_year if self.lower[i : i + len(one)] == list(one)), None)
        since = i - 2 if self.lower[i - 1] == "the" else i - 1
        if found is None or self.published is None or since < 0 or self.lower[since] not in self.words.since:
            return None
        behind = self.lower[i + len(found) : i + len(found) + 2]
        first = max(since - REACH, self.calendar.tokens.sentences[self.calendar.tokens.sentence_of[i]][0])
        years = (self.calendar.year(k) for k in range(first, since))  # In 2018 he said that since the beginning
        other = any(year and year != self.published[0] for year in years)
        if behind[:1] == ["-"] or behind[1:] == ["which"] or not self.words.when.isdisjoint(behind) or other:
            return None
        start = f"{self.published[0]}-01"
        return self.calendar.when(since, i + len(found), start, self.calendar.today, inferred=True)

    def _forecast(self, i: int) -> When | None:
        """The year of a "forecast for the year"; its "year" stands at the token."""
        if self.published is None or self.lower[i] not in self.words.years or i < FORECAST:
            return None
        noun, link, article = self.lower[i - FORECAST : i]
        told = noun in self.words.forecasts and link in {"for", "of"} and article == "the"
        return self._year(i - 1, i + 1, self.published[0]) if told else None

    def _year(self, first: int, last: int, year: int) -> When:
        return self.calendar.when(first, last, str(year), str(year), inferred=True)

    def as_before(self, when: When, before: list[When], first: int) -> When:
        """A year in which "the same period" stands for a part that was named before: January to March last year."""
        period = when.period
        part = next((one.period for one in reversed(before) if len(one.period.start) > len(period.start)), None)
        if part is None or len(period.start) != len("2025") or not self._is_same(when.first, first):
            return when
        years = int(period.start) - int(part.end[:4])
        start, end = (f"{int(one[:4]) + years}{one[4:]}" for one in (part.start, part.end))
        return When(when.first, when.last, replace(period, start=start, end=end, inferred=True))

    def _is_same(self, end: int, first: int) -> bool:
        """Whether "the same period of" stands before token `end`."""
        begin = max(first, end - SAME)
        return any(
            self.lower[i] in self.words.same and self.lower[i + 1] in self.words.spans for i in range(begin, end - 1)
        )


def _step_back(period: Period, words: TimeWords, unit: str) -> Period | None:
    """The stretch of time before a period, or the same a year before where the unit is a year."""
    months = words.stretches[unit].months if unit in words.stretches else 0
    start, end = period.start, period.end
    if unit in words.years:
        lasting = int(end[:4]) - int(start[:4])
        return year_before(period) if lasting == 0 or (lasting == 1 and len(start) == len(end)) else None
    if not months or len(start) != MONTH or len(end) != MONTH:
        return None
    first, last = (int(one[:4]) * 12 + int(one[5:]) - 1 for one in (start, end))
    if last - first + 1 != months:
        return None
    begins, ends = (f"{one // 12}-{one % 12 + 1:02}" for one in (first - months, last - months))
    return replace(period, start=begins, end=ends, inferred=True, span=None)


def year_before(period: Period) -> Period | None:
    """The same stretch of time a year before; none for a century or what has no year in front."""
    years = period.start[:4], period.end[:4]
    if not all(year.isdecimal() for year in years):
        return None
    start, end = (f"{int(one[:4]) - 1:04}{one[4:]}" for one in (period.start, period.end))
    return replace(period, start=start, end=end, inferred=True, span=None)
