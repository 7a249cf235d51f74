"""The entries of a site come in; shards go out: which articles are searched in one index, and what that is called.

Months are put together from the oldest on until a shard has `FULL` articles. So a new article changes the newest shard,
an edited one its own, and what is made at once is bounded. A month with more articles than that is taken day by day, a
day with more in parts. A shard is called by the day on which it begins: the month, if it begins with a month.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import Entry

FULL = 1000
"""Articles from which a shard takes no more; it has fewer than twice as many. Pagefind takes 0.2 MB for each."""
MONTH, DAY = len("2025-11"), len("2025-11-19")


class Shard(Struct, frozen=True):
    """Articles that are indexed together."""

    name: str
    """The month or day on which it begins, `2025-11` or `2025-11-19`; `2025-11-19.2` and on for parts of one day."""
    entries: tuple[Entry, ...]
    """Oldest first."""


def packed(entries: Iterable[Entry]) -> tuple[Shard, ...]:
    """All entries in shards, oldest first.

    >>> [shard.name for shard in packed(site.entries)]
    ['2016-01', '2017-03', '2018-05-14']
    """
    shards: list[Shard] = []
    name = ""
    held: list[Entry] = []
    for part in _parts(sorted(entries, key=lambda entry: (entry.date, entry.path))):
        name = name or part.name
        held += part.entries
        if len(held) >= FULL:
            shards.append(Shard(name, tuple(held)))
            name, held = "", []
    return (*shards, Shard(name, tuple(held))) if held else tuple(shards)


def _parts(entries: Sequence[Entry]) -> Iterator[Shard]:
    """What is not cut, none with more than `FULL`: whole months, days of long months, pieces of long days."""
    for month in _by(MONTH, entries):
        if len(month.entries) <= FULL:
            yield month
            continue
        days = iter(_by(DAY, month.entries))
        yield from _pieces(Shard(month.name, next(days).entries))  # called as it was before the month grew long
        for day in days:
            yield from _pieces(day)


def _by(length: int, entries: Sequence[Entry]) -> Iterator[Shard]:
    """The entries of each month or day: of dates that begin with the same characters."""
    for name, group in groupby(entries, key=lambda entry: entry.date[:length]):
        yield Shard(name, tuple(group))


def _pieces(day: Shard) -> Iterator[Shard]:
    """A day in parts of `FULL`; the second is `.2`."""
    for number, start in enumerate(range(0, len(day.entries), FULL), start=1):
        name = f"{day.name}.{number}" if number > 1 else day.name
        yield Shard(name, day.entries[start : start + FULL])
