"""A disk that is nearly full comes in; a build finds too little room on it, and what became of the site goes out."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.torture.faults import judged
from tests.torture.ground import Ground
from tests.torture.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEGABYTES = 24
"""Of the whole disk: the project, two sites, and what a build keeps."""


def missing() -> str:
    """Why there can be no small disk here; empty where there can."""
    if not shutil.which("mount") or os.geteuid() != 0:
        return "only root can mount a small disk"
    return ""


def full(folder: Path, seed: int, steps: int) -> Outcome:
    """Builds on a disk with so little room that the first step has none, and the last what the site needs."""
    faults: list[str] = []
    ways: Counter[str] = Counter()
    with _disk(folder / "disk") as disk:
        ground = Ground(disk, seed)
        for version in (0, 1):
            ground.choose(version)
            assert ground.build().code == 0
        ground.choose(2)
        ground.save(folder / "start")
        before = ground.site()
        needed = sum(file.stat().st_size + 4096 for file in ground.output.rglob("*"))
        for step in range(steps):
            ground.restore(folder / "start")
            room = needed * step // max(1, steps - 1)
            filler = disk / "filler"
            with filler.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, max(1, shutil.disk_usage(disk).free - room))
            ended = ground.build()
            way, fault = judged(ended, before, ground.site(), ground.whole[2])
            ways[way] += 1
            if fault:
                faults.append(f"with room for {room:,} bytes: {fault}")
            filler.unlink()
            after = ground.build()
            if after.code != 0 or ground.site() != ground.whole[2]:
                faults.append(f"with room for {room:,} bytes: the next build does not: {after}")
    note = ", ".join(f"{number} {way}" for way, number in sorted(ways.items()))
    return Outcome("builds on a full disk", steps, tuple(faults), note)


@contextmanager
def _disk(place: Path) -> Iterator[Path]:
    """A file system in memory, of a few megabytes."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
