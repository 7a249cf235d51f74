"""A regular expression comes in; texts over which it may have to try very often go out, made from its own parts.

What grows faster than its text does so while something is repeated: the same characters, which a repeat takes, or which
begin a match anew at each place. So a text is what leads to a repeat, then one thing many times, then something that
makes the match fail.
"""

from __future__ import annotations

import re
from itertools import islice, product
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tests.fuzz.signs import sign_test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MANY = 20
"""From so many rounds on, a repeat counts as one without end."""
USUAL = "a Z0é\n-.,'’_я٣\u00a0\r\t<>/:;$²\x85\ufeff中\x00"
NOBODYS = "\x00"
MOST_SIGNS, MOST_PREFIXES, MOST_SUFFIXES = 8, 3, 3
"""Characters that are paired, beginnings and ends that are tried: with more of them a pattern takes too long."""


class Text(Struct, frozen=True):
    """A text of any length."""

    before: str
    again: str
    after: str

    def of(self, length: int) -> str:
        """About so long."""
        return self.before + self.again * -(-length // len(self.again)) + self.after


def texts(pattern: re.Pattern[str]) -> list[Text]:
    """Each thing to repeat behind each beginning and before each end."""
    parts = _Parts(pattern)
    found = list(dict.fromkeys(parts.repeats(parts.tree, "")))
    signs = parts.signs[:MOST_SIGNS]
    pairs = ["".join(pair) for pair in product(signs, repeat=2) if pair[0] != pair[1]]
    again = dict.fromkeys([*parts.signs, *pairs, *(inner for _, inner in found), *(a + b for a, b in found)])
    befores = ["", *islice(dict.fromkeys(before for before, _ in found if before), MOST_PREFIXES)]
    afters = ["", NOBODYS, *signs[:MOST_SUFFIXES]]
    return [Text(*parts) for parts in product(befores, filter(None, again), afters)]


def longest_bound(pattern: re.Pattern[str]) -> int:
    """The most rounds of any repeat that has an end: only beyond it does one see how a pattern grows."""
    return max(_bounds(parser.parse(pattern.pattern, pattern.flags)), default=0)


class _Parts:
    """The characters that a pattern tells apart, and samples of its parts."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.flags = pattern.flags
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.groups: dict[int, str] = {}
        tests = [sign_test(op, value, self.flags) for op, value in _leaves(self.tree)]
        kinds: dict[tuple[bool, ...], str] = {}
        for sign in dict.fromkeys([*map(chr, _literals(self.tree)), *USUAL]):
            kinds.setdefault(tuple(test(sign) for test in tests), sign)
        self.signs = [sign for _, sign in sorted(kinds.items(), key=lambda kind: -sum(kind[0])) if sign != NOBODYS]

    def sample(self, tree: Iterable[Any], *, once: bool = False) -> str:
        """The shortest text that some part matches, about; or one in which every repeat goes round once."""
        return "".join(self._sample(op, value, once) for op, value in tree)

    def _sample(self, op: Any, value: Any, once: bool) -> str:
        if op in {ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN}:
            test = sign_test(op, value, self.flags)
            return next(filter(test, [*([chr(value)] if op is ops.LITERAL else []), *self.signs]), "")
        if op is ops.SUBPATTERN:
            inner = self.sample(value[3], once=once)
            self.groups[value[0] or 0] = inner
            return inner
        if op is ops.BRANCH:
            return self.sample(value[1][0], once=once)
        if op in _REPEATS:
            return self.sample(value[2], once=once) * max(value[0], int(once))
        if op is ops.ATOMIC_GROUP:
            return self.sample(value, once=once)
        return self.groups.get(value, "") if op is ops.GROUPREF else ""

    def repeats(self, tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
        """What leads to each repeat without end, and what it repeats."""
        for op, value in tree:
            for inner in _inner(op, value):
                if op in _REPEATS and value[1] >= MANY:
                    yield before, self.sample(inner)
                    yield before, self.sample(inner, once=True)
                    yield from ((before, sample) for sample in self._branches(inner))
                yield from self.repeats(inner, before)
            before += self._sample(op, value, once=False)

    def _branches(self, tree: Iterable[Any]) -> Iterator[str]:
        """A sample of each branch in what is repeated."""
        for op, value in tree:
            if op is ops.BRANCH:
                yield from map(self.sample, value[1])
            elif op is ops.SUBPATTERN:
                yield from self._branches(value[3])


_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_SIGNS = (ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN)
_INNER: dict[Any, Callable[[Any], list[Any]]] = {
    **dict.fromkeys(_REPEATS, lambda value: [value[2]]),
    ops.SUBPATTERN: lambda value: [value[3]],
    ops.BRANCH: lambda value: list(value[1]),
    ops.ATOMIC_GROUP: lambda value: [value],
    ops.ASSERT: lambda value: [value[1]],
    ops.ASSERT_NOT: lambda value: [value[1]],
    ops.GROUPREF_EXISTS: lambda value: [part for part in value[1:] if part],
}


def _inner(op: Any, value: Any) -> list[Any]:
    """The parts of a part."""
    return _INNER[op](value) if op in _INNER else []


def _leaves(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for op, value in tree:
        if op in _SIGNS:
            yield op, value
        for inner in _inner(op, value):
            yield from _leaves(inner)


def _literals(tree: Iterable[Any]) -> Iterator[int]:
    """Each character that a pattern names, and the ends of its ranges."""
    for op, value in _leaves(tree):
        for kind, sign in value if op is ops.IN else [(op, value)]:
            if kind in {ops.LITERAL, ops.NOT_LITERAL}:
                yield sign
            elif kind is ops.RANGE:
                yield from sign


def _bounds(tree: Iterable[Any]) -> Iterator[int]:
    for op, value in tree:
        if op in _REPEATS and value[1] is not ops.MAXREPEAT:
            yield int(value[1])
        for inner in _inner(op, value):
            yield from _bounds(inner)
