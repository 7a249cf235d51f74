"""The Site comes in; the front page goes out, newest articles first, and the pages of older ones behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Entry, Page
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.digest import DigestRow, digest_row
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.rows import FigureRow, latest_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Site

FIGURES = 6


class HomeContext(Context, frozen=True, kw_only=True):
    """The front page, and the pages of older articles behind it."""

    entries: Annotated[tuple[Entry, ...], Meta(description="the articles of this page, newest first")]
    paging: Paging
    figures: Annotated[
        tuple[FigureRow, ...], Meta(description="figures of the newest articles; none on the pages behind")
    ] = ()
    week: Annotated[DigestRow | None, Meta(description="the newest week; none on the pages behind")] = None


def pages(site: Site, records: Sequence[ArticleRecord]) -> Iterator[Page]:
    """The front page and those behind it."""
    settings = site.settings
    for paging, entries in paged(site.entries, settings.per_page, "index.html"):
        yield Page(
            path=paging.path,
            kind="home",
            context=HomeContext(
                section="home",
                prose=prose_refs(site),
                entries=tuple(entries),
                paging=paging,
                figures=() if paging.number else latest_figures(site, records, FIGURES),
                week=digest_row(site.weeks[0]) if site.weeks and not paging.number else None,
            ),
        )
