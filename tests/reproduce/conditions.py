"""Nothing comes in; the ways in which a site is built, each of which has to give the same bytes, go out."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.reproduce.compare import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SURROUNDINGS = Path(__file__).parent / "surroundings"
YEARS = 37
"""How far a wrong clock is ahead: to a year that no text knows of."""
SECONDS = YEARS * 365 * 86_400
FAR = date(2061, 5, 4)
TURKISH = "tr_TR.UTF-8"
STRANGE = "vexillographer"
"""A name that is in no text: of the user, of the machine and of folders."""


@dataclass(frozen=True)
class Condition:
    """One way to build; what is not said is as in the plain way."""

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    """Options of the build."""
    before: tuple[str, ...] = ()
    """The command that the build is run by."""
    umask: int = 0o022
    backwards: bool = False
    """Whether the files of the project are created from the last to the first."""
    touched: str = ""
    """The day on which the files of the project were changed last; empty for now."""
    checkout: str = "checkout"
    """The folder that the program lies in."""
    elsewhere: bool = False
    """Whether the command is given in another folder than the project."""
    part_before: bool = False
    """Whether a site of some of the texts is there already, with its cache."""
    python: Path | None = None
    file_system: Path | None = None
    """A folder for the project and for temporary files."""
    strange: tuple[str, ...] = ()
    """Words that must not be in the site."""


PLAIN = Condition("plain")
CONDITIONS = (
    Condition("a second time"),
    Condition("another time zone", {"TZ": "Pacific/Kiritimati"}),
    Condition("no language, ASCII", {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Condition("another hash seed", {"PYTHONHASHSEED": "4294967295"}),
    Condition("in this process alone", arguments=("--jobs=1",)),
    Condition("in two processes", arguments=("--jobs=2",)),
    Condition("in four processes", arguments=("--jobs=4",)),
    Condition("files created backwards", backwards=True),
    Condition("folders listed in another order", {"REPRODUCE_ORDER": STRANGE}),
    Condition("files that all may write", umask=0),
    Condition("files for one's own eyes", umask=0o077),
    Condition("the program in a folder of another name", checkout=f"{STRANGE} – мой дом é"),
    Condition("another day, by --today", arguments=(f"--today={FAR}",), strange=written(FAR)),
    Condition("another day, by the clock", {"REPRODUCE_SECONDS": str(SECONDS)}),
    Condition("files changed long ago", touched="1999-12-31"),
    Condition(
        "another user in another folder",
        {"HOME": f"/{STRANGE}", "USER": STRANGE, "LOGNAME": STRANGE, "USERNAME": STRANGE, "HOSTNAME": STRANGE},
        elsewhere=True,
        strange=(STRANGE,),
    ),
    Condition("without a cache", arguments=("--no-cache",)),
    Condition("after a site of fewer texts", part_before=True),
)


WANTING = {
    "another language": "localedef and the sources of locales",
    "another day, by the clock of the system": "faketime",
    "a machine of another name": "unshare, or of the right to use it",
    "on another file system": "one in memory",
}
"""Ways that not every machine can go, and what they need."""


def possible(top: Path) -> tuple[list[Condition], dict[str, str]]:
    """Those of them that this machine can go, and why it cannot go the others; what they need is made in `top`."""
    faketime = ("faketime", "-f", f"+{YEARS}y")
    named = ("unshare", "--map-root-user", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"', STRANGE)
    found: list[Condition] = []
    if _runs("localedef", "-i", "tr_TR", "-f", "UTF-8", str(top / TURKISH)):  # in which the small letter of I is no i
        language = {"LOCPATH": str(top), "LC_ALL": TURKISH, "LANG": TURKISH, "LANGUAGE": "tr"}
        found.append(Condition("another language", language))
    if _runs(*faketime, "true"):
        found.append(Condition("another day, by the clock of the system", before=faketime))
    if _runs(*named, "true"):
        found.append(Condition("a machine of another name", before=named, strange=(STRANGE,)))
    memory = Path("/dev/shm")  # noqa: S108 - a file system of its own on Linux, which lists the newest file first
    if memory.is_dir() and os.access(memory, os.W_OK) and memory.stat().st_dev != SURROUNDINGS.stat().st_dev:
        found.append(Condition("on another file system", file_system=memory))
    names = {condition.name for condition in found}
    return found, {name: f"for want of {why}" for name, why in WANTING.items() if name not in names}


def together(conditions: Iterable[Condition]) -> Condition:
    """All of them at once; where two say something different, the later one wins."""
    whole = replace(PLAIN, name="all of it together")
    for condition in conditions:
        changes: dict[str, Any] = {}
        for one in fields(Condition)[1:]:
            before, now = getattr(whole, one.name), getattr(condition, one.name)
            if one.name == "variables":
                changes[one.name] = {**before, **now}
            elif isinstance(now, tuple):
                changes[one.name] = (*before, *now)
            elif now != getattr(PLAIN, one.name):
                changes[one.name] = now
        whole = replace(whole, **changes)
    return replace(whole, arguments=tuple(one for one in whole.arguments if one != "--no-cache"))


def _runs(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
