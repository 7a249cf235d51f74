"""What people wrote comes in; a page for each of it goes out, such as About and Method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class ProseContext(Context, frozen=True, kw_only=True):
    """A page that people wrote."""

    title: Annotated[str, Meta(description="its title")]
    markdown: Annotated[str, Meta(description="what they wrote, in Markdown")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page a file."""
    refs = prose_refs(site)
    for prose, ref in zip(site.prose, refs, strict=True):
        yield Page(
            path=ref.path,
            kind="prose",
            context=ProseContext(section=prose.slug, prose=refs, title=prose.title, markdown=prose.markdown),
            origin=f"content/{prose.path}",
        )
