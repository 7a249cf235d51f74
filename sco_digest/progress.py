"""Stages and counts come in; whoever watches is told, and the seconds that each stage took go out.

This is the only reader of the clock: for the report and the command line, never for the site.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

_FIRST_DAYLIGHT = 14 * 3600
"""Seconds that the clocks of Kiritimati are ahead of Greenwich."""


class Watcher(Protocol):
    """Is told how far a stage is: `done` of `total`, 0 where the total is not known."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it; it may be called thousands of times."""


def nobody(stage: str, done: int, total: int) -> None:
    """The watcher that does not look."""


class Stages:
    """How long each stage took."""

    def __init__(self, watcher: Watcher, seconds: dict[str, float] | None = None) -> None:
        """`seconds` is where they are noted, as far as the build comes."""
        self._watcher = watcher
        self.seconds = {} if seconds is None else seconds

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


def latest_day(now: float | None = None) -> str:
    """The ISO date of this moment, or of `now` in seconds since 1970, where on Earth the day begins first.

    Elsewhere it may still be yesterday, but a text from there is not from the future.
    """
    return time.strftime("%Y-%m-%d", time.gmtime((time.time() if now is None else now) + _FIRST_DAYLIGHT))


def now() -> str:
    """The moment in ISO form, to the millisecond, in the time of Greenwich: for logs."""
    seconds, thousandths = divmod(time.time_ns() // 1_000_000, 1000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{thousandths:03}Z"


def moment() -> int:
    """What the clock says, in nanoseconds since 1970: only to know which files were changed just now."""
    return time.time_ns()
