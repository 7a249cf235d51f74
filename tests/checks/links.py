"""The files of a site come in; links that lead nowhere when it is opened from disk go out.

linkinator follows links of a served site only, so these are walked here: a link has to name a file, not a folder, and
what follows `#` has to be the id of an element there.
"""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from posixpath import dirname, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tests.checks import node
from tests.checks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.checks.subject import Subject

ONLY_SERVED = "not_found"
"""A kind of page that a host shows at any address, so that its links begin at the top of the host."""


class Marks(HTMLParser):
    """What a page links to, and what can be linked to in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the links and the id of an element."""
        for name, value in attrs:
            if name in {"href", "src"} and tag != "base":
                self.links.append(value or "")
            elif name == "id":
                self.ids.add(value or "")


def unbroken_on_disk(subject: Subject) -> Outcome:
    """Every link of every page that can be opened from disk."""
    paths = sorted(path for path, kind in subject.kinds.items() if kind != ONLY_SERVED)
    return Outcome("links from file://", len(paths), tuple(broken(subject.folder, paths)))


def broken(folder: Path, paths: list[str]) -> Iterator[str]:
    """Links of these pages that lead to no file of the folder, or to no place in it."""

    @cache
    def marks(path: str) -> Marks:
        return Marks((folder / path).read_text(encoding="utf-8"))

    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    for path in paths:
        for link in marks(path).links:
            target = urlsplit(link)
            if target.scheme or target.netloc:
                continue
            # what only says `#place` is on the same page
            file = normpath(f"{dirname(path)}/{unquote(target.path)}".lstrip("/")) if target.path else path
            if file not in files or target.path.startswith("/"):
                yield f"{path}: {link} is no file of the site"
            elif target.fragment and file.endswith(".html") and unquote(target.fragment) not in marks(file).ids:
                yield f"{path}: {link} is no place on that page"


def unbroken_served(subject: Subject, address: str, where: str) -> Outcome:
    """Every link that linkinator finds from the home page on, and those of the page that only a host shows."""
    pages = [
        f"{address}/",  # linkinator follows links below the folder that it begins in
        *(f"{address}/{path}" for path, kind in subject.kinds.items() if kind == ONLY_SERVED),
    ]
    elsewhere = f"^(?!{address})"
    found = node.json(
        "linkinator", [*pages, "--recurse", "--check-fragments", "--check-css", "--format", "json", "--skip", elsewhere]
    )
    faults = [
        f"{link['parent'].removeprefix(address)}: {link['url']} {link['state']} ({link['status']})"
        for link in found["links"]
        if link["state"] == "BROKEN"
    ]
    seen = {link["url"].removeprefix(f"{address}/") or "index.html" for link in found["links"]}
    unseen = subject.kinds.keys() - seen
    faults += [f"{path}: no link leads to this page" for path in sorted(unseen)]
    return Outcome(f"linkinator from {where}", len(subject.kinds), tuple(faults))
