"""Paths and folders that cannot be a site come in; the one line that says why, and what to do, goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.errors import PublishError
from sco_digest.publish import MARKER, check_output, taken
from tests.published import publish
from tests.test_publish import files, found, public
from tests.writing import page, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.model import OutputFile

__all__ = ["public"]

BAD_PATHS = {
    "empty": ("", "which is empty"),
    "absolute": ("/a.html", "which is not relative"),
    "a backslash": ("a\\b.html", "which holds a backslash or a control character"),
    "a bell": ("a\x07.html", "which holds a backslash or a control character"),
    "half a character": ("a\ud800.html", "which holds a backslash or a control character"),
    "above": ("../a.html", "which leaves its folder or has an empty part"),
    "here": ("./a.html", "which leaves its folder or has an empty part"),
    "an empty part": ("a//b.html", "which leaves its folder or has an empty part"),
    "a device of Windows": ("pages/Con/a.html", "of which a part is the name of a device on Windows"),
    "256 bytes": ("a" * 256, "of which a part is longer than 255 bytes"),
    "256 bytes in a folder": (f"a/{'é' * 128}", "of which a part is longer than 255 bytes"),
}


@pytest.mark.parametrize(("path", "why"), BAD_PATHS.values(), ids=BAD_PATHS)
def test_why_a_path_cannot_be(public: Path, path: str, why: str) -> None:
    assert refusal(public, page(path, origin="page of Orm")) == f"page of Orm asks for the path {path!r}, {why}"


@pytest.mark.parametrize("path", ["a" * 255, "é" * 127, "a/" * 200 + "b", "a\u200db.html", "...", "a b.html"])
def test_a_path_that_is_just_good(public: Path, path: str) -> None:
    publish([page(path)], public)
    assert found(public) == {path: "1"}


CLASHES = {
    "one path": (
        [page("a.html", origin="one.md"), page("a.html", origin="two.md")],
        "two outputs want the path a.html: one.md and two.md",
    ),
    "no origin": ([page("a.html"), page("A.html")], "a.html from a.html and A.html from A.html"),
    "a sharp s": ([page("straße"), page("STRASSE")], "straße from straße and STRASSE from STRASSE"),
    "an accent of its own": ([page("caf\u00e9"), page("CAFE\u0301")], "caf\u00e9 from caf\u00e9 and CAFE\u0301 from"),
    "a folder of the first": (
        [page("a/b/c", origin="one.md"), page("a/b/d", origin="two.md"), page("a/b", origin="three.md")],
        "two outputs cannot stand side by side: a/b/c from one.md and a/b from three.md",
    ),
    "a file above": ([page("a"), page("a/b/c")], "a from a and a/b/c from a/b/c"),
    "the marker": ([page(MARKER)], f"two outputs want the path {MARKER}: sco-digest's own marker and {MARKER}"),
    "the marker in capitals": ([page(".SCO-DIGEST")], f"{MARKER} from sco-digest's own marker and .SCO-DIGEST"),
    "a folder of the marker's name": ([page(f"{MARKER}/a")], f"{MARKER} from sco-digest's own marker and"),
}


@pytest.mark.parametrize(("outputs", "words"), CLASHES.values(), ids=CLASHES)
def test_what_two_outputs_want(public: Path, outputs: list[OutputFile], words: str) -> None:
    line = refusal(public, *outputs)
    assert words in line
    assert line.endswith("; rename one of them")


def test_a_folder_of_somebody_else_is_named_with_what_to_do(public: Path) -> None:
    public.mkdir()
    (public / "thesis.txt").touch()
    assert refusal(public, page("a")) == (
        f"{public}: this folder is not empty and was not written by sco-digest; "
        "choose another one, or add --force to replace all that is in it"
    )


def test_a_folder_that_somebody_made_while_the_site_was_built_is_not_replaced(public: Path) -> None:
    with taken(public) as output:
        public.mkdir()
        (public / "thesis.txt").write_text("ten years of work")
        with pytest.raises(PublishError, match="was not written by sco-digest"):
            output.publish(lambda _: [page("a")])
    assert found(public) == {"thesis.txt": "ten years of work"}


def test_a_repository_is_named_with_what_to_do_and_may_be_forced(public: Path) -> None:
    publish(files(index="1"), public)
    (public / ".git").mkdir()
    assert refusal(public, page("a")) == (
        f"{public}: this folder holds a git repository, which a build would remove; "
        "build elsewhere and copy the site into it, or add --force"
    )
    publish(files(index="2"), public, force=True)
    assert found(public) == {"index.html": "2"}


def test_a_marker_that_is_no_text_is_none(public: Path) -> None:
    public.mkdir()
    (public / MARKER).write_bytes(b"\xff\xfe\x00" * 1000)
    assert "was not written by sco-digest" in refusal(public, page("a"))


def test_a_file_in_the_way_is_named_with_what_to_do(public: Path) -> None:
    public.touch()
    assert refusal(public, page("a"), force=True) == f"{public}: is not a folder; choose another output folder"


def test_what_goes_in_is_not_replaced(public: Path) -> None:
    seeds = public / "seeds"
    seeds.mkdir(parents=True)
    line = f"{public}: the output folder and {seeds} lie in one another; choose a folder of its own, such as public"
    assert refusal(public, page("a"), inputs=(public.parent / "content", seeds), force=True) == line
    assert seeds.is_dir()


PLACES = {
    "root": ("/", "the root of the file system cannot be the output folder"),
    "home": ("home", "the output folder would replace your home folder"),
    "here": ("here", "the output folder would replace the folder you are in"),
}


@pytest.mark.parametrize(("place", "words"), PLACES.values(), ids=PLACES)
def test_places_that_people_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, words: str) -> None:
    for name in ("home", "here"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(PublishError) as caught:
        check_output(tmp_path / place, force=True)
    assert str(caught.value) == f"{tmp_path / place}: {words}; choose a folder of its own, such as public"
    check_output(tmp_path / "home/public")


def test_nothing_is_forced_unasked(public: Path) -> None:
    public.mkdir()
    (public / "thesis.txt").touch()
    with pytest.raises(PublishError, match="was not written by sco-digest"):
        check_output(public)
    check_output(public, force=True)


def test_a_folder_that_cannot_be_looked_at_is_named(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> list[Path]:
        raise OSError(5, "Input/output error")

    public.mkdir()
    monkeypatch.setattr(type(public), "iterdir", refuse)
    with pytest.raises(PublishError) as caught:
        check_output(public)
    assert str(caught.value).startswith(f"{public}: ")
    assert "Input/output error" in str(caught.value)
