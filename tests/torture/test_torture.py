"""A little of each torture, and that what judges them is no fool; `make torture` does the whole."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import needs
from tests.projects import ROOT, digests, project, uncounted
from tests.torture import calls, full
from tests.torture.faults import WHOLE, judged, refused
from tests.torture.flood import flooded
from tests.torture.ground import Ended, Ground
from tests.torture.kills import AT_CALL, BY_CLOCK, READ, killed, stumbled
from tests.torture.pairs import REFUSED, crowded
from tests.torture.reader import Reader, seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("torture")
SEED = 7


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """One for all, since to make it takes three builds."""
    return Ground(tmp_path_factory.mktemp("torture"), SEED)


@pytest.fixture
def ground(made: Ground) -> Ground:
    """As if it were made for the test."""
    made.clear()
    made.chance.seed(SEED)
    return made


def test_builds_that_are_killed(ground: Ground, tmp_path: Path) -> None:
    needs(calls.missing())
    outcome = killed(ground, 5, tmp_path)
    assert (outcome.tried, outcome.faults) == (5, ())
    assert outcome.counted[READ] >= outcome.counted["begun"] >= 5
    assert min(outcome.counted[AT_CALL], outcome.counted[BY_CLOCK]) >= 1


def test_calls_that_are_refused(ground: Ground, tmp_path: Path) -> None:
    """The last flush of a first build and of one in the place of another, and one more call of each."""
    needs(calls.missing())
    outcome = refused(ground, tmp_path, 2)
    assert (outcome.tried, outcome.faults) == (4, ())
    assert outcome.counted[WHOLE] >= 2


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """A first build and one in the place of another, without any room and with enough."""
    needs(full.missing())
    outcome = full.full(tmp_path, SEED, 2)
    assert (outcome.tried, outcome.faults) == (4, ())
    assert outcome.counted == {WHOLE: 2, "done without": 2}


def test_a_build_that_is_killed_while_its_search_is_made(tmp_path: Path) -> None:
    """The others make none, since Pagefind would take most of their time."""
    home = project(tmp_path / "digest")
    (tmp_path / "scratch").mkdir()
    command = [sys.executable, "-m", "sco_digest", "build", "--jobs=1", "--today=2026-01-01"]
    wishes = {"cwd": home, "env": uncounted() | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "scratch")}}
    subprocess.run(command, check=True, capture_output=True, **wishes)
    before = digests(home / "public")
    with (home / "seeds/rail.txt").open("a", encoding="utf-8") as text:
        text.write("The station cost 5 million dollars.\n")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **wishes) as build:
        while not any((tmp_path / "scratch").glob("sco-digest-search-*")):
            assert build.poll() is None, "it has ended before it was killed"
        build.kill()
    assert build.returncode == -signal.SIGKILL
    assert digests(home / "public") == before
    assert subprocess.run(command, check=False, capture_output=True, **wishes).returncode == 0
    assert "5 million dollars" in (home / "public/data/statistics.csv").read_text(encoding="utf-8")


def test_builds_at_once(ground: Ground) -> None:
    """The first is held in the middle, then killed there, then both are let run."""
    outcome = crowded(ground, 3)
    assert (outcome.tried, outcome.faults) == (3, ())
    assert outcome.counted[REFUSED] >= 1


def test_a_flood_of_empty_files(ground: Ground) -> None:
    assert flooded(ground, 2000).faults == ()


# ---- those who judge -------------------------------------------------------------------------------------------------

OLD, NEW = {"index.html": "old"}, {"index.html": "new"}
WHY = "No space left on device"
LINE = f"public: cannot be written: {WHY}; nothing was published; the site before, if there was one, is untouched\n"
JUDGED = {
    "named": (Ended(1, LINE), OLD, ""),
    "named by a file": (Ended(1, LINE.replace("public", "public/a/index.html")), OLD, ""),
    "done without": (Ended(0, ""), NEW, ""),
    "it does as if": (Ended(0, ""), OLD, "it says that all is well"),
    "a traceback": (Ended(1, f"Traceback (most recent call last):\n{LINE}"), OLD, "exit code 1, and it says"),
    "nothing said": (Ended(1, ""), OLD, "exit code 1, and it says"),
    "something said": (Ended(1, "something is wrong\n"), OLD, "exit code 1, and it says"),
    "another reason": (Ended(1, LINE.replace(WHY, "Input/output error")), OLD, "exit code 1, and it says"),
    "another code": (Ended(2, LINE), OLD, "exit code 2"),
    "killed": (Ended(-9, ""), OLD, "exit code -9"),
    "the new site nevertheless": (Ended(1, LINE), NEW, "exit code 1, but the site is the new one"),
    "half a site": (Ended(1, LINE), {}, "exit code 1, but the site is no whole one"),
    "no site": (Ended(1, LINE), None, "exit code 1, but the site is no whole one"),
}


@pytest.mark.parametrize(("ended", "found", "fault"), JUDGED.values(), ids=JUDGED)
def test_how_a_build_is_judged(ended: Ended, found: dict[str, str] | None, fault: str) -> None:
    _, said = judged(ended, OLD, found, NEW, WHY)
    assert said.startswith(fault) if fault else said == ""


TRACEBACK = 'Traceback (most recent call last):\n  File "{}", line 120, in main\nEOFError: Ran out of input\n'
OF_PYTHON, OF_OURS = map(TRACEBACK.format, ("/lib/multiprocessing/spawn.py", "/home/sco_digest/workers/processes.py"))
STUMBLED = {
    "ready": (Ended(0, ""), False),
    "killed": (Ended(-9, ""), False),
    "failed": (Ended(1, LINE), True),
    "killed by another signal": (Ended(-15, ""), True),
    "a traceback of a build that was ready": (Ended(0, OF_PYTHON), True),
    "a worker that Python was starting": (Ended(-9, OF_PYTHON), False),
    "a worker that had started": (Ended(-9, OF_PYTHON + OF_OURS), True),
}


@pytest.mark.parametrize(("ended", "wrong"), STUMBLED.values(), ids=STUMBLED)
def test_which_killed_builds_stumbled(ended: Ended, wrong: bool) -> None:
    assert stumbled(ended) is wrong


def test_a_reader_sees_what_is_not_whole(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    (output / "index.html").write_text("old")
    reader = Reader(output, [seen(output) or {}])
    with reader.reading():
        _wait(reader, lambda: reader.looks > 1)
        assert reader.faults == []
        (output / "index.html").write_text("half")
        _wait(reader, lambda: bool(reader.faults))
    assert reader.faults[0] == "a site of 1 files that is none of the whole ones"


def test_a_reader_sees_that_there_is_no_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    reader = Reader(output, [{}])
    with reader.reading():
        _wait(reader, lambda: reader.looks > 1)
        with reader.looking_away():
            shutil.rmtree(output)
            output.mkdir()
        assert reader.faults == []
        shutil.rmtree(output)
        _wait(reader, lambda: bool(reader.faults))
    assert reader.faults[0] == "there was no site for a moment"


def _wait(reader: Reader, met: Callable[[], bool]) -> None:
    while not met():
        assert reader.reads, "the reader has ended"


def test_a_reader_that_fails_is_heard(tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.write_text("no folder")
    with pytest.raises(NotADirectoryError):
        _read_to_the_end(Reader(public, []))


def test_a_reader_that_stops_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "_look", lambda _: None)
    with pytest.raises(RuntimeError, match="the reader has ended"):
        _read_to_the_end(Reader(tmp_path, []))


def _read_to_the_end(reader: Reader) -> None:
    with reader.reading():
        while reader.reads:
            pass


def test_a_reader_that_looks_away_is_heard(tmp_path: Path) -> None:
    assert Reader(tmp_path, []).verdict(0) == ()
    assert Reader(tmp_path, []).verdict(1) == ("the reader saw no more than 0 whole sites while 1 builds ran",)


def test_a_call_that_was_not_refused_is_noticed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    call = calls.Call("fsync", "/home", "/home/public", 1, 1)
    for line, missed in {
        "7 fsync(3</home>) = 0": "it was not refused, but nothing",
        "7 fsync(3</home>) = -1 EIO (Input/output error) (INJECTED)": "",
        "7 fsync(3</home/public>) = -1 EIO (Input/output error) (INJECTED)": "it was not refused, but [",
        "7 mkdir(3</home>) = -1 EIO (Input/output error) (INJECTED)": "it was not refused, but [",
    }.items():
        log.write_text(f"{line}\n+++ exited with 0 +++\n")
        assert call.missed(log).startswith(missed) if missed else call.missed(log) == ""


def test_the_calls_of_a_build_are_those_that_make_its_site(ground: Ground, tmp_path: Path) -> None:
    needs(calls.missing())
    ended, found = calls.calls(ground, tmp_path / "calls")
    assert ended == Ended(0, "")
    names = {call.name for call in found}
    assert names & {"rename", "renameat", "renameat2"}
    assert names & {"mkdir", "mkdirat"}
    assert names >= {"openat", "write", "fsync"}
    assert len(found) > len(ground.whole[0])
