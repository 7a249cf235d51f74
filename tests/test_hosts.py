"""What hosts take: each limit with a small invented one, and the real table over a site."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from click.testing import CliRunner

from sco_digest.build import BuildOptions, build
from sco_digest.cli import main
from sco_digest.hosts import Host, Limit, Names, Need, hosts
from sco_digest.hosts.fitting import MEASURES, findings
from sco_digest.hosts.inventory import Inventory, inventory
from tests.projects import project

if TYPE_CHECKING:
    from pathlib import Path

SITE = {"index.html": 10, "a/one.html": 200, "a/two.html": 300, "data/all.csv": 1200}


def host(**takes: object) -> Host:
    """An invented host."""
    return Host("Pebble Pages", "Pebble's handbook", "2025-01", **takes)  # type: ignore[arg-type]


def told(files: dict[str, int], here: Host, folders: tuple[str, ...] = (), odd: tuple[str, ...] = ()) -> list[str]:
    """Each finding as it would be printed, and `fits` behind those that stop nothing."""
    return [
        f"{one.path}: {one.message}; {one.mend}" + ("" if one.stops else " [fits]")
        for one in findings(Inventory(files, folders, odd), here)
    ]


LIMITS = {
    "files": (4, ": 4 files, and Pebble Pages takes 3; build with --no-search, or .* more (2 lie in a/)"),
    "entries": (6, ": 6 files and folders, and Pebble Pages takes 5; build with --no-search, or .* more (2 lie in a/)"),
    "files_in_folder": (2, "a: 2 files in one folder, and Pebble Pages takes 1; split it, or .* more"),
    "file_bytes": (1200, "data/all.csv: 1.2 kB in one file, and Pebble Pages takes 1.2 kB; leave it out .* more"),
    "site_bytes": (1710, ": 1.7 kB in all, and Pebble Pages takes 1.7 kB; build with --no-search, or .* more"),
    "path_bytes": (12, "data/all.csv: 12 bytes in its path, and Pebble Pages takes 11; give it a shorter name"),
}
"""What the site has of each, and what is said where the host takes one less."""


def test_each_measure_is_tried() -> None:
    assert set(LIMITS) == set(MEASURES)


@pytest.mark.parametrize(("of", "has", "words"), [(of, *rest) for of, rest in LIMITS.items()], ids=LIMITS)
def test_a_limit(of: str, has: int, words: str) -> None:
    def with_limit(most: int) -> list[str]:
        return told(SITE, host(limits=(Limit(of, most),)), folders=("a", "data"))  # type: ignore[arg-type]

    assert with_limit(has) == []
    [line] = with_limit(has - 1)
    assert re.fullmatch(re.escape(words).replace(r"\.\*", ".*"), line), line


def test_many_beyond_a_limit_are_one_line_that_names_the_worst() -> None:
    limit = Limit("file_bytes", 250, says="on Sundays", sure=False)
    [line] = told(SITE, host(limits=(limit,)))
    assert line.startswith(
        "data/all.csv: 1.2 kB in one file, and Pebble Pages takes 250 bytes (on Sundays) "
        "(we are not certain of this), and 1 more like it; "
    )


def test_a_site_without_folders_has_no_largest() -> None:
    [line] = told({"index.html": 1, "b": 1}, host(limits=(Limit("files", 1),)))
    assert line.endswith("takes more")


def test_umlauts_count_by_their_bytes() -> None:
    assert told({"index.html": 1, "ü.html": 1}, host(limits=(Limit("path_bytes", 9),))) != []


NAMES = Names(pattern="(^|/)_", says="is left out")


def test_a_name_that_is_refused() -> None:
    lines = told(SITE | {"_a": 1, "b/_c": 1}, host(names=(NAMES,)))
    assert lines == ["_a: is left out (Pebble Pages), and 1 more like it; rename it"]


def test_a_name_that_means_something_stops_nothing() -> None:
    names = Names(pattern="^_rules$", says="is read as rules", refused=False)
    assert told(SITE | {"_rules": 1}, host(names=(names,))) == ["_rules: is read as rules (Pebble Pages);  [fits]"]


def test_a_file_can_take_the_matter_away() -> None:
    here = host(names=(msgspec.structs.replace(NAMES, unless=".plain"),))
    assert told(SITE | {"_a": 1}, here) == ["_a: is left out (Pebble Pages); add a file .plain, or rename it"]
    assert told(SITE | {"_a": 1, ".plain": 0}, here) == []


def test_a_page_that_is_needed() -> None:
    here = host(needs=(Need("404.html", "all is lost"),))
    [line] = told(SITE, here)
    assert line == "404.html: is missing, and without it all is lost; build the site anew with this version"
    assert told(SITE | {"404.html": 1}, here) == []


def test_a_folder_that_is_no_site() -> None:
    [line] = told({}, host())
    assert line == ": has no index.html, and so no front page; name the folder that sco-digest build wrote"


def test_names_that_differ_in_capital_letters() -> None:
    lines = told(SITE | {"A/one.html": 1, "a/ONE.html": 2}, host(), folders=("a", "A", "data"))
    assert [line.partition(",")[0] for line in lines] == [
        "a/one.html: differs from A/one.html in capital letters alone",
        "a: differs from A in capital letters alone",
    ]
    assert "and 1 more like it" in lines[0]


def test_what_is_no_plain_file() -> None:
    [line] = told(SITE, host(), odd=("latest",))
    assert line == "latest: is no plain file, and Pebble Pages publishes those only; put a copy in its place"


def test_the_inventory_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b" / "empty").mkdir(parents=True)
    (tmp_path / "b" / "x.html").write_bytes(b"12345")
    (tmp_path / ".hidden").write_bytes(b"")
    (tmp_path / "link").symlink_to("b")
    os.mkfifo(tmp_path / "pipe")
    assert inventory(tmp_path) == Inventory({".hidden": 0, "b/x.html": 5}, ("b", "b/empty"), ("link", "pipe"))


# ---- the real table --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = project(tmp_path_factory.mktemp("digest"))
    build(BuildOptions(seeds=home / "seeds", content=home / "content", output=home / "public", jobs=1))
    return home / "public"


def check(name: str, folder: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", "--host", name, "--output", str(folder)])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("name", hosts())
def test_a_small_site_fits_every_host(site: Path, name: str) -> None:
    code, said, complained = check(name, site)
    assert (code, complained) == (0, "")
    assert f"{site} fits {hosts()[name].name}: " in said
    assert f"(limits as of {hosts()[name].as_of}, from {hosts()[name].page})" in said


TOO_MUCH = {
    "cloudflare-pages": Inventory({f"{number}.html": 1 for number in range(20_001)} | {"big": 26_214_401}),
    "github-pages": Inventory({"a": 999_999_999, "b": 104_857_601}),
    "gitlab-pages": Inventory({"a": 1_000_000_001}, folders=tuple(map(str, range(200_000)))),
    "netlify": Inventory({f"a/{number}": 1 for number in range(54_001)}),
    "s3": Inventory({"a" * 1025: 1, "b": 5_497_558_138_881}),
}
"""For each host a site that is beyond each of its limits."""


@pytest.mark.parametrize("name", hosts())
def test_each_limit_of_the_table_is_met(name: str) -> None:
    here = hosts()[name]
    assert here.limits
    beyond = [one for one in findings(TOO_MUCH[name], here) if f"and {here.name} takes" in one.message]
    assert len(beyond) == len(here.limits)


TREATED = {
    "cloudflare-pages": (("_headers", False), ("_worker.js/a.js", False), ("a/node_modules/b.js", True)),
    "github-pages": (("_drafts/a.html", True), ("a/.b", True), ("a~", True), ("CNAME", False)),
    "gitlab-pages": (("_redirects", False),),
    "netlify": (("a#b.html", True), ("what?.html", True), ("_headers", False), (".netlify/a", True)),
    "s3": (("a{b}.html", False),),
}
"""A path that a host treats in its own way, and whether the site does not fit for it."""


@pytest.mark.parametrize(("name", "path", "stops"), [(name, *case) for name in TREATED for case in TREATED[name]])
def test_names_of_the_table(name: str, path: str, stops: bool) -> None:
    here = msgspec.structs.replace(hosts()[name], needs=())
    plain = {"index.html": 1, ".sco-digest": 1, "2025/a_b/index.html": 1}
    assert list(findings(Inventory(plain), here)) == []
    [found] = findings(Inventory(plain | {path: 1}), here)
    assert (found.path, found.stops) == (path, stops)


def test_where_a_limit_stands_is_said() -> None:
    for here in hosts().values():
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", here.as_of)
        assert " Docs, " in here.page or " Guide, " in here.page


# ---- the words of the command line -----------------------------------------------------------------------------------


def test_a_fault_is_a_line_and_an_exit_code(site: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    for file in ("index.html", ".nojekyll"):
        (tmp_path / "public" / file).write_bytes((site / file).read_bytes())
    code, said, complained = check("github-pages", tmp_path / "public")
    assert (code, said) == (1, "")
    first, last = complained.splitlines()
    assert first.startswith(f"{tmp_path}/public/404.html: is missing, and without it ")
    assert last.startswith(f"{tmp_path}/public does not fit GitHub Pages: 1 fault (limits as of ")


def test_a_remark_is_a_line_and_the_site_fits(site: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    for file in ("index.html", "404.html"):
        (tmp_path / "public" / file).write_bytes((site / file).read_bytes())
    (tmp_path / "public" / "_headers").write_text("/*\n  X-Frame-Options: DENY\n")
    code, said, complained = check("cloudflare-pages", tmp_path / "public")
    assert code == 0
    assert complained == f"{tmp_path}/public/_headers: is read as configuration and not published (Cloudflare Pages)\n"
    assert "fits Cloudflare Pages: 3 files" in said


WRONG = {
    "no host": ("--output", "."),
    "no such host": ("--host", "geocities"),
    "no such folder": ("--host", "s3", "--output", "nowhere"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_2(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["check", *words]).exit_code == 2
