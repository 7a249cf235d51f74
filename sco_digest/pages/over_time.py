"""The Site comes in; the list of all series goes out, by name, and the pages behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page
from sco_digest.pages.cards import SeriesCard, card
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class OverTimeContext(Context, frozen=True, kw_only=True):
    """The list of all series, and the pages behind it."""

    cards: Annotated[tuple[SeriesCard, ...], Meta(description="the series of this page, by name")]
    total: Annotated[int, Meta(description="how many series in all")]
    paging: Paging


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The first page, also where there is no series, and those behind it."""
    for paging, part in paged(site.series, 2 * site.settings.per_page, "statistics/over-time/index.html"):
        yield Page(
            path=paging.path,
            kind="over_time",
            context=OverTimeContext(
                section="statistics",
                prose=prose_refs(site),
                cards=tuple(card(site, records, series) for series in part),
                total=len(site.series),
                paging=paging,
            ),
        )
