"""The Site comes in; the page that lists the projects and initiatives goes out, kind by kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Entry, Page, ProjectKind, Ref, Tally
from sco_digest.pages.context import Context, prose_refs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import ProjectShelf, Records, Site


BESIDE = 8
"""Projects beside a list of something else."""


class ProjectRow(Struct, frozen=True, kw_only=True):
    """A project in the list of them."""

    ref: Ref
    kind: Annotated[ProjectKind, Meta(description="what it is")]
    articles: Annotated[int, Meta(description="how many articles name it")]
    pledges: Annotated[int, Meta(description="how much is proposed, promised and agreed on it")]
    countries: Annotated[tuple[Tally, ...], Meta(description="countries named with it, most first")]
    newest: Annotated[Entry, Meta(description="the newest article")]


class ProjectsContext(Context, frozen=True, kw_only=True):
    """The list of projects: those of one kind stand together, the kind that most articles name first."""

    several: Annotated[tuple[ProjectRow, ...], Meta(description="those that several articles name, most first")]
    single: Annotated[tuple[ProjectRow, ...], Meta(description="those that one article names, newest first")]
    total: Annotated[int, Meta(description="how many projects")]


def pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    kinds: Counter[ProjectKind] = Counter()
    for shelf in site.projects:
        kinds[shelf.kind] += len(shelf.entries)
    shelves = sorted(
        site.projects, key=lambda shelf: (-kinds[shelf.kind], shelf.kind, -len(shelf.entries), shelf.entries)
    )
    rows = [_row(site, shelf) for shelf in shelves]
    yield Page(
        path="projects/index.html",
        kind="projects",
        context=ProjectsContext(
            section="projects",
            prose=prose_refs(site),
            several=tuple(row for row in rows if row.articles > 1),
            single=tuple(row for row in rows if row.articles == 1),
            total=len(rows),
        ),
    )


def projects_with(shelves: Iterable[ProjectShelf], ref: Ref) -> tuple[Tally, ...]:
    """The projects that are named with a topic or a country, in most articles first, these counted."""
    found = (
        Tally(shelf.ref, tally.count)
        for shelf in shelves
        for tally in (*shelf.topics, *shelf.countries)
        if tally.ref == ref
    )
    return tuple(sorted(found, key=lambda tally: (-tally.count, tally.ref.slug))[:BESIDE])


def _row(site: Site, shelf: ProjectShelf) -> ProjectRow:
    return ProjectRow(
        ref=shelf.ref,
        kind=shelf.kind,
        articles=len(shelf.entries),
        pledges=len(shelf.pledges),
        countries=shelf.countries,
        newest=site.entries[shelf.entries[0]],
    )
