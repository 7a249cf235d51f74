"""Records come in, one by one, and the lines of an export go out: all of them as JSON, or their figures as CSV.

So do doubtful facts, as CSV.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import msgspec

from sco_digest.sentences import Sentences, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sco_digest.model import ArticleRecord, Doubt, Span, Statistic

COLUMNS = (
    *(
        "article",
        "date",
        "headline",
        "surface",
        "value",
        "low",
        "high",
        "from",
        "unit",
        "per",
        "kind",
        "bound",
        "direction",
    ),
    *("subject", "period_start", "period_end", "period_inferred", "country", "speaker"),
    *("policy_areas", "confidence"),
    *("start", "end", "sentence"),
)
COMMITMENT_COLUMNS = (
    *("article", "date", "headline", "kind", "who", "speaker", "what", "due_start", "due_end", "projects"),
    *("policy_areas", "confidence", "start", "end", "sentence"),
)
DOUBT_COLUMNS = ("article", "path", "kind", "what", "surface", "start", "end", "confidence", "reason")
_FORMULA = re.compile(
    r"""
    [\t\r]                                    # on its own, since a spreadsheet may drop it
    | [\s\u00ad\u200b-\u200f\u2060\ufeff]*   # blanks and what nobody sees, which some pass over
    [=+\-@＝＋－＠]
    """,
    re.VERBOSE,
)
"""How a cell begins that a spreadsheet would run."""
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What some readers of lines take for the end of one, or a terminal for a command; in JSON it stands only in a text."""


def jsonl(records: Iterable[ArticleRecord]) -> Iterator[bytes]:
    """A line an article: the whole record."""
    encoder = msgspec.json.Encoder()
    for record in records:
        yield _ESCAPED.sub(_escape, encoder.encode(record).decode()).encode() + b"\n"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


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
            *(plain(record.id), record.date.value if record.date else None),
            *(plain(record.headline.text), plain(figure.surface)),
            *(figure.value, figure.low, figure.high, figure.origin),
            *(plain(figure.unit), figure.per, figure.kind, figure.bound, figure.direction),
            plain(figure.subject.text) if figure.subject else None,
            *((period.start, period.end, str(period.inferred).lower()) if period else (None, None, None)),
            figure.place.country if figure.place else None,
            *(plain(names.get(figure.speaker or "", "")), " ".join(figure.policy_areas), figure.confidence),
            *(figure.span.start, figure.span.end),
            plain(sentence_of(record, figure)),
        )


def commitment_rows(record: ArticleRecord) -> Iterator[tuple[Any, ...]]:
    """The cells of each proposal, commitment and agreement of an article, in the order of `COMMITMENT_COLUMNS`."""
    names = {speaker.slug: speaker.name for speaker in record.speakers}
    sentences = Sentences(record)
    for one in record.commitments:
        number = sentences.number(one.span.start)
        sentence = sentences.spans[number - 1] if number else one.span
        yield (
            *(plain(record.id), record.date.value if record.date else None, plain(record.headline.text)),
            *(one.kind, plain(one.who.text) if one.who else None, plain(names.get(one.speaker or "", ""))),
            *(plain(one.what.text), *((one.period.start, one.period.end) if one.period else (None, None))),
            *(" ".join(one.projects), " ".join(one.policy_areas), one.confidence, one.span.start, one.span.end),
            plain(_in_one_line(record, sentence, one.span)),
        )


def doubts_csv(doubts: Iterable[Doubt]) -> Iterator[bytes]:
    """A line a doubtful fact, below a line of the columns' names."""
    yield csv_line(DOUBT_COLUMNS)
    for one in doubts:
        yield csv_line(
            (
                *map(plain, (one.article, one.path, one.kind, one.what, one.surface)),
                *(one.span.start, one.span.end, one.confidence, one.reason),
            )
        )


def csv_line(cells: Iterable[Any]) -> bytes:
    """One line as RFC 4180 has it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow([_number(value) for value in cells])
    return text.getvalue().encode()


def sentence_of(record: ArticleRecord, figure: Statistic) -> str:
    """The sentence of a figure in one line."""
    return _in_one_line(record, figure.sentence, figure.span)


def _in_one_line(record: ArticleRecord, whole: Span, fact: Span) -> str:
    """The sentence of a fact in one line; of a very long one the part around it, with `…` where it is cut."""
    part = excerpt(whole, fact)
    words = " ".join(record.text[part.start : part.end].split())
    return f"{'… ' if part.start > whole.start else ''}{words}{' …' if part.end < whole.end else ''}"


def plain(text: str) -> str:
    """Words of a seed without signs that steer a terminal; what a spreadsheet would run gets an apostrophe."""
    shown = text if text.isprintable() else _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _number(value: Any) -> Any:
    """A whole number without `.0`; anything else as it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


EXPORTS: dict[str, Callable[[Iterable[ArticleRecord]], Iterator[bytes]]] = {"jsonl": jsonl, "csv": figures_csv}
"""The formats of `sco-digest export`: a new one is one function and one line here."""
