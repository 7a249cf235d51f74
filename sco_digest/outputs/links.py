"""A path of the site comes in; how another page, a feed or the rest of the world links to it goes out.

This is the one place that knows how deep a page lies and where the site is published. Inside the site a link is the
way up to the root and then the path, always to a file, so that pages open from a sub-path and from disk alike. To the
rest of the world a page is its folder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Entry, Page, Settings

NOT_FOUND = "404.html"


def languages(settings: Settings) -> tuple[str, ...]:
    """The languages of the interface, the first at the root of the site."""
    return (settings.language, *settings.other_languages)


def in_edition(pages: Iterable[Page], language: str, settings: Settings) -> Iterator[Page]:
    """The pages that a language has: a host knows only one page for addresses that are not there."""
    return (page for page in pages if language == settings.language or page.path != NOT_FOUND)


def edition(language: str, settings: Settings) -> str:
    """The folder below which the pages of a language of the interface lie: none for the first, else its code."""
    return "" if language == settings.language else f"{language}/"


def root(path: str, settings: Settings) -> str:
    """What a link on the page at `path` begins with; the path of the other page follows.

    >>> root("topics/trade/index.html", Settings(title="Digest"))
    '../../'

    The page that a host shows for an address that is not there can be shown at any depth, so its links begin at the
    top of the host: with the folder of `base_url`, else with `/`. They do not name the host, so a preview elsewhere
    keeps its style.
    """
    if path == NOT_FOUND:
        return urlsplit(settings.base_url).path.rstrip("/") + "/"
    return "../" * path.count("/")


def clean(path: str) -> str:
    """A path as people and search engines see it: the folder of a page, without `index.html`."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def address(path: str, settings: Settings) -> str:
    """The full address of a file of the site, with a `#fragment` or without; empty without `base_url`."""
    if not settings.base_url:
        return ""
    file, mark, fragment = path.partition("#")
    return f"{settings.base_url.rstrip('/')}/{clean(file)}{mark}{fragment}"


def report(settings: Settings, entry: Entry, file: str) -> str:
    """Where a reader reports an error in an article; empty where the settings name no place."""
    values = {"title": entry.headline, "url": address(entry.path, settings) or entry.path, "file": file}
    return re.sub(r"\{(title|url|file)\}", lambda name: quote(values[name[1]], safe=""), settings.report)


def link(path: str, source: str, settings: Settings) -> str:
    """The full address where there is one, else the way from the file `source`."""
    return address(path, settings) or root(source, settings) + path
