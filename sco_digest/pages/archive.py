"""The Site comes in; the archive goes out: a page of all years, one for each year, and one for each month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Entry, Month, Page, Ref
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.paging import Paging, paged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site


class MonthRow(Struct, frozen=True, kw_only=True):
    """A month that has articles."""

    value: Annotated[str, Meta(description="YYYY-MM")]
    path: Annotated[str, Meta(description="its page, relative to the site's root")]
    digest: Annotated[str, Meta(description="the page of its digest, relative to the site's root")]
    articles: Annotated[int, Meta(description="how many articles")]


class YearRow(Struct, frozen=True, kw_only=True):
    """A year that has articles."""

    value: Annotated[str, Meta(description="YYYY")]
    path: Annotated[str, Meta(description="its page, relative to the site's root")]
    months: Annotated[tuple[MonthRow, ...], Meta(description="newest first")]

    @property
    def articles(self) -> int:
        """How many articles."""
        return sum(month.articles for month in self.months)


class ArchiveContext(Context, frozen=True, kw_only=True):
    """All years."""

    years: Annotated[tuple[YearRow, ...], Meta(description="newest first")]


class ArchiveYearContext(Context, frozen=True, kw_only=True):
    """One year."""

    year: YearRow


class ArchiveMonthContext(Context, frozen=True, kw_only=True):
    """One month, and the pages of its older articles."""

    month: MonthRow
    year: Annotated[Ref, Meta(description="the year it belongs to")]
    entries: Annotated[tuple[Entry, ...], Meta(description="the articles of this page, newest first")]
    paging: Paging


def archive_pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page."""
    yield Page(
        path="archive/index.html",
        kind="archive",
        context=ArchiveContext(section="archive", prose=prose_refs(site), years=_years(site)),
    )


def year_pages(site: Site, _records: Records) -> Iterator[Page]:
    """One page a year."""
    for year in _years(site):
        yield Page(
            path=year.path,
            kind="archive_year",
            context=ArchiveYearContext(section="archive", prose=prose_refs(site), year=year),
        )


def month_pages(site: Site, _records: Records) -> Iterator[Page]:
    """The page of each month and those behind it."""
    for month in site.months:
        for paging, places in paged(month.entries, site.settings.per_page, month.path):
            yield Page(
                path=paging.path,
                kind="archive_month",
                context=ArchiveMonthContext(
                    section="archive",
                    prose=prose_refs(site),
                    month=_row(month),
                    year=Ref(month.value[:4], month.value[:4], _year_path(month.value[:4])),
                    entries=tuple(site.entries[place] for place in places),
                    paging=paging,
                ),
            )


def _years(site: Site) -> tuple[YearRow, ...]:
    by_year = groupby(site.months, key=lambda month: month.value[:4])
    return tuple(
        YearRow(value=year, path=_year_path(year), months=tuple(_row(month) for month in months))
        for year, months in by_year
    )


def _row(month: Month) -> MonthRow:
    return MonthRow(value=month.value, path=month.path, digest=month.digest, articles=len(month.entries))


def _year_path(year: str) -> str:
    return f"archive/{year}/index.html"
