"""The Site comes in; the list of all articles goes out, page by page: the front page of a site that has no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Entry, Page
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class ArticlesContext(Context, frozen=True, kw_only=True):
    """All articles, and the pages of the older ones."""

    entries: Annotated[tuple[Entry, ...], Meta(description="the articles of this page, newest first")]
    total: Annotated[int, Meta(description="how many there are")]
    paging: Paging


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """At the root where the site has no `home`, else at `articles/`."""
    path = "articles/index.html" if site.settings.makes("home") else "index.html"
    for paging, entries in paged(site.entries, site.settings.per_page, path):
        yield Page(
            path=paging.path,
            kind="articles",
            context=ArticlesContext(
                section="articles",
                prose=prose_refs(site),
                entries=tuple(entries),
                total=len(site.entries),
                paging=paging,
            ),
        )
