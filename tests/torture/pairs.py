"""Two builds of one site come in at once, with other texts; what each said, and what became of the site, goes out."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING

from tests.torture.ground import LONGEST, Ended
from tests.torture.outcome import Outcome

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.torture.ground import Ground, Site

REFUSAL = "public: another build is writing this site; wait until it has ended"
REFUSED = "of them refused"
SECOND = "others"
"""The folder with the texts of the second build."""


def crowded(ground: Ground, rounds: int) -> Outcome:
    """So many times two builds at once: the first held or killed in the middle, or both let run."""
    faults: list[str] = []
    refusals = 0
    ground.choose(0)
    shutil.copytree(ground.home / "seeds", ground.home / SECOND)
    assert ground.build().code == 0
    for number in range(rounds):
        before, one, other = (ground.whole[(number + more) % 3] for more in range(3))
        ground.choose((number + 1) % 3)
        ground.choose((number + 2) % 3, SECOND)
        ways = _held, _killed, _free
        way = ways[number % len(ways)]
        first, second, wrong = way(ground, before, one, other)
        refusals += sum(_is_refused(ended) for ended in (first, second))
        faults.extend(f"round {number}, {way.__name__}: {fault}: {first}, {second}" for fault in wrong)
        ground.choose((number + 1) % 3)
        if ground.build().code != 0 or ground.site() != one:
            faults.append(f"round {number}: the next build does not make the site")
    return Outcome("builds at once", rounds, tuple(faults), Counter({REFUSED: refusals}))


def _held(ground: Ground, before: Site, one: Site, other: Site) -> tuple[Ended, Ended, list[str]]:
    """The first stands still in the middle: the second is refused, and the first then goes on to its end."""
    build = _stopped(ground)
    second = _second(ground)
    left = ground.site()
    os.killpg(build.pid, signal.SIGCONT)
    first = _ended(build)
    wrong = {
        "the second was not refused": not _is_refused(second),
        "the site was not left alone": left != before,
        "the first did not make its site": first != Ended(0, "") or ground.site() != one,
    }
    return first, second, [fault for fault, there in wrong.items() if there]


def _killed(ground: Ground, before: Site, one: Site, other: Site) -> tuple[Ended, Ended, list[str]]:
    """The first is killed in the middle, with the lock: the second makes its site."""
    build = _stopped(ground)
    os.killpg(build.pid, signal.SIGKILL)
    first, left = _ended(build), ground.site()
    second = _second(ground)
    wrong = {
        "the first was not killed": first.code != -signal.SIGKILL,
        "the site was not left alone": left != before,
        "the second did not make its site": second != Ended(0, "") or ground.site() != other,
    }
    return first, second, [fault for fault, there in wrong.items() if there]


def _free(ground: Ground, before: Site, one: Site, other: Site) -> tuple[Ended, Ended, list[str]]:
    """Both run: each makes its site or is refused, and what is there is that of one which was not."""
    build = ground.start(ground.command())
    time.sleep(ground.chance.uniform(0, 0.6))
    second, first = _second(ground), _ended(build)
    made = [site for ended, site in ((first, one), (second, other)) if ended == Ended(0, "")]
    wrong = {
        "one neither made its site nor was refused": len(made) + _is_refused(first) + _is_refused(second) != 2,
        "the site is not that of a build which was not refused": ground.site() not in made,
    }
    return first, second, [fault for fault, there in wrong.items() if there]


def _stopped(ground: Ground) -> subprocess.Popen[str]:
    """The first build, which stands still while it reads texts, or while it writes pages."""
    reading, writing = (ground.home / f".public.sco-digest-{name}" for name in ("cache-journal", "new"))
    sign = ground.chance.choice((reading, writing))
    while True:
        build = ground.start(ground.command())
        if _seen(sign, build):
            os.killpg(build.pid, signal.SIGSTOP)
            if sign.exists():
                return build
            os.killpg(build.pid, signal.SIGCONT)
        ended = _ended(build)  # it was too quick for us
        assert ended == Ended(0, ""), ended
        sign = reading


def _seen(sign: Path, build: subprocess.Popen[str]) -> bool:
    """Wait until a file or folder is there; False where the build ends before."""
    latest = time.monotonic() + LONGEST
    while not sign.exists() and build.poll() is None:
        assert time.monotonic() < latest, "a build hangs"
        time.sleep(0.001)
    return build.poll() is None


def _second(ground: Ground) -> Ended:
    return ground.build(f"--seeds={SECOND}", jobs=2)


def _is_refused(ended: Ended) -> bool:
    return ended.code == 1 and REFUSAL in ended.said.splitlines()


def _ended(process: subprocess.Popen[str]) -> Ended:
    with process:
        _, said = process.communicate()
    return Ended(process.returncode, said)
