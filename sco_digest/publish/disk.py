"""Calls of the file system come in; what it refuses goes out as one clear line, and what it holds back is flushed."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sco_digest.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """Turn an error of the file system into a PublishError that names `path`."""
    try:
        yield
    except OSError as error:
        raise PublishError(
            f"cannot be written: {error.strerror or error}",
            path=str(path),
            mend="nothing was published; the site before, if there was one, is untouched",
        ) from error


def flush(path: Path) -> None:
    """See to it that a file, or the names in a folder, survive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
