"""A build that has nothing to do is not made; whatever it would have looked at is noticed when it changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from sco_digest.build import BuildOptions, build
from sco_digest.cache import Store, remember, unchanged, whole
from sco_digest.model import BuildReport
from tests.projects import CLINICS, ROOT, project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEMPLATES = ROOT / "templates"
PROBLEM = "The delegations met behind closed doors. Nobody said when.\n"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """A project that was built a while after it was written, and the report of that."""
    home = project(tmp_path_factory.mktemp("unchanged") / "digest", clinics=CLINICS, undated=PROBLEM)
    (home / "content/site.yaml").write_text("title: Digest\nsearch: false\n", encoding="utf-8")
    (home / "templates").mkdir()
    (home / "templates/not_found.html").write_text("lost", encoding="utf-8")
    time.sleep(2 * whole.TICK / 1e9)
    return home, build(options(home))


@pytest.fixture
def built(finished: tuple[Path, BuildReport], tmp_path: Path) -> Iterator[tuple[Path, BuildReport]]:
    """The same for one test, after which all that goes in is put back."""
    home, report = finished
    if unchanged(options(home), TEMPLATES) is None:
        time.sleep(2 * whole.TICK / 1e9)
        build(options(home))
    shutil.copytree(home, tmp_path / "before", symlinks=True)
    yield home, report
    for name in ("seeds", "content", "templates"):
        shutil.rmtree(home / name)
        shutil.copytree(tmp_path / "before" / name, home / name)


def options(home: Path, **wishes: object) -> BuildOptions:
    folders = {name: home / name for name in ("seeds", "content", "templates")}
    return BuildOptions(**(folders | {"output": home / "public", "jobs": 1} | wishes))


def test_nothing_changed_gives_the_report_of_before(built: tuple[Path, BuildReport]) -> None:
    home, report = built
    again = unchanged(options(home), TEMPLATES)
    assert report.problems
    assert again == replace(report, changes=(), seconds={})
    assert unchanged(options(home, jobs=2, explain=True, force=True), TEMPLATES) == again, "these change no byte"


def in_place(home: Path) -> None:
    """Other words of the same length in a file that keeps its time."""
    file = home / "seeds/clinics.txt"
    stat = file.stat()
    file.write_text(CLINICS.replace("3,200", "3,201"), encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text, of the same length and time": in_place,
    "a new text": lambda home: (home / "seeds/new.txt").write_text(CLINICS, encoding="utf-8"),
    "a text that goes": lambda home: (home / "seeds/undated.txt").unlink(),
    "a topic": lambda home: os.utime(home / "content/topics/trade.md"),
    "a template": lambda home: os.utime(home / "templates/not_found.html"),
    "a page of the output": lambda home: (home / "public/index.html").write_text("spoilt", encoding="utf-8"),
    "a page that is gone": lambda home: (home / "public/404.html").unlink(),
    "a file that is no page of ours": lambda home: (home / "public/new.html").write_text("new", encoding="utf-8"),
    "the output": lambda home: shutil.rmtree(home / "public"),
    "the memory": lambda home: Store.beside(home / "public").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_noticed(built: tuple[Path, BuildReport], change: str) -> None:
    home, _ = built
    CHANGES[change](home)
    assert unchanged(options(home), TEMPLATES) is None


@pytest.mark.parametrize(
    "wish",
    [
        {"base_url": "https://example.org/"},
        {"strict": True},
        {"search": False},
        {"today": "2026-01-01"},
        {"templates": None},
        {"cache": False},
    ],
    ids=str,
)
def test_what_is_asked_for_counts_too(built: tuple[Path, BuildReport], wish: dict[str, object]) -> None:
    assert unchanged(options(built[0], **wish), TEMPLATES) is None


def test_another_program_counts_too(built: tuple[Path, BuildReport], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "running", lambda: b"another")
    assert unchanged(options(built[0]), TEMPLATES) is None


def test_a_link_is_never_trusted(built: tuple[Path, BuildReport]) -> None:
    home, _ = built
    (home / "content/pages/linked.md").symlink_to(home / "content/pages/about.md")
    time.sleep(2 * whole.TICK / 1e9)
    build(options(home))
    assert unchanged(options(home), TEMPLATES) is None
    (home / "content/pages/linked.md").unlink()


def test_what_was_changed_in_the_moment_of_the_build_is_not_trusted(tmp_path: Path) -> None:
    wishes = BuildOptions(seeds=tmp_path, content=tmp_path, output=tmp_path / "out")
    (tmp_path / "out").mkdir()
    seen = whole.Inputs(b"print", newest=1_000_000_000)
    for began, kept in ((seen.newest + whole.TICK, False), (seen.newest + whole.TICK + 1, True)):
        store = Store(Store.beside(wishes.output))
        remember(store, {}, seen, BuildReport(published=True), began)
        assert (store.get(whole.KEY) is not None) is kept
        store.close()


def test_the_command_loads_nothing_of_the_site_to_see_it(built: tuple[Path, BuildReport]) -> None:
    home, report = built
    code = (
        "import sys\nfrom pathlib import Path\nfrom sco_digest.cli.build import attempt\n"
        "from sco_digest.progress import nobody\n"
        "folders = {name: Path(name) for name in ('seeds', 'content', 'templates')}\n"
        "report = attempt({**folders, 'output': Path('public')}, nobody)\n"
        "print(report.pages, 'sco_digest.build' in sys.modules, 'jinja2' in sys.modules)\n"
    )
    for loaded in (True, False):  # the first one is the first that names its texts in this way
        done = subprocess.run([sys.executable, "-c", code], cwd=home, check=True, capture_output=True, text=True)
        assert done.stdout.split() == [str(report.pages), str(loaded), str(loaded)]
