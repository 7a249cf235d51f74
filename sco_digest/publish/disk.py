"""Calls of the file system come in; what it refuses goes out as one clear line, and what it holds back is flushed."""

from __future__ import annotations

import ctypes
import os
import stat
from contextlib import contextmanager
from errno import EINVAL
from typing import TYPE_CHECKING

from sco_digest.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
"""Linux's call that flushes one file system and says what could not be written; None elsewhere."""


@contextmanager
def refused(
    path: Path,
    doing: str = "written",
    mend: str = "nothing was published; the site before, if there was one, is untouched",
) -> Iterator[None]:
    """Turn an error of the file system into a PublishError that names `path`, and that it cannot be written or read."""
    try:
        yield
    except OSError as error:
        raise PublishError(f"cannot be {doing}: {error.strerror or error}", path=str(path), mend=mend) from error


def make_folder(folder: Path) -> None:
    """Make it, with those above it that are missing, and see to it that their names survive a loss of power."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        flush(one.parent)


def flush(path: Path) -> None:
    """See to it that a file, or the names in a folder, survive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != EINVAL or not stat.S_ISDIR(os.fstat(handle).st_mode):  # some file systems cannot, for folders
            raise
    finally:
        os.close(handle)


def flush_all(folder: Path) -> None:
    """See to it that all files of the file system survive that; one call is quicker than thousands."""
    if _syncfs is None:
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if _syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)
