"""The Site comes in; the page that lists the digests of all weeks and months goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Page
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.digest import DigestRow, digest_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class DigestYear(Struct, frozen=True, kw_only=True):
    """A year and its digests; a week is of the year that its Thursday is in."""

    value: Annotated[str, Meta(description="YYYY")]
    weeks: Annotated[tuple[DigestRow, ...], Meta(description="newest first")]
    months: Annotated[tuple[DigestRow, ...], Meta(description="newest first")]


class DigestsContext(Context, frozen=True, kw_only=True):
    """The list of all digests."""

    newest: Annotated[DigestRow | None, Meta(description="the newest week; none where there are no articles")] = None
    years: Annotated[tuple[DigestYear, ...], Meta(description="newest first")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    weeks, months = [digest_row(week) for week in site.weeks], [digest_row(month) for month in site.months]
    years = sorted({row.value[:4] for row in (*weeks, *months)}, reverse=True)
    yield Page(
        path="digests/index.html",
        kind="digests",
        context=DigestsContext(
            section="digests",
            prose=prose_refs(site),
            feed="digests/",
            newest=next(iter(weeks), None),
            years=tuple(
                DigestYear(
                    value=year,
                    weeks=tuple(row for row in weeks if row.value[:4] == year),
                    months=tuple(row for row in months if row.value[:4] == year),
                )
                for year in years
            ),
        ),
    )
