"""The Site and its records come in; the files of /data/ go out: records, figures, commitments, and their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sco_digest.model import ArticleRecord, OutputFile, Records, Sentences
from sco_digest.outputs.exports import COLUMNS, COMMITMENT_COLUMNS, commitment_rows, csv_line, figure_rows, jsonl
from sco_digest.outputs.links import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Entry, Page, Pledge, Settings, Site, Span


def files(site: Site, records: Records, _pages: Iterable[Page]) -> Iterator[OutputFile]:
    """The four files, newest articles first; none where the site has no page of them."""
    if not site.settings.makes("data"):
        return
    lines = b"".join(jsonl(records[entry.id].record for entry in site.entries))
    table = b"".join(_figures(site, records))
    yield OutputFile("data/records.jsonl", lines, "all records")
    yield OutputFile("data/statistics.csv", table, "all figures")
    yield OutputFile("data/commitments.csv", b"".join(_commitments(site, records)), "all proposals and commitments")
    yield OutputFile("data/record.schema.json", record_schema(), "JSON Schema of the record")


def record_schema() -> bytes:
    """The published contract of a record."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(ArticleRecord)
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _figures(site: Site, records: Records) -> Iterator[bytes]:
    """As `sco-digest export` writes them, and the page on which each sentence stands."""
    yield csv_line((*COLUMNS, "page"))
    for entry in site.entries:
        record = records[entry.id].record
        pages = _pages_of(record, entry, site.settings, [figure.span for figure in record.statistics])
        for cells, page in zip(figure_rows(record), pages, strict=True):
            yield csv_line((*cells, page))


def _commitments(site: Site, records: Records) -> Iterator[bytes]:
    """Each with the page of its sentence, and the day and page on which it was last spoken of again, if it was."""
    yield csv_line((*COMMITMENT_COLUMNS, "page", "again_date", "again_page"))
    pledges = iter(site.pledges)
    for entry in site.entries:
        record = records[entry.id].record
        pages = _pages_of(record, entry, site.settings, [one.span for one in record.commitments])
        for cells, page in zip(commitment_rows(record), pages, strict=True):
            yield csv_line((*cells, page, *_again(site, next(pledges))))


def _again(site: Site, pledge: Pledge) -> tuple[str, str]:
    """The newest passage that speaks of something again: its day, and its sentence."""
    if not pledge.again:
        return "", ""
    newest = site.entries[pledge.again[0].place]
    page = f"{newest.path}#{pledge.again[0].anchor}"
    return newest.date, address(page, site.settings) or page


def _pages_of(record: ArticleRecord, entry: Entry, settings: Settings, spans: Iterable[Span]) -> Iterator[str]:
    sentences = Sentences(record)
    for span in spans:
        page = f"{entry.path}#{sentences.anchor(span)}"
        yield address(page, settings) or page
