"""A seed file with a fault comes in; a smaller one with the same fault goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.finds import fault
from tests.fuzz.inputs import Seed

if TYPE_CHECKING:
    from collections.abc import Callable


def fault_of(seed: Seed, read: Callable[[Seed], object]) -> str:
    """The name of the fault that reading the file brings to light, or an empty text."""
    try:
        read(seed)
    except Exception as error:  # whatever it is
        return fault(error)
    return ""


def shrunk(seed: Seed, read: Callable[[Seed], object]) -> Seed:
    """Without each piece that the fault does not need: halves of it first, then ever smaller pieces, then signs."""
    name = fault_of(seed, read)
    signs = seed.data.decode(errors="surrogateescape")
    size = len(signs) // 2
    while size and name:
        at, before = 0, len(signs)
        while at < len(signs):
            shorter = signs[:at] + signs[at + size :]
            if fault_of(_seed(shorter, seed), read) == name:
                signs = shorter
            else:
                at += size
        size = size if len(signs) < before else size // 2
    return _seed(signs, seed)


def _seed(signs: str, like: Seed) -> Seed:
    return Seed(like.ending, signs.encode(errors="surrogateescape"))
