"""The Site and its records come in; the page that searches the full text goes out, unless the site has no search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page, Ref
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class SearchContext(Context, frozen=True, kw_only=True):
    """The search; what it can find is in the index, and here is what filters are called in the reader's language."""

    articles: Annotated[int, Meta(description="how many articles can be found")]
    topics: Annotated[tuple[Ref, ...], Meta(description="policy areas with articles, in the order of the site")]
    countries: Annotated[tuple[str, ...], Meta(description="ISO 3166-1 alpha-2 codes of the countries named")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page, or none."""
    if not site.settings.search:
        return
    yield Page(
        path="search/index.html",
        kind="search",
        context=SearchContext(
            section="search",
            prose=prose_refs(site),
            articles=len(site.entries),
            topics=tuple(shelf.ref for shelf in site.topics if shelf.entries),
            countries=site.named,
        ),
    )
