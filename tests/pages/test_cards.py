"""Series as cards: the newest value, the one before, whether it rose, and which of them moved lately."""

from __future__ import annotations

import pytest

from sco_digest.pages import rows
from sco_digest.pages.cards import MOST, cards, moved
from tests import samples
from tests.joined import at_hand, build_site
from tests.rendered import Html, files
from tests.site.reading import article

OLD, NEW = "2025-03-05", "2025-04-05"


def site_and_records(*articles):
    records = [article(f"a{number}", date, text) for number, (date, text) in enumerate(articles)]
    return build_site(records, samples.content(), samples.settings()), at_hand(records)


def exports(date, month, amount, country="Kyrgyzstan"):
    return date, f"Exports of {country} amounted to {amount} in {month}. The weather was fine."


@pytest.mark.parametrize(
    ("before", "newest", "rose"),
    [
        ("$3 million", "$4 million", True),
        ("$4 million", "$3 million", False),
        ("$4 million", "$4 million", None),
        ("$3 million", "$4 to $5 million", None),
    ],
    ids=["higher", "lower", "the same", "a range"],
)
def test_the_newest_value_beside_the_one_before(before, newest, rose):
    found = site_and_records(exports(OLD, "February 2025", before), exports(NEW, "March 2025", newest))
    (card,) = cards(*found, found[0].series)
    assert (card.newest.figure.period.start, card.before.figure.period.start) == ("2025-03", "2025-02")
    assert card.rose is rose


def test_a_value_that_another_contradicts_is_no_step_up_or_down():
    found = site_and_records(
        exports(OLD, "February 2025", "$3 million"),
        exports(NEW, "March 2025", "$4 million"),
        exports("2025-04-06", "March 2025", "$6 million"),
    )
    (card,) = cards(*found, found[0].series)
    assert card.disputed
    assert card.contested
    assert card.rose is None
    assert moved(*found, since=OLD) == ()


def test_a_value_that_another_contradicts_is_none_to_compare_with():
    found = site_and_records(
        exports("2025-02-05", "January 2025", "$2 million"),
        exports(OLD, "February 2025", "$3 million"),
        exports("2025-03-06", "February 2025", "$9 million"),
        exports(NEW, "March 2025", "$4 million"),
    )
    (card,) = cards(*found, found[0].series)
    assert card.before.figure.period.start == "2025-01"
    assert card.rose is True
    assert card.disputed
    assert not card.contested, "what is disputed is no more the newest"


def test_a_card_says_what_time_each_value_is_of_and_whether_the_newest_is_disputed():
    told = [
        exports("2025-02-05", "January 2025", "$2 million"),
        exports(OLD, "February 2025", "$3 million"),
        exports("2025-03-06", "February 2025", "$9 million"),
        exports(NEW, "March 2025", "$4 million"),
    ]
    for articles, newest, disputed in (
        (told, "March 2025", "earlier values disputed"),
        (told[:3], "February 2025", "disputed"),
    ):
        source = files([one.record for one in site_and_records(*articles)[1].values()])["countries/kg/index.html"]
        words = " ".join(Html(source).text.split())
        assert f"{newest} before: USD 2 million, January 2025" in words
        assert f"values {disputed}" in words


def test_what_moved_is_what_articles_since_a_day_say():
    found = site_and_records(
        exports(OLD, "February 2025", "$3 million"),
        exports(NEW, "March 2025", "$4 million"),
        exports("2024-03-05", "February 2024", "$7 million", "Uzbekistan"),
        exports("2024-04-05", "March 2024", "$8 million", "Uzbekistan"),
    )
    assert [card.series.country for card in moved(*found, since="2025-04-01")] == ["KG"]
    assert {card.series.country for card in moved(*found, since="2024-04-01")} == {"KG", "UZ"}
    assert moved(*found, since="2025-04-06") == ()


def test_an_article_that_looks_back_moves_nothing():
    found = site_and_records(
        exports("2025-02-05", "January 2025", "$4 million"),
        exports(OLD, "February 2025", "$3 million"),
        exports(NEW, "January 2025", "$4 million"),
    )
    assert moved(*found, since=NEW) == ()


def test_no_more_than_so_many_those_with_most_values_first():
    countries = ("Kyrgyzstan", "Uzbekistan", "China", "India", "Iran", "Pakistan", "Belarus", "Mongolia", "Turkey")
    articles = [
        exports(f"2025-0{month}-05", f"{name} 2025", f"${month} million", country)
        for country in countries
        for month, name in ((2, "January"), (3, "February"))
    ]
    found = site_and_records(*articles, exports("2025-04-05", "March 2025", "$5 million", "Turkey"))
    chosen = cards(*found, found[0].series)
    assert len(found[0].series) == len(countries)
    assert len(chosen) == MOST
    assert chosen[0].series.country == "TR"


def test_two_times_are_bars_and_have_no_line_and_three_have_one():
    two = site_and_records(exports(OLD, "February 2025", "$3 million"), exports(NEW, "March 2025", "$4 million"))
    assert cards(*two, two[0].series)[0].line == ""
    three = site_and_records(
        exports(OLD, "February 2025", "$3 million"),
        exports(NEW, "March 2025", "$4 million"),
        exports("2025-05-05", "April 2025", "$5 million"),
    )
    assert len(cards(*three, three[0].series)[0].line.split()) == 3


def test_every_series_is_in_the_list_of_them():
    found = files(samples.exports())
    page = Html(found["statistics/over-time/index.html"])
    assert "1 subject with a chart of its values" in page.text
    assert "../../statistics/export-usd-fi/index.html" in page.links
    assert b"disputed" in found["statistics/over-time/index.html"]
    assert b"no figures yet that can be compared" in files(())["statistics/over-time/index.html"]


def test_the_figures_of_an_article_are_read_once_for_all_its_cards(monkeypatch):
    read = []
    whole = rows.figure_rows
    monkeypatch.setattr(rows, "figure_rows", lambda record, entry: read.append(entry.id) or whole(record, entry))
    rows.forget()
    told = "Exports of {0} amounted to $3 million in 2023. Exports of {0} reached $4 million in 2024."
    lands = ("Kyrgyzstan", "Kazakhstan", "Tajikistan")
    found = site_and_records((NEW, "\n\n".join(told.format(land) for land in lands)))
    made = cards(*found, found[0].series)
    assert [(card.newest.figure.value, card.before.figure.value) for card in made] == [(4e6, 3e6)] * len(lands)
    assert read == ["a0"]
