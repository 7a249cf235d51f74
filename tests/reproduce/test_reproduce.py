"""The comparison finds what differs, its conditions are in force, and the cheap ones among them hold."""

from __future__ import annotations

import gzip
import shutil
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.projects import digests, project
from tests.reproduce import __main__ as command
from tests.reproduce import pythons
from tests.reproduce.building import CHECKOUT, BuildError, Subject, build, probe, snapshot
from tests.reproduce.compare import differences, digest, traces, written
from tests.reproduce.conditions import CONDITIONS, PLAIN, YEARS, Condition, together

pytestmark = pytest.mark.xdist_group("builds in many ways")  # which share one to be compared with

BY_NAME = {condition.name: condition for condition in CONDITIONS}
LISTED = BY_NAME["folders listed in another order"]
LATE = BY_NAME["another day, by the clock"]
MOVED = BY_NAME["the program in a folder of another name"]


# ---- the comparison --------------------------------------------------------------------------------------------------


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Two that are the same."""
    for name in ("one", "other"):
        (tmp_path / name / "topics").mkdir(parents=True)
        (tmp_path / name / "index.html").write_text("<p>rail</p>")
        (tmp_path / name / "topics/trade.pf_index").write_bytes(gzip.compress(b"rail 2026-11-29", mtime=0))
    return tmp_path / "one", tmp_path / "other"


def test_the_same_site_is_the_same(sites: tuple[Path, Path]) -> None:
    assert differences(*sites) == []
    assert digest(digests(sites[0])) == digest(digests(sites[1]))


CHANGES = {
    "another byte": ("index.html", b"<p>sail</p>", "index.html: from byte 3, b'rail</p>' became b'sail</p>'"),
    "a byte more": ("index.html", b"<p>rail</p>\n", "index.html: from byte 11, b'' became b'\\n'"),
    "a file more": ("Index.html", b"<p>rail</p>", "Index.html: only there"),
    "a file less": ("index.html", None, "index.html: not there"),
    "an empty file": ("index.html", b"", "index.html: from byte 0, b'<p>rail</p>' became b''"),
}


@pytest.mark.parametrize(("name", "data", "line"), CHANGES.values(), ids=CHANGES)
def test_a_difference_is_found(sites: tuple[Path, Path], name: str, data: bytes | None, line: str) -> None:
    one, other = sites
    (other / name).unlink(missing_ok=True)
    if data is not None:
        (other / name).write_bytes(data)
    assert differences(one, other) == [line]
    assert digest(digests(one)) != digest(digests(other))


def test_words_of_the_build_are_found(sites: tuple[Path, Path]) -> None:
    """In the bytes of a file, below its packing, and in its name."""
    site = sites[0]
    (site / "host.txt").write_bytes("made by Gräfin\x00".encode())
    assert list(traces(site, ["2026-11-29", "Gräfin", "topics", "elsewhere"])) == [
        'host.txt: holds "Gräfin"',
        'topics/trade.pf_index: holds "2026-11-29"',
        'topics/trade.pf_index: holds "topics"',
    ]


def test_a_day_is_looked_for_in_all_its_forms() -> None:
    assert set(written(date(2026, 3, 4))) == {
        *("2026-03-04", "20260304", "2026/03/04", "04.03.2026", "04 Mar 2026", "4 March 2026", "March 4, 2026")
    }


# ---- the conditions --------------------------------------------------------------------------------------------------


def test_each_condition_changes_one_thing() -> None:
    assert len(BY_NAME) == len(CONDITIONS)
    changed = [condition for condition in CONDITIONS if together([condition]) != together([PLAIN])]
    assert {condition.name for condition in CONDITIONS} - {condition.name for condition in changed} == {
        *("a second time", "without a cache")
    }


def test_all_of_them_at_once() -> None:
    whole = together([*CONDITIONS, Condition("a name", before=("faketime",)), Condition("b", before=("unshare",))])
    assert {*BY_NAME["another hash seed"].variables, *LISTED.variables, *LATE.variables} <= whole.variables.keys()
    assert (whole.umask, whole.backwards, whole.part_before, whole.elsewhere) == (0o077, True, True, True)
    assert whole.before == ("faketime", "unshare")
    assert "--no-cache" not in whole.arguments, "the site that is there before would be for nothing"


LISTS = {
    "os.listdir": "import os; print(os.listdir('few'))",
    "os.walk": "import os; print(next(os.walk('few'))[2])",
    "Path.iterdir": "from pathlib import Path; print([one.name for one in Path('few').iterdir()])",
    "Path.glob": "from pathlib import Path; print([one.name for one in Path('few').rglob('*.txt')])",
}


@pytest.mark.parametrize("code", LISTS.values(), ids=LISTS)
def test_folders_are_listed_in_another_order(tmp_path: Path, code: str) -> None:
    """In one that the file system does not give: it cannot be told to have another."""
    (tmp_path / "few").mkdir()
    for name in "abcdefghijkl":
        (tmp_path / f"few/{name}.txt").touch()
    as_it_is, changed = probe(PLAIN, tmp_path, code), probe(LISTED, tmp_path, code)
    assert sorted(eval(as_it_is)) == sorted(eval(changed))  # noqa: S307 - a list that we have just printed
    assert as_it_is != changed


NOW = {
    "seconds": "import time; print(time.gmtime(time.time()).tm_year)",
    "nanoseconds": "import time; print(time.gmtime(time.time_ns() // 10**9).tm_year)",
    "the time of now": "import time; print(time.gmtime().tm_year)",
    "written": "import time; print(time.strftime('%Y'))",
    "the day": "import datetime; print(datetime.date.today().year)",
}


@pytest.mark.parametrize("code", NOW.values(), ids=NOW)
def test_the_clock_is_ahead(tmp_path: Path, code: str) -> None:
    assert YEARS - 2 < int(probe(LATE, tmp_path, code)) - int(probe(PLAIN, tmp_path, code)) <= YEARS


# ---- builds ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program and a project of two texts."""
    place = tmp_path_factory.mktemp("reproduce")
    snapshot(place)
    project(place / "two")
    return place


@pytest.fixture(scope="module")
def two(top: Path) -> Subject:
    """Without a search, which takes longest; `make reproduce` has it."""
    return Subject("two", top / "two", ("--no-search",))


@pytest.fixture(scope="module")
def plain(top: Path, two: Subject) -> Path:
    return build(two, PLAIN, top)


@pytest.mark.parametrize("name", [LISTED.name, LATE.name, MOVED.name, "files for one's own eyes"])
def test_the_same_bytes(top: Path, two: Subject, plain: Path, name: str) -> None:
    site = build(two, BY_NAME[name], top)
    assert differences(plain, site) == []
    assert list(traces(site, command._words(BY_NAME[name], two, top))) == []
    private = stat.S_IMODE((site / "index.html").stat().st_mode) == 0o600
    assert private == (name == "files for one's own eyes"), "the condition was in force"
    assert (top / MOVED.checkout).exists() or name != MOVED.name


def test_a_program_that_tells_of_the_build_is_found_out(
    top: Path, two: Subject, plain: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As one that writes the name of its folder into a page would."""
    shutil.copytree(top / CHECKOUT, top / "fault")
    (top / "fault/templates/not_found.html").write_text(f"made in {top.name} by a vexillographer")
    way = Condition("the faulty program", checkout="fault", strange=("vexillographer",))
    assert list(command._one(two, way, plain, top)) == ["the faulty program"]
    told = capsys.readouterr().out
    assert "1 DIFFER, 2 TELL OF THE BUILD" in told
    assert "404.html: from byte" in told
    assert f'404.html: holds "{top.name}"' in told


def test_a_build_that_fails_is_a_fault(
    top: Path, two: Subject, plain: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    way = Condition("wrong usage", arguments=("--no-such-option",))
    left = {*top.iterdir()}
    assert list(command._one(two, way, plain, top)) == ["wrong usage"]
    assert "the build ended with 2" in capsys.readouterr().out
    assert {*top.iterdir()} == left, "nothing of it stays behind"
    with pytest.raises(BuildError, match="no-such-option"):
        build(two, Condition("wrong usage again", arguments=way.arguments), top)


def test_the_checkout_is_copied_once(top: Path) -> None:
    assert {one.name for one in (top / CHECKOUT).iterdir()} == {"sco_digest", "templates", "content", "seeds"}


# ---- what comes of it ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("compared", "faults", "untried", "line", "failed"),
    [
        (3, [], [], "3 ways compared, all the same; 0 not tried", False),
        (1, [], [], "1 way compared, all the same; 0 not tried", False),
        (3, [], ["another language"], "3 ways compared, all the same; 1 not tried (another language)", False),
        (3, [], ["Python 3.12"], "3 ways compared, all the same; 1 not tried (Python 3.12)", True),
        (3, ["a", "b"], [], "3 ways compared, 2 differ, fail or say what they must not; 0 not tried", True),
        (0, [], ["Python 3.13"], "0 ways compared, which says nothing; 1 not tried (Python 3.13)", True),
        (0, [], ["another language"], "0 ways compared, which says nothing; 1 not tried (another language)", True),
        (0, [], [], "0 ways compared, which says nothing; 0 not tried", True),
    ],
)
def test_what_was_not_tried_is_not_the_same(
    compared: int, faults: list[str], untried: list[str], line: str, failed: bool
) -> None:
    tally = command.Tally(compared, faults, untried)
    assert (str(tally), tally.failed()) == (f"reproduce: {line}", failed)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has nothing of what some ways need, and one text that is always the same."""
    monkeypatch.setattr(command, "possible", lambda _: ([], {"another language": "for want of localedef"}))
    monkeypatch.setattr(pythons, "found", lambda _: {})
    monkeypatch.setattr(command, "_subjects", lambda *_: [Subject("none", Path("none"))])
    monkeypatch.setattr(command, "build", lambda *_: Path("none"))
    monkeypatch.setattr(command, "traces", lambda *_: [])


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("only", "code", "untried"),
    [
        ("", 1, ["another language", *command.PYTHONS]),
        ("3.12", 1, ["Python 3.12"]),
        ("language", 0, ["another language"]),
        ("another language", 1, ["another language"]),
        ("time zone", 0, []),
        (command.TOGETHER, 1, ["another language", *command.PYTHONS]),
    ],
)
def test_a_way_that_a_machine_cannot_go_is_told(
    only: str, code: int, untried: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--only", only]) == code
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines if ": not tried, for " in line] == untried
    assert f"; {len(untried)} not tried" in last


def test_words_that_no_way_has_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["--only", "zzz"])
    assert ended.value.code == 2
    assert "--only zzz: no way has these words in its name; there are: a second time, " in capsys.readouterr().err


# ---- Pythons ---------------------------------------------------------------------------------------------------------


def test_a_python_that_is_named_is_taken_first(tmp_path: Path) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert pythons.found([Path(sys.executable)])[version] == Path(sys.executable)
    assert pythons._version(tmp_path / "no-python") == ""


def test_one_that_does_not_run_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the placeholder of pyenv for a version that is not chosen."""
    for version in pythons.WANTED:
        (tmp_path / f"python{version}").write_text("#!/bin/sh\nexit 127\n")
        (tmp_path / f"python{version}").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert pythons.found() == {}
