"""An output folder and the sites that are whole come in; what else a reader saw who looks all the while goes out."""

from __future__ import annotations

import hashlib
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.torture.ground import Site


PAUSE = 0.04
"""Seconds between two looks."""


class Reader:
    """Reads the whole folder again and again, as a host that serves it or copies it would."""

    def __init__(self, output: Path, whole: list[Site], *, none: bool = False) -> None:
        """`none` says that there may be no site at any moment, as there was none before."""
        self._output = output
        self._whole = whole
        self._none = none
        self._stop = threading.Event()
        self._pause = threading.Lock()
        self._there = False
        self.reads = False
        """Whether its thread still looks."""
        self.looks = 0
        """How often it saw one site from the beginning to the end."""
        self.faults: list[str] = []
        self._error: BaseException | None = None

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """In a thread, meanwhile; what it failed with, if it did, is raised at the end."""
        thread = threading.Thread(target=self._read, daemon=True)
        self.reads = True
        thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            thread.join()
        if self._error:
            raise self._error

    @contextmanager
    def looking_away(self) -> Iterator[None]:
        """While the test itself takes the site away."""
        with self._pause:
            yield
            self._there = self._output.exists()

    def said(self) -> tuple[str, ...]:
        """What was wrong since the last time that this was asked, each once."""
        with self._pause:
            faults, self.faults = dict.fromkeys(self.faults), []
        return tuple(faults)

    def verdict(self, builds: int) -> tuple[str, ...]:
        """All that was wrong; also that it looked less often than once for each of so many builds."""
        few = f"the reader saw no more than {self.looks:,} whole sites while {builds:,} builds ran"
        return (*self.faults, *([few] if self.looks < builds else ()))

    def _read(self) -> None:
        try:
            self._look()
            if not self._stop.is_set():
                self._error = RuntimeError("the reader has ended before the builds did")
        except BaseException as error:  # whoever waits for the thread raises it
            self._error = error
        self.reads = False

    def _look(self) -> None:
        while not self._stop.is_set():
            with self._pause:
                try:
                    found = seen(self._output)
                except FileNotFoundError:
                    found = None
                    if self._there and not self._none:
                        self.faults.append("there was no site for a moment")
                self._there = self._there or found is not None
            if found is not None:
                self.looks += 1
                if found not in self._whole:
                    self.faults.append(f"a site of {len(found)} files that is none of the whole ones")
            self._stop.wait(PAUSE)


def seen(output: Path) -> Site | None:
    """The site in one open folder; None where another took its place meanwhile, or FileNotFoundError where none is."""
    folder = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
    try:
        before = _state(os.fstat(folder))
        try:
            found = {}
            for top, _, files, inner in os.fwalk(".", dir_fd=folder):
                for name in files:
                    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=inner), "rb") as file:
                        found[os.path.normpath(f"{top}/{name}")] = hashlib.sha256(file.read()).hexdigest()
        except FileNotFoundError:
            if _state(output.stat()) == before:
                return {"a file that was listed is not there": ""}
            return None
        return found if _state(output.stat()) == before else None
    finally:
        os.close(folder)


def _state(one: os.stat_result) -> tuple[int, int]:
    """A folder that has changed places has another time of change, even if it has come back."""
    return one.st_ino, one.st_ctime_ns
