"""The Site and its records come in; every page of it goes out, ready to be rendered. A page kind is one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.pages import (
    archive,
    article,
    articles,
    countries,
    country,
    data,
    digest,
    digests,
    home,
    not_found,
    over_time,
    project,
    projects,
    proposals,
    prose,
    search,
    series,
    speaker,
    speakers,
    statistics,
    topic,
    topics,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sco_digest.model import Page, Part, Records, Site
    from sco_digest.pages.context import Context


class PageKind(Struct, frozen=True):
    """What makes the pages of a kind, and what their template is given."""

    pages: Callable[[Site, Records], Iterator[Page]]
    context: type[Context]


PAGE_KINDS: dict[Part, PageKind] = {
    "home": PageKind(home.pages, home.HomeContext),
    "articles": PageKind(articles.pages, articles.ArticlesContext),
    "article": PageKind(article.pages, article.ArticleContext),
    "topics": PageKind(topics.pages, topics.TopicsContext),
    "topic": PageKind(topic.pages, topic.TopicContext),
    "countries": PageKind(countries.pages, countries.CountriesContext),
    "country": PageKind(country.pages, country.CountryContext),
    "speakers": PageKind(speakers.pages, speakers.SpeakersContext),
    "speaker": PageKind(speaker.pages, speaker.SpeakerContext),
    "statistics": PageKind(statistics.pages, statistics.StatisticsContext),
    "series": PageKind(series.pages, series.SeriesContext),
    "over_time": PageKind(over_time.pages, over_time.OverTimeContext),
    "projects": PageKind(projects.pages, projects.ProjectsContext),
    "project": PageKind(project.pages, project.ProjectContext),
    "proposals": PageKind(proposals.pages, proposals.ProposalsContext),
    "archive": PageKind(archive.archive_pages, archive.ArchiveContext),
    "archive_year": PageKind(archive.year_pages, archive.ArchiveYearContext),
    "archive_month": PageKind(archive.month_pages, archive.ArchiveMonthContext),
    "digests": PageKind(digests.pages, digests.DigestsContext),
    "digest": PageKind(digest.pages, digest.DigestContext),
    "prose": PageKind(prose.pages, prose.ProseContext),
    "data": PageKind(data.pages, data.DataContext),
    "search": PageKind(search.pages, search.SearchContext),
    "not_found": PageKind(not_found.pages, not_found.NotFoundContext),
}
"""The name of a kind is the name of its template without `.html`."""


def plan(site: Site, records: Records) -> Iterator[Page]:
    """Every page that the settings do not leave out; `records` has those that the site was built from."""
    for name, kind in PAGE_KINDS.items():
        if site.settings.makes(name):
            yield from kind.pages(site, records)
