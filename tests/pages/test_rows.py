"""Figures as lists show them, each with the way to its sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.model import Span, Subject
from sco_digest.pages.rows import figure_rows, latest_figures
from tests import samples
from tests.joined import at_hand, build_site


def both(record):
    return record, build_site([record], samples.content(), samples.settings()).entries[0]


def test_figures_know_sentence_speaker_and_topics():
    rows = figure_rows(*both(samples.seed()))
    assert [(row.figure.surface, row.sentence, row.speaker and row.speaker.name) for row in rows] == [
        ("from five to one hour", 8, None),
        ("3.5-fold", 19, "Adylbek Kasymaliev"),
        ("75 percent", 20, "Adylbek Kasymaliev"),
        ("8 million citizens", 21, "Adylbek Kasymaliev"),
    ]
    assert [ref.slug for ref in rows[0].topics] == ["trade"]
    assert rows[0].path.endswith("/index.html#s8")
    assert len(figure_rows(*both(samples.seed()), "trade")) == 3


@pytest.mark.parametrize(
    ("most", "surfaces"),
    [
        (2, ["3.5-fold", "4 percent"]),
        (3, ["3.5-fold", "4 percent", "9 tonnes"]),
        (5, ["3.5-fold", "8 million citizens", "$1.5 billion", "4 percent", "9 tonnes"]),
        (9, ["3.5-fold", "8 million citizens", "$1.5 billion", "200 to 250 cars", "4 percent", "9 tonnes"]),
    ],
)
def test_latest_figures_are_of_several_articles_the_telling_ones_first(most, surfaces):
    seed = samples.seed()
    records = [replace(seed, statistics=seed.statistics[1::2]), samples.overlapping(), samples.plain(9)]
    site = build_site(records, samples.content(), samples.settings())
    assert [row.figure.surface for row in latest_figures(site, at_hand(records), most)] == surfaces


@pytest.mark.parametrize(
    ("subject", "measures"),
    [("cars", ""), ("Cars", ""), ("car", ""), ("the ferry to\nPort Amber", "the ferry to Port Amber"), (None, "")],
)
def test_a_subject_that_is_only_the_unit_tells_nothing(subject, measures):
    record, entry = both(samples.overlapping())
    figure = replace(record.statistics[1], subject=Subject(subject, Span(0, 1)) if subject else None)
    (row,) = figure_rows(replace(record, statistics=(figure,)), entry)
    assert row.measures == measures
