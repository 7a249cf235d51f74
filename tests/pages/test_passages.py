"""Passages and quotes as lists show them, each with the way to its sentence, and none before somebody asks."""

from __future__ import annotations

from msgspec.structs import replace

from sco_digest.model import Article, PolicyArea, Reading, Ref, Span, Speaker
from sco_digest.pages.passages import Passages, Quotes
from tests import samples
from tests.joined import at_hand, build_site


def article(record):
    entry = build_site([record], samples.content(), samples.settings()).entries[0]
    return Article.of(entry, at_hand([record]))


def on_transport(record):
    return Passages(article=article(record), kind="area", ref=Ref("transport", "Transport", "")).passages


def said_by(slug, record):
    return Quotes(article=article(record), ref=Ref(slug, "", "")).quotes


def shown(passage):
    return "".join(f"[{piece.text}]" if piece.kinds else piece.text for piece in passage.pieces)


def test_every_sentence_with_evidence_is_a_passage_once_and_marked():
    found = on_transport(samples.overlapping())
    assert [(passage.sentence, shown(passage)) for passage in found] == [
        (1, "Lake States agree on a [ferry]"),
        (2, "Minister Ilva Torn said the [ferry to Port] Amber costs $1.5 billion."),
        (5, "The [railway company] of Amberland was not asked."),
    ]


def test_the_passage_that_names_the_railway_is_found_under_transport():
    passages = on_transport(samples.seed())
    assert any("China-Kyrgyzstan-Uzbekistan [railway]" in shown(passage) for passage in passages)


def test_evidence_above_the_article_shows_its_line():
    (line, sentence) = on_transport(samples.front_matter())
    assert (shown(line), line.sentence, line.path.endswith("#head")) == ("title: [Ferry] opens", 0, True)
    assert shown(sentence) == "Ilwa Torn opened the [ferry]."


def test_evidence_of_a_text_without_sentences_shows_its_line():
    record = replace(
        samples.bare(), text="2025-09-30\nferry", policy_areas=(PolicyArea("transport", 1, (Span(11, 16),)),)
    )
    (passage,) = on_transport(record)
    assert (passage.text, passage.path.endswith("#text")) == ("ferry", True)


def test_quotes_stand_in_whole_sentences_with_the_verb_marked():
    found = said_by("adylbek-kasymaliev", samples.seed())
    assert [(quote.kind, quote.passage.sentence) for quote in found] == [
        ("indirect", 4),
        ("indirect", 18),
        ("direct", 19),
    ]
    assert shown(found[0].passage).startswith("He [emphasized] that Kyrgyzstan")
    assert found[2].passage.text.endswith("the Cabinet Chairman added.")
    assert [ref.slug for ref in found[2].topics] == ["trade"]


def test_a_statement_that_is_part_of_its_sentence_is_marked_too():
    (_, done) = "", said_by("ilva-torn", samples.front_matter())[0]
    assert shown(done.passage) == "[Done], she [said]."


def long_text(words):
    text = f"{'salt ' * 600}{words}{' amber' * 600}"
    return samples.record("long", text, "2025-01-01", "Long")


def test_a_very_long_sentence_is_shown_around_its_evidence():
    record = long_text("by rail and road" + " amber" * 600 + " by ferry")
    area = samples.area(record.text, "transport", "rail", "road", "ferry")
    first, second = on_transport(replace(record, policy_areas=(area,)))
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
    (quote,) = said_by("torn", replace(record, speakers=(torn,)))
    assert "Torn [said] [the ferry runs] amber" in shown(quote.passage)
    assert "statement direct" in {piece.kinds for piece in quote.passage.pieces}
    assert 990 < len(quote.passage.text) <= 1000
    assert {*quote.passage.text.split()} == {"salt", "Torn", "said", "the", "ferry", "runs", "amber"}, "no half words"
    assert (quote.passage.cut_before, quote.passage.cut_after) == (True, True)


def test_who_lists_articles_alone_has_no_record_decoded():
    def lost():
        raise AssertionError("somebody asked for the record")

    one = Article(article(samples.seed()).entry, Reading(b"", lost))
    ref = Ref("transport", "Transport", "")
    assert Passages(article=one, kind="project", ref=ref).entry is Quotes(article=one, ref=ref).entry is one.entry
