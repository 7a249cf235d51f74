"""A document in, the day of its publication out, or the problem that it has none."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sco_digest.extract.dateline import find_dateline
from sco_digest.model import Date, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Grammar, Language
    from sco_digest.model import Document, IsoDate, Outline

YEARS = range(1900, 2100)
HEAD_SENTENCES = 4
"""Bylines and datelines stand in the first sentences."""
SHORT_LINE = 20
"""Tokens of a line that only says when something was published: "Published: 2025-11-19T14:30:00+06:00"."""
IN_NAMES = frozenset({"of", "the", "for", "and", "on"})
"""Words in the name of an office."""
NOT_OF_NOW = frozenset({"by", "until", "till", "before", "since", "from", "after", "than"})
"""Words before a year that is not the one in which the text was written."""
BEFORE_MONTH, BEFORE_YEAR = frozenset({"of", "-"}), frozenset(",.-")
"""What may stand between a day and its month, and between both and the year, beside the ending of an ordinal."""
NEAR = timedelta(days=31)
"""Between the dateline of an article and its byline, at most."""
FILE_DATE = re.compile(
    r"""
    (?<!\d)
    (?P<year>(?:19|20)\d\d) (?P<mark>[-_.]?) (?P<month>\d\d) (?P=mark) (?P<day>\d\d)   # 2025-11-19, 20251119
    (?!\d)
    """,
    re.VERBOSE,
)
NUMERIC = re.compile(
    r"""
      (?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)   # 2025-11-19, 2025/11/19
    | (?P<day_first>\d\d?)(?P<between>[./])(?P<month_second>\d\d?)(?P=between)(?P<year_last>(?:19|20)\d\d)  # 9.11.2025
    """,
    re.VERBOSE,
)


def find_date(document: Document, tokens: Tokens, language: Language) -> Date | None:
    """The day stated beside the text, else in its dateline, else in a byline, else in the name of its file; or None.

    A dateline without a year takes that of a byline near it, else the one that the text gives to the same month, else
    its only one, else is none.
    """
    stated = next((header for header in document.headers if header.key == "date"), None)
    if stated:
        return Date(stated.value, stated.span)
    byline = _byline(tokens, language)
    return _dateline(tokens, language, byline) or byline or _file_name(document)


def reckoned_from(published: Date | None) -> IsoDate | None:
    """The day from which "last year" is reckoned; none where it cannot be that of news, or times near it be written."""
    return published.value if published and int(published.value[:4]) in YEARS else None


def undated(article: Outline, day: IsoDate | None) -> Problem | None:
    """The problem of an article without a day, which no page of a site can be filed under."""
    if day is not None:
        return None
    return Problem(article.file, article.line, "no date found", 'add a line "date 2024-07-04" before the text')


def full_dates(tokens: Tokens, first: int, last: int, grammar: Grammar) -> Iterator[tuple[str, int, int]]:
    """Complete dates in words among tokens `first` to `last`: ISO form and token range."""
    months = grammar.months
    for i in range(first, last):
        month = months.get(tokens.lower[i])
        if month and tokens.words[i][0].isupper():
            found = _around_month(tokens, i, last, month, grammar)
            if found:
                yield found


def _byline(tokens: Tokens, language: Language) -> Date | None:
    """A complete date in the first lines, standing as a line of its own or announced ("Published ...").

    A line of names that ends with a date counts only where there is no other.
    """
    found: Date | None = None
    grammar = language.grammar
    for number, (first, last) in enumerate(tokens.sentences[:HEAD_SENTENCES]):
        for iso, start, end in full_dates(tokens, first, last, grammar):
            if _is_line_date(tokens, number, start, end, grammar):
                return Date(iso, tokens.span(start, end))
            if found is None and _ends_names(tokens, number, start, end, language):
                found = Date(iso, tokens.span(start, end))
        figures = _in_figures(tokens, first, last) if last - first <= SHORT_LINE else None
        if figures:
            return figures
    return found


def _in_figures(tokens: Tokens, first: int, last: int) -> Date | None:
    """A date in figures among the tokens of a short line: "2025-11-19", "Published: 19.11.2025, 14:30"."""
    if not any(tokens.words[i][0].isdigit() for i in range(first, last)):
        return None
    for match in NUMERIC.finditer(tokens.surface(first, last)):
        iso = _numeric(match)
        if iso:
            start = tokens.starts[first] + match.start()
            return Date(iso, Span(start, start + len(match.group())))
    return None


def _is_line_date(tokens: Tokens, number: int, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a complete date is the article's own: it opens its sentence, alone or after a weekday or a place."""
    first, last = tokens.sentences[number]
    lead = [tokens.lower[i] for i in _words(tokens, first, start) if tokens.lower[i] not in ("on", "at")]
    announced = bool(lead) and (
        lead[-1] in grammar.weekdays or lead[-1] in grammar.labels or lead[-1] in grammar.publishing
    )
    line = last - first <= SHORT_LINE and not grammar.publishing.isdisjoint(lead)
    only = all(word in grammar.weekdays or word in grammar.labels for word in lead)
    short = last - first <= end - start + 4
    return (only and start - first <= 4) or (announced and start - first <= 6) or (short and len(lead) <= 3) or line


def _ends_names(tokens: Tokens, number: int, start: int, end: int, language: Language) -> bool:
    """Whether a date ends a line of names: "By Anna Weiss, 3 May 2024", "Office of Roads, Lisburg, 3 May 2024"."""
    first, last = tokens.sentences[number]
    office = number > 0 and not language.organisations.bodies.isdisjoint(tokens.lower[first:start])
    opens = tokens.lower[first] == "by" or office
    names = all(tokens.words[i][0].isupper() or tokens.lower[i] in IN_NAMES for i in _words(tokens, first, start))
    return opens and names and first < start and tokens.words[start - 1] == "," and last == end


def _words(tokens: Tokens, first: int, last: int) -> list[int]:
    """The tokens of a range that are words."""
    return [i for i in range(first, last) if tokens.words[i][0].isalpha()]


def _dateline(tokens: Tokens, language: Language, byline: Date | None) -> Date | None:
    """ "BISHKEK, November 17 (Agency) -" with the year that a byline or the text gives."""
    dateline = find_dateline(tokens, language)
    if dateline is None:
        return None
    for i in range(dateline.first, dateline.last):
        month = language.grammar.months.get(tokens.lower[i])
        if month:
            return _dateline_day(tokens, i, month, language.grammar, byline)
    return _in_figures(tokens, dateline.first, dateline.last)


def _dateline_day(tokens: Tokens, i: int, month: int, grammar: Grammar, byline: Date | None) -> Date | None:
    full = _around_month(tokens, i, len(tokens), month, grammar)
    if full:
        return Date(full[0], tokens.span(full[1], full[2]))
    after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    before = tokens.words[i - 1] if i else ""
    day_first = _day(before)
    day = int(before) if day_first else int(after) if _day(after) else 0
    iso = _nearest(byline.value, month, day) if byline else _only(tokens, month, day, grammar)
    return Date(iso, tokens.span(i - 1, i + 1) if day_first else tokens.span(i, i + 2)) if iso else None


def _nearest(byline: str, month: int, day: int) -> str | None:
    """A day in the year that puts it beside a byline; None where it is not near in any: another day is meant."""
    published = date.fromisoformat(byline)
    days = (_iso(published.year + step, month, day) for step in (0, -1, 1))
    return next((iso for iso in days if iso and abs(date.fromisoformat(iso) - published) <= NEAR), None)


def _only(tokens: Tokens, month: int, day: int, grammar: Grammar) -> str | None:
    """A day in the one year that the text gives to its month, or has at all; not one told of as past or to come."""
    named = {i for i, word in enumerate(tokens.words) if _is_year(word)}
    years = _years(tokens, month, grammar) or {tokens.words[i] for i in named}
    if any(tokens.words[i] in years and not _is_now(tokens, i) for i in named):
        return None
    return _iso(int(years.pop()), month, day) if len(years) == 1 else None


def _is_now(tokens: Tokens, i: int) -> bool:
    """Whether a year can be the one in which the text was written: not "by 1990", not what had been in 2019."""
    first = tokens.sentences[tokens.sentence_of[i]][0]
    return tokens.lower[i - 1] not in NOT_OF_NOW and "had" not in tokens.lower[first:i] + tokens.lower[i : i + 6]


def _years(tokens: Tokens, month: int, grammar: Grammar) -> set[str]:
    """The years that stand beside a month in the text: "17 November 2025", "in November 2025"."""
    found = set()
    for i, word in enumerate(tokens.lower):
        if grammar.months.get(word) == month and tokens.words[i][0].isupper():
            year = _year(tokens, i + 1, len(tokens), grammar)
            full = _around_month(tokens, i, len(tokens), month, grammar)
            found |= {tokens.words[year]} if year else {full[0][:4]} if full else set()
    return found


def _around_month(tokens: Tokens, i: int, last: int, month: int, grammar: Grammar) -> tuple[str, int, int] | None:
    """The complete date around a month: "November 19, 2025", "19 November 2025", "19th of November, 2025"."""
    before = i - 1
    while before > 0 and (tokens.lower[before] in BEFORE_MONTH or tokens.lower[before] in grammar.ordinals):
        before -= 1
    if before >= 0 and _day(tokens.words[before]) and (year := _year(tokens, i + 1, last, grammar)):
        iso = _iso(int(tokens.words[year]), month, int(tokens.words[before]))
        return (iso, before, year + 1) if iso else None
    after = i + 2 if i + 1 < last and tokens.words[i + 1] == "." else i + 1
    if after < last and _day(tokens.words[after]) and (year := _year(tokens, after + 1, last, grammar)):
        iso = _iso(int(tokens.words[year]), month, int(tokens.words[after]))
        return (iso, i, year + 1) if iso else None
    return None


def _day(word: str) -> bool:
    return word.isdigit() and word.isascii() and len(word) <= 2 and 1 <= int(word) <= 31


def _year(tokens: Tokens, i: int, last: int, grammar: Grammar) -> int | None:
    """Index of a year at token `i`, behind a comma or the ending of an ordinal at most."""
    while i < last and (tokens.words[i] in BEFORE_YEAR or tokens.lower[i] in grammar.ordinals):
        i += 1
    return i if i < last and _is_year(tokens.words[i]) else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word.isascii() and int(word) in YEARS


def _numeric(match: re.Match[str]) -> str | None:
    """A date in figures; between strokes only where one order makes a date: 5.6.2025, but 5/6/2025 could be either."""
    if match["year"]:
        return _iso(int(match["year"]), int(match["month"]), int(match["day"]))
    year, first, second = int(match["year_last"]), int(match["day_first"]), int(match["month_second"])
    ambiguous = match["between"] == "/" and first <= 12 and second <= 12 and first != second
    return None if ambiguous else _iso(year, second, first) or _iso(year, first, second)


def _file_name(document: Document) -> Date | None:
    name = document.path.rsplit("/", 1)[-1]
    match = FILE_DATE.search(name)
    iso = _iso(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    return Date(iso) if iso else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
