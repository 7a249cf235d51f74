"""The rules that found a fact are told by watching the reading, which changes nothing of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from sco_digest.build import export
from sco_digest.facts import Part, facts
from sco_digest.model import Span
from sco_digest.rules import INSIDE, MADE_OF, NOTHING_SEEN, watched
from tests.extract.reading import record
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import ArticleRecord

TEXT = (
    "ORM, May 3, 2025 (Lake Press) - Wages in Uzbekistan rose by about 12 percent in 2024, Minister Aldo Ferrin said. "
    "He added that exports to Kazakhstan had fallen from 5 to 4 million tons.\n\n"
    "Customs were made free."
)


def modules(text: str, **stated: str) -> dict[str, set[str]]:
    """Each part of a fact, and the modules whose functions found it."""
    found: dict[str, set[str]] = {}
    for one, rules in watched(record(text, **stated) for _ in range(1)):
        for part in (part for fact in facts(one) for part in fact.parts):
            names = found.setdefault(part.name, set())
            names |= {name.partition(".")[0] for name in rules.of(part)}
    return found


PARTS = {
    "date": "dates",
    "headline": "lead",
    "source": "source",
    "name": "names",
    "words": "statements",
    "verb": "cues",
    "subject of the verb": "mentions",
    "speaker": "resolve",
    "figure": "figures",
    "number": "numbers",
    "unit": "units",
    "~": "bounds",
    "up": "changes",
    "down": "changes",
    "subject": "subjects",
    "period": "timing",
    "cue": "policy_areas",
    "place": "places",
}


@pytest.mark.parametrize(("part", "module"), PARTS.items())
def test_each_part_of_a_fact_has_its_rule(part: str, module: str) -> None:
    assert module in modules(TEXT)[part]


def test_no_part_is_left_out() -> None:
    assert set(MADE_OF) | set(INSIDE) | {"up", "down", "~"} == set(PARTS) == set(modules(TEXT))


def test_what_is_stated_beside_the_text_has_no_rule() -> None:
    assert "date" not in modules(TEXT, date="2025-05-04")


def test_every_fact_of_our_texts_has_a_rule() -> None:
    records, _ = export(ROOT / "tests/texts", ROOT / "content", 1)
    for one, rules in watched(iter(records)):
        unseen = [fact for fact in facts(one) if fact.parts and not rules.of(fact.parts[0])]
        assert unseen == [], one.id


def test_watching_changes_nothing_and_ends() -> None:
    plain = record(TEXT)
    ((seen, _),) = watched(record(TEXT) for _ in range(1))
    assert seen == plain
    assert sys.getprofile() is None


def test_an_error_ends_the_watching_too() -> None:
    def broken() -> Iterator[ArticleRecord]:
        yield record(TEXT)
        raise ValueError("no such unit")

    with pytest.raises(ValueError, match="no such unit"):
        list(watched(broken()))
    assert sys.getprofile() is None


def test_what_was_read_before_has_no_rules() -> None:
    before = record(TEXT)
    ((_, rules),) = watched(iter([before]))
    assert rules is NOTHING_SEEN
    assert rules.of(Part("figure", Span(0, 3))) == ()
