"""The Site comes in; a page for each policy area goes out, with every passage that shows it, and older pages behind."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Article, Page, Ref, Tally, Topic
from sco_digest.pages.cards import SeriesCard, cards
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.passages import Passages
from sco_digest.pages.pledges import NEWEST, PledgeRow, pledge_rows
from sco_digest.pages.projects import projects_with
from sco_digest.pages.rows import FigureRow, figure_rows
from sco_digest.pages.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import Records, Site, TopicShelf


PART, LEAST = 4, 5
"""What part of the entries of other lists a page has of articles, which bring their passages, and how many at least."""


class TopicContext(Context, frozen=True, kw_only=True):
    """A policy area, and the pages of its older articles."""

    ref: Ref
    topic: Annotated[Topic, Meta(description="what content/ says of it; `introduction` is Markdown")]
    sources: Annotated[tuple[Article, ...], Meta(description="articles of this page")]
    series: Annotated[tuple[SeriesCard, ...], Meta(description="what their figures are values of, over time")] = ()
    speakers: Annotated[tuple[Tally, ...], Meta(description="who speaks on it; none on the pages behind")] = ()
    countries: Annotated[tuple[Tally, ...], Meta(description="countries that its articles are of")] = ()
    timeline: Annotated[Timeline | None, Meta(description="all its articles by month; none on the pages behind")] = None
    total: Annotated[int, Meta(description="how many articles treat it; 0 on the pages behind")] = 0
    pledges: Annotated[tuple[PledgeRow, ...], Meta(description="the newest of what is proposed and promised")] = ()
    projects: Annotated[tuple[Tally, ...], Meta(description="projects named with it, with their articles counted")] = ()
    paging: Paging

    @cached_property
    def articles(self) -> tuple[Passages, ...]:
        """Articles of this page with their passages."""
        return tuple(Passages(article=one, kind="area", ref=self.ref) for one in self.sources)

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """Their figures that belong to the area."""
        return tuple(row for one in self.sources for row in figure_rows(one.record, one.entry, self.ref.slug))


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The page of each policy area, also without articles, and those behind it."""
    per_page = max(LEAST, site.settings.per_page // PART)
    for shelf in site.topics:
        for paging, places in paged(shelf.entries, per_page, shelf.ref.path):
            yield _page(site, records, shelf, paging, places)


def _page(site: Site, records: Records, shelf: TopicShelf, paging: Paging, places: Sequence[int]) -> Page:
    entries = [site.entries[place] for place in places]
    slug = shelf.ref.slug
    values_of = {one.series.ref for entry in entries for one in entry.series if slug in one.topics}
    return Page(
        path=paging.path,
        kind="topic",
        context=TopicContext(
            section="topics",
            prose=prose_refs(site),
            feed=shelf.ref.path.removesuffix("index.html"),
            ref=shelf.ref,
            topic=shelf.topic,
            sources=quoted(entries, records),
            series=cards(site, records, (one for one in site.series if one.ref in values_of)),
            speakers=() if paging.number else shelf.speakers,
            countries=() if paging.number else shelf.countries,
            timeline=None if paging.number else timeline(site.entries[place] for place in shelf.entries),
            total=0 if paging.number else len(shelf.entries),
            pledges=() if paging.number else _pledges(site, records, shelf.ref),
            projects=() if paging.number else projects_with(site.projects, shelf.ref),
            paging=paging,
        ),
    )


def _pledges(site: Site, records: Records, ref: Ref) -> tuple[PledgeRow, ...]:
    newest = islice((pledge for pledge in site.pledges if ref in pledge.topics), NEWEST)
    return pledge_rows(site, records, newest)
