"""A signal to stop comes in; the interruption that every room knows how to leave by goes out, and its exit code."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Stop:
    """The signal that told us to stop: the interrupt key, unless it was another."""

    def __init__(self) -> None:
        self._number: int = signal.SIGINT

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Leave as at the interrupt key, which ends workers and leaves the old site as it was."""
        self._number = number
        raise KeyboardInterrupt

    @property
    def word(self) -> str:
        """What to say of it."""
        return "interrupted" if self._number == signal.SIGINT else "terminated"

    @property
    def exit_code(self) -> int:
        """As shells count: 130 for the interrupt key, 143 for `kill`."""
        return 128 + self._number


@contextmanager
def hearing() -> Iterator[Stop]:
    """`kill` is heard like the interrupt key meanwhile; only the main thread can hear it."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGTERM, before)
