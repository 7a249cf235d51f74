"""Paths and bytes come in, a new tree on disk goes out, with unchanged files taken over from the tree before."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sco_digest.model import Published
from sco_digest.publish.disk import flush

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW = 200
"""Up to here each new file is flushed by itself, beyond it the whole disk once: for thousands of files that takes a
fraction of the time."""


class Tree:
    """A site folder under construction at `root`, beside the folder `previous` that it will replace."""

    def __init__(self, root: Path, previous: Path) -> None:
        self._root = root
        self._previous = previous
        self._folders: set[Path] = {root}
        self._paths: set[str] = set()
        self._written: list[str] = []
        self._bytes = 0

    def begin(self) -> None:
        """Make the empty folder, with the access rights of the one that it replaces."""
        self._root.mkdir()
        if self._previous.is_dir():
            shutil.copymode(self._previous, self._root)

    def add(self, path: str, data: bytes) -> None:
        """Put one file in its place: by a hard link to the same file of the tree before, else by writing it."""
        target = self._place(path)
        if not _take_over(self._previous / path, target, data):
            target.write_bytes(data)
            self._written.append(path)
        self._bytes += len(data)

    def keep(self, path: str) -> None:
        """Take one file over from the tree before, whatever is in it."""
        target, source = self._place(path), self._previous / path
        try:
            target.hardlink_to(source)
        except OSError:  # a file system without links
            shutil.copy2(source, target)
        self._bytes += target.stat().st_size

    def finish(self, marker: str, text: bytes) -> Published:
        """Write the marker as the last of all and see to it that the disk has everything before the swap."""
        before = set(_files(self._previous)) - {marker}
        published = Published(
            files=len(self._paths),
            bytes=self._bytes,
            added=tuple(sorted(path for path in self._written if path not in before)),
            changed=tuple(sorted(path for path in self._written if path in before)),
            removed=tuple(sorted(before - self._paths)),
        )
        self.add(marker, text)
        if len(self._written) > FEW:
            os.sync()
        else:
            written = [self._root / path for path in self._written]
            for place in [*written, *sorted({file.parent for file in written} | {self._root})]:
                flush(place)
        return published

    def _place(self, path: str) -> Path:
        target = self._root / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        self._paths.add(path)
        return target


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder, relative to it."""
    for top, _, names in os.walk(folder):
        where = Path(top).relative_to(folder).as_posix()
        yield from (name if where == "." else f"{where}/{name}" for name in names)


def _take_over(old: Path, new: Path, data: bytes) -> bool:
    """Link `new` to `old` if that is a plain file with these very bytes; it then keeps its time as well."""
    try:
        if old.is_symlink() or old.stat().st_size != len(data) or old.read_bytes() != data:
            return False
        new.hardlink_to(old)
    except OSError:  # no such file, or a file system without links: write it
        return False
    return True
