"""The Site comes in; a page for each project goes out: the passages that name it, figures, what is promised on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Article, Page, ProjectShelf
from sco_digest.pages.context import Context, prose_refs, quoted
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.passages import Passages, mentions
from sco_digest.pages.pledges import PledgeRow, pledge_rows
from sco_digest.pages.rows import FigureRow, figure_rows
from sco_digest.pages.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Entry, Records, Site


class ProjectContext(Context, frozen=True, kw_only=True):
    """A project or initiative, and the pages of its older articles."""

    project: ProjectShelf
    sources: Annotated[tuple[Article, ...], Meta(description="articles of this page")]
    pledges: Annotated[tuple[PledgeRow, ...], Meta(description="what these articles say is proposed and promised")]
    timeline: Annotated[Timeline | None, Meta(description="all its articles by month; none on the pages behind")] = None
    paging: Paging

    @cached_property
    def articles(self) -> tuple[Passages, ...]:
        """Articles of this page with the passages that name it."""
        return tuple(Passages(article=one, kind="project", ref=self.project.ref) for one in self.sources)

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """The figures in the sentences that name it."""
        return tuple(row for one in self.sources for row in _figures(one.record, one.entry, self.project))


def pages(site: Site, records: Records) -> Iterator[Page]:
    """The page of each project and those behind it."""
    for shelf in site.projects:
        for paging, places in paged(shelf.entries, site.settings.per_page, shelf.ref.path):
            yield _page(site, records, shelf, paging, places)


def _page(site: Site, records: Records, shelf: ProjectShelf, paging: Paging, places: Sequence[int]) -> Page:
    entries = [site.entries[place] for place in places]
    here = frozenset(places)
    pledges = [site.pledges[number] for number in shelf.pledges if site.pledges[number].place in here]
    return Page(
        path=paging.path,
        kind="project",
        context=ProjectContext(
            section="projects",
            prose=prose_refs(site),
            feed=shelf.ref.path.removesuffix("index.html"),
            project=shelf,
            sources=quoted(entries, records),
            pledges=pledge_rows(site, records, pledges),
            timeline=None if paging.number else timeline(site.entries[place] for place in shelf.entries),
            paging=paging,
        ),
    )


def _figures(record: ArticleRecord, entry: Entry, shelf: ProjectShelf) -> Iterator[FigureRow]:
    spans = mentions(record, entry, shelf.ref)
    for row in figure_rows(record, entry):
        sentence = row.figure.sentence
        if any(sentence.start <= span.start < sentence.end for span in spans):
            yield row
