"""Calls of a build come in; each is refused by the system in turn, and what became of the site goes out."""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from itertools import cycle
from typing import TYPE_CHECKING

from tests.torture.calls import ERRORS, Call, calls
from tests.torture.ground import Ended
from tests.torture.outcome import Outcome
from tests.torture.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.ground import Ground, Site

THOROUGH = {"rename", "renameat", "renameat2", "fsync", "syncfs", "mkdir", "mkdirat", "chmod", "fchmod"}
"""Calls that are refused with each of the errors; with the others they take turns."""
FLUSHES = {"fsync", "syncfs"}
WHOLE = "named, with the old site whole"
Try = tuple[Call, str]
"""A call, and the error with which it is refused."""


def refused(ground: Ground, folder: Path, most: int = 0, half: int | None = None) -> Outcome:
    """Every call by which a first build and one in the place of another change the disk, or `most` of them by chance.

    Of two grounds of the same seed each can have its half, 0 or 1. A build may do without what was refused, where that
    is not the site: its memory, say.
    """
    return _kind(ground, folder, True, most, half) + _kind(ground, folder, False, most, half)


def _kind(ground: Ground, folder: Path, first: bool, most: int, half: int | None) -> Outcome:
    start = _start(ground, folder, first)
    before, new, log = ground.site(), ground.whole[2], folder / f"calls {first}"
    tries = _tries(ground, log, most)[half :: 1 if half is None else 2]
    faults: list[str] = []
    ways: Counter[str] = Counter()
    reader = Reader(ground.output, [before or new, new], none=first)
    with reader.reading():
        for call, error in tries:
            with reader.looking_away():
                ground.restore(start)
            ended = ground.build(before=call.refused(error, log))
            way, fault = judged(ended, before, ground.site(), new, _told(error))
            ways[way] += 1
            wrong = [*filter(None, (call.missed(log), fault)), *next_build(ground, new), *reader.said()]
            faults.extend(f"{error} at {call}: {one}" for one in wrong)
    faults.extend(reader.verdict(0 if first else len(tries)))
    return Outcome("calls refused", len(tries), tuple(faults), ways)


def _start(ground: Ground, folder: Path, first: bool) -> Path:
    """What each build begins with: nothing, or a site and the tree of the one before it."""
    ground.clear()
    for version in () if first else (0, 1):
        ground.choose(version)
        assert ground.build().code == 0
    ground.choose(2)
    start = folder / f"start {first}"
    ground.save(start)
    ground.restore(start)  # the calls are those of a build that begins as all of them will
    return start


def _tries(ground: Ground, log: Path, most: int) -> list[Try]:
    """All, or the last flush, by which the disk has the new site in its place, and others by chance."""
    ended, every = calls(ground, log)
    assert ended == Ended(0, ""), ended
    turns = cycle(ERRORS)
    tries = [(call, error) for call in every for error in (ERRORS if call.name in THOROUGH else [next(turns)])]
    if not most:
        return tries
    last = max(number for number, (call, _) in enumerate(tries) if call.name in FLUSHES)
    return [tries[last], *ground.chance.sample(tries, most - 1)]


def next_build(ground: Ground, new: Site) -> list[str]:
    """What is wrong with the build after one to which something was done: nothing should be."""
    after = ground.build()
    return [] if after.code == 0 and ground.site() == new else [f"the next build does not: {after}"]


def judged(ended: Ended, before: Site | None, found: Site | None, new: Site, why: str) -> tuple[str, str]:
    """How a build took it that the system refused a call for that reason, and what is wrong with that."""
    if ended.code == 0:
        return "done without", "" if found == new else "it says that all is well, and the site is another"
    if ended.code != 1 or not re.search(_clear(why), ended.said, re.MULTILINE) or "Traceback" in ended.said:
        return "badly", f"exit code {ended.code}, and it says {ended.said[-300:]!r}"
    if found != before:
        return (
            "badly",
            f"exit code 1, but the site is {'the new one' if found == new else 'no whole one'}: {ended.said}",
        )
    return WHOLE, ""


def _clear(why: str) -> str:
    """The one line that tells people what was refused, and what came of it."""
    untouched = "nothing was published; the site before, if there was one, is untouched"
    return rf"^public(?:/\S+)?: cannot be (?:written|read): {re.escape(why)}; {untouched}$"


def _told(error: str) -> str:
    """The words of the system for an error, as `No space left on device` for ENOSPC."""
    return os.strerror(getattr(errno, error))
