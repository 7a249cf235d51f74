"""What is doubtful is listed for people and kept from the pages."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.doubt import doubts, without_doubts
from sco_digest.model import (
    ArticleRecord,
    Commitment,
    Headline,
    Note,
    Period,
    Phrase,
    PolicyArea,
    Span,
    Speaker,
    Statement,
    Statistic,
)

TEXT = "Ferrin said wages rose by 5 percent. Oshkova said wages fell by\n7 percent. Ferrin agreed."
FIRST, SECOND, THIRD = Span(0, 36), Span(37, 75), Span(76, 90)


def said(span: Span, confidence: float) -> Statement:
    return Statement(span=span, kind="indirect", verb="said", cue=span, source=span, confidence=confidence)


def figure(surface: str, sentence: Span, speaker: str, confidence: float) -> Statistic:
    span = Span(TEXT.index(surface), TEXT.index(surface) + len(surface))
    return Statistic(
        surface=surface,
        span=span,
        sentence=sentence,
        unit="percent",
        kind="percent",
        speaker=speaker,
        confidence=confidence,
    )


def record(first: float, second: float, third: float, five: float = 1.0, seven: float = 1.0) -> ArticleRecord:
    """Two speakers with so much confidence in each statement and figure."""
    return ArticleRecord(
        id="wages",
        path="wages.txt",
        sha256="",
        lang="en",
        text=TEXT,
        body=0,
        paragraphs=((FIRST, SECOND, THIRD),),
        headline=Headline("Wages"),
        speakers=(
            Speaker(slug="ferrin", name="Ferrin", main=True, statements=(said(FIRST, first), said(THIRD, third))),
            Speaker(slug="oshkova", name="Oshkova", statements=(said(SECOND, second),)),
        ),
        statistics=(figure("5 percent", FIRST, "ferrin", five), figure("7 percent", SECOND, "oshkova", seven)),
        problems=(Note("lang", "not in English", 0.5), Note("statistics", "x", 0.5), Note("speakers", "x", 0.8)),
    )


def test_the_list_is_in_the_order_of_the_text_with_words_and_reasons() -> None:
    listed = doubts(record(0.5, 0.59, 0.6, seven=0.3))
    assert [(one.kind, one.what, one.surface, one.confidence) for one in listed] == [
        ("statement", "Ferrin", "Ferrin said wages rose by 5 percent.", 0.5),
        ("statement", "Oshkova", "Oshkova said wages fell by 7 percent.", 0.59),
        ("figure", "percent", "7 percent", 0.3),
    ]
    assert [TEXT[one.span.start : one.span.end].split() == one.surface.split() for one in listed] == [True] * 3
    assert "name who said it" in listed[0].reason
    assert "read from the context" in listed[2].reason


def test_a_period_that_follows_from_the_date_is_the_reason() -> None:
    period = Period("2025-01", "2025-08", None, inferred=True)
    sure = record(1, 1, 1)
    inferred = replace(sure, statistics=(replace(sure.statistics[0], period=period, confidence=0.5),))
    assert [one.reason for one in doubts(inferred)] == ["the year of its period follows from the date"]


def test_another_limit() -> None:
    assert [one.confidence for one in doubts(record(0.9, 1, 1), 1)] == [0.9]


def left(found: ArticleRecord) -> tuple[list[tuple[str, int, bool]], list[tuple[str, str | None]]]:
    """Each speaker with the number of statements, and whether as the main one; each figure with who gave it."""
    speakers = [(one.slug, len(one.statements), one.main) for one in found.speakers]
    return speakers, [(one.surface, one.speaker) for one in found.statistics]


CASES = {
    "all is sure": (
        (1, 1, 0.6),
        ([("ferrin", 2, True), ("oshkova", 1, False)], [("5 percent", "ferrin"), ("7 percent", "oshkova")]),
    ),
    "a figure": ((1, 1, 1, 0.5), ([("ferrin", 2, True), ("oshkova", 1, False)], [("7 percent", "oshkova")])),
    "a statement, whose figure nobody gave": (
        (0.5, 1, 1),
        ([("ferrin", 1, True), ("oshkova", 1, False)], [("5 percent", None), ("7 percent", "oshkova")]),
    ),
    "a statement without a figure": (
        (1, 1, 0.5),
        ([("ferrin", 1, True), ("oshkova", 1, False)], [("5 percent", "ferrin"), ("7 percent", "oshkova")]),
    ),
    "all that someone says": (
        (1, 0.5, 1),
        ([("ferrin", 2, True)], [("5 percent", "ferrin"), ("7 percent", None)]),
    ),
    "all that the main speaker says": (
        (0.5, 1, 0.5),
        ([("oshkova", 1, False)], [("5 percent", None), ("7 percent", "oshkova")]),
    ),
    "everything": ((0.5, 0.5, 0.5, 0.5, 0.5), ([], [])),
}


@pytest.mark.parametrize(("confidences", "expected"), CASES.values(), ids=CASES)
def test_what_is_left_for_the_pages(
    confidences: tuple[float, ...], expected: tuple[list[tuple[str, int, bool]], list[tuple[str, str | None]]]
) -> None:
    assert left(without_doubts(record(*confidences))) == expected


def test_a_doubtful_area_leaves_the_figures_too() -> None:
    sure = record(1, 1, 1)
    areas = (PolicyArea("labour", 3.0, (Span(12, 17),), 0.4), PolicyArea("finance", 5.0, ()))
    five = replace(sure.statistics[0], policy_areas=("finance", "labour"))
    whole = replace(sure, policy_areas=areas, statistics=(five,))
    assert [(one.kind, one.what, one.surface, one.confidence) for one in doubts(whole)] == [
        ("policy area", "labour", "wages", 0.4)
    ]
    kept = without_doubts(whole)
    assert [area.slug for area in kept.policy_areas] == ["finance"]
    assert kept.statistics[0].policy_areas == ("finance",)


def test_notes_of_doubtful_facts_go_with_them() -> None:
    assert [note.field for note in without_doubts(record(1, 1, 1)).problems] == ["lang", "speakers"]


def promised(confidence: float) -> Commitment:
    return Commitment(
        span=SECOND,
        kind="agreement",
        cue=SECOND,
        what=Phrase("wages", SECOND),
        speaker="oshkova",
        policy_areas=("labour", "trade"),
        confidence=confidence,
    )


def test_a_doubtful_commitment_waits_for_a_person() -> None:
    doubted = replace(record(1, 1, 1), commitments=(promised(0.5), promised(0.6)))
    (one,) = doubts(doubted)
    assert (one.kind, one.what, one.surface) == ("commitment", "agreement", "Oshkova said wages fell by 7 percent.")
    assert one.reason == "it is told under a condition"
    assert without_doubts(doubted).commitments == (promised(0.6),)


def test_a_commitment_keeps_no_speaker_and_no_area_that_goes() -> None:
    areas = (PolicyArea("labour", 1.0, (), 0.4), PolicyArea("trade", 1.0, ()))
    doubted = replace(record(1, 0.5, 1), commitments=(promised(1),), policy_areas=areas)
    (left,) = without_doubts(doubted).commitments
    assert (left.speaker, left.policy_areas) == (None, ("trade",))
