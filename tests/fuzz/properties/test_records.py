"""Hostile news-like texts come in; what must hold of the record of any of them is said here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sco_digest.extract import extract
from sco_digest.model import AddedPlace, Person, Vocabulary
from tests.fuzz.strategies import NEWS, documents
from tests.fuzz.truths import check
from tests.fuzz.words import VOCABULARY
from tests.projects import ROOT

if TYPE_CHECKING:
    from random import Random

    from sco_digest.model import Document

SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8")))
NAMES = st.text("Aaé ’-.1", min_size=1, max_size=12) | st.sampled_from(["Ivan Petrov", "Orm", "The", "May", "U.S."])


@settings(max_examples=200)
@given(documents())
def test_a_record_is_true_to_its_text(document: Document) -> None:
    check(extract(document, VOCABULARY), document)


@settings(max_examples=40)
@given(documents(), documents())
def test_two_texts_can_be_paragraphs_of_one(one: Document, other: Document) -> None:
    joined = msgspec.structs.replace(one, text=f"{one.text}\n\n{other.text}")
    check(extract(joined, VOCABULARY), joined)


@settings(max_examples=40)
@given(documents())
def test_a_record_is_what_the_schema_says(document: Document) -> None:
    SCHEMA.validate(json.loads(msgspec.json.encode(extract(document, VOCABULARY))))


@settings(max_examples=25)
@given(st.lists(documents(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_what_was_read_before_makes_no_difference(every: list[Document], chance: Random) -> None:
    first = [extract(document, VOCABULARY) for document in every]
    order = list(range(len(every)))
    chance.shuffle(order)
    again = {number: extract(every[number], VOCABULARY) for number in order}
    assert [again[number] for number in range(len(every))] == first


@settings(max_examples=40)
@given(documents(), st.lists(NAMES, max_size=4), st.sampled_from(["KG", "XA"]))
def test_any_people_and_places_of_a_site_will_do(document: Document, names: list[str], code: str) -> None:
    people = tuple(Person(slug=f"p{number}", name=name, spellings=(name[::-1],)) for number, name in enumerate(names))
    places = tuple(AddedPlace(code=code, name=name, people=(name,), cities=(name,)) for name in names[:1])
    vocabulary = Vocabulary(topics=VOCABULARY.topics, people=people, places=places)
    check(extract(document, vocabulary), document)


@settings(max_examples=40)
@given(documents(), NEWS)
def test_what_stands_above_the_body_is_not_read(document: Document, above: str) -> None:
    lower = msgspec.structs.replace(document, text=above + document.text, body=len(above) + document.body)
    made = extract(lower, VOCABULARY)
    check(made, lower)
    read = [span for paragraph in made.paragraphs for span in paragraph]
    assert all(span.start >= lower.body for span in read)
    assert all(one.span.start >= lower.body for one in (*made.statistics, *made.places, *made.commitments))
