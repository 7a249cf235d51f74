"""Sentences between others, cut off and over several lines come in; the same facts go out."""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise
from typing import Any

import pytest

from sco_digest.extract.statistics import find_statistics
from tests.extract.gold import spans
from tests.extract.reading import ENGLISH, amid, cases, record, tokens, words


def figures(text: str) -> list[tuple[object, ...]]:
    """All that is read of the figures but where they stand."""
    return [
        (
            *(plain(one.surface), one.value, one.low, one.high, one.origin, one.unit, one.per, one.kind),
            *(one.bound, one.direction, one.confidence, plain(one.subject.text) if one.subject else None),
            *((one.period.start, one.period.end) if one.period else ()),
            *((one.compared.start, one.compared.end) if one.compared else ()),
        )
        for one in find_statistics(tokens(text), ENGLISH, "2025-11-19")
    ]


def plain(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


FIGURES = [case.values[0]["text"] for case in cases("statistics")]


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_the_same_wherever_they_stand(text: str) -> None:
    assert figures(amid(text)) == figures(text)


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_the_same_without_the_last_stop(text: str) -> None:
    assert figures(text.rstrip().removesuffix(".")) == figures(text)


@pytest.mark.parametrize("text", [text for text in FIGURES if "\n" not in text])  # of a table, lines are rows
def test_figures_are_the_same_over_several_lines(text: str) -> None:
    assert figures(textwrap.fill(text, 30, break_on_hyphens=False, break_long_words=False)) == figures(text)


@pytest.mark.parametrize(("one", "other"), list(pairwise(FIGURES)))
def test_figures_of_two_paragraphs_are_those_of_each(one: str, other: str) -> None:
    assert figures(f"{one}\n\n{other}") == figures(one) + figures(other)


@pytest.mark.parametrize("text", FIGURES)
def test_a_text_may_break_off_behind_any_word(text: str) -> None:
    for word in re.finditer(r"\S+", text):
        cut = text[: word.end()]
        for one in find_statistics(tokens(cut), ENGLISH, "2025-11-19"):
            assert cut[one.span.start : one.span.end] == one.surface


# ---- commitments and statements -------------------------------------------------------------------------------------


def commitments(text: str, **stated: str) -> list[tuple[object, ...]]:
    """Who commits themselves to what."""
    made = record(text, **stated)
    return [
        (one.kind, words(text, one.cue), one.who.text if one.who else None, one.what.text, one.confidence)
        for one in made.commitments
    ]


@pytest.mark.parametrize("case", cases("commitments"))
def test_a_commitment_is_the_same_wherever_it_stands(case: dict[str, Any]) -> None:
    stated = {"date": case["date"]} if "date" in case else {}
    assert commitments(amid(case["text"]), **stated) == commitments(case["text"], **stated)


def said(text: str) -> list[tuple[object, ...]]:
    """Who said what, in the order of the text."""
    found = [(who, one) for who in record(text).speakers for one in who.statements]
    return [
        (who.name, who.role, one.kind, one.verb, words(text, one.source), words(text, one.span), one.confidence)
        for who, one in sorted(found, key=lambda pair: (pair[1].span.start, pair[1].cue.start))
    ]


@pytest.mark.parametrize("case", [case for case in cases("statements") if "opens" not in case.values[0]])
def test_a_statement_is_the_same_wherever_it_stands(case: dict[str, Any]) -> None:
    assert said(amid(case["text"])) == said(case["text"])


@pytest.mark.parametrize("case", [*cases("statements"), *cases("commitments"), *cases("projects")])
def test_an_article_may_break_off_in_its_last_sentence(case: dict[str, Any]) -> None:
    text = case["text"]
    for word in list(re.finditer(r"\S+", text))[-6:]:
        assert all(surface == found for surface, found in spans(record(text[: word.end()])))
