"""The Site comes in; a page for each speaker goes out, with every statement in its words, and older pages behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page, SpeakerShelf
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.rows import Quotes, speaker_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Site


class SpeakerContext(Context, frozen=True, kw_only=True):
    """A person or organisation, and the pages of older statements."""

    speaker: SpeakerShelf
    articles: Annotated[tuple[Quotes, ...], Meta(description="articles of this page with the statements in them")]
    paging: Paging


def pages(site: Site, records: Sequence[ArticleRecord]) -> Iterator[Page]:
    """The page of each speaker and those behind it."""
    for shelf in site.speakers:
        for paging, places in paged(shelf.entries, site.settings.per_page, shelf.ref.path):
            yield _page(site, records, shelf, paging, places)


def _page(
    site: Site, records: Sequence[ArticleRecord], shelf: SpeakerShelf, paging: Paging, places: Sequence[int]
) -> Page:
    entries = [site.entries[place] for place in places]
    return Page(
        path=paging.path,
        kind="speaker",
        context=SpeakerContext(
            section="speakers",
            prose=prose_refs(site),
            feed=shelf.ref.path.removesuffix("index.html"),
            speaker=shelf,
            articles=tuple(speaker_quotes(records[entry.record], entry, shelf.ref.slug) for entry in entries),
            paging=paging,
        ),
    )
