"""The texts of the genre in `tests/texts` against their gold records, and every record against its own text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.gold import GOLD, records, same_figure, same_source, spans
from tests.extract.reading import record, words

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord

CUTS = 40
"""Places at which a text is broken off, about."""
KNOWN_MISSES = Path(__file__).parent / "cases" / "known_misses.json"


def misses(made: ArticleRecord, gold: dict[str, Any]) -> list[str]:
    """What the record lacks or has too much of, a line each."""
    return [*_head(made, gold), *_speakers(made, gold), *_areas(made, gold), *_figures(made, gold)]


@pytest.mark.parametrize(("name", "place"), list(GOLD), ids=[f"{name}-{place}" for name, place in GOLD])
def test_record_against_gold(name: str, place: int) -> None:
    """The list of known misses is exact: a new one fails, and so does one that was mended but is still listed."""
    known = json.loads(KNOWN_MISSES.read_text(encoding="utf-8"))
    assert misses(records(name)[place], GOLD[name, place]) == known.get(f"{name}-{place}", [])


def test_most_of_the_gold_is_found() -> None:
    """The known misses must stay few: at most two for ten facts that the gold records name."""
    named = sum(
        len(gold["statistics"])
        + sum(len(one["statements"]) + 1 for one in gold["speakers"])
        + len(gold["policy_areas"])
        + 2
        for gold in GOLD.values()
    )
    missed = sum(len(lines) for lines in json.loads(KNOWN_MISSES.read_text(encoding="utf-8")).values())
    assert missed <= named / 5


@given(st.text(max_size=400))
def test_never_raises_and_spans_are_true_on_any_text(text: str) -> None:
    made = record(text)
    assert all(surface == found for surface, found in spans(made))


PLANS = """The sides Kazakhstan and Orm agreed to will be jointly build built proposed building not signed a memorandum
on plans the railway bank of for Lake ( OLR ) – - . , ; “ ” project Centre system It was by 2030 who said that"""
GENRE = """Minister of Transport Ivan Petrov said , . : “ ” " « » that the rose fell by 5 percent to 3.5-fold million $
12 km from in 2020 and 2024 He according to him Kyrgyzstan ’s It was noted - ( ) November 17 first nine
months half a doubled of"""
FRAGMENTS = st.lists(st.sampled_from([*GENRE.split(), "\n", "\n\n"]), max_size=60)


@given(FRAGMENTS)
def test_never_raises_and_spans_are_true_on_the_words_of_the_genre(parts: list[str]) -> None:
    made = record(" ".join(parts))
    assert all(surface == found for surface, found in spans(made))
    ends = [made.body, *(span.end for paragraph in made.paragraphs for span in paragraph)]
    assert ends == sorted(ends)


@given(st.lists(st.sampled_from([*PLANS.split(), "\n\n"]), max_size=40))
def test_never_raises_and_spans_are_true_on_words_of_plans(parts: list[str]) -> None:
    made = record(" ".join(parts))
    assert all(surface == found for surface, found in spans(made))
    clauses = [(one.span, one.what.span) for one in made.commitments]
    assert all(clause.start <= what.start < what.end <= clause.end for clause, what in clauses)


@pytest.mark.parametrize(("name", "place"), list(GOLD), ids=[f"{name}-{place}" for name, place in GOLD])
def test_spans_are_true_where_a_text_breaks_off(name: str, place: int) -> None:
    """At the end of a text no rule may look for one word more."""
    text = records(name)[place].text
    blanks = [i for i, char in enumerate(text) if char.isspace()]
    for end in blanks[:: max(1, len(blanks) // CUTS)]:
        line = text.rfind("\n", 0, end) + 1
        made = record(text[line:end])
        assert all(surface == found for surface, found in spans(made))


@pytest.mark.parametrize(("name", "place"), list(GOLD), ids=[f"{name}-{place}" for name, place in GOLD])
def test_spans_are_true(name: str, place: int) -> None:
    assert all(surface == found for surface, found in spans(records(name)[place]))


def _head(made: ArticleRecord, gold: dict[str, Any]) -> list[str]:
    date = made.date.value if made.date else None
    lines = [] if date == gold["date"] else [f"date {date} for {gold['date']}"]
    if gold["headline"] and made.headline.text != gold["headline"]:
        lines.append(f"headline {made.headline.text!r}")
    source = made.source.name if made.source else None
    same = same_source(source, gold["source"])
    return lines if same else [*lines, f"source {source!r} for {gold['source']!r}"]


def _speakers(made: ArticleRecord, gold: dict[str, Any]) -> list[str]:
    lines = []
    speakers = {one.name: one for one in made.speakers}
    wanted = {one["name"]: one for one in gold["speakers"]}
    lines += [f"speaker {name} too many" for name in speakers if name not in wanted]
    for name, one in wanted.items():
        mine = speakers.get(name)
        if mine is None:
            lines.append(f"speaker {name} missed")
            continue
        if mine.country != one.get("country") and mine.country is not None:
            lines.append(f"country of {name}: {mine.country}")
        said = [(words(made.text, said.span) or "") for said in mine.statements]
        lines += [
            f"statement of {name} missed: {want['starts']}"
            for want in one["statements"]
            if not any(" ".join(want["starts"].split()) in text for text in said)
        ]
    return lines


def _areas(made: ArticleRecord, gold: dict[str, Any]) -> list[str]:
    found = {area.slug for area in made.policy_areas}
    wanted = set(gold["policy_areas"])
    return [f"area {slug} missed" for slug in sorted(wanted - found)] + [
        f"area {slug} too many" for slug in sorted(found - wanted)
    ]


def _figures(made: ArticleRecord, gold: dict[str, Any]) -> list[str]:
    free = list(made.statistics)
    lines = []
    for want in gold["statistics"]:
        hit = next((one for one in free if same_figure(one, want)), None)
        if hit:
            free.remove(hit)
        else:
            lines.append(f"figure missed: {want['surface']}")
    return lines + [f"figure too many: {one.surface}" for one in free]
