"""A file of JSON lines comes in; an article a line goes out, and a Problem for each line that is none."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import msgspec

from sco_digest.errors import SeedError
from sco_digest.model import Problem
from sco_digest.seeds.article import article
from sco_digest.seeds.headers import KEYS, Stated, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Document
    from sco_digest.seeds.article import Source

_LINE = re.compile(
    r"""
    [^\r\n]*          # other line separators of Unicode may stand in JSON
    (?:\r\n?|\n|\Z)
    """,
    re.VERBOSE,
)
_KNOWN = (*KEYS, "text")


class _Written(float):
    """A number that stands as it is written: `1.10`, and `1e400`, which no float holds."""

    words: str

    def __new__(cls, words: str) -> _Written:
        number = super().__new__(cls, words)
        number.words = words
        return number

    def __str__(self) -> str:
        return self.words


_DECODER = msgspec.json.Decoder(float_hook=_Written)


def read_jsonl(source: Source) -> Iterator[Document | Problem]:
    """The articles of the file, one a line."""
    for number, match in enumerate(_LINE.finditer(source.text), 1):
        if not match[0].strip():
            continue
        try:
            yield _article(source, match[0], number)
        except SeedError as error:
            yield Problem(source.file, number, error.message, error.mend)


def _article(source: Source, line: str, number: int) -> Document:
    """The article of one line."""
    entry = _object(line)
    headers = check((Stated(key, value, number) for key, value in entry.items()), _KNOWN)
    text = entry.get("text")
    if not isinstance(text, str):
        message = "text must be a string" if "text" in entry else "text is missing"
        raise SeedError(message, mend='write the article as {"text": "..."}')
    return article(source, text, line=number, mark=f"#{number}", headers=headers)


def _object(line: str) -> dict[str, object]:
    """The JSON object in one line."""
    try:
        entry = _DECODER.decode(line)
        json.loads(line, object_pairs_hook=_refuse_twice)  # msgspec takes the last one silently
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        message = f"not JSON: {str(error).removeprefix('JSON is malformed: ')}"
        raise SeedError(message, mend="write one whole JSON object on this line") from error
    if isinstance(entry, dict):
        return entry
    raise SeedError("this is no JSON object", mend='write {"text": "..."} on one line')


def _refuse_twice(pairs: list[tuple[str, object]]) -> None:
    """An object has each key once."""
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise SeedError(f'the key "{key[:40]}" is there twice', mend="keep one of them")
        seen.add(key)
