"""A site on disk comes in; every file of it that some other program could not read, or would run, goes out."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IN_FEEDS = {"p": set(), "ul": set(), "li": set(), "h3": set(), "blockquote": set(), "a": {"href"}}
"""The elements of what stands in a feed, and their attributes."""
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a cell begins that some spreadsheet runs: such programs take wide signs for plain ones, and pass over blanks."""
HARMLESS = re.compile(r"=|[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
"""Numbers, and the sign by which a column says that a value is neither more nor less."""
LINKED = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
EVALUATED = "668332541"
"""What comes of a calculation that stands in many texts."""


def unreadable(folder: Path) -> Iterator[str]:
    """What is wrong with the files of a site, each with its path."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_dir() or path.startswith("search-index/"):
            continue  # the index is a format of its own, which is tried in the browser
        ending = file.suffix
        for check in (*CHECKS.get(ending, ()), *CHECKS[""]):
            try:
                yield from (f"{path}: {fault}" for fault in check(file.read_bytes()))
            except (ValueError, ET.ParseError, csv.Error) as error:
                yield f"{path}: cannot be read: {error}"


class Tags(HTMLParser):
    """Hears what in a piece of HTML is more than a feed has."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = IN_FEEDS.get(tag)
        wrong = [name for name, value in attrs if name not in (known or ()) or not _is_link(value or "")]
        if known is None or wrong:
            self.odd.append(f"has markup {self.get_starttag_text()!r}")

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"has a comment {data[:80]!r}")

    def handle_decl(self, decl: str) -> None:
        self.odd.append(f"has a declaration {decl[:80]!r}")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"has an instruction {data[:80]!r}")


def _is_link(address: str) -> bool:
    return "evil.example" not in address and not re.match(r"\s*[a-z-]+:", address.removeprefix("http:"), re.IGNORECASE)


def _markup(html: str) -> list[str]:
    tags = Tags()
    tags.feed(html)
    if tags.rawdata:
        tags.odd.append(f"ends within markup {tags.rawdata[:80]!r}")
    return tags.odd


def xml(data: bytes) -> Iterator[str]:
    """A feed or a sitemap."""
    top = ET.fromstring(data)  # noqa: S314  # what is tested is that there is nothing in it that one should fear
    if data.count(b"<?") != 1 or b"<!" in data:
        yield "has more than one instruction, or a declaration"
    if top.tag != f"{ATOM}feed":
        yield from (f"names {loc.text}" for loc in top.iter(f"{SITEMAP}loc") if not _is_link(loc.text or ""))
        return
    known = feedparser.parse(data)
    if known.bozo:
        yield f"is no feed for feedparser: {known.bozo_exception}"
    if len(known.entries) != len(top.findall(f"{ATOM}entry")):
        yield "has entries that only one of two programs finds"
    for entry in top.iter(f"{ATOM}entry"):
        yield from _markup(entry.findtext(f"{ATOM}content") or "")
        yield from (
            f"leads to {link.get('href')}" for link in entry.iter(f"{ATOM}link") if not _is_link(link.get("href", ""))
        )


def one_json(data: bytes) -> Iterator[str]:
    """A JSON file, which may be a feed."""
    read = strict(data)
    for item in read.get("items", ()) if isinstance(read, dict) else ():
        yield from _markup(item.get("content_html", ""))
        if not _is_link(item["url"]):
            yield f"leads to {item['url']}"


def lines(data: bytes) -> Iterator[str]:
    """A JSON object a line, by whatever one takes for the end of a line."""
    for line in data.decode().splitlines():
        if not isinstance(strict(line.encode()), dict):
            yield f"has a line that is no object: {line[:80]!r}"


def linked_data(data: bytes) -> Iterator[str]:
    """The block of JSON-LD of a page."""
    for block in LINKED.findall(data):
        if strict(block).get("@context") != "https://schema.org" or re.search(b"[<>&']", block):
            yield f"has linked data that could end its element: {block[:80]!r}"


def table(data: bytes) -> Iterator[str]:
    """A table as wide in each line as in the first, in which no cell is a formula."""
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"has {len(row)} cells in line {number}"
        for name, cell in zip(rows[0], row, strict=False):
            if FORMULA.match(cell) and not HARMLESS.fullmatch(cell):
                yield f"has a formula in line {number}, {name}: {cell[:80]!r}"


def shown(data: bytes) -> Iterator[str]:
    """What people look at, without controls."""
    for found in CONTROL.finditer(data.decode()):
        yield f"has the control character {found[0]!r} at {found.start()}"


def plain(data: bytes) -> Iterator[str]:
    """A text in which nothing was worked out."""
    if EVALUATED in data.decode():
        yield "has what a template worked out"


def strict(data: bytes) -> Any:
    """JSON without the words that are none."""
    return json.loads(data.decode(), parse_constant=_refused)


def _refused(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


CHECKS: dict[str, tuple[Callable[[bytes], Iterator[str]], ...]] = {
    ".html": (linked_data, shown, plain),
    ".txt": (shown, plain),
    ".xml": (xml, plain),
    ".json": (one_json, plain),
    ".jsonl": (lines, plain),
    ".csv": (table, plain),
    "": (),
}
"""By the ending of a file."""
