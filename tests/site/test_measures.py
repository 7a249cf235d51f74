"""Which figures of a text can be set beside those of others, and as what."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.extract import extract
from sco_digest.model import AddedPlace
from sco_digest.site.measures import read_measures
from tests import samples
from tests.extract.reading import document
from tests.site.reading import article


def keys(text: str) -> list[tuple[str, bool, str, str]]:
    found = read_measures(article("a", "2025-03-01", text))
    return [(one.key.subject, one.key.change, one.key.unit, one.key.country + one.key.city) for one in found]


EXPORTS = ("export", False, "USD", "KG")
GREW = ("gdp", True, "percent", "KG")
TRADE = ("trade turnover between KG UZ", False, "USD", "")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Exports of Kyrgyzstan amounted to $2.2 billion in 2022.", EXPORTS),
        ("Kyrgyzstan's exports reached a record $2.2 billion in 2022.", EXPORTS),
        ("The exports of Kyrgyzstan stood at more than $2.2 billion in 2022.", EXPORTS),
        ("Kyrgyz exports were $2.2 billion in 2022.", EXPORTS),
        ("Exports of Kyrgyzstan were $3.3 billion in 2023, up 50 percent.", EXPORTS),
        ("Exports of Kyrgyzstan rose to $3.3 billion in 2023.", EXPORTS),
        ("Exports of Kyrgyzstan rose by $1.1 billion in 2023.", ("export", True, "USD", "KG")),
        ("Exports of Kyrgyzstan rose by 5 percent in 2023.", ("export", True, "percent", "KG")),
        ("GDP of Kyrgyzstan grew 9 percent in 2024.", GREW),
        ("GDP growth in Kyrgyzstan was 8.6 percent in 2024.", GREW),
        ("Inflation in Kyrgyzstan fell to 7.3 percent in 2023.", ("inflation", False, "percent", "KG")),
        ("Inflation in Kyrgyzstan was 7.3 percent in 2023.", ("inflation", False, "percent", "KG")),
        ("Trade turnover between Kyrgyzstan and Uzbekistan reached $1.2 billion in 2022.", TRADE),
        ("The mutual trade turnover between Uzbekistan and Kyrgyzstan totalled about $1.2 billion in 2022.", TRADE),
        ("Kyrgyzstan's trade turnover with Uzbekistan rose to $1.5 billion in 2023.", TRADE),
    ],
)
def test_one_subject_in_other_words(text, key):
    assert keys(text)[0] == key


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Exports of grain from Kyrgyzstan reached $2 billion in 2022.", id="a part of it"),
        pytest.param("Exports of Kyrgyzstan to Uzbekistan reached $2 billion in 2022.", id="a direction of it"),
        pytest.param("Agricultural exports of Kyrgyzstan reached $2 billion in 2022.", id="a kind of it"),
        pytest.param("Exports of Uzbekistan reached $2 billion in 2022.", id="of another country"),
        pytest.param("Exports of Bishkek reached $2 billion in 2022.", id="of a city"),
        pytest.param("Exports of Kyrgyzstan reached €2 billion in 2022.", id="in other money"),
    ],
)
def test_other_measures_have_other_keys(text):
    assert EXPORTS not in keys(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Its exports reached $2 billion in 2022.", id="whose"),
        pytest.param("The company's exports from Kyrgyzstan reached $2 billion in 2022.", id="of a company"),
        pytest.param("Exports reached $2 billion in 2022.", id="without a place"),
        pytest.param("The road in Kyrgyzstan cost $2 billion in 2022.", id="paid for one thing"),
        pytest.param("Exports of Kyrgyzstan are expected to reach $2 billion in 2026.", id="expected"),
        pytest.param("Exports of Kyrgyzstan did not reach $2 billion in 2022.", id="denied"),
        pytest.param("Exports of Kyrgyzstan will grow by 5 percent in 2026.", id="to come"),
        pytest.param("Uzbekistan accounted for 40 percent of exports of Kyrgyzstan in 2022.", id="a share of it"),
        pytest.param("The rise in exports of Kyrgyzstan was $2 billion in 2022.", id="the rise of it"),
        pytest.param("Kyrgyzstan received 8 million tourists in 2022.", id="a counted noun says not what became of it"),
        pytest.param("Exports of Kyrgyzstan in 2022 grew by 40 percent compared to 2018.", id="on another base"),
    ],
)
def test_what_is_not_sure_is_left_out(text):
    assert [key for key in keys(text) if key[0].startswith(("export", "road", "tourist"))] == []


def test_of_a_rate_that_was_and_moved_only_how_far_it_moved_is_sure():
    text = "Inflation in Kyrgyzstan was 7 percent in 2022, up 2 percentage points."
    assert keys(text) == [("inflation", True, "percentage point", "KG")]


def test_a_fall_is_below_zero():
    (one,) = read_measures(article("a", "2025-03-01", "Exports of Kyrgyzstan fell by 4 percent in 2024."))
    assert (one.point.value, one.reach) == (-4.0, (pytest.approx(-4.5), pytest.approx(-3.5)))


def test_a_change_on_the_same_month_of_the_year_before_is_a_measure_of_its_own():
    text = "Exports of Kyrgyzstan grew by 5 percent in March 2024 year on year."
    (one,) = read_measures(article("a", "2024-04-20", text))
    assert one.key.yearly


def test_two_values_of_one_sentence_for_one_time_are_not_told_apart():
    text = "Inflation in Kyrgyzstan was 7.3 percent in 2023 and inflation in Kyrgyzstan was 8.9 percent in 2023."
    assert read_measures(article("a", "2025-03-01", text)) == ()


def test_a_value_said_twice_counts_once():
    text = "Exports of Kyrgyzstan reached $2.2 billion in 2022. In 2022, exports of Kyrgyzstan reached $2.2 billion."
    assert len(read_measures(article("a", "2025-03-01", text))) == 1


def test_a_hostile_period_is_no_time():
    assert read_measures(samples.hostile()) == ()


def test_a_text_in_a_language_without_words_has_none():
    assert read_measures(samples.right_to_left()) == ()


def test_a_place_of_the_site_is_a_city_as_those_of_the_language():
    added = (AddedPlace(code="XA", name="Vostania", people=("Vostanian",), cities=("Ardanu",)),)
    vocabulary = replace(samples.content().vocabulary, places=added)
    text = "Exports of Ardanu reached $2 billion in 2022. Vostanian exports reached $5 billion in 2022."
    record = extract(document(text, headers={"date": "2025-03-01"}), vocabulary)
    found = [(one.key.subject, one.key.country, one.key.city) for one in read_measures(record, added)]
    assert found == [("export", "XA", "ardanu"), ("export", "XA", "")]
