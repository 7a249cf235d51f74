"""The pages on accuracy are current, and what is counted in them is told apart rightly."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest

from sco_digest.facts import Part
from sco_digest.model import Span
from sco_digest.rules import NOTHING_SEEN
from tests.accuracy.by_rule import by_rule, rule_table
from tests.accuracy.claims import Claim, Score, Wanted, scores
from tests.accuracy.comparison import FIELDS, compare
from tests.accuracy.development import _figures, _said
from tests.accuracy.own import traced
from tests.accuracy.pages import DOCS, NAMES, PAGE, files
from tests.accuracy.tables import confidence_table, percent
from tests.extract.reading import record

TEXT = (
    "Veldoria opens second ferry line\n\nA second ferry line opened in Kazakhstan. "
    "“We carried 40 percent more lorries in 2025,” Minister of Transport Daulet Sarymov said. "
    "The line cost 30 million euros.\n"
)
MADE = record(TEXT, date="2026-05-04")
GOLD: dict[str, Any] = {
    "date": "2026-05-04",
    "headline": "Veldoria opens second ferry line",
    "source": None,
    "speakers": [
        {
            "name": "Daulet Sarymov",
            "role": "Minister of Transport",
            "country": None,
            "main": True,
            "statements": [{"kind": "direct", "starts": "We carried 40 percent"}],
        }
    ],
    "policy_areas": [],
    "places": ["Kazakhstan"],
    "statistics": [
        {
            "surface": "40 percent",
            "value": 40,
            "unit": "percent",
            "kind": "percent",
            "bound": "=",
            "direction": "up",
            "subject": "lorries",
            "period": ["2025", "2025"],
            "speaker": "Daulet Sarymov",
        },
        {
            "surface": "30 million euros",
            "value": 30000000,
            "unit": "EUR",
            "kind": "money",
            "bound": "=",
            "subject": "the line",
        },
    ],
}


def wrong(gold: dict[str, Any]) -> Counter[str]:
    """How many claims of a field are wrong, and how many wanted things of it are not found."""
    every = list(compare(MADE, gold))
    said = Counter(one.field for one in every if isinstance(one, Claim) and not one.right)
    return said + Counter(f"no {one.field}" for one in every if isinstance(one, Wanted) and not one.found)


@pytest.mark.parametrize("path", [PAGE, DOCS], ids=lambda path: path.name)
def test_is_current(path):
    assert path.read_bytes() == files()[path].encode(), "run: make accuracy"


def test_every_field_is_counted_and_named():
    assert tuple(NAMES) == FIELDS


CHANGES: dict[str, tuple[list[str | int], Any, set[str]]] = {
    "a date": (["date"], "2026-05-05", {"date", "no date"}),
    "a date where the text has none": (["date"], None, {"date"}),
    "a headline": (["headline"], "Ferry", {"headline", "no headline"}),
    "a source that is missed": (["source"], "press service", {"no source"}),
    "a role": (["speakers", 0, "role"], "chief engineer", {"role", "no role"}),
    "a country that is missed": (["speakers", 0, "country"], "KZ", {"no country"}),
    "words that were not said": (["speakers", 0, "statements", 0, "starts"], "We lost", {"statement", "no statement"}),
    "an area that is missed": (["policy_areas"], ["health"], {"no policy area"}),
    "a country that is not there": (["places"], [], {"place"}),
    "a kind": (["statistics", 1, "kind"], "count", {"figure: kind", "no figure: kind"}),
    "a unit": (["statistics", 1, "unit"], "USD", {"figure: value and unit", "no figure: value and unit"}),
    "a place of a figure that is missed": (["statistics", 1, "place"], "Orm", {"no figure: place"}),
    "nobody gave it": (["statistics", 0, "speaker"], None, {"figure: speaker"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_difference_counts_in_its_field_and_in_no_other(change: str) -> None:
    """What the gold record says otherwise is wrong once where something is said, and missed once where it is wanted."""
    way, value, fields = CHANGES[change]
    gold = deepcopy(GOLD)
    inner: Any = gold
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    assert set(wrong(gold) - wrong(GOLD)) == fields


def test_a_person_who_says_nothing_is_no_speaker_and_gives_no_figure():
    found = set(wrong({**GOLD, "speakers": []}) - wrong(GOLD))
    assert found == {"speaker", "main speaker", "statement"}


def test_scores():
    judged = [Claim("a", right=True), Claim("a", right=False), Wanted("a", found=True), *[Wanted("a", found=False)] * 3]
    assert scores(judged) == {"a": Score("a", right=1, said=2, found=1, wanted=4)}
    score = scores(judged)["a"]
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)
    assert (Score("b", 0, 0, 0, 5).precision, Score("b", 0, 0, 0, 5).f1) == (1, 0)


def test_a_percentage_is_100_only_where_nothing_is_wrong():
    assert [percent(part) for part in (1, 0.99999, 0.5, 0)] == ["100", "99.9", "50.0", "0.0"]


def test_confidences_are_put_together_from_their_lower_ends():
    pairs = ((True, 1.0), (True, 0.9), (False, 0.95), (True, 0.0))
    said = {"a": [Claim("a", right=right, confidence=sure) for right, sure in pairs]}
    last = "| a | 100 (1 of 1) | 50.0 (1 of 2) |  |  |  | 100 (1 of 1) |"
    assert confidence_table(said).splitlines()[-1] == last


def test_the_rules_of_sure_claims_are_counted():
    part = Part("figure", Span(0, 1))
    said = [Claim("a", right=False, confidence=sure, parts=(part,)) for sure in (1, 0.9, 0.85)]
    assert rule_table(by_rule((claim, NOTHING_SEEN) for claim in said)).splitlines()[2:] == [
        "| a | figure | 0.9 | ? | 0 | 1 | 0.0 |",
        "| a | figure | 1 | ? | 0 | 1 | 0.0 |",
    ]


def test_what_is_traced_is_what_is_counted():
    """Watched, the first text gives rules for its figures."""
    claim, rules = next((claim, rules) for claim, rules in traced(watch=True) if claim.field == "figure: value")
    assert rules.of(claim.parts[0])


def test_a_labelled_figure_is_for_one_figure_only():
    """Whatever is told after it and is the same counts as too much."""
    two = [*MADE.statistics, MADE.statistics[0]]
    labels = [{"value": 40.0}, {"value": 7.0}]
    said = _figures("figure", two, labels, lambda want, got: want["value"] == got["value"])
    assert [claim.right for claim in said] == [True, False, False]
    assert labels == [{"value": 40.0}, {"value": 7.0}]


def test_a_statement_needs_the_verb_and_the_source_of_an_event():
    said = MADE.speakers[0].statements[0]
    verb, source = (said.cue.start, said.cue.end), (said.source.start, said.source.end)
    elsewhere = (said.source.end + 1, said.source.end + 2)
    events = {"both": (verb, source), "verb only": (verb, elsewhere), "source only": (None, source)}
    right = {
        name: [claim.right for claim in _said(MADE, [{"cue": cue, "source": at}])] for name, (cue, at) in events.items()
    }
    assert right == {"both": [True], "verb only": [False], "source only": [False]}
