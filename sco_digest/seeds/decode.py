"""The bytes of a file come in, its text goes out exactly as it was written; a guess is refused, not made."""

from __future__ import annotations

import codecs
from unicodedata import category

from sco_digest.errors import SeedError
from sco_digest.seeds.alphabets import LATIN
from sco_digest.seeds.detect import readings
from sco_digest.seeds.plausible import is_written
from sco_digest.seeds.western import plainly_western

MEND = "save it as UTF-8"
_SAY = f'{MEND}, or set "encoding" in site.yaml'
_BINARY = "the file is binary, not text (it holds NUL bytes)"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFTS = "\x0e\x0f\x1b"
"""Control characters by which encodings of seven bits switch their tables (ISO-2022): they look like ASCII."""


def decode(data: bytes, encoding: str = "") -> str:
    """The text of a file, without its byte-order mark, its line ends as they came.

    `encoding` decides where the bytes can be several texts or none that is known.
    """
    if not data:
        raise SeedError("the file is empty", line=1, mend="write a text into it, or remove it")
    text = _decoded(data, encoding)
    if "\0" in text:
        raise SeedError(_BINARY, line=1, mend="put its text here instead")
    if any(shift in text for shift in _SHIFTS):
        raise SeedError("the file holds control characters of an old encoding, or is binary", line=1, mend=MEND)
    if not text.replace("\ufeff", "").replace("\x1a", "").strip():
        raise SeedError("there is only white space in the file", line=1, mend="write a text into it, or remove it")
    return text


def _decoded(data: bytes, older: str) -> str:
    """By the mark at the beginning, as UTF-8, as plain UTF-16, or in the one older encoding that it can be."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding)
    if b"\0" in data:
        text = _utf_16_without_mark(data)
        if text is None:
            raise SeedError(_BINARY, line=1, mend="put its text here instead")
        return text
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _older(data, older, data.count(b"\n", 0, error.start) + 1)


def _strict(data: bytes, encoding: str) -> str:
    """The text that a byte-order mark promises."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the file begins as {encoding.upper()} but is broken at byte {error.start}"
        raise SeedError(message, line=1, mend=MEND) from error


def _utf_16_without_mark(data: bytes) -> str | None:
    """UTF-16 where it is plain to see: spaces and line ends put NUL on one side of the pairs only."""
    pairs, even, odd = len(data) // 2, data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or max(even, odd) < pairs * 0.05 or min(even, odd) > max(even, odd) * 0.1:
        return None
    try:
        text = data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        return None
    plain = all(category(character) not in {"Cc", "Cn", "Co"} or character in "\t\n\r\f" for character in set(text))
    return text if plain else None


def _older(data: bytes, encoding: str, line: int) -> str:
    """The one text that the bytes can be in an older encoding, or the one that somebody has named."""
    spoilt = data.decode(errors="replace")
    if spoilt.count("\ufffd") < sum(character > "\x7f" for character in spoilt) / 2:
        raise SeedError("the file is UTF-8 but broken on this line", line=line, mend=f"mend the line and {MEND}")
    found = readings(data)
    if any("\u07ff" < character != "\ufffd" for character in spoilt):
        # three bytes that are one letter in UTF-8 are nothing that anybody writes in an encoding of Latin letters
        found = {text: name for text, name in found.items() if name not in LATIN}
    if len(found) == 1:
        return next(iter(found))
    if encoding:
        return _named(data, encoding, line)
    western = plainly_western(found)
    if western is not None:
        return western
    names = " or ".join(found.values())
    message = f"the encoding is not certain ({names})" if names else "the encoding is not known, or the file is binary"
    raise SeedError(message, line=line, mend=_SAY)


def _named(data: bytes, encoding: str, line: int) -> str:
    """The text in the encoding that the settings name."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        where = data.count(b"\n", 0, error.start) + 1
        raise SeedError(f"not {encoding}, which site.yaml names", line=where, mend=MEND) from error
    if not is_written(text):
        message = f"as {encoding}, which site.yaml names, the file has characters that nobody writes"
        raise SeedError(message, line=line, mend=MEND)
    return text
