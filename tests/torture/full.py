"""A disk that is nearly full comes in; a build finds too little room on it, and what became of the site goes out."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from contextlib import contextmanager
from errno import ENOSPC
from typing import TYPE_CHECKING

from tests.torture.faults import judged, next_build
from tests.torture.ground import Ground
from tests.torture.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MEGABYTES = 24
"""Of the whole disk: the project, two sites, and what a build keeps."""


def missing() -> str:
    """Why there can be no small disk here; empty where there can."""
    if not shutil.which("mount") or os.geteuid() != 0:
        return "only root can mount a small disk"
    return ""


def full(folder: Path, seed: int, steps: int) -> Outcome:
    """Builds on a disk with so little room that the first step has none, and the last what the site needs.

    As many again are the first of their site.
    """
    with _disk(folder / "disk") as disk:
        ground = Ground(disk, seed)
        return _kind(ground, disk, steps, ()) + _kind(ground, disk, steps, (0, 1))


def _kind(ground: Ground, disk: Path, steps: int, before: Sequence[int]) -> Outcome:
    """Builds that begin with what those of these versions left."""
    ground.clear()
    for version in before:
        ground.choose(version)
        assert ground.build().code == 0
    ground.choose(2)
    start, old, new = disk / f"start {len(before)}", ground.site(), ground.whole[2]
    ground.save(start)
    needed = _needed(ground)
    faults: list[str] = []
    ways: Counter[str] = Counter()
    for room in (needed * step // max(1, steps - 1) for step in range(steps)):
        ground.restore(start)
        with _filled(disk, room):
            way, fault = judged(ground.build(), old, ground.site(), new, os.strerror(ENOSPC))
        ways[way] += 1
        wrong = [*filter(None, [fault]), *next_build(ground, new)]
        faults.extend(f"with room for {room:,} bytes beside {len(old or ()):,} files: {one}" for one in wrong)
    return Outcome("builds on a full disk", steps, tuple(faults), ways)


def _needed(ground: Ground) -> int:
    """Bytes by which the disk is fuller after a build, and some for what it needs only meanwhile."""
    before = shutil.disk_usage(ground.home).free
    assert ground.build().code == 0
    return (before - shutil.disk_usage(ground.home).free) * 5 // 4


@contextmanager
def _filled(disk: Path, room: int) -> Iterator[None]:
    """A disk with no more room than that."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, shutil.disk_usage(disk).free - room))
    yield
    filler.unlink()


@contextmanager
def _disk(place: Path) -> Iterator[Path]:
    """A file system in memory, of a few megabytes."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
