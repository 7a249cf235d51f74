"""The Site comes in; the table of all figures goes out, newest first, and the pages of older ones behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.rows import FigureRow, Figures, by_article, figure_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Site


class StatisticsContext(Context, frozen=True, kw_only=True):
    """The table of all figures, and the pages of older ones."""

    figures: Annotated[tuple[FigureRow, ...], Meta(description="the figures of this page, newest article first")]
    total: Annotated[int, Meta(description="how many figures in all; 0 on the pages behind")] = 0
    paging: Paging

    @property
    def articles(self) -> tuple[Figures, ...]:
        """The same figures, article by article."""
        return by_article(self.figures)


def pages(site: Site, records: Sequence[ArticleRecord]) -> Iterator[Page]:
    """The table of the newest figures and those behind it."""
    entries = [entry for entry in site.entries if entry.figures]
    for paging, part in paged(entries, site.settings.per_page, "statistics/index.html"):
        yield Page(
            path=paging.path,
            kind="statistics",
            context=StatisticsContext(
                section="statistics",
                prose=prose_refs(site),
                figures=tuple(row for entry in part for row in figure_rows(records[entry.record], entry)),
                total=0 if paging.number else sum(entry.figures for entry in entries),
                paging=paging,
            ),
        )
