"""A path comes in, the open file goes out, if it is one: what would wait for ever, or never end, is not read.

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


def _written_into(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
