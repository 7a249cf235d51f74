"""Places: countries and cities by name; peoples help to place a person but are no place."""

from __future__ import annotations

import pytest

from sco_digest.extract.added_places import with_places
from sco_digest.model import AddedPlace, Vocabulary
from tests.extract.reading import ENGLISH, TOPICS, record, words

VELDORIA = AddedPlace(
    code="XA",
    name="Veldoria",
    spellings=("Upper Veldoria",),
    people=("Veldorian", "Veldorians"),
    cities=("Orm", "Paris"),
)
HIGHLANDS = AddedPlace(code="KG", name="Kyrgyzstan", cities=("Barskoon",))
ADDED = Vocabulary(topics=TOPICS, places=(VELDORIA, HIGHLANDS))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Uzbekistan and the Kyrgyz Republic met in Tashkent.",
            [("UZ", "Uzbekistan"), ("KG", "Kyrgyz Republic"), ("UZ", "Tashkent")],
        ),
        ("PAKISTAN AND THE US SIGN; let us see.", [("PK", "PAKISTAN"), ("US", "US")]),
        ("The Russian and Chinese ministers met.", []),
        (
            "West Germany and East Germany, the U.S. and the UK.",
            [("DE", "West Germany"), ("DD", "East Germany"), ("US", "U.S."), ("GB", "UK")],
        ),
        ("Of Oskaria Sofia Lehn said little.", []),
        ("Minister Xeno Holland left. Holland was late.", []),
        ("They ate turkey in china.", []),
        ("The Shanghai Cooperation Organization met in Shanghai.", [("CN", "Shanghai")]),
        ("It cost US$5 million, or 5 million U.S. dollars.", []),
        ("The Uzbekistan Railways of Uzbekistan.", [("UZ", "Uzbekistan")]),
        ("The China-Kyrgyzstan-Uzbekistan railway.", [("CN", "China"), ("KG", "Kyrgyzstan"), ("UZ", "Uzbekistan")]),
    ],
)
def test_places(text: str, places: list[tuple[str, str]]) -> None:
    made = record(text)
    assert [(place.country, place.name) for place in made.places] == places
    assert all(words(text, place.span) == place.name for place in made.places)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("VELDORIA and Upper Veldoria met in Orm.", [("XA", "VELDORIA"), ("XA", "Upper Veldoria"), ("XA", "Orm")]),
        ("The Veldorian and Kyrgyz ministers met in Tashkent.", [("UZ", "Tashkent")]),
        ("A road from Barskoon to Bishkek.", [("KG", "Barskoon"), ("KG", "Bishkek")]),
        ("The Kyrgyz Republic and Kyrgyzstan.", [("KG", "Kyrgyz Republic"), ("KG", "Kyrgyzstan")]),
        ("It is made in Paris.", [("XA", "Paris")]),
        ("They saw an orm in the veldoria.", []),
    ],
    ids=[
        "names of each kind",
        "a people is no place",
        "a city more",
        "names that were known",
        "the site's wins",
        "small",
    ],
)
def test_places_of_a_site(text: str, places: list[tuple[str, str]]) -> None:
    assert [(place.country, place.name) for place in record(text, ADDED).places] == places


def test_speakers_datelines_and_figures_know_the_places_of_a_site() -> None:
    text = (
        "ORM, 5 March 2026 - The Veldorian Minister of Trade Ada Senn said that exports of Veldoria rose to $5 million."
    )
    found, unknown = record(text, ADDED), record(text)
    assert [(one.name, one.country) for one in found.speakers] == [("Ada Senn", "XA")]
    assert [one.place and one.place.country for one in found.statistics] == ["XA"]
    assert [(one.country) for one in unknown.speakers] == [None]


def test_a_language_without_places_of_a_site_is_the_same_object() -> None:
    assert with_places(ENGLISH, ()) is ENGLISH
    assert with_places(ENGLISH, (VELDORIA,)) is with_places(ENGLISH, (VELDORIA,))
