"""The Site comes in; the page that lists the countries goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Entry, Page, Ref, Tally
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class CountryRow(Struct, frozen=True, kw_only=True):
    """A country in the list of them."""

    ref: Annotated[Ref, Meta(description="its name is the ISO 3166-1 alpha-2 code")]
    articles: Annotated[int, Meta(description="how many articles are of it")]
    topics: Annotated[tuple[Tally, ...], Meta(description="their policy areas, most first")]
    newest: Annotated[Entry, Meta(description="the newest of them")]


class CountriesContext(Context, frozen=True, kw_only=True):
    """The list of countries."""

    countries: Annotated[tuple[CountryRow, ...], Meta(description="the one with most articles first")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    rows = tuple(
        CountryRow(
            ref=shelf.ref,
            articles=len(shelf.entries),
            topics=shelf.topics,
            newest=site.entries[shelf.entries[0]],
        )
        for shelf in site.countries
    )
    yield Page(
        path="countries/index.html",
        kind="countries",
        context=CountriesContext(section="countries", prose=prose_refs(site), countries=rows),
    )
