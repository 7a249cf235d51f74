"""Tokens, sentences and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.extract.tokens import LONGEST_SENTENCE, Tokens
from tests.extract.reading import ENGLISH, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyrgyzstan’s trade", ["Kyrgyzstan", "’s", "trade"]),
        ("3.5-fold", ["3.5", "-", "fold"]),
        ("the U.S. at 10 a.m.", ["the", "U.S.", "at", "10", "a.m."]),
        ("$1,234.5bn", ["$", "1,234.5", "bn"]),
        ("To‘raqulov and O'Brien", ["To‘raqulov", "and", "O'Brien"]),
        ("the ministers’ press", ["the", "ministers", "’", "press"]),
        ("cafe\u0301s", ["cafe\u0301", "s"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert tokens(text).words == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. Petrov came. He sat.", ["Mr. Petrov came.", "He sat."]),
        ("V. Petrov of the U.S. Navy came.", ["V. Petrov of the U.S. Navy came."]),
        ("He lives in the U.S. The rest left.", ["He lives in the U.S.", "The rest left."]),
        ("See No. 5 of the list. No. Never.", ["See No. 5 of the list.", "No.", "Never."]),
        ("“We came.” They left.", ["“We came.”", "They left."]),
        ("It fell at 1 a.m. “We ran,” Orlova said.", ["It fell at 1 a.m.", "“We ran,” Orlova said."]),
        ("“It fell at 1 a.m.” Orlova said.", ["“It fell at 1 a.m.” Orlova said."]),
        ("It shuts at 9 p.m. “sharp” each day.", ["It shuts at 9 p.m. “sharp” each day."]),
        ("“Who came?” Ms. Orlova of Orm asked.", ["“Who came?” Ms. Orlova of Orm asked."]),
        ("“Who came?” Orlova also asked.", ["“Who came?” Orlova also asked."]),
        ("“Run! Now!” Orlova, a guard, told them.", ["“Run!", "Now!” Orlova, a guard, told them."]),
        ("“Who?” Orlova wanted to know.", ["“Who?” Orlova wanted to know."]),
        ("“Who came?” Orlova said that nobody had.", ["“Who came?”", "Orlova said that nobody had."]),
        ("Lee asked: “Who?” Orlova replied.", ["Lee asked: “Who?”", "Orlova replied."]),
        ("It fell 3.5 percent... then rose.", ["It fell 3.5 percent... then rose."]),
        ("What? Yes! 25 came.", ["What?", "Yes!", "25 came."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    read = tokens(text)
    assert [read.surface(*sentence) for sentence in read.sentences] == expected


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One line\n\nanother", ["One line", "another"]),
        ("A headline\nThe minister opened " + "a long new road and " * 8 + "left.", ["A headline", "The minister"]),
        ("A wrapped paragraph goes on over lines and\nlines until it ends here.\nA new one", ["A wrapped", "A new"]),
        ("Mill to open\nXu Lan said on Monday that weavers\nwould return to it.", ["Mill", "Xu Lan"]),
        ("First\r\n\r\nSecond\r\n- an item\r\n- an item", ["First", "Second", "- an", "- an"]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    read = tokens(text)
    starts = [text[spans[0].start :] for spans in read.paragraph_spans()]
    assert len(starts) == len(paragraphs)
    assert all(start.startswith(expected) for start, expected in zip(starts, paragraphs, strict=True))


@given(st.text(max_size=300))
def test_sentences_part_the_tokens_of_any_text(text: str) -> None:
    read = Tokens(text, 0, ENGLISH.grammar)
    covered = [i for first, last in read.sentences for i in range(first, last)]
    assert covered == list(range(len(read)))
    assert [text[start:end] for start, end in zip(read.starts, read.ends, strict=True)] == read.words
    assert [number for first, last in read.paragraphs for number in range(first, last)] == list(
        range(len(read.sentences))
    )


def test_at_finds_the_token_of_an_offset() -> None:
    read = tokens("One two")
    assert [read.at(0), read.at(2), read.at(3), read.at(5), read.at(7)] == [0, 0, 1, 1, 2]


def test_a_text_without_full_stops_is_cut_into_pieces() -> None:
    read = tokens("one, two " * 1000)
    assert len(read.sentences) > 1
    assert all(last - first <= LONGEST_SENTENCE for first, last in read.sentences)
    assert all(read.words[last - 1] == "," for _, last in read.sentences[:-1])
    assert len(tokens("one " * 900).sentences) == 3
