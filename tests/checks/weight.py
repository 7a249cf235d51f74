"""The files of a site come in; pages that weigh too much go out: themselves and all that they make a browser load."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from tests.checks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.checks.subject import Subject

MOST = {"article": 60_000, "home": 100_000}
"""Bytes before compression, by kind of page."""
LOADED = {"stylesheet", "icon", "preload", "modulepreload"}
"""Relations of a link whose target is loaded with the page."""


class Loads(HTMLParser):
    """What a page makes a browser load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element stands for and loads."""
        given = {name: value or "" for name, value in attrs}
        if "src" in given:
            self.links.add(given["src"])
        elif tag == "link" and LOADED & set(given.get("rel", "").split()):
            self.links.add(given["href"])


def light(subject: Subject) -> Outcome:
    """Every page of a kind whose weight is limited."""
    paths = sorted(path for path, kind in subject.kinds.items() if kind in MOST)
    return Outcome("weight of articles and home", len(paths), tuple(heavy(subject, paths)))


def heavy(subject: Subject, paths: list[str]) -> Iterator[str]:
    """The pages that are above what their kind may weigh."""
    for path in paths:
        weight, most = bytes_of(subject.folder / path), MOST[subject.kinds[path]]
        if weight > most:
            yield f"{path}: {weight} bytes, {most} at most"


def bytes_of(page: Path) -> int:
    """What a page weighs with all that it loads from the site."""
    loads = Loads(page.read_text(encoding="utf-8"))
    targets = {urlsplit(urljoin(page.as_uri(), link)) for link in loads.links}
    files = {Path(unquote(target.path)) for target in targets if target.scheme == "file"}
    return sum(file.stat().st_size for file in {page, *files})
