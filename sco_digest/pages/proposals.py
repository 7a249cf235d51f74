"""The Site comes in; the list of all proposals, commitments and agreements goes out, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.pledges import PledgeRow, Pledges, by_article, pledge_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class ProposalsContext(Context, frozen=True, kw_only=True):
    """The list of proposals, commitments and agreements, and the pages of older ones."""

    pledges: Annotated[tuple[PledgeRow, ...], Meta(description="those of this page, newest article first")]
    total: Annotated[int, Meta(description="how many in all; 0 on the pages behind")] = 0
    unanswered: Annotated[int, Meta(description="how many of all are open; 0 on the pages behind")] = 0
    paging: Paging

    @property
    def articles(self) -> tuple[Pledges, ...]:
        """The same, article by article."""
        return by_article(self.pledges)


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The page of the newest and those behind it."""
    unanswered = sum(not pledge.again for pledge in site.pledges)
    for paging, part in paged(site.pledges, site.settings.per_page, "proposals/index.html"):
        yield Page(
            path=paging.path,
            kind="proposals",
            context=ProposalsContext(
                section="proposals",
                prose=prose_refs(site),
                pledges=pledge_rows(site, records, part),
                total=0 if paging.number else len(site.pledges),
                unanswered=0 if paging.number else unanswered,
                paging=paging,
            ),
        )
