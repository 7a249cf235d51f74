"""The text of an article in, the parts of it that are tables of numbers out: their figures tell nothing alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens

NUMBER = re.compile(r"(?<![\w.,])[-–−+]?\d[\d.,]*%?(?![\w])")
COLUMN = re.compile(r"\t| {2,}|\|")
LEAST = 3
"""Numbers in a line of a table."""
MOST_IN_PROSE = 40
"""Numbers in a sentence of prose, unless it has more words than numbers."""


def table_spans(text: str) -> list[tuple[int, int]]:
    """Where tables stand: two or more lines together with three or more numbers each, set in columns."""
    if "\t" not in text and "  " not in text and "|" not in text:  # no columns
        return []
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    start = 0
    for line in [*text.splitlines(keepends=True), ""]:
        if _is_row(line):
            block.append((start, start + len(line)))
        else:
            spans.extend([(block[0][0], block[-1][1])] if len(block) > 1 else [])
            block = []
        start += len(line)
    return spans


def inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether a code point stands in one of the spans."""
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


def rows_of_numbers(tokens: Tokens, numbers: list[int]) -> set[int]:
    """The sentences in which many numbers, the tokens `numbers`, outnumber the words: rows of a table."""
    if len(numbers) <= MOST_IN_PROSE:
        return set()
    counts = Counter(map(tokens.sentence_of.__getitem__, numbers))
    many = {number: count for number, count in counts.items() if count > MOST_IN_PROSE}
    return {number for number, count in many.items() if count >= _words(tokens, number)}


def _words(tokens: Tokens, number: int) -> int:
    return sum(map(str.isalpha, tokens.words[slice(*tokens.sentences[number])]))


def _is_row(line: str) -> bool:
    return len(COLUMN.findall(line.strip())) >= LEAST - 1 and len(NUMBER.findall(line)) >= LEAST
