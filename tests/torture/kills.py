"""A number of builds comes in; each is killed at some moment, and what became of the site goes out."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from tests.torture.calls import calls, missing
from tests.torture.ground import Ended
from tests.torture.outcome import Outcome, told
from tests.torture.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.calls import Call
    from tests.torture.ground import Ground

FIRST = 5
"""One build in so many is the first of its site."""


def killed(ground: Ground, builds: int, folder: Path) -> Outcome:
    """So many builds, killed one after the other: at a moment by the clock, or at a call by which the site is made."""
    reader = Reader(ground.output, ground.whole)
    at_calls = [] if missing() else _calls(ground, folder)
    ground.clear()
    started = time.monotonic()
    with reader.looking_away():
        assert ground.build().code == 0
    usual = time.monotonic() - started
    faults: list[str] = []
    cut = 0
    with reader.reading():
        for number in range(builds):
            with reader.looking_away():
                if number % FIRST == 0:
                    ground.clear()
                before, version = ground.site(), ground.chance.randrange(len(ground.whole))
                ground.choose(version)
            call = ground.chance.choice(at_calls) if at_calls and ground.chance.random() < 0.5 else None
            ended, how = _killed(ground, call, usual)
            cut += ended.code in {-signal.SIGKILL, 128 + signal.SIGKILL}
            if ended.code == 1 or "Traceback" in ended.said:
                faults.append(f"build {number}, {how}: ended by itself with {ended}")
            found = ground.site()
            if found not in (before, ground.whole[version]):
                faults.append(f"build {number}, {how}: the site is neither that of before nor the new one")
            after = ground.build()
            if number % 50 == 49:
                told(f"{number + 1:,} builds killed, {len(faults):,} faults")
            if after.code != 0 or ground.site() != ground.whole[version]:
                faults.append(f"build {number}, {how}: the next build does not make the site: {after}")
    note = f"{cut} of them killed before their end, {reader.looks:,} whole sites read meanwhile"
    return Outcome("builds killed", builds, (*faults, *reader.faults), note)


def _calls(ground: Ground, folder: Path) -> list[Call]:
    """Those of a build in the place of another; one that makes the first site has fewer of the same."""
    ground.choose(0)
    assert ground.build().code == 0
    ground.choose(1)
    return calls(ground, folder / "calls")[1]


def _killed(ground: Ground, call: Call | None, usual: float) -> tuple[Ended, str]:
    if call is not None:
        return ground.build(before=call.last()), f"at {call.name} number {call.number}"
    seconds, jobs = ground.chance.uniform(0.05, usual * 1.1), ground.chance.choice((1, 2))
    with ground.start(ground.command(jobs=jobs)) as process:
        time.sleep(seconds)
        with suppress(ProcessLookupError):  # it has come to its end
            os.killpg(process.pid, signal.SIGKILL)
        _, said = process.communicate()
    return Ended(process.returncode, said), f"after {seconds:.2f} s with {jobs} jobs"
