"""A path comes in; a file to write goes out, which replaces the one that is there when all of it is written."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO, TYPE_CHECKING

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Iterator

_STREAMS = ("/dev/", "/proc/")
"""Where names stand for what is open already, be it a file."""
_NO_OTHER = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What a folder says that takes no other file."""


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """The file; whatever stops the writing leaves the one before as it was.

    A pipe, a device, and a file whose folder takes no other are written to at once. A DigestError where the system
    refuses.
    """
    place = Path(os.path.realpath(path))  # which does not mind a link to itself, as resolve() does
    half: Path | None = None
    try:
        half = None if is_stream(path) else _beside(place)
        with (half or path).open("wb") as file:
            yield file
            file.flush()
            if half:
                os.fsync(file.fileno())
        if half:
            _replace(half, place)
    except OSError as error:
        if error.errno == errno.EPIPE or error.filename not in (None, *map(str, (path, place, half))):  # of another
            raise
        message = f"cannot be written: {error.strerror or error}"
        raise DigestError(message, path=str(path), mend="name a file that can be") from error
    finally:
        if half:
            with suppress(OSError):
                half.unlink()


def is_stream(path: Path) -> bool:
    """Whether it is there and no file but a pipe, a terminal or the like, which can be written to only once."""
    return str(path.absolute()).startswith(_STREAMS) or (path.exists() and not path.is_file())


def _beside(place: Path) -> Path | None:
    """A new file in the same folder, which nobody else can have made; None where there can only be the one."""
    half = place.with_name(f".sco-digest-{token_hex(8)}")
    try:
        os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except OSError as error:
        if error.errno in _NO_OTHER and os.access(place, os.W_OK):
            return None
        raise OSError(error.errno, error.strerror) from error
    if place.is_file():
        shutil.copymode(place, half)
    return half


def _replace(half: Path, place: Path) -> None:
    """Put it in its place; a file that is mounted by itself can only be written into."""
    try:
        half.replace(place)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        shutil.copyfile(half, place)
