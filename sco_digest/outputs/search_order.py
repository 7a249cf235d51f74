"""The files of an index as Pagefind wrote them come in; the same index goes out, with its filters in order.

Pagefind 1.5 writes the filters, and the values of each, in the order of a hash map, which is another one at each run.
A file is named by what is in it, so the names differ too. Here both are put in order and named anew. Its files are CBOR
(RFC 8949) behind a signature, zipped; of CBOR they use whole numbers, text and lists.
"""

from __future__ import annotations

import gzip
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = int | str | list["Value"]

SIGNATURE = b"pagefind_dcd"
HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
FILTERS = 3
"""Where the list of filters stands in the metadata of an index."""
NUMBER, TEXT, LIST = 0, 3, 4
"""The kinds of CBOR."""


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same index in one order, file by file; raises ValueError for a form that Pagefind 1.5 does not write."""
    found = dict(files)
    (meta_name,) = (name for name in found if name.endswith(".pf_meta"))
    meta = _opened(found.pop(meta_name))
    filters = meta[FILTERS] if isinstance(meta, list) else None
    if not isinstance(meta, list) or not isinstance(filters, list):
        raise ValueError("the metadata has another form")
    meta[FILTERS] = [_renamed(found, one) for one in sorted(filters, key=str)]
    data = _closed(meta)
    old = meta_name.removeprefix("pagefind.").removesuffix(".pf_meta")
    new = _name(old, data)
    found[f"pagefind.{new}.pf_meta"] = data
    found["pagefind-entry.json"] = found["pagefind-entry.json"].replace(old.encode(), new.encode())
    return found


def _renamed(files: dict[str, bytes], entry: Value) -> Value:
    """Put the values of one filter in order, in its file; its line in the metadata."""
    if not isinstance(entry, list) or not isinstance(entry[1], str):
        raise ValueError("the list of filters has another form")
    name, old = entry
    content = _opened(files.pop(f"filter/{old}.pf_filter"))
    if not isinstance(content, list) or not isinstance(content[1], list):
        raise ValueError(f"the filter {name} has another form")
    data = _closed([content[0], sorted(content[1], key=str)])
    new = _name(entry[1], data)
    files[f"filter/{new}.pf_filter"] = data
    return [name, new]


def _name(old: str, data: bytes) -> str:
    """A name as Pagefind makes them: the language and some digits of what is in the file."""
    language, _, digits = old.rpartition("_")
    return f"{language}_{sha256(data).hexdigest()[: len(digits)]}"


def _opened(data: bytes) -> Value:
    plain = gzip.decompress(data)
    if not plain.startswith(SIGNATURE):
        raise ValueError("a file lacks the signature of Pagefind")
    return _decoded(plain, len(SIGNATURE))[0]


def _closed(value: Value) -> bytes:
    """Zipped; the header is ours, since that of Python is another one from 3.13 on (RFC 1952: no name, no time)."""
    plain = SIGNATURE + _encoded(value)
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packing.compress(plain) + packing.flush()
    return HEADER + packed + zlib.crc32(plain).to_bytes(4, "little") + len(plain).to_bytes(4, "little")


def _decoded(data: bytes, at: int) -> tuple[Value, int]:
    """A value, and where the next one begins."""
    kind, small = data[at] >> 5, data[at] & 31
    at += 1
    if small > 27 or kind not in {NUMBER, TEXT, LIST}:
        raise ValueError("a file has another form")
    width = 1 << small - 24 if small >= 24 else 0
    size = int.from_bytes(data[at : at + width], "big") if width else small
    at += width
    if kind == NUMBER:
        return size, at
    if kind == TEXT:
        return data[at : at + size].decode(), at + size
    items: list[Value] = []
    for _ in range(size):
        item, at = _decoded(data, at)
        items.append(item)
    return items, at


def _encoded(value: Value) -> bytes:
    if isinstance(value, int):
        return _head(NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(TEXT, len(text)) + text
    return _head(LIST, len(value)) + b"".join(map(_encoded, value))


def _head(kind: int, size: int) -> bytes:
    """The kind and a number, in as few bytes as it needs."""
    if size < 24:
        return bytes([kind << 5 | size])
    steps = next(steps for steps in range(4) if size < 1 << (8 << steps))
    return bytes([kind << 5 | 24 + steps]) + size.to_bytes(1 << steps, "big")
