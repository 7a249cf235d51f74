"""A number and its unit in, whether it measures nothing out: a date, a year, a time, a name, a place in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.gapping import gap_begins
from sco_digest.extract.senses import (
    is_both,
    is_hour,
    is_no_fraction,
    is_no_multiple,
    is_no_share,
    is_phone,
    is_race,
    is_title,
    limits_age,
)
from sco_digest.extract.tokens import DASHES, MINUS

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Number, Unit
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

YEARS: Final = range(1500, 2101)
DAYS: Final = frozenset(range(1, 32))
LAST_YEAR_OF_SCHOOL: Final = 13
GLUED_MARKS: Final = frozenset("@#_=\\№&*'’.")
RANGE_MARKS: Final = DASHES | {"/", ","}
LIST_MARKS: Final = frozenset(["", ";", ",", ":"])


class Exclusions:
    """The rules, over the numbers of one text."""

    def __init__(self, tokens: Tokens, language: Language, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lower = tokens.lower
        self.months, self.places = language.grammar.months, language.places
        self.labels = lexicon.words.labels
        self.nouns = lexicon.words.nouns
        self.links = lexicon.words.links
        self.lexicon = lexicon

    def excludes(self, number: Number, unit: Unit | None, first: int) -> bool:
        """Whether a number with its unit measures nothing, in the sentence that begins with token `first`."""
        if number.fold:
            return is_no_multiple(self.tokens, number, self.lexicon)
        if number.share:
            return is_no_share(self.tokens, number, self.lexicon)
        if self._per(number, first) or limits_age(self.tokens, number, unit, first, self.lexicon):
            return True
        if self._part_of_word(number, unit) or self._date(number) or self._time(number) or self.is_year(number, unit):
            return True
        if unit and unit.noun is None:
            race = unit.kind == "distance" and is_race(self.tokens, number, self.lexicon)
            one = number.value == 1 and unit.name in self.nouns.vague_one
            vague = one and self._vague_one(number, unit, first)
            return race or vague or self._span_of_a_period(number, unit) or is_title(self.tokens, unit, first)
        return (
            (unit is None and is_no_fraction(self.tokens, number))
            or self._label(number, unit, first)
            or self._version(number, unit, first)
            or self._marker(number, first)
            or is_phone(self.tokens, number)
            or (number.value == 1 and self._vague_one(number, unit, first))
            or number.value == 0
            or (number.value == 2 and is_both(self.tokens, number, self.lexicon))
            or (unit is not None and (is_title(self.tokens, unit, first) or self._span_of_a_period(number, unit)))
        )

    def _per(self, number: Number, first: int) -> bool:
        """Whether a number is the base of a rate: 40 beds per 100,000 inhabitants."""
        rates, before = self.lexicon.words.units.rates, self.lower[max(first, number.first - 2) : number.first]
        return bool(before) and (before[-1] in rates.full or before in rates.bases)

    # ---- what it is part of ----

    def _part_of_word(self, number: Number, unit: Unit | None) -> bool:
        """COVID-19, G20, 24th, 5G, 18:30, 1986/87."""
        before, after = number.first - 1, unit.last if unit else number.last
        if unit and unit.first < number.first:
            before = unit.first - 1
        return self._bound_left(before, unit) or self._bound_right(after, unit)

    def _bound_left(self, before: int, unit: Unit | None) -> bool:
        if before < 0 or not self.tokens.glued(before + 1):
            return False
        mark = self.words[before]
        if mark[-1].isalnum() or mark in GLUED_MARKS:
            return True
        joined = self.tokens.glued(before) and self.words[before - 1] not in {"(", "["}
        if mark in MINUS:
            return self._hyphen_left(before, unit) if joined else unit is None or unit.noun is not None
        previous = self.words[before - 1] if joined else ""
        if mark in {"/", ":", "+"}:  # +18...+23 too
            return previous in {".", "…"} or (
                previous[-1:].isalnum() and (unit is None or unit.noun is not None or previous[-1:].isdigit())
            )
        return False

    def _hyphen_left(self, hyphen: int, unit: Unit | None) -> bool:
        """A number after a hyphen counts in "sub-300 m²" and "minus-5 degrees" only."""
        word = self.lower[hyphen - 1]
        return not (unit and (word in self.lexicon.words.bounds.before or word in self.links.minus))

    def _bound_right(self, after: int, unit: Unit | None) -> bool:
        if after >= len(self.words) or not self.tokens.glued(after):
            return False
        mark = self.words[after]
        following = self.words[after + 1] if self.tokens.glued(after + 1) else ""
        if unit is None or unit.noun is not None:
            if mark[0].isalnum() or (mark in DASHES and following not in LIST_MARKS):
                return unit is None
            return mark in {"/", ":", "+", ".", "_", "@"} and following[:1].isalnum()
        sign = following in self.lexicon.words.money.signs  # $7/$9
        return mark[0].isdigit() or (mark in {":", "/"} and (sign or following[:1].isdigit()))

    # ---- times ----

    def _date(self, number: Number) -> bool:
        """18 June, June 18, Sept. 20-24, 18 and 19 June."""
        if number.value not in DAYS or not self.lower[number.first].isdecimal():
            return False
        return self._month(self._beside(number.first, -1), -1) or self._month(self._beside(number.last - 1, 1), 1)

    def _beside(self, i: int, step: int) -> int:
        """The token before or after a day, or before or after the other day of a pair."""
        mark, other = i + step, i + 2 * step
        if (
            0 <= other < len(self.words)
            and (self.lower[mark] in RANGE_MARKS or self.lower[mark] in self.labels.alternatives)
            and self.lower[other].isdecimal()
        ):
            return other + step if len(self.lower[other]) <= 2 else mark
        return mark

    def _month(self, i: int, step: int) -> bool:
        if step < 0 and i > 0 and self.words[i] == ".":
            i -= 1
        return 0 <= i < len(self.words) and self.lower[i] in self.months and self.words[i][0].isupper()

    def _time(self, number: Number) -> bool:
        """6 p.m., 0401 GMT, and digits that begin with a needless zero."""
        word = self.lower[number.first]
        if len(word) > 1 and word[0] == "0" and word.isdecimal():
            return True
        after = self.lower[number.last] if number.last < len(self.lower) else ""
        told = after in self.labels.clock and (number.value or 0) <= 2400
        return told or is_hour(self.tokens, number, self.lexicon)

    def is_year(self, number: Number, unit: Unit | None = None) -> bool:
        """2024, unless what stands around makes it an amount."""
        word = self.lower[number.first]
        if number.last != number.first + 1 or len(word) != 4 or not word.isdecimal() or int(word) not in YEARS:
            return False
        if unit is None or (unit.name == "year" and unit.kind != "age"):
            return True
        if unit.noun is None:
            return unit.kind == "duration" and unit.name != "hour"
        if self.lower[number.last] in self.lexicon.words.time.year_levels:  # below 1990 levels
            return True
        return not self._amount_before(number) or self.words[number.last][0].isupper()

    def _amount_before(self, number: Number) -> bool:
        """Whether the word before four digits lets them be an amount rather than a year."""
        before = self.words[number.first - 1] if number.first else ""
        lower = before.lower()
        if lower in self.lexicon.words.bounds.before:
            return True
        free = lower.isalpha() and lower not in self.lexicon.words.time.before_year
        return free and not before[0].isupper() and lower not in self.months

    def _span_of_a_period(self, number: Number, unit: Unit) -> bool:
        """ "the first nine months", "8 months of 2025": they say when, not how much."""
        if unit.kind != "duration":
            return False
        ahead = self.lower[unit.last : unit.last + 2]
        time = self.lexicon.words.time
        whole = len(ahead) == 2 and ahead[0] in time.of_word and unit.name in {"month", "day", "quarter"}
        of_year = whole and (ahead[1].isdecimal() or ahead[1] in time.relative)
        return of_year or (number.first > 0 and self.lower[number.first - 1] in time.first)

    # ---- names ----

    def _label(self, number: Number, unit: Unit | None, first: int) -> bool:
        """Article 5, Boeing 737, FTSE 100, No. 5."""
        i = number.first - 1
        if i > first and self.words[i] == ".":
            i -= 1
        if i < first:
            return False
        word, lower = self.words[i], self.lower[i]
        group = lower in self.links.of and i > first and self.words[i - 1] in self.labels.groups
        if group or (word in self.labels.school and (number.value or 0) <= LAST_YEAR_OF_SCHOOL):
            return True
        if lower in self.labels.ranks or lower in self.labels.indexes:
            return lower in self.labels.sure_ranks or self.words[number.first][0].isdecimal()
        capital = word != lower and word.isalpha() and i > first
        digits = word != lower and self.lower[number.first].isdecimal()
        if lower in self.labels.before and (unit is None or capital or digits):
            return True
        longer = i > first and (self.words[i - 1][0].isupper() or self.lower[i - 1] in self.links.determiners)
        if capital and longer and number.value and number.value >= 100 and self.lower[number.first].isdecimal():
            return True
        name = capital and lower not in self.nouns.boundaries and lower not in self.lexicon.words.bounds.before
        name = name and unit is None and self.words[number.first][0].isdecimal() and number.scale == 1
        return name and gap_begins(self.tokens, number.first, number.last, first, self.places) is None

    def _version(self, number: Number, unit: Unit | None, first: int) -> bool:
        """ "Python 3.8 adds": with a point behind a name, it counts nothing."""
        name = number.first > first and self.words[number.first - 1] != self.lower[number.first - 1]
        whole = (number.value or 0) % 1 == 0 or number.scale > 1 or self.lower[number.first].isalpha()
        return name and unit is not None and not whole and self.lower[number.first - 1] not in self.nouns.boundaries

    def _marker(self, number: Number, first: int) -> bool:
        """ "1." or "1)" at the head of a sentence, "(4)", "[1]"."""
        before = self.words[number.first - 1] if number.first > first else ""
        after = self.words[number.last] if number.last < len(self.words) else ""
        if before in {"(", "["} and after in {")", "]"}:
            return True
        if not self.lower[number.first].isdecimal():
            return False
        return (not before and after == ".") or (
            after == ")" and (before in LIST_MARKS or before in self.labels.list_joins)
        )

    def _vague_one(self, number: Number, unit: Unit | None, first: int) -> bool:
        """ "one of the", "no one", "one day", "One analyst": an article or a pronoun rather than a count."""
        if self.lower[number.first] not in self.lexicon.words.numbers.ones or self.lower[number.first].isdecimal():
            return False
        after = self.lower[number.last : number.last + 2]
        if (
            len(after) == 2
            and after[0] in self.labels.alternatives
            and after[1] in self.lexicon.words.numbers.cardinals
        ):
            return False
        if unit is None:
            return True
        before = self.lower[number.first - 1] if number.first > first else ""
        if before in self.labels.counting_one or (unit.noun is None and before in self.labels.one_time):
            return False
        return before not in self.nouns.one_before or unit.name in self.nouns.vague_one
