"""The text of an article in, where its paragraphs begin out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

BREAK: Final = re.compile(r"\r\n?|\n")
BULLETS: Final = frozenset("-–—•*·")
LINE_ENDS: Final = frozenset('.?!:;”»"')
WRAP_COLUMN: Final = 100
"""Text is taken as wrapped by hand where no line of a block is longer than this."""


def paragraph_breaks(text: str, body: int) -> list[int]:
    """Offsets at which a paragraph begins: after a blank line, and after a line that was not wrapped by hand.

    In wrapped text a line ends because the next word would not have fitted; where it would have, the break was meant.
    """
    lines = _lines(text, body)
    width = max(len(line) for _, line in lines)
    breaks = []
    for (_, line), (offset, following) in pairwise(lines):
        if not line and following:
            breaks.append(offset)
        elif following:
            word = following.split(maxsplit=1)[0]
            goes_on = line[-1] not in LINE_ENDS and _goes_on(word, width)
            fitted = len(line) + 1 + len(word) <= width
            if not goes_on and (width > WRAP_COLUMN or fitted or word in BULLETS):
                breaks.append(offset)
    return breaks


def _lines(text: str, body: int) -> list[tuple[int, str]]:
    """Where each line begins, and the line without what is blank at its end."""
    lines: list[tuple[int, str]] = []
    offset = body
    for line in BREAK.split(text[body:]) if "\r" in text else text[body:].split("\n"):
        lines.append((offset, line.rstrip()))
        offset += len(line)
        offset += 2 if text.startswith("\r\n", offset) else 1
    return lines


def _goes_on(word: str, width: int) -> bool:
    """Whether the first word of a line shows that its sentence began on the line before."""
    return word[0].islower() or (width <= WRAP_COLUMN and (word[0].isdigit() or word[0] in "$€£¥₽₸"))
