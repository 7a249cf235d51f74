"""The Site comes in; the front page goes out: the newest week, the figures that moved, and the ways into the rest."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from sco_digest.model import Entry, Page, Tally
from sco_digest.pages.cards import SeriesCard, moved
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.digest import DigestRow, digest_row
from sco_digest.pages.rows import FigureRow, latest_figures
from sco_digest.pages.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sco_digest.model import Records, Ref, Site

NEWS, EARLIER = 8, 8
"""Articles of the newest week, and of the time before it."""
FIGURES = 6
RECENT = timedelta(days=31)
"""How long before the newest article a figure may have moved."""
MOST = 12
"""Speakers and countries that are named."""


class HomeContext(Context, frozen=True, kw_only=True):
    """The front page."""

    week: Annotated[DigestRow | None, Meta(description="the newest week; none where there are no articles")] = None
    news: Annotated[tuple[Entry, ...], Meta(description="its articles, newest first; of many, the newest")] = ()
    subjects: Annotated[tuple[Tally, ...], Meta(description="policy areas of all its articles, most first")] = ()
    voices: Annotated[tuple[Tally, ...], Meta(description="who spoke in it, with the statements counted")] = ()
    moved: Annotated[tuple[SeriesCard, ...], Meta(description="figures whose newest value is not the last")] = ()
    figures: Annotated[tuple[FigureRow, ...], Meta(description="figures of the newest articles, if none moved")] = ()
    earlier: Annotated[tuple[Entry, ...], Meta(description="the newest articles before the week")] = ()
    timeline: Annotated[Timeline | None, Meta(description="all articles by month")] = None
    topics: Annotated[tuple[Tally, ...], Meta(description="policy areas with articles, which are counted")] = ()
    speakers: Annotated[tuple[Tally, ...], Meta(description="who is quoted most, with the statements counted")] = ()
    countries: Annotated[tuple[Tally, ...], Meta(description="those with most articles, which are counted")] = ()
    projects: Annotated[tuple[Tally, ...], Meta(description="those that most articles name, which are counted")] = ()


def pages(site: Site, records: Records) -> Iterator[Page]:
    """One page."""
    context = _context(site, records) if site.entries else HomeContext(section="home", prose=prose_refs(site))
    yield Page(path="index.html", kind="home", context=context)


def _context(site: Site, records: Records) -> HomeContext:
    week = site.weeks[0]
    of_week = [site.entries[place] for place in week.entries]
    changed = moved(site, records, (date.fromisoformat(site.entries[0].date) - RECENT).isoformat())
    return HomeContext(
        section="home",
        prose=prose_refs(site),
        week=digest_row(week),
        news=tuple(of_week[:NEWS]),
        subjects=_most(Counter(ref for entry in of_week for ref in entry.topics)),
        voices=_most(_statements(of_week, records)),
        moved=changed,
        figures=() if changed else latest_figures(site, records, FIGURES),
        earlier=tuple(islice(site.entries, len(of_week), len(of_week) + EARLIER)),
        timeline=timeline(site.entries),
        topics=tuple(Tally(shelf.ref, len(shelf.entries)) for shelf in site.topics if shelf.entries),
        speakers=_most({shelf.ref: shelf.statements for shelf in site.speakers if shelf.statements}),
        countries=tuple(Tally(shelf.ref, len(shelf.entries)) for shelf in site.countries[:MOST]),
        projects=tuple(Tally(shelf.ref, len(shelf.entries)) for shelf in site.projects[:MOST]),
    )


def _statements(entries: Sequence[Entry], records: Records) -> Counter[Ref]:
    """How many statements each speaker makes in some articles."""
    counts: Counter[Ref] = Counter()
    for entry in entries:
        for ref, speaker in zip(entry.speakers, records[entry.id].record.speakers, strict=True):
            counts[ref] += len(speaker.statements)
    return +counts


def _most(counts: Mapping[Ref, int]) -> tuple[Tally, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].slug))
    return tuple(Tally(ref, count) for ref, count in ranked[:MOST])
