"""The Site and its records come in; the files of /data/ go out: records, figures, and the schema of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sco_digest.model import ArticleRecord, OutputFile, Sentences
from sco_digest.outputs.exports import COLUMNS, csv_line, figure_rows, jsonl
from sco_digest.outputs.links import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import Entry, Page, Settings, Site


def files(site: Site, records: Sequence[ArticleRecord], _pages: Iterable[Page]) -> Iterator[OutputFile]:
    """The three files, newest articles first."""
    lines = b"".join(jsonl(records[entry.record] for entry in site.entries))
    table = b"".join(_figures(site, records))
    yield OutputFile("data/records.jsonl", lines, "all records")
    yield OutputFile("data/statistics.csv", table, "all figures")
    yield OutputFile("data/record.schema.json", record_schema(), "JSON Schema of the record")


def record_schema() -> bytes:
    """The published contract of a record."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(ArticleRecord)
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _figures(site: Site, records: Sequence[ArticleRecord]) -> Iterator[bytes]:
    """As `sco-digest export` writes them, and the page on which each sentence stands."""
    yield csv_line((*COLUMNS, "page"))
    for entry in site.entries:
        record = records[entry.record]
        for cells, page in zip(figure_rows(record), _pages_of(record, entry, site.settings), strict=True):
            yield csv_line((*cells, page))


def _pages_of(record: ArticleRecord, entry: Entry, settings: Settings) -> Iterator[str]:
    sentences = Sentences(record)
    for figure in record.statistics:
        page = f"{entry.path}#{sentences.anchor(figure.span)}"
        yield address(page, settings) or page
