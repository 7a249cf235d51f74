"""The Site comes in; the table of all figures goes out, newest first, and the pages of older ones behind it."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Article, Page
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.rows import FigureRow, figure_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site

MORE = 2
"""Figures on a page are so many times the entries of other lists: each is but a line."""


class StatisticsContext(Context, frozen=True, kw_only=True):
    """The table of all figures, and the pages of older ones."""

    sources: Annotated[tuple[Article, ...], Meta(description="articles of this page, newest first")]
    first: Annotated[int, Meta(description="how many figures of the first of them stand on the page before")] = 0
    count: Annotated[int, Meta(description="how many figures stand on this page")]
    total: Annotated[int, Meta(description="how many figures in all")]
    paging: Paging

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """The figures of this page, newest article first."""
        rows = chain.from_iterable(figure_rows(one.record, one.entry) for one in self.sources)
        return tuple(islice(rows, self.first, self.first + self.count))


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The table of the newest figures and those behind it."""
    places = [(place, number) for place, entry in enumerate(site.entries) for number in range(entry.figures)]
    for paging, part in paged(places, MORE * site.settings.per_page, "statistics/index.html"):
        yield Page(
            path=paging.path,
            kind="statistics",
            context=StatisticsContext(
                section="statistics",
                prose=prose_refs(site),
                sources=quoted((site.entries[place] for place in dict.fromkeys(place for place, _ in part)), records),
                first=part[0][1] if part else 0,
                count=len(part),
                total=len(places),
                paging=paging,
            ),
        )
