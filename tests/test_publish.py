"""Publishing: what is refused, what is replaced, and that nobody ever sees half a site."""

from __future__ import annotations

import builtins
import ctypes
import errno
import fcntl
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.errors import DigestError, PublishError
from sco_digest.model import Extent, OutputFile, UnchangedFile
from sco_digest.publish import MARKER, check_output, disk, dropped, exchange, taken, tree
from sco_digest.publish.lock import locked
from tests.published import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def files(**texts: str) -> Iterator[OutputFile]:
    """`files(index="a")` is the file index.html with the text a."""
    for name, text in texts.items():
        yield OutputFile(f"{name}.html", text.encode(), f"page {name}")


def found(folder: Path) -> dict[str, str]:
    """What lies in a site, without the marker."""
    return {
        file.relative_to(folder).as_posix(): file.read_text()
        for file in folder.rglob("*")
        if file.is_file() and file.name != MARKER
    }


def beside(folder: Path) -> list[str]:
    """What lies beside the site: nothing should."""
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


@pytest.fixture
def public(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "public"
    folder.parent.mkdir()
    return folder


# ---- what is written -------------------------------------------------------------------------------------------------


def test_a_site_is_written_and_counted(public: Path) -> None:
    published = publish(files(index="start", about="who"), public)
    assert found(public) == {"index.html": "start", "about.html": "who"}
    assert (published.files, published.bytes, published.written) == (2, 8, 2)
    assert beside(public) == []


def test_files_of_the_site_before_go(public: Path) -> None:
    publish(files(index="1", old="x"), public)
    publish(files(index="2"), public)
    assert found(public) == {"index.html": "2"}


def test_an_unchanged_file_is_the_same_file_with_its_time(public: Path) -> None:
    publish(files(index="1", same="s"), public)
    os.utime(public / "same.html", (1_000_000_000, 1_000_000_000))
    before = (public / "same.html").stat()
    published = publish(files(index="2", same="s"), public)
    after = (public / "same.html").stat()
    assert (after.st_ino, after.st_mtime) == (before.st_ino, before.st_mtime)
    assert published.written == 1


def test_a_file_of_the_same_length_but_other_words_is_written(public: Path) -> None:
    publish(files(index="75 percent"), public)
    publish(files(index="57 percent"), public)
    assert found(public) == {"index.html": "57 percent"}


def test_a_link_in_the_old_site_is_not_taken_over(public: Path, tmp_path: Path) -> None:
    publish(files(index="1"), public)
    (tmp_path / "elsewhere").write_text("1")
    (public / "index.html").unlink()
    (public / "index.html").symlink_to(tmp_path / "elsewhere")
    publish(files(index="1"), public)
    assert not (public / "index.html").is_symlink()


def test_the_marker_says_the_same_on_every_machine(public: Path) -> None:
    publish(files(index="1"), public)
    assert (public / MARKER).read_text().splitlines()[0] == "sco-digest output, format 1"


@pytest.mark.parametrize("mode", [0o750, 0o550])
def test_a_site_that_is_not_open_is_not_open_while_it_is_made(public: Path, mode: int) -> None:
    def looking() -> Iterator[OutputFile]:
        rights.append(public.with_name(".public.sco-digest-new").stat().st_mode & 0o777)
        yield from files(index="2")

    rights: list[int] = []
    publish(files(index="1"), public)
    public.chmod(mode)
    publish(looking(), public)
    assert rights == [0o750]
    assert public.stat().st_mode & 0o777 == mode


def test_an_output_knows_what_stands_there(public: Path) -> None:
    with taken(public) as output:
        assert output.published is None
        assert output.standing == {}
        assert output.publish(lambda _: files(index="1")) == output.published
        assert output.published is not None


def test_access_rights_of_the_folder_stay(public: Path) -> None:
    publish(files(index="1"), public)
    public.chmod(0o711)
    publish(files(index="2"), public)
    assert public.stat().st_mode & 0o777 == 0o711


def test_an_output_that_is_a_link_stays_one(public: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    target.mkdir()
    public.symlink_to(target)
    publish(files(index="1"), public)
    assert public.is_symlink()
    assert found(target) == {"index.html": "1"}


def test_many_files_are_flushed_at_once(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushes: list[str] = []
    monkeypatch.setattr(tree, "FEW", 2)
    monkeypatch.setattr(tree, "flush_all", lambda _: flushes.append("all"))
    publish(files(index="1", a="a", b="b"), public)
    assert flushes == ["all"]
    publish(files(index="1", a="a", b="c"), public)
    assert flushes == ["all"]


def test_every_file_and_folder_that_is_new_is_flushed_before_the_swap(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loss of power after the swap must lose nothing, so no folder on the way to a file is left out."""
    flushes: list[str] = []
    staging = public.with_name(".public.sco-digest-new")

    def flush(path: Path) -> None:
        flushes.append(path.relative_to(staging).as_posix() if path.is_relative_to(staging) else path.name)

    monkeypatch.setattr(tree, "flush", flush)
    monkeypatch.setattr(exchange, "flush", flush)
    publish([OutputFile("2025/11/a/index.html", b"1"), OutputFile("b/index.html", b"2")], public)
    folders = [".", "2025", "2025/11", "2025/11/a", "b"]
    assert sorted(flushes[:-1]) == sorted([MARKER, "2025/11/a/index.html", "b/index.html", *folders])
    assert flushes[-1] == public.parent.name
    flushes.clear()
    publish([OutputFile("2025/11/a/index.html", b"1")], public, spare=True)
    publish([OutputFile("2025/11/a/index.html", b"1"), OutputFile("2025/12/index.html", b"1")], public, spare=True)
    assert {"2025", "2025/12", "2025/12/index.html"} <= set(flushes)


def test_new_folders_above_the_site_are_flushed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushes: list[str] = []
    monkeypatch.setattr(disk, "flush", lambda path: flushes.append(path.relative_to(tmp_path).as_posix()))
    publish(files(index="1"), tmp_path / "deep/er/public")
    assert sorted(flushes) == [".", "deep"]
    flushes.clear()
    publish(files(index="2"), tmp_path / "deep/er/public")
    assert flushes == []


def test_what_is_copied_for_want_of_links_is_flushed_too(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    publish(files(index="1"), public)
    flushes: list[str] = []
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(tree, "flush", lambda path: flushes.append(path.name))
    publish([UnchangedFile("index.html")], public)
    assert "index.html" in flushes
    assert found(public) == {"index.html": "1"}


def failing(number: int, *_: object) -> int:
    """A call of the system that fails with this error."""
    ctypes.set_errno(number)
    return -1


def test_what_the_disk_does_not_take_is_named(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(files(index="old"), public)
    monkeypatch.setattr(disk, "_syncfs", partial(failing, errno.EIO))
    monkeypatch.setattr(tree, "FEW", 0)
    with pytest.raises(PublishError, match="cannot be written: Input/output error"):
        publish(files(index="new"), public)
    assert found(public) == {"index.html": "old"}
    assert beside(public) == []


def test_the_whole_disk_is_flushed_where_there_is_no_call_for_a_part(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushes: list[str] = []
    monkeypatch.setattr(disk, "_syncfs", None)
    monkeypatch.setattr(tree, "FEW", 0)
    monkeypatch.setattr(os, "sync", lambda: flushes.append("all"))
    publish(files(index="1"), public)
    assert flushes == ["all"]


@pytest.mark.parametrize(("number", "refuses"), [(errno.EINVAL, False), (errno.EIO, True)], ids=["cannot", "fails"])
def test_a_file_system_that_cannot_flush_folders(
    public: Path, monkeypatch: pytest.MonkeyPatch, number: int, refuses: bool
) -> None:
    fsync = os.fsync

    def folders_not(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", folders_not)
    if refuses:
        with pytest.raises(PublishError, match="Input/output error"):
            publish(files(index="1"), public)
        assert not public.exists()
        return
    publish(files(index="1"), public)
    assert found(public) == {"index.html": "1"}


# ---- the tree before ---


PATHS = ("a", "a/b", "a/b/c", "d", "e/f", "e/g")
SITES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["", "1", "2", "33"]))
SPOILING = ("", "written into", "replaced", "a link", "a folder", "gone")


def spoilt(folder: Path, path: str, how: str) -> None:
    """A file as somebody else could leave it."""
    place = folder / path
    if not how or not place.is_file() or place.is_symlink():
        return
    if how == "written into":
        place.write_text("spoilt")
        return
    place.unlink()
    if how == "replaced":
        place.write_text("1")
    elif how == "a link":
        place.symlink_to("elsewhere")
    elif how == "a folder":
        (place / "inner").mkdir(parents=True)


@given(
    st.lists(st.tuples(SITES, st.booleans(), st.sampled_from(PATHS), st.sampled_from(SPOILING)), min_size=2, max_size=6)
)
def test_whatever_tree_it_begins_with_the_site_is_what_it_is_given(
    steps: list[tuple[dict[str, str], bool, str, str]],
) -> None:
    with TemporaryDirectory() as top:
        public, before = Path(top, "public"), Path(top, ".public.sco-digest-before")
        for site, spare, path, how in steps:
            wanted = {one: text for one, text in site.items() if not any(other.startswith(f"{one}/") for other in site)}
            old = found(public) if public.exists() else {}
            numbers = {one: (public / one).stat().st_ino for one in old}
            published = publish((OutputFile(one, text.encode()) for one, text in wanted.items()), public, spare=spare)
            assert found(public) == wanted
            same = {one for one in wanted if old.get(one) == wanted[one]}
            assert {one for one in wanted if numbers.get(one) == (public / one).stat().st_ino} >= same
            assert not same & {*published.added, *published.changed}
            assert {file for file in public.rglob("*") if file.is_dir() and not any(file.iterdir())} == set()
            assert published.bytes == sum(len(text) for text in wanted.values())
            assert before.exists() <= spare
            spoilt(before, path, how)


def test_the_next_build_begins_with_the_tree_before(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("1", "2"):
        publish(files(index=text, a="a", b="b"), public, spare=True)
    links: list[str] = []
    link = os.link
    monkeypatch.setattr(os, "link", lambda old, new: (links.append(new.name), link(old, new)))
    published = publish(files(index="3", a="a", b="b"), public, spare=True)
    assert (published.changed, links) == (("index.html",), [])
    assert found(public) == {"index.html": "3", "a.html": "a", "b.html": "b"}
    assert found(public.with_name(".public.sco-digest-before"))["index.html"] == "2"
    assert beside(public) == [".public.sco-digest-before"]
    publish(files(index="4", a="a"), public)
    assert found(public) == {"index.html": "4", "a.html": "a"}
    assert beside(public) == []


def test_a_name_in_other_capitals_takes_the_place_of_the_one_before(public: Path) -> None:
    """Some file systems take both for one."""
    for names in (("Logo.png", "Img/a"), ("other", "b"), ("logo.png", "img/a")):
        publish((OutputFile(name, b"1") for name in names), public, spare=True)
    assert found(public) == {"logo.png": "1", "img/a": "1"}


def test_no_file_that_is_there_is_written_into(public: Path) -> None:
    made = tree.Tree(public, public.with_name("previous"))
    made.begin()
    (public / "index.html").write_text("somebody's")
    with pytest.raises(FileExistsError):
        made.add("index.html", b"mine")
    assert (public / "index.html").read_text() == "somebody's"


def test_a_tree_before_that_is_a_link_is_left_alone(public: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    public.with_name(".public.sco-digest-before").symlink_to(elsewhere)
    publish(files(index="1"), public, spare=True)
    assert found(elsewhere) == {"mine.txt": "mine"}


@pytest.mark.parametrize("name", ["sco-digest-new", "topics"])
def test_a_tree_before_that_is_not_ours_to_change_is_not_begun_with(
    public: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for number in range(2):
        publish([OutputFile("topics/a.html", str(number).encode())], public, spare=True)
    assert beside(public) == [".public.sco-digest-before"]
    refused: list[str] = []
    access = os.access

    def refuse(place: str, how: int) -> bool:
        if name in place.rpartition("/")[2] and not refused:
            refused.append(place)
            return False
        return access(place, how)

    monkeypatch.setattr(os, "access", refuse)
    publish([OutputFile("topics/a.html", b"2")], public, spare=True)
    assert len(refused) == 1
    assert found(public) == {"topics/a.html": "2"}
    assert beside(public) == [".public.sco-digest-before"]


def test_a_tree_before_that_cannot_be_removed_either_stays(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(tree: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(tree))

    for number in range(2):
        publish(files(index=str(number)), public, spare=True)
    before = public.with_name(".public.sco-digest-before").stat().st_ino
    access, asked = os.access, []
    monkeypatch.setattr(os, "access", lambda place, how: bool(asked) or asked.append(place) or access("/none", how))
    monkeypatch.setattr("sco_digest.publish.remove", keep)
    publish(files(index="2"), public, spare=True)
    assert found(public) == {"index.html": "2"}
    assert public.with_name(".public.sco-digest-before").stat().st_ino == before


def test_a_page_of_the_site_before_that_cannot_be_read_is_written_anew(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        if path == public / "a.html":
            raise OSError(errno.EIO, "Input/output error", str(path))
        return read_bytes(path)

    publish(files(a="1", b="1"), public)
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert publish(files(a="1", b="1"), public).changed == ("a.html",)
    monkeypatch.undo()
    assert found(public) == {"a.html": "1", "b.html": "1"}


def test_the_new_site_is_as_read_only_as_the_one_before_when_it_is_whole(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everywhere, so it is looked at when the rights are taken over."""
    publish(files(a="1"), public)
    public.chmod(0o555)
    there: list[str] = []
    copymode = shutil.copymode

    def look(old: Path, new: Path) -> None:
        there.extend(sorted(path.name for path in new.iterdir()))
        copymode(old, new)

    monkeypatch.setattr(shutil, "copymode", look)
    publish(files(a="1", b="2"), public)
    assert there == sorted([MARKER, "a.html", "b.html"])
    assert public.stat().st_mode & 0o777 == 0o555


@pytest.mark.parametrize("name", ["new", "old"])
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/"), lambda path: path.write_text("mine")])
def test_what_is_no_folder_at_the_place_of_one_of_ours_is_removed(
    public: Path, name: str, make: Callable[[Path], object]
) -> None:
    publish(files(index="1"), public)
    make(public.with_name(f".public.sco-digest-{name}"))
    publish(files(index="2"), public)
    assert found(public) == {"index.html": "2"}
    assert beside(public) == []


def test_what_nobody_may_write_into_is_removed_all_the_same(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may remove everything, so the first attempt is made to fail as it would for anybody else."""
    publish(files(index="1"), public)
    left = public.with_name(".public.sco-digest-new")
    (left / "inner").mkdir(parents=True)
    (left / "inner/a.html").write_text("a")
    (left / "linked").symlink_to(public)
    public.chmod(0o750)
    for folder in (left / "inner", left):
        folder.chmod(0o500)
    rmtree = shutil.rmtree
    rights: list[int] = []

    def refuse_first(tree: Path, *wishes: Any, **more: Any) -> None:
        rights.append((tree / "inner").stat().st_mode & 0o777)
        if len(rights) == 1:
            raise PermissionError(errno.EACCES, "Permission denied", str(tree))
        rmtree(tree, *wishes, **more)

    monkeypatch.setattr(shutil, "rmtree", refuse_first)
    exchange.remove(left)
    assert rights == [0o500, 0o700]
    assert beside(public) == []
    assert found(public) == {"index.html": "1"}
    assert public.stat().st_mode & 0o777 == 0o750, "what is behind a link keeps its rights"


def test_an_old_site_whose_place_is_empty_is_never_removed(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second of two renames fails and the way back too, the next build puts it back."""
    publish(files(index="old"), public)
    rename = os.rename
    done: list[str] = []

    def only_once(old: str, new: str) -> None:
        done.append(str(new))
        if len(done) > 1:
            raise OSError(errno.EIO, "Input/output error")
        rename(old, new)

    monkeypatch.setattr(exchange, "_renameat2", None)
    monkeypatch.setattr(os, "rename", only_once)
    with pytest.raises(PublishError, match="Input/output error"):
        publish(files(index="new"), public)
    assert beside(public) == [".public.sco-digest-old"]
    monkeypatch.undo()
    with pytest.raises(ValueError, match="bug"):
        publish(broken(ValueError("bug")), public)
    assert found(public) == {"index.html": "old"}


def test_a_tree_that_may_not_be_changed_even_when_it_is_new_stops_the_build(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def refuse(_: str, how: int) -> bool:
        asked.append(how)
        return False

    monkeypatch.setattr(os, "access", refuse)
    with pytest.raises(PublishError, match="cannot be written: Permission denied; nothing was published"):
        publish(files(index="1"), public)
    assert asked == [os.R_OK | os.W_OK | os.X_OK]


def test_without_being_asked_no_tree_is_kept(public: Path) -> None:
    for number in range(2):
        with taken(public) as output:
            output.publish(lambda _, text=str(number): files(index=text))
    assert beside(public) == []


def test_what_cannot_be_removed_is_named(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(tree: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(tree))

    publish(files(index="1"), public)
    left = public.with_name(".public.sco-digest-new")
    left.mkdir()
    monkeypatch.setattr(exchange, "remove", keep)
    message = f"{left}: cannot be removed: Operation not permitted; remove it yourself, then build again"
    with pytest.raises(PublishError, match=re.escape(message)):
        publish(files(index="2"), public)
    assert found(public) == {"index.html": "1"}


def test_a_mounted_folder_is_refused_before_any_work(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path == public)
    public.mkdir(parents=True, exist_ok=True)
    with pytest.raises(PublishError) as caught:
        publish(files(index="1"), public)
    assert str(caught.value) == (
        f"{public}: a mounted file system cannot be replaced as a whole; choose a folder in it, such as {public}/site"
    )


# ---- what is refused -------------------------------------------------------------------------------------------------

BAD_PATHS = {
    "empty": "",
    "absolute": "/etc/passwd",
    "above": "../index.html",
    "above in the middle": "a/../../index.html",
    "dot": "a/./index.html",
    "empty part": "a//index.html",
    "a folder": "a/",
    "backslash": "a\\index.html",
    "NUL": "a\0.html",
    "line break": "a\n.html",
    "half a character": "a\ud800.html",
    "long name": "é" * 128,
    "a device of Windows": "pages/Con/index.html",
    "a device with an ending": "nul.html",
}


@pytest.mark.parametrize("path", BAD_PATHS.values(), ids=BAD_PATHS)
def test_paths_that_cannot_be(public: Path, path: str) -> None:
    with pytest.raises(PublishError, match="page of trade"):
        publish([OutputFile(path, b"", "page of trade")], public)
    assert not public.exists()
    assert beside(public) == []


CLASHES = {
    "the same": ("a.html", "a.html"),
    "only case differs": ("Trade/index.html", "trade/index.html"),
    "two ways to write one letter": ("caf\u00e9.html", "cafe\u0301.html"),
    "a file where another wants a folder": ("a", "a/b.html"),
    "a folder where another wants a file": ("a/b.html", "A"),
}


@pytest.mark.parametrize("paths", CLASHES.values(), ids=CLASHES)
def test_two_outputs_for_one_path_name_both(public: Path, paths: tuple[str, str]) -> None:
    first, second = paths
    with pytest.raises(PublishError) as caught:
        publish([OutputFile(first, b"1", "seeds/one.txt"), OutputFile(second, b"2", "seeds/two.txt")], public)
    assert "seeds/one.txt" in str(caught.value)
    assert "seeds/two.txt" in str(caught.value)
    assert not public.exists()


def test_nobody_may_write_the_marker(public: Path) -> None:
    with pytest.raises(PublishError, match="marker"):
        publish([OutputFile(MARKER, b"")], public)


def test_neighbours_in_a_folder_do_not_clash(public: Path) -> None:
    publish([OutputFile("a/b.html", b""), OutputFile("a/c.html", b""), OutputFile("a.html", b"")], public)
    assert len(found(public)) == 3


def test_a_folder_of_somebody_else_is_refused_unless_forced(public: Path) -> None:
    public.mkdir()
    (public / "thesis.txt").write_text("ten years of work")
    with pytest.raises(PublishError, match=r"not written by sco-digest; .*--force"):
        publish(files(index="1"), public)
    assert found(public) == {"thesis.txt": "ten years of work"}
    publish(files(index="1"), public, force=True)
    assert found(public) == {"index.html": "1"}


MARKERS = {"of another program": b"hello\n", "of a later format": b"sco-digest output, format 2\n", "empty": b""}


@pytest.mark.parametrize("text", MARKERS.values(), ids=MARKERS)
def test_a_marker_that_is_not_ours_is_none(public: Path, text: bytes) -> None:
    public.mkdir()
    (public / MARKER).write_bytes(text)
    with pytest.raises(PublishError, match="not written by sco-digest"):
        publish(files(index="1"), public)


def test_an_empty_folder_is_taken(public: Path) -> None:
    public.mkdir()
    publish(files(index="1"), public)
    assert found(public) == {"index.html": "1"}


def test_a_repository_in_the_output_is_not_lost(public: Path) -> None:
    publish(files(index="1"), public)
    (public / ".git").mkdir()
    with pytest.raises(PublishError, match="git repository"):
        publish(files(index="2"), public)
    assert (public / ".git").is_dir()


def test_a_file_cannot_be_the_output(public: Path) -> None:
    public.write_text("a file")
    with pytest.raises(PublishError, match="not a folder"):
        publish(files(index="1"), public, force=True)
    assert public.read_text() == "a file"


UNSAFE = {
    "root": ("/", "root of the file system"),
    "home": ("home", "home folder"),
    "above home": ("home/..", "home folder"),
    "where one is": ("home/project", "folder you are in"),
    "the seeds": ("home/project/seeds", "one another"),
    "inside the seeds": ("home/project/seeds/public", "one another"),
    "above the templates": ("other", "one another"),
    "a link to the seeds": ("link", "one another"),
}


@pytest.mark.parametrize(("output", "words"), UNSAFE.values(), ids=UNSAFE)
def test_folders_that_must_not_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, words: str
) -> None:
    seeds, templates = tmp_path / "home/project/seeds", tmp_path / "other/templates"
    for folder in (seeds, templates):
        folder.mkdir(parents=True)
    (tmp_path / "link").symlink_to(seeds)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "home/project")
    with pytest.raises(PublishError, match=words):
        check_output(tmp_path / output, inputs=(seeds, templates), force=True)


def test_a_folder_in_the_project_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    check_output(Path("public"), inputs=(tmp_path / "seeds",))


# ---- all or nothing --------------------------------------------------------------------------------------------------


def broken(error: BaseException) -> Iterator[OutputFile]:
    yield OutputFile("index.html", b"new")
    raise error


@pytest.mark.parametrize("error", [DigestError("template"), KeyboardInterrupt(), ValueError("bug")], ids=repr)
def test_a_build_that_fails_leaves_the_old_site(public: Path, error: BaseException) -> None:
    publish(files(index="old"), public)
    with pytest.raises(type(error)):
        publish(broken(error), public)
    assert found(public) == {"index.html": "old"}
    assert beside(public) == []


def test_a_full_disk_is_one_clear_line(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = builtins.open

    def full(path: str, mode: str = "r", **wishes: Any) -> IO[Any]:
        if "x" in mode:
            raise OSError(errno.ENOSPC, "No space left on device", path)
        return opened(path, mode, **wishes)

    publish(files(index="old"), public)
    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(PublishError, match=r"index.html: cannot be written: No space left on device"):
        publish(files(index="new"), public)
    assert found(public) == {"index.html": "old"}
    assert beside(public) == []


def test_without_links_everything_is_written(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    publish(files(index="1"), public)
    monkeypatch.setattr(os, "link", refuse)
    assert publish(files(index="1"), public).written == 1
    assert found(public) == {"index.html": "1"}


def test_two_renames_where_there_is_no_exchange(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_renameat2", None)
    publish(files(index="1"), public)
    publish(files(index="2"), public)
    assert found(public) == {"index.html": "2"}
    assert beside(public) == []


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EBUSY])
def test_an_exchange_that_is_refused_is_not_done_by_two_renames(
    public: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """For a moment between them there would be no site."""
    publish(files(index="old"), public)
    monkeypatch.setattr(exchange, "_renameat2", partial(failing, number))
    with pytest.raises(PublishError, match=re.escape(os.strerror(number))):
        publish(files(index="new"), public)
    assert found(public) == {"index.html": "old"}
    assert beside(public) == []


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM])
def test_an_exchange_that_a_file_system_does_not_have_is_done_by_two_renames(
    public: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    publish(files(index="old"), public)
    monkeypatch.setattr(exchange, "_renameat2", partial(failing, number))
    publish(files(index="new"), public)
    assert found(public) == {"index.html": "new"}


def test_the_second_rename_fails_and_the_first_is_undone(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(files(index="old"), public)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.endswith("-new"):
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(exchange, "_renameat2", None)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PublishError, match="busy"):
        publish(files(index="new"), public)
    assert found(public) == {"index.html": "old"}
    assert beside(public) == []


@pytest.mark.parametrize("exchange_there", [True, False], ids=["in one step", "by two renames"])
@pytest.mark.parametrize("old", ["old", ""], ids=["a site before", "the first site"])
def test_a_swap_that_the_disk_does_not_take_is_undone(
    public: Path, monkeypatch: pytest.MonkeyPatch, old: str, exchange_there: bool
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    if old:
        publish(files(index=old), public)
    if not exchange_there:
        monkeypatch.setattr(exchange, "_renameat2", None)
    monkeypatch.setattr(exchange, "flush", refuse)
    with pytest.raises(PublishError, match=r"Input/output error; nothing was published"):
        publish(files(index="new"), public, spare=True)
    assert (found(public) if public.exists() else {}) == ({"index.html": old} if old else {})
    assert beside(public) == []


def test_a_swap_is_undone_by_two_renames_where_the_exchange_is_refused_by_then(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        monkeypatch.setattr(exchange, "_renameat2", None)
        raise OSError(errno.EIO, "Input/output error")

    publish(files(index="old"), public)
    monkeypatch.setattr(exchange, "flush", refuse)
    with pytest.raises(PublishError, match=r"Input/output error; nothing was published"):
        publish(files(index="new"), public, spare=True)
    assert found(public) == {"index.html": "old"}
    assert beside(public) == []


@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), OSError("odd")], ids=["usual", "odd"])
@pytest.mark.parametrize("old", ["old", ""], ids=["a site before", "the first site"])
def test_a_swap_that_can_neither_be_flushed_nor_undone_is_told_of(
    public: Path, monkeypatch: pytest.MonkeyPatch, old: str, error: OSError
) -> None:
    """As on a disk that the system makes read-only at its first error: what stands there is the new site."""

    def refuse_rename(path: Path, target: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    def refuse(path: Path) -> None:
        monkeypatch.setattr(exchange, "_renameat2", None)
        monkeypatch.setattr(os, "rename", refuse_rename)
        raise error

    if old:
        publish(files(index=old), public)
    monkeypatch.setattr(exchange, "flush", refuse)
    assert publish(files(index="new"), public).unsure == (str(error) if error.strerror is None else error.strerror)
    assert found(public) == {"index.html": "new"}


def test_a_site_caught_between_two_renames_comes_back(public: Path) -> None:
    publish(files(index="old"), public)
    public.rename(public.with_name(".public.sco-digest-old"))
    with pytest.raises(ValueError, match="bug"):
        publish(broken(ValueError("bug")), public)
    assert found(public) == {"index.html": "old"}


def test_what_a_killed_build_left_is_removed(public: Path) -> None:
    publish(files(index="old"), public)
    for name in (".public.sco-digest-new", ".public.sco-digest-old"):
        (public.parent / name / "half").mkdir(parents=True)
    publish(files(index="new"), public)
    assert found(public) == {"index.html": "new"}
    assert beside(public) == []


def test_two_builds_at_once_do_not_mix(public: Path) -> None:
    def inner() -> Iterator[OutputFile]:
        yield OutputFile("index.html", b"outer")
        with pytest.raises(PublishError, match="another build"):
            publish(files(index="inner"), public)

    publish(inner(), public)
    assert found(public) == {"index.html": "outer"}
    assert beside(public) == []


def test_a_lock_file_that_cannot_be_removed_hinders_nobody(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name.endswith("-lock"):
            raise OSError(errno.EROFS, "Read-only file system")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    publish(files(index="1"), public)
    assert beside(public) == [".public.sco-digest-lock"]
    publish(files(index="2"), public)
    assert found(public) == {"index.html": "2"}


def test_who_holds_the_lock_publishes_and_nobody_else(public: Path) -> None:
    with taken(public) as output:
        output.publish(lambda _: files(index="1"))
        with pytest.raises(PublishError, match="another build"), locked(public):
            pass
        assert beside(public) == [".public.sco-digest-lock"]
    assert beside(public) == []


# ---- the extent of a site -------------------------------------------------------------------------------------------


def test_the_marker_says_how_large_a_site_is(public: Path) -> None:
    assert dropped(public, Extent(articles=0, pages=0), 0) == ""
    publish(files(index="1"), public, extent=Extent(articles=1200, pages=40))
    assert (public / MARKER).read_text().splitlines()[2:] == ["articles 1200", "pages 40"]


DROPS = {
    "no limit": (Extent(articles=0, pages=0), None, ""),
    "more": (Extent(articles=130, pages=500), 0, ""),
    "as many": (Extent(articles=120, pages=400), 0, ""),
    "up to the limit": (Extent(articles=96, pages=320), 20, ""),
    "articles past it": (
        Extent(articles=95, pages=400),
        20,
        "articles would fall from 120 to 95, by 20.8 %, and --max-drop allows 20 %",
    ),
    "pages past it": (
        Extent(articles=120, pages=399),
        0,
        "pages would fall from 400 to 399, by 0.25 %, and --max-drop allows 0 %",
    ),
}


@pytest.mark.parametrize(("now", "most", "why"), DROPS.values(), ids=DROPS)
def test_a_site_that_falls_by_too_much(public: Path, now: Extent, most: float | None, why: str) -> None:
    publish(files(index="1"), public, extent=Extent(articles=120, pages=400))
    assert dropped(public, now, most).partition(";")[0] == why


def test_a_site_that_does_not_say_how_large_it_is_can_fall(public: Path) -> None:
    publish(files(index="1"), public)
    assert dropped(public, Extent(articles=0, pages=0), 0) == ""
    (public / MARKER).write_text("somebody's\narticles 9\npages 9\n")
    assert dropped(public, Extent(articles=0, pages=0), 0) == ""


def test_a_lock_file_that_goes_away_while_we_wait_is_made_anew(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = public.with_name(".public.sco-digest-lock")
    flock, taken = fcntl.flock, []

    def remove_first(handle: int, how: int) -> None:
        taken.append(handle)
        if len(taken) == 1:
            lock.unlink()
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", remove_first)
    publish(files(index="1"), public)
    assert len(taken) == 2
    assert beside(public) == []


def test_a_reader_never_sees_half_a_site(public: Path) -> None:
    """Every page of a version says which one it is; a reader compares two of them through one open folder."""
    publish(files(a="0", z="0"), public)
    seen: list[tuple[str, str]] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            if pair := pair_in(public):
                seen.append(pair)

    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(read)
        try:
            for version in range(40):
                publish(files(a=str(version), z=str(version)), public)
                looks = len(seen)
                while len(seen) == looks and not reader.done():
                    time.sleep(0)  # it has a look between any two
        finally:
            stop.set()
        reader.result()
    assert len(seen) >= 40
    assert [pair for pair in seen if pair[0] != pair[1]] == []


def pair_in(public: Path) -> tuple[str, str] | None:
    """What two pages say; None where the folder that was opened has gone, and another has its name."""
    folder = os.open(public, os.O_RDONLY)
    try:
        first, second = (Path(f"/proc/self/fd/{folder}/{name}.html").read_text() for name in "az")
    except FileNotFoundError:
        assert not os.path.samestat(os.fstat(folder), public.stat()), "a page of the site is missing"
        return None
    finally:
        os.close(folder)
    return first, second


KILLED = """
import sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from sco_digest.model import OutputFile
from tests.published import publish

def files():
    for number in range(int(sys.argv[2])):
        yield OutputFile(f"{number}/index.html", b"new")
    print("now", flush=True)
    time.sleep(60)

publish(files(), Path(sys.argv[1]))
"""


@pytest.mark.parametrize("written", [0, 3, 50])
def test_a_build_that_is_killed_leaves_the_old_site(public: Path, written: int) -> None:
    publish(files(index="old"), public)
    with subprocess.Popen([sys.executable, "-c", KILLED, str(public), str(written)], stdout=subprocess.PIPE) as build:
        assert build.stdout is not None
        build.stdout.readline()
        assert found(public) == {"index.html": "old"}
        build.send_signal(signal.SIGKILL)
    assert found(public) == {"index.html": "old"}
    publish(files(index="new"), public)
    assert found(public) == {"index.html": "new"}
    assert beside(public) == []


def test_a_refusal_names_the_path_and_the_mend() -> None:
    with pytest.raises(PublishError) as caught, disk.refused(Path("public/index.html")):
        raise PermissionError(errno.EACCES, "Permission denied")
    assert str(caught.value).startswith(
        "public/index.html: cannot be written: Permission denied; nothing was published"
    )
