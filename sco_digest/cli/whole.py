"""A path comes in; a file to write goes out, which replaces the one that is there when all of it is written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from errno import EPIPE
from typing import IO, TYPE_CHECKING

from sco_digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """The file; whatever stops the writing leaves the one before as it was. A pipe or a device is written to at once.

    A DigestError where the system refuses.
    """
    place = path.resolve()
    half = path if is_stream(path) else place.with_name(f".{place.name}.sco-digest-half")
    try:
        with half.open("wb") as file:
            yield file
            file.flush()
            if half is not path:
                os.fsync(file.fileno())
        if half is not path:
            half.replace(place)
    except OSError as error:
        if error.errno == EPIPE or error.filename not in (None, str(path), str(half)):  # of something else
            raise
        message = f"cannot be written: {error.strerror or error}"
        raise DigestError(message, path=str(path), mend="name a file that can be") from error
    finally:
        if half is not path:
            half.unlink(missing_ok=True)


def is_stream(path: Path) -> bool:
    """Whether it is there and no file but a pipe, a terminal or the like, which can be written to only once."""
    return path.exists() and not path.is_file()
