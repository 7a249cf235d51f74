"""The stages of a build come in; a moving bar goes out on a terminal, plain lines elsewhere."""

from __future__ import annotations

import errno
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.cli.log import Log
    from sco_digest.progress import Watcher


@contextmanager
def watching(log: Log, *, bars: bool = True) -> Iterator[Watcher]:
    """A watcher that shows what it is told: with bars on a terminal, which it clears behind it, else in the log."""
    if not (bars and sys.stderr and sys.stderr.isatty()):
        yield Told(log)
        return
    with import_module("sco_digest.cli.bars").moving() as moving:  # which takes longer to load than all else
        yield moving


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
