"""A key comes in, the bytes that were kept under it go out, or None: one file of SQLite, of which nothing is believed.

Each value is kept with a print of key and value. A file that is damaged or is no store of ours is replaced by a new
one; one that cannot be written or is held by another build is left alone. Either is as good as an empty one: whatever
is asked for is then made anew. What a build puts it can get back all the same, from a file that goes with it.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

import msgspec

from sco_digest.cache import prints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Form = TypeVar("Form")

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
_OF_OUR_OWN = ""
"""The name by which SQLite makes a file in the folder for such, as far as it does not fit into memory."""
_REFUSES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Errors of a file that may be good, and that the system or another build keeps from us."""


class OfProgram:
    """What this very program has kept in a store, and no version of before."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._prefix = prints.program().hex()

    def get(self, key: str, /) -> bytes | None:
        """What was put under a key, or None."""
        return self._store.get(f"{self._prefix} {key}")

    def read(self, key: str, decoder: msgspec.msgpack.Decoder[Form], /) -> Form | None:
        """What was put under a key, decoded, or None."""
        return self._store.read(f"{self._prefix} {key}", decoder)

    def put(self, key: str, value: bytes, /) -> None:
        """Keep a value; it replaces one under the same key."""
        self._store.put(f"{self._prefix} {key}", value)


class Store:
    """What was kept; whatever nobody asks for or puts between opening and `save` is forgotten then."""

    def __init__(self, path: Path | None) -> None:
        """Open the file; where there is to be none, one that nobody else sees and that goes with this object."""
        self._path = path
        self._used: set[str] = set()
        self._file: sqlite3.Connection | None = None
        self._damaged = False
        self._lock = RLock()  # records are sent to other processes from several threads
        self._open(path)

    @staticmethod
    def beside(output: Path) -> Path:
        """The file for an output folder: one for each, outside of what is published."""
        folder = output.resolve()
        return folder.parent / f".{folder.name}.sco-digest-cache"

    @property
    def lasts(self) -> bool:
        """Whether it is the file that the next build opens too."""
        return self._path is not None

    def get(self, key: str) -> bytes | None:
        """What was put under this key, to the byte."""
        with self._guarded():
            row = self._file.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone() if self._file else None
            found = row[0] if row and isinstance(row[0], bytes) else b""
            if found[: prints.SIZE] == prints.of(key.encode(), value := found[prints.SIZE :]):
                self._used.add(key)
                return value
        return None

    def read(self, key: str, decoder: msgspec.msgpack.Decoder[Form]) -> Form | None:
        """What was put under this key, decoded; None too where a version of before kept it in another form."""
        value = self.get(key)
        try:
            return None if value is None else decoder.decode(value)
        except msgspec.DecodeError:
            return None

    def keep(self, key: str) -> None:
        """Do not forget what was put under this key, although nobody asked for it yet."""
        self._used.add(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep the value under this key, in the place of another."""
        self._used.add(key)
        with self._guarded():
            if self._file:
                row = (key, prints.of(key.encode(), value) + value)
                self._file.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", row)

    def save(self) -> None:
        """See to it that what was put is found by the next build too, and forget what was not asked for."""
        with self._guarded():
            if self._file:
                used = {key.encode() for key in self._used}
                kept = self._file.execute("SELECT rowid, key FROM kept")
                unused = [(row,) for row, key in kept if key not in used]
                self._file.executemany("DELETE FROM kept WHERE rowid = ?", unused)
                self._file.commit()

    def close(self) -> None:
        """Let go of the file; what was put since `save` is forgotten."""
        with self._guarded():
            if self._file:
                self._file.close()
        self._file = None

    def _open(self, path: Path | None) -> None:
        """Connect where a file can be had; what is no database of ours shows when it is first asked."""
        with suppress(OSError):
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
        with self._guarded():
            self._file = sqlite3.connect(path or _OF_OUR_OWN, timeout=0, check_same_thread=False)
            self._file.text_factory = bytes  # damaged words are no error
            self._file.execute(_TABLE)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let go of a file that fails; unless it may be good, begin a new one in its place, but no second one."""
        with self._lock:
            try:
                yield
            except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter: damaged words in a message of SQLite
                with suppress(sqlite3.Error):
                    if self._file:
                        self._file.close()
                self._file = None
                # the code is missing where Python itself found the fault
                may_be_good = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _REFUSES
                path, self._path = self._path, None
                if path is None:
                    return
                if not may_be_good and not self._damaged:
                    self._damaged = True
                    with suppress(OSError):
                        path.unlink()
                        self._path = path
                self._open(self._path)
