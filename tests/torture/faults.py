"""Calls of a build come in; each is refused by the system in turn, and what became of the site goes out."""

from __future__ import annotations

from collections import Counter
from itertools import cycle
from typing import TYPE_CHECKING

from tests.torture.calls import ERRORS, calls
from tests.torture.outcome import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.ground import Ended, Ground, Site


def refused(ground: Ground, folder: Path, most: int = 0) -> Outcome:
    """Every call by which a first build and one in the place of another change the disk, or `most` of them by chance.

    The errors take turns. A build may do without what was refused, where that is not the site: its memory, say.
    """
    faults: list[str] = []
    ways: Counter[str] = Counter()
    for first in (True, False):
        ground.clear()
        if not first:
            ground.choose(0)
            assert ground.build().code == 0
            ground.choose(1)
            assert ground.build().code == 0  # so that there is a tree of before as well
        ground.choose(2)
        start = folder / f"start {first}"
        ground.save(start)
        before = ground.site()
        ended, every = calls(ground, folder / f"calls {first}")
        assert ended.code == 0, ended
        chosen = every if not most else ground.chance.sample(every, min(most, len(every)))
        for call, error in zip(chosen, cycle(ERRORS), strict=False):
            ground.restore(start)
            ended = ground.build(before=call.refused(error))
            way, fault = judged(ended, before, ground.site(), ground.whole[2])
            ways[way] += 1
            if fault:
                faults.append(f"{error} at {call.name} number {call.number} ({call.about}): {fault}")
            after = ground.build()
            if after.code != 0 or ground.site() != ground.whole[2]:
                faults.append(f"{error} at {call.name} number {call.number}: the next build does not: {after}")
    note = ", ".join(f"{number} {way}" for way, number in sorted(ways.items()))
    return Outcome("calls refused", sum(ways.values()), tuple(faults), note)


def judged(ended: Ended, before: Site | None, found: Site | None, new: Site) -> tuple[str, str]:
    """How a build took it, and what is wrong with that."""
    if ended.code == 0:
        return "done without", "" if found == new else "it says that all is well, and the site is another"
    lines = ended.said.splitlines()
    if ended.code != 1 or "Traceback" in ended.said or not lines:
        return "badly", f"exit code {ended.code}, and it says {ended.said[-300:]!r}"
    if found != before:
        return "badly", f"exit code 1, but the site is {'the new one' if found == new else 'no whole one'}: {lines}"
    return "named, with the old site whole", ""
