"""The stages of a build come in; a moving bar goes out on a terminal, plain lines elsewhere."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import TaskID

    from sco_digest.cli.log import Log
    from sco_digest.progress import Watcher


@contextmanager
def watching(log: Log, *, bars: bool = True) -> Iterator[Watcher]:
    """A watcher that shows what it is told: with bars on a terminal, which it clears behind it, else in the log."""
    console = Console(stderr=True)
    if not bars or not console.is_terminal:
        yield Told(log)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield Bars(progress)


class Told:
    """Each stage in the log, as it begins."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say the stage's name once."""
        if done:
            return
        try:
            self._log.tell("stage", f"{stage} ...", stage=stage)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read our output has seen enough
                raise
            message = f"what is done cannot be told: {error.strerror or error}"
            raise DigestError(message, mend="look at the disk that the output of this command goes to") from error


class Bars:
    """One bar a stage."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Move the stage's bar."""
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=None)
        self._progress.update(self._tasks[stage], completed=done, total=total or None)
