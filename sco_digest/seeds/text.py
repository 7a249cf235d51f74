"""A text file comes in; its articles go out, each from a line that begins with `date YYYY-MM-DD` or nearly."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sco_digest.errors import SeedError
from sco_digest.model import Problem
from sco_digest.seeds.article import article
from sco_digest.seeds.headers import article_starts, line_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Document
    from sco_digest.seeds.article import Source


def read_text(source: Source) -> Iterator[Document | Problem]:
    """The articles of the file; each keeps its own piece of the text, from its first line on."""
    line = 1
    starts = article_starts(source.text)
    for number, (start, end) in enumerate(pairwise([*starts, len(source.text)]), 1):
        text = source.text[start:end]
        try:
            yield article(source, text, line=line, mark=f"#{number}" if number > 1 else "")
        except SeedError as error:
            yield Problem(source.file, error.line, error.message, error.mend)
        line += line_ends(text)
