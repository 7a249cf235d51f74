"""A folder comes in; the demonstration, written and built there once for all tests of a run, goes out.

Whichever process asks first has it made, by another one in which nobody counts lines: that takes thrice as long, and
what a build does is told by the tests of builds. `python -m tests.demonstration FOLDER` makes it.
"""

from __future__ import annotations

import fcntl
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.browser.opening import SUB_PATH
from tests.checks.subject import built
from tests.demo.writing import write
from tests.projects import ROOT, uncounted

if TYPE_CHECKING:
    from sco_digest.model import BuildReport
    from tests.checks.subject import Subject

ADDRESS = f"https://demonstration.example/{SUB_PATH}"
"""Where the site says that it is."""


class Demonstration(Struct, frozen=True):
    """The texts and their site."""

    count: int
    """How many articles were written."""
    top: Path
    """What a server shows: the site lies below it, at the path of its address."""
    subject: Subject
    report: BuildReport


def demonstration_in(folder: Path) -> Demonstration:
    """That of this run."""
    done = folder / "done"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            command = [sys.executable, "-m", "tests.demonstration", str(folder)]
            subprocess.run(command, cwd=ROOT, env=uncounted(), check=True)
    return Demonstration(*pickle.loads(done.read_bytes()))  # noqa: S301  # which we have written


def main() -> None:
    """Write and build it, and say so when it is done."""
    folder = Path(sys.argv[1])
    home, top = folder / "project", folder / "www"
    count = write(home)
    subject, report = built(home, top / SUB_PATH, ADDRESS)
    (folder / "done").write_bytes(pickle.dumps((count, top, subject, report)))


if __name__ == "__main__":
    main()
