"""A record and what people say that it should say come in; a new record that says what changed it goes out."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict, replace

from sco_digest.corrections import correct, missed, unused
from sco_digest.errors import one_line
from sco_digest.model import (
    ArticleRecord,
    Commitment,
    Correction,
    Date,
    Headline,
    Note,
    Phrase,
    PolicyArea,
    Problem,
    Project,
    Source,
    Span,
    Speaker,
    Statement,
    Statistic,
)

TEXT = "Trade rose by 5 percent, Dorin Valesh said. Freight grew 7 percent, Mira Okel said."


def find(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def figure(surface: str, speaker: str, *areas: str) -> Statistic:
    return Statistic(
        surface=surface,
        span=find(surface),
        sentence=Span(0, 43),
        value=5.0,
        unit="percent",
        kind="percent",
        speaker=speaker,
        policy_areas=areas,
    )


RECORD = ArticleRecord(
    id="2025/bridge",
    path="2025/bridge.txt",
    sha256="0" * 64,
    lang="en",
    text=TEXT,
    body=0,
    paragraphs=((Span(0, 43),),),
    date=Date("2025-11-18", Span(0, 5)),
    headline=Headline("Trade rose by 5 percent", Span(0, 23), derived=True),
    source=None,
    speakers=(
        Speaker(slug="dorin-valesh", name="Dorin Valesh", main=True, mentions=(find("Dorin Valesh"),)),
        Speaker(slug="mira-okel", name="Mira Okel", mentions=(find("Mira Okel"),)),
    ),
    policy_areas=(PolicyArea("trade", 6.0, (find("Trade"),)), PolicyArea("transport", 3.0, (find("Freight"),))),
    statistics=(figure("5 percent", "dorin-valesh", "trade"), figure("7 percent", "mira-okel", "trade", "transport")),
    problems=(Note("headline", "cut from the lead", 0.5), Note("statistics", "whose figure?", 0.5)),
)


def correction(path: str = "corrections/a.yaml", article: str = RECORD.id, **what: object) -> Correction:
    return Correction(path=path, article=article, reason="The office wrote to us", **what)  # type: ignore[arg-type]


def changed(*corrections: Correction) -> dict[str, object]:
    """The fields of the record that corrections change."""
    before, after = asdict(RECORD), asdict(correct(RECORD, corrections))
    return {key: after[key] for key in after if after[key] != before[key]}


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        pytest.param({"date": "2025-11-19"}, {"date": Date("2025-11-19", None)}, id="date"),
        pytest.param(
            {"headline": "A new bridge"},
            {"headline": Headline("A new bridge", None, derived=False), "problems": RECORD.problems[1:]},
            id="headline, of which nothing is left to be looked at",
        ),
        pytest.param({"source": "River Herald"}, {"source": Source("River Herald", None)}, id="source"),
        pytest.param(
            {"policy_areas": ("energy", "trade")},
            {
                "policy_areas": (PolicyArea("energy", 0.0, ()), RECORD.policy_areas[0]),
                "statistics": (RECORD.statistics[0], figure("7 percent", "mira-okel", "trade")),
            },
            id="policy areas: the evidence of one stays, the figures leave the one that goes",
        ),
        pytest.param(
            {"policy_areas": ()},
            {
                "policy_areas": (),
                "statistics": (figure("5 percent", "dorin-valesh"), figure("7 percent", "mira-okel")),
            },
            id="no policy area at all",
        ),
        pytest.param({"remove": ("7 percent",)}, {"statistics": RECORD.statistics[:1]}, id="a figure"),
        pytest.param(
            {"remove": ("dorin  valesh",)},
            {
                "speakers": RECORD.speakers[1:],
                "statistics": (replace(RECORD.statistics[0], speaker=None), RECORD.statistics[1]),
            },
            id="a speaker, whose figures stay",
        ),
        pytest.param(
            {"remove": ("5 percent", "Mira Okel")},
            {"speakers": RECORD.speakers[:1], "statistics": (replace(RECORD.statistics[1], speaker=None),)},
            id="one of each",
        ),
        pytest.param({"remove": ("9 percent",)}, {}, id="what is not there"),
        pytest.param({"confirm": ("9 percent", "Mira Okel")}, {}, id="nothing doubtful to confirm"),
    ],
)
def test_what_a_correction_changes(what: dict[str, object], expected: dict[str, object]) -> None:
    assert changed(correction(**what)) == {**expected, "corrections": ("corrections/a.yaml",)}


def test_the_old_record_is_as_it_was() -> None:
    before = asdict(RECORD)
    correct(RECORD, [correction(headline="A new bridge", policy_areas=(), remove=("5 percent",))])
    assert asdict(RECORD) == before


def test_corrections_of_other_articles_are_none_of_its_business() -> None:
    assert correct(RECORD, [correction(article="2025/other", headline="No")]) is RECORD


def test_several_corrections_of_one_article_the_last_word_wins() -> None:
    first = correction("corrections/a.yaml", headline="First", date="2025-11-19")
    second = correction("corrections/b.yaml", headline="Second")
    assert changed(first, second) == {
        "headline": Headline("Second"),
        "date": Date("2025-11-19"),
        "problems": RECORD.problems[1:],
        "corrections": ("corrections/a.yaml", "corrections/b.yaml"),
    }


def test_a_record_without_a_date_gets_one() -> None:
    assert correct(replace(RECORD, date=None), [correction(date="2025-11-19")]).date == Date("2025-11-19")


def shown(problems: tuple[Problem, ...]) -> list[str]:
    return [one_line(one.message, path=one.path, line=one.line, mend=one.mend) for one in problems]


def test_what_would_be_removed_but_is_not_there_is_told() -> None:
    found = correction(remove=("5 percent", "MIRA OKEL"))
    lost = correction("corrections/b.yaml", remove=("5 per cent", "no"))
    other = correction("corrections/c.yaml", article="2025/other", remove=("9 percent",))
    assert shown(missed(RECORD, [found, lost, other])) == [
        'corrections/b.yaml: remove: "5 per cent" is not in the record of 2025/bridge; did you mean "5 percent"?',
        'corrections/b.yaml: remove: "no" is not in the record of 2025/bridge; write it as it stands there',
    ]


def test_a_problem_names_the_file_as_the_user_knows_it_and_the_line() -> None:
    place = {"file": "content/corrections/a.yaml", "line": 1}
    lost, stale = correction(remove=("no",), **place), correction(article="x", **place)
    assert [one.split(" ")[0] for one in shown(missed(RECORD, [lost]) + unused([stale], [RECORD.id]))] == [
        "content/corrections/a.yaml:1:",
        "content/corrections/a.yaml:1:",
    ]
    assert correct(RECORD, [lost]).corrections == ("corrections/a.yaml",)


def test_an_article_that_is_not_there_is_told() -> None:
    corrections = [correction(), correction(article="2025/brige"), correction(article="x")]
    assert shown(unused(corrections, ["2024/road", RECORD.id])) == [
        'corrections/a.yaml: there is no article "2025/brige"; did you mean "2025/bridge"?',
        'corrections/a.yaml: there is no article "x"; "sco-digest export" prints the ids of all articles',
    ]


def test_of_words_without_an_end_the_first_are_told() -> None:
    long = "2025/" + "x" * 100_000
    told = shown(unused([correction(article=long)], [RECORD.id]) + missed(RECORD, [correction(remove=(long,))]))
    assert [len(line) < 200 for line in told] == [True, True]


# ---- what was doubted ----

WHOLE = "Trade rose by 5 percent, Dorin Valesh said."


def doubted() -> ArticleRecord:
    """The record with a statement and a figure that the program was not sure of, and its notes of them."""
    valesh, okel = RECORD.speakers
    said = Statement(
        span=find(WHOLE), kind="indirect", verb="said", cue=Span(38, 42), source=find("Dorin Valesh"), confidence=0.5
    )
    return replace(
        RECORD,
        speakers=(replace(valesh, statements=(said,)), okel),
        statistics=(replace(RECORD.statistics[0], confidence=0.5), RECORD.statistics[1]),
        problems=(
            Note("speakers", "1 statement names no speaker; given to Dorin Valesh from the context", 0.5),
            Note("statistics", "“5 percent”: read from the context", 0.5),
            Note("statistics", "“7 percent”: read from the context", 0.5),
        ),
    )


CONFIRMED = {
    "a figure": (("5 PERCENT",), (0.5, 1.0), ["speakers", "statistics"]),
    "a statement by its first words": (("trade rose by 5  percent, Dorin",), (1.0, 0.5), ["statistics", "statistics"]),
    "a statement as a whole": ((WHOLE,), (1.0, 0.5), ["statistics", "statistics"]),
    "all that someone says": (("Dorin Valesh",), (1.0, 0.5), ["statistics", "statistics"]),
    "both": (("Dorin Valesh", "5 percent"), (1.0, 1.0), ["statistics"]),
    "too few first words": (("Trade rose",), (0.5, 0.5), ["speakers", "statistics", "statistics"]),
}


@pytest.mark.parametrize(("confirm", "confidences", "notes"), CONFIRMED.values(), ids=CONFIRMED)
def test_what_is_confirmed_is_sure(
    confirm: tuple[str, ...], confidences: tuple[float, float], notes: list[str]
) -> None:
    record = correct(doubted(), (correction(confirm=confirm),))
    assert (record.speakers[0].statements[0].confidence, record.statistics[0].confidence) == confidences
    assert [note.field for note in record.problems] == notes


def test_a_statement_is_removed_by_its_first_words() -> None:
    """With its last statement a speaker goes, and is not who gave a figure."""
    record = correct(doubted(), (correction(remove=("Trade rose by 5 percent,",)),))
    assert [speaker.name for speaker in record.speakers] == ["Mira Okel"]
    assert [(one.surface, one.speaker) for one in record.statistics] == [
        ("5 percent", None),
        ("7 percent", "mira-okel"),
    ]


def test_what_is_to_be_confirmed_and_is_not_there() -> None:
    wrong = correction(confirm=("Trade rose by 5 percent,", "5 percentt"))
    assert [problem.message for problem in missed(doubted(), (wrong,))] == [
        'confirm: "5 percentt" is not in the record of 2025/bridge'
    ]


def test_a_policy_area_is_confirmed_by_its_name_or_by_the_list() -> None:
    unsure = replace(RECORD, policy_areas=(replace(RECORD.policy_areas[0], confidence=0.5),))
    for what in (correction(confirm=("trade",)), correction(policy_areas=("trade",))):
        assert correct(unsure, (what,)).policy_areas == RECORD.policy_areas[:1]
        assert missed(unsure, (what,)) == ()
    assert len(missed(unsure, (correction(confirm=("energy",)),))) == 1


PROMISED = Commitment(
    span=find("Freight grew 7 percent, Mira Okel said"),
    kind="commitment",
    cue=find("said"),
    what=Phrase("Freight", find("Freight")),
    speaker="mira-okel",
    projects=("osk-port",),
    policy_areas=("trade",),
    confidence=0.5,
)
PLANNED = replace(
    RECORD,
    commitments=(PROMISED,),
    projects=(Project(slug="osk-port", name="Osk port", kind="port", mentions=(find("Trade"),)),),
)


def left_of(**what: object) -> tuple[Commitment, ...]:
    return correct(PLANNED, [correction(**what)]).commitments


def test_a_commitment_is_removed_and_confirmed_by_its_first_words() -> None:
    words = "freight grew 7 percent, mira"
    assert left_of(remove=(words,)) == ()
    assert left_of(confirm=(words,)) == (replace(PROMISED, confidence=1.0),)


def test_a_project_is_removed_by_its_name_and_from_commitments() -> None:
    corrected = correct(PLANNED, [correction(remove=("Osk port",))])
    assert corrected.projects == ()
    assert corrected.commitments == (replace(PROMISED, projects=()),)
    assert missed(PLANNED, [correction(remove=("Osk port",))]) == ()


def test_a_commitment_keeps_no_speaker_and_no_area_that_a_correction_removes() -> None:
    assert left_of(remove=("Mira Okel",)) == (replace(PROMISED, speaker=None),)
    assert left_of(policy_areas=("transport",)) == (replace(PROMISED, policy_areas=()),)
