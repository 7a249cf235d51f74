"""The Site comes in; a page for each project goes out: the passages that name it, figures, what is promised on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Page, ProjectShelf
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged
from sco_digest.pages.pledges import PledgeRow, pledge_rows
from sco_digest.pages.rows import FigureRow, Passages, figure_rows, marked_passages
from sco_digest.pages.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import ArticleRecord, Entry, Site, Span


class ProjectContext(Context, frozen=True, kw_only=True):
    """A project or initiative, and the pages of its older articles."""

    project: ProjectShelf
    articles: Annotated[tuple[Passages, ...], Meta(description="articles of this page with the passages that name it")]
    figures: Annotated[tuple[FigureRow, ...], Meta(description="the figures in the sentences that name it")]
    pledges: Annotated[tuple[PledgeRow, ...], Meta(description="what these articles say is proposed and promised")]
    timeline: Annotated[Timeline | None, Meta(description="all its articles by month; none on the pages behind")] = None
    paging: Paging


def pages(site: Site, records: Sequence[ArticleRecord]) -> Iterator[Page]:
    """The page of each project and those behind it."""
    for shelf in site.projects:
        for paging, places in paged(shelf.entries, site.settings.per_page, shelf.ref.path):
            yield _page(site, records, shelf, paging, places)


def _page(
    site: Site, records: Sequence[ArticleRecord], shelf: ProjectShelf, paging: Paging, places: Sequence[int]
) -> Page:
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
            articles=tuple(_passages(records[entry.record], entry, shelf) for entry in entries),
            figures=tuple(row for entry in entries for row in _figures(records[entry.record], entry, shelf)),
            pledges=pledge_rows(site, records, pledges),
            timeline=None if paging.number else timeline(site.entries[place] for place in shelf.entries),
            paging=paging,
        ),
    )


def _mentions(record: ArticleRecord, entry: Entry, shelf: ProjectShelf) -> tuple[Span, ...]:
    pairs = zip(record.projects, entry.projects, strict=True)
    return tuple(span for project, ref in pairs if ref == shelf.ref for span in project.mentions)


def _passages(record: ArticleRecord, entry: Entry, shelf: ProjectShelf) -> Passages:
    return marked_passages(record, entry, _mentions(record, entry, shelf), "project")


def _figures(record: ArticleRecord, entry: Entry, shelf: ProjectShelf) -> Iterator[FigureRow]:
    spans = _mentions(record, entry, shelf)
    for row in figure_rows(record, entry):
        sentence = row.figure.sentence
        if any(sentence.start <= span.start < sentence.end for span in spans):
            yield row
