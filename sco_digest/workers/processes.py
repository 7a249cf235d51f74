"""Tasks come in, and go to processes of this machine; their results go out."""

from __future__ import annotations

import pickle
import traceback
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sco_digest.workers.interrupts import interrupts_later, interrupts_withheld
from sco_digest.workers.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Result = TypeVar("Result")


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

    def __init__(self, workers: int, few: int = 0) -> None:
        """As many workers, which are started when there is work; a list of fewer items than `few` is none for them."""
        super().__init__(workers)
        self.way = Way(few=few)
        self._count = workers
        self._workers: list[Worker] = []
        self._idle: SimpleQueue[Worker] = SimpleQueue()

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Return the future of `fn(*args, **kwargs)`, which a process will work on as soon as one is idle."""
        if not self._workers:
            with interrupts_later(), interrupts_withheld():
                self._workers = [_started() for _ in range(self._count)]
            for worker in self._workers:
                self._idle.put(worker)
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
