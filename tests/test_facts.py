"""The flat list of facts: what is counted at the end of a build and shown by `explain`."""

from __future__ import annotations

import pytest

from sco_digest.facts import KINDS, Fact, facts
from sco_digest.model import (
    ArticleRecord,
    Commitment,
    Date,
    Headline,
    Period,
    Phrase,
    Place,
    PolicyArea,
    Project,
    Source,
    Span,
    Speaker,
    Statement,
    Statistic,
    Subject,
)

HERE = Span(0, 4)


def record(**found: object) -> ArticleRecord:
    bare = {"id": "a", "path": "a.txt", "sha256": "", "lang": "en", "text": "text", "body": 0, "paragraphs": ()}
    return ArticleRecord(**bare, **({"headline": Headline("Talks held")} | found))


def figure(**found: object) -> Statistic:
    return Statistic(
        **({"surface": "75", "span": HERE, "sentence": HERE, "unit": "percent", "kind": "percent"} | found)
    )


def commitment(**found: object) -> Commitment:
    what = Phrase("to build a port", HERE)
    return Commitment(**({"span": HERE, "kind": "proposal", "cue": HERE, "what": what} | found))


def test_a_commitment_without_more() -> None:
    (_, fact) = facts(record(commitments=(commitment(confidence=0.5),)))
    assert fact.value == "proposal, “to build a port”, confidence 0.5"
    assert [part.name for part in fact.parts] == ["commitment", "what is promised"]


def test_a_bare_record_has_its_headline() -> None:
    assert facts(record()) == (Fact("headline", "Talks held", ()),)


def test_an_organisation_is_said_to_be_one() -> None:
    (_, speaker) = facts(record(speakers=(Speaker(slug="skyra", name="Skyra", kind="organisation", country="KG"),)))
    assert speaker == Fact("speaker", "Skyra, organisation, KG", ())


def test_every_kind_of_fact_in_its_order() -> None:
    said = Statement(span=HERE, kind="direct", verb="said", cue=HERE, source=HERE, confidence=0.8)
    full = record(
        date=Date("2025-11-19", HERE),
        source=Source("Lake Press", HERE),
        speakers=(Speaker(slug="ada", name="Ada Mor", role="Minister", country="KG", main=True, statements=(said,)),),
        statistics=(figure(value=75.0),),
        policy_areas=(PolicyArea("trade", 2.0, (HERE, Span(5, 9))),),
        places=(Place("KG", "Kyrgyzstan", HERE),),
        projects=(Project(slug="osk-port", name="Osk port", kind="port", mentions=(HERE,)),),
        commitments=(commitment(who=Phrase("Ada Mor", HERE), speaker="ada", period=Period("2026", "2027")),),
    )
    found = facts(full)
    assert tuple(fact.kind for fact in found) == KINDS
    assert {fact.kind: fact.value for fact in found} == {
        "date": "2025-11-19",
        "headline": "Talks held",
        "source": "Lake Press",
        "speaker": "Ada Mor, Minister, KG, main speaker",
        "statement": "Ada Mor, direct, “said”, confidence 0.8",
        "figure": "75 percent",
        "policy area": "trade",
        "place": "KG",
        "project": "Osk port, port",
        "commitment": "proposal, “to build a port”, by Ada Mor, told by ada, 2026 to 2027",
    }
    assert found[-4].spans == (HERE, Span(5, 9))


FIGURES = {
    "a plain one": ({"value": 75.0}, "75 percent"),
    "thousands set apart": ({"value": 8_000_000.0, "unit": "citizen", "bound": "~"}, "~ 8,000,000 citizen"),
    "a range": ({"low": 3.0, "high": 4.5}, "3 to 4.5 percent"),
    "a change": ({"value": 1.0, "origin": 5.0, "unit": "hour", "direction": "down"}, "from 5 to 1 hour, down"),
    "a vague one": ({"surface": "dozens", "unit": "km"}, "dozens km"),
    "with what it measures": ({"value": 2.0, "subject": Subject("the share", HERE)}, "2 percent, the share"),
    "of one year": ({"value": 2.0, "period": Period("2024", "2024")}, "2 percent, 2024"),
    "of several years": ({"value": 2.0, "period": Period("2020", "2024")}, "2 percent, 2020 to 2024"),
    "with who gave it": ({"value": 2.0, "speaker": "ada"}, "2 percent, by ada"),
    "not sure": ({"value": 2.0, "confidence": 0.8}, "2 percent, confidence 0.8"),
}


@pytest.mark.parametrize(("found", "line"), FIGURES.values(), ids=FIGURES)
def test_a_figure_in_one_line(found: dict[str, object], line: str) -> None:
    facts_found = facts(record(statistics=(figure(**found),)))
    assert facts_found[-1].value == line
