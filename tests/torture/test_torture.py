"""A little of each torture, and that what judges them is no fool; `make torture` does the whole."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import needs
from tests.torture import calls, full
from tests.torture.faults import judged, refused
from tests.torture.flood import flooded
from tests.torture.ground import Ended, Ground
from tests.torture.kills import killed
from tests.torture.pairs import crowded
from tests.torture.reader import Reader, seen

if TYPE_CHECKING:
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
    outcome = killed(ground, 5, tmp_path)
    assert (outcome.tried, outcome.faults) == (5, ())


def test_calls_that_are_refused(ground: Ground, tmp_path: Path) -> None:
    needs(calls.missing())
    outcome = refused(ground, tmp_path, 2)
    assert (outcome.tried, outcome.faults) == (4, ())


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    if why := full.missing():
        pytest.skip(why)
    outcome = full.full(tmp_path, SEED, 2)
    assert (outcome.tried, outcome.faults) == (2, ())
    assert "named, with the old site whole" in outcome.note


def test_builds_at_once(ground: Ground) -> None:
    outcome = crowded(ground, 2)
    assert (outcome.tried, outcome.faults) == (2, ())


def test_a_flood_of_empty_files(ground: Ground) -> None:
    assert flooded(ground, 2000).faults == ()


# ---- those who judge -------------------------------------------------------------------------------------------------

OLD, NEW = {"index.html": "old"}, {"index.html": "new"}
LINE = "public: cannot be written: No space left on device; nothing was published\n"
JUDGED = {
    "named": (Ended(1, LINE), OLD, ""),
    "done without": (Ended(0, ""), NEW, ""),
    "it does as if": (Ended(0, ""), OLD, "it says that all is well"),
    "a traceback": (Ended(1, "Traceback (most recent call last):\n"), OLD, "exit code 1, and it says"),
    "nothing said": (Ended(1, ""), OLD, "exit code 1, and it says"),
    "another code": (Ended(2, LINE), OLD, "exit code 2"),
    "killed": (Ended(-9, ""), OLD, "exit code -9"),
    "the new site nevertheless": (Ended(1, LINE), NEW, "exit code 1, but the site is the new one"),
    "half a site": (Ended(1, LINE), {}, "exit code 1, but the site is no whole one"),
    "no site": (Ended(1, LINE), None, "exit code 1, but the site is no whole one"),
}


@pytest.mark.parametrize(("ended", "found", "fault"), JUDGED.values(), ids=JUDGED)
def test_how_a_build_is_judged(ended: Ended, found: dict[str, str] | None, fault: str) -> None:
    _, said = judged(ended, OLD, found, NEW)
    assert said.startswith(fault) if fault else said == ""


def test_a_reader_sees_what_is_not_whole(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    (output / "index.html").write_text("old")
    reader = Reader(output, [seen(output) or {}])
    with reader.reading():
        while reader.looks < 2:
            pass
        assert reader.faults == []
        (output / "index.html").write_text("half")
        while not reader.faults:
            pass
    assert reader.faults[0] == "a site of 1 files that is none of the whole ones"


def test_a_reader_sees_that_there_is_no_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    reader = Reader(output, [{}])
    with reader.reading():
        while reader.looks < 2:
            pass
        with reader.looking_away():
            shutil.rmtree(output)
            output.mkdir()
        assert reader.faults == []
        shutil.rmtree(output)
        while not reader.faults:
            pass
    assert reader.faults[0] == "there was no site for a moment"


def test_the_calls_of_a_build_are_those_that_make_its_site(ground: Ground, tmp_path: Path) -> None:
    needs(calls.missing())
    ended, found = calls.calls(ground, tmp_path / "calls")
    assert ended.code == 0
    names = {call.name for call in found}
    assert names & {"rename", "renameat", "renameat2"}
    assert names & {"mkdir", "mkdirat"}
    assert names >= {"openat", "write", "fsync"}
    assert len(found) > len(ground.whole[0])
