"""Tokens in, the dateline and the furniture at the head of an article out: where it was written, when, for whom."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

HEAD_SENTENCES: Final = 6
LONGEST: Final = 18
SEPARATORS: Final = frozenset("-–—:.")
TRAIL: Final = frozenset("/>|›»")
LONGEST_LABEL: Final = 8
IN_DATELINE: Final = frozenset(",/.()[]-’'")


class Dateline(NamedTuple):
    """Tokens `first` to `last` (not included); the sentence goes on at `last`."""

    first: int
    last: int


@lru_cache(maxsize=1)  # several fields of one article begin with it
def find_dateline(tokens: Tokens, language: Language) -> Dateline | None:
    """The dateline of an article: "MOSCOW, March 16 -", "Bishkek/Geneva, 25 September 2025 –", "TASS, November 19."."""
    found = (dateline_of(tokens, *sentence, language) for sentence in tokens.sentences[:HEAD_SENTENCES])
    return next((dateline for dateline in found if dateline), None)


def dateline_of(tokens: Tokens, first: int, last: int, language: Language) -> Dateline | None:
    """The dateline that opens a sentence: capitals, figures and marks up to a dash, with a place, day or agency."""
    end = _end(tokens, first, last, language)
    if end is None or end == first:
        return None
    end = _with_day(tokens, end, last, language)
    words = range(first, end)
    place = tokens.words[first].isupper() and len(tokens.words[first]) > 2
    dated = any(tokens.lower[i] in language.grammar.months for i in words)
    agency = any(tokens.lower[i] in language.speech.outlets or tokens.words[i] == "(" for i in words)
    after = end
    while after < last and tokens.words[after] in SEPARATORS:
        after += 1
    headline = after < last and not any(word.islower() for word in tokens.words[after:last])  # FLOWS FALL - SOURCES
    return Dateline(first, after) if (place and not headline) or dated or agency else None


def _with_day(tokens: Tokens, end: int, last: int, language: Language) -> int:
    """The end of a dateline, behind the day between two dashes: "Orm, Oskaria – November 4, 2024 –"."""
    start = end + 1
    again = _end(tokens, start, last, language) if start < last else None
    day = range(start, again or start)
    other = any(
        tokens.words[i][0].isalpha()
        and tokens.lower[i] not in language.grammar.months
        and tokens.lower[i] not in language.grammar.weekdays
        and tokens.words[i - 1] != "("
        for i in day
    )
    dated = not other and any(tokens.lower[i] in language.grammar.months for i in day)
    return again if again and dated else end


def is_furniture(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a line belongs to the page it was copied from: a label and what it names, a bullet, a table, a byline."""
    worded = any(tokens.words[i][0].isalpha() for i in range(first, last))
    if not worded or tokens.words[first] in "|*•" or tokens.lower[first] == "by":
        return True
    if _is_trail(tokens, first, last):
        return True
    label = tokens.lower[first] in language.grammar.labels
    marked = any(tokens.words[i] == ":" for i in range(first, min(first + 4, last)))
    return label and (marked or (last - first <= LONGEST_LABEL and _is_label(tokens, first, last, language)))


def _is_label(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a word that opens many a headline as well is a label: "Share this", not "A year after the flood"."""
    if tokens.lower[first] not in language.grammar.opening_labels or last - first < 2:
        return True
    behind = tokens.lower[first + 1]
    return behind in language.grammar.labels or behind in language.grammar.behind_labels


def _is_trail(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a line says where on a site its page stands: "Home / News / Economy"."""
    marks = 0
    for i in range(first, last):
        if tokens.words[i][0].isalpha() and not tokens.words[i][0].isupper():
            return False
        marks += tokens.words[i] in TRAIL
    return marks > 1


def _dash_follows(tokens: Tokens, i: int, last: int) -> bool:
    return i + 1 < last and tokens.words[i + 1] in SEPARATORS


def _agency_before(tokens: Tokens, first: int, i: int, language: Language) -> bool:
    """Whether a sentence begins behind a place or a day and an agency: "VELM (CNN) Jobs", "Velm, May 20, TASS Jobs"."""
    bracket = tokens.words[i - 1] == ")" and i - 3 > first - 1 and tokens.words[i - 3] == "("
    agency = i - 1 - bracket
    known = tokens.lower[agency] in language.speech.outlets
    placed = tokens.words[first].isupper() and len(tokens.words[first]) > 2
    dated = any(lower in language.grammar.months for lower in tokens.lower[first:agency])
    if agency == first:  # ASTANA. KAZINFORM Exports
        return known and first > 1 and tokens.words[first - 1] == "." and tokens.words[first - 2].isupper()
    told = (dated and (known or bracket)) or (known and bracket and placed)
    return told and tokens.words[agency].isupper() and agency > first


def _end(tokens: Tokens, first: int, last: int, language: Language) -> int | None:
    """Where the marks, capitals and figures that can be a dateline end at a dash or colon, or with the sentence."""
    depth = 0
    for i in range(first, min(first + LONGEST, last)):
        word = tokens.words[i]
        if word[0].isupper():
            if depth == 0 and i > first and _agency_before(tokens, first, i, language):
                return i
            continue
        depth += (word == "(") - (word == ")")
        dash = word in "-–—" and not (tokens.glued(i) and tokens.glued(i + 1))
        if i > first and depth == 0 and (dash or word == ":"):
            return i
        if word == ")" and depth == 0 and tokens.words[first] == "(" and not _dash_follows(tokens, i, last):
            return i + 1 if any(lower in language.grammar.months for lower in tokens.lower[first:i]) else None
        day = (
            tokens.lower[i] in language.grammar.months
            or word[0].isdigit()
            or tokens.lower[i] in language.grammar.ordinals
        )
        if not (depth or day or word in IN_DATELINE):
            return None
    return last - 1 if last - first <= LONGEST and tokens.words[last - 1] == "." else None
