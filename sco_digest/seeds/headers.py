"""What a file states beside the text (a date prefix, front matter, keys of JSON) comes in, checked Headers go out."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING
from unicodedata import category

from msgspec import Struct

from sco_digest.errors import SeedError, nearest
from sco_digest.model import Header, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

KEYS = ("id", "date", "headline", "title", "source", "lang")
"""What may be stated; `title` is another word for `headline`."""

_PREFIX = r"""
    (?i:date)                                       # the word, in any capitals
    (?: [ \t\u00a0]*:[ \t\u00a0]* | [ \t\u00a0]+ )  # a colon or a space
    (?P<date>
        \d{1,4} (?P<mark>[-./‐-–]) \d{1,2} (?P=mark) \d{1,4}  # a date, or nearly one: 2025/3/5, 05.03.2025
        | \d{8}                                     # nearly one: 20250305
    )
    (?P<time>T\d\d:?\d\d[\d:.,+Z-]*)?              # a time makes it nearly one
    (?![\w-])                                      # a number of something goes on
    [:;,.]?\s*                                     # what parts it from the text
"""
"""A date before a text. What is nearly a date is taken too, so that it is refused and not read as text."""
_FIRST = re.compile(rf"[\s\ufeff]* {_PREFIX}", re.VERBOSE)
_FURTHER = re.compile(rf"[\r\n] (?= [ \t\u00a0\ufeff]* {_PREFIX} )", re.VERBOSE)
_BARE = re.compile(
    r"""
    [\s\ufeff]*
    (?P<date>\d{4}-\d\d-\d\d)
    [:;,.]?\s+             # text that goes on without a space is no date line
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"""
    (\d{4}-\d\d-\d\d)
    (?:[T ]\d\d:\d\d      # a time of day is left out
    [\d:.,+Zz -]*)?       # its seconds and zone
    """,
    re.VERBOSE,
)
_LANGUAGE = re.compile(
    r"""
    ([a-z]{2,3})          # ISO 639
    (?:[-_][a-z0-9_-]+)?  # a country or script is left out
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_ISO = "write it as YYYY-MM-DD"
_LONGEST = 1000


class Stated(Struct, frozen=True):
    """A key and its value as a file gives them."""

    key: str
    value: object
    line: int
    span: Span | None = None


def check(stated: Iterable[Stated], known: Collection[str] = KEYS) -> tuple[Header, ...]:
    """The facts among these keys; a key that is nearly known is refused, any other is left alone."""
    found: dict[str, Header] = {}
    for entry in stated:
        if entry.key not in known:
            _refuse_nearly_known(entry, known)
        elif entry.key in KEYS and (header := _header(entry)) and (entry.key != "title" or "headline" not in found):
            found[header.key] = header
    return tuple(found.values())


def date_prefix(text: str, start: int, line: int, *, bare: bool = False) -> tuple[Header | None, int]:
    """The date written before the text, if there is one, and where the text itself begins.

    `bare`: the word "date" need not stand before it.
    """
    match = _FIRST.match(text, start)
    if match:
        value, span = match["date"] + (match["time"] or ""), Span(*match.span("date"))
        if not _is_date(value):
            raise SeedError(f"{value} is no date", line=line + line_ends(text[: span.start]), mend=_ISO)
        return Header("date", value, span, line + line_ends(text[: span.start])), match.end()
    match = _BARE.match(text, start) if bare else None
    if match and _is_date(match["date"]):
        start, end = match.span("date")
        return Header("date", match["date"], Span(start, end), line + line_ends(text[:start])), match.end()
    return None, len(text) - len(text[start:].lstrip())


def article_starts(text: str) -> list[int]:
    """Where the articles of a text file begin: at its beginning, and at each line that has a date prefix or nearly."""
    first = _FIRST.match(text)
    return [0, *(match.start() + 1 for match in _FURTHER.finditer(text, first.end("date") if first else 0))]


def line_ends(text: str) -> int:
    """How many lines end in this text, be it by LF, CR LF or CR."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _header(entry: Stated) -> Header | None:
    """One checked fact; None where the value is empty."""
    value = _one_line(entry)
    span = entry.span if value == entry.value else None
    if not value:
        return None
    if entry.key == "date":
        match = _DATE.fullmatch(value)
        if not match or not _is_date(match[1]):
            raise SeedError(f"{value[:40]} is no date", line=entry.line, mend=_ISO)
        day = Span(span.start, span.start + len(match[1])) if span else None
        return Header("date", match[1], day, entry.line)
    if entry.key == "lang":
        match = _LANGUAGE.fullmatch(value)
        if not match:
            raise SeedError(f"{value[:40]} is no language code", line=entry.line, mend="write two letters, such as en")
        return Header("lang", match[1].lower(), span, entry.line)
    return Header("headline" if entry.key == "title" else entry.key, value, span, entry.line)


def _one_line(entry: Stated) -> str:
    """The value as one line of text; a number stands as it is written."""
    value = entry.value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise SeedError(f"{entry.key} must be text", line=entry.line, mend="write it as one line")
    text = " ".join(str(value).split())
    if len(text) > _LONGEST or any(category(character) in {"Cc", "Cs"} for character in text):
        message = f"{entry.key} is over {_LONGEST} characters long or holds a control character"
        raise SeedError(message, line=entry.line, mend="write one short line")
    return text


def _refuse_nearly_known(entry: Stated, known: Collection[str]) -> None:
    """`hedline` is an error, where `tags` or `updated` are somebody else's keys."""
    words = [word for word in known if len(word) > 2 and word[0] == entry.key[:1].lower()]
    if get_close_matches(entry.key.lower(), words, n=1, cutoff=0.8):
        raise SeedError(f'unknown key "{entry.key[:40]}"', line=entry.line, mend=nearest(entry.key.lower(), known))


def _is_date(value: str) -> bool:
    """Whether YYYY-MM-DD is in the calendar."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
