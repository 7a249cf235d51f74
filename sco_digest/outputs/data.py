"""The Site and its records come in; the files of /data/ go out: records, figures, commitments, and their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from sco_digest.model import ArticleRecord, OutputFile
from sco_digest.outputs.exports import COLUMNS, COMMITMENT_COLUMNS, commitment_rows, csv_line, figure_rows, jsonl
from sco_digest.outputs.links import address
from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Entry, Kept, Page, Pledge, Reading, Records, Settings, Site, Span


class Rows(Struct, frozen=True, array_like=True):
    """What one article has in the files, but for what other articles say of it."""

    record: bytes
    """Its line of JSON."""
    figures: bytes
    """Its lines of CSV."""
    commitments: tuple[list[Any], ...]
    """The cells of each."""


_ROWS = msgspec.msgpack.Decoder(Rows)


def files(site: Site, records: Records, _pages: Iterable[Page], kept: Kept) -> Iterator[OutputFile]:
    """The four files, newest articles first; none where the site has no page of them."""
    if not site.settings.makes("data"):
        return
    rows = [_rows(entry, records[entry.id], site.settings, kept) for entry in site.entries]
    figures = [csv_line((*COLUMNS, "page")), *(one.figures for one in rows)]
    yield OutputFile("data/records.jsonl", b"".join(one.record for one in rows), "all records")
    yield OutputFile("data/statistics.csv", b"".join(figures), "all figures")
    yield OutputFile("data/commitments.csv", b"".join(_commitments(site, rows)), "all proposals and commitments")
    yield OutputFile("data/record.schema.json", record_schema(), "JSON Schema of the record")


def record_schema() -> bytes:
    """The published contract of a record."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(ArticleRecord)
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _rows(entry: Entry, reading: Reading, settings: Settings, kept: Kept) -> Rows:
    """What an article has in the files, from what is kept where that was made of the same."""
    key = f"rows {reading.made.hex()} {address(entry.path, settings) or entry.path}"
    found = kept.get(key)
    if found:
        return _ROWS.decode(found)
    record = reading.record
    rows = Rows(b"".join(jsonl([record])), _figures(record, entry, settings), _promises(record, entry, settings))
    kept.put(key, msgspec.msgpack.encode(rows))
    return rows


def _figures(record: ArticleRecord, entry: Entry, settings: Settings) -> bytes:
    """As `sco-digest export` writes them, and the page on which each sentence stands."""
    pages = _pages_of(record, entry, settings, [figure.span for figure in record.statistics])
    return b"".join(csv_line((*cells, page)) for cells, page in zip(figure_rows(record), pages, strict=True))


def _promises(record: ArticleRecord, entry: Entry, settings: Settings) -> tuple[list[Any], ...]:
    """As in the record, and the page on which each sentence stands."""
    pages = _pages_of(record, entry, settings, [one.span for one in record.commitments])
    return tuple([*cells, page] for cells, page in zip(commitment_rows(record), pages, strict=True))


def _commitments(site: Site, rows: Iterable[Rows]) -> Iterator[bytes]:
    """Each with the page of its sentence, and the day and page on which it was last spoken of again, if it was."""
    yield csv_line((*COMMITMENT_COLUMNS, "page", "again_date", "again_page"))
    pledges = iter(site.pledges)
    for cells in (cells for one in rows for cells in one.commitments):
        yield csv_line((*cells, *_again(site, next(pledges, None))))


def _again(site: Site, pledge: Pledge | None) -> tuple[str, str]:
    """The newest passage that speaks of something again: its day, and its sentence; a site may not look for such."""
    if pledge is None or not pledge.again:
        return "", ""
    newest = site.entries[pledge.again[0].place]
    page = f"{newest.path}#{pledge.again[0].anchor}"
    return newest.date, address(page, site.settings) or page


def _pages_of(record: ArticleRecord, entry: Entry, settings: Settings, spans: Iterable[Span]) -> Iterator[str]:
    sentences = Sentences(record)
    for span in spans:
        page = f"{entry.path}#{sentences.anchor(span)}"
        yield address(page, settings) or page
