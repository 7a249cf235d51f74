"""Bytes that are not Unicode come in; each text that they can plausibly be goes out, at best one.

charset-normalizer reads the bytes in the encodings that news texts were ever kept in and weighs the noise. It always
has a favourite, so what it finds has to look like well-written words of a language that the encoding was made for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from charset_normalizer import from_bytes
from msgspec import Struct

from sco_digest.seeds.alphabets import LATIN, SCRIPTS
from sco_digest.seeds.plausible import is_plausible, is_written

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOISE = 0.2
"""charset-normalizer drops what is noisier."""
_CLEARLY_NOISIER = 0.1
_CLEARLY_LESS_A_LANGUAGE = 0.3
_ENOUGH = 200_000
"""Bytes of lines beyond ASCII to judge by; the whole file is decoded afterwards."""


class _Reading(Struct, frozen=True):
    """The bytes as one encoding has them."""

    encoding: str
    text: str
    noise: float
    language: float
    """How much it is like a language that charset-normalizer knows, from 0 to 1."""


def readings(data: bytes) -> dict[str, str]:
    """Each text that the bytes can be, with the name of an encoding that has it so."""
    plausible = [reading for reading in _decodings(_sample(data)) if is_plausible(reading.text, reading.encoding)]
    least = min((reading.noise for reading in plausible), default=0.0)
    most = max((reading.language for reading in plausible), default=0.0)
    texts: dict[str, str] = {}
    for one in plausible:
        if one.noise <= least + _CLEARLY_NOISIER and one.language >= most - _CLEARLY_LESS_A_LANGUAGE:
            text = _decoded(data, one.encoding)
            if text is not None:
                texts.setdefault(text, one.encoding)
    return texts


def _sample(data: bytes) -> bytes:
    """The lines that are not ASCII, as many as are enough."""
    lines = b"\n".join(line for line in data.split(b"\n") if not line.isascii())
    if len(lines) <= _ENOUGH:
        return lines
    end = max(lines.rfind(b"\n", 0, _ENOUGH), lines.rfind(b" ", 0, _ENOUGH))
    return lines[: end if end > 0 else _ENOUGH]


def _decodings(sample: bytes) -> Iterator[_Reading]:
    """What charset-normalizer lets pass, in its own order."""
    encodings = [*LATIN, *SCRIPTS]
    for match in from_bytes(sample, steps=10, threshold=_NOISE, cp_isolation=encodings, enable_fallback=False):
        for encoding in encodings:
            if encoding == match.encoding or encoding in match.could_be_from_charset:
                text = _decoded(sample, encoding)
                if text is not None:
                    yield _Reading(encoding, text, match.chaos, match.coherence)


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text in an encoding, if every byte is a character in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if is_written(text) else None
