"""What a build is asked for comes in; the report of the build before goes out, where all that it looks at is as it was.

Nothing is read but names, sizes, times and numbers on the disk, of what goes in, of the program and of what came out. A
file that was changed in the moment in which it was looked at could have the same time afterwards, so such a moment is
not trusted. The folders of what goes in are listed; those of what came out, of which there is one for each page, are
only looked at: their own times tell of a file that came or went.
"""

from __future__ import annotations

import os
from contextlib import closing
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sco_digest.cache.prints import ENDINGS, PACKAGE, of, program, running, value
from sco_digest.cache.store import Store
from sco_digest.model import BuildReport  # noqa: TC001  # the types of fields are read
from sco_digest.standing import TICK, state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sco_digest.model import BuildOptions
    from sco_digest.standing import Standing

KEY = "whole"


class Inputs(Struct, frozen=True):
    """All that a build looks at, as it was when the build began."""

    made_from: bytes
    """The print of it."""
    newest: int
    """When the last of it was changed, in nanoseconds since 1970."""


class _Whole(Struct, frozen=True, array_like=True):
    """A build that was published, and what it left."""

    made_from: bytes
    paths: bytes
    """Of the output folder and all files and folders in it, from there, with zeros between."""
    left: bytes
    """The print of what these are told by."""
    report: BuildReport


_Line = tuple[bytes, tuple[int, ...]]
"""A file and what it is told by, unread."""
_BY_NAME = attrgetter("name")
_ENDINGS = tuple(map(os.fsencode, ENDINGS))
_DECODER = msgspec.msgpack.Decoder(_Whole)


def inputs(options: BuildOptions, shipped: Path) -> Inputs | None:
    """What there is to look at now; None where that is not sure. `shipped` is the folder of the templates that ship."""
    folders = [folder.resolve() for folder in (options.seeds, options.content, options.templates, shipped) if folder]
    try:
        files = [line for folder in folders for line in _listing(folder)]
    except OSError:
        return None
    files += _code()
    asked = replace(options, jobs=0, scheduler="", force=False, explain=False, cache=True, max_drop=None)
    named = [os.fsencode(path) for path in (*folders, options.output.resolve(), options.seeds)]
    wishes = {
        name: found for name in asked.__struct_fields__ if not isinstance(found := getattr(asked, name), os.PathLike)
    }
    newest = max(max(told[3:]) for _, told in files)
    return Inputs(of(running(), value(named, wishes, files)), newest)


def unchanged(options: BuildOptions, shipped: Path) -> BuildReport | None:
    """The report of the build before, as that of one that had nothing to do; None where there may be something."""
    if not options.cache or not Store.beside(options.output).exists():
        return None
    with closing(Store(Store.beside(options.output))) as store:
        before = store.read(KEY, _DECODER)
    now = inputs(options, shipped) if before else None
    if before is None or now is None or now.made_from != before.made_from:
        return None
    return before.report if _left(options.output, before.paths) == before.left else None


def remember(store: Store, standing: Standing, before: Inputs | None, report: BuildReport, began: int) -> None:
    """Tell the next build of this one, which left these files and folders in the output folder, itself among them.

    `began` is when it began, in nanoseconds since 1970. A build with a problem that may pass is not told of: a text
    that could not be read may be readable now, and be as it was.
    """
    passing = any(problem.passing for problem in report.problems)
    if before and before.newest < began - TICK and not passing:
        same = replace(report, changes=(), rebuilt={}, seconds={})
        left = value([one.state for one in standing.values()])
        paths = b"\0".join(map(os.fsencode, standing))
        store.put(KEY, msgspec.msgpack.encode(_Whole(before.made_from, paths, left, same)))


def _code() -> list[_Line]:
    """The files of this program; where links are among them, as some installers make them, their bytes."""
    try:
        return [line for line in _listing(PACKAGE) if line[0].endswith(_ENDINGS)]
    except OSError:
        return [(program(), (0,) * 5)]


def _left(output: Path, paths: bytes) -> bytes:
    """The print of what these files and folders in the output folder are told by; empty where one is gone."""
    place = os.fsencode(output.resolve())
    try:
        return value([state(os.lstat(place + b"/" + path)) for path in paths.split(b"\0")])
    except OSError:
        return b""


def _listing(folder: Path) -> Iterator[_Line]:
    """Each file below a folder, or the one file that it is, and what it is told by, always in the same order.

    Raises OSError where something cannot be looked at.
    """
    if not folder.is_dir():
        yield os.fsencode(folder), state(folder.stat())
        return
    for entry in _entries(os.fsencode(folder)):
        if not entry.is_dir():
            yield entry.path, state(entry.stat(follow_symlinks=False))


def _entries(folder: bytes) -> Iterator[os.DirEntry[bytes]]:
    """All files and folders below a folder, always in the same order.

    Raises OSError where one cannot be listed, and for a link, behind which anything may change unseen.
    """
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            entries = sorted(found, key=_BY_NAME)
        for entry in entries:
            if entry.is_symlink():
                raise OSError(entry.path)
            if entry.is_dir():
                waiting.append(entry.path)
            yield entry
