"""A task and many items come in, results go out in the order of the items, from one executor or another.

Whatever offers the interface of `concurrent.futures.Executor` will do: this process, a pool of processes, a cluster.
The results are the same, since a task sees nothing but its arguments.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Sized
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sco_digest.errors import DigestError
from sco_digest.workers.interrupts import interrupts_later
from sco_digest.workers.processes import Processes
from sco_digest.workers.way import HERE, Way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Setup = TypeVar("Setup")
Item = TypeVar("Item")
Result = TypeVar("Result")

CLUSTER = "sco_digest.workers.cluster"
"""The room that speaks with a cluster; it is loaded when one is asked for, since what it needs takes long to load."""
WORTH_A_WORKER = 50
"""Articles or pages for which starting a process pays."""
GLANCE = 0.5
"""Seconds after which waiting for a result is interrupted, to hear the interrupt key and to look after the workers."""


@contextmanager
def open_executor(jobs: int, items: int, scheduler: str = "") -> Iterator[Executor]:
    """An executor of `jobs` processes; 0 takes as many as the processors and the number of items are good for.

    With the address of a Dask scheduler it is the workers of that cluster.
    """
    opened = import_module(CLUSTER).connected(scheduler) if scheduler else _on_this_machine(jobs, items)
    with opened as executor:
        yield executor


def spread(
    executor: Executor, task: Callable[[Setup, Item], Result], setup: Setup, items: Iterable[Item]
) -> Iterator[Result]:
    """`task(setup, item)` for each item, in their order, with no more than a window of them under way."""
    way: Way = getattr(executor, "way", Way())
    if isinstance(items, Sized) and len(items) < way.few:
        executor, way = InProcess(), HERE
    shared = way.share(setup)
    under_way: deque[Future[list[Result]]] = deque()
    for chunk in _chunks(items, way.chunk):
        with way.hearing():
            under_way.append(executor.submit(_work, task, shared, chunk))
        if len(under_way) >= way.ahead:
            yield from _fetch(under_way.popleft(), way)
    while under_way:
        yield from _fetch(under_way.popleft(), way)


class InProcess(Executor):
    """Does each task at once, in this process."""

    way = HERE

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Return a future that is already done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # whatever it is, it belongs to whoever asks for the result
            future.set_exception(error)
        return future


@contextmanager
def _on_this_machine(jobs: int, items: int) -> Iterator[Executor]:
    workers = jobs or max(1, min(_processors(), items // WORTH_A_WORKER))
    executor = InProcess() if workers == 1 else Processes(workers, few=0 if jobs else WORTH_A_WORKER)
    all_done = False
    try:
        yield executor
        all_done = True
    except BrokenExecutor as error:
        raise DigestError(
            "a worker process ended before its work was done", mend="there may be too little memory; try --jobs 1"
        ) from error
    finally:
        with interrupts_later():
            executor.shutdown(cancel_futures=not all_done)


def _fetch(future: Future[list[Result]], way: Way) -> list[Result]:
    while True:
        with way.hearing():
            if future.done() or wait((future,), GLANCE).done:
                return future.result()
        way.look()


def _work(task: Callable[[Setup, Item], Result], setup: Setup, chunk: list[Item]) -> list[Result]:
    return [task(setup, item) for item in chunk]


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
