"""A number of builds comes in; so many are killed, each at some moment, and what became of the site goes out."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.torture.calls import calls, missing
from tests.torture.ground import Ended
from tests.torture.outcome import Outcome, told
from tests.torture.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.calls import Call
    from tests.torture.ground import Ground, Site

FIRST = 5
"""One build in so many is the first of its site."""
KILLED = {-signal.SIGKILL, 128 + signal.SIGKILL}
AT_CALL, BY_CLOCK = "at a call", "by the clock"
READ = "whole sites read meanwhile"


class _Kind(Struct):
    """What is known of the first build of a site, or of one in the place of another."""

    usual: float
    """Seconds that it takes; less where one was ready sooner than it should be killed."""
    calls: list[Call]


def killed(ground: Ground, builds: int, folder: Path) -> Outcome:
    """As many builds as it takes until so many were killed before their end: by the clock, or at a call of theirs."""
    reader = Reader(ground.output, ground.whole)
    kinds = {first: _kind(ground, folder, first) for first in (True, False)}
    faults: list[str] = []
    cut: Counter[str] = Counter()
    begun = 0
    with reader.reading():
        while cut.total() < builds and begun < 2 * builds + 10:
            first = begun % FIRST == 0
            with reader.looking_away():
                before, version = _other(ground, first)
            kind = kinds[first]
            way = AT_CALL if kind.calls and begun % 2 else BY_CLOCK
            ended, how = (_at_call if way == AT_CALL else _by_clock)(ground, kind)
            begun += 1
            cut[way] += ended.code in KILLED
            faults.extend(
                f"build {begun}, {how}: {one}" for one in _wrong(ground, ended, before, ground.whole[version])
            )
            if begun % 50 == 0:
                told(f"{cut.total():,} builds killed, {len(faults):,} faults")
    if cut.total() < builds:
        faults.append(f"only {cut.total()} of {begun} builds were killed before their end")
    counted = cut + Counter({"begun": begun, READ: reader.looks})
    return Outcome("builds killed", cut.total(), (*faults, *reader.verdict(begun)), counted)


def _kind(ground: Ground, folder: Path, first: bool) -> _Kind:
    """One build by the clock, and one of which the calls are written down."""
    ground.clear()
    ground.choose(0)
    if not first:
        assert ground.build().code == 0
        ground.choose(1)
    started = time.monotonic()
    assert ground.build().code == 0
    usual = time.monotonic() - started
    ground.choose(2)
    if first:
        ground.clear()
    return _Kind(usual, [] if missing() else calls(ground, folder / f"calls {first}")[1])


def _other(ground: Ground, first: bool) -> tuple[Site | None, int]:
    """The site that there is, and the version of another that is to take its place."""
    if first:
        ground.clear()
    before = ground.site()
    version = ground.chance.choice([number for number, site in enumerate(ground.whole) if site != before])
    ground.choose(version)
    return before, version


def _at_call(ground: Ground, kind: _Kind) -> tuple[Ended, str]:
    call = ground.chance.choice(kind.calls)
    return ground.build(before=call.last()), f"at {call.name} number {call.counted}"


def _by_clock(ground: Ground, kind: _Kind) -> tuple[Ended, str]:
    seconds, jobs = ground.chance.uniform(0.05, kind.usual), ground.chance.choice((1, 2))
    kill = ground.chance.choice((os.kill, os.killpg))  # the process alone, or its workers too
    with ground.start(ground.command(jobs=jobs)) as process:
        time.sleep(seconds)
        with suppress(ProcessLookupError):  # it has come to its end
            kill(process.pid, signal.SIGKILL)
        _, said = process.communicate()
    if process.returncode == 0:
        kind.usual = seconds
    return Ended(process.returncode, said), f"after {seconds:.2f} s with {jobs} jobs, by {kill.__name__}"


def _wrong(ground: Ground, ended: Ended, before: Site | None, new: Site) -> list[str]:
    """What is wrong with the site after a build that was killed, or was ready before, and after the next one."""
    faults = []
    found = ground.site()
    if stumbled(ended):
        faults.append(f"it stumbled: {ended}")
    if found not in ([new] if ended.code == 0 else [before, new]):
        faults.append(
            f"with exit code {ended.code} the site is {'that of before' if found == before else 'none of the two'}"
        )
    after = ground.build()
    if after.code != 0 or ground.site() != new:
        faults.append(f"the next build does not make the site: {after}")
    return faults


def stumbled(ended: Ended) -> bool:
    """Whether it failed by itself, or somebody reads a traceback of it that is not due to the kill alone.

    A worker whose build is killed while Python starts it reads the end of a pipe and says so, before any line of the
    program runs in it.
    """
    if ended.code in KILLED:
        return "Traceback" in ended.said and f"{os.sep}sco_digest{os.sep}" in ended.said
    return ended.code != 0 or "Traceback" in ended.said
