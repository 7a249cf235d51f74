"""The words of a number in, its value out, exactly: the second half of "find, then convert"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.language.amounts import NumberWords

MOST_DIGITS = 16
"""A longer row of digits is a code, not a number."""


def convert(words: Sequence[str], table: NumberWords) -> Decimal | None:
    """The value of the words of a number, lower case; None where a row of digits is no number.

    >>> convert(["two", "hundred", "and", "five", "thousand"], table)
    Decimal('205000')
    """
    if len(words) == 1 and words[0] in table.cardinals:
        return Decimal(table.cardinals[words[0]])
    if len(words) == 1 and words[0][0].isdecimal():
        return parse_digits(words[0])
    total, current = Decimal(0), None
    for factor, value in _steps(words, table):
        if value is None:
            return None
        if not factor:
            current = (current or 0) + value
        elif value <= 100:  # a part, a dozen, a hundred: more may follow before a thousand
            current = (1 if current is None else current) * value
        elif current is None:
            total = (total or 1) * value
        else:
            total, current = total + current * value, None
    return total + (current or 0)


def parse_digits(word: str) -> Decimal | None:
    """The value of digits with points and commas: groups of thousands, of lakhs, or a decimal comma.

    >>> [parse_digits(word) for word in ("1,458,000", "1,00,000", "7,5", "24.03.2024")]
    [Decimal('1458000'), Decimal('100000'), Decimal('7.5'), None]
    """
    if word.isdecimal():
        return Decimal(word) if len(word) <= MOST_DIGITS else None
    whole, *groups = word.split(",")
    if len(word) > MOST_DIGITS or any("." in group for group in (whole, *groups[:-1]) if groups):
        return None
    if len(groups) == 1 and len(groups[0]) in {1, 2}:
        return Decimal(f"{whole}.{groups[0]}")
    if not groups:
        parts = word.split(".")
        grouped = len(parts) > 2 and all(len(part) == 3 for part in parts[1:])
        return Decimal("".join(parts)) if grouped else Decimal(word) if len(parts) <= 2 else None
    last, _, decimals = groups[-1].partition(".")
    if len(last) != 3 or "." in decimals or any(len(group) not in {2, 3} for group in groups[:-1]):
        return None
    return Decimal(word.replace(",", ""))


def _steps(words: Sequence[str], table: NumberWords) -> Iterator[tuple[bool, Decimal | None]]:
    """What each word does to the value before it: (False, n) adds n, (True, n) multiplies by n."""
    i = 0
    while i < len(words):
        word, end = words[i], i + 1
        if word[0].isdecimal():
            while end < len(words) and (words[end] == "," or (words[end].isdecimal() and len(words[end]) == 3)):
                end += 1  # groups apart: 60 000
            if words[end : end + 1] == ["/"]:
                yield False, Decimal(word) / (Decimal(words[end + 1]) or 1)
                end += 2
            else:
                yield (
                    False,
                    parse_digits("".join(part for part in words[i:end] if part != ",") if end > i + 1 else word),
                )
        elif word in table.scales or word in table.short_scales:
            yield True, Decimal(table.scales.get(word) or table.short_scales[word])
        elif word in table.fractions:
            yield i > 0 and words[i - 1] not in table.articles, Decimal(1) / table.fractions[word]
        elif word in table.cardinals:
            yield False, Decimal(table.cardinals[word])
        elif word in table.fraction_signs:
            yield False, Decimal(str(table.fraction_signs[word]))
        i = end
