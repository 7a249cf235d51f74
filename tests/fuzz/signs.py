"""A leaf of a parsed regular expression comes in; a test of one character, or of one place in a text, goes out."""

from __future__ import annotations

import re
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

CATEGORIES: dict[Any, Callable[[str], bool]] = {
    ops.CATEGORY_DIGIT: str.isdecimal,
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
}
NEGATED = {
    ops.CATEGORY_NOT_DIGIT: ops.CATEGORY_DIGIT,
    ops.CATEGORY_NOT_SPACE: ops.CATEGORY_SPACE,
    ops.CATEGORY_NOT_WORD: ops.CATEGORY_WORD,
}


def sign_test(op: Any, value: Any, flags: int) -> Callable[[str], bool]:
    """Whether one character is taken."""
    if op is ops.ANY:
        return lambda sign: bool(flags & re.DOTALL) or sign != "\n"
    items = value if op is ops.IN else [(ops.LITERAL, value)]
    negated = op is ops.NOT_LITERAL or items[0][0] is ops.NEGATE

    @cache
    def test(sign: str) -> bool:
        forms = {sign, sign.lower(), sign.upper()} if flags & re.IGNORECASE else {sign}
        return negated is not any(_is_in(form, items, flags) for form in forms if len(form) == 1)

    return test


def _is_in(sign: str, items: list[Any], flags: int) -> bool:
    """Whether a character is one of a set."""
    for op, value in items:
        if op is ops.LITERAL and ord(sign) == value:
            return True
        if op is ops.RANGE and value[0] <= ord(sign) <= value[1]:
            return True
        if op is ops.CATEGORY and _is_of(sign, value, flags):
            return True
    return False


def _is_of(sign: str, category: Any, flags: int) -> bool:
    known = CATEGORIES[NEGATED.get(category, category)](sign) and not (flags & re.ASCII and sign > "\x7f")
    return known is not (category in NEGATED)


def place_test(where: Any, flags: int) -> Callable[[str, int], bool]:
    """Whether a place in a text is a beginning, an end or the edge of a word."""
    if where in {ops.AT_BOUNDARY, ops.AT_NON_BOUNDARY}:
        wanted = where is ops.AT_BOUNDARY
        return lambda text, at: bool(text) and (_in_word(text, at - 1, flags) != _in_word(text, at, flags)) is wanted
    lines = bool(flags & re.MULTILINE)
    if where in {ops.AT_BEGINNING, ops.AT_BEGINNING_STRING}:
        lines = lines and where is ops.AT_BEGINNING
        return lambda text, at: at == 0 or (lines and text[at - 1] == "\n")
    if where is ops.AT_END_STRING:
        return lambda text, at: at == len(text)
    return lambda text, at: at == len(text) or (text[at] == "\n" and (lines or at == len(text) - 1))


def _in_word(text: str, at: int, flags: int) -> bool:
    return 0 <= at < len(text) and _is_of(text[at], ops.CATEGORY_WORD, flags)
