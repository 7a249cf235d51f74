"""The bytes that a fuzzer makes come in; a seed file, by its ending and its bytes, goes out.

The first byte says which of the four formats it is, how the rest is read (as bytes, as text, as numbers of words) and
what stands above it; so nearly every input gets past the decoder, and half of them are made of words that rules know.
A fuzzer keeps its inputs short to be fast, so one in `LONG_EVERY` becomes a long text here, of sentences of the tests.
"""

from __future__ import annotations

import gzip
import random
from itertools import chain, islice
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from msgspec import Struct

from tests.fuzz.sentences import sentences
from tests.fuzz.words import BREAKS, COMMON, known_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDINGS = (".txt", ".md", ".jsonl", ".jsonl.gz")
BYTES, TEXT, WORDS = 0, 1, 2
AS_TEXT = bytes([TEXT << 2])
"""The first byte of a text file that is read as text."""
HEADS = ("", "0987-06-05", "2025-11-19", "2024-02-29")
"""The day that is stated above a text made of words, also one of no news."""
MOST_WORDS = 24
LONG_EVERY = 50
"""One in so many inputs that are read as text or words; their sum tells, which no mutation can hold on to."""
LONG = (20, 100)
"""Sentences of a long text, at least and at most."""
PAIRED = 160
"""From this byte on, it and the next one are the number of a word that the language knows."""


class Seed(Struct, frozen=True):
    """A seed file."""

    ending: str
    data: bytes


def seed(raw: bytes) -> Seed:
    """The file that these bytes stand for."""
    first, rest = (raw[0], raw[1:]) if raw else (0, b"")
    ending, how, day = ENDINGS[first & 3], first >> 2 & 3, HEADS[first >> 4 & 3]
    data = rest
    if how == TEXT:
        data = _lengthened(raw, [rest.decode(errors="ignore")]).encode()
    elif how >= WORDS:
        data = _file(_lengthened(raw, list(islice(_words(rest), MOST_WORDS))), ending, day).encode()
    return Seed(ending, gzip.compress(data, 1) if ending.endswith(".gz") and how != BYTES else data)


def raw(path: Path) -> bytes:
    """The bytes that stand for a file of the corpus."""
    return bytes([ENDINGS.index(ending_of(path))]) + path.read_bytes()


def ending_of(path: Path) -> str:
    """The format of a file."""
    return next(ending for ending in ENDINGS if path.name.endswith(ending))


def _lengthened(raw: bytes, pieces: list[str]) -> str:
    """The pieces in one; in a long text each piece stands behind some sentences, and the first above them all."""
    if crc32(raw) % LONG_EVERY:
        return "".join(pieces)
    chance = random.Random(raw)  # noqa: S311
    count = chance.randint(*LONG)
    among = [chance.choice(sentences()) + chance.choice((" ", " ", "\n\n")) for _ in range(count)]
    for piece in pieces[1:]:
        among.insert(chance.randint(0, len(among)), piece)
    return "".join(chain(pieces[:1], among))


def _file(text: str, ending: str, day: str) -> str:
    """A text as a file of that format."""
    if ending == ".txt":
        return f"date {day} {text}" if day else text
    if ending == ".md":
        return f"---\ndate: {day}\n---\n{text}" if day else text
    return msgspec.json.encode({"date": day, "text": text} if day else {"text": text}).decode()


def _words(numbers: bytes) -> Iterator[str]:
    """Words and what parts them."""
    left = iter(numbers)
    known = known_words()
    for number in left:
        if number < len(BREAKS):
            yield BREAKS[number]
        elif number < PAIRED:
            yield COMMON[(number * 3 + next(left, 0)) % len(COMMON)]
            yield " "
        else:
            yield known[((number << 8) + next(left, 0)) % len(known)]
            yield " "
