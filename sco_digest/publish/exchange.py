"""Two folders come in and change places: in one step where the system can, else in two with a way back."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from functools import partial
from typing import TYPE_CHECKING

from sco_digest.publish.disk import flush, refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
"""Linux's call that exchanges two paths in one step; None elsewhere."""
_NO_SUCH_CALL = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM})
"""What a system, a file system or a guard over calls says that has no such exchange."""


def swap(staging: Path, folder: Path, aside: Path) -> str:
    """Put `staging` in the place of `folder`; what was there is then under `staging` or `aside`, to be removed.

    Where the disk does not take it, all is as it was. Should it refuse the way back too, the new folder stays where it
    is, and the answer is why nobody can tell whether a loss of power would leave it there; else it is empty.
    """
    undo: Callable[[], object]
    if folder.exists():
        replaced, free = _change_places(staging, folder, aside)
        undo = partial(_change_places, replaced, folder, free)
    else:
        staging.rename(folder)
        undo = partial(folder.rename, staging)
    try:
        flush(folder.parent)
    except OSError as error:
        if _done(undo):
            raise
        return error.strerror or str(error)
    return ""


def recover(folder: Path, staging: Path, aside: Path) -> None:
    """Clear what a killed build left: a half-built tree, or a site caught between two renames, which comes back."""
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    for leftover in (staging, aside):
        if os.path.lexists(leftover):
            with refused(leftover, "removed", mend="remove it yourself, then build again"):
                remove(leftover)


def remove(tree: Path) -> None:
    """Remove a folder with all that is in it, also one that nobody may write into, or whatever else is there."""
    if tree.is_symlink() or not tree.is_dir():
        tree.unlink()
        return
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


def _done(step: Callable[[], object]) -> bool:
    """Whether the system lets us do it."""
    try:
        step()
    except OSError:
        return False
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Let two existing paths change places in one step; False where the system cannot, OSError where it will not."""
    if _renameat2 is None:
        return False
    if _renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_SUCH_CALL:
        return False
    raise OSError(number, os.strerror(number))


def _change_places(new: Path, folder: Path, aside: Path) -> tuple[Path, Path]:
    """Put `new` in the place of `folder`; where the old one is then, and which of the two other paths is free."""
    if _exchange(new, folder):
        return new, aside
    folder.rename(aside)
    try:
        new.rename(folder)
    except BaseException:
        aside.rename(folder)
        raise
    return aside, new
