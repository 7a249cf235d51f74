"""Figures come in; how far each reaches by its rounding and its bound goes out, and which of several disagree.

Two values agree where their reaches touch. The reach of a value is

- half a unit of its last written digit to either side, so that 42.5 billion and 42.47 billion agree, and 42.5 and 42.6
  do not; in a whole number, zeros at the end count as rounding but for the first two digits: 4,300 stands for 4,250 to
  4,350, and 40 billion for 39.5 to 40.5 billion;
- with "about", half a unit of the last digit that is not zero, yet no less than a twentieth of the value and no more
  than an eighth: about 40 stands for 35 to 45, and agrees with 42.5;
- with "more than" and "at least", all above it; with "less than" and "at most", all below;
- of a range, all from its lower to its upper end.
"""

from __future__ import annotations

import re
from math import inf, isclose
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Statistic

Reach = tuple[float, float]
"""The least and the most that a figure can stand for."""

SCALES = (1.0, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12)
HALF = 0.499999
"""Less than a half: 42.5 and 42.6 only touch, and disagree."""
KEPT = 2
"""Digits of a whole number that are never taken for rounding."""
LEAST, MOST = 1 / 20, 1 / 8
"""How far "about" reaches, in parts of the value."""
NUMBER = re.compile(r"\d(?:[\d.,\s]*\d)?")


def reach(figure: Statistic) -> Reach:
    """From the least to the most that a figure with a value or a range can stand for."""
    if figure.value is None:
        return (-inf if figure.low is None else figure.low), (inf if figure.high is None else figure.high)
    half = _about(figure.value) if figure.bound == "~" else _step(figure.value, figure.surface) * HALF
    least = -inf if figure.bound == "<" else figure.value - half
    most = inf if figure.bound == ">" else figure.value + half
    return least, most


def disagreeing(reaches: Iterable[Reach]) -> list[bool]:
    """For each reach, whether another one lies wholly beside it."""
    found = list(reaches)
    highest, lowest = max(least for least, _ in found), min(most for _, most in found)
    return [_below(most, highest) or _below(lowest, least) for least, most in found]


def _below(one: float, other: float) -> bool:
    return one < other and not isclose(one, other, rel_tol=1e-9)


def _about(value: float) -> float:
    half = 10.0 ** _zeros(value, kept=1) / 2
    return min(max(half, abs(value) * LEAST), abs(value) * MOST)


def _step(value: float, surface: str) -> float:
    """One unit of the last digit that counts."""
    for written in NUMBER.findall(surface):
        for number in _readings(written):
            scale = next((one for one in SCALES if isclose(float(number) * one, abs(value), rel_tol=1e-9)), None)
            if scale and (scale > 1 or "." in number):
                return scale * 10.0 ** -len(number.partition(".")[2])
            if scale:
                return _whole(value)
    return _whole(value)


def _whole(value: float) -> float:
    """The same of a number without a scale, or in words."""
    return max(1.0, 10.0 ** _zeros(value, kept=KEPT)) if value.is_integer() else 10.0 ** _zeros(value, kept=1)


def _readings(written: str) -> tuple[str, ...]:
    """A number as it can be meant: with commas and spaces between groups, or with a decimal comma."""
    bare = re.sub(r"[\s,]", "", written)
    comma = re.sub(r"[\s.]", "", written).replace(",", ".")
    return tuple(number for number in (bare, comma) if number.count(".") <= 1)


def _zeros(value: float, kept: int) -> int:
    """The place of the last digit that is not zero, as a power of ten; the first digits always count."""
    digits, _, power = f"{abs(value):.11e}".partition("e")
    digits = digits.replace(".", "").rstrip("0")
    return int(power) - max(len(digits), kept) + 1
