"""Survivors come in, each with the reason why it may live goes out, as `survivors.toml` has it.

A reason is found by the function and by the words of the mutant, not by its number, which changes with each line that
is written above it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, convert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.mutants.outcome import Survivor

FILE = Path(__file__).with_name("survivors.toml")


class Reason(Struct, frozen=True, forbid_unknown_fields=True):
    """Why some mutants of one function may live."""

    where: str
    """The function, such as `cache.store.Store.get`."""
    why: str
    """One line."""
    became: tuple[str, ...]
    """The changed lines of the mutants, without the white space around them."""


def reasons(file: Path = FILE) -> tuple[Reason, ...]:
    """All that are written down."""
    return convert(tomllib.loads(file.read_text(encoding="utf-8"))["survivor"], tuple[Reason, ...])


def explained(survivors: Iterable[Survivor], known: Iterable[Reason]) -> dict[Survivor, str]:
    """Each survivor with its reason, empty where there is none."""
    why = {(reason.where, line): reason.why for reason in known for line in reason.became}
    return {one: why.get((one.where, one.became), "") for one in survivors}
