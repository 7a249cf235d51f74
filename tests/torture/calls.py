"""A build comes in; each call goes out by which it changes its part of the disk, to be refused or to be its last.

The calls are those that strace sees, so it is the system that refuses and not a stand-in for it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.torture.ground import LONGEST, Ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.torture.ground import Ground

STRACE = shutil.which("strace")
CHANGING = (
    *("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat"),
    *("rename", "renameat", "renameat2", "link", "linkat"),
    *("open", "openat", "write", "pwrite64", "ftruncate", "copy_file_range", "sendfile"),
    *("fsync", "fdatasync", "syncfs", "chmod", "fchmod", "utimensat"),
)
QUICK = "--seccomp-bpf"
"""Only the calls that are watched are slow; but strace then sends no signal at one of them."""
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
_CALL = re.compile(
    r"""
    (?:\d+ \s+)?                       # the number of the process
    (\w+) \( (.*) \) \s+ = \s (.*)     # the call, what it is given, and what comes of it
    """,
    re.VERBOSE,
)
_PLACE = re.compile(
    r"""
    "([^"]+)"             # a path
    | \b \d+ <([^<>]+)>   # an open file or folder
    """,
    re.VERBOSE,
)
_INJECTED = "(INJECTED)"
_RENAMES = ("rename", "renameat")
HALF_SEEN = "rename"
"""Of its two places strace 6.1 knows it by the first only. It is told by its number among all of its name."""
MOMENT = 80_000
"""Microseconds that the system takes for each rename, so that a reader sees what there is between two of them."""


class Call(Struct, frozen=True):
    """One call of a build."""

    name: str
    place: str
    """The file or folder that it is about."""
    output: str
    """The folder of the site, at which renames take their time."""
    number: int
    """Which of its name at either, from 1."""
    counted: int
    """Which of its name at any place, which may be another in a build that has something else to do."""

    def __str__(self) -> str:
        return f"{self.name} number {self.number} of {self.place}"

    def refused(self, error: str, log: Path) -> list[str]:
        """The program that runs a build in which the system refuses this call, and writes down that it does."""
        slow = [name for name in _RENAMES if name != self.name]
        delays = [word for name in slow for word in ("-e", f"inject={name}:delay_exit={MOMENT}")]
        places = [] if self.name == HALF_SEEN else ["-P", self.place, "-P", self.output]
        number = self.counted if self.name == HALF_SEEN else self.number
        injected = f"inject={self.name}:error={error}:when={number}"
        return _watched(log, ",".join((self.name, *slow)), [*places, "-e", injected, *delays])

    def last(self) -> list[str]:
        """The program that runs a build which is killed at this call."""
        injected = f"inject={self.name}:signal=KILL:when={self.counted}"
        return [word for word in _watched(Path(os.devnull), self.name, ["-e", injected]) if word != QUICK]

    def missed(self, log: Path) -> str:
        """Why it is not this call that the system has refused; empty where it is."""
        refused = [line for line in log.read_text(errors="replace").splitlines() if line.endswith(_INJECTED)]
        found = [(match[1], [*_places(match[2])]) for match in map(_CALL.match, refused) if match]
        if len(found) == 1 and found[0][0] == self.name and self.place in found[0][1]:
            return ""
        return f"it was not refused, but {refused or 'nothing'}"


def _watched(log: Path, names: str, more: Sequence[str] = ()) -> list[str]:
    """The program that runs a build and writes its calls of these names to a log."""
    told = ["-qq", "-y", "-s", "0", "-o", str(log)]
    return [str(STRACE), "-f", QUICK, *told, "-e", f"trace={names}", "-e", "signal=none", *more]


def missing() -> str:
    """What there is not of what is needed; empty where calls can be refused here."""
    if STRACE is None:
        return "strace is not installed (apt-get install strace)"
    tried = subprocess.run([STRACE, "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace is not allowed to watch here"


def calls(ground: Ground, log: Path) -> tuple[Ended, list[Call]]:
    """A build to its end, and each call by which it changed something in the folder of the output."""
    watching = _watched(log, ",".join(filter(_is_known, CHANGING)))
    ended = ground.build(before=watching)
    return ended, list(_found(log.read_text(errors="replace").splitlines(), ground.home, str(ground.output)))


def _found(lines: list[str], home: Path, output: str) -> Iterator[Call]:
    before: dict[str, list[set[str]]] = {}
    for name, given, _ in (match.groups() for match in map(_CALL.match, lines) if match):
        places = list(_places(given))
        others = before.setdefault(name, [])
        others.append({*places})
        own = next((place for place in places if _is_of_output(place, home)), "")
        if own and _changes(name, given):
            number = sum(not other.isdisjoint({own, output}) for other in others)
            yield Call(name, own, output, number, len(others))


def _places(given: str) -> Iterator[str]:
    """The paths, and the paths of the open files, that a call is given."""
    yield from (path or file for path, file in _PLACE.findall(given))


def _is_of_output(place: str, home: Path) -> bool:
    """Whether a place is the folder of the output or in it, and not what the site is made from."""
    if not place.startswith(f"{home}/"):
        return place == f"{home}"
    return place.removeprefix(f"{home}/").partition("/")[0] not in {"seeds", "content"}


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
