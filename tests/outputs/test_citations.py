"""How others cite an article, in three forms, and where they report an error in it."""

from __future__ import annotations

import json
from itertools import accumulate

import pytest
from msgspec.structs import replace

from sco_digest.model import Entry
from sco_digest.outputs.citations import Citations
from sco_digest.outputs.links import report
from sco_digest.outputs.words import Words
from tests.samples import settings

ENTRY = Entry(
    id="ferry",
    path="2025/03/ferry-opens/index.html",
    date="2025-03-09",
    headline="Ferry  opens:\n50% more {seats} & $2 tickets",
    source="Lake Agency",
)
ADDRESS = "https://a.example/2025/03/ferry-opens/"
SITE = settings(title="Lake Digest", publisher="The desk")
CITED = Citations(SITE, Words("en"))
BARE = replace(ENTRY, source=None)


@pytest.mark.parametrize(
    ("entry", "address", "expected"),
    [
        (
            ENTRY,
            ADDRESS,
            f"Lake Agency, “Ferry opens: 50% more {{seats}} & $2 tickets”, 9 March 2025. Lake Digest, {ADDRESS}",
        ),
        (BARE, "", "“Ferry opens: 50% more {seats} & $2 tickets”, 9 March 2025. Lake Digest"),
    ],
    ids=["all that is known", "neither source nor address"],
)
def test_in_words(entry, address, expected):
    assert CITED.citation(entry, address) == expected


def test_in_the_words_of_the_language():
    assert "9 марта 2025" in Citations(SITE, Words("ru")).citation(ENTRY, ADDRESS)


def test_bibtex():
    assert CITED.bibtex(ENTRY, ADDRESS).splitlines() == [
        "@misc{2025-03-09-ferry-opens,",
        "  author = {{Lake Agency}},",
        r"  title = {{Ferry opens: 50\% more \textbraceleft{}seats\textbraceright{} \& \$2 tickets}},",
        "  howpublished = {Lake Digest},",
        "  publisher = {The desk},",
        "  year = {2025},",
        "  month = {3},",
        "  day = {9},",
        "  date = {2025-03-09},",
        f"  url = {{{ADDRESS}}},",
        "}",
    ]


@pytest.mark.parametrize("headline", ["a } b", "a { b", "{", "}{", "}}, url = {no", "\\", "\\{", "~^_#", "“«»”"])
def test_braces_of_bibtex_are_balanced_whatever_the_headline(headline):
    text = CITED.bibtex(replace(ENTRY, headline=headline), ADDRESS)
    first, *fields, last = text.splitlines()
    assert (first, last, len(fields)) == ("@misc{2025-03-09-ferry-opens,", "}", 9)
    for field in fields:
        depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in field))
        assert min(depths) == depths[-1] == depths[-2] == 0
        assert 0 not in depths[depths.index(1) : -2]


def test_what_is_not_known_is_left_out_of_bibtex():
    text = Citations(settings(publisher=""), Words("en")).bibtex(BARE, "")
    assert not [name for name in ("author", "url", "publisher") if f"  {name} =" in text]


def test_csl_json():
    assert json.loads(CITED.csl_json(ENTRY, ADDRESS)) == [
        {
            "id": "2025-03-09-ferry-opens",
            "type": "article-newspaper",
            "title": "Ferry opens: 50% more {seats} & $2 tickets",
            "author": [{"literal": "Lake Agency"}],
            "container-title": "Lake Digest",
            "publisher": "The desk",
            "issued": {"date-parts": [[2025, 3, 9]]},
            "URL": ADDRESS,
            "language": "en",
        }
    ]
    assert {"author", "URL"} & json.loads(CITED.csl_json(BARE, ""))[0].keys() == set()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("", ""),
        ("mailto:desk@a.example?subject={title}", "mailto:desk@a.example?subject=a%20%26%20%7Burl%7D"),
        (
            "https://a.example/report?page={url}",
            "https://a.example/report?page=https%3A%2F%2Fa.example%2F2025%2F03%2Fferry-opens%2F",
        ),
        ("https://a.example/report#{file}", "https://a.example/report#x%2Fy.txt"),
    ],
)
def test_where_to_report_an_error(place, expected):
    site = settings(report=place, base_url="https://a.example")
    assert report(site, replace(ENTRY, headline="a & {url}"), "x/y.txt") == expected
