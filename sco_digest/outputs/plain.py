"""Words of a page come in; plain text goes out, for e-mail that is read without HTML."""

from __future__ import annotations

import re
import textwrap
from html import unescape

WIDTH = 72
"""Columns that every mail program shows without breaking lines itself."""
BLANKS = re.compile("[^\\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")


def plain(html: str) -> str:
    """What a macro of the pages says, which is escaped, as plain text.

    >>> plain("Roads &amp; rails")
    'Roads & rails'
    """
    return unescape(str(html))


def wrapped(text: str, indent: int = 0, hanging: int = 0) -> str:
    r"""A paragraph in lines of `WIDTH` columns; no word and no address is broken.

    >>> wrapped("* " + "word " * 20, hanging=2)
    '* word word word word word word word word word word word word word word\n  word word word word word word'
    """
    return textwrap.fill(
        BLANKS.sub(" ", str(text)).strip(),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )
