"""A month or a year at a token in, its ISO period out: November 2025, January–October, 6 to 17 April, since May."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from sco_digest.extract.ahead import Ahead
from sco_digest.extract.readings import When
from sco_digest.model import Period

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

YEARS = range(1900, 2100)
LONG_PAST = 9
"""Months after which the next month of a name is nearer than the last."""
MIDDLE = 15
"""The last day of the first half of a month."""


class Months:
    """Reads the months of one text."""

    def __init__(self, tokens: Tokens, language: Language, published: str | None) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.months = language.grammar.months
        self.short = language.grammar.before_number
        """Among others the short forms of months, whose stop is theirs."""
        self.words = language.quantities.time
        self.published = (int(published[:4]), int(published[5:7])) if published else None
        self.ahead = Ahead(tokens, language, self.published)
        self.today = published or ""
        """The day of publication, to which what is "since" a time reaches."""
        self.near_year: int | None = None
        """A year named nearby, for texts without a date."""

    def month(self, i: int, first: int, last: int) -> When | None:
        """November 2025, January–October, by March 16, 2025, from 6 to 17 April, since May."""
        return self._days(i, first, last) or self._years_apart(i, first, last) or self._whole(i, first, last)

    def _years_apart(self, i: int, first: int, last: int) -> When | None:
        """From March 2022 to August 2024, between March 2022 and August 2024."""
        mark = i + 2
        year = self.year(i + 1)
        if (
            year is None
            or mark + 2 >= last
            or not self._joined(mark, i, first)
            or self.lower[mark + 1] not in self.months
        ):
            return None
        other, end, told = self._year_behind(mark + 2, last)
        begins, ends = f"{year}-{self.months[self.lower[i]]:02}", f"{other}-{self.months[self.lower[mark + 1]]:02}"
        return self.when(i, end, begins, ends) if told and begins < ends else None

    def _whole(self, i: int, first: int, last: int) -> When | None:
        """A month or several, or a day for which a figure is given; the day of an event is that of no figure."""
        second, end = self._second_month(i, last)
        day, start, end = self._day(i, i, end, first, last)
        year, following, told = self._year_behind(end, last)
        before = self.lower[start - 1] if start > first else ""
        if before == "-" and self.lower[start - 2] in self.words.phases:
            before = self.lower[start - 2]  # mid-May
        alone = self.lower[i] in self.words.doubtful and day is None and year is None
        placed = before in self.words.before_year or before in self.words.relative or before in self.words.preceding
        if (alone and not placed) or (day and not self._is_as_of(start, first)):
            return None
        if before in self.words.of_word and self.lower[max(first, start - 2)] in self.words.halves:
            year = year or self.infer(second, ahead=self.ahead.holds(max(first, start - 3), first, last, second))
            joined = following < last and self.lower[following] in self.words.joins
            more = self.lower[following + 1 : following + 2] if joined else []
            alone = second == self.months[self.lower[i]] and self.months.keys().isdisjoint(more)
            return self._half(i, start, following, first, year) if alone else None
        to_come = before in self.words.contract and self._is_to_come(second) and not (day or year)
        if to_come or self._is_contract(end, last):
            return None  # Brent for October
        inferred, month = not told, self.months[self.lower[i]]
        since = self._since(start, first)
        ahead = since is None and (self.words.relative.get(before) == 1 or self.ahead.holds(start, first, last, second))
        year = year or self._in_brackets(start) or self.named(second, before, ahead=ahead)
        if year is None or (day and day > monthrange(year, month)[1]):
            return None
        begins = f"{year - (second < month)}-{month:02}"  # October to March
        if since is not None and self.published:
            opening = f"{begins}-{day:02}" if day and month == second else begins
            return self.when(since, following, opening, self.today, inferred=True)
        form = f"-{day:02}" if day and month == second else ""
        return self.when(start, following, f"{begins}{form}", f"{year}-{second:02}{form}", inferred=inferred)

    def _since(self, start: int, first: int) -> int | None:
        """The "since" before a time or before "the beginning of" it."""
        i = start - 1
        while i > first and self.lower[i] in self.words.openings:
            i -= 1
        return i if i >= first and self.lower[i] in self.words.since else None

    def _is_to_come(self, month: int) -> bool:
        """Whether a month without a year is likelier to come than long past: October in August, January in December."""
        ahead = month - self.published[1] if self.published else 0
        return ahead > 0 or -ahead >= LONG_PAST

    def _is_contract(self, end: int, last: int) -> bool:
        """Whether what is sold for a month stands behind it: July corn, June futures; not "in July corn exports"."""
        sold = end < last and self.lower[end] in self.words.sold_for
        return sold and not (end + 1 < last and self.lower[end + 1] in self.words.booked)

    def _half(self, i: int, start: int, end: int, first: int, year: int | None) -> When | None:
        """The first half of March: its first fifteen days; the second half: the others."""
        number = self.words.ordinals.get(self.lower[start - 3]) if start - 3 >= first else None
        month = self.months[self.lower[i]]
        if number not in {1, 2} or year is None:
            return None
        days = (1, MIDDLE) if number == 1 else (MIDDLE + 1, monthrange(year, month)[1])
        begins, ends = (f"{year}-{month:02}-{day:02}" for day in days)
        return self.when(start - 3, end, begins, ends, inferred=self.year(end - 1) is None)

    def _in_brackets(self, start: int) -> int | None:
        """The year before a bracket that says which months are meant: 1986/87 (July-June)."""
        if start < 2 or self.lower[start - 1] != "(":
            return None
        year, ends = self.year(start - 4) if start > 4 else None, self.lower[start - 2]
        short = year and self.lower[start - 3] in self.words.joins and len(ends) == 2 and ends.isdecimal()
        return year // 100 * 100 + int(ends) if year and short else self.year(start - 2)

    def _is_as_of(self, start: int, first: int) -> bool:
        """Whether a figure can be told for the day at token `start`: "as of", "by", and not "the frost of" it."""
        before = self.lower[start - 1] if start > first else ""
        of = before in self.words.of_word
        return before in self.words.as_of and (not of or self.lower[start - 2] in self.words.as_words)

    def _second_month(self, i: int, last: int) -> tuple[int, int]:
        """The last month of "January–October", else the month itself, and where it ends."""
        end = i + 1
        end += end < last and self.tokens.words[end] == "." and self.lower[i] in self.short
        if end + 1 < last and self.lower[end] in self.words.joins and self.lower[end + 1] in self.months:
            return self.months[self.lower[end + 1]], end + 2
        return self.months[self.lower[i]], end

    def _days(self, i: int, first: int, last: int) -> When | None:
        """From 6 to 17 April, between 21 March and 20 May 2026, June 6–17."""
        layout = self._layout(i, first, last)
        if layout is None:
            return None
        day, other, second = self.small(layout[0]), self.small(layout[1]), self.months[self.lower[layout[2]]]
        begin, month = min(i, layout[0]), self.months[self.lower[i]]
        year, end, told = self._year_behind(max(layout[1:]) + 1, last)
        inferred = not told
        year = year or self.infer(second, ahead=self.ahead.holds(begin, first, last, second))
        if not (day and other and year) or (month == second and day > other):
            return None
        opening = year - (second < month)
        if day > monthrange(opening, month)[1] or other > monthrange(year, second)[1]:
            return None
        start = f"{opening}-{month:02}-{day:02}"
        return self.when(begin, end, start, f"{year}-{second:02}-{other:02}", inferred=inferred)

    def _layout(self, i: int, first: int, last: int) -> tuple[int, int, int] | None:
        """The tokens of the first day, the last day and the last month of two days around the month at token `i`."""
        if i > first and self.small(i - 1):
            if i + 3 < last and self.lower[i + 3] in self.months and self._joined(i + 1, i - 1, first):
                return i - 1, i + 2, i + 3
            return (i - 3, i - 1, i) if i - 3 >= first and self._joined(i - 2, i - 3, first) else None
        if i + 3 < last and self.small(i + 1) and self._joined(i + 2, i, first):
            return (i + 1, i + 4, i + 3) if i + 4 < last and self.lower[i + 3] in self.months else (i + 1, i + 3, i)
        return None

    def _year_behind(self, end: int, last: int) -> tuple[int | None, int, bool]:
        """The year behind token `end`, a comma or "of"; where the time ends with it, and whether digits tell it."""
        following = end + (end < last and self.lower[end] in self.words.of)
        year = self.year(following) if following < last else None
        if year is not None:
            return year, following + 1, True
        step = self.words.relative.get(self.lower[following]) if following + 1 < last else None  # May last year
        if step is None or self.published is None or self.lower[following + 1] not in self.words.years:
            return None, end, False
        return self.published[0] + step, following + 2, False

    def _joined(self, mark: int, begin: int, first: int) -> bool:
        """Whether what stands at a token makes a stretch of the days beside it: "and" does so after "between" only."""
        word, before = self.lower[mark], self.lower[begin - 1] if begin > first else ""
        return word in self.words.joins and (word not in self.words.and_words or before in self.words.between)

    def _day(self, i: int, start: int, end: int, first: int, last: int) -> tuple[int | None, int, int]:
        """The day before or after a month, and where the date begins and ends with it."""
        if i > first and (day := self.small(i - 1)):
            return day, i - 1, end
        if end < last and (day := self.small(end)):
            return day, start, end + 1
        return None, start, end

    def small(self, i: int) -> int | None:
        word = self.lower[i]
        return int(word) if len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31 else None

    def year(self, i: int) -> int | None:
        word = self.lower[i] if i < len(self.lower) else ""
        alone = (
            len(word) == 4
            and word.isdecimal()
            and not (i + 1 < len(self.lower) and self.lower[i + 1] in {"%", "percent"})
        )
        return int(word) if alone and int(word) in YEARS else None

    def iso_time(self, i: int, iso: str, first: int, last: int) -> When | None:
        """In 2025-04, as of 2025-04-03, from 2019-12 to 2020-03; not "decree 2024-05"."""
        end = i + 1 + iso.count("-") * 2
        before = self.lower[i - 1] if i > first else ""
        told = before in (self.words.before_year if len(iso) == len("2025-04") else self.words.as_of)
        joined = end + 1 < last and self.lower[end] in self.words.joins
        other = self.iso(end + 1, last) if joined else ""
        if other > iso and len(other) == len(iso):
            return self.when(i, end + 2 + other.count("-") * 2, iso, other)
        return self.when(i, end, iso, iso) if told and not other else None

    def iso(self, i: int, last: int) -> str:
        """2025-04 or 2025-04-03 at token `i`, which is no 2011-12; else nothing."""
        end = i + 1
        while end + 1 < last and end < i + 5 and self.lower[end] == "-" and self._is_part(end):
            end += 2
        year = self.year(i)
        month, day = [*map(int, self.lower[i + 2 : end : 2]), 1, 1][:2] if end > i + 1 else (0, 0)
        exact = year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        parts = (f"{year}", f"{month:02}", f"{day:02}")  # whatever digits they are written in
        return "-".join(parts[: (end - i + 1) // 2]) if exact else ""

    def _is_part(self, mark: int) -> bool:
        """Whether two digits stand right behind the hyphen at a token, and it right behind others."""
        word = self.lower[mark + 1]
        return self.tokens.glued(mark) and self.tokens.glued(mark + 1) and len(word) == 2 and word.isdecimal()

    def named(self, month: int, word: str, *, ahead: bool) -> int | None:
        """The same for "last May" and "next May", which in May are others than the one under way."""
        step = self.words.relative.get(word, 0)
        under_way = self.published is not None and step and month == self.published[1]
        return self.published[0] + step if self.published and under_way else self.infer(month, ahead=ahead)

    def infer(self, month: int, *, ahead: bool = False) -> int | None:
        """The last year in which a month was over or under way at publication, or the next; else that named nearby."""
        if self.published is None:
            return self.near_year
        year, now = self.published
        return year + (month < now) if ahead else year - (month > now)

    def when(self, first: int, last: int, start: str, end: str, *, inferred: bool = False) -> When:
        return When(first, last, Period(start, end, self.tokens.span(first, last), inferred))
