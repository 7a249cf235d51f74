"""A folder comes in; every file and folder below it goes out, with what tells, unread, whether somebody has changed it.

It is looked at once in a build, and whoever has to know of its files is handed that.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

WORD = 2**63
"""Whole numbers to either side of 0 that MessagePack has."""
TICK = 50_000_000
"""Nanoseconds within which two changes of a file can have the same time on usual file systems, and some to spare."""


class Told(Struct, frozen=True, gc=False):
    """What one file or folder is told by."""

    device: int
    mode: int
    size: int
    number: int
    written: int
    """When somebody wrote it last, in nanoseconds since 1970."""
    touched: int
    """When it was last written, linked, renamed or given other rights."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder itself, and no link to one."""
        return stat.S_ISDIR(self.mode)

    @property
    def is_plain(self) -> bool:
        """Whether it is a file and nothing else, such as a link."""
        return stat.S_ISREG(self.mode)

    @property
    def state(self) -> tuple[int, ...]:
        """What stays as it is as long as nobody touches it: a device may have another number tomorrow."""
        return (self.mode, self.size, self.number, self.written, self.touched)

    @property
    def lasting(self) -> tuple[int, ...]:
        """What stays as it is although a link to it comes or goes."""
        return (self.mode, self.size, self.written, self.number)


Standing = Mapping[str, Told]
"""Files and folders by their paths from a folder."""


def told(path: str | bytes | Path) -> Told:
    """What is at a path, itself where it is a link; OSError where there is nothing."""
    return _told(os.lstat(path))


def state(stat: os.stat_result) -> tuple[int, ...]:
    """The `state` of something that was looked at: mode, size, number and times."""
    return _told(stat).state


def _told(one: os.stat_result) -> Told:
    times = (within(one.st_mtime_ns), within(one.st_ctime_ns))  # of some file systems they are of any century
    return Told(one.st_dev, one.st_mode, one.st_size, one.st_ino, *times)


def within(number: int) -> int:
    """The nearest whole number that can be encoded."""
    return number if -WORD <= number < WORD else max(-WORD, min(WORD - 1, number))


def standing(folder: Path) -> dict[str, Told]:
    """All that is below a folder but behind links; not what is in a folder that the system does not list."""
    top = f"{folder}/"
    found: dict[str, Told] = {}
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        names: list[str] = []
        with suppress(OSError), os.scandir(top + inner) as entries:
            names = [entry.name for entry in entries]
        for name in names:
            path = inner + name
            one = found[path] = told(top + path)
            if one.is_folder:
                waiting.append(f"{path}/")
    return found
