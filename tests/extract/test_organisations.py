"""Organisations: which are named, and which of them are speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.extract.organisations import find_organisations
from sco_digest.extract.overlaps import without
from sco_digest.extract.people import find_people
from sco_digest.extract.places import find_places
from sco_digest.model import Vocabulary
from tests.extract.reading import ENGLISH, cases, in_each_place, record, tokens

if TYPE_CHECKING:
    from collections.abc import Callable


@in_each_place
@pytest.mark.parametrize("case", cases("organisations"))
def test_organisations(case: dict[str, object], place: Callable[[object], str]) -> None:
    read = tokens(place(case["text"]))
    named = find_places(read, ENGLISH.places)
    found = find_organisations(read, named, find_people(read, named, ENGLISH, Vocabulary()), ENGLISH)
    assert [[one.name, one.country, [read.surface(m.first, m.last) for m in one.mentions]] for one in found] == case[
        "found"
    ]


def test_the_name_of_an_organisation_is_no_person() -> None:
    read = tokens("Goldman Sachs sold it. Anna Weiss bought it.")
    people = find_people(read, [], ENGLISH, Vocabulary())
    assert [one.name for one in without(people, find_organisations(read, [], people, ENGLISH), ENGLISH)] == [
        "Anna Weiss"
    ]


def test_an_organisation_is_a_speaker_without_role_and_never_main() -> None:
    text = "Skyra Airlines said that it would fly to the sea in the spring. Minister Ivan Petrov agreed, he said."
    body, person = record(text).speakers
    assert (body.name, body.kind, body.role, body.main) == ("Skyra Airlines", "organisation", None, False)
    assert (person.name, person.kind, person.main) == ("Ivan Petrov", "person", True)


def test_an_organisation_has_one_address_with_and_without_its_legal_form() -> None:
    texts = ("Skyra Airlines said so.", "Skyra Airlines Ltd said so.", "Skyra Airlines, Inc. said so.")
    assert {record(text).speakers[0].slug for text in texts} == {"skyra-airlines"}


def test_what_the_company_says_is_a_reading() -> None:
    (body,) = record("Skyra Airlines said sales fell. The company expects a loss.").speakers
    assert [said.confidence for said in body.statements] == [1.0, 0.85]


def test_a_public_body_is_the_source_and_a_company_a_speaker() -> None:
    made = record("The Ministry of Energy said the lamps were lit.")
    assert made.source is not None
    assert made.speakers == ()
    assert [one.name for one in record("Ostrel Motor Company said the lamps were lit.").speakers] == [
        "Ostrel Motor Company"
    ]


def test_a_participle_is_no_second_word_of_an_organisation() -> None:
    text = "The road is long. Minister Ivan Petrov said so. The Ministry of Roads noted the frost, calling it hard."
    assert [one.name for one in record(text).speakers] == ["Ivan Petrov"]
