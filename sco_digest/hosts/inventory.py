"""A built site comes in; the paths and sizes of all that is in it go out."""

from __future__ import annotations

import os
import stat
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Inventory(Struct, frozen=True):
    """All that an upload would carry. Paths are relative, with `/`, in their order."""

    files: dict[str, int]
    """The bytes of each file."""
    folders: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    """What is neither a file nor a folder: symbolic links, pipes."""

    @property
    def bytes(self) -> int:
        """Of all files."""
        return sum(self.files.values())

    def by_folder(self) -> dict[str, int]:
        """How many files each folder holds itself; the top is the empty path."""
        return Counter(path.rpartition("/")[0] for path in self.files)

    def by_top(self) -> dict[str, int]:
        """How many files each folder at the top holds at any depth."""
        return Counter(path.partition("/")[0] for path in self.files if "/" in path)


def inventory(site: Path) -> Inventory:
    """Read names and sizes, no contents; a million files take some seconds."""
    files: dict[str, int] = {}
    folders: list[str] = []
    odd: list[str] = []
    for path, mode, size in sorted(_entries(os.fspath(site), "")):
        if stat.S_ISREG(mode):
            files[path] = size
        else:
            (folders if stat.S_ISDIR(mode) else odd).append(path)
    return Inventory(files, tuple(folders), tuple(odd))


def _entries(folder: str, above: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            found = entry.stat(follow_symlinks=False)
            yield above + entry.name, found.st_mode, found.st_size
            if stat.S_ISDIR(found.st_mode):
                yield from _entries(entry.path, f"{above}{entry.name}/")
