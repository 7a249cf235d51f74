"""Policy areas: which a text treats, and by which words."""

from __future__ import annotations

import pytest

from tests.extract.reading import record, words


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Customs officers opened the gate.", ["trade"]),
        ("The railways were closed.", ["transport"]),
        ("Exporters met, and exporting grew.", ["trade"]),
        ("The Development Banks met.", ["finance"]),
        ("Free-trade rules were kept.", ["trade"]),
        ("The old king slept. A market for goods was held.", []),
        ("A market for goods was held. The old king slept.", ["trade"]),
        ("A road map was signed.", []),
        ("A road map for the railway was signed.", ["transport"]),
        ("The railway, the road and the corridor came first. Then customs.", ["transport", "trade"]),
        ("Minister of Customs Ivan Petrov slept.", []),
        ("The minister slept.", []),
        ("", []),
    ],
)
def test_areas(text: str, areas: list[str]) -> None:
    assert [area.slug for area in record(text).policy_areas] == areas


def test_evidence_is_every_cue() -> None:
    text = "The customs gate and the market were closed. Customs opened again."
    (area,) = record(text).policy_areas
    assert [words(text, span) for span in area.evidence] == ["customs", "market", "Customs"]


def test_a_heading_weighs_more() -> None:
    in_text = "The old king slept. Customs were low.\n\nThe road was long and went by the sea.\n\nThey ran."
    as_heading = "The old king slept. Customs were low.\n\nThe road. It was long and went by the sea.\n\nThey ran."
    assert [area.slug for area in record(in_text).policy_areas] == ["trade", "transport"]
    assert [area.slug for area in record(as_heading).policy_areas] == ["transport", "trade"]


def test_a_statistic_takes_the_areas_of_its_sentence() -> None:
    made = record("Customs duties fell by 5 percent. The railway carried 300 people.")
    assert [(one.value, one.policy_areas) for one in made.statistics] == [(5.0, ("trade",)), (300.0, ("transport",))]


def test_a_statistic_takes_the_speaker_of_its_statement() -> None:
    made = record("Minister Ivan Petrov said duties fell by 5 percent. The railway carried 300 people.")
    assert [one.speaker for one in made.statistics] == ["ivan-petrov", None]
