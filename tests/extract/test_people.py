"""People: who is named, what they are and where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.extract.people import LONGEST_SLUG, find_people, slug_of, spelled
from sco_digest.extract.places import find_places
from sco_digest.model import Person, Vocabulary
from tests.extract.reading import ENGLISH, cases, in_each_place, record, tokens

if TYPE_CHECKING:
    from collections.abc import Callable


@in_each_place
@pytest.mark.parametrize("case", cases("people"))
def test_people(case: dict[str, object], place: Callable[[object], str]) -> None:
    read = tokens(place(case["text"]))
    found = find_people(read, find_places(read, ENGLISH.places), ENGLISH, Vocabulary())
    assert [[one.name, one.role, one.country] for one in found if one.known] == case["people"]


def test_a_surname_joins_the_fuller_name() -> None:
    read = tokens("Petrov left early. Minister Ivan Petrov stayed with I. Petrov and Petrov.")
    (someone,) = find_people(read, [], ENGLISH, Vocabulary())
    assert [read.surface(m.first, m.last) for m in someone.mentions] == ["Petrov", "Ivan Petrov", "I. Petrov", "Petrov"]


def test_a_noun_before_a_surname_that_is_a_line_of_its_own_is_no_first_name() -> None:
    read = tokens("Villager Orlov\n\nIvan Orlov, a miner, stayed.")
    (someone,) = find_people(read, [], ENGLISH, Vocabulary())
    assert [read.surface(m.first, m.last) for m in someone.mentions] == ["Orlov", "Ivan Orlov"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Adylbek Kasymaliev", "adylbek-kasymaliev"),
        ("Ganzorig Tömörbaatar", "ganzorig-tomorbaatar"),
        ("Michael O’Leary", "michael-oleary"),
        ("Anna Greaves-Maroun", "anna-greaves-maroun"),
        ("王毅", "738b6bc5"),
        ("!", "unnamed"),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_slug_is_never_too_long_for_the_name_of_a_file() -> None:
    one, other = (slug_of(f"{'Orm ' * 200}{end}") for end in ("Torn", "Brenne"))
    assert len(one) == len(other) == LONGEST_SLUG
    assert one != other
    assert one.startswith("orm-orm-orm-")
    assert len(slug_of("\u1200" * 300)) <= LONGEST_SLUG


def test_spellings_of_people_yaml_share_a_slug() -> None:
    people = (Person(slug="ivan-petrov", name="Ivan Petrov", spellings=("Iwan Petroff",), country="RU"),)
    vocabulary = Vocabulary(people=people)
    assert spelled("iwan  petroff", vocabulary) == ("ivan-petrov", "RU")
    assert spelled("Ivan Sidorov", vocabulary) is None
    (speaker,) = record("Iwan Petroff said the road was open.", vocabulary).speakers
    assert (speaker.slug, speaker.name, speaker.country) == ("ivan-petrov", "Iwan Petroff", "RU")


def test_country_of_the_article_serves_where_the_role_names_none() -> None:
    text = (
        "Uzbekistan will build a road, Minister of Transport Ilhom Yusupov said in Tashkent. Uzbek firms will build it."
    )
    (speaker,) = record(text).speakers
    assert speaker.country == "UZ"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kazakhstan will build a road. Minister of Transport Ilhom Yusupov said so.", "KZ"),
        ("The Kazakh road is long. Minister of Transport Ilhom Yusupov said so.", "KZ"),
        ("ASTANA, May 5. The road to China is long. Minister of Transport Ilhom Yusupov said so in Astana.", "KZ"),
        ("Uzbek roads lead to China. The Uzbek fund pays. Minister of Transport Ilhom Yusupov said so.", "UZ"),
        ("Minister of Transport Ilhom Yusupov said he had flown to Japan.", None),
        ("BRIDGES\n\nASTANA, May 5. The road is long. Minister of Transport Ilhom Yusupov said so.", "KZ"),
        ("The roads of the Kyrgyz Republic are long. Minister of Transport Ilhom Yusupov said so.", "KG"),
        ("The Kazakh road is long. Deputy head of the Road Service Ilhom Yusupov said so.", "KZ"),
        ("The Kazakh road is long. Farmer Ilhom Yusupov said so.", "KZ"),
        ("The Kazakh road is long. It is in Kazakhstan. Foreign Minister Ilhom Yusupov said so.", None),
        ("The Kazakh road is long. It is in Kazakhstan. Violinist Ilhom Yusupov said so.", "KZ"),
        ("Premier in Astana\n\nThe Premier is in Astana. Minister of Transport Ilhom Yusupov said so.", None),
        (
            "Kazakh road\n\nISLAMABAD, May 5. The Kazakh road is long. Minister of Transport Ilhom Yusupov said so.",
            None,
        ),
        ("Air China lost a jet of Air China. Chief engineer Ilhom Yusupov said so.", None),
        ("The Kazakh road is long. It is in Kazakhstan. Chief executive Ilhom Yusupov said so.", None),
        ("ASTANA, May 5. The road is long. Foreign Minister Ilhom Yusupov said so.", None),
        ("ASTANA, May 5. The road is long. Violinist Ilhom Yusupov said so.", None),
        ("ASTANA - Rosatom chief Ilhom Yusupov said so.", None),
        ("ASTANA - Minister of Transport Ilhom Yusupov said so.", "KZ"),
        ("Kenyan roads are long. Kenya builds them. World Bank director Ilhom Yusupov said so.", None),
        ("Kenyan roads are long. Kenya builds them. The IMF's mission chief, Ilhom Yusupov, said so.", None),
        ("Kenyan roads are long. Kenya builds them. National Bank director Ilhom Yusupov said so.", "KE"),
        ("Kenyan roads are long. European Commissioner Ilhom Yusupov said so.", None),
        ("ASTANA - Ostrel Director General Ilhom Yusupov said so. Kazakhstan agrees. Kazakh roads are long.", None),
        ("ASTANA - Professor Ilhom Yusupov of Orm University said so. Kazakhstan agrees. Kazakhs do.", None),
        ("ASTANA - Osk Governor Ilhom Yusupov said so. Kazakhstan agrees. Kazakh roads are long.", "KZ"),
        ("TASHKENT - The Uzbek loan is large. EBRD President Ilhom Yusupov said so in Uzbekistan.", None),
        ("Uzbek mine sold\n\nThe Uzbek mine is in Uzbekistan. Ostrel chief executive Ilhom Yusupov said so.", None),
    ],
)
def test_country_of_an_office(text: str, country: str | None) -> None:
    (speaker,) = record(text).speakers
    assert speaker.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Danish Ambassador to Uzbekistan Ida Lund saw a Danish school. Parliament speaker Ilhom Yusupov", None),
        ("The ambassador of Denmark to Kenya, Ida Lund, saw a Danish school. Health Minister Ilhom Yusupov", None),
        ("Danish Ambassador to Iran Ida Lund is in Iran. Iran is large. Parliament speaker Ilhom Yusupov", "IR"),
        ("A Dane was arrested in Osh. The Danish man had a Danish gun. Customs chief Ilhom Yusupov", "KG"),
        ("Danish Prime Minister Ida Lund arrived in Osh. The Danish guest is Danish. Governor Ilhom Yusupov", "KG"),
        ("Queen Ida of Denmark visited Osh. The Danish queen saw a Danish school. Mayor Ilhom Yusupov", "KG"),
        ("Danish King Ada Orme flew to Rome. The Danish guest is Danish. Roads Minister Ilhom Yusupov", None),
        ("ASTANA, May 5. Kazakh Premier Ada Orme flew to Rome. Roads Minister Ilhom Yusupov", "KZ"),
        ("Kazakh President Ada Orme returned to Astana after he visited France. Mayor Ilhom Yusupov", "KZ"),
        ("Kazakh President Ada Orme opened a bridge in Almaty and flew to Rome. Mayor Ilhom Yusupov", "KZ"),
        ("Uzbek President Ada Orme toured Samarkand before a trip to Kazakhstan. Governor Ilhom Yusupov", "UZ"),
    ],
)
def test_the_country_of_a_guest_is_not_that_of_the_text(text: str, country: str | None) -> None:
    (speaker,) = record(f"{text} said it was late.").speakers
    assert speaker.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia Gov. Ann Lorn", "US"),
        ("Georgia Secretary of State Ann Lorn", "US"),
        ("ATLANTA (AP) - Georgia lawmaker Ann Lorn", "US"),
        ("The Governor of Georgia, Ann Lorn,", "US"),
        ("Georgia’s governor, Ann Lorn,", "US"),
        ("Georgia's Prime Minister Ann Lorn", "GE"),
        ("National Bank of Georgia Governor Ann Lorn", "GE"),
        ("Congo's President Ann Lorn", None),
        ("KINSHASA - Congolese doctor Ann Lorn", "CD"),
        ("DR Congo is large. Congo's President Ann Lorn", "CD"),
        ("BRAZZAVILLE, May 5. Congo's President Ann Lorn", "CG"),
    ],
)
def test_country_of_a_name_that_two_have(text: str, country: str | None) -> None:
    (speaker,) = record(f"{text} said it was late.").speakers
    assert speaker.country == country


def test_no_country_where_several_are_named() -> None:
    text = "Uzbekistan and China will build a road, Minister of Transport Ilhom Yusupov said."
    (speaker,) = record(text).speakers
    assert speaker.country is None


def test_main_speaker_has_the_most_text() -> None:
    text = (
        "Minister Ivan Petrov said yes. Minister Anna Weiss said that the road would be built by the end of the year."
    )
    assert {one.name: one.main for one in record(text).speakers} == {"Ivan Petrov": False, "Anna Weiss": True}
