"""The words of a sentence in, the times that it names out as ISO periods."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sco_digest.extract.ended import Ended
from sco_digest.extract.fiscal import Fiscal
from sco_digest.extract.from_now import FromNow
from sco_digest.extract.months import Months
from sco_digest.extract.spans import short_form
from sco_digest.language.times import Stretch

if TYPE_CHECKING:
    from sco_digest.extract.readings import When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language


class Periods:
    """Reads the times of the sentences of one text."""

    def __init__(self, tokens: Tokens, language: Language, published: str | None) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.months = language.grammar.months
        self.words = language.quantities.time
        self.cardinals = language.quantities.numbers.cardinals
        self.calendar = Months(tokens, language, published)
        self.published = self.calendar.published
        self.ended = Ended(tokens, self.calendar)
        self.fiscal = Fiscal(tokens, self.words)
        self.from_now = FromNow(tokens, self.words, self.calendar)
        self.starters = _starters(language)
        self.years: dict[int, int] | None = None
        """The first year in digits of each sentence that has one, once they are asked for."""

    def of_sentence(self, first: int, last: int) -> list[When]:
        """The times named in tokens `first` to `last`, in their order, not overlapping."""
        found: list[When] = []
        done = first
        starters, words = self.starters, enumerate(self.lower[first:last], first)
        for i in [i for i, word in words if word in starters or word[0].isdecimal()]:
            if i >= done and (when := self.from_now.preceding(i, last, found) or self._at(i, first, last)):
                found.append(self.from_now.as_before(self.ended.last_day(when, first), found, first))
                done = when.last
        return found

    def year_near(self, sentence: int) -> int | None:
        """The first year in digits of a sentence, else of the one behind it, else of the one before it."""
        if self.years is None:
            digits = [i for i in reversed(self.tokens.unlike) if len(self.lower[i]) == 4]
            self.years = {self.tokens.sentence_of[i]: year for i in digits if (year := self.calendar.year(i))}
        return self.years.get(sentence) or self.years.get(sentence + 1) or self.years.get(sentence - 1)

    # ---- one time ----

    def _at(self, i: int, first: int, last: int) -> When | None:
        word = self.lower[i]
        part = short_form(self.tokens, i, last, self.words)
        if part:
            return self._months(i, part.last, (part.start, part.end), (first, last), part.year)
        if word[0].isdecimal() or word in self.cardinals:
            return self._years(i, first, last) or self._months_of(i, first, last)
        if word in self.months and self.tokens.words[i][0].isupper():
            return None if self._is_forename(i, first, last) else self.calendar.month(i, first, last)
        if word in self.words.ordinals or word in self.words.final:
            return self._part(i, first, last) or self.from_now.at(i, last)
        if word in self.words.stretches:
            length, of = self.words.stretches[word], i + 1
            if self.lower[of : of + 1] != [] and self.lower[of].isdecimal():  # the year 1403 (ended 20 March 2025)
                of += 1 + (self.lower[of + 1 : of + 2] == ["("])
            return self.ended.at(i, of, length, (first, last)) or self.from_now.at(i, last)
        return self.from_now.at(i, last)

    def _years(self, i: int, first: int, last: int) -> When | None:
        """2024, 2020–2024, between 2020 and 2024, 1986/87, the 1990s, since 2020."""
        year = self.calendar.year(i)
        inner = i > 0 and self.tokens.glued(i) and self.tokens.words[i - 1][-1] not in "-–—(/[\"'“«"
        inner = inner or (i > first and (self._is_name(i - 1, first) or self._is_of_day(i - 1, first)))
        inner = inner or self._ends_years(i, first) or self.fiscal.is_of_part(i, first)
        if year is None or inner:
            return None
        if i + 1 < last and self.lower[i + 1] == self.words.decade and self.tokens.glued(i + 1):
            return self.calendar.when(i, i + 2, str(year), str(year + 9))
        end = self._second_year(i, year, last)
        if end:
            return self.calendar.when(i, i + 3, str(year), str(end))
        if iso := self.calendar.iso(i, last):
            return self.calendar.iso_time(i, iso, first, last)
        if i and self.lower[i - 1] in self.words.since and self.published and self.published[0] >= year:
            return self.calendar.when(i - 1, i + 1, str(year), self.calendar.today, inferred=True)
        return self.calendar.when(i, i + 1, str(year), str(year))

    def _ends_years(self, i: int, first: int) -> bool:
        """Whether a year ends years that are not read: the 1850-1900 average."""
        begins = self.lower[i - 2] if i - 2 >= first and self.lower[i - 1] in self.words.joins else ""
        return len(begins) == 4 and begins.isdecimal() and begins < "1900"

    def _is_forename(self, i: int, first: int, last: int) -> bool:
        """Whether a month is somebody's name: "June Winters, 14, won", and not "in June Kazakhstan sold 5 tons"."""
        named = i + 1 < last and self.tokens.words[i + 1].istitle() and self.lower[i + 1] not in self.months
        before = self.lower[i - 1] if i > first else ""
        told = before in self.words.before_year or before in self.words.edges or before in self.words.relative
        return named and not told and (before == "" or before.isalpha())

    def _is_of_day(self, i: int, first: int) -> bool:
        """Whether a year after token `i` is that of a day, which was passed over: 30 October 2025, March 16, 2025."""
        if self.lower[i] in self.months:
            return i > first and self.calendar.small(i - 1) is not None
        return self.lower[i] == "," and i - 2 >= first and self.lower[i - 2] in self.months

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
        second = self.calendar.year(i + 2)
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

    def _part(self, i: int, first: int, last: int) -> When | None:
        """The first nine months of 2025, the third quarter, the first half of the year, the final quarter of 2025."""
        number, final = self.words.ordinals.get(self.lower[i], 0), self.lower[i] in self.words.final
        ahead = [*self.lower[i + 1 : min(last, i + 4)], "", "", ""]
        of = not self.words.of_word.isdisjoint(ahead)
        if (final and not of) or (of and ahead[2] in self.months):
            return None
        if ahead[0] == "-" and number:
            return self._hyphenated(i, number, first, last)
        for unit, months in ((self.words.quarters, 3), (self.words.halves, 6)):
            which = 12 // months if final else number
            if ahead[0] in unit and which * months <= 12:
                ended = self.ended.at(i, i + 2, Stretch(months=months), (first, last))
                return ended or self._months(i, i + 2, (months * (which - 1) + 1, months * which), (first, last))
        count = self._count(i + 1) if (number == 1 or final) and ahead[1] in self.words.months else None
        quarters = self._count(i + 1) if number == 1 and ahead[1] in self.words.parts else None
        if quarters and quarters < 4 and ahead[2] in self.words.of_word:  # not: scored 90 points in the first three
            told = self._months(i, i + 3, (1, 3 * quarters), (first, last))
            over = told and told.last > i + 4 and told.period.end <= (self.calendar.today or told.period.end)
            return told if over else None
        if count is None:
            return None
        ended = self.ended.at(i, i + 3, Stretch(months=count), (first, last))
        return ended or self._months(i, i + 3, (13 - count, 12) if final else (1, count), (first, last))

    def _hyphenated(self, i: int, number: int, first: int, last: int) -> When | None:
        """Third-quarter profit, first-half sales: not a goal in the second half."""
        unit, noun = [*self.lower[i + 2 : min(last, i + 4)], "", ""][:2]
        months = 3 if unit in self.words.quarters else 6 if unit in self.words.halves else 0
        booked = noun in self.words.booked or noun.isdecimal()
        if not months or not booked or number * months > 12:
            return None
        return self._months(i, i + 3, (months * (number - 1) + 1, months * number), (first, last))

    def _months_of(self, i: int, first: int, last: int) -> When | None:
        """8 months of 2025, of the current year; through seven months; six months through June."""
        count = self._count(i)
        if count is None or i + 1 >= last or self.lower[i + 1] not in self.words.months:
            return None
        ahead = [*self.lower[i + 2 : min(last, i + 5)], "", "", ""]
        if when := self.ended.at(i, i + 2, Stretch(months=count), (first, last)):
            return when
        named = ahead[1] in self.words.relative or (
            ahead[1] in self.words.same_year and ahead[2] in self.words.relative
        )
        of_year = ahead[0] in self.words.of_word and (named or self.calendar.year(i + 3))
        through = i > 0 and self.lower[i - 1] in self.words.through
        return self._months(i, i + 2, (1, count), (first, last)) if of_year or through else None

    def _count(self, i: int) -> int | None:
        """A number of months, 2 to 12."""
        count = self.cardinals.get(self.lower[i]) or self.calendar.small(i)
        return count if count and 2 <= count <= 12 else None

    def _months(
        self, i: int, end: int, months: tuple[int, int], span: tuple[int, int], own_year: int | None = None
    ) -> When | None:
        """Months of the year named after token `end`, else of the last year in which they were over, or the next."""
        (start_month, end_month), (first, last) = months, span
        if self.fiscal.is_part(i, end, first, last):
            return None
        following = end + (end < last and self.lower[end] in {"of", "in", ","})
        year = own_year or (self.calendar.year(following) if following < last else None)
        inferred = not year
        if year:
            end = end if own_year else following + 1
        else:
            year = self.calendar.infer(end_month, ahead=self.calendar.ahead.holds(i, first, last, end_month))
            following += self._years_back(following + 1, last) is not None and self.lower[following] == "the"
            back = self._years_back(following, last)
            if self.published and back is not None:
                year, end = self.published[0] - back, following + 2
        if year is None:
            return None
        begins, start_month = year - (start_month < 1), (start_month - 1) % 12 + 1
        return self.calendar.when(i, end, f"{begins}-{start_month:02}", f"{year}-{end_month:02}", inferred=inferred)

    def _years_back(self, i: int, last: int) -> int | None:
        """0 for "this year", 1 for "last year" at token `i`."""
        if i + 1 >= last or self.lower[i + 1] not in self.words.years:
            return None
        return 1 if self.lower[i] in self.words.past_year else 0 if self.lower[i] in self.words.same_year else None


@cache
def _starters(language: Language) -> frozenset[str]:
    """Words in which a time can begin, beside digits."""
    time, letters = language.quantities.time, language.quantities.time.letters
    cardinals = language.quantities.numbers.cardinals
    return frozenset(map(str.lower, letters)).union(
        language.grammar.months,
        time.ordinals,
        time.relative,
        time.preceding,
        time.stretches,
        time.final,
        time.days,
        time.years,
        cardinals,
        {one[0] for one in (*time.end_of_year, *time.start_of_year)},
    )
