"""Commitments: what a text says is proposed, promised, planned or agreed, by whom and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.extract.reading import cases, record, words

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord, Commitment


def read(case: dict[str, Any]) -> ArticleRecord:
    return record(case["text"], date=case["date"]) if "date" in case else record(case["text"])


@pytest.mark.parametrize("case", cases("commitments"))
def test_commitments(case: dict[str, Any]) -> None:
    made = read(case)
    found = [
        [one.kind, words(made.text, one.cue), one.who.text if one.who else None, one.what.text]
        for one in made.commitments
    ]
    assert found == case["found"]


def _year(told: str) -> int | str:
    """A year as it stands in a case; a month or a day stands there as text."""
    return int(told) if told.isdecimal() else told


@pytest.mark.parametrize("case", cases("commitments"))
def test_what_else_a_case_tells(case: dict[str, Any]) -> None:
    told = {
        "speaker": lambda one: one.speaker,
        "projects": lambda one: list(one.projects),
        "confidence": lambda one: one.confidence,
        "period": lambda one: [_year(one.period.start), _year(one.period.end)] if one.period else None,
    }
    for one in read(case).commitments:
        asked = {name: case[name] for name in told if name in case}
        assert {name: told[name](one) for name in asked} == asked


@pytest.mark.parametrize("case", cases("commitments"))
def test_every_part_stands_in_the_words_of_its_clause(case: dict[str, Any]) -> None:
    made = read(case)
    for one in made.commitments:
        parts = [one.what, one.who] if one.who else [one.what]
        for part in parts:
            assert words(made.text, part.span) == part.text
        assert inside(one.what, one)


def inside(part: Any, one: Commitment) -> bool:
    return one.span.start <= part.span.start and part.span.end <= one.span.end


def test_the_areas_are_those_of_the_sentence() -> None:
    made = record("The sides agreed to build a railway. A road and a railway are there. Customs and exports fell.")
    (one,) = made.commitments
    assert "transport" in one.policy_areas
    assert "trade" not in one.policy_areas


def test_a_period_that_is_reckoned_from_the_date_says_so() -> None:
    (one,) = record("The bank plans to open a branch next year.", date="2025-03-01").commitments
    assert one.period is not None
    assert (one.period.start, one.period.inferred) == ("2026", True)
