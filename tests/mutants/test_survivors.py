"""What is written down of the last run comes in; that it is current, explained and good enough is what is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.mutants import running
from tests.mutants.__main__ import PAGE, remembered
from tests.mutants.outcome import Outcome, Survivor
from tests.mutants.page import page
from tests.mutants.rooms import ROOMS, WANTED
from tests.mutants.running import ROOT
from tests.mutants.standing import functions, stale
from tests.mutants.survivors import Reason, explained, reasons

if TYPE_CHECKING:
    from pathlib import Path


PACKAGE = ROOT / "sco_digest"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(remembered(), reasons()), "run python -m tests.mutants --page"


def test_every_room_has_an_outcome() -> None:
    assert [outcome.room for outcome in remembered()] == [*ROOMS]


@pytest.fixture(params=ROOMS)
def outcome(request: pytest.FixtureRequest) -> Outcome:
    return next(one for one in remembered() if one.room == request.param)


def test_enough_mutants_are_noticed(outcome: Outcome) -> None:
    assert outcome.share >= WANTED


def test_as_many_mutants_were_tried_as_the_room_asks_for(outcome: Outcome) -> None:
    wanted = ROOMS[outcome.room].sample
    assert outcome.sample == 0 or outcome.sample >= wanted > 0
    assert outcome.mutants == outcome.killed + outcome.timeouts + len(outcome.survivors)
    assert bool(outcome.of) is bool(outcome.sample)
    assert outcome.mutants >= 0.99 * min(outcome.sample, outcome.of), "of those chosen a few are in no function"


def test_every_survivor_is_explained(outcome: Outcome) -> None:
    assert [one for one, why in explained(outcome.survivors, reasons()).items() if not why] == []


def test_nearly_every_survivor_is_of_a_line_that_stands(outcome: Outcome) -> None:
    """Rules change from day to day; where a tenth of the lines are gone, the outcome is that of another program."""
    gone = [*stale(outcome.survivors, functions(PACKAGE, outcome.room))]
    assert len(gone) <= len(outcome.survivors) / 10, f"run python -m tests.mutants --room {outcome.room}"


@pytest.mark.parametrize("room", ROOMS)
def test_reasons_are_of_functions_that_are_there(room: str) -> None:
    named = {reason.where for reason in reasons() if reason.where.partition(".")[0] == room}
    assert named - {*functions(PACKAGE, room)} == set()


def test_a_reason_is_found_by_the_function_and_the_words() -> None:
    one, other, third = (
        Survivor(where, "x = 1", became) for where, became in (("a.f", "x"), ("a.f", "y"), ("b.f", "x"))
    )
    known = (Reason("a.f", "the same", ("x", "z")), Reason("b.f", "seldom", ("x",)))
    assert explained((one, other, third), known) == {one: "the same", other: "", third: "seldom"}


def test_a_survivor_is_stale_where_its_line_is_gone(tmp_path: Path) -> None:
    (tmp_path / "room/inner").mkdir(parents=True)
    (tmp_path / "room/__init__.py").write_text("def f(\n    a,\n):\n    return a + 1\n\n\nb = 2\n")
    (tmp_path / "room/inner/c.py").write_text("class C:\n    def get(self):\n        return 2\n")
    lines = {"room.f": {"def f(", "a,", "):", "return a + 1"}, "room.inner.c.C.get": {"def get(self):", "return 2"}}
    known = functions(tmp_path, "room")
    assert known == lines
    stand = [("room.f", "return a + 1"), ("room.f", "a,\n):"), ("room.f", ""), ("room.inner.c.C.get", "return 2")]
    gone = [("room.f", "b = 2"), ("room.f", "a,\nb"), ("room.g", "return a + 1"), ("room.inner.c.get", "return 2")]
    found = stale([Survivor(where, was, "x") for where, was in (*stand, *gone)], known)
    assert [(one.where, one.was) for one in found] == gone


@pytest.mark.parametrize(
    ("head", "status", "commit"),
    [("12ab", "", "12ab"), ("12ab", " M sco_digest/cli.py", "12ab changed"), ("", "", ""), ("", " M a", "")],
)
def test_the_commit_says_where_files_differ_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str, status: str, commit: str
) -> None:
    said = {"rev-parse": head, "status": status}
    monkeypatch.setattr(running, "_git", lambda folder, *words: said[words[0]] if folder == tmp_path else "")
    assert running.commit_of(tmp_path) == commit


def test_the_page_shows_code_as_it_is() -> None:
    lived = (Survivor("cache.store.put", "a = f(\nb)", ""), Survivor("cache.store.put", "a < `b`", "a <= `b`"))
    text = page(
        [Outcome("cache", 400, 397, 1, 0, lived), Outcome("extract", 600, 540, 0, 0, (), 9000, 600, 3, "12ab changed")],
        (),
    )
    assert "| cache | 400 | 397 | 1 | 2 | 0 | 99.5% | unknown |" in text
    assert "| extract | 600 of 9000 by the seed 3 | 540 | 0 | 0 | 0 | 90.0% (87.3% to 92.2%) | 12ab changed |" in text
    assert "- `cache.store.put`: not explained yet\n  - `` a = f( ⏎ b) `` → nothing\n" in text
    assert "  - `` a < `b` `` → `` a <= `b` ``\n" in text
