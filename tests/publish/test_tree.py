"""Trees of before that differ from the site come in; what is removed, and what is flushed for it, goes out."""

from __future__ import annotations

import builtins
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pytest

from sco_digest.model import UnchangedFile
from sco_digest.publish import MARKER, exchange, taken, tree
from sco_digest.standing import standing, told
from tests.published import publish
from tests.test_publish import found, public
from tests.writing import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sco_digest.model import OutputFile
    from sco_digest.standing import Told

__all__ = ["public"]
STAGING = ".public.sco-digest-new"


def in_turn(output: Path, *sites: Iterable[str]) -> None:
    """One site after the other, each of which leaves its tree to the next but one."""
    for paths in sites:
        publish([page(path) for path in paths], output, spare=True)


GONE = {
    "a file": (("a/b/1", "a/b/2"), ("a/b/1",), "a/b"),
    "a folder": (("a/b/1", "a/b/c/1"), ("a/b/1",), "a/b"),
    "a folder in a folder": (("a/b/1", "a/b/c/d/1"), ("a/b/1",), "a/b"),
    "a folder at the top": (("1", "a/b/c/1"), ("1",), ""),
}


@pytest.mark.parametrize(("before", "after", "folder"), GONE.values(), ids=GONE)
def test_a_folder_from_which_a_name_goes_is_flushed(
    public: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...], after: tuple[str, ...], folder: str
) -> None:
    """Else a loss of power could bring back what is gone."""
    in_turn(public, before, before)
    flushed: list[Path] = []
    monkeypatch.setattr(tree, "flush", flushed.append)
    in_turn(public, after)
    staging = public.with_name(STAGING)
    assert staging / folder in flushed
    assert [place for place in flushed if place.is_relative_to(staging) and place.name == "None"] == []
    assert found(public) == dict.fromkeys(after, "1")


def alike(place: Path) -> list[str]:
    """What stands in a folder under a name that a file system without case takes for this one."""
    return [one.name for one in place.parent.iterdir() if one.name.casefold() == place.name.casefold()]


@pytest.fixture
def without_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file system take `a` and `A` for one, as those of other systems do."""
    opened, made, linked = builtins.open, os.mkdir, os.link

    def open_new(path: str, mode: str = "r", **wishes: Any) -> IO[Any]:
        if "x" in mode and alike(Path(path)):
            raise FileExistsError(17, "File exists", path)
        return opened(path, mode, **wishes)

    def mkdir(path: str, *mode: int) -> None:
        if Path(path).name not in alike(Path(path)) and alike(Path(path)):
            raise FileExistsError(17, "File exists", path)
        made(path, *mode)

    def link(old: str, new: str) -> None:
        if alike(Path(new)):
            raise FileExistsError(17, "File exists", new)
        linked(old, new)

    monkeypatch.setattr("builtins.open", open_new)
    monkeypatch.setattr(os, "mkdir", mkdir)
    monkeypatch.setattr(os, "link", link)


RENAMED = {
    "a file": (("Logo.png", "b"), ("logo.png", "b")),
    "a folder": (("Img/a", "b"), ("img/a", "b")),
    "a folder and its file": (("Img/A", "b"), ("img/a", "b")),
    "a file that becomes a folder": (("Img", "b"), ("img/a", "b")),
    "a folder that becomes a file": (("Img/a", "b"), ("img", "b")),
}


@pytest.mark.usefixtures("without_case")
@pytest.mark.parametrize(("before", "after"), RENAMED.values(), ids=RENAMED)
def test_a_name_in_other_capitals_makes_room(public: Path, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    in_turn(public, before, before, after, after, before)
    assert found(public) == dict.fromkeys(before, "1")


@pytest.mark.usefixtures("without_case")
def test_a_folder_that_was_made_in_this_build_stays(public: Path) -> None:
    in_turn(public, ("b",), ("b",), ("Img/a", "Img/b"))
    assert found(public) == {"Img/a": "1", "Img/b": "1"}


def test_what_is_flushed_last_is_the_folder_of_the_site(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(exchange, "flush", flushed.append)
    in_turn(public, ("a",), ("b",))
    assert flushed == [public.parent] * 2


def test_a_file_of_the_tree_before_is_believed_only_where_it_is_the_same_file(public: Path) -> None:
    in_turn(public, ("a", "b"), ("a", "b"))
    spoilt = public.with_name(".public.sco-digest-before") / "a"
    spoilt.unlink()
    spoilt.write_text("9")
    in_turn(public, ("a", "b"))
    assert found(public) == {"a": "1", "b": "1"}


def test_a_link_as_long_as_a_file_is_not_taken_over(public: Path) -> None:
    publish([page("a"), page("b")], public)
    (public / "a").unlink()
    (public / "a").symlink_to("b")
    publish([page("a"), page("b")], public)
    assert not (public / "a").is_symlink()
    assert found(public) == {"a": "1", "b": "1"}


@pytest.mark.parametrize("after", [("a", "b"), ("b",)], ids=["in the place of a page", "of no page"])
def test_a_link_in_the_tree_before_is_removed_and_what_it_leads_to_is_not(public: Path, after: tuple[str, ...]) -> None:
    in_turn(public, ("a", "b"), ("a", "b"))
    link, elsewhere = public.with_name(".public.sco-digest-before") / "a", public.with_name("elsewhere")
    elsewhere.write_text("kept")
    link.unlink()
    link.symlink_to(elsewhere)
    in_turn(public, after)
    assert found(public) == dict.fromkeys(after, "1")
    assert elsewhere.read_text() == "kept"


def standing_after(public: Path, files: list[OutputFile | UnchangedFile]) -> dict[str, Told]:
    """What a site is told by that begins with the tree before it."""
    with taken(public) as output:
        output.publish(lambda _: files, spare=True)
    return dict(output.standing)


def test_what_stays_is_taken_over_without_a_look(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        publish([page("a", "1"), page("b/c", "22"), page("d", "333")], public, spare=True)

    def look(_: object, path: str) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(tree.Tree, "keep", look)
    published = publish([UnchangedFile("a"), UnchangedFile("b/c"), page("d", "4444")], public, spare=True)
    assert found(public) == {"a": "1", "b/c": "22", "d": "4444"}
    assert (published.files, published.bytes, published.changed) == (3, len("1224444"), ("d",))


def test_what_is_told_of_a_copy_is_what_stands_there(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(old: Path, new: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    publish([page("a"), page("b/c")], public)
    monkeypatch.setattr(os, "link", refuse)
    assert standing_after(public, [UnchangedFile("a"), UnchangedFile("b/c")]) == {"": told(public), **standing(public)}


def test_a_file_that_somebody_puts_into_the_tree_to_come_is_noticed(public: Path) -> None:
    for _ in range(2):
        publish([page("a/b")], public, spare=True)

    def files(_: object) -> Iterable[UnchangedFile]:
        (public.parent / STAGING / "a/odd").write_text("odd")
        yield UnchangedFile("a/b")

    with taken(public) as output:
        output.publish(files, spare=True)
    assert found(public).keys() == {"a/b", "a/odd"}
    assert output.standing["a"] != told(public / "a")


@pytest.mark.parametrize("builds", [1, 2, 3])
def test_what_is_told_of_a_site_is_what_stands_there(public: Path, builds: int) -> None:
    for number in range(builds):
        told_of = standing_after(public, [page("a/b/1"), page("a/2", str(number)), page(f"c{number}/d/3"), page("4")])
    assert told_of == {"": told(public), **standing(public)}


def spoil_in_place(file: Path) -> None:
    file.write_text("9")
    os.utime(file, ns=(1, 1))


def replaced(file: Path) -> None:
    file.unlink()
    file.write_text("9")


@pytest.mark.parametrize(("spare", "links"), [(False, True), (True, True), (False, False)])
@pytest.mark.parametrize("how", [spoil_in_place, replaced])
def test_what_somebody_spoils_during_a_build_is_not_told_of_as_it_is(
    public: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path], None], spare: bool, links: bool
) -> None:
    """Else the next build would take it for a file that was made."""

    def refuse(old: Path, new: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    for _ in range(2):
        publish([page("a")], public, spare=spare)
    if not links:
        monkeypatch.setattr(os, "link", refuse)

    def files(_: object) -> Iterable[UnchangedFile]:
        how(public / "a")
        yield UnchangedFile("a")

    with taken(public) as output:
        output.publish(files)
    there = told(public / "a")
    assert (output.standing["a"].lasting != there.lasting) or found(public) == {"a": "1"}


def test_who_makes_the_files_is_told_what_stands_there_before(public: Path) -> None:
    publish([page("a/b")], public)
    seen: list[dict[str, Told]] = []

    def files(there: dict[str, Told]) -> list[OutputFile]:
        seen.append(dict(there))
        return [page("a/b")]

    before = told(public / "a/b")
    with taken(public) as output:
        output.publish(files)
    assert seen[0].keys() == {"a/b", MARKER}
    assert seen[0]["a/b"] == before
