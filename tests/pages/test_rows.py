"""Figures, passages and quotes as lists show them, each with the way to its sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.model import PolicyArea, Span, Speaker, Subject
from sco_digest.pages.rows import figure_rows, latest_figures, speaker_quotes, topic_passages
from tests import samples
from tests.joined import at_hand, build_site


def both(record):
    return record, build_site([record], samples.content(), samples.settings()).entries[0]


def shown(passage):
    return "".join(f"[{piece.text}]" if piece.kinds else piece.text for piece in passage.pieces)


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


def test_every_sentence_with_evidence_is_a_passage_once_and_marked():
    found = topic_passages(*both(samples.overlapping()), "transport")
    assert [(passage.sentence, shown(passage)) for passage in found.passages] == [
        (1, "Lake States agree on a [ferry]"),
        (2, "Minister Ilva Torn said the [ferry to Port] Amber costs $1.5 billion."),
        (5, "The [railway company] of Amberland was not asked."),
    ]


def test_the_passage_that_names_the_railway_is_found_under_transport():
    passages = topic_passages(*both(samples.seed()), "transport").passages
    assert any("China-Kyrgyzstan-Uzbekistan [railway]" in shown(passage) for passage in passages)


def test_evidence_above_the_article_shows_its_line():
    (line, sentence) = topic_passages(*both(samples.front_matter()), "transport").passages
    assert (shown(line), line.sentence, line.path.endswith("#head")) == ("title: [Ferry] opens", 0, True)
    assert shown(sentence) == "Ilwa Torn opened the [ferry]."


def test_evidence_of_a_text_without_sentences_shows_its_line():
    record = replace(
        samples.bare(), text="2025-09-30\nferry", policy_areas=(PolicyArea("transport", 1, (Span(11, 16),)),)
    )
    (passage,) = topic_passages(*both(record), "transport").passages
    assert (passage.text, passage.path.endswith("#text")) == ("ferry", True)


def test_quotes_stand_in_whole_sentences_with_the_verb_marked():
    found = speaker_quotes(*both(samples.seed()), "adylbek-kasymaliev")
    assert [(quote.kind, quote.passage.sentence) for quote in found.quotes] == [
        ("indirect", 4),
        ("indirect", 18),
        ("direct", 19),
    ]
    assert shown(found.quotes[0].passage).startswith("He [emphasized] that Kyrgyzstan")
    assert found.quotes[2].passage.text.endswith("the Cabinet Chairman added.")
    assert [ref.slug for ref in found.quotes[2].topics] == ["trade"]


def test_a_statement_that_is_part_of_its_sentence_is_marked_too():
    (_, done) = "", speaker_quotes(*both(samples.front_matter()), "ilva-torn").quotes[0]
    assert shown(done.passage) == "[Done], she [said]."


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


def long_text(words):
    text = f"{'salt ' * 600}{words}{' amber' * 600}"
    return samples.record("long", text, "2025-01-01", "Long")


def test_a_very_long_sentence_is_shown_around_its_evidence():
    record = long_text("by rail and road" + " amber" * 600 + " by ferry")
    area = samples.area(record.text, "transport", "rail", "road", "ferry")
    first, second = topic_passages(*both(replace(record, policy_areas=(area,))), "transport").passages
    assert "by [rail] and [road] amber" in shown(first)
    assert "amber by [ferry] amber" in shown(second)
    for passage in (first, second):
        assert len(passage.text) == 1000
        assert shown(passage).startswith("… ")
        assert shown(passage).endswith(" …")


def test_a_statement_in_a_very_long_sentence_is_shown_whole_without_the_rest():
    record = long_text("Torn said the ferry runs")
    said = samples.statement(record.text, "the ferry runs", "said", "Torn", "direct")
    torn = Speaker(slug="torn", name="Torn", mentions=(said.source,), statements=(said,))
    (quote,) = speaker_quotes(*both(replace(record, speakers=(torn,))), "torn").quotes
    assert "Torn [said] [the ferry runs] amber" in shown(quote.passage)
    assert "statement direct" in {piece.kinds for piece in quote.passage.pieces}
    assert 990 < len(quote.passage.text) <= 1000
    assert {*quote.passage.text.split()} == {"salt", "Torn", "said", "the", "ferry", "runs", "amber"}, "no half words"
    assert (quote.passage.cut_before, quote.passage.cut_after) == (True, True)


@pytest.mark.parametrize(
    ("subject", "measures"),
    [("cars", ""), ("Cars", ""), ("car", ""), ("the ferry to\nPort Amber", "the ferry to Port Amber"), (None, "")],
)
def test_a_subject_that_is_only_the_unit_tells_nothing(subject, measures):
    record, entry = both(samples.overlapping())
    figure = replace(record.statistics[1], subject=Subject(subject, Span(0, 1)) if subject else None)
    (row,) = figure_rows(replace(record, statistics=(figure,)), entry)
    assert row.measures == measures
