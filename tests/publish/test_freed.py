"""Files that are removed come in; their names are gone, what they held is, and no handle stays open."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from sco_digest.publish import freed
from sco_digest.publish.freed import WAITING, Freed


def handles() -> set[str]:
    """What this process has open, by the names that the system gives."""
    return {str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()}


def test_names_are_gone_at_once_and_handles_at_the_end(tmp_path: Path) -> None:
    gone = Freed()
    for number in range(3 * WAITING):
        file = tmp_path / str(number)
        file.write_text("old")
        gone.remove(str(file))
        assert not file.exists()
    gone.finish()
    assert not any(name.startswith(str(tmp_path)) for name in handles())


def test_a_build_waits_for_the_oldest_where_many_are_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / str(number) for number in range(WAITING + 5)]
    for file in files:
        file.write_text("old")
    open_at_once = []
    gone, remove = Freed(), os.unlink

    def unlink(path: str) -> None:
        remove(path)
        open_at_once.append(sum(name.startswith(str(tmp_path)) for name in handles()))

    monkeypatch.setattr(os, "unlink", unlink)
    for file in files:
        gone.remove(str(file))
    gone.finish()
    assert len(open_at_once) == len(files)
    assert max(open_at_once) <= WAITING + 1


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
    for number in range(2 * WAITING):
        file = tmp_path / str(number)
        file.write_text("old")
        gone.remove(str(file))
        assert not file.exists()
    gone.finish()
    assert sum(name.startswith(str(tmp_path)) for name in handles()) == 1, "no more than the first stays open"
