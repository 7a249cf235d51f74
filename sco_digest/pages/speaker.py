"""The Site comes in; a page for each speaker goes out: every statement by policy area, and older pages behind."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Article, Entry, Page, Ref, SpeakerShelf
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.passages import Quotes, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import Records, Site


class OnTopic(Struct, frozen=True, kw_only=True):
    """What a speaker says on one policy area."""

    ref: Annotated[Ref | None, Meta(description="the area; none for statements that name none")]
    said: Annotated[tuple[Said, ...], Meta(description="newest article first")]


class SpeakerContext(Context, frozen=True, kw_only=True):
    """A person or organisation, and the pages of older statements."""

    speaker: SpeakerShelf
    sources: Annotated[tuple[Article, ...], Meta(description="articles of this page")]
    paging: Paging

    @cached_property
    def articles(self) -> tuple[Quotes, ...]:
        """Articles of this page with the statements in them."""
        return tuple(Quotes(article=one, ref=self.speaker.ref) for one in self.sources)

    @property
    def groups(self) -> tuple[OnTopic, ...]:
        """The statements of this page by policy area, the one with most first; one of two areas stands under both."""
        groups: dict[Ref | None, list[Said]] = defaultdict(list)
        for article in self.articles:
            for quote in article.quotes:
                for ref in quote.topics or (None,):
                    groups[ref].append(Said(entry=article.entry, quote=quote))
        order = sorted(groups, key=lambda ref: (ref is None, -len(groups[ref]), ref.slug if ref else ""))
        return tuple(OnTopic(ref=ref, said=tuple(groups[ref])) for ref in order)

    @property
    def silent(self) -> tuple[Entry, ...]:
        """Articles of this page that name the speaker without a statement."""
        return tuple(article.entry for article in self.articles if not article.quotes)


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The page of each speaker and those behind it."""
    for shelf in site.speakers:
        for paging, places in paged(shelf.entries, site.settings.per_page, shelf.ref.path):
            yield _page(site, records, shelf, paging, places)


def _page(site: Site, records: Records, shelf: SpeakerShelf, paging: Paging, places: Sequence[int]) -> Page:
    entries = [site.entries[place] for place in places]
    return Page(
        path=paging.path,
        kind="speaker",
        context=SpeakerContext(
            section="speakers",
            prose=prose_refs(site),
            feed=shelf.ref.path.removesuffix("index.html"),
            speaker=shelf,
            sources=quoted(entries, records),
            paging=paging,
        ),
    )
