"""What a check found comes in; what is shown of it goes out."""

from __future__ import annotations

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """One check of a built site."""

    check: str
    pages: int
    """How many were looked at."""
    faults: tuple[str, ...]
    """What is wrong, each with its page; empty where all is well."""
