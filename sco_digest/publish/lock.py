"""An output folder comes in; one build at a time holds it."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sco_digest.errors import PublishError
from sco_digest.publish.disk import make_folder, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the lock file beside the output, or raise a PublishError if another build has it.

    It leaves no file behind; that of a build that was killed is no hindrance, since the system let go of it.
    """
    folder = output.resolve()
    path = folder.with_name(f".{folder.name}.sco-digest-lock")
    with refused(output):
        make_folder(folder.parent)
        handle = _acquire(path)
    if handle is None:
        raise PublishError("another build is writing this site", path=str(output), mend="wait until it has ended")
    try:
        yield
    finally:
        with suppress(OSError):  # a file that nobody holds hinders nobody
            path.unlink()
        os.close(handle)


def _acquire(path: Path) -> int | None:
    """A handle that holds the lock, None if somebody else does; again if the file went away between the two steps."""
    while True:
        handle = _opened(path)
        if not _lock(handle):
            os.close(handle)
            return None
        if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
            return handle
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        if not os.path.lexists(path):
            raise
        message = f"no lock can be had here: {error.strerror}"
        raise PublishError(message, path=str(path), mend="remove it, unless a build is at work") from error


def _lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
