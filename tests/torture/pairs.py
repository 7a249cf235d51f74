"""Two builds of one site come in at once; what each said, and what became of the site, goes out."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from tests.torture.ground import Ended
from tests.torture.outcome import Outcome

if TYPE_CHECKING:
    import subprocess

    from tests.torture.ground import Ground

REFUSAL = "another build is writing this site; wait until it has ended"
KILLED = 3
"""In one round of so many the first build is killed in the middle."""


def crowded(ground: Ground, rounds: int) -> Outcome:
    """So many times two builds at once."""
    faults: list[str] = []
    refusals = 0
    ground.choose(0)
    assert ground.build().code == 0
    for number in range(rounds):
        version = (number + 1) % len(ground.whole)
        ground.choose(version)
        first = ground.start(ground.command())
        time.sleep(ground.chance.uniform(0, 0.6))
        killed = number % KILLED == KILLED - 1
        if killed:
            os.killpg(first.pid, signal.SIGKILL)
            first.wait()
        second, one = (_ended(process) for process in (ground.start(ground.command(jobs=2)), first))
        refused = [ended for ended in (second, one) if ended.code == 1 and REFUSAL in ended.said]
        refusals += len(refused)
        if killed and second.code != 0:
            faults.append(f"round {number}: a build that was killed hinders the next: {second}")
        if not killed and sorted((one.code, second.code)) != sorted((0, 1 if refused else 0)):
            faults.append(f"round {number}: {one}, {second}")
        if ground.site() != ground.whole[version]:
            faults.append(f"round {number}: the site is not that of the build which was not refused")
    return Outcome("builds at once", rounds, tuple(faults), f"{refusals} of them refused")


def _ended(process: subprocess.Popen[str]) -> Ended:
    with process:
        _, said = process.communicate()
    return Ended(process.returncode, said)
