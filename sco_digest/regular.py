"""A path comes in, the open file goes out, if it is one: what would wait for ever, or never end, is not read.

What a file is told by, unread, is said here too.

It is looked at after it was opened, so that nobody can put a pipe in its place in between.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from errno import EISDIR
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


WORD = 2**63
"""Whole numbers to either side of 0 that MessagePack has."""
TICK = 50_000_000
"""Nanoseconds within which two changes of a file can have the same time on usual file systems, and some to spare."""


class ChangingError(OSError):
    """Somebody wrote into the file while it was read."""


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, for reading; OSError where it is none, and ChangingError if it was another when it was left."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC), "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError(EISDIR, "not a file but a folder, pipe, socket or device", str(path))
        yield file
        if _written_into(before, os.fstat(file.fileno())):
            raise ChangingError(0, "it was written into while it was read", str(path))


def state(stat: os.stat_result) -> tuple[int, ...]:
    """Mode, size, number and times of a file: what tells, unread, whether somebody has changed it."""
    times = (within(stat.st_mtime_ns), within(stat.st_ctime_ns))  # of some file systems they are of any century
    return (stat.st_mode, stat.st_size, stat.st_ino, *times)


def _written_into(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)


def within(number: int) -> int:
    """The nearest whole number that can be encoded."""
    return number if -WORD <= number < WORD else max(-WORD, min(WORD - 1, number))
