"""Folders, records and keys come in; by what they are known, and what was kept under them, goes out."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import msgspec
import pytest

from sco_digest.cache import Store, prints
from sco_digest.model import Reading
from tests.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# ---- prints ----------------------------------------------------------------------------------------------------------


def test_a_print_has_sixteen_bytes_and_does_not_depend_on_order() -> None:
    assert len(prints.of(b"Orm")) == 16
    assert prints.value({"a": 1, "b": 2}) == prints.value({"b": 2, "a": 1})
    assert prints.value({"a": 1}) != prints.value({"a": 2})
    assert prints.value("a", "b") != prints.value("ab")


def test_a_record_that_nobody_decoded_is_known_by_its_print() -> None:
    one, same, other = (Reading.at_hand(made, data) for made, data in ((b"1", b"x"), (b"1", b"y"), (b"2", b"x")))
    assert prints.value(one) == prints.value(same) != prints.value(other)
    with pytest.raises(TypeError, match=r"^object$"):
        prints.value(object())


def test_folders_are_known_by_the_names_and_words_of_their_files(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    write(one / "deep/a.txt")
    shutil.copytree(one, two)
    before = prints.folders((one,))
    assert before == prints.folders((two,)), "where a folder lies is nothing"
    assert before == prints.folders((None, one))
    (one / "empty").mkdir()
    assert prints.folders((one,)) == before, "a folder without files is nothing"
    write(one / "deep/b.txt")
    assert len({before, prints.folders((one,)), prints.folders((one, two)), prints.folders((two, one))}) == 4


def test_files_that_decide_nothing_are_no_part_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "PACKAGE", tmp_path)
    before = prints.program.__wrapped__()
    write(tmp_path / "starter/page.html")
    assert prints.program.__wrapped__() == before
    write(tmp_path / "rules.so")
    assert prints.program.__wrapped__() != before


def test_a_library_that_is_not_there_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    before = prints.program.__wrapped__()
    monkeypatch.setattr(prints, "LIBRARIES", ("no-such-library-orm",))
    without = prints.program.__wrapped__()
    monkeypatch.setattr(prints, "LIBRARIES", ("no-such-library-selt",))
    assert len({before, without, prints.program.__wrapped__()}) == 3


# ---- the store -------------------------------------------------------------------------------------------------------


def test_each_output_folder_has_its_store_beside_it(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "link").symlink_to("www")
    file = tmp_path / ".www.sco-digest-cache"
    assert Store.beside(tmp_path / "www") == Store.beside(tmp_path / "link") == file


def test_a_store_lasts_where_there_is_a_file(tmp_path: Path) -> None:
    with held(tmp_path / "locked"):
        assert [Store(place).lasts for place in (None, tmp_path, tmp_path / "locked")] == [False] * 3
    assert Store(tmp_path / "new/folder/store").lasts


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another build has the file."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_a_damaged_file_is_begun_anew_and_lasts(tmp_path: Path) -> None:
    path = write(tmp_path / "store", "no database " * 500)
    store = Store(path)
    store.put("one", b"1")
    assert (store.get("one"), store.lasts) == (b"1", True)
    store.save()
    store.close()
    assert Store(path).get("one") == b"1"


def test_what_somebody_asked_to_keep_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "store"
    for keys in (("one", "two"), ()):
        store = Store(path)
        for key in keys:
            store.put(key, key.encode())
        store.keep("two")
        store.save()
        store.close()
    assert [Store(path).get("one"), Store(path).get("two")] == [None, b"two"]


def test_what_was_kept_in_another_form_is_none() -> None:
    store = Store(None)
    store.put("one", msgspec.msgpack.encode(5))
    assert store.read("one", msgspec.msgpack.Decoder(int)) == 5
    assert store.read("one", msgspec.msgpack.Decoder(str)) is None
    assert store.read("two", msgspec.msgpack.Decoder(int)) is None


def test_a_value_takes_the_place_of_one_before() -> None:
    store = Store(None)
    store.put("one", b"1")
    store.put("one", b"2")
    assert store.get("one") == b"2"
