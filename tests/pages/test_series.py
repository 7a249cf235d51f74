"""The page of a series: its chart, its values, its conflicts, and the ways to it."""

from __future__ import annotations

import re

from tests import samples
from tests.rendered import Html, files

PATH = "statistics/export-usd-fi/index.html"
FOUND = files(samples.exports())
SOURCE = FOUND[PATH].decode()
PAGE = Html(FOUND[PATH])


def test_title_and_description_say_what_it_is():
    assert "<title>Exports of Amberland · SCO Digest</title>" in SOURCE
    assert "2022–2024, USD: 4 values, 4 articles" in PAGE.text


def test_every_value_leads_to_its_sentence_from_the_chart_and_from_the_table():
    marks = [link for link in PAGE.all("a") if link.get("class", "").startswith("mark")]
    amounts = [link["href"] for link in PAGE.all("a", **{"class": "amount"})]
    assert len(marks) == 4
    assert all(link["href"].endswith("#s2") for link in marks)
    assert {link["href"] for link in marks} == set(amounts)
    assert [link["aria-label"] for link in marks][:2] == [
        "2022: USD\xa02.2\xa0billion",
        "2023: USD\xa03.3\xa0billion, Ilva Torn",
    ]


def test_the_chart_has_a_name_a_description_and_no_style_of_its_own():
    (svg,) = PAGE.all("svg")
    for name in svg["aria-labelledby"].split():
        assert name in PAGE.ids
    assert svg["viewbox"] == "0 0 640 320"
    assert "style=" not in SOURCE
    assert "<style" not in SOURCE
    assert not re.search(r'(fill|stroke)="', SOURCE)


def test_hollow_and_disputed_marks_are_told_apart():
    classes = [link["class"] for link in PAGE.all("a") if link.get("class", "").startswith("mark")]
    assert classes == ["mark", "mark disputed", "mark disputed", "mark hollow"]


def test_values_that_disagree_stand_side_by_side_with_their_sentences():
    section = SOURCE.split('<section class="conflicts"')[1].split("</section>")[0]
    assert section.count("<blockquote") == 2
    assert "Exports of Amberland reached $3.3 billion in 2023." in section
    assert "Exports of Amberland reached $3.1 billion in 2023." in section
    assert "$2.2 billion" not in section


def test_figures_lead_to_their_series():
    articles = [path for path in FOUND if path.startswith("202") and path.endswith("index.html")]
    for path in ("statistics/index.html", *articles):
        assert "one of 4 values over time" in Html(FOUND[path]).text
        assert any(link.endswith(PATH) for link in Html(FOUND[path]).links)


def test_a_figure_without_series_has_no_such_link():
    assert "values over time" not in Html(files()["statistics/index.html"]).text


def test_the_table_is_there_as_csv():
    assert "../../statistics/export-usd-fi/data.csv" in PAGE.links
    assert PATH.replace("index.html", "data.csv") in FOUND
