"""The Site comes in; the page that explains the files for machines goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class DataContext(Context, frozen=True, kw_only=True):
    """What there is to download."""

    articles: Annotated[int, Meta(description="lines of records.jsonl")]
    figures: Annotated[int, Meta(description="rows of statistics.csv")]
    commitments: Annotated[int, Meta(description="rows of commitments.csv")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    figures = sum(entry.figures for entry in site.entries)
    yield Page(
        path="data/index.html",
        kind="data",
        context=DataContext(
            section="data",
            prose=prose_refs(site),
            articles=len(site.entries),
            figures=figures,
            commitments=site.promises,
        ),
    )
