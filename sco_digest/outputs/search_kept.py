"""A key and a way to make files come in; the files go out: those kept from an earlier build where they are whole."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import MsgspecError, msgpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from sco_digest.model import Kept

    Files = dict[str, bytes]

FORMAT = 2
"""A new number for every change in what documents look like, what an index is made of, or how it is kept."""
DIGEST = sha256().digest_size


class Nothing:
    """Where nothing is kept: everything is made anew."""

    def get(self, _key: str) -> None:
        """Nothing is there."""

    def put(self, _key: str, _value: bytes) -> None:
        """It is forgotten."""


NOTHING = Nothing()


def key_of(*parts: object) -> str:
    """The same key for the same parts, on any machine; they are what msgpack can hold."""
    return sha256(msgpack.encode((FORMAT, parts))).hexdigest()


def remembered(kept: Kept, key: str, make: Callable[[], Files]) -> Files:
    """The files that are kept under a key; without any, or with damaged ones, they are made, and kept."""
    files = opened(kept.get(key))
    if files is None:
        files = make()
        kept.put(key, sealed(files))
    return files


def sealed(files: Files) -> bytes:
    """Files as one value, which begins with its checksum."""
    body = msgpack.encode(files)
    return sha256(body).digest() + body


def opened(value: bytes | None) -> Files | None:
    """The files of a value; None where it is damaged in any way."""
    if value is None or sha256(value[DIGEST:]).digest() != value[:DIGEST]:
        return None
    try:
        return msgpack.decode(value[DIGEST:], type=dict[str, bytes])
    except MsgspecError:
        return None
