"""What is written down of the last run comes in; that it is current, explained and good enough is what is tested."""

from __future__ import annotations

import ast

import pytest

from tests.mutants.__main__ import PAGE, remembered
from tests.mutants.outcome import Outcome, Survivor
from tests.mutants.page import page
from tests.mutants.rooms import ROOMS, WANTED
from tests.mutants.running import ROOT
from tests.mutants.survivors import Reason, explained, reasons


def functions(room: str) -> set[str]:
    """All functions and methods of a room, such as `cache.store.Store.get`."""
    found = set()
    for file in (ROOT / "sco_digest" / room).rglob("*.py"):
        module = ".".join(file.relative_to(ROOT / "sco_digest").with_suffix("").parts).removesuffix(".__init__")
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            inner = node.body if isinstance(node, ast.ClassDef) else []
            found |= {f"{module}.{one.name}" for one in (node, *inner) if isinstance(one, ast.FunctionDef)}
            found |= {f"{module}.{node.name}.{one.name}" for one in inner if isinstance(one, ast.FunctionDef)}
    return found


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(remembered(), reasons()), "run python -m tests.mutants --page"


@pytest.mark.parametrize("outcome", remembered(), ids=lambda one: one.room)
def test_enough_mutants_are_noticed(outcome: Outcome) -> None:
    assert outcome.room in ROOMS
    assert outcome.share >= WANTED


@pytest.mark.parametrize("room", ROOMS)
def test_reasons_are_of_functions_that_are_there(room: str) -> None:
    named = {reason.where for reason in reasons() if reason.where.partition(".")[0] == room}
    assert named - functions(room) == set()


def test_a_reason_is_found_by_the_function_and_the_words() -> None:
    one, other, third = (
        Survivor(where, "x = 1", became) for where, became in (("a.f", "x"), ("a.f", "y"), ("b.f", "x"))
    )
    known = (Reason("a.f", "the same", ("x", "z")), Reason("b.f", "seldom", ("x",)))
    assert explained((one, other, third), known) == {one: "the same", other: "", third: "seldom"}


def test_the_page_shows_code_as_it_is() -> None:
    lived = (Survivor("cache.store.put", "a = f(\nb)", ""), Survivor("cache.store.put", "a < `b`", "a <= `b`"))
    text = page([Outcome("cache", 400, 397, 1, 0, lived), Outcome("extract", 600, 540, 0, 0, (), 9000)], ())
    assert "| cache | 400 | 397 | 1 | 2 | 0 | 99.5% |" in text
    assert "| extract | 600 of 9000 | 540 | 0 | 0 | 0 | 90.0% (87.3% to 92.2%) |" in text
    assert "- `cache.store.put`: not explained yet\n  - `` a = f( ⏎ b) `` → nothing\n" in text
    assert "  - `` a < `b` `` → `` a <= `b` ``\n" in text
