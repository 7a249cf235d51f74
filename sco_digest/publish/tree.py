"""Paths and bytes come in, a new tree on disk goes out, with unchanged files taken over from the tree before."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from sco_digest.model import Published
from sco_digest.publish.disk import flush

if TYPE_CHECKING:
    from pathlib import Path

FEW = 200
"""Up to here each new file is flushed by itself, beyond it the whole disk once: for thousands of files that takes a
fraction of the time."""


class Tree:
    """A site folder under construction at `root`, beside the folder `previous` that it will replace."""

    def __init__(self, root: Path, previous: Path) -> None:
        self._root = root
        self._previous = previous
        self._folders: set[Path] = {root}
        self._written: list[Path] = []
        self._files = 0
        self._bytes = 0

    def begin(self) -> None:
        """Make the empty folder, with the access rights of the one that it replaces."""
        self._root.mkdir()
        if self._previous.is_dir():
            shutil.copymode(self._previous, self._root)

    def add(self, path: str, data: bytes) -> None:
        """Put one file in its place: by a hard link to the same file of the tree before, else by writing it."""
        target = self._root / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        if not _take_over(self._previous / path, target, data):
            target.write_bytes(data)
            self._written.append(target)
        self._files += 1
        self._bytes += len(data)

    def finish(self, marker: str, text: bytes) -> Published:
        """Write the marker as the last of all and see to it that the disk has everything before the swap."""
        published = Published(files=self._files, bytes=self._bytes, written=len(self._written))
        self.add(marker, text)
        if len(self._written) > FEW:
            os.sync()
        else:
            for path in [*self._written, *sorted({file.parent for file in self._written} | {self._root})]:
                flush(path)
        return published


def _take_over(old: Path, new: Path, data: bytes) -> bool:
    """Link `new` to `old` if that is a plain file with these very bytes; it then keeps its time as well."""
    try:
        if old.is_symlink() or old.stat().st_size != len(data) or old.read_bytes() != data:
            return False
        new.hardlink_to(old)
    except OSError:  # no such file, or a file system without links: write it
        return False
    return True
