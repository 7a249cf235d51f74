"""Variables come in; a Python process whose folders are listed in another order, or whose clock is wrong, goes out.

Python runs this module at the start of each process that has its folder in PYTHONPATH, before anything else of ours.
The clock is that of the module `time`; what the system tells others, `datetime.now` among them, only faketime changes.
"""

from __future__ import annotations

import os
import time
from typing import Any
from zlib import crc32

ORDER = os.environ.get("REPRODUCE_ORDER", "")
"""Any word: each gives the names of a folder another order."""
SECONDS = int(os.environ.get("REPRODUCE_SECONDS", "0"))
"""How far the clock is ahead."""


def _place(name: str | bytes) -> int:
    return crc32(ORDER.encode() + os.fsencode(name))


class _Listing:
    """What `os.scandir` gives, in another order."""

    def __init__(self, path: Any = ".") -> None:
        with _scandir(path) as found:
            self._entries: Any = iter(sorted(found, key=lambda entry: _place(entry.name)))

    def __iter__(self) -> _Listing:
        return self

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> _Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


if ORDER:
    _scandir, _listdir = os.scandir, os.listdir
    os.scandir = _Listing  # type: ignore[assignment]
    os.listdir = lambda path=".": sorted(_listdir(path), key=_place)  # type: ignore[assignment]

if SECONDS:
    _time, _time_ns, _gmtime, _localtime, _strftime = (
        time.time,
        time.time_ns,
        time.gmtime,
        time.localtime,
        time.strftime,
    )
    time.time = lambda: _time() + SECONDS
    time.time_ns = lambda: _time_ns() + SECONDS * 10**9
    time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
    time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
    time.strftime = lambda form, when=None: _strftime(form, time.localtime() if when is None else when)
