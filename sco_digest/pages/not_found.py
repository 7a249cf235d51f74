"""The Site comes in; the page that a host shows for an address that is not there goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class NotFoundContext(Context, frozen=True, kw_only=True):
    """No such page; nothing but what every template is given."""


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    yield Page(
        path="404.html",
        kind="not_found",
        context=NotFoundContext(prose=prose_refs(site)),
    )
