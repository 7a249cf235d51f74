"""Tokens in, the outlet or office that a dateline, a byline or a line "Source: ..." states out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.press import LEAD_SENTENCES, PRESS, Candidate
from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

LONGEST: Final = 12
"""Tokens of a byline, or of a credit below the text, at most."""


def in_dateline(tokens: Tokens, language: Language) -> list[Candidate]:
    """The agency of a dateline: "TASHKENT, November 17 (Agency) -"."""
    dateline = find_dateline(tokens, language)
    if dateline is None:
        return []
    words = tokens.words[dateline.first : dateline.last]
    if "(" not in words or ")" not in words:
        return []
    opening, closing = dateline.first + words.index("("), dateline.first + words.index(")")
    return [Candidate(opening + 1, closing, PRESS)] if closing > opening + 1 else []


def on_a_line(tokens: Tokens) -> Iterator[Candidate]:
    """The agency between strokes, "ATYRAU. /Caspian Desk/", the paper of a byline, "By Anna Post, Steppe Life".

    And what a line "Source: Steppe Life" names, at the head or as the last line of a text.
    """
    for first, last in tokens.sentences[:LEAD_SENTENCES]:
        if stated := _stated(tokens, first, last):
            yield stated
        elif named := _named(tokens, first, last):
            begin, end = named
            if begin < end and all(word[0].isupper() for word in tokens.words[begin:end]):
                yield Candidate(begin, end, PRESS)
    for first, last in tokens.sentences[LEAD_SENTENCES:][-1:]:
        alone = tokens.text[: tokens.starts[first]].rstrip(" \t").endswith("\n") and last - first <= LONGEST
        stated = _stated(tokens, first, last) if alone else None
        if stated:
            yield stated


def _stated(tokens: Tokens, first: int, last: int) -> Candidate | None:
    """What is stated behind "Source:"."""
    words = tokens.words[first:last]
    if tokens.lower[first] != "source" or words[1:2] != [":"]:
        return None
    begin, end = first + 2, last - (words[-1] == ".")
    begin += tokens.lower[begin : begin + 1] == ["the"]
    return Candidate(begin, end, PRESS) if begin < end else None


def _named(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """What stands between strokes, or behind the comma of a byline."""
    words = tokens.words[first:last]
    if "/" in words and last - first <= LONGEST:
        opening = words.index("/") + 1
        closing = words.index("/", opening) if "/" in words[opening:] else opening
        if closing > opening and (opening == 1 or words[opening - 2] in DASHES):  # ORM, June 4 - /Steppe Desk/
            return first + opening, first + closing
    if tokens.lower[first] == "by" and "," in words and last - first <= LONGEST:
        return last - words[::-1].index(","), last
    return None
