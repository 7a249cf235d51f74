"""What is kept is given back as it was; what is not there or damaged is made anew, whatever the damage."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack

from sco_digest.outputs import search_kept
from sco_digest.outputs.search_kept import NOTHING, key_of, opened, remembered, sealed

FILES = {"index/en_1.pf_index": b"\x1f\x8bwords", "pagefind-entry.json": b"{}"}


class Dict(dict):
    """What is kept in a dict."""

    def put(self, key, value):
        self[key] = value


def made():
    return dict(FILES)


def never():
    raise AssertionError("it is there")


def test_what_was_made_is_not_made_again():
    kept = Dict()
    assert remembered(kept, "a", made) == FILES
    assert remembered(kept, "a", never) == FILES
    assert list(kept) == ["a"]


def test_where_nothing_is_kept_it_is_made():
    assert remembered(NOTHING, "a", made) == remembered(NOTHING, "a", made) == FILES


def checked(body):
    """A value with a right checksum and something else inside."""
    return sha256(body).digest() + body


WHOLE = sealed(FILES)
DAMAGED = {
    "nothing in it": b"",
    "cut off": WHOLE[:-1],
    "one bit": WHOLE[:-1] + bytes([WHOLE[-1] ^ 1]),
    "only a checksum": checked(b""),
    "no msgpack": checked(b"\xc1"),
    "a list": checked(msgpack.encode(["a"])),
    "text for bytes": checked(msgpack.encode({"a": "b"})),
    "more after it": checked(msgpack.encode(FILES) + b"\x00"),
}


@pytest.mark.parametrize("value", DAMAGED.values(), ids=DAMAGED)
def test_what_is_damaged_is_made_anew_and_kept(value):
    kept = Dict(a=value)
    assert remembered(kept, "a", made) == FILES
    assert kept == {"a": WHOLE}


@given(st.binary(max_size=100))
def test_any_bytes_can_be_opened(value):
    assert opened(value) is None


def test_a_key_says_what_it_is_made_of(monkeypatch):
    keys = {key_of("a", "b"), key_of("ab"), key_of("b", "a"), key_of(("a",), "b")}
    monkeypatch.setattr(search_kept, "FORMAT", search_kept.FORMAT + 1)
    assert len(keys | {key_of("a", "b")}) == 5
