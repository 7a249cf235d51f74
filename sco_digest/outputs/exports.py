"""Records come in, one by one, and the lines of an export go out: all of them as JSON, or their figures as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sco_digest.model import ArticleRecord

COLUMNS = (
    *("article", "date", "headline", "surface", "value", "low", "high", "from", "unit", "kind", "bound", "direction"),
    *("subject", "period_start", "period_end", "period_inferred", "speaker", "policy_areas", "confidence"),
    *("start", "end", "sentence"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would run."""
_LINE_ENDS = {separator.encode(): b"\\u%04x" % ord(separator) for separator in "\x85\u2028\u2029"}
"""Some readers of lines take these for the end of one; inside JSON they can only stand in a text."""


def jsonl(records: Iterable[ArticleRecord]) -> Iterator[bytes]:
    """A line an article: the whole record."""
    encoder = msgspec.json.Encoder()
    for record in records:
        line = encoder.encode(record)
        for separator, escape in _LINE_ENDS.items():
            line = line.replace(separator, escape)
        yield line + b"\n"


def figures_csv(records: Iterable[ArticleRecord]) -> Iterator[bytes]:
    """A line a figure, below a line of the columns' names."""
    yield csv_line(COLUMNS)
    for record in records:
        for cells in figure_rows(record):
            yield csv_line(cells)


def figure_rows(record: ArticleRecord) -> Iterator[tuple[Any, ...]]:
    """The cells of each figure of an article, in the order of `COLUMNS`."""
    names = {speaker.slug: speaker.name for speaker in record.speakers}
    for figure in record.statistics:
        period = figure.period
        yield (
            *(record.id, record.date.value if record.date else None, record.headline.text, figure.surface),
            *(figure.value, figure.low, figure.high, figure.origin),
            *(figure.unit, figure.kind, figure.bound, figure.direction),
            figure.subject.text if figure.subject else None,
            *((period.start, period.end, str(period.inferred).lower()) if period else (None, None, None)),
            *(names.get(figure.speaker or ""), " ".join(figure.policy_areas), figure.confidence),
            *(figure.span.start, figure.span.end),
            " ".join(record.text[figure.sentence.start : figure.sentence.end].split()),
        )


def csv_line(cells: Iterable[Any]) -> bytes:
    """One line as RFC 4180 has it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow([_cell(value) for value in cells])
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


EXPORTS: dict[str, Callable[[Iterable[ArticleRecord]], Iterator[bytes]]] = {"jsonl": jsonl, "csv": figures_csv}
"""The formats of `sco-digest export`: a new one is one function and one line here."""
