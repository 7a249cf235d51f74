"""Two folders come in and change places: in one step where the system can, else in two with a way back."""

from __future__ import annotations

import ctypes
import os
import shutil
from functools import partial
from typing import TYPE_CHECKING

from sco_digest.publish.disk import flush

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
"""Linux's call that exchanges two paths in one step; None elsewhere."""


def swap(staging: Path, folder: Path, aside: Path) -> None:
    """Put `staging` in the place of `folder`; what was there is then under `staging` or `aside`, to be removed.

    Where the disk does not take it, all is as it was.
    """
    undo: Callable[[], object]
    if not folder.exists():
        staging.rename(folder)
        undo = partial(folder.rename, staging)
    elif _exchange(staging, folder):
        undo = partial(_exchange, staging, folder)
    else:
        _two_renames(staging, folder, aside)
        undo = partial(_two_renames, aside, folder, staging)
    try:
        flush(folder.parent)
    except OSError:
        undo()
        raise


def recover(folder: Path, staging: Path, aside: Path) -> None:
    """Clear what a killed build left: a half-built tree, or a site caught between two renames, which comes back."""
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    for leftover in (staging, aside):
        if leftover.exists():
            remove(leftover)


def remove(tree: Path) -> None:
    """Remove a folder with all that is in it, also where somebody took the right to write from it."""
    try:
        shutil.rmtree(tree)
    except PermissionError:
        _unlock(tree)
        shutil.rmtree(tree)


def _unlock(folder: Path) -> None:
    """Give ourselves all rights in a folder and those in it, but not behind links."""
    if folder.is_symlink():
        return
    folder.chmod(0o700)
    for inner in sorted(folder.iterdir()):
        if inner.is_dir():
            _unlock(inner)


def _exchange(one: Path, other: Path) -> bool:
    """Let two existing paths change places in one step; False where the system cannot."""
    if _renameat2 is None:
        return False
    done: int = _renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _two_renames(staging: Path, folder: Path, aside: Path) -> None:
    folder.rename(aside)
    try:
        staging.rename(folder)
    except BaseException:
        aside.rename(folder)
        raise
