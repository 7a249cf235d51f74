"""Articles come in; how many of them each month has goes out, as the bars of a small picture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Entry

MOST = 36
"""Months that are shown, the newest ones."""
HEIGHT = 40
"""Of the picture, in units of its own; a month is `WIDTH` of them wide."""
WIDTH = 10


class Bar(Struct, frozen=True, kw_only=True):
    """A month in the picture."""

    month: Annotated[str, Meta(description="YYYY-MM")]
    count: Annotated[int, Meta(description="how many articles")]
    path: Annotated[str, Meta(description="the archive of the month, relative to the site's root; empty for none")]
    x: Annotated[int, Meta(description="left edge")]
    height: Annotated[float, Meta(description="of the bar; the highest fills the picture")]


class Timeline(Struct, frozen=True, kw_only=True):
    """Articles by month."""

    bars: Annotated[tuple[Bar, ...], Meta(description="every month from the first to the newest, oldest first")]
    width: Annotated[int, Meta(description="of the picture")]
    height: Annotated[int, Meta(description="of the picture")] = HEIGHT

    @property
    def most(self) -> Bar:
        """The month with most articles, the newest of several."""
        return max(self.bars, key=lambda bar: (bar.count, bar.month))


def timeline(entries: Iterable[Entry]) -> Timeline | None:
    """The months of some articles; none where they are of one month, of which there is nothing to see."""
    counts = Counter(entry.date[:7] for entry in entries)
    if len(counts) < 2:
        return None
    months = list(_months(min(counts), max(counts)))[-MOST:]
    most = max(counts[month] for month in months)
    bars = tuple(
        Bar(
            month=month,
            count=counts[month],
            path=f"archive/{month[:4]}/{month[5:]}/index.html" if counts[month] else "",
            x=number * WIDTH,
            height=round(counts[month] / most * HEIGHT, 1),
        )
        for number, month in enumerate(months)
    )
    return Timeline(bars=bars, width=len(bars) * WIDTH)


def _months(first: str, last: str) -> Iterator[str]:
    """Every month from one to another, `YYYY-MM`."""
    year, month = int(first[:4]), int(first[5:])
    while (found := f"{year:04}-{month:02}") <= last:
        yield found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
