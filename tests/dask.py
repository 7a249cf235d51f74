"""Dask on this machine, for tests: a scheduler and workers as real processes, which end with the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from distributed import Client

from tests.projects import ROOT, uncounted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 120
"""Seconds that a busy machine may need to start a process."""
GOODBYE = 5
"""Seconds after which a process that was told to end is killed."""


class Dask:
    """A scheduler, and the workers that were started for it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        file = home / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--no-show", "--scheduler-file", str(file))
        self.address = _address(file)
        self.workers: list[subprocess.Popen[bytes]] = []

    def work(self, count: int, home: Path = ROOT) -> None:
        """Start workers that see the program as a process in the folder `home` does."""
        words = (self.address, "--no-nanny", "--nthreads", "1", "--local-directory", str(self._home))
        self.workers += [self._start("worker", *words, home=home) for _ in range(count)]
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=PATIENCE)

    def kill_the_busiest(self) -> int:
        """Kill the worker to which most is given; how many tasks that were."""
        with Client(self.address, set_as_default=False) as client:
            given = client.processing()
            busiest = max(given, key=lambda name: len(given[name]))
            process = client.run(os.getpid, workers=[busiest])[busiest]
        killed = next(worker for worker in self.workers if worker.pid == process)
        killed.kill()
        killed.wait()
        return len(given[busiest])

    def end(self) -> None:
        """End all of it; some time to say goodbye is given, for a worker may wait for one that was killed."""
        for process in (*self.workers, self.scheduler):
            process.terminate()
        for process in (*self.workers, self.scheduler):
            try:
                process.wait(GOODBYE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, role: str, *words: str, home: Path = ROOT) -> subprocess.Popen[bytes]:
        line = [sys.executable, "-m", f"distributed.cli.dask_{role}", "--host", "127.0.0.1", "--no-dashboard", *words]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(line, cwd=home, stdout=quiet, stderr=quiet, env=uncounted() | {"PYTHONPATH": str(home)})


@contextmanager
def dask(home: Path, workers: int = 0) -> Iterator[Dask]:
    """A scheduler with so many workers, whose files lie in `home`."""
    started = Dask(home)
    try:
        if workers:
            started.work(workers)
        yield started
    finally:
        started.end()


def _address(file: Path) -> str:
    for _ in range(PATIENCE * 10):
        if file.exists() and (text := file.read_text()).endswith("}"):
            return str(json.loads(text)["address"])
        time.sleep(0.1)
    raise TimeoutError("the scheduler did not start")
