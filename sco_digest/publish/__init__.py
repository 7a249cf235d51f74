"""OutputFiles come in, a site folder goes out: all of it or nothing, and whoever reads it meanwhile sees a whole one.

The new tree is built beside the old one, taken over by hard links where a file is the same, and then changes places
with it in one step. A build that fails or is killed on the way leaves the old site as it was.

The old tree can stay beside the new one: the next build then begins with it, and makes only the links that differ.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.model import UnchangedFile
from sco_digest.publish.disk import refused
from sco_digest.publish.drop import dropped
from sco_digest.publish.exchange import recover, remove, swap
from sco_digest.publish.lock import locked
from sco_digest.publish.marker import MARKER, marking
from sco_digest.publish.names import Names
from sco_digest.publish.safety import check_output
from sco_digest.publish.tree import Tree
from sco_digest.standing import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sco_digest.model import Extent, OutputFile, Published
    from sco_digest.standing import Standing

    File = OutputFile | UnchangedFile

__all__ = ["MARKER", "Output", "check_output", "dropped", "taken"]


@contextmanager
def taken(output: Path, *, inputs: tuple[Path, ...] = (), force: bool = False) -> Iterator[Output]:
    """Hold the folder `output`, which nobody else can build meanwhile; PublishError where it must not be replaced.

    `inputs` are folders that it may neither hold nor lie in; `force` takes over a folder of someone else.
    """
    check = partial(check_output, output, inputs=inputs, force=force)
    check()
    with locked(output):
        yield Output(output, check)


class Output:
    """A folder that is ours to replace, as long as `taken` holds it."""

    def __init__(self, path: Path, check: Callable[[], None]) -> None:
        self._path = path
        self._check = check
        self._folder = path.resolve()
        self.published: Published | None = None
        """What `publish` did."""
        self.standing: Standing = {}
        """What stands there since: the folder itself, under no name, and all that is in it."""

    def publish(
        self, files: Callable[[Standing], Iterable[File]], *, spare: bool = False, extent: Extent | None = None
    ) -> Published:
        """Make the folder hold exactly the files of a site, and leave it alone if that fails.

        `files` gives them, when it is told what stands there before.
        `spare` leaves the tree before this one beside it, under a name that nobody sees, for the next build to begin
        with; `extent` is what the marker says of the site.
        """
        self._check()  # once more: a build takes long, and who puts something of his own there knows of no lock
        staging, aside, before = (
            self._folder.with_name(f".{self._folder.name}.sco-digest-{name}") for name in ("new", "old", "before")
        )
        with refused(self._path):
            recover(self._folder, staging, aside)
        try:
            with refused(self._path):
                tree = _begun(staging, self._folder, before)
            published = _stage(files(tree.previous), tree, self._path, marking(extent))
            with refused(self._path):
                standing = tree.standing()
                unsure = swap(staging, self._folder, aside)
            self.published = replace(published, unsure=unsure)
            self.standing = standing | {"": told(self._folder)}
            if spare:
                _set_aside(staging, aside, before)
        finally:
            _clear(self._folder, staging, aside)
        return self.published


def _begun(staging: Path, folder: Path, before: Path) -> Tree:
    """The tree to come, with that of before to begin with where it is ours to change: it only saves time."""
    if before.is_dir() and not before.is_symlink():
        before.rename(staging)
        with suppress(PermissionError):
            return Tree(staging, previous=folder).begin()
        try:
            remove(staging)
        except OSError:
            staging.rename(before)
    return Tree(staging, previous=folder).begin()


def _stage(files: Iterable[File], tree: Tree, output: Path, mark: bytes) -> Published:
    names = Names(reserved=MARKER)
    for file in files:
        names.claim(file)
        if isinstance(file, UnchangedFile) and tree.has(file.path):
            continue  # nearly all files of most builds
        with refused(output / file.path):
            if isinstance(file, UnchangedFile):
                tree.keep(file.path)
            else:
                tree.add(file.path, file.data)
    with refused(output):
        return tree.finish(MARKER, mark)


def _set_aside(staging: Path, aside: Path, before: Path) -> None:
    """Let the next build begin with the tree that was replaced, if there was one."""
    for replaced in (staging, aside):
        with suppress(OSError):  # then it is removed
            if replaced.exists():
                replaced.rename(before)


def _clear(folder: Path, staging: Path, aside: Path) -> None:
    """Remove what is left beside the site. What cannot be removed now is removed by the next build."""
    for leftover in (staging, aside) if folder.exists() else (staging,):
        try:
            remove(leftover)
        except OSError:
            shutil.rmtree(leftover, ignore_errors=True)
