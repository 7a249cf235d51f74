"""The demonstration: always the same bytes, and all that a site can show is in it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec
import pytest

from sco_digest.content import load_content
from sco_digest.model import ArticleRecord
from tests.demo.phrases import Chance, Deck, Steady, expand
from tests.demo.series import Series
from tests.demo.stories import TOPICS
from tests.demo.world import official, world
from tests.demo.writing import write
from tests.projects import ROOT, digests

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sco_digest.model import Statistic
    from tests.demonstration import Demonstration


class Built(msgspec.Struct, frozen=True):
    """The demonstration as it was built."""

    pages: dict[str, str]
    """Every HTML page by its path."""
    records: tuple[ArticleRecord, ...]
    """All that is read from the demonstration, but what is too doubtful for the pages."""

    def placed(self) -> Iterator[tuple[ArticleRecord, Statistic, tuple[str, str, str]]]:
        """Each figure with subject, period and place, and the series that it is of."""
        for record in self.records:
            for one in record.statistics:
                if one.subject and one.period and one.place:
                    subject = one.subject.text.lower().removeprefix("the ")
                    yield record, one, (subject, one.unit, one.place.country)

    def values(self) -> dict[tuple[str, str, str], dict[str, set[tuple[float | None, str]]]]:
        """By series and period, the values and the articles that give them."""
        found: dict[tuple[str, str, str], dict[str, set[tuple[float | None, str]]]] = defaultdict(
            lambda: defaultdict(set)
        )
        for record, one, series in self.placed():
            if one.period:
                found[series][f"{one.period.start}/{one.period.end}"].add((one.value, record.id))
        return found


@pytest.fixture(scope="module")
def built(demo: Demonstration) -> Built:
    folder = demo.subject.folder
    pages = {path: (folder / path).read_text(encoding="utf-8") for path in demo.subject.kinds}
    lines = (folder / "data/records.jsonl").read_bytes().splitlines()
    records = tuple(msgspec.json.decode(line, type=ArticleRecord) for line in lines)
    return Built(pages, records)


# ---- the texts -------------------------------------------------------------------------------------------------------


def test_it_is_written_the_same_each_time(tmp_path: Path) -> None:
    assert write(tmp_path / "one") == write(tmp_path / "two") >= 300
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_writing_it_anew_leaves_nothing_of_before(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/old.txt").write_text("Old.")
    write(tmp_path)
    assert not (tmp_path / "seeds/old.txt").exists()


def test_texts_have_the_length_of_news_and_none_is_like_another(built: Built) -> None:
    texts = [record.text[record.body :] for record in built.records]
    lengths = sorted(len(text.split()) for text in texts)
    assert 140 < lengths[0] < lengths[-1] < 450
    assert len(set(texts)) == len(texts)
    assert len({record.headline.text for record in built.records}) > 0.98 * len(texts)


def test_no_bracket_of_the_lists_is_left_in_a_text(built: Built) -> None:
    assert not [record.id for record in built.records if set("[]{}|") & set(record.text[record.body :])]


def test_it_covers_fourteen_months_and_has_weeks_with_several_articles(built: Built) -> None:
    months = defaultdict(int)
    for record in built.records:
        months[record.date.value[:7] if record.date else ""] += 1
    assert len(months) == 14
    assert min(months.values()) >= 15


# ---- what is read from them ------------------------------------------------------------------------------------------


def test_every_text_has_a_date_a_source_a_main_speaker_and_a_policy_area(built: Built) -> None:
    for record in built.records:
        assert record.date, record.id
        assert record.source, record.id
        assert [speaker for speaker in record.speakers if speaker.main], record.id
        assert record.policy_areas, record.id


def test_every_topic_is_treated_in_ten_articles_at_least(built: Built) -> None:
    treated = defaultdict(int)
    for record in built.records:
        for area in record.policy_areas:
            treated[area.slug] += 1
    assert {path.stem for path in (ROOT / "content/topics").glob("*.md")} == set(TOPICS) == set(treated)
    assert min(treated.values()) >= 10


def test_speakers_are_people_of_the_world_with_their_country(built: Built) -> None:
    people = {speaker for record in built.records for speaker in record.speakers if speaker.kind == "person"}
    home = {
        official(country, post, _last()).name: country.code for country in world().countries for post in world().posts
    }
    ministers = [one for one in people if one.name in home]
    assert len({one.name for one in ministers}) > 80
    assert [one for one in ministers if one.country != home[one.name]] == []


def test_deputies_become_ministers(built: Built) -> None:
    roles = defaultdict(set)
    for record in built.records:
        for speaker in record.speakers:
            roles[speaker.name].add((speaker.role or "").startswith("Deputy"))
    for career in world().careers:
        assert roles[career.who[:-2]] == {True, False}, career.who


def test_figures_of_one_subject_return_over_a_year(built: Built) -> None:
    long = [series for series, periods in built.values().items() if len(periods) >= 12]
    assert len(long) >= 10
    assert {country for _, _, country in long} == {country.code for country in world().countries}


def test_some_figures_are_disputed_and_most_agree(built: Built) -> None:
    told = [
        found
        for periods in built.values().values()
        for found in periods.values()
        if len({record for _, record in found}) > 1
    ]
    disputed = [found for found in told if len({value for value, _ in found}) > 1]
    assert len(disputed) >= 20
    assert len(told) > 5 * len(disputed)


def test_named_projects_come_back(built: Built) -> None:
    for name in (
        "Dashmar–Tevrin railway",
        "Halvik–Orun road",
        "Basin Development Bank",
        "BasinPay",
        "Ulkan hydropower",
    ):
        assert sum(name in record.text for record in built.records) >= 3, name


def test_places_of_the_demonstration_are_its_own(built: Built) -> None:
    codes = {place.country for record in built.records for place in record.places}
    assert codes == {country.code for country in world().countries}


# ---- the site --------------------------------------------------------------------------------------------------------


def test_the_site_is_built_without_a_problem(built: Built, demo: Demonstration) -> None:
    report = demo.report
    assert (report.published, report.articles, report.problems) == (True, demo.count, ())
    assert len(built.records) == demo.count


def test_the_site_says_that_all_is_invented(built: Built) -> None:
    assert "Everything here is invented" in built.pages["index.html"]
    assert "no Vostania" in built.pages["about/index.html"]


def test_countries_have_their_name_on_pages(built: Built) -> None:
    assert "Vostania</" in built.pages["speakers/ilan-derev/index.html"]
    assert not [path for path, page in built.pages.items() if "Pseudo-Accents" in page]


def test_lists_are_paged(built: Built) -> None:
    assert [
        path for path in built.pages if path.startswith("topics/transport/") and path != "topics/transport/index.html"
    ]


def test_the_shipped_content_knows_nothing_of_it() -> None:
    assert load_content(ROOT / "content")[0].vocabulary.places == ()


# ---- the writer ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("[a|a] {b|b} {name}", "A b Ada"),
        ("{3..3} and {3.0..3.0}", "3 and 3.0"),
        ("{2011..2011} or {4812..4812} or {900..900}", "2011 or 4,810 or 900"),
        ("one. two. “three.” four: five", "One. Two. “three.” Four: five"),
        ("{who},, said", "Ada Senn, miller, said"),
    ],
    ids=["choices and names", "numbers", "years and thousands", "sentences begin large", "one comma of two"],
)
def test_expand(text: str, pattern: str) -> None:
    assert expand(text, {"name": "Ada", "who": "Ada Senn, miller"}, Chance("x")) == pattern


def test_a_name_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        expand("{nobody}", {}, Chance("x"))


def test_a_deck_deals_everything_before_anything_comes_again() -> None:
    deck = Deck("abcd", "x")
    assert [sorted(deck.deal() for _ in range(4)) for _ in range(2)] == [list("abcd")] * 2


def test_steady_figures_stay_near_one_another() -> None:
    found = [Steady("exports", str(month)).between(0, 100) for month in range(12)]
    assert 0 < max(found) - min(found) <= 15


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("$ million", 412.3, "$412 million"),
        ("$ million", 1412.3, "$1.41 billion"),
        ("thousand visitors", 214.2, "214 thousand visitors"),
        ("thousand visitors", 2141, "2.14 million visitors"),
        ("million tonnes", 3.141, "3.14 million tonnes"),
        ("million kilowatt-hours", 1640, "1.64 billion kilowatt-hours"),
        ("percent", 6.44, "6.4 percent"),
    ],
)
def test_values_in_words(unit: str, value: float, said: str) -> None:
    series = Series("XA", "trade", "trade", "output", unit, 1, 0, 0, 0, ())
    assert series.said(value) == said


def _last():
    return max(career.day for career in world().careers)
