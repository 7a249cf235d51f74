"""Facts that hold, cross or repeat each other are cut so that a piece belongs to each of them wholly or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.model import Span
from sco_digest.pages.marking import KINDS, Mark, Piece, cut, paragraphs
from tests import samples


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], "abcdefghij"),
        ([(2, 4, "figure")], "ab[cd figure]efghij"),
        ([(0, 10, "statement")], "[abcdefghij statement]"),
        ([(0, 8, "statement"), (2, 4, "figure")], "[ab statement][cd statement figure][efgh statement]ij"),
        ([(0, 5, "statement"), (3, 8, "area")], "[abc statement][de statement area][fgh area]ij"),
        ([(1, 3, "place"), (1, 3, "place")], "a[bc place]defghij"),
        ([(1, 3, "place"), (3, 5, "place")], "a[bc place][de place]fghij"),
        ([(2, 4, "area"), (2, 4, "figure")], "ab[cd figure area]efghij"),
        ([(4, 4, "figure")], "abcd|efghij"),
        ([(8, 99, "figure")], "abcdefgh[ij figure]"),
    ],
    ids=["none", "inside", "all", "within", "crossing", "twice", "touching", "same", "empty", "beyond"],
)
def test_pieces_of_one_sentence(marks, shown):
    (pieces,) = cut("abcdefghij", [Span(0, 10)], [Mark(*mark) for mark in marks])
    plain = "|" if marks == [(4, 4, "figure")] else ""
    found = [f"[{piece.text} {piece.kinds}]" if piece.kinds else piece.text for piece in pieces]
    assert plain.join(found) == shown


def test_a_fact_over_two_sentences_is_marked_in_both():
    assert list(cut("One. Two. Six.", [Span(0, 4), Span(5, 9), Span(10, 14)], [Mark(2, 7, "statement")])) == [
        (Piece("On"), Piece("e.", "statement")),
        (Piece("Tw", "statement"), Piece("o.")),
        (Piece("Six."),),
    ]


MARKS = st.builds(
    lambda start, length, kind: Mark(start, start + length, kind),
    st.integers(0, 60),
    st.integers(0, 40),
    st.sampled_from(KINDS),
)


@given(st.lists(MARKS, max_size=12), st.lists(st.integers(0, 60), min_size=2, max_size=8, unique=True))
def test_each_character_has_the_kinds_of_its_facts(marks, ends):
    text = "".join(chr(0x4E00 + place) for place in range(60))
    spans = [Span(*pair) for pair in zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False)]
    for span, pieces in zip(spans, cut(text, spans, marks), strict=True):
        assert "".join(piece.text for piece in pieces) == text[span.start : span.end]
        for piece in pieces:
            for character in piece.text:
                place = text.index(character)
                expected = {mark.kind for mark in marks if mark.start <= place < mark.end}
                assert set(piece.kinds.split()) == expected


@pytest.mark.parametrize("record", samples.records()[:6], ids=lambda record: record.id)
def test_nothing_of_the_body_is_lost(record):
    shown = "".join(
        sentence.before + "".join(piece.text for piece in sentence.pieces)
        for paragraph in paragraphs(record)
        for sentence in paragraph
    )
    assert "".join(shown.split()) == "".join(record.text[record.body :].split())


def test_text_that_no_sentence_claims_is_shown_without_number():
    record = samples.record("gap", "* One. -- Two. ...", "2025-01-01", "", paragraphs=((Span(2, 6), Span(10, 14)),))
    assert [
        (sentence.number, sentence.before, "".join(piece.text for piece in sentence.pieces))
        for paragraph in paragraphs(record)
        for sentence in paragraph
    ] == [(1, "* ", "One."), (2, " -- ", "Two."), (0, "...", "")]
