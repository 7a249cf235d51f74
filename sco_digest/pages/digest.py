"""The Site comes in; a digest of each week and of each month with articles goes out, each on one printable page."""

from __future__ import annotations

from calendar import monthrange
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Article, IsoDate, Month, Page, Ref, Week
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.telling import Told, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import Records, Site

    Time = Week | Month


class DigestRow(Struct, frozen=True, kw_only=True):
    """A week or a month that has articles."""

    value: Annotated[str, Meta(description="week or month, such as 2025-W47 or 2025-11")]
    path: Annotated[str, Meta(description="the page of its digest, relative to the site's root")]
    first: Annotated[IsoDate, Meta(description="its first day")]
    last: Annotated[IsoDate, Meta(description="its last day")]
    articles: Annotated[int, Meta(description="how many articles")]

    @property
    def week(self) -> int:
        """The number of the week; 0 for a month."""
        return int(self.value[-2:]) if "W" in self.value else 0


class DigestContext(Context, frozen=True, kw_only=True):
    """What happened in a week or a month, who said what, and the figures."""

    digest: DigestRow
    sources: Annotated[tuple[Article, ...], Meta(description="its articles, newest first")]
    order: Annotated[tuple[str, ...], Meta(description="slugs of the policy areas, in the order of the site")]
    newer: Annotated[DigestRow | None, Meta(description="the next week or month that has articles")]
    older: Annotated[DigestRow | None, Meta(description="the one before")]
    others: Annotated[tuple[DigestRow, ...], Meta(description="months of a week, weeks of a month; oldest first")]
    archive: Annotated[tuple[Ref, ...], Meta(description="months of the archive that list all its articles")]

    @cached_property
    def told(self) -> Told:
        """What its articles tell."""
        order = {slug: number for number, slug in enumerate(self.order)}
        return tell([(one.entry, one.record) for one in self.sources], order)


def pages(site: Site, records: Records) -> Iterator[Page]:
    """One page a week, one a month."""
    order = tuple(shelf.ref.slug for shelf in site.topics)
    kinds: tuple[tuple[Sequence[Time], Sequence[Time]], ...] = ((site.weeks, site.months), (site.months, site.weeks))
    for times, others in kinds:
        for time, newer, older in _with_neighbours(times):
            near = tuple(other for other in reversed(others) if _share_an_article(time, other))
            entries = [site.entries[place] for place in time.entries]
            context = DigestContext(
                section="digests",
                prose=prose_refs(site),
                feed="digests/",
                digest=digest_row(time),
                newer=digest_row(newer) if newer else None,
                older=digest_row(older) if older else None,
                others=tuple(map(digest_row, near)),
                archive=tuple(_archived(month) for month in (time, *near) if isinstance(month, Month)),
                sources=quoted(entries, records),
                order=order,
            )
            yield Page(path=context.digest.path, kind="digest", context=context)


def digest_row(time: Time) -> DigestRow:
    """A week or a month as others link to its digest."""
    if isinstance(time, Week):
        path, first, last = time.path, time.first, time.last
    else:
        path, first = time.digest, f"{time.value}-01"
        last = f"{time.value}-{monthrange(int(time.value[:4]), int(time.value[5:]))[1]}"
    return DigestRow(value=time.value, path=path, first=first, last=last, articles=len(time.entries))


def _share_an_article(one: Week | Month, other: Time) -> bool:
    """Entries are sorted by date, so those of a week or a month stand side by side."""
    return one.entries[0] <= other.entries[-1] and other.entries[0] <= one.entries[-1]


def _archived(month: Month) -> Ref:
    return Ref(month.value, month.value, month.path)


def _with_neighbours(times: Sequence[Time]) -> Iterator[tuple[Time, Time | None, Time | None]]:
    """Each of what comes newest first, with the newer and the older one."""
    yield from zip(times, (None, *times), (*times[1:], None), strict=False)
