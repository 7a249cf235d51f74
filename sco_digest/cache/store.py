"""A key comes in, the bytes that were kept under it go out, or None: one file of SQLite, of which nothing is believed.

Each value is kept with a print of key and value. A file that is damaged, is no store of ours, cannot be written or is
held by another build is as good as none: whatever is asked for is then made anew.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sco_digest.cache import prints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)"


class Store:
    """What was kept; whatever nobody asks for or puts between opening and `save` is forgotten then."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, or nothing at all where there is to be none."""
        self._path = path
        self._used: set[str] = set()
        self._file = _opened(path)

    @staticmethod
    def beside(output: Path) -> Path:
        """The file for an output folder: one for each, outside of what is published."""
        folder = output.resolve()
        return folder.with_name(f".{folder.name}.sco-digest-cache")

    def get(self, key: str) -> bytes | None:
        """What was put under this key, to the byte."""
        with self._guarded():
            row = self._file.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone() if self._file else None
            if row and row[0][: prints.SIZE] == prints.of(key.encode(), value := row[0][prints.SIZE :]):
                self._used.add(key)
                return bytes(value)
        return None

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
                known = {key for (key,) in self._file.execute("SELECT key FROM kept")}
                self._file.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in known - self._used))
                self._file.commit()

    def close(self) -> None:
        """Let go of the file; what was put since `save` is forgotten."""
        with self._guarded():
            if self._file:
                self._file.close()
        self._file = None

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """A file that fails is taken away, and a new one begun in its place; one that others hold is left to them."""
        try:
            yield
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                if self._file:
                    self._file.close()
            self._file = None
            if not _is_held(error) and self._path:
                with suppress(OSError):
                    self._path.unlink()
                    self._file = _opened(self._path)


def _opened(path: Path | None) -> sqlite3.Connection | None:
    """A connection; None where no file can be had. What is no database shows when it is first asked."""
    if path is None:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(path, timeout=0)
    except (OSError, sqlite3.Error):
        return None
    try:
        file.execute(_TABLE)
    except sqlite3.Error as error:
        file.close()
        return None if _is_held(error) or not _removed(path) else _opened(path)
    return file


def _is_held(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY)


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
