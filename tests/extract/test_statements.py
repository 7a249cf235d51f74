"""Statements: who said what, how it is reported, and the mention it is attributed to."""

from __future__ import annotations

import pytest

from sco_digest.extract.quotes import find_quotes
from tests.extract.reading import ENGLISH, cases, record, tokens, words


@pytest.mark.parametrize("case", cases("statements"))
def test_statements(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = sorted(
        (
            said.span.start,
            said.cue.start,
            [one.name, said.kind, said.verb, words(text, said.source), words(text, said.span) or ""],
        )
        for one in record(text).speakers
        for said in one.statements
    )
    expected = case["said"]
    assert isinstance(expected, list)
    assert [row[:4] for *_, row in found] == [row[:4] for row in expected]
    for (*_, row), (*_, begins, ends) in zip(found, expected, strict=True):
        said = " ".join(row[4].split())
        assert (said[: len(begins)], said[-len(ends) :]) == (begins, ends)


def test_cue_is_where_the_verb_stands() -> None:
    text = "Minister Ivan Petrov also stressed that the road was safe."
    (said,) = record(text).speakers[0].statements
    assert words(text, said.cue) == said.verb == "stressed"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anna Weiss: four mills in ten will close\n\nMinister Anna Weiss met us. She said the harvest was poor.",
            ["Anna Weiss: four mills in ten will close", "She said the harvest was poor."],
        ),
        (
            "Anna Weiss: Oskaria needs new mills\n\nMinister Anna Weiss met us. She said the harvest was poor.",
            ["Anna Weiss: Oskaria needs new mills", "She said the harvest was poor."],
        ),
        (
            "Anna Weiss: small mills don’t pay\n\nMinister Anna Weiss met us. She said the harvest was poor.",
            ["Anna Weiss: small mills don’t pay", "She said the harvest was poor."],
        ),
        (
            "Anna Weiss: we'll close small mills\n\nMinister Anna Weiss met us. She said the harvest was poor.",
            ["Anna Weiss: we'll close small mills", "She said the harvest was poor."],
        ),
        (
            "Anna Weiss: four mills will close\n\nAnna Weiss was born in Dresk. Ivan Orlov said he knew her.",
            ["Ivan Orlov said he knew her."],
        ),
    ],
)
def test_a_headline_gives_its_words_to_one_who_speaks_in_the_text(text: str, said: list[str]) -> None:
    spans = sorted(one.span for speaker in record(text).speakers for one in speaker.statements)
    assert [words(text, span) for span in spans] == said


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Minister Ivan Petrov said the road was safe.", 1.0),
        ("Minister Ivan Petrov thanked the builders.", 0.85),
        ("Minister Ivan Petrov called the road “a miracle of our time”.", 1.0),
        ("Minister Ivan Petrov arrived. He said the road was safe.", 0.85),
        ("Minister Ivan Petrov arrived. The minister said the road was safe.", 1.0),
    ],
)
def test_how_sure_a_statement_is(text: str, confidence: float) -> None:
    assert [said.confidence for said in record(text).speakers[0].statements] == [confidence]


def test_a_reading_from_the_context_is_less_than_sure() -> None:
    text = "Minister Ivan Petrov outlined areas:\n\nThe need for a bridge was emphasized."
    made = record(text)
    assert [said.confidence for said in made.speakers[0].statements] == [0.85, 0.8]
    assert [note.field for note in made.problems if note.confidence < 1] == ["speakers"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said «we will go there» now.", ["«we will go there»"]),
        ("He said “we ‘really’ will go there” now.", ["“we ‘really’ will go there”"]),
        ("He said „wir gehen dort hin“ now.", ["„wir gehen dort hin“"]),
        ("She said: ``We go there today.'' Then left.", ["``We go there today.''"]),
        ("It is the ministers’ press ‘office of the day’ now.", ["‘office of the day’"]),
        ("It's John's and they're here.", []),
        ('An "odd mark that never closes.', ['"odd mark that never closes.']),
        ('He said: "We go there today. "', ['"We go there today. "']),
        ("A ‘single mark that never closes.", []),
        ("", []),
    ],
)
def test_quotations(text: str, quotes: list[str]) -> None:
    read = tokens(text)
    assert [read.surface(quote.first, quote.last) for quote in find_quotes(read, ENGLISH.speech.say)] == quotes


def test_two_people_of_one_surname_are_told_apart() -> None:
    read = record("Mr Green said the road was safe. Ms Green said that 5 percent of it was lost.")
    assert [(one.slug, len(one.statements)) for one in read.speakers] == [("green", 1), ("green-2", 1)]
    assert [one.speaker for one in read.statistics] == ["green-2"]
