"""The text of one article and what is stated beside it come in, a checked Document goes out."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.errors import SeedError
from sco_digest.model import Document, Header
from sco_digest.seeds.headers import date_prefix

if TYPE_CHECKING:
    from collections.abc import Iterable


class Source(Struct, frozen=True):
    """One seed file, decoded."""

    id: str
    """The path without its ending."""
    path: str
    """Relative to the seeds folder, with `/`."""
    file: str
    """As the user knows it, for messages."""
    text: str


def article(
    source: Source, text: str, *, line: int, mark: str = "", headers: Iterable[Header] = (), body: int = 0
) -> Document:
    """The Document of `text`, which begins on `line`; a date prefix at `body` wins over the date that `headers` state.

    At the very head of a text whose date is not stated, the bare day is a date prefix too.

    `mark` tells the articles of one file apart: `#2` and on.
    """
    headers = tuple(headers)
    stated = {header.key: header.value for header in headers}
    prefix, body = date_prefix(text, body, line, bare=body == 0 and "date" not in stated)
    if prefix:
        headers = (prefix, *(header for header in headers if header.key != "date"))
    if body == len(text):
        raise SeedError("there is no text", line=line, mend="write the text of the article here, or take this out")
    if "\0" in text:
        raise SeedError("the text holds NUL characters", line=line, mend="save it again as plain text")
    return Document(
        id=stated.get("id", source.id + mark),
        path=source.path + mark,
        file=source.file,
        line=line,
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        body=body,
        headers=headers,
    )
