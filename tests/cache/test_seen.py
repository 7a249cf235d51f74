"""Seed files that were read are not opened again, as long as each is told by the same."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from sco_digest.cache import SeedFiles, Store
from sco_digest.model import Document, Problem, SeedFile
from sco_digest.seeds import joined, read_files
from sco_digest.standing import TICK

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "date 2025-11-19 Trade rose.\n"
SECOND = "date 2025-11-20 Trade fell.\n"
LATER = 2**62
"""Nanoseconds since 1970, in a century to come."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "two.txt").write_text(FIRST + SECOND)
    (seeds / "odd.jsonl").write_text('{"text": "One."}\n[]\n{"id": "three", "date": "2025-11-21", "text": "Three."}\n')
    return seeds


def read(folder: Path, before: dict[str, SeedFile] | None = None) -> tuple[SeedFile, ...]:
    return tuple(read_files(folder, max_bytes=10**6, before=before))


def known(store: Store, files: tuple[SeedFile, ...] = (), began: int = LATER) -> dict[str, SeedFile]:
    """What the next build is told of these files, or of those of before."""
    seen = SeedFiles(store, b"seeds", "")
    if files:
        seen.remember(files, began)
    return seen.before()


def test_the_next_build_knows_all_but_the_texts(folder: Path, tmp_path: Path) -> None:
    files = read(folder)
    with closing(Store(tmp_path / "store")) as store:
        known(store, files)
        store.save()
    with closing(Store(tmp_path / "store")) as store:
        before = known(store)
    again = read(folder, before)
    assert [file.path for file in again] == ["odd.jsonl", "two.txt"]
    assert [type(one).__name__ for file in again for one in file.articles] == ["Outline"] * 4
    documents, problems = joined(files)
    assert joined(again) == (tuple(one.outline() for one in documents if isinstance(one, Document)), problems)
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize("how", ["longer", "as long", "as old", "another file"])
def test_a_file_that_is_told_by_something_else_is_read(folder: Path, how: str) -> None:
    before = known(Store(None), read(folder))
    file, old = folder / "two.txt", (folder / "two.txt").stat()
    if how == "another file":
        (folder / "new").write_text(SECOND + FIRST)
        (folder / "new").replace(file)
    else:
        file.write_text(FIRST + FIRST if how != "longer" else FIRST)
    if how in {"as old", "another file"}:
        os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    odd, two = read(folder, before)
    assert odd == before["odd.jsonl"]
    assert [one.text for one in two.articles if isinstance(one, Document)] == {
        "longer": [FIRST],
        "another file": [SECOND, FIRST],
    }.get(how, [FIRST, FIRST])


@pytest.mark.parametrize(("later_by", "trusted"), [(TICK, False), (TICK + 1, True)], ids=["a tick", "more"])
def test_a_change_in_the_moment_of_the_build_is_not_trusted(folder: Path, later_by: int, trusted: bool) -> None:
    files = read(folder)
    old, new = sorted(files, key=lambda file: max(file.state[3:]))
    old = replace(old, state=(*old.state[:3], 1, 1))
    for times in ((1, 10**18), (10**18, 1)):  # when it was written, and when its entry was changed
        new = replace(new, state=(*new.state[:3], *times))
        told_of = known(Store(None), (old, new), 10**18 + later_by)
        assert set(told_of) == ({old.path, new.path} if trusted else {old.path})


def test_what_nobody_could_read_or_may_be_read_tomorrow_is_not_known(folder: Path) -> None:
    odd, two = read(folder)
    passing = replace(two, problems=(Problem("two.txt", 1, "gone", passing=True),))
    unlisted = SeedFile("deep", problems=(Problem("deep", 0, "cannot be listed"),))
    assert set(known(Store(None), (odd, passing, unlisted))) == {"odd.jsonl"}


def test_no_text_is_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "long.txt").write_text("date 2025-11-19 " + "Trade rose in Selt. " * 10_000)
    with closing(Store(tmp_path / "store")) as store:
        assert set(known(store, read(folder))) == {"long.txt", "odd.jsonl", "two.txt"}
        store.save()
    assert b"Selt" not in (tmp_path / "store").read_bytes()


def test_files_that_are_read_in_another_way_are_not_known(folder: Path) -> None:
    store = Store(None)
    known(store, read(folder))
    assert SeedFiles(store, b"elsewhere", "").before() == {}
    assert set(SeedFiles(store, b"seeds", "").before()) == {"odd.jsonl", "two.txt"}


def test_nothing_is_kept_where_a_folder_has_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    assert known(Store(None), read(folder)) == {}
