"""The words of a sentence in, the times that it names out as ISO periods."""

from __future__ import annotations

from calendar import monthrange
from functools import cache
from typing import TYPE_CHECKING

from sco_digest.extract.readings import When
from sco_digest.extract.spans import short_form
from sco_digest.model import Period

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

YEARS = range(1900, 2100)


class Periods:
    """Reads the times of the sentences of one text."""

    def __init__(self, tokens: Tokens, language: Language, published: str | None) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.months = language.grammar.months
        self.words = language.quantities.time
        self.cardinals = language.quantities.numbers.cardinals
        self.published = (int(published[:4]), int(published[5:7])) if published else None
        self.starters = _starters(language)
        self.near_year: int | None = None
        """A year named nearby, for texts without a date."""

    def of_sentence(self, first: int, last: int) -> list[When]:
        """The times named in tokens `first` to `last`, in their order, not overlapping."""
        found: list[When] = []
        done = first
        lower, starters = self.lower, self.starters
        for i in [i for i in range(first, last) if lower[i] in starters or lower[i][0].isdecimal()]:
            if i >= done and (when := self._at(i, first, last)):
                found.append(when)
                done = when.last
        return found

    def year_named(self, first: int, last: int) -> int | None:
        """The first year in digits in tokens `first` to `last`."""
        return next((year for i in range(first, last) if len(self.lower[i]) == 4 and (year := self._year(i))), None)

    # ---- one time ----

    def _at(self, i: int, first: int, last: int) -> When | None:
        word = self.lower[i]
        part = short_form(self.tokens, i, last, self.words)
        if part:
            return self._months(i, part.last, (part.start, part.end), last, part.year)
        if word[0].isdecimal():
            return self._years(i, first, last) or self._months_of(i, last)
        if word in self.months and self.tokens.words[i][0].isupper():
            return self._month(i, first, last)
        if word in self.words.ordinals:
            return self._part(i, last)
        if word in self.words.relative:
            return self._relative(i, last)
        return self._months_of(i, last) if word in self.cardinals else None

    def _year(self, i: int) -> int | None:
        word = self.lower[i] if i < len(self.lower) else ""
        alone = (
            len(word) == 4
            and word.isdecimal()
            and not (i + 1 < len(self.lower) and self.lower[i + 1] in {"%", "percent"})
        )
        return int(word) if alone and int(word) in YEARS else None

    def _years(self, i: int, first: int, last: int) -> When | None:
        """2024, 2020–2024, between 2020 and 2024, 1986/87, the 1990s, since 2020."""
        year = self._year(i)
        if year is None or (i and self.tokens.glued(i) and self.tokens.words[i - 1][-1] not in "-–—(/[\"'“«"):
            return None
        if i > first and self._is_name(i - 1, first):
            return None
        if i + 1 < last and self.lower[i + 1] == self.words.decade and self.tokens.glued(i + 1):
            return self._when(i, i + 2, str(year), str(year + 9))
        end = self._second_year(i, year, last)
        if end:
            return self._when(i, i + 3, str(year), str(end))
        if i and self.lower[i - 1] in self.words.since and self.published and self.published[0] >= year:
            return self._when(i - 1, i + 1, str(year), str(self.published[0]), inferred=True)
        return self._when(i, i + 1, str(year), str(year))

    def _is_name(self, i: int, first: int) -> bool:
        """Whether a year after token `i` belongs to a name: Vision 2030, Expo-2017."""
        i -= i > first and self.lower[i] in {"-", "–"}
        if self.lower[i] in self.words.names:
            return self.tokens.words[i][0].isupper()
        capital = i > first and self.tokens.words[i].istitle()
        return capital and self.lower[i] not in self.months and self.lower[i] not in self.words.before_year

    def _second_year(self, i: int, year: int, last: int) -> int | None:
        if i + 2 >= last or self.lower[i + 1] not in self.words.joins:
            return None
        word, mark = self.lower[i + 2], self.lower[i + 1]
        second = self._year(i + 2)
        if (
            second is None
            and mark in {"/", "-", "–"}
            and len(word) == 2
            and word.isdecimal()
            and self.tokens.glued(i + 2)
        ):
            second = year // 100 * 100 + int(word)
        if mark in self.words.and_words and (i == 0 or self.lower[i - 1] not in self.words.between):
            return None
        return second if second and second > year else None

    def _month(self, i: int, first: int, last: int) -> When | None:
        """November 2025, January–October, 16 March, March 16, 2025."""
        month, start, end = self.months[self.lower[i]], i, i + 1
        end += end < last and self.tokens.words[end] == "."
        second = month
        if end + 1 < last and self.lower[end] in self.words.joins and self.lower[end + 1] in self.months:
            second, end = self.months[self.lower[end + 1]], end + 2
        day, start, end = self._day(i, start, end, first, last)
        following = end + (end < last and self.lower[end] in self.words.of)
        year = self._year(following) if following < last else None
        alone = self.lower[i] in self.words.doubtful and day is None and year is None
        if alone and (i == first or self.lower[i - 1] not in self.words.before_year):
            return None
        inferred = year is None
        year = year or self._infer(second)
        if year is None:
            return None
        end = end if inferred else following + 1
        if day and (start <= first or self.lower[start - 1] not in self.words.as_of):
            return None  # the day of an event, not of a figure
        if day and day > monthrange(year, month)[1]:
            return None
        form = f"-{day:02}" if day and month == second else ""
        begins = year - (second < month)  # October to March
        return self._when(start, end, f"{begins}-{month:02}{form}", f"{year}-{second:02}{form}", inferred=inferred)

    def _day(self, i: int, start: int, end: int, first: int, last: int) -> tuple[int | None, int, int]:
        """The day before or after a month, and where the date begins and ends with it."""
        if i > first and (day := self._small(i - 1)):
            return day, i - 1, end
        if end < last and (day := self._small(end)):
            return day, start, end + 1
        return None, start, end

    def _small(self, i: int) -> int | None:
        word = self.lower[i]
        return int(word) if len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31 else None

    def _part(self, i: int, last: int) -> When | None:
        """The first nine months of 2025, the third quarter, the first half of the year."""
        number = self.words.ordinals[self.lower[i]]
        unit = self.lower[i + 1] if i + 1 < last else ""
        if unit in self.words.quarters:
            return self._months(i, i + 2, (3 * number - 2, 3 * number), last)
        if unit in self.words.halves and number <= 2:
            return self._months(i, i + 2, (6 * number - 5, 6 * number), last)
        count = self._count(i + 1) if number == 1 and i + 2 < last else None
        return self._months(i, i + 3, (1, count), last) if count and self.lower[i + 2] in self.words.months else None

    def _months_of(self, i: int, last: int) -> When | None:
        """8 months of 2025, of the current year; through seven months; six months through June."""
        count = self._count(i)
        if count is None or i + 1 >= last or self.lower[i + 1] not in self.words.months:
            return None
        ahead = [*self.lower[i + 2 : min(last, i + 5)], "", "", ""]
        if ahead[0] in self.words.ending and ahead[1] in self.months and self.tokens.words[i + 3][0].isupper():
            return self._months(i, i + 4, (self.months[ahead[1]] - count + 1, self.months[ahead[1]]), last)
        named = ahead[1] in self.words.relative or (
            ahead[1] in self.words.same_year and ahead[2] in self.words.relative
        )
        of_year = ahead[0] in self.words.of_word and (named or self._year(i + 3))
        through = i > 0 and self.lower[i - 1] in self.words.through
        return self._months(i, i + 2, (1, count), last) if of_year or through else None

    def _count(self, i: int) -> int | None:
        """A number of months, 2 to 12."""
        count = self.cardinals.get(self.lower[i]) or self._small(i)
        return count if count and 2 <= count <= 12 else None

    def _months(
        self, first: int, end: int, months: tuple[int, int], last: int, own_year: int | None = None
    ) -> When | None:
        """Months of the year named after token `end`, else of the last year in which they were over."""
        start_month, end_month = months
        following = end + (end < last and self.lower[end] in {"of", "in", ","})
        year, inferred = own_year or (self._year(following) if following < last else None), False
        if year:
            end = end if own_year else following + 1
        else:
            year, inferred = self._infer(end_month), True
            following += self._years_back(following + 1, last) is not None and self.lower[following] == "the"
            back = self._years_back(following, last)
            if self.published and back is not None:
                year, end = self.published[0] - back, following + 2
        if year is None:
            return None
        begins, start_month = year - (start_month < 1), (start_month - 1) % 12 + 1
        return self._when(first, end, f"{begins}-{start_month:02}", f"{year}-{end_month:02}", inferred=inferred)

    def _years_back(self, i: int, last: int) -> int | None:
        """0 for "this year", 1 for "last year" at token `i`."""
        if i + 1 >= last or self.lower[i + 1] not in self.words.years:
            return None
        return 1 if self.lower[i] in self.words.past_year else 0 if self.lower[i] in self.words.same_year else None

    def _relative(self, i: int, last: int) -> When | None:
        """Last year, this month, last November."""
        if self.published is None or i + 1 >= last:
            return None
        step, unit = self.words.relative[self.lower[i]], self.lower[i + 1]
        year, month = self.published
        if unit in self.words.years:
            return self._when(i, i + 2, str(year + step), str(year + step), inferred=True)
        if unit in self.words.month:
            year, month = divmod(year * 12 + month - 1 + step, 12)
            value = f"{year}-{month + 1:02}"
            return self._when(i, i + 2, value, value, inferred=True)
        return None

    def _infer(self, month: int) -> int | None:
        """The last year in which a month was over or under way at publication; else the year named nearby."""
        if self.published is None:
            return self.near_year
        return self.published[0] - (month > self.published[1])

    def _when(self, first: int, last: int, start: str, end: str, *, inferred: bool = False) -> When:
        return When(first, last, Period(start, end, self.tokens.span(first, last), inferred))


@cache
def _starters(language: Language) -> frozenset[str]:
    """Words in which a time can begin, beside digits."""
    time, letters = language.quantities.time, language.quantities.time.letters
    cardinals = language.quantities.numbers.cardinals
    return frozenset(map(str.lower, letters)).union(language.grammar.months, time.ordinals, time.relative, cardinals)
