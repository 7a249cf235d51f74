"""A number of empty files comes in; how a build takes them goes out."""

from __future__ import annotations

import resource
import shutil
from typing import TYPE_CHECKING

from tests.torture.outcome import Outcome

if TYPE_CHECKING:
    from tests.torture.ground import Ground

IN_A_FOLDER = 1000
MOST_LINES = 110


def flooded(ground: Ground, files: int) -> Outcome:
    """So many empty files among the texts: the build names some, counts the others, and makes its site."""
    ground.choose(0)
    for number in range(files):
        folder = ground.home / f"seeds/flood/{number // IN_A_FOLDER}"
        if number % IN_A_FOLDER == 0:
            folder.mkdir(parents=True)
        (folder / f"{number}.txt").touch()
    ended = ground.build()
    faults = []
    if ended.code != 1 or not ended.said.endswith("more like them: the file is empty\n"):
        faults.append(f"it ends with {ended.code} and says {ended.said[-300:]!r}")
    if len(ended.said.splitlines()) > MOST_LINES:
        faults.append(f"it says {len(ended.said.splitlines()):,} lines")
    if ground.site() != ground.whole[0]:
        faults.append("the site is another")
    shutil.rmtree(ground.home / "seeds/flood")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Outcome("empty files", files, tuple(faults), note=f"at most {peak:,} MB in a process")
