"""Text with choices and names in brackets comes in, plain text goes out; it is taken apart but once, to be quick.

The forms are those of `tests.demo.phrases`, which does the same for some hundred texts: `[a|b]` and `{a|b}` are one of
the two, `{3..9}` is a number between, `{name}` is the value of that name.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Names = Mapping[str, str]
    Piece = str | Callable[[Names, Random], str]

TOKEN = re.compile(r"[\[\]{}|]|[^\[\]{}|]+")
CLOSING = {"[": "]", "{": "}"}
RANGE = re.compile(r"(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)")
SENTENCE = re.compile(r"(^|[.!?]”? )([a-z])")
DOUBLED = re.compile(r",([,;.])")
YEARS = range(1800, 2101)
Item = TypeVar("Item")


def chance(seed: str) -> Random:
    """Decisions by a seed; only `random()` is asked, whose values are the same in every version of Python."""
    return Random(seed)  # noqa: S311


def pick(items: Sequence[Item], by: Random) -> Item:
    """One of them."""
    return items[int(by.random() * len(items))]


def written(text: str, names: Names, by: Random) -> str:
    """The text with every choice made and each sentence begun with a capital; an unknown name is a KeyError."""
    plain = DOUBLED.sub(r"\1", _joined(_taken_apart(text), names, by))
    return SENTENCE.sub(lambda found: found[1] + found[2].upper(), plain)


@cache
def _taken_apart(text: str) -> tuple[Piece, ...]:
    return _alternatives(iter(TOKEN.findall(text)), "")[0]


def _alternatives(tokens: Iterator[str], closing: str) -> list[tuple[Piece, ...]]:
    """The pieces up to the closing bracket, or the end, for each alternative."""
    found: list[list[Piece]] = [[]]
    for part in tokens:
        if part == closing:
            break
        if part == "|" and closing:
            found.append([])
        elif part in CLOSING:
            found[-1].append(_bracket(part, _alternatives(tokens, CLOSING[part])))
        else:
            found[-1].append(part)
    return [tuple(pieces) for pieces in found]


def _bracket(opening: str, alternatives: list[tuple[Piece, ...]]) -> Piece:
    """What stands in brackets: a choice, a number or a name."""
    if len(alternatives) > 1:
        return lambda names, by: _joined(pick(alternatives, by), names, by)
    word = "".join(str(piece) for piece in alternatives[0])
    if opening == "[":
        return f"[{word}]"
    ends = RANGE.fullmatch(word)
    if ends:
        return lambda _, by: _number(ends[1], ends[2], by)
    return lambda names, _: names[word]


def _joined(pieces: tuple[Piece, ...], names: Names, by: Random) -> str:
    return "".join(piece if isinstance(piece, str) else piece(names, by) for piece in pieces)


def _number(low: str, high: str, by: Random) -> str:
    """A number between both, with as many digits as they have."""
    value = float(low) + (float(high) - float(low)) * by.random()
    if "." in low:
        return f"{value:.1f}"
    whole = round(value)
    return str(whole) if int(low) in YEARS and int(high) in YEARS else f"{whole:,}"
