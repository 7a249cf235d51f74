"""A command comes in; the time, the processor time and the memory that it and all that it starts took go out."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PROCESSES = Path("/proc")
OFTEN, SHARE = 0.02, 10
"""Seconds between two looks at the memory, and how many times the processor's time for a look the pause is at least."""
KIB = 1024


class Measurement(NamedTuple):
    """What one run took."""

    wall: float
    """Seconds by the clock."""
    processor: float
    """Seconds of all processors, of the command and of all that it started and waited for."""
    memory: float | None
    """Megabytes at the peak: the proportional set size (PSS), summed over the tree of processes; None where unknown."""


def measured(command: Sequence[str | Path], cwd: Path, more: Mapping[str, str]) -> Measurement:
    """Run a command to its end; one that fails is an error with what it said."""
    with TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(list(command), cwd=cwd, env=os.environ | more, stdout=said, stderr=said)
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, list(command), said.read().decode())
    return Measurement(wall, usage.ru_utime + usage.ru_stime, watch.peak)


class _Watch(threading.Thread):
    """Looks at the memory of a process and all below it as long as it runs."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.peak: float | None = None
        self._process, self._over = process, threading.Event()

    def __enter__(self) -> _Watch:
        if (PROCESSES / "self/smaps_rollup").exists():
            self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self.is_alive():
            self.join()

    def run(self) -> None:
        pause = 0.0
        while not self._over.wait(pause):
            # By the clock, one look on a busy machine would be followed by a pause in which a peak comes and goes.
            start = time.thread_time()
            self.peak = max(self.peak or 0.0, sum(map(_proportional, _tree(self._process))))
            pause = max(OFTEN, SHARE * (time.thread_time() - start))


def _tree(process: int) -> Iterator[int]:
    """The process and all that descend from it."""
    yield process
    with suppress(OSError):
        for task in (PROCESSES / str(process) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))


def _proportional(process: int) -> float:
    """Megabytes of a process, what it shares divided by those it shares it with; 0 once it has ended."""
    with suppress(OSError):
        for line in (PROCESSES / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * KIB / 1e6
    return 0.0
