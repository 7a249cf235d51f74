"""Places: countries and cities by name; peoples help to place a person but are no place."""

from __future__ import annotations

import pytest

from tests.extract.reading import record, words


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
