"""Brackets around facts, for a terminal without colours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.cli.marks import Mark, bracketed, marks
from sco_digest.facts import Fact
from sco_digest.model import Span

CASES = {
    "no facts": ("Talks held.", [], "Talks held."),
    "one": ("in Osh today", [(3, 6, "place")], "in [place: Osh] today"),
    "side by side": ("ab", [(0, 1, "x"), (1, 2, "y")], "[x: a][y: b]"),
    "one inside the other": ("abc", [(0, 3, "x"), (1, 2, "y")], "[x: a[y: b]c]"),
    "both on the same words": ("ab", [(0, 2, "y"), (0, 2, "x")], "[x: [y: ab]]"),
    "crossing": ("abcd", [(0, 3, "x"), (1, 4, "y")], "[x: a[y: bc]][y: d]"),
    "ending together": ("abc", [(0, 3, "x"), (2, 3, "y")], "[x: ab[y: c]]"),
}


@pytest.mark.parametrize(("text", "found", "expected"), CASES.values(), ids=CASES)
def test_brackets(text: str, found: list[tuple[int, int, str]], expected: str) -> None:
    assert bracketed(text, [Mark(*each) for each in found]) == expected


def test_marks_of_facts_outer_first_and_each_once() -> None:
    found = [
        Fact("place", "KG", (Span(5, 8),)),
        Fact("statement", "said", (Span(0, 20),)),
        Fact("place", "KZ", (Span(5, 8), Span(9, 9))),
        Fact("headline", "derived", ()),
    ]
    assert marks(found) == [Mark(0, 20, "statement"), Mark(5, 8, "place")]


spans = st.tuples(st.integers(0, 12), st.integers(1, 12), st.sampled_from("xyz"))


@given(st.lists(spans, max_size=8))
def test_without_the_brackets_the_text_is_whole(found: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    shown = bracketed(text, [Mark(start, start + length, kind) for start, length, kind in found])
    assert re.sub(r"\[[xyz]: |\]", "", shown) == text
    assert shown.count("[") == shown.count("]")
    covered = {place for start, length, _ in found for place in range(start, start + length)}
    depth, place, marked = 0, 0, set()
    for sign in re.findall(r"\[[xyz]: |\]|[a-z]", shown):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if len(sign) == 1 and sign != "]":
            marked |= {place} if depth else set()
            place += 1
    assert marked == covered
