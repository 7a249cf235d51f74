"""OutputFiles come in, a site folder goes out: all of it or nothing, and whoever reads it meanwhile sees a whole one.

The new tree is built beside the old one, taken over by hard links where a file is the same, and then changes places
with it in one step. A build that fails or is killed on the way leaves the old site as it was.

The old tree can stay beside the new one: the next build then begins with it, and makes only the links that differ.
"""

from __future__ import annotations

import shutil
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from sco_digest.model import UnchangedFile
from sco_digest.publish.disk import refused
from sco_digest.publish.drop import dropped
from sco_digest.publish.exchange import recover, swap
from sco_digest.publish.lock import locked
from sco_digest.publish.marker import MARKER, marking
from sco_digest.publish.names import Names
from sco_digest.publish.safety import check_output
from sco_digest.publish.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sco_digest.model import Extent, OutputFile, Published

__all__ = ["MARKER", "check_output", "dropped", "locked", "publish"]


def publish(
    files: Iterable[OutputFile | UnchangedFile],
    output: Path,
    *,
    inputs: tuple[Path, ...] = (),
    force: bool = False,
    spare: bool = False,
    held: bool = False,
    extent: Extent | None = None,
) -> Published:
    """Make the folder `output` hold exactly these files, and leave it alone if that fails.

    `inputs` are folders that the output may neither hold nor lie in; `force` takes over a folder of someone else;
    `spare` leaves the tree before this one beside it, under a name that nobody sees, for the next build to begin with;
    `held` says that whoever calls holds the lock of this output; `extent` is what the marker says of the site.
    """
    check_output(output, inputs=inputs, force=force)
    folder = output.resolve()
    staging = folder.with_name(f".{folder.name}.sco-digest-new")
    aside = folder.with_name(f".{folder.name}.sco-digest-old")
    before = folder.with_name(f".{folder.name}.sco-digest-before")
    with nullcontext() if held else locked(output):
        with refused(output):
            recover(folder, staging, aside)
            if before.is_dir() and not before.is_symlink():
                before.rename(staging)
        try:
            published = _stage(files, Tree(staging, previous=folder), output, marking(extent))
            with refused(output):
                swap(staging, folder, aside)
            if spare:
                _set_aside(staging, aside, before)
        finally:
            _clear(folder, staging, aside)
    return published


def _stage(files: Iterable[OutputFile | UnchangedFile], tree: Tree, output: Path, mark: bytes) -> Published:
    names = Names(reserved=MARKER)
    with refused(output):
        tree.begin()
    for file in files:
        names.claim(file)
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
        if replaced.exists():
            with suppress(OSError):  # then it is removed
                replaced.rename(before)


def _clear(folder: Path, staging: Path, aside: Path) -> None:
    """Remove what is left beside the site. What cannot be removed now is removed by the next build."""
    shutil.rmtree(staging, ignore_errors=True)
    if folder.exists():
        shutil.rmtree(aside, ignore_errors=True)
