"""The index of cues: which a word begins, in which of its forms, and what a phrase takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_digest.extract import area_cues
from sco_digest.extract.area_cues import AreaCues, best_of
from sco_digest.extract.verb_endings import verb_forms
from tests.extract.reading import ENGLISH


def found(text: str, *cues: str) -> list[str]:
    """The cues of area 0 that begin at each word of a text, as the text has them."""
    index = AreaCues({"labour": "labor"})
    index.add(cues, 0, 1.0)
    words = text.split()
    return [
        " ".join(words[place:end])
        for place in range(len(words))
        for end, cue in index.at(index.begins[words[place]], words, place + 1)
        if cue.weights
    ]


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("canals and ferries and buses", "canal", ["canals"]),
        ("canals and ferries and buses", "ferry", ["ferries"]),
        ("canals and ferries and buses", "bus", ["buses"]),
        ("customs of the custom", "customs", ["customs"]),
        ("it irrigated irrigation", "irrigat*", ["irrigated", "irrigation"]),
        ("they smuggled smugglers", "smuggle~", ["smuggled"]),
        ("Labour unions", "labor union", ["Labour unions"]),
        ("the U.N. said un deux", "UN", ["U.N."]),
        ("the Fed fed them", "Fed", ["Fed"]),
        ("FED they were", "Fed", ["FED"]),
        ("hearing aids for AIDS", "AIDS", ["AIDS"]),
        ("free trade zones", "free-trade zone", ["free trade zones"]),
        ("free trade", "free trade zone", []),
        ("B&B and B & B", "B&B", ["B & B"]),
        ("so", " ", []),
        ("they discuss a class", "discus", []),
        ("discuses and a discus", "discus", ["discuses", "discus"]),
        ("Glass made of glasses", "glass", ["Glass", "glasses"]),
    ],
)
def test_forms(text: str, cue: str, words: list[str]) -> None:
    assert found(text, cue) == words


def test_a_singular_is_found_beside_a_phrase_that_begins_with_the_plural() -> None:
    assert found("canals", "canals board", "canal") == ["canals"]


def test_a_cue_has_its_own_weight_in_a_long_text_and_one_between_in_others() -> None:
    index = AreaCues({})
    index.add(["stocks"], 0, 5.0)
    index.add(["stocks", "smelter fire"], 0, 1.0, long=True)
    begun = index.at(index.begins["stocks"], ["stocks"], 1)
    assert [best_of(begun, 1, length)[0][0] for length in (0.0, 0.5, 1.0)] == [5.0, 3.0, 1.0]
    begun = index.at(index.begins["smelter"], ["smelter", "fire"], 1)
    assert not best_of(begun, 2, 0.0)
    assert best_of(begun, 2, 1.0)[0][0] == 1.0


def test_a_plural_for_long_texts_does_not_hide_the_singular() -> None:
    index = AreaCues({})
    index.add(["pension"], 0, 3.0)
    index.add(["pensions"], 0, 5.0, long=True)
    begun = index.at(index.begins["pensions"], ["pensions"], 1)
    assert [best_of(begun, 1, length)[0][0] for length in (0.0, 1.0)] == [3.0, 5.0]


def test_a_topic_that_weighs_a_cue_anew_weighs_it_for_texts_of_any_length() -> None:
    index = AreaCues({})
    index.add(["dam"], 0, 1.0, long=True)
    index.add(["dam"], 0, 3.0)
    assert best_of(index.at(index.begins["dam"], ["dam"], 1), 1, 1.0)[0][0] == 3.0


def test_the_last_weight_of_a_cue_counts() -> None:
    index = AreaCues({})
    index.add(["dam"], 0, 1.0)
    index.add(["dam"], 0, 3.0)
    index.add(["dam"], 1, 0.0)
    ((end, cue),) = index.at(index.begins["dam"], ["dam"], 1)
    assert (end, cue.weights, cue.never) == (1, {0: 3.0}, {1})
    index.add(["dam"], 0, 0.0)
    assert (cue.weights, cue.never) == ({}, {0, 1})


def test_the_memory_for_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_cues, "SEEN", 2)
    index = AreaCues({})
    index.add(["dam"], 0, 1.0)
    assert [bool(index.begins[word]) for word in ("a", "dam", "dams", "b", "dam")] == [False, True, True, False, True]
    assert len(index.begins) <= 2


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kill", ("kill", "kills", "killed", "killing")),
        ("launch", ("launch", "launches", "launched", "launching")),
        ("invade", ("invade", "invades", "invaded", "invading")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("destroy", ("destroy", "destroys", "destroyed", "destroying")),
        ("ban", ("ban", "bans", "banned", "banning")),
        ("mow", ("mow", "mows", "mowed", "mowing")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize("area", sorted(ENGLISH.areas.words))
def test_a_cue_stands_once_in_its_area_and_where_it_is_looked_for(area: str) -> None:
    words = ENGLISH.areas.words[area]
    lists = [
        [cue.strip() for cue in text.split(",") if cue.strip()]
        for text in (words.sure, words.strong, words.fair, words.weak, words.never)
    ]
    every = [cue.lower() for cues in lists for cue in cues]
    assert sorted(every) == sorted(set(every))
    assert lists == [sorted(cues, key=str.lower) for cues in lists]


def test_every_area_that_ships_has_words() -> None:
    topics = Path(__file__).parents[2] / "content" / "topics"
    assert {path.stem for path in topics.glob("*.md")} == set(ENGLISH.areas.words)
    assert ENGLISH.areas.abroad in ENGLISH.areas.words
