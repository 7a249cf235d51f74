"""A regular expression and a text come in; what matches, and the steps of a backtracking matcher to it, go out.

The time that `re` takes is the number of its steps, which it does not tell. This is its way of matching written down
once more, over the tree that its own parser makes: each test of a character or place and each choice is a step, and
choices are tried in the same order. `tests/test_patterns.py` says that both match alike.
"""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tests.fuzz.signs import place_test, sign_test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Slots = tuple[int, ...]
Instruction = Any
"""(name, arguments); a jump names the index of another one."""
NOWHERE = -1


class TooManyStepsError(Exception):
    """The matcher was given up: more steps than it was allowed."""


class Matched(Struct, frozen=True):
    """What a whole run came to."""

    steps: int
    spans: tuple[tuple[int, int], ...]


class Machine:
    """One pattern, as instructions; every run of it is counted anew."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        tree = parser.parse(pattern.pattern, pattern.flags)
        self.tests: list[Callable[[str], bool]] = []
        self.slots = 2 * tree.state.groups
        self.program = self._program(tree, pattern.flags)
        self._text, self._steps, self._limit = "", 0, 0

    def match(self, text: str, *, whole: bool = False, limit: int = 10**9) -> Matched:
        """As `match` or, if the whole text is meant, `fullmatch`."""
        self._text, self._steps, self._limit = text, 0, limit
        found = self._run(self.program, 0, (NOWHERE,) * self.slots, whole=whole)
        return Matched(self._steps, ((0, found[0]),) if found else ())

    def scan(self, text: str, limit: int = 10**9) -> Matched:
        """As `finditer`, and so also `sub`, `split` and `findall`; `search` takes no more steps than this."""
        self._text, self._steps, self._limit = text, 0, limit
        spans: list[tuple[int, int]] = []
        start, empty_at = 0, NOWHERE
        while start <= len(text):
            self._count()
            found = self._run(self.program, start, (NOWHERE,) * self.slots, not_at=empty_at)
            empty_at = NOWHERE
            if not found:
                start += 1
                continue
            spans.append((start, found[0]))
            empty_at = start if found[0] == start else NOWHERE  # two empty ones do not stand in one place
            start = found[0]
        return Matched(self._steps, tuple(spans))

    # ---- run ----

    def _count(self) -> None:
        self._steps += 1
        if self._steps > self._limit:
            raise TooManyStepsError

    def _run(  # noqa: C901, PLR0912  # one case an instruction
        self, program: list[Instruction], place: int, slots: Slots, *, whole: bool = False, not_at: int = NOWHERE
    ) -> tuple[int, Slots] | None:
        """Where the first match from this place ends, and its groups."""
        text, end, at, begun = self._text, len(self._text), 0, place
        choices: list[tuple[int, int, Slots]] = []
        while True:
            self._count()
            name, *rest = program[at]
            fits = True
            at += 1
            if name == "sign":
                fits = place < end and rest[0](text[place])
                place += 1
            elif name == "choose":
                choices.extend((other, place, slots) for other in reversed(rest[1:]))
                at = rest[0]
            elif name == "jump":
                at = rest[0]
            elif name == "set":
                slots = _with(slots, rest[0], place if rest[1] is None else rest[1])
            elif name == "again":
                at, slots = self._again(rest, place, slots, choices)
            elif name == "at":
                fits = rest[0](text, place)
            elif name == "look":
                fits, slots = self._look(rest, place, slots)
            elif name == "one way":
                found = self._one_way(rest, place, slots)
                fits = found is not None
                place, slots = found or (place, slots)
            elif name == "same":
                begin, close = slots[rest[0]], slots[rest[0] + 1]
                fits = NOWHERE not in (begin, close) and text.startswith(text[begin:close], place)
                place += close - begin
            elif name == "if":
                at = at if slots[rest[0] + 1] != NOWHERE else rest[1]
            elif name == "fail" or (whole and place != end) or (place == begun == not_at):
                fits = False
            else:
                return place, slots
            if not fits:
                if not choices:
                    return None
                at, place, slots = choices.pop()

    @staticmethod
    def _again(rest: list[Any], place: int, slots: Slots, choices: list[tuple[int, int, Slots]]) -> tuple[int, Slots]:
        """Whether a repeat goes round once more or on; no round begins where the last one did."""
        slot, least, most, body, after, lazy = rest
        rounds, last = slots[slot], slots[slot + 1]
        more = _with(slots, slot, rounds + 1)
        if rounds < least:
            return body, more
        if rounds >= most or place == last:
            return after, slots
        more = _with(more, slot + 1, place)
        choices.append((body, place, more) if lazy else (after, place, slots))
        return (after, slots) if lazy else (body, more)

    def _look(self, rest: list[Any], place: int, slots: Slots) -> tuple[bool, Slots]:
        """Whether an assertion ahead or behind holds."""
        back, wanted, inner = rest
        found = self._run(inner, place - back, slots) if place >= back else None
        return (found is not None) is wanted, found[1] if found and wanted else slots

    def _one_way(self, rest: list[Any], place: int, slots: Slots) -> tuple[int, Slots] | None:
        """So many rounds of an atomic group or of a possessive repeat, none of which is ever tried otherwise."""
        least, most, inner = rest
        rounds = 0
        while rounds < most:
            found = self._run(inner, place, slots)
            if found is None or (rounds >= least and found[0] == place):
                break
            place, slots = found
            rounds += 1
        return (place, slots) if rounds >= least else None

    # ---- compile ----

    def _program(self, tree: Iterable[Any], flags: int) -> list[Instruction]:
        program: list[Instruction] = []
        self._add_all(program, tree, flags)
        return [*program, ("done",)]

    def _add_all(self, program: list[Instruction], tree: Iterable[Any], flags: int) -> None:
        for op, value in tree:
            self._add(program, op, value, flags)

    def _add(self, program: list[Instruction], op: Any, value: Any, flags: int) -> None:
        if op in {ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN}:
            self.tests.append(test := sign_test(op, value, flags))
            program.append(("sign", test))
        elif op is ops.SUBPATTERN:
            group, added, taken, inner = value
            program.extend([("set", 2 * group - 2, None)] if group else [])
            self._add_all(program, inner, (flags | added) & ~taken)
            program.extend([("set", 2 * group - 1, None)] if group else [])
        elif op is ops.BRANCH:
            self._add_branches(program, value[1], flags)
        elif op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
            self._add_repeat(program, *value, flags=flags, lazy=op is ops.MIN_REPEAT)
        elif op in {ops.POSSESSIVE_REPEAT, ops.ATOMIC_GROUP}:
            least, most, inner = value if op is ops.POSSESSIVE_REPEAT else (1, 1, value)
            program.append(("one way", least, int(most), self._program(inner, flags)))
        elif op in {ops.ASSERT, ops.ASSERT_NOT}:
            back = value[1].getwidth()[0] if value[0] < 0 else 0
            program.append(("look", back, op is ops.ASSERT, self._program(value[1], flags)))
        elif op is ops.AT:
            program.append(("at", place_test(value, flags)))
        elif op is ops.GROUPREF:
            program.append(("same", 2 * value - 2))
        elif op is ops.GROUPREF_EXISTS:
            self._add_condition(program, *value, flags=flags)
        else:
            assert op is ops.FAILURE, op
            program.append(("fail",))

    def _add_branches(self, program: list[Instruction], branches: list[Any], flags: int) -> None:
        at = len(program)
        program.append(())
        starts, ends = [], []
        for branch in branches:
            starts.append(len(program))
            self._add_all(program, branch, flags)
            ends.append(len(program))
            program.append(())
        program[at] = ("choose", *starts)
        for end in ends:
            program[end] = ("jump", len(program))

    def _add_repeat(
        self, program: list[Instruction], least: int, most: int, inner: Any, *, flags: int, lazy: bool
    ) -> None:
        slot, self.slots = self.slots, self.slots + 2
        program.extend([("set", slot, 0), ("set", slot + 1, NOWHERE), ()])
        at = len(program) - 1
        self._add_all(program, inner, flags)
        program.append(("jump", at))
        program[at] = ("again", slot, least, int(most), at + 1, len(program), lazy)

    def _add_condition(self, program: list[Instruction], group: int, yes: Any, no: Any, *, flags: int) -> None:
        at = len(program)
        program.append(())
        self._add_all(program, yes, flags)
        program.append(())
        program[at] = ("if", 2 * group - 2, len(program))
        end = len(program) - 1
        self._add_all(program, no or [], flags)
        program[end] = ("jump", len(program))


def _with(slots: Slots, slot: int, value: int) -> Slots:
    return (*slots[:slot], value, *slots[slot + 1 :])
