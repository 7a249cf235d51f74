"""What was made before is found by what it was made from, and a build that takes it over gives a clean one's bytes."""

from __future__ import annotations

import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.build import BuildOptions, BuildReport, build
from sco_digest.cache import OfProgram, Store, prints, program, seen
from sco_digest.content import load_content
from sco_digest.model import Change, Published, Recipe
from sco_digest.outputs.upload import in_order
from sco_digest.publish import Output
from sco_digest.reading import texts
from sco_digest.seeds.files import Found, read_bytes
from tests.edits import sequence
from tests.projects import CLINICS, ROOT, digests, project

if TYPE_CHECKING:
    from pathlib import Path

    Damage = list[tuple[float, int]]

VOCABULARY = load_content(ROOT / "content")[0].vocabulary
SEQUENCES = 3
"""Of edits; `python -m tests.edits 200` tries more."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = project(tmp_path / "digest")
    (folder / "content/site.yaml").write_text("title: Digest\nsearch: false\n", encoding="utf-8")
    return folder


def built(home: Path, **wishes: object) -> BuildReport:
    folders = {"seeds": home / "seeds", "content": home / "content", "output": home / "public"}
    report = build(BuildOptions(**(folders | {"jobs": 1, "explain": True} | wishes)))
    assert report.published, report.problems
    return report


# ---- the store -------------------------------------------------------------------------------------------------------


def kept(path: Path, **values: bytes) -> Path:
    """A store with these values."""
    store = Store(path)
    for key, found in values.items():
        store.put(key, found)
    store.save()
    store.close()
    return path


def test_what_was_put_is_found_by_the_next_one(tmp_path: Path) -> None:
    store = Store(kept(tmp_path / "store", one=b"1", two=b""))
    assert [store.get("one"), store.get("two"), store.get("three")] == [b"1", b"", None]


def test_what_nobody_asked_for_is_forgotten(tmp_path: Path) -> None:
    path = kept(tmp_path / "store", one=b"1", two=b"2", three=b"3")
    store = Store(path)
    assert store.get("one")
    store.put("two", b"22")
    store.save()
    store.close()
    store = Store(path)
    assert [store.get("one"), store.get("two"), store.get("three")] == [b"1", b"22", None]


def test_what_was_not_saved_is_not_there(tmp_path: Path) -> None:
    path = kept(tmp_path / "store", one=b"1")
    store = Store(path)
    store.put("two", b"2")
    store.close()
    assert [Store(path).get("one"), Store(path).get("two")] == [b"1", None]


def test_without_a_file_what_is_put_is_there_until_the_end(tmp_path: Path) -> None:
    for path in (None, tmp_path, tmp_path / "file/below"):  # a folder is no file, and a file no folder
        (tmp_path / "file").touch()
        store = Store(path)
        store.put("one", b"1")
        store.save()
        assert store.get("one") == b"1"
        store.close()
        assert store.get("one") is None
        assert Store(path).get("one") is None


def test_several_threads_may_ask(tmp_path: Path) -> None:
    store = Store(kept(tmp_path / "store", **{f"key{n}": b"%d" % n for n in range(50)}))
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda n: store.get(f"key{n % 50}"), range(1000)))
    assert found == [b"%d" % (n % 50) for n in range(1000)]


@pytest.mark.parametrize("place", [0, 20, 4096, 5000, -60, -1])
def test_a_damaged_file_is_never_believed(tmp_path: Path, place: int) -> None:
    values = {f"key {number}": bytes([number]) * 500 for number in range(40)}
    path = kept(tmp_path / "store", **values)
    data = bytearray(path.read_bytes())
    data[place] ^= 0xFF
    path.write_bytes(data)
    store = Store(path)
    assert {found for key, right in values.items() if (found := store.get(key)) not in (right, None)} == set()
    store.put("one", b"1")
    store.save()
    store.close()
    assert Store(path).get("one") == b"1", "and it works again"


@given(damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=30))
def test_whatever_the_damage_it_is_as_good_as_empty(tmp_path_factory: pytest.TempPathFactory, damage: Damage) -> None:
    values = {f"key {number}": bytes([number]) * 500 for number in range(20)}
    path = kept(tmp_path_factory.mktemp("damaged") / "store", **values)
    data = bytearray(path.read_bytes())
    for place, byte in damage:
        data[int(place * len(data))] = byte
    path.write_bytes(data)
    store = Store(path)
    assert {found for key, right in values.items() if (found := store.get(key)) not in (right, None)} == set()
    store.put("one", b"1")
    store.save()
    store.close()
    assert Store(path).get("one") in (b"1", None)


@pytest.mark.parametrize("words", [b"", b"no database at all, but long enough to be taken for one" * 20])
def test_a_file_of_something_else_is_replaced(tmp_path: Path, words: bytes) -> None:
    path = tmp_path / "store"
    path.write_bytes(words)
    assert Store(kept(path, one=b"1")).get("one") == b"1"


def test_a_value_that_was_changed_behind_our_back_is_not_believed(tmp_path: Path) -> None:
    path = kept(tmp_path / "store", one=b"1", two=b"2")
    with sqlite3.connect(path) as other:
        other.execute("UPDATE kept SET value = (SELECT value FROM kept WHERE key = 'two') WHERE key = 'one'")
    assert [Store(path).get("one"), Store(path).get("two")] == [None, b"2"]


def test_a_file_that_another_build_holds_is_left_to_it(tmp_path: Path) -> None:
    path = kept(tmp_path / "store", one=b"1")
    with sqlite3.connect(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        store = Store(path)
        store.put("one", b"2")
        assert store.get("one") == b"2"
        store.save()
    assert Store(path).get("one") == b"1"


def test_another_program_finds_nothing_of_what_this_one_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store")
    OfProgram(store).put("rows", b"1")
    assert OfProgram(store).get("rows") == b"1"
    monkeypatch.setattr(prints, "program", lambda: b"another")
    assert OfProgram(store).get("rows") is None


# ---- prints ----------------------------------------------------------------------------------------------------------


def test_a_print_tells_apart_where_one_part_ends(tmp_path: Path) -> None:
    assert len({prints.of(), prints.of(b""), prints.of(b"ab"), prints.of(b"a", b"b"), prints.of(b"b", b"a")}) == 5
    (tmp_path / "a").write_text("bc")
    one = prints.folders((tmp_path, None))
    (tmp_path / "a").rename(tmp_path / "ab")
    (tmp_path / "ab").write_text("c")
    assert prints.folders((tmp_path, None)) != one


def test_the_program_is_known_by_its_code_and_its_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one")
    (tmp_path / "en").mkdir()
    (tmp_path / "en/words.toml").write_text("one")
    monkeypatch.setattr(prints, "PACKAGE", tmp_path)
    found = {program.__wrapped__()}
    for name in ("a.py", "en/words.toml"):
        (tmp_path / name).write_text("two")
        found.add(program.__wrapped__())
    assert len(found) == 3


def test_the_program_is_known_by_its_libraries_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.__wrapped__()
    for name in prints.LIBRARIES:
        with monkeypatch.context() as patch:
            patch.setattr(prints, "_version", lambda asked, name=name: "0.0" if asked == name else version(asked))
            assert program.__wrapped__() != before, name


def test_the_program_is_known_by_its_python_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = prints.running()
    monkeypatch.setattr(sys, "version", "3.99")
    assert prints.running() != before


def test_a_library_has_the_version_that_python_finds() -> None:
    assert {prints._version(name) for name in ("msgspec", "python-slugify", "pyyaml")} == {
        version(name) for name in ("msgspec", "python-slugify", "pyyaml")
    }
    assert prints._version("orm-of-selt") == ""


def test_a_library_is_found_where_python_looks_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for place, number in (("first", "2.0"), ("second", "3.0")):
        (tmp_path / place / f"Orm_Selt-{number}.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / place) for place in ("none", "first", "second")])
    assert prints._installed.__wrapped__() == {"orm-selt": "2.0"}


def test_a_library_that_no_folder_names_is_looked_for_as_python_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Such as one of an older form, or in an archive."""
    (tmp_path / "orm_selt.egg-info").mkdir()
    (tmp_path / "orm_selt.egg-info/PKG-INFO").write_text("Metadata-Version: 2.1\nName: orm-selt\nVersion: 4.0\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert prints._version("orm-selt") == "4.0"


# ---- builds ----------------------------------------------------------------------------------------------------------


def test_a_build_of_the_same_renders_no_page_and_changes_no_file(home: Path) -> None:
    first = built(home)
    assert set(first.rebuilt.values()) == {"nothing is known of a build before"}
    assert len(first.rebuilt) == first.pages
    before = {path: path.stat().st_mtime_ns for path in (home / "public").rglob("*") if path.is_file()}
    again = built(home)
    assert (again.rebuilt, again.changes) == ({}, ())
    assert {path: path.stat().st_mtime_ns for path in (home / "public").rglob("*") if path.is_file()} == before


def test_without_the_cache_all_is_rendered(home: Path) -> None:
    pages = built(home).pages
    assert len(built(home, cache=False).rebuilt) == pages
    assert built(home).rebuilt == {}, "and what was kept stays"


def test_a_file_that_is_no_page_is_made_where_it_is_made_of_something_else(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    file = Recipe.file
    monkeypatch.setattr(Recipe, "file", lambda recipe: (made.append(recipe.path), file(recipe))[1])
    built(home)
    assert {"feed.xml", "feed.json", "speakers/nodira-sultonova/feed.xml", "topics/transport/feed.xml"} <= set(made)
    made.clear()
    (home / "seeds/clinics.txt").write_text(CLINICS.replace("3,200", "3,300"), encoding="utf-8")
    built(home)
    assert {"feed.xml", "speakers/nodira-sultonova/feed.xml"} <= set(made)
    assert "topics/transport/feed.xml" not in made
    made.clear()
    (home / "public/feed.xml").write_text("spoilt")
    built(home)
    assert made == ["feed.xml"]
    made.clear()
    (home / "content/site.yaml").write_text("title: Digest of rails\nsearch: false\n", encoding="utf-8")
    built(home)
    assert {"feed.xml", "topics/transport/feed.xml"} <= set(made)


def test_an_edit_renders_the_pages_that_differ(home: Path) -> None:
    built(home)
    old = (home / "public/speakers/daniyar-omarov/index.html").stat().st_mtime_ns
    (home / "seeds/clinics.txt").write_text(CLINICS.replace("3,200", "3,300"), encoding="utf-8")
    report = built(home)
    assert report.rebuilt["speakers/nodira-sultonova/index.html"] == "changed on the page: sources"
    assert "speakers/daniyar-omarov/index.html" not in report.rebuilt
    assert {change.path for change in report.changes if change.path.endswith(".html")} <= set(report.rebuilt) | {
        "digests/latest.html"
    }
    assert (home / "public/speakers/daniyar-omarov/index.html").stat().st_mtime_ns == old


@pytest.mark.parametrize(
    ("path", "words", "why"),
    [
        ("content/site.yaml", "title: Other\nsearch: false\n", "changed: settings"),
        ("content/places.yaml", "places:\n  - {code: XA, name: Veldoria}\n", "changed: added places"),
        ("templates/about.html", "mine", "changed: templates"),
    ],
)
def test_what_is_behind_all_pages_renders_all(home: Path, path: str, words: str, why: str) -> None:
    (home / "templates").mkdir()
    built(home, templates=home / "templates")
    (home / path).write_text(words, encoding="utf-8")
    report = built(home, templates=home / "templates")
    assert set(report.rebuilt.values()) == {why}
    assert len(report.rebuilt) == report.pages


def test_another_program_renders_all(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(home)
    monkeypatch.setattr("sco_digest.rendering.program", lambda: b"another")
    assert set(built(home).rebuilt.values()) == {"changed: the program"}


def test_a_page_that_somebody_changed_or_removed_is_rendered(home: Path) -> None:
    built(home)
    about, topics = home / "public/about/index.html", home / "public/topics/index.html"
    right = about.read_bytes(), topics.read_bytes()
    about.write_text("spoilt")
    topics.unlink()
    report = built(home)
    assert report.rebuilt == dict.fromkeys(
        ("about/index.html", "topics/index.html"), "the file is not the one that was written"
    )
    assert report.changes == (Change("topics/index.html", "added"), Change("about/index.html", "changed"))[::-1]
    assert (about.read_bytes(), topics.read_bytes()) == right


def test_a_page_is_rendered_where_a_folder_or_link_of_its_name_was_put(home: Path) -> None:
    built(home)
    about = home / "public/about/index.html"
    about.rename(home / "public/about/moved.html")
    about.symlink_to("moved.html")
    assert set(built(home).rebuilt) == {"about/index.html"}
    assert not about.is_symlink()


def test_a_build_that_fails_is_not_remembered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(home)
    (home / "content/site.yaml").write_text("title: Other\nsearch: false\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Output, "publish", lambda *_, **__: os.fsencode(None))
        with pytest.raises(TypeError):
            built(home)
    assert set(built(home).rebuilt.values()) == {"changed: settings"}


def test_only_texts_that_differ_are_opened(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def noted(found: Found, most: int) -> tuple[bytes, tuple[int, ...]]:
        opened.append(found.path)
        return read_bytes(found, most)

    monkeypatch.setattr("sco_digest.seeds.read_bytes", noted)
    monkeypatch.setattr(seen, "TICK", 0)
    built(home)
    assert opened == ["clinics.txt", "rail.txt"]
    (home / "seeds/clinics.txt").write_text(CLINICS.replace("3,200", "3,300"), encoding="utf-8")
    built(home)
    assert opened[2:] == ["clinics.txt"]
    (home / "content/places.yaml").write_text("places:\n  - {code: XA, name: Veldoria}\n", encoding="utf-8")
    built(home)
    assert opened[3:] == ["clinics.txt", "rail.txt"], "both have to be read by another vocabulary"
    built(home, output=home / "clean", cache=False)
    assert digests(home / "public") == digests(home / "clean")


def test_a_text_that_is_changed_while_the_site_is_made_is_set_aside(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "TICK", 0)
    built(home)
    (home / "content/people.yaml").write_text("people:\n  - {slug: someone, name: Ilva Torn}\n", encoding="utf-8")

    def too_late(*asked: object) -> object:
        (home / "seeds/rail.txt").write_text(CLINICS, encoding="utf-8")
        return texts(*asked)

    monkeypatch.setattr("sco_digest.build.texts", too_late)
    report = built(home)
    assert report.articles == 1
    assert [str(problem.path) for problem in report.problems if problem.passing] == [str(home / "seeds/rail.txt")]


def test_each_output_folder_has_its_own_memory(home: Path) -> None:
    built(home)
    assert built(home, output=home / "other").rebuilt
    assert built(home).rebuilt == {}


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_edits_the_site_is_that_of_a_clean_build(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "TICK", 0)  # what was written a moment ago would be read again whatever is known of it
    assert list(sequence(seed, tmp_path))


# ---- the order of an upload ------------------------------------------------------------------------------------------


def test_pages_come_after_what_they_load_and_before_what_leads_to_them() -> None:
    paths = (
        "search-index/2025/index/en_1.pf_index",
        "style.css",
        "2025/03/rail/index.html",
        "ru/2025/03/rail/index.html",
        "topics/trade/index.html",
        "feed.xml",
        "search-index/2025/pagefind-entry.json",
        "search-index/shards.json",
        "sitemap.xml",
        "index.html",
        "ru/index.html",
    )
    published = Published(files=12, bytes=1, added=paths[1::2][::-1], changed=paths[::2], removed=("2025/02/old.html",))
    changes = in_order(published)
    assert tuple(change.path for change in changes) == (*paths, "2025/02/old.html")
    assert [change.what for change in changes[:2]] == ["changed", "added"]
    assert changes[-1].what == "removed"
