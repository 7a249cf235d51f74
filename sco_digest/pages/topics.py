"""The Site comes in; the page that lists all policy areas goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Entry, Page, Ref
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class TopicRow(Struct, frozen=True, kw_only=True):
    """A policy area in the list of them."""

    ref: Ref
    articles: Annotated[int, Meta(description="how many articles treat it")]
    newest: Annotated[Entry | None, Meta(description="the newest of them")] = None


class TopicsContext(Context, frozen=True, kw_only=True):
    """The list of policy areas."""

    topics: Annotated[tuple[TopicRow, ...], Meta(description="all of them, also those without articles")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    rows = tuple(
        TopicRow(
            ref=shelf.ref,
            articles=len(shelf.entries),
            newest=site.entries[shelf.entries[0]] if shelf.entries else None,
        )
        for shelf in site.topics
    )
    yield Page(
        path="topics/index.html",
        kind="topics",
        context=TopicsContext(section="topics", prose=prose_refs(site), topics=rows),
    )
