"""Paths and bytes come in, a new tree on disk goes out, with unchanged files taken over from the tree before."""

from __future__ import annotations

import os
import shutil
import stat
from errno import EACCES
from typing import TYPE_CHECKING, Self

from sco_digest.model import Published
from sco_digest.publish.disk import flush, flush_all
from sco_digest.publish.freed import Freed
from sco_digest.publish.names import key_of
from sco_digest.standing import standing, told

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.standing import Told

FEW = 200
"""Up to here each file and folder is flushed by itself, beyond it the whole file system once: for thousands of files
that takes a fraction of the time."""


class Tree:
    """A site folder under construction at `root`, beside the folder `previous` that it will replace.

    There may be a tree at `root` already: the one before `previous`, of which whatever is a link to the same file of
    `previous` can stay where it is. Nothing else in it is believed, and no file of it is written into.
    """

    def __init__(self, root: Path, previous: Path) -> None:
        self._root = root
        self._folder_before = previous
        self._inside, self._inside_before = f"{root}/", f"{previous}/"
        """What the path of each file begins with: to join thousands of Paths takes longer than to write the files."""
        self.previous: dict[str, Told] = {}
        """What stands in the folder before, by paths from there, but folders."""
        self._looked_at: dict[str, Told] = {}
        """What stood in the tree when it was begun."""
        self._here: dict[str, Told] = {}
        """The files that are in it now, but those that were written anew."""
        self._folders: set[str] = set()
        self._spelled: dict[str, str] = {}
        self._paths: set[str] = set()
        self._written: list[str] = []
        self._unflushed: list[str] = []
        self._links: list[str] = []
        self._touched = {""}
        """Folders in which a name is new or gone."""
        self._bytes = 0
        self._freed = Freed()

    def begin(self) -> Self:
        """Make the folder, unless it is there; PermissionError where what is there is not ours to change."""
        self._root.mkdir(exist_ok=True)
        _must_be_ours(str(self._root))
        self._looked_at = standing(self._root)
        self._here = {path: one for path, one in self._looked_at.items() if not one.is_folder}
        self._folders = self._looked_at.keys() - self._here.keys()
        for folder in self._folders:
            _must_be_ours(f"{self._root}/{folder}")
        self._spelled = {key_of(path): path for path in self._looked_at}
        if self._folder_before.is_dir():
            self._root.chmod(stat.S_IMODE(self._folder_before.stat().st_mode) | stat.S_IRWXU)
            found = standing(self._folder_before)
            self.previous = {path: one for path, one in found.items() if not one.is_folder}
        return self

    def has(self, path: str) -> bool:
        """Take one file over from the tree before, if it is here already; this asks nothing of the system."""
        before = self.previous.get(path)
        if before is None or not before.is_plain or self._here.get(path) != before:
            return False
        self._paths.add(path)
        self._bytes += before.size
        return True

    def add(self, path: str, data: bytes) -> None:
        """Put one file in its place: by a hard link to the same file of the tree before, else by writing it."""
        self._bytes += len(data)
        self._paths.add(path)
        if not self._holds(path, data) or not self._linked(path):
            self._write(path, data)

    def keep(self, path: str) -> None:
        """Take one file over from the tree before, whatever is in it."""
        self._paths.add(path)
        before = self.previous.get(path)
        if not self._linked(path):
            shutil.copy2(self._inside_before + path, self._place(path))
            self._unflushed.append(path)
            if before and told(self._inside_before + path).lasting != before.lasting:
                self._here[path] = before  # somebody has changed it meanwhile
        self._bytes += before.size if before and before.is_plain else 0

    def finish(self, marker: str, text: bytes) -> Published:
        """Write the marker as the last of all, take the access rights of the folder before, and have it on the disk."""
        before = self.previous.keys() - {marker}
        published = Published(
            files=len(self._paths),
            bytes=self._bytes,
            added=tuple(sorted(path for path in self._written if path not in before)),
            changed=tuple(sorted(path for path in self._written if path in before)),
            removed=tuple(sorted(before - self._paths)),
        )
        self.add(marker, text)
        self._sweep()
        if self._folder_before.is_dir():
            shutil.copymode(self._folder_before, self._root)
        self._flush()
        return published

    def standing(self) -> dict[str, Told]:
        """What each file and folder of the finished tree is told by.

        Nothing is looked at again that was not touched by this build: what somebody else has touched meanwhile is told
        by something else than this says, and so the next build sees it.
        """
        touched = {*self._unflushed, *self._links, *self._touched}
        return {
            path: self._now(path) if path in touched else self._looked_at[path]
            for path in (*self._paths, *self._folders)
        }

    def _now(self, path: str) -> Told:
        """What something is told by after this build has touched it; of what somebody else has changed, as it was."""
        now, taken_over = told(self._inside + path), self._here.get(path)
        return taken_over if taken_over and taken_over.lasting != now.lasting else now

    def _flush(self) -> None:
        """Have all that is new on the disk, so that a loss of power after the swap loses nothing of it."""
        touched = sorted(self._touched & {*self._folders, ""})
        if len(self._unflushed) + len(touched) > FEW:
            flush_all(self._root)
        else:
            for path in (*self._unflushed, *touched):
                flush(self._root / path)

    def _holds(self, path: str, data: bytes) -> bool:
        """Whether the tree before has these very bytes at the path, as far as it can be read."""
        file = self.previous.get(path)
        if file is None or not file.is_plain or file.size != len(data):
            return False
        try:
            return (self._folder_before / path).read_bytes() == data
        except OSError:
            return False

    def _linked(self, path: str) -> bool:
        """Let the path be the same file as in the tree before, with its time; False where it cannot be."""
        file = self.previous.get(path)
        if file is None or not file.is_plain:
            return False
        if self._here.get(path) == file:
            return True
        try:
            os.link(self._inside_before + path, self._place(path))
        except OSError:  # a file system without links
            return False
        self._here[path] = file
        self._links.append(path)
        return True

    def _write(self, path: str, data: bytes) -> None:
        with open(self._place(path), "xb") as file:  # noqa: PTH123  # never into a file that may be one of the site's
            file.write(data)
        self._written.append(path)
        self._unflushed.append(path)

    def _place(self, path: str) -> str:
        """Where the file goes, with all folders above it and nothing there."""
        self._clear(path)
        folder = path.rpartition("/")[0]
        self._folder(folder)
        self._touched.add(folder)
        return self._inside + path

    def _folder(self, path: str) -> None:
        if path and path not in self._folders:
            self._folder(path.rpartition("/")[0])
            self._clear(path)
            os.mkdir(self._inside + path)  # noqa: PTH102
            self._folders.add(path)
            self._touched.add(path.rpartition("/")[0])
            self._spelled[key_of(path)] = path

    def _clear(self, path: str) -> None:
        """Remove what stands at a path, also under another spelling that a file system may take for the same."""
        path = self._spelled.get(key_of(path), path)
        if path in self._folders:
            self._freed.finish()
            shutil.rmtree(self._inside + path)
            self._folders = {one for one in self._folders if one != path and not one.startswith(f"{path}/")}
            self._here = {one: file for one, file in self._here.items() if not one.startswith(f"{path}/")}
        elif path in self._here:
            self._remove(path)
            del self._here[path]

    def _remove(self, path: str) -> None:
        if self._here[path].is_plain:
            self._freed.remove(self._inside + path)
        else:
            (self._root / path).unlink()

    def _sweep(self) -> None:
        """Remove whatever is no part of the site."""
        for path in self._here.keys() - self._paths:
            self._remove(path)
            self._touched.add(path.rpartition("/")[0])
        self._freed.finish()  # over a network a file that somebody has open keeps a name in its folder
        needed: set[str] = set()
        for path in self._paths:
            folder = path.rpartition("/")[0]
            while folder and folder not in needed:
                needed.add(folder)
                folder = folder.rpartition("/")[0]
        for folder in sorted(self._folders - needed, reverse=True):
            (self._root / folder).rmdir()
            self._touched.add(folder.rpartition("/")[0])
        self._folders &= needed


def _must_be_ours(folder: str) -> None:
    """Raise a PermissionError for a folder that we may not list or write into."""
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
