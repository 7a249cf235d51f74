"""What a build is asked for and what was edited since come in; whether there is nothing to do goes out."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from sco_digest.cache import Store, inputs, prints, remember, unchanged, whole
from sco_digest.model import BuildOptions, BuildReport, Change, Problem
from sco_digest.standing import standing
from sco_digest.standing import told as told_by
from tests.writing import later, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sco_digest.standing import Standing

REPORT = BuildReport(
    published=True, articles=1, changes=(Change("a.html", "added"),), rebuilt={"a.html": "new"}, seconds={"read": 1.0}
)
LONG_AGO = 1_000_000_000_000_000_000
NOW = 4_000_000_000_000_000_000


def asked(home: Path, **wishes: object) -> BuildOptions:
    return BuildOptions(**({"seeds": home / "seeds", "content": home / "content", "output": home / "public"} | wishes))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A small project that was built, and a folder of templates that ships."""
    for name in ("seeds/a.txt", "seeds/deep/b.txt", "content/site.yaml", "shipped/page.html"):
        write(tmp_path / name)
    for name in ("public/index.html", "public/topics/a.html"):
        write(tmp_path / name)
    told(tmp_path)
    return tmp_path


def told(home: Path, **wishes: object) -> None:
    """Tell the next build of one with these wishes."""
    options = asked(home, **wishes)
    store = Store(Store.beside(options.output))
    remember(store, left(home), inputs(options, home / "shipped"), REPORT, NOW)
    store.save()
    store.close()


def left(home: Path) -> Standing:
    """What stands in the output folder, itself among it."""
    return {"": told_by(home / "public"), **standing(home / "public")}


def found(home: Path, **wishes: object) -> BuildReport | None:
    return unchanged(asked(home, **wishes), home / "shipped")


def test_a_build_of_the_same_gives_the_report_without_what_was_done(home: Path) -> None:
    assert found(home) == BuildReport(published=True, articles=1)


SAME_BYTES = [{"jobs": 3}, {"scheduler": "tcp://orm:1"}, {"force": True}, {"explain": True}, {"max_drop": 5.0}]


@pytest.mark.parametrize("wish", SAME_BYTES, ids=str)
def test_what_changes_no_byte_does_not_count(home: Path, wish: dict[str, object]) -> None:
    assert found(home, **wish)
    told(home, **wish)
    assert found(home)


def test_a_build_without_the_cache_looks_at_nothing(home: Path) -> None:
    assert found(home, cache=False) is None
    told(home, cache=False)
    assert found(home)


OTHER_BYTES = [{"strict": True}, {"search": False}, {"base_url": "https://orm.example/"}, {"today": "2026-01-01"}]


@pytest.mark.parametrize("wish", OTHER_BYTES, ids=str)
def test_what_is_asked_for_counts(home: Path, wish: dict[str, object]) -> None:
    assert found(home, **wish) is None


def test_the_folders_count(home: Path) -> None:
    shutil.copytree(home / "public", home / "other")
    shutil.copytree(home / "seeds", home / "more")
    Store.beside(home / "other").write_bytes(Store.beside(home / "public").read_bytes())
    assert found(home, output=home / "other") is None
    assert found(home, seeds=home / "more") is None
    assert found(home, templates=home / "content") is None
    assert unchanged(asked(home), home / "content") is None


def test_the_seeds_count_as_the_user_names_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages of the report have these names."""
    monkeypatch.chdir(home)
    assert unchanged(asked(home, seeds=home / "../" / home.name / "seeds"), home / "shipped") is None


def put_back(file: Path, change: Callable[[Path], object]) -> None:
    """Change a file and give it the time that it had."""
    stat = file.stat()
    change(file)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def swap(file: Path) -> None:
    """Put another file of the same bytes there."""
    other = file.with_suffix(".other")
    shutil.copy(file, other)
    other.replace(file)


def linked(file: Path) -> None:
    """Put a link to a file of the same bytes there."""
    file.rename(file.parents[2] / "elsewhere.html")
    file.symlink_to(file.parents[2] / "elsewhere.html")


EDITS: dict[str, Callable[[Path], object]] = {
    "a text in a folder of texts": lambda home: write(home / "seeds/deep/b.txt", "Selt"),
    "other words of the same time": lambda home: put_back(home / "seeds/a.txt", lambda file: write(file, "Selt")),
    "another time": lambda home: later(home / "content/site.yaml"),
    "a template that ships": lambda home: write(home / "shipped/page.html", "Selt"),
    "a new text": lambda home: write(home / "seeds/deep/c.txt"),
    "a text that goes": lambda home: (home / "seeds/a.txt").unlink(),
    "a text that moves": lambda home: (home / "seeds/a.txt").rename(home / "seeds/c.txt"),
    "a link among the texts": lambda home: (home / "seeds/link.txt").symlink_to("a.txt"),
    "a link to a folder": lambda home: (home / "seeds/link").symlink_to("deep"),
    "a page": lambda home: write(home / "public/index.html", "Selt"),
    "a page in the place of another": lambda home: put_back(home / "public/index.html", swap),
    "a page more": lambda home: write(home / "public/about/index.html"),
    "a page more in a folder": lambda home: write(home / "public/topics/more.html"),
    "a page more, under the time of before": lambda home: put_back(
        home / "public/topics", lambda folder: write(folder / "more.html")
    ),
    "a page that goes": lambda home: (home / "public/topics/a.html").unlink(),
    "a page that is a link": lambda home: linked(home / "public/topics/a.html"),
    "a link to a page": lambda home: (home / "public/link.html").symlink_to("index.html"),
    "a folder that goes": lambda home: shutil.rmtree(home / "public/topics"),
    "an empty folder": lambda home: (home / "public/topics/deep").mkdir(),
    "no pages": lambda home: shutil.rmtree(home / "public"),
    "no texts": lambda home: shutil.rmtree(home / "seeds"),
    "no memory": lambda home: Store.beside(home / "public").unlink(),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_edited_is_noticed(home: Path, edit: str) -> None:
    EDITS[edit](home)
    assert found(home) is None


@pytest.mark.parametrize("target", ["a.txt", "deep"], ids=["to a file", "to a folder"])
def test_a_link_is_never_trusted(home: Path, target: str) -> None:
    (home / "seeds/link").symlink_to(target)
    assert inputs(asked(home), home / "shipped") is None


def test_another_program_counts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "running", lambda: b"another")
    assert found(home) is None


@pytest.mark.parametrize("linked", [False, True], ids=["files", "links"])
@pytest.mark.parametrize("name", ["rules.py", "rules.so", "en/words.toml"])
def test_another_file_of_the_program_counts(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, linked: bool
) -> None:
    """Where installers make links, times tell nothing of what is behind them, so their bytes are read."""
    package = tmp_path / "package"
    write(package / name, "one")
    write(package / "__pycache__/rules.pyc", "one")
    if linked:
        (tmp_path / "store.py").write_text("one")
        (package / "linked.py").symlink_to(tmp_path / "store.py")
    for module in (whole, prints):
        monkeypatch.setattr(module, "PACKAGE", package)
    prints.program.cache_clear()
    told(home)
    write(package / "__pycache__/rules.pyc", "two")
    assert found(home)
    write(package / name, "two")
    prints.program.cache_clear()
    assert found(home) is None
    prints.program.cache_clear()


def test_one_file_may_be_all_the_texts(home: Path) -> None:
    told(home, seeds=home / "seeds/a.txt")
    assert found(home, seeds=home / "seeds/a.txt")
    later(home / "seeds/a.txt")
    assert found(home, seeds=home / "seeds/a.txt") is None


def test_the_newest_change_is_that_of_all_that_goes_in(home: Path) -> None:
    os.utime(home / "seeds/deep/b.txt", ns=(NOW, NOW))
    seen = inputs(asked(home), home / "shipped")
    assert seen is not None
    assert seen.newest == NOW
    os.utime(home / "seeds/deep/b.txt", ns=(LONG_AGO, LONG_AGO))
    seen = inputs(asked(home), home / "shipped")
    assert seen is not None
    assert LONG_AGO < seen.newest < NOW, "the moment in which the time was set back counts too"


def test_the_program_is_all_there_is_to_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("seeds", "content", "shipped"):
        (tmp_path / name).mkdir()
    write(tmp_path / "package/rules.py")
    os.utime(tmp_path / "package/rules.py", ns=(NOW, NOW))
    monkeypatch.setattr(whole, "PACKAGE", tmp_path / "package")
    seen = inputs(asked(tmp_path), tmp_path / "shipped")
    assert seen is not None
    assert seen.newest == NOW


@pytest.mark.parametrize(("later_by", "trusted"), [(whole.TICK, False), (whole.TICK + 1, True)], ids=["a tick", "more"])
def test_a_change_in_the_moment_of_the_build_is_not_trusted(home: Path, later_by: int, trusted: bool) -> None:
    store = Store(None)
    seen = whole.Inputs(b"print", NOW)
    remember(store, left(home), seen, REPORT, NOW + later_by)
    assert (store.get(whole.KEY) is not None) is trusted


@pytest.mark.parametrize("passing", [False, True])
def test_a_problem_that_may_pass_is_looked_at_again(home: Path, passing: bool) -> None:
    store = Store(None)
    problems = (Problem("a.txt", 1, "wrong"), Problem("b.txt", 1, "gone", passing=passing))
    remember(store, left(home), whole.Inputs(b"print", LONG_AGO), replace(REPORT, problems=problems), NOW)
    assert (store.get(whole.KEY) is None) is passing


def test_what_cannot_be_looked_at_is_not_remembered(home: Path) -> None:
    shutil.rmtree(home / "seeds")
    assert inputs(asked(home), home / "shipped") is None
    store = Store(None)
    remember(store, left(home), None, REPORT, NOW)
    assert store.get(whole.KEY) is None
