"""What stands around a figure: the place that it is of."""

from __future__ import annotations

import pytest

from tests.extract.reading import record, words

PLACES = {
    "in the subject": ("Exports of Uzbekistan rose 5 percent.", "Uzbekistan", "UZ"),
    "a people in the subject": ("Kazakh exports rose 5 percent.", None, None),
    "where a way begins": ("Freight from Uzbekistan rose 5 percent.", None, None),
    "behind the figure": ("The company built 12 schools in Tajikistan.", "Tajikistan", "TJ"),
    "behind the figure, with an article": (
        "The company built 12 schools in the United Kingdom.",
        "United Kingdom",
        "GB",
    ),
    "a city": ("The company built 12 schools across Tashkent.", "Tashkent", "UZ"),
    "two countries in the subject": ("Trade between Kazakhstan and Uzbekistan rose 5 percent.", None, None),
    "where it was said": ("The company built 12 schools, the minister said in Tajikistan.", None, None),
    "another sentence": ("It built 12 schools. Tajikistan is glad.", None, None),
    "before brackets": ("The main buyers were Orm and Uzbekistan ($480 million).", "Uzbekistan", "UZ"),
    "where the verb is left out": ("Buyers took all of it, Uzbekistan for $5 million.", "Uzbekistan", "UZ"),
    "the subject of the sentence": ("Uzbekistan received 900 visitors.", "Uzbekistan", "UZ"),
    "who says it": ("Uzbekistan said 900 visitors came.", None, None),
    "one of two": ("Uzbekistan and Tajikistan received 900 visitors.", None, None),
    "another clause": ("Uzbekistan was glad, and 900 visitors came.", None, None),
    "who opens a clause": ("She said that Uzbekistan received 900 visitors.", "Uzbekistan", "UZ"),
    "who stands behind a dateline": ("OSK, May 5 - Uzbekistan received 900 visitors.", "Uzbekistan", "UZ"),
    "behind all that is measured": ("It shipped 12 tonnes of dried fruit to Uzbekistan.", "Uzbekistan", "UZ"),
    "behind a verb": ("In all 12 people were arrested in Tashkent.", "Tashkent", "UZ"),
    "where it was signed": ("In all 12 agreements were signed in Tashkent.", None, None),
    "whose network it is": ("Farms of 150 MW have been connected to Uzbekistan's network.", None, None),
    "two places behind": ("It built 12 schools in Uzbekistan and Tajikistan.", None, None),
    "at the head": ("In Uzbekistan, prices rose 5 percent.", "Uzbekistan", "UZ"),
    "a subject in a place": ("Farmers in Uzbekistan harvested 900 tonnes.", "Uzbekistan", "UZ"),
    "those to a place": ("Those to Uzbekistan dropped 12 percent.", "Uzbekistan", "UZ"),
    "what was left": ("About 74 percent of the boxes that left Tashkent came.", None, None),
    "two cities behind": ("It built 12 schools in Tashkent and Samarkand.", None, None),
    "near a city": ("A mill of 30 MW is being built near Tashkent.", "Tashkent", "UZ"),
    "with whom": ("Trade with Uzbekistan reached $12 million.", None, None),
    "from one place, in another": ("Visitors from Tajikistan rose 5 percent in Uzbekistan.", "Uzbekistan", "UZ"),
    "nowhere": ("It built 12 schools.", None, None),
}


def test_two_figures_of_one_subject_are_of_one_place() -> None:
    one, other = record("Uzbekistan sold wool for $3 million, 9 percent more than before.").statistics
    assert one.place is not None
    assert one.place == other.place


@pytest.mark.parametrize(("text", "name", "country"), PLACES.values(), ids=PLACES)
def test_place_of_a_figure(text: str, name: str | None, country: str | None) -> None:
    (figure,) = record(text).statistics
    place = figure.place
    assert (place and place.name, place and place.country) == (name, country)
    assert place is None or words(text, place.span) == name
