"""The Site comes in; the table of all figures goes out, newest first, and the pages of older ones behind it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.rows import FigureRow, figure_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Site

MORE = 2
"""Figures on a page are so many times the entries of other lists: each is but a line."""


class StatisticsContext(Context, frozen=True, kw_only=True):
    """The table of all figures, and the pages of older ones."""

    figures: Annotated[tuple[FigureRow, ...], Meta(description="the figures of this page, newest article first")]
    total: Annotated[int, Meta(description="how many figures in all")]
    paging: Paging


def pages(site: Site, records: Sequence[ArticleRecord]) -> Iterator[Page]:
    """The table of the newest figures and those behind it."""
    places = [(place, number) for place, entry in enumerate(site.entries) for number in range(entry.figures)]
    for paging, part in paged(places, MORE * site.settings.per_page, "statistics/index.html"):
        yield Page(
            path=paging.path,
            kind="statistics",
            context=StatisticsContext(
                section="statistics",
                prose=prose_refs(site),
                figures=tuple(_rows(site, records, part)),
                total=len(places),
                paging=paging,
            ),
        )


def _rows(site: Site, records: Sequence[ArticleRecord], part: Sequence[tuple[int, int]]) -> Iterator[FigureRow]:
    """The rows of some figures, each given as the place of its article and its own in the record."""
    for place, found in groupby(part, key=lambda pair: pair[0]):
        entry = site.entries[place]
        rows = figure_rows(records[entry.record], entry)
        yield from (rows[number] for _, number in found)
