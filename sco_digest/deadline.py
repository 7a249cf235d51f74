"""Seconds and a piece of work come in; TooLong goes out of work that takes more of them.

What is counted is the time that the processor spends on it, so that a busy machine costs no text. The system tells by
a signal, which Python hears between two steps and inside a search by a pattern; compiled code hears it later.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class TooLong(BaseException):
    """No Exception, so that no rule and no template takes it for a fault of its own and goes on."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooLong in the work when it has taken so long; only the main thread of a process can be told."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _too_long)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TooLong
