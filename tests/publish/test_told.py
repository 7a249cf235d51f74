"""Files, folders and what lies in the way come in; the site, or one line that says what to do, goes out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sco_digest.errors import PublishError
from sco_digest.model import Extent, Published, UnchangedFile
from sco_digest.publish import MARKER, disk, dropped, exchange, tree
from sco_digest.publish.lock import locked
from tests.projects import ROOT
from tests.published import publish
from tests.test_publish import beside, files, found, public
from tests.writing import page, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["public"]
UNTOUCHED = "nothing was published; the site before, if there was one, is untouched"


# ---- what is told of a site ------------------------------------------------------------------------------------------


def test_what_came_and_went_is_told_in_order(public: Path) -> None:
    first = publish([page("c.html"), page("a.html"), page("d/b.html")], public)
    assert first == Published(files=3, bytes=3, added=("a.html", "c.html", "d/b.html"))
    second = publish([page("c.html", "22"), page("a.html", "333"), page("e.html"), UnchangedFile("d/b.html")], public)
    assert second == Published(files=4, bytes=7, added=("e.html",), changed=("a.html", "c.html"))
    third = publish([page("e.html")], public)
    assert third == Published(files=1, bytes=1, removed=("a.html", "c.html", "d/b.html"))


def test_the_marker_warns_whoever_opens_it(public: Path) -> None:
    publish(files(index="1"), public)
    assert (public / MARKER).read_text() == (
        "sco-digest output, format 1\nEach build replaces this folder as a whole; keep nothing of your own in it.\n"
    )


def test_a_marker_that_is_a_link_is_none(public: Path, tmp_path: Path) -> None:
    publish(files(index="1"), public)
    (public / MARKER).rename(tmp_path / "marker")
    (public / MARKER).symlink_to(tmp_path / "marker")
    assert "was not written by sco-digest" in refusal(public, page("index.html"))


def test_folders_above_the_output_are_made(public: Path) -> None:
    publish(files(index="1"), public / "deep/er")
    assert found(public / "deep/er") == {"index.html": "1"}


def test_a_file_that_stays_keeps_its_time_without_links(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(old: Path, new: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    publish(files(index="1"), public)
    os.utime(public / "index.html", (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(os, "link", refuse)
    assert publish([UnchangedFile("index.html")], public).bytes == 1
    assert (public / "index.html").stat().st_mtime == 1_000_000_000


@pytest.mark.parametrize(("few", "whole"), [(3, False), (2, True)], ids=["as many as are few", "one more"])
def test_more_than_a_few_are_flushed_as_a_whole(
    public: Path, monkeypatch: pytest.MonkeyPatch, few: int, whole: bool
) -> None:
    """One file, the marker and the folder are three."""
    flushes: list[Path] = []
    monkeypatch.setattr(tree, "FEW", few)
    monkeypatch.setattr(tree, "flush_all", flushes.append)
    publish(files(index="1"), public)
    assert bool(flushes) is whole


def test_a_file_that_stays_is_the_same_file(public: Path) -> None:
    publish(files(index="1"), public)
    number = (public / "index.html").stat().st_ino
    publish([UnchangedFile("index.html")], public)
    assert (public / "index.html").stat().st_ino == number


def test_what_is_flushed_is_the_file_system_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(disk, "_syncfs", lambda handle: asked.append(os.fstat(handle).st_ino) or 0)
    disk.flush_all(tmp_path)
    assert asked == [tmp_path.stat().st_ino]


def test_what_is_flushed_is_the_very_file_or_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is on the disk is worth nothing where the bytes behind it are not."""
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: asked.append(os.fstat(handle).st_ino))
    (tmp_path / "index.html").touch()
    for path in (tmp_path / "index.html", tmp_path):
        disk.flush(path)
    assert asked == [(tmp_path / "index.html").stat().st_ino, tmp_path.stat().st_ino]


def test_only_of_a_folder_may_a_file_system_say_that_it_cannot_flush_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(22, "Invalid argument")

    (tmp_path / "index.html").touch()
    monkeypatch.setattr(os, "fsync", refuse)
    disk.flush(tmp_path)
    with pytest.raises(OSError, match="Invalid argument"):
        disk.flush(tmp_path / "index.html")


@pytest.mark.skipif(exchange._renameat2 is None, reason="the system can exchange no folders")
def test_a_site_changes_places_in_one_step(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads it never finds no folder at all."""

    def refuse(*_: str) -> None:
        raise OSError(5, "Input/output error")

    publish(files(index="1"), public)
    monkeypatch.setattr(os, "rename", refuse)
    publish(files(index="2"), public)
    assert found(public) == {"index.html": "2"}


# ---- the tree before -------------------------------------------------------------------------------------------------


def test_the_first_site_leaves_nothing_beside_it(public: Path) -> None:
    publish(files(index="1"), public, spare=True)
    assert beside(public) == []


def test_the_tree_before_stays_where_there_is_no_exchange(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_renameat2", None)
    for text in ("1", "2", "3"):
        publish(files(index=text), public, spare=True)
    assert beside(public) == [".public.sco-digest-before"]
    assert found(public.with_name(".public.sco-digest-before")) == {"index.html": "2"}


def test_a_tree_before_that_cannot_be_kept_is_removed(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target.name.endswith("-before"):
            raise OSError(1, "Operation not permitted")
        return rename(path, target)

    publish(files(index="1"), public)
    monkeypatch.setattr(Path, "rename", refuse)
    publish(files(index="2"), public, spare=True)
    assert (found(public), beside(public)) == ({"index.html": "2"}, [])


# ---- one build at a time ---------------------------------------------------------------------------------------------


def test_who_comes_second_is_told_to_wait(public: Path) -> None:
    with locked(public):
        assert refusal(public, page("a")) == f"{public}: another build is writing this site; wait until it has ended"


HELD = """
import os, sys, time
from pathlib import Path
from sco_digest.publish import taken
from sco_digest.workers import open_executor

def work():
    print(os.getpid(), flush=True)
    time.sleep(600)

if __name__ == "__main__":
    with taken(Path(sys.argv[1])), open_executor(2, 0) as executor:
        executor.submit(work).result()
"""


def test_workers_that_are_still_busy_hold_no_lock_of_a_build_that_was_killed(public: Path, tmp_path: Path) -> None:
    """They hear of its end when they have done what they are at, which may take a minute."""
    (tmp_path / "held.py").write_text(HELD)
    command = [sys.executable, str(tmp_path / "held.py"), str(public)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as build:
        assert build.stdout is not None
        worker = int(build.stdout.readline())
        build.kill()
    try:
        with locked(public):
            os.kill(worker, 0)  # it is there still
    finally:
        os.kill(worker, signal.SIGKILL)


def test_the_lock_is_of_nobody_else_and_no_link_is_followed(public: Path, tmp_path: Path) -> None:
    lock = public.with_name(".public.sco-digest-lock")
    with locked(public):
        assert lock.stat().st_mode & 0o777 == 0o600
    lock.symlink_to(tmp_path / "elsewhere")
    said = "no lock can be had here: Too many levels of symbolic links; remove it, unless a build is at work"
    assert refusal(public, page("a")) == f"{lock}: {said}"
    assert not (tmp_path / "elsewhere").exists()


# ---- what the disk refuses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "words"), [(OSError("odd"), "odd"), (OSError(28, "No space left on device"), "No space left on device")]
)
def test_a_refusal_in_the_words_of_the_system(error: OSError, words: str) -> None:
    with pytest.raises(PublishError) as caught, disk.refused(Path("public")):
        raise error
    assert str(caught.value) == f"public: cannot be written: {words}; {UNTOUCHED}"


def test_a_step_that_fails_names_the_output(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Iterator[None]:
        raise OSError(5, "Input/output error")

    publish(files(index="old"), public)
    for step in ("recover", "tree.Tree.begin", "tree.Tree.finish", "exchange._exchange"):
        with monkeypatch.context() as patch:
            patch.setattr(f"sco_digest.publish.{step}", refuse)
            assert refusal(public, page("a")) == f"{public}: cannot be written: Input/output error; {UNTOUCHED}"
        assert found(public) == {"index.html": "old"}
    assert beside(public) == []


def test_a_page_that_should_be_there_and_is_not_is_named(public: Path) -> None:
    publish(files(index="1"), public)
    assert refusal(public, UnchangedFile("gone.html")).startswith(
        f"{public}/gone.html: cannot be written: No such file"
    )
    assert found(public) == {"index.html": "1"}


# ---- how much a site may fall ----------------------------------------------------------------------------------------

FALLS = {
    "articles": (
        Extent(articles=1000, pages=90_000),
        12.5,
        (
            "articles would fall from 12,000 to 1,000, by 91.7 %, and --max-drop allows 12.5 %; "
            "look what is missing, or name a higher one"
        ),
    ),
    "pages": (
        Extent(articles=12_000, pages=9000),
        89,
        (
            "pages would fall from 90,000 to 9,000, by 90 %, and --max-drop allows 89 %; "
            "look what is missing, or name a higher one"
        ),
    ),
    "half of both, which is allowed": (Extent(articles=6000, pages=45_000), 50, ""),
}


@pytest.mark.parametrize(("now", "most", "why"), FALLS.values(), ids=FALLS)
def test_how_much_a_site_falls(public: Path, now: Extent, most: float, why: str) -> None:
    publish(files(index="1"), public, extent=Extent(articles=12_000, pages=90_000))
    assert dropped(public, now, most) == why


def test_a_site_whose_size_cannot_be_read_is_named(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    publish(files(index="1"), public)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert dropped(public, Extent(articles=1, pages=1), None) == ""
    with pytest.raises(PublishError) as caught:
        dropped(public, Extent(articles=1, pages=1), 0)
    assert str(caught.value).startswith(f"{public / MARKER}: cannot be read: Input/output error; ")


def test_a_site_of_nothing_cannot_fall(public: Path) -> None:
    publish(files(index="1"), public, extent=Extent(articles=0, pages=0))
    assert dropped(public, Extent(articles=0, pages=0), 0) == ""
