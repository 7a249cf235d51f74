"""The interrupt key and `kill` come in; they go out when it is safe, or not at all, where executors are at work."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


@contextmanager
def interrupts_withheld() -> Iterator[None]:
    """Processes that are started meanwhile never hear the interrupt key; this one hears it afterwards, and ends them.

    The key is blocked and not ignored, for what comes in while it is ignored is lost for this process as well.
    """
    resource_tracker.ensure_running()  # or it would be started with the first process, and unblock the key
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def interrupts_later() -> Iterator[None]:
    """The interrupt key and `kill` are heard afterwards: in an executor they could leave a lock locked for ever."""
    heard: list[int] = []
    try:
        with _go_to(lambda number, _frame: heard.append(number), signal.SIGINT, signal.SIGTERM):
            yield
    finally:  # also where workers were told to stop as well, and the executor is broken
        if heard:
            signal.raise_signal(heard[0])


@contextmanager
def _go_to(handler: Callable[[int, FrameType | None], None], *numbers: signal.Signals) -> Iterator[None]:
    """Only the main thread hears signals, and may say what becomes of them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [(number, signal.signal(number, handler)) for number in numbers]
    try:
        yield
    finally:
        for number, old in before:
            signal.signal(number, old)
