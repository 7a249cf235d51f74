"""A task and many items come in, results go out in the order of the items, from one executor or another.

Whatever offers the interface of `concurrent.futures.Executor` will do: this process, a pool of processes, a cluster.
The results are the same, since a task sees nothing but its arguments.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Any, TypeVar

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from types import FrameType

Setup = TypeVar("Setup")
Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 16
"""Items that travel together: few enough to keep all workers busy, enough to make the journey cheap."""
AHEAD = 16
"""Chunks under way at once, so that memory does not grow with the number of items."""
WORTH_A_WORKER = 50
"""Articles for which starting a process pays."""


@contextmanager
def open_executor(jobs: int, items: int) -> Iterator[Executor]:
    """An executor of `jobs` processes; 0 takes as many as the processors and the number of items are good for."""
    workers = jobs or max(1, min(_processors(), items // WORTH_A_WORKER))
    executor = InProcess() if workers == 1 else _pool(workers)
    try:
        yield executor
    except BrokenExecutor as error:
        _let_go(executor)
        raise DigestError(
            "a worker process ended before its work was done", mend="there may be too little memory; try --jobs 1"
        ) from error
    except KeyboardInterrupt:
        _let_go(executor)
        raise
    finally:
        with _interrupts_later():
            executor.shutdown(cancel_futures=True)


def spread(
    executor: Executor, task: Callable[[Setup, Item], Result], setup: Setup, items: Iterable[Item]
) -> Iterator[Result]:
    """`task(setup, item)` for each item, in their order, with no more than a window of them under way."""
    ahead, hearing = (1, nullcontext) if isinstance(executor, InProcess) else (AHEAD, _interrupts_later)
    under_way: deque[Future[list[Result]]] = deque()
    for chunk in _chunks(items):
        with hearing():
            under_way.append(executor.submit(_work, task, setup, chunk))
        if len(under_way) >= ahead:
            yield from _fetch(under_way, hearing)
    while under_way:
        yield from _fetch(under_way, hearing)


class InProcess(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Return a future that is already done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # whatever it is, it belongs to whoever asks for the result
            future.set_exception(error)
        return future


def _fetch(under_way: deque[Future[list[Result]]], hearing: Callable[[], AbstractContextManager[None]]) -> list[Result]:
    with hearing():
        return under_way.popleft().result()


def _work(task: Callable[[Setup, Item], Result], setup: Setup, chunk: list[Item]) -> list[Result]:
    return [task(setup, item) for item in chunk]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(items)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(workers: int) -> Executor:
    """Fresh processes, which share nothing with this one and do not hear the interrupt key."""
    with _interrupts_later(), _interrupts_ignored():
        pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)
        for _ in range(workers):
            pool.submit(os.getpid)  # each of the first tasks starts a worker
    return pool


def _let_go(executor: Executor) -> None:
    """Close our own end of the pipe that only workers read from.

    Where they were all killed and the pipe is full, Python before 3.11.5 waits for ever to write what is left
    (CPython issue 94777); with no reader at all that write ends. Later versions do the same by themselves.
    """
    reader = getattr(getattr(executor, "_call_queue", None), "_reader", None)
    if reader is not None:
        with suppress(OSError):  # the executor may be closing it at this moment
            reader.close()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes that are started meanwhile ignore the interrupt key for good: this one hears it and ends them."""
    with _go_to(signal.SIG_IGN, signal.SIGINT):
        yield


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """The interrupt key and `kill` are heard afterwards: in an executor they could leave a lock locked for ever."""
    heard: list[int] = []
    try:
        with _go_to(lambda number, _frame: heard.append(number), signal.SIGINT, signal.SIGTERM):
            yield
    finally:  # also where workers were told to stop as well, and the executor is broken
        if heard:
            signal.raise_signal(heard[0])


@contextmanager
def _go_to(
    handler: signal.Handlers | Callable[[int, FrameType | None], None], *numbers: signal.Signals
) -> Iterator[None]:
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


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever; it ends as well."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
