"""The corpus of the fuzzer and each case that it has found come in; none of them may bring a fault to light again.

It needs no atheris.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from tests.fuzz.finds import fault
from tests.fuzz.inputs import AS_TEXT, ENDINGS, LONG, LONG_EVERY, MOST_WORDS, WORDS, Seed, ending_of, raw, seed
from tests.fuzz.reading import Reader
from tests.fuzz.sentences import sentences
from tests.fuzz.shrink import fault_of, shrunk

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("corpus/*"), *HERE.glob("cases/*")])
AS_WORDS = bytes([WORDS << 2])
MOST_BYTES = 50_000
"""Of the corpus: what libFuzzer begins with is short, or it is slow."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_fault(path: Path) -> None:
    Reader().read(Seed(ending_of(path), path.read_bytes()))


def test_the_corpus_is_small_and_of_every_format() -> None:
    corpus = [path for path in FILES if path.parent.name == "corpus"]
    assert sum(path.stat().st_size for path in corpus) < MOST_BYTES
    assert {ending_of(path) for path in corpus} == {*ENDINGS}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_corpus_is_the_input_it_stands_for(path: Path) -> None:
    assert seed(raw(path)) == Seed(ending_of(path), path.read_bytes())


@pytest.mark.parametrize("first", range(64))
def test_every_first_byte_makes_a_file(first: int) -> None:
    raw_bytes = next(made for made in _with_tails(first) if crc32(made) % LONG_EVERY)
    made = seed(raw_bytes)
    assert made.data
    assert len(made.data) <= 60 * MOST_WORDS + 256


def _with_tails(first: int) -> Iterator[bytes]:
    """Inputs with that first byte."""
    return (bytes([first, *range(256), tail]) for tail in range(256))


def test_some_inputs_are_long_texts() -> None:
    chance = random.Random(1)  # noqa: S311
    encoded = [sentence.encode() for sentence in sentences()]
    made = [seed(chance.choice((AS_TEXT, AS_WORDS)) + chance.randbytes(100)).data for _ in range(2000)]
    some = (data for data in made if len(data) > 1_000)
    long = [data.decode() for data in some if sum(sentence in data for sentence in encoded) >= LONG[0] // 2]
    assert 20 <= len(long) <= 80
    assert max(map(len, long)) > 6_000
    assert sum(Reader().read(Seed(".txt", text.encode())) for text in long[:10]) >= 5


def test_no_input_is_a_file_too() -> None:
    assert seed(b"") == Seed(".txt", b"")


def read_badly(given: Seed) -> None:
    """A reader with a fault in it."""
    text = given.data.decode()
    if "a" in text and "bc" in text:
        raise ValueError(text)


def test_a_fault_is_made_small() -> None:
    given = Seed(".txt", b"Some words, a few of them; bc stands for \xd0\x96" * 3)
    assert shrunk(given, read_badly).data in {b"abc", b"bca"}


def test_a_fault_is_known_by_where_it_is_raised() -> None:
    name = fault_of(Seed(".txt", b"abc"), read_badly)
    assert name.startswith("ValueError-fuzz-test_replay-")
    assert fault_of(Seed(".txt", b"ab"), read_badly) == ""
    assert fault(OSError()) == "OSError-elsewhere-0"
