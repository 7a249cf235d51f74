"""A build comes in; each call goes out by which it changes its part of the disk, to be refused or to be its last.

The calls are those that strace sees, so it is the system that refuses and not a stand-in for it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.torture.ground import LONGEST, Ended

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.torture.ground import Ground

STRACE = shutil.which("strace")
CHANGING = (
    *("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat"),
    *("rename", "renameat", "renameat2", "link", "linkat"),
    *("open", "openat", "write", "pwrite64", "ftruncate", "copy_file_range", "sendfile"),
    *("fsync", "fdatasync", "syncfs", "chmod", "fchmod", "utimensat"),
)
QUICK = ("-f", "--seccomp-bpf", "-qq")
"""Only the calls that are watched are slow."""
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
_CALL = re.compile(
    r"""
    (?:\d+ \s+)?     # the number of the process
    (\w+) \( (.*)    # the call and what it is given
    """,
    re.VERBOSE,
)


class Call(Struct, frozen=True):
    """One call of a build."""

    name: str
    number: int
    """Which of its name, from 1."""
    about: str
    """What it is given, for people."""

    def refused(self, error: str) -> list[str]:
        """The program that runs a build in which the system refuses this call."""
        return self._injected(f"error={error}")

    def last(self) -> list[str]:
        """The program that runs a build which is killed at this call."""
        return self._injected("signal=KILL")

    def _injected(self, what: str) -> list[str]:
        watched = ["-e", f"trace={self.name}", "-e", "signal=none"]
        return [str(STRACE), *QUICK, "-o", "/dev/null", *watched, "-e", f"inject={self.name}:{what}:when={self.number}"]


def missing() -> str:
    """What there is not of what is needed; empty where calls can be refused here."""
    if STRACE is None:
        return "strace is not installed (apt-get install strace)"
    tried = subprocess.run([STRACE, "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace is not allowed to watch here"


def calls(ground: Ground, log: Path) -> tuple[Ended, list[Call]]:
    """A build to its end, and each call by which it changed something in the folder of the output."""
    known = [name for name in CHANGING if _is_known(name)]
    watching = [
        str(STRACE),
        *QUICK,
        "-y",
        "-s",
        "0",
        "-o",
        str(log),
        "-e",
        f"trace={','.join(known)}",
        "-e",
        "signal=none",
    ]
    ended = ground.build(before=watching)
    return ended, list(_found(log.read_text(errors="replace").splitlines(), ground.home))


def _found(lines: list[str], home: Path) -> Iterator[Call]:
    counted: dict[str, int] = {}
    for line in lines:
        match = _CALL.match(line)
        if not match:
            continue
        name, given = match.groups()
        counted[name] = counted.get(name, 0) + 1
        if f"{home}" in given and "/seeds/" not in given and "/content/" not in given and _changes(name, given):
            yield Call(name, counted[name], given.replace(f"{home}/", "")[:100])


def _changes(name: str, given: str) -> bool:
    """Whether a call changes something; one that opens a file does where it makes one."""
    return name not in {"open", "openat"} or "O_CREAT" in given


def _is_known(name: str) -> bool:
    """Some machines lack calls that others have for the same."""
    tried = subprocess.run(
        [str(STRACE), "-qq", "-o", "/dev/null", "-e", f"trace={name}", "true"],
        capture_output=True,
        check=False,
        timeout=LONGEST,
    )
    return tried.returncode == 0
