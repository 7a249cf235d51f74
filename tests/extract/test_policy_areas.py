"""Policy areas: which a text treats, and by which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_digest.content import load_content
from sco_digest.model import Topic, Vocabulary
from tests.extract.reading import cases, record, words

WALK = "The old man walked up the hill, sat down on a stone, looked at the evening, and then he went home again. " * 8
"""A long text that is of nothing."""
SHIPPED = load_content(Path(__file__).parents[2] / "content")[0].vocabulary


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Customs officers opened the gate.", ["trade"]),
        ("The railways were closed.", ["transport"]),
        ("Exporters met, and exporting grew.", ["trade"]),
        ("The Development Banks met.", ["finance"]),
        ("Free-trade rules were kept.", ["trade"]),
        ("The old king slept. A market for goods was held.", ["trade"]),
        ("A market for goods was held. The old king slept.", ["trade"]),
        ("A road map was signed.", []),
        ("A road map for the railway was signed.", ["transport"]),
        ("The railway, the road and the corridor came first. Then customs.", ["transport", "trade"]),
        ("Minister of Customs Ivan Petrov slept.", []),
        ("The minister slept.", []),
        ("", []),
    ],
)
def test_areas(text: str, areas: list[str]) -> None:
    assert [area.slug for area in record(text).policy_areas] == areas


def areas(text: str) -> list[str]:
    """The areas of a text by the topics that ship."""
    return [area.slug for area in record(text, SHIPPED).policy_areas]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Surgeon Recovers After a Heart Attack", "health"),
        ("Gunmen Attack a Village", "security"),
        ("Dock Workers Vote to Join a Trade Union", "labour"),
        ("Ministers Quarrel Over the Price of Bread and a Trade Union", "labour"),
        ("Banks Shut for a Week as Depositors Queue", "finance"),
        ("Shops Prepare for the Bank Holiday", "culture"),
        ("Floods Cut Off Three Valleys", "environment"),
        ("A Flood of Applications to the Art School", "education"),
        ("Parliament Passes a Bill on the Rights of Voters", "governance"),
        ("Fishermen Fear for the Herring", "agriculture"),
        ("Ferry Runs Aground in Fog", "transport"),
        ("Refinery Doubles Its Output", "energy"),
        ("Ministers Discuss a Railway", "transport"),
        ("Opposition Leader Beats the Ruling Party at the Polls", "governance"),
        ("Operator Cuts Mobile Tariffs", "digital"),
        ("Anna Shah Opens a School", "education"),
        ("Hackers Take Down a Web Site", "digital"),
        ("Steel Mill to Reopen", "industry"),
        ("Hotels Fill Up as Tourists Return", "tourism"),
        ("Orchestra Plays Its Last Symphony", "culture"),
        ("Exporters Face a New Tariff", "trade"),
        ("Envoys Resume Peace Talks", "diplomacy"),
        ("The Labour Market Improves as Jobless Numbers Fall", "labour"),
        ("DEFENCE MINISTER QUITS OVER ARMS RACE", "security"),
    ],
)
def test_the_best_area_of_a_headline(text: str, best: str) -> None:
    assert areas(text)[:1] == [best]


@pytest.mark.parametrize(
    "text",
    [
        "A train of thought, and a turning point.",
        "The U.S. is large.",
        "He went home.",
    ],
)
def test_what_shows_no_area(text: str) -> None:
    assert areas(text) == []


def test_names_of_states_are_of_diplomacy_in_a_few_lines() -> None:
    text = "Two years after the earthquake of Ruritania, what France and Zambia remember."
    (first, *_) = record("What Peru remembers. Peru, and then Chile.", SHIPPED).policy_areas
    assert (first.slug, len(first.evidence)) == ("diplomacy", 3)
    assert first.confidence < 0.6
    assert areas(text) == ["diplomacy", "environment"]
    assert areas("Peru opens a hospital. Doctors come.") == ["health"]
    assert areas("Wages rise in Peru.") == ["diplomacy", "labour"]


def test_a_name_in_a_longer_cue_is_of_no_state() -> None:
    assert areas("A Chinese Restaurant Closes") == ["culture"]
    assert areas("Pupils Miss the French Teacher") == ["education"]
    assert areas("The Chinese Close a Restaurant") == ["diplomacy", "culture"]


def test_names_of_states_are_nothing_in_a_long_text() -> None:
    text = (
        "Peru and Chile opened a hospital. "
        + "Doctors there see a patient every hour and write it down in a book. " * 12
    )
    assert areas(text) == ["health"]


def test_a_long_text_must_show_an_area_in_sentences_of_its_own() -> None:
    rest = "The nurse spoke of the patient and the doctor, and nobody listened to what she had to say about it. " * 8
    aside = "A doctor came to the hospital by bus, a nurse to the clinic by train and a patient by ship and taxi. "
    own = "The bus met the train at the ferry. The taxi waited at the airport. "
    assert areas(aside + rest) == ["health"]
    assert set(areas(own + rest)) == {"health", "transport"}


def test_vague_words_in_passing_are_not_the_matter_of_a_long_text() -> None:
    rest = "The nurse spoke of the patient and the doctor, and nobody listened to what she had to say about it. " * 8
    words = (
        "city",
        "leader",
        "debate",
        "law",
        "plan",
        "victory",
        "panel",
        "critics",
        "promise",
        "speech",
        "state",
        "bill",
    )
    assert areas(rest + " ".join(f"They saw the {word}." for word in words)) == ["health"]
    assert areas(rest + "They saw the voters and the ballot. The referendum, delegates and a caucus came.") == [
        "health",
        "governance",
    ]


def test_weak_words_of_a_long_text_show_nothing() -> None:
    text = "A plan was made, and the people of the hills heard of it when it was late. " * 12
    assert areas(text) == []


def test_a_topic_changes_the_words_that_ship() -> None:
    topic = Topic(
        slug="trade", name="Trade", order=1, introduction="", weak=("tariff",), never=("customs",), strong=("zork",)
    )
    site = Vocabulary(topics=(topic,))
    found = {word: record(f"The {word} fell.", site).policy_areas for word in ("tariff", "zork", "export", "customs")}
    weak, strong, sure, never = found.values()
    assert never == ()
    assert weak[0].score < strong[0].score < sure[0].score


def test_a_site_without_a_topic_has_its_phrases_still() -> None:
    security = Vocabulary(topics=(Topic(slug="security", name="Security", order=1, introduction=""),))
    assert [area.slug for area in record("An attack.", security).policy_areas] == ["security"]
    assert record("A heart attack in Peru.", security).policy_areas == ()


def test_confidence_grows_with_what_shows_an_area_and_falls_with_a_rival() -> None:
    def sure(text: str) -> float:
        return record(text, SHIPPED).policy_areas[0].confidence

    assert sure("The union.") < sure("The hospital.") < sure("The hospital, the doctor and the patient.") < 0.9
    assert sure("The hospital and the railway.") < sure("The hospital.")


def test_evidence_is_every_cue() -> None:
    text = "The customs gate and the market were closed. Customs opened again."
    (area,) = record(text).policy_areas
    assert [words(text, span) for span in area.evidence] == ["customs", "market", "Customs"]


def test_a_heading_weighs_more() -> None:
    in_text = "The old king slept. Customs were low.\n\nThe road was long and went by the sea.\n\nThey ran."
    as_heading = "The old king slept. Customs were low.\n\nThe road. It was long and went by the sea.\n\nThey ran."
    assert [area.slug for area in record(in_text).policy_areas] == ["trade", "transport"]
    assert [area.slug for area in record(as_heading).policy_areas] == ["transport", "trade"]


def test_a_statistic_takes_the_areas_of_its_sentence() -> None:
    made = record("Customs duties fell by 5 percent. The railway carried 300 people.")
    assert [(one.value, one.policy_areas) for one in made.statistics] == [(5.0, ("trade",)), (300.0, ("transport",))]


def test_a_statistic_takes_the_speaker_of_its_statement() -> None:
    made = record("Minister Ivan Petrov said duties fell by 5 percent. The railway carried 300 people.")
    assert [one.speaker for one in made.statistics] == ["ivan-petrov", None]


@pytest.mark.parametrize(
    ("words", "area"),
    [
        (
            "Prices fell, traders said. Stocks rose, and the market was quiet. The company sold shares at a profit.",
            "finance",
        ),
        (
            "Two cargoes were sent to the port. The freight was paid, and the truck had a new wheel and good shipping.",
            "transport",
        ),
        (
            "He was jailed. The defendant was sentenced, the prosecutor read the verdict, and a suspect stood there.",
            "security",
        ),
    ],
)
def test_words_on_any_matter_show_less_in_a_long_text(words: str, area: str) -> None:
    rest = (
        "The old farmer sowed wheat and barley on his fields, and the harvest was good in that dry and windy year. " * 8
    )
    assert area in areas(words)
    assert areas(rest + words) == ["agriculture"]


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("The judge read the ruling. The lawyer will appeal, and the court meets again in spring.", "governance"),
        ("The plant has a new furnace. The mine sends it ore, and its output doubled.", "industry"),
        ("The wheat was purchased in an international tender. The tender was for shipment in May.", "trade"),
        (
            "In the communique, both hailed the charter. The chairmanship passes on, and the secretariat moves.",
            "diplomacy",
        ),
        ("The union went on strike. Its members stopped work over pay and overtime.", "labour"),
        ("She won the high jump. In the relay, a finalist dropped the baton.", "culture"),
    ],
)
def test_words_of_a_matter_show_more_in_a_long_text(words: str, area: str) -> None:
    assert areas(WALK + words) == [area]


@pytest.mark.parametrize("held", [True, False])
def test_articles_of_many_kinds(held: bool) -> None:
    rows = [row.values[0] for row in cases("articles") if bool(row.values[0].get("held")) == held]
    told = [(set(areas(row["text"])), set(row["areas"])) for row in rows]
    right = sum(len(found & wanted) for found, wanted in told)
    assert right / sum(len(found) for found, _ in told) > 0.9
    assert right / sum(len(wanted) for _, wanted in told) > 0.85


MATTERS = {
    "trade": "The customs office of the port cleared goods for eleven firms before noon.",
    "health": "A clinic in the old town took in patients of the flood, and its doctors asked for beds.",
    "education": "Pupils of the upper school sat an exam in the morning, as their teachers had wished.",
    "energy": "Two turbines of the power station stood still for an hour while oil was pumped.",
    "culture": "The museum showed sculpture from the valley, and a theatre sang the old songs.",
    "agriculture": "Farmers of the plain brought in the harvest of wheat before the rain fell on it.",
    "governance": "The court heard the lawyers of the mayor, and parliament passed the law on elections.",
}
DRAWN_OUT = " It was a quiet day, and nobody in the town had much to say about it, as is usual there."


def test_a_digest_has_the_areas_of_its_paragraphs():
    paragraphs = [told + DRAWN_OUT for told in MATTERS.values()]
    assert set(areas("\n\n".join(paragraphs))) == {*MATTERS}
    few = [MATTERS[area] + DRAWN_OUT for area in ("trade", "trade", "trade", "health", "health", "health", "energy")]
    assert "energy" not in areas("\n\n".join(few))
