"""A Site comes in; what every template is given, whatever the page, goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Article, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Entry, Records, Site


class Context(Struct, frozen=True, kw_only=True, dict=True):
    """What every template is given, whatever the page.

    A template gets one name for each field and each property. Fields are what a page is made from, by which it is told
    whether it need be made again; they hold no record, only where to have one. Properties are worked out where the page
    is rendered, so that planning thousands of pages costs little and a page travels light to another process.
    """

    section: Annotated[str, Meta(description="item of the menu that the page belongs to, such as `topics`")] = ""
    prose: Annotated[tuple[Ref, ...], Meta(description="the pages that people wrote, for the menu and the footer")] = ()
    feed: Annotated[
        str, Meta(description="folder of the page's own feeds, such as `topics/trade/`; empty for none")
    ] = ""


def prose_refs(site: Site) -> tuple[Ref, ...]:
    """The pages that people wrote, as the menu and the footer link to them."""
    return tuple(Ref(page.slug, page.title, f"{page.slug}/index.html") for page in site.prose)


def quoted(entries: Iterable[Entry], records: Records) -> tuple[Article, ...]:
    """Articles of which a page shows more than lists do, each with the way to its record."""
    return tuple(Article.of(entry, records) for entry in entries)
