"""A folder or file comes in; the seed files in it, in the order of their paths, and their bytes go out."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING
from unicodedata import category

from msgspec import Struct

from sco_digest.errors import SeedError, UnreadError
from sco_digest.model import Problem
from sco_digest.regular import ChangingError, opened
from sco_digest.standing import state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = 1 << 20
"""Bytes that are read at a time."""
_SPLIT = "split it, or raise max_megabytes in site.yaml"
_NEAR = {".text": ".txt", ".markdown": ".md", ".json": ".jsonl", ".ndjson": ".jsonl", ".ndjson.gz": ".jsonl.gz"}
"""Endings that are nearly ours: such a file is named; any other ending is none of our business."""


class Found(Struct, frozen=True):
    """A seed file that can be opened."""

    place: Path
    path: str
    """Relative to the seeds folder, with `/`."""
    file: str
    """As the user knows it, for messages."""
    ending: str
    """The ending in small letters, such as `.jsonl.gz`."""
    state: tuple[int, ...]
    """What it was told by when it was looked at."""

    @property
    def id(self) -> str:
        """The path without its ending."""
        return self.path[: -len(self.ending)]


def find(path: Path, endings: Iterable[str]) -> Iterator[Found | Problem]:
    """The seed files below a folder (or this one file) by path, and a Problem in the place of each that is refused."""
    endings = tuple(endings)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise SeedError(message, path=str(path), mend="create it, or name another file or folder") from error
    if not is_folder:
        yield _look(path, path.name, endings) or _unknown(path, endings)
        return
    root = path.resolve()
    unlisted: list[Problem] = []
    for name in sorted(_walk(path, endings, unlisted)):
        item = _look(path / name, name, endings, root)
        if item:
            yield item
    yield from sorted(unlisted, key=lambda problem: problem.path)


def find_again(path: Path, file: str, endings: Iterable[str]) -> Found | Problem:
    """What `find` gives for one `file` that it has given before, as that is now."""
    place, endings = Path(file), tuple(endings)
    if place == path:
        return _look(path, path.name, endings) or _unknown(path, endings)
    return _look(place, place.relative_to(path).as_posix(), endings, path.resolve()) or _unknown(place, endings)


def read_bytes(found: Found, max_bytes: int) -> tuple[bytes, tuple[int, ...]]:
    """The bytes of a file, unpacked where it is packed, and what the file is told by.

    No more bytes than one above `max_bytes` are ever held.
    """
    too_long = SeedError(f"longer than the {max_bytes / 1e6:g} MB that are read", line=1, mend=_SPLIT)
    try:
        with opened(found.place) as raw:
            now = os.fstat(raw.fileno())
            if now.st_size > max_bytes:  # what unpacks to nothing takes its time too
                raise too_long
            data = _at_most(gzip.GzipFile(fileobj=raw) if found.ending.endswith(".gz") else raw, max_bytes + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise SeedError("not a whole gzip file", line=1, mend="pack it anew, or put it here unpacked") from error
    except ChangingError as error:
        raise UnreadError(f"cannot be read: {error.strerror}", mend="build again when it is complete") from error
    except OSError as error:
        raise UnreadError(f"cannot be read: {error.strerror}", mend="look at its permissions") from error
    if len(data) > max_bytes:
        raise too_long
    return data, state(now)


def _at_most(file: IO[bytes] | gzip.GzipFile, most: int) -> bytes:
    """So many bytes, piece by piece: room is taken for what is there, not for all that may be."""
    pieces: list[bytes] = []
    while most > 0 and (piece := file.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _walk(folder: Path, endings: tuple[str, ...], unlisted: list[Problem]) -> Iterator[str]:
    """Paths of what has to be looked at: files and folders named like a seed, links to folders; nothing hidden."""

    def on_error(error: OSError) -> None:
        message = f"cannot be listed: {error.strerror}"
        unlisted.append(Problem(_shown(error.filename), 0, message, "look at its permissions", passing=True))

    start = len(f"{folder}/")
    for top, folders, files in os.walk(folder, onerror=on_error):
        odd = [name for name in folders if _ending(name, endings) or os.path.islink(f"{top}/{name}")]  # noqa: PTH114
        named = [name for name in files if _ending(name, (*endings, *_NEAR))]
        for name in (*named, *odd):
            if not name.startswith("."):
                yield f"{top}/{name}"[start:]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in odd]


def _look(place: Path, name: str, endings: tuple[str, ...], root: Path | None = None) -> Found | Problem | None:
    """A seed file, a Problem where one cannot be read, None where nobody takes it for one."""
    ending = _ending(name, endings)
    near = _ending(name, _NEAR)
    if near and not ending:
        return Problem(
            _shown(place), 0, f"a file that ends in {near} is not read", f"rename it to end in {_NEAR[near]}"
        )
    try:
        now = _refuse(place, name, root)
    except SeedError as error:
        return Problem(_shown(place), error.line, error.message, error.mend)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        return Problem(_shown(place), 0, message, "look at its permissions, or remove it", passing=True)
    return Found(place, name, str(place), ending, state(now)) if ending else None


def _refuse(place: Path, name: str, root: Path | None) -> os.stat_result:
    """What the file is now; raise where this is no regular file of the folder with a name that can be shown."""
    odd = () if name.isprintable() else name  # nearly all names are plain, and there are thousands
    if any(category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in odd):
        raise SeedError("the name of the file is not UTF-8 or holds a control character", mend="rename it")
    now = place.lstat()
    linked = stat.S_ISLNK(now.st_mode)
    if root and linked:
        _refuse_link(place, Path(os.path.realpath(place, strict=True)), root)
    now = place.stat() if linked else now
    is_folder = stat.S_ISDIR(now.st_mode)
    if is_folder and not linked:
        raise SeedError("a folder with the name of a text file", mend="rename it, so that what is in it is read")
    if not stat.S_ISREG(now.st_mode) and not is_folder:
        raise SeedError("not a regular file but a pipe, socket or device", mend="put a text file in its place")
    return now


def _refuse_link(place: Path, target: Path, root: Path) -> None:
    """Raise where a link leads out of the seeds, or to a folder that it is in; what is at others is read there."""
    if not target.is_relative_to(root):
        raise SeedError("a link out of the seeds folder is not followed", mend="copy the file to this place instead")
    if place.parent.resolve().is_relative_to(target):
        raise SeedError("a link that leads in a circle is not followed", mend="remove it")


def _ending(name: str, endings: Iterable[str]) -> str:
    """The ending in small letters, if it is one of these."""
    lower = name.lower()
    return next((ending for ending in endings if lower.endswith(ending)), "")


def _unknown(path: Path, endings: tuple[str, ...]) -> Problem:
    return Problem(_shown(path), 0, "its ending is not known", f"rename it to end in {' or '.join(endings)}")


def _shown(path: object) -> str:
    r"""A path with what cannot be printed written out, such as `\udcff` for a byte that is not UTF-8."""
    return "".join(
        f"\\u{ord(character):04x}" if category(character) in {"Cc", "Cs", "Zl", "Zp"} else character
        for character in str(path)
    )
