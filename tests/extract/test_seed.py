"""The first real seed: every fact of it that the site must show, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sco_digest.content import load_content
from sco_digest.extract import extract
from sco_digest.seeds import read_seeds
from tests.extract.reading import words

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord, Statistic

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seed() -> ArticleRecord:
    content, problems = load_content(ROOT / "content")
    assert not problems
    documents, refused = read_seeds(ROOT / "seeds", max_bytes=10_000_000)
    assert not refused
    (document,) = [one for one in documents if one.id == "000_27a9d2d221f48fca"]
    return extract(document, content.vocabulary)


def test_date_source_headline(seed: ArticleRecord) -> None:
    assert seed.date is not None
    assert seed.source is not None
    assert (seed.date.value, words(seed.text, seed.date.span)) == ("2025-11-19", "2025-11-19")
    assert seed.source.name == "Cabinet of Ministers’ press service"
    assert seed.headline.derived
    assert seed.headline.text == (
        "Adylbek Kasymaliev participated in the 24th meeting of the Council of Heads of Government"
    )


def test_the_one_speaker(seed: ArticleRecord) -> None:
    (speaker,) = seed.speakers
    assert (speaker.name, speaker.role, speaker.country, speaker.main) == (
        "Adylbek Kasymaliev",
        "Chairman of the Cabinet of Ministers of Kyrgyzstan",
        "KG",
        True,
    )
    said = [(one.kind, one.verb, words(seed.text, one.source)) for one in speaker.statements]
    assert said == [
        ("indirect", "focused", "Adylbek Kasymaliev"),
        ("indirect", "emphasized", "He"),
        ("indirect", "outlined", "The head of the Cabinet"),
        ("indirect", "emphasized", "The head of the Cabinet"),
        ("indirect", "noted", "The head of the Cabinet"),
        ("indirect", "emphasized", "The head of the Cabinet"),
        ("indirect", "highlighted", "The head of the Cabinet"),
        ("indirect", "noted", "The head of the Cabinet"),
        ("indirect", "proposed", "The head of the Cabinet"),
        ("indirect", "cited", "Adylbek Kasymaliev"),
        ("indirect", "According to", "him"),
        ("direct", "added", "the Cabinet Chairman"),
    ]
    quote = words(seed.text, speaker.statements[-1].span) or ""
    assert quote.startswith("«Between 2020 and 2024, Kyrgyzstan’s trade turnover")
    assert quote.endswith("visited Kyrgyzstan,» the Cabinet Chairman added.")


def test_policy_areas(seed: ArticleRecord) -> None:
    areas = [area.slug for area in seed.policy_areas]
    assert set(areas[:4]) == {"trade", "transport", "finance", "digital"}
    assert set(areas[4:]) <= {"diplomacy", "tourism"}


@pytest.mark.parametrize(
    ("area", "named"),
    [
        ("trade", "Smart Customs"),
        ("transport", "China-Kyrgyzstan-Uzbekistan railway"),
        ("transport", "Barskoon-Bedel-Aksu road"),
        ("transport", "air corridor"),
        ("finance", "SCO Development Bank"),
        ("digital", "data centers"),
    ],
)
def test_each_project_stands_in_a_passage_of_its_area(seed: ArticleRecord, area: str, named: str) -> None:
    (found,) = [one for one in seed.policy_areas if one.slug == area]
    sentences = [sentence for paragraph in seed.paragraphs for sentence in paragraph]
    passages = {
        words(seed.text, sentence) or ""
        for sentence in sentences
        for span in found.evidence
        if sentence.start <= span.start < sentence.end
    }
    assert any(named in passage for passage in passages)


def test_the_projects_that_have_a_name(seed: ArticleRecord) -> None:
    assert [(one.slug, one.name, one.kind) for one in seed.projects] == [
        ("smart-customs-system", "Smart Customs system", "system"),
        ("china-kyrgyzstan-uzbekistan-railway", "China-Kyrgyzstan-Uzbekistan railway", "railway"),
        ("barskoon-bedel-aksu-road", "Barskoon-Bedel-Aksu road", "road"),
        ("sco-development-bank", "SCO Development Bank", "bank"),
    ]


def test_the_one_proposal(seed: ArticleRecord) -> None:
    (one,) = seed.commitments
    assert (one.kind, words(seed.text, one.cue), one.who) == ("proposal", "It was proposed", None)
    assert (one.speaker, one.confidence, one.period) == ("adylbek-kasymaliev", 1.0, None)
    assert one.what.text == (
        "to consider the SCO initiative to develop data centers and create regional high-performance computing "
        "facilities in Kyrgyzstan"
    )
    assert "digital" in one.policy_areas


def test_four_figures_and_no_fifth(seed: ArticleRecord) -> None:
    assert [(one.value, one.unit, one.kind) for one in seed.statistics] == [
        (1, "hour", "duration"),
        (3.5, "fold", "multiple"),
        (75, "percent", "percent"),
        (8_000_000, "citizen", "count"),
    ]
    assert {one.speaker for one in seed.statistics[1:]} == {"adylbek-kasymaliev"}


def test_release_of_goods(seed: ArticleRecord) -> None:
    figure = seed.statistics[0]
    assert (figure.origin, figure.value, figure.direction) == (5, 1, "down")
    assert subject(figure) == "the time for releasing goods"


def test_turnover(seed: ArticleRecord) -> None:
    figure = seed.statistics[1]
    assert (figure.surface, figure.direction, period(figure)) == ("3.5-fold", "up", ("2020", "2024", False))
    assert subject(figure) == "Kyrgyzstan’s trade turnover with SCO countries"


def test_share_of_turnover(seed: ArticleRecord) -> None:
    figure = seed.statistics[2]
    assert (figure.surface, period(figure)) == ("75 percent", ("2025-01", "2025-08", True))
    assert "total trade turnover" in (subject(figure) or "")
    assert figure.confidence < 1


def test_visitors(seed: ArticleRecord) -> None:
    figure = seed.statistics[3]
    assert (figure.surface, figure.bound, period(figure)) == ("8 million citizens", "~", ("2025-01", "2025-09", False))
    assert "citizens of SCO countries" in (subject(figure) or "")


def subject(figure: Statistic) -> str | None:
    return figure.subject.text if figure.subject else None


def period(figure: Statistic) -> tuple[str, str, bool] | None:
    return (figure.period.start, figure.period.end, figure.period.inferred) if figure.period else None
