"""The stages of a build come in; a moving bar goes out on a terminal, plain lines elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sco_digest.cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import TaskID

    from sco_digest.progress import Watcher


@contextmanager
def watching() -> Iterator[Watcher]:
    """A watcher that shows what it is told, and clears the terminal behind it."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield Bars(progress)


class Lines:
    """One line a stage, as it begins."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say the stage's name once."""
        if done == 0:
            say(f"{stage} ...")


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
