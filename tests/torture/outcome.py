"""What was tried comes in, a line of figures and the faults go out."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable


class Outcome(Struct, frozen=True):
    """What came of one kind of torture."""

    what: str
    tried: int
    faults: tuple[str, ...]
    counted: Counter[str] = msgspec.field(default_factory=Counter)
    """What else was counted, each by the words that go behind the number."""
    note: str = ""

    def __str__(self) -> str:
        notes = [*(f"{number:,} {what}" for what, number in sorted(self.counted.items())), *filter(None, [self.note])]
        more = f" ({', '.join(notes)})" if notes else ""
        return f"{self.what}: {self.tried:,}, {len(self.faults):,} faults{more}"

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.what,
            self.tried + other.tried,
            self.faults + other.faults,
            Counter({what: self.counted[what] + other.counted[what] for what in {*self.counted, *other.counted}}),
            self.note,
        )


def two_at_a_time(torture: Callable[[int], Outcome]) -> Outcome:
    """Both halves of a torture, 0 and 1, each on a ground of its own."""
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(torture, range(2))
    return one + other


def told(line: str) -> None:
    """How far a long torture is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
