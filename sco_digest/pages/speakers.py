"""The Site comes in; the page that lists everyone who is quoted goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Entry, Page, Ref, SpeakerKind
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class SpeakerRow(Struct, frozen=True, kw_only=True):
    """A person or organisation in the list of them."""

    ref: Ref
    kind: Annotated[SpeakerKind, Meta(description="an organisation has no role")] = "person"
    role: Annotated[str | None, Meta(description="the newest role")] = None
    role_path: Annotated[str, Meta(description="the sentence that gives the role; empty where people did")] = ""
    country: Annotated[str | None, Meta(description="ISO 3166-1 alpha-2")] = None
    country_path: Annotated[str, Meta(description="the sentence that gives the country; empty where people did")] = ""
    statements: Annotated[int, Meta(description="how many statements")]
    articles: Annotated[int, Meta(description="in how many articles")]
    newest: Annotated[Entry, Meta(description="the newest of them")]


class SpeakersContext(Context, frozen=True, kw_only=True):
    """The list of everyone who is quoted."""

    speakers: Annotated[tuple[SpeakerRow, ...], Meta(description="by name")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    rows = tuple(
        SpeakerRow(
            ref=shelf.ref,
            kind=shelf.kind,
            role=shelf.role,
            role_path=shelf.role_path,
            country=shelf.country,
            country_path=shelf.country_path,
            statements=shelf.statements,
            articles=len(shelf.entries),
            newest=site.entries[shelf.entries[0]],
        )
        for shelf in site.speakers
    )
    yield Page(
        path="speakers/index.html",
        kind="speakers",
        context=SpeakersContext(section="speakers", prose=prose_refs(site), speakers=rows),
    )
