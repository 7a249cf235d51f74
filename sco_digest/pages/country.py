"""The Site comes in; a page for each country goes out: what happened there, its figures, its speakers, its topics."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Article, CountryShelf, Entry, Page, Tally
from sco_digest.pages.cards import SeriesCard, cards
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.pledges import NEWEST, PledgeRow, pledge_rows
from sco_digest.pages.projects import projects_with
from sco_digest.pages.rows import FigureRow, figure_rows
from sco_digest.pages.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Ref, Site


class CountryContext(Context, frozen=True, kw_only=True):
    """A country, and the pages of its older articles."""

    country: CountryShelf
    series: Annotated[tuple[SeriesCard, ...], Meta(description="figures of it over time; none behind the first")] = ()
    sources: Annotated[tuple[Article, ...], Meta(description="articles of this page, newest first")]
    timeline: Annotated[Timeline | None, Meta(description="all its articles by month; none on the pages behind")] = None
    pledges: Annotated[tuple[PledgeRow, ...], Meta(description="the newest of what is proposed and promised")] = ()
    projects: Annotated[tuple[Tally, ...], Meta(description="projects named with it, with their articles counted")] = ()
    paging: Paging

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Articles of this page, newest first."""
        return tuple(one.entry for one in self.sources)

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """Their figures that are of the country."""
        rows = (row for one in self.sources for row in figure_rows(one.record, one.entry))
        return tuple(row for row in rows if row.figure.place and row.figure.place.country == self.country.ref.name)


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The page of each country and those behind it."""
    for shelf in site.countries:
        months = timeline(site.entries[place] for place in shelf.entries)
        over_time = cards(site, records, (one for one in site.series if one.country == shelf.ref.name))
        for paging, places in paged(shelf.entries, site.settings.per_page, shelf.ref.path):
            entries = tuple(site.entries[place] for place in places)
            yield Page(
                path=paging.path,
                kind="country",
                context=CountryContext(
                    section="countries",
                    prose=prose_refs(site),
                    feed=shelf.ref.path.removesuffix("index.html"),
                    country=shelf,
                    series=() if paging.number else over_time,
                    sources=quoted(entries, records),
                    timeline=None if paging.number else months,
                    pledges=() if paging.number else _pledges(site, records, shelf.ref),
                    projects=() if paging.number else projects_with(site.projects, shelf.ref),
                    paging=paging,
                ),
            )


def _pledges(site: Site, records: Records, ref: Ref) -> tuple[PledgeRow, ...]:
    newest = islice((pledge for pledge in site.pledges if ref in pledge.countries), NEWEST)
    return pledge_rows(site, records, newest)
