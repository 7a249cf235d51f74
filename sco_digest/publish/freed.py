"""Files of ours come in; their names are gone at once, and the disk frees what they held while the build goes on.

A disk that is told of each block that becomes free, as virtual ones are, can take milliseconds for one file, and the
more of them at once the less for each.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future

AT_ONCE = 4
"""Files that are freed at the same time; more of them are no quicker."""
WAITING = 16
"""Files whose names are gone and whose blocks are not: few, since a build may need their room."""


class Freed:
    """What a build removes, file by file."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE)
        self._under_way: deque[Future[None]] = deque()
        self._alone = False
        """Whether the system starts no thread for us."""

    def remove(self, path: str) -> None:
        """Remove a plain file: what is in it goes when the last handle to it is closed, and that a thread does."""
        handle = None if self._alone else _opened(path)
        try:
            os.unlink(path)  # noqa: PTH108
        finally:
            if handle is not None:
                self._close(handle)
        if len(self._under_way) > WAITING:
            self._under_way.popleft().result()

    def _close(self, handle: int) -> None:
        try:
            self._under_way.append(self._threads.submit(os.close, handle))
        except RuntimeError:  # this one is closed by a thread that there is, or with the process
            self._alone = True

    def finish(self) -> None:
        """Wait until all of it is gone."""
        while self._under_way:
            self._under_way.popleft().result()


def _opened(path: str) -> int | None:
    """A handle to a file; None for one that we may not read."""
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
