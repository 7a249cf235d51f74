"""Stages and counts come in; whoever watches is told, and the seconds that each stage took go out."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")


class Watcher(Protocol):
    """Is told how far a stage is: `done` of `total`, 0 where the total is not known."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it; it may be called thousands of times."""


def nobody(stage: str, done: int, total: int) -> None:
    """The watcher that does not look."""


class Stages:
    """The only reader of the clock: how long each stage took, for the report and never for the site."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        self._watcher(name, 0, 0)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(time.perf_counter() - start, 3)

    def counted(self, name: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """Hand the items on and tell the watcher after each."""
        for done, item in enumerate(items, 1):
            yield item
            self._watcher(name, done, total)
