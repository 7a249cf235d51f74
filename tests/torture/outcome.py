"""What was tried comes in, a line of figures and the faults go out."""

from __future__ import annotations

import sys

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """What came of one kind of torture."""

    what: str
    tried: int
    faults: tuple[str, ...]
    note: str = ""

    def __str__(self) -> str:
        more = f" ({self.note})" if self.note else ""
        return f"{self.what}: {self.tried:,}, {len(self.faults):,} faults{more}"


def told(line: str) -> None:
    """How far a long torture is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
