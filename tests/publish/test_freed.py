"""Files that are removed come in; their names are gone, what they held is, and no handle stays open."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future
from pathlib import Path

import pytest

from sco_digest.publish import freed
from sco_digest.publish.freed import WAITING, Freed


def handles() -> set[str]:
    """What this process has open, by the names that the system gives."""
    return {str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()}


def open_in(folder: Path) -> int:
    """How many files of a folder this process has open, be their names gone."""
    return sum(name.startswith(str(folder)) for name in handles())


def removed(gone: Freed, folder: Path, count: int) -> None:
    """Let so many files be removed, one after the other, each of which is gone then."""
    for number in range(count):
        file = folder / str(number)
        file.write_text("old")
        gone.remove(str(file))
        assert not file.exists()


class Asked(Future[None]):
    """A file that is freed no sooner than somebody waits for it."""

    def __init__(self, handle: int) -> None:
        super().__init__()
        self._handle = handle

    def result(self, *_: object) -> None:
        os.close(self._handle)


def test_names_are_gone_at_once_and_handles_at_the_end(tmp_path: Path) -> None:
    gone = Freed()
    removed(gone, tmp_path, 3 * WAITING)
    gone.finish()
    assert open_in(tmp_path) == 0


def test_a_build_waits_for_the_oldest_where_many_are_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Freed()
    monkeypatch.setattr(gone._threads, "submit", lambda _, handle: Asked(handle))
    removed(gone, tmp_path, WAITING)
    assert open_in(tmp_path) == WAITING
    removed(gone, tmp_path, 5)
    assert open_in(tmp_path) == WAITING
    gone.finish()
    assert open_in(tmp_path) == 0


def test_what_cannot_be_opened_is_removed_all_the_same(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.write_text("kept")
    link = tmp_path / "link"
    link.symlink_to(inner)
    gone = Freed()
    gone.remove(str(link))
    gone.finish()
    assert (link.is_symlink(), inner.read_text()) == (False, "kept")


def test_a_pipe_in_the_place_of_a_file_holds_nobody_up(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    gone = Freed()
    gone.remove(str(pipe))
    gone.finish()
    assert not pipe.exists()


def test_a_name_that_cannot_be_removed_is_an_error_and_no_handle_stays(tmp_path: Path) -> None:
    gone = Freed()
    with pytest.raises(FileNotFoundError):
        gone.remove(str(tmp_path / "none"))
    with pytest.raises(IsADirectoryError):
        gone.remove(str(tmp_path))
    gone.finish()
    assert str(tmp_path) not in handles()


def test_what_a_disk_says_when_it_frees_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def close(handle: int) -> None:
        freed_by(handle)
        raise OSError(5, "Input/output error")

    file = tmp_path / "file"
    file.write_text("old")
    freed_by = os.close
    monkeypatch.setattr(freed.os, "close", close)
    gone = Freed()
    gone.remove(str(file))
    with pytest.raises(OSError, match="Input/output error"):
        gone.finish()


def test_where_no_thread_can_be_started_files_are_removed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    gone = Freed()
    removed(gone, tmp_path, 2 * WAITING)
    gone.finish()
    assert open_in(tmp_path) == 1, "no more than the first stays open"
