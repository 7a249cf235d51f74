"""Numbers: where one stands, and what its words are worth."""

from __future__ import annotations

import pytest

from sco_digest.extract.lexicon import lexicon
from sco_digest.extract.numbers import find_numbers
from sco_digest.extract.values import convert, parse_digits
from tests.extract.reading import ENGLISH, tokens

LEXICON = lexicon(ENGLISH.quantities)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12 ships", [("12", 12)]),
        ("1.5 billion", [("1.5 billion", 1.5e9)]),
        ("5-million", [("5-million", 5e6)]),
        ("1,458,000 tons", [("1,458,000", 1458000)]),
        ("60 000 men and 1 234 567 votes", [("60 000", 60000), ("1 234 567", 1234567)]),
        ("10, 000 monkeys", [("10, 000", 10000)]),
        ("in 2024 300 men", [("2024", 2024), ("300", 300)]),
        ("10 1/2 miles, 1/2 cup, 2½ pints", [("10 1/2", 10.5), ("1/2", 0.5), ("2½", 2.5)]),
        ("1 million 200 thousand tons", [("1 million 200 thousand", 1200000)]),
        ("twenty-five", [("twenty-five", 25)]),
        ("two hundred and fifty-three thousand", [("two hundred and fifty-three thousand", 253000)]),
        ("nineteen hundred", [("nineteen hundred", 1900)]),
        ("two thousand five", [("two thousand five", 2005)]),
        ("one and a half million", [("one and a half million", 1.5e6)]),
        ("two-and-a-half", [("two-and-a-half", 2.5)]),
        ("three and a quarter", [("three and a quarter", 3.25)]),
        ("1.5 million and three", [("1.5 million", 1.5e6), ("three", 3)]),
        ("ten and eleven", [("ten", 10), ("eleven", 11)]),
        ("a million, a hundred and a dozen", [("a million", 1e6), ("a hundred", 100), ("a dozen", 12)]),
        (
            "half a million, half a dozen, half an hour",
            [("half a million", 5e5), ("half a dozen", 6), ("half an", 0.5)],
        ),
        ("a quarter of a million", [("a quarter of a million", 250000)]),
        (
            "two-thirds, three quarters and a third",
            [("two-thirds", 2 / 3), ("three quarters", 0.75), ("a third", 1 / 3)],
        ),
        ("the third quarter", []),
        (
            "tens of thousands, dozens, several hundred",
            [("tens of thousands", None), ("dozens", None), ("several hundred", None)],
        ),
        ("the million, per thousand", []),
        ("$3m, 4.3M sales, 35m of its toys", [("3m", 3e6), ("4.3M", 4.3e6), ("35m", 35e6)]),
        ("35m of rope, 5 m, 3t", [("35", 35), ("5", 5), ("3", 3)]),
        ("doubled, threefold, twice", [("doubled", 2), ("threefold", 3), ("twice", 2)]),
        ("24.03.2024 and 12345678901234567890", []),
        ("million million million million", []),
        ("1/0 and 13/12", [("1", 1), ("0", 0), ("13", 13), ("12", 12)]),
        ("five.\n\nMillion", [("five", 5)]),
    ],
)
def test_numbers(text: str, numbers: list[tuple[str, float | None]]) -> None:
    read = tokens(text)
    found = [(read.surface(one.first, one.last), one.value) for one in find_numbers(read, LEXICON)]
    assert [words for words, _ in found] == [words for words, _ in numbers]
    assert [value for _, value in found] == [None if value is None else pytest.approx(value) for _, value in numbers]


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("5", 5),
        ("3.5", 3.5),
        ("1,000", 1000),
        ("1,234.5", 1234.5),
        ("7,5", 7.5),
        ("12,25", 12.25),
        ("1.000.000", 1000000),
        ("12,34,567", 1234567),
        ("1,5,000", None),
        ("10,20,30", None),
        ("1.2,3", None),
        ("1.2.3", None),
        ("1" * 17, None),
        ("1,234.56.7", None),
    ],
)
def test_digits(digits: str, value: float | None) -> None:
    assert parse_digits(digits) == value


def test_values_are_exact() -> None:
    assert float(convert(["1.137", "billion"], ENGLISH.quantities.numbers) or 0) == 1_137_000_000


def test_a_share_and_a_scale_are_known_as_such() -> None:
    share, half_million = find_numbers(tokens("two-thirds and half a million"), LEXICON)
    assert (share.share, half_million.share, half_million.scale) == (True, False, 1e6)


@pytest.mark.parametrize("row", ["12 345 ", "$5, ", "5% (1.5) "])
def test_a_row_of_numbers_without_words_tells_nothing(row: str) -> None:
    assert not list(find_numbers(tokens("Sales: " + row * 50), LEXICON))
    assert list(find_numbers(tokens("Sales were " + row * 5), LEXICON))
