"""A task and many items come in, results go out in the order of the items, from one executor or another.

Whatever offers the interface of `concurrent.futures.Executor` will do: this process, a pool of processes, a cluster.
The results are the same, since a task sees nothing but its arguments.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
import traceback
from collections import deque
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from itertools import islice
from multiprocessing import get_context
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
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
    executor = InProcess() if workers == 1 else Processes(workers)
    all_done = False
    try:
        yield executor
        all_done = True
    except BrokenExecutor as error:
        raise DigestError(
            "a worker process ended before its work was done", mend="there may be too little memory; try --jobs 1"
        ) from error
    finally:
        with _interrupts_later():
            executor.shutdown(cancel_futures=not all_done)


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


class Worker(NamedTuple):
    """A process and our end of the pipe to it."""

    process: SpawnProcess
    pipe: Connection


class Processes(ThreadPoolExecutor):
    """Hands each task to a process of its own through a pipe that only the two share.

    The pool of the standard library has queues and locks which all of its processes share, and a process that is
    killed at the wrong moment leaves them locked or half written, for ever (CPython issue 94777 is one case). Here
    it leaves the end of a pipe, which is noticed at once.
    """

    def __init__(self, workers: int) -> None:
        super().__init__(workers)
        with _interrupts_later(), _interrupts_ignored():
            self._workers = [_started() for _ in range(workers)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Return the future of `fn(*args, **kwargs)`, which a process will work on as soon as one is idle."""
        return super().submit(self._ask, fn, args, kwargs)

    def _ask(self, fn: Callable[..., Result], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Result:
        worker = self._idle.get()
        try:
            worker.pipe.send((fn, args, kwargs))
            result, error = worker.pipe.recv()
        except (EOFError, OSError) as broken:
            raise BrokenExecutor(f"worker process {worker.process.pid} has ended") from broken
        finally:
            self._idle.put(worker)
        if error is not None:
            raise error
        return result  # type: ignore[no-any-return]  # whatever `fn` gives came through the pipe

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; with `cancel_futures` those that are still at work are killed."""
        if cancel_futures:
            for worker in self._workers:
                worker.process.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)
        if wait:
            for worker in self._workers:
                worker.pipe.close()
                worker.process.join()


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


def _started() -> Worker:
    """A fresh process, which shares nothing with this one and ends with it, since its pipe then has an end."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    there.close()
    return Worker(process, here)


def _serve(pipe: Connection) -> None:
    with suppress(EOFError, ConnectionError):  # the other end is closed, or its process gone
        while True:
            pipe.send_bytes(_answer(*pipe.recv()))


def _answer(fn: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    """The result, or the error in its place, ready to be sent."""
    try:
        return pickle.dumps((fn(*args, **kwargs), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # whatever it is, it belongs to whoever asks for the result
        error.add_note("In a worker process:\n" + traceback.format_exc())  # which would not travel by itself
        return pickle.dumps((None, error))


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
