"""Tokens in, the parts of a year that short forms name out, and days counted back: H1 2025, 1H25, 9M 2025, Q3, 3Q24."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.times import Stretch, TimeWords

CENTURY = 2000


class PartOfYear:
    """Months `start` to `end` of a year; the form ends before token `last`."""

    def __init__(self, start: int, end: int, last: int, year: int | None = None) -> None:
        self.start: Final = start
        self.end: Final = end
        self.last: Final = last
        self.year: Final = year
        """The year where two digits of it stand with the form: 1H25."""


def short_form(tokens: Tokens, i: int, last: int, time: TimeWords) -> PartOfYear | None:
    """The part of a year that is named in short at token `i`."""
    if i + 1 >= last or not tokens.glued(i + 1) or (i and tokens.glued(i) and tokens.words[i - 1][-1] not in '(["“«/'):
        return None
    one, other = tokens.words[i], tokens.words[i + 1]
    if one.isdecimal():
        part = _part(other, one, time)
        return _with_year(tokens, part, i + 2, last) if part else None
    part = _part(one, other, time) if len(time.letters.get(one, ())) > 1 else None
    return PartOfYear(*part, i + 2) if part else None


def _part(letter: str, digits: str, time: TimeWords) -> tuple[int, int] | None:
    """The months of H1, of Q3, of 9M."""
    months, most = [*time.letters.get(letter, ()), 0, 0][:2]
    number = int(digits) if digits.isdecimal() and len(digits) <= 2 else 0
    if not months or not 1 <= number <= 12:
        return None
    if not most:  # the first nine months
        return (1, number)
    return (months * number - months + 1, months * number) if number <= most else None


def _with_year(tokens: Tokens, part: tuple[int, int], i: int, last: int) -> PartOfYear | None:
    """A form that begins with a digit needs its year: 9M may be nine million."""
    word = tokens.words[i] if i < last else ""
    if tokens.glued(i) and len(word) == 2 and word.isdecimal():
        return PartOfYear(*part, i + 1, CENTURY + int(word))
    return PartOfYear(*part, i) if len(word) == 4 and word.isdecimal() else None


def days_before(end: date, length: Stretch) -> date:
    """The first day of a stretch of time that ends with a day."""
    if not length.months:
        return end - timedelta(days=length.days - 1)
    year, month = divmod(end.year * 12 + end.month - 1 - length.months, 12)
    following = end.day + 1
    closes = following > monthrange(end.year, end.month)[1]
    if closes or following > monthrange(year, month + 1)[1]:  # the quarter to 30 June begins on 1 April
        year, month, following = year + (month == 11), (month + 1) % 12, 1
    return date(year, month + 1, following)
