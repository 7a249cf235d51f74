"""What a feed and its items say comes in; Atom and JSON Feed go out.

XML is written by `xml.etree`, which cannot produce what is not well formed. An item is written by itself, so that it
can be put into every feed that has it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
from msgspec import Struct

from sco_digest.model import IsoDate  # noqa: TC001  # the types of fields are read
from sco_digest.outputs.links import link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Ref, Settings

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped."""


class Feed(Struct, frozen=True, kw_only=True):
    """What one feed is about."""

    name: str
    path: str
    """The page that the feed belongs to."""
    updated: IsoDate | None
    """The day of its newest item."""

    @property
    def folder(self) -> str:
        """Where the feed lies: beside its page."""
        return self.path.removesuffix("index.html")


class Item(Struct, frozen=True, kw_only=True):
    """One entry of a feed."""

    id: str
    url: str
    title: str
    published: IsoDate
    updated: IsoDate
    """Not before `published`."""
    author: str | None = None
    topics: tuple[Ref, ...] = ()
    summary: str
    content: str
    """HTML."""
    language: str


def atom(settings: Settings, feed: Feed, items: Iterable[bytes]) -> bytes:
    """An Atom feed of items as `atom_item` writes them."""
    source = f"{feed.folder}feed.xml"
    top = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language})
    _text(top, "id", f"{settings.feed_id}/{feed.folder}")
    _text(top, "title", feed.name)
    if settings.tagline:
        _text(top, "subtitle", settings.tagline)
    _text(top, "updated", _time(feed.updated) if feed.updated else "1970-01-01T00:00:00Z")
    _text(SubElement(top, "author"), "name", settings.publisher or settings.title)
    SubElement(top, "link", {"rel": "self", "type": "application/atom+xml", "href": link(source, source, settings)})
    SubElement(top, "link", {"rel": "alternate", "type": "text/html", "href": link(feed.path, source, settings)})
    head = tostring(top, encoding="utf-8", xml_declaration=True).removesuffix(b"</feed>")
    return b"".join((head, b"\n", *items, b"</feed>\n"))


def atom_item(item: Item) -> bytes:
    """The entry of an Atom feed."""
    element = Element("entry")
    _text(element, "id", item.id)
    _text(element, "title", item.title)
    _text(element, "updated", _time(item.updated))
    _text(element, "published", _time(item.published))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
    if item.author:
        _text(SubElement(element, "author"), "name", item.author)
    for ref in item.topics:
        SubElement(element, "category", {"term": ref.slug, "label": _legal(ref.name)})
    _text(element, "summary", item.summary)
    _text(element, "content", item.content, {"type": "html"})
    xml: bytes = tostring(element, encoding="utf-8")
    return xml + b"\n"


def json_feed(settings: Settings, feed: Feed, items: Iterable[dict[str, Any]]) -> bytes:
    """A JSON Feed of items as `json_item` makes them."""
    source = f"{feed.folder}feed.json"
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.name,
        "description": settings.tagline,
        "home_page_url": link(feed.path, source, settings),
        "feed_url": link(source, source, settings),
        "language": settings.language,
        "authors": [{"name": settings.publisher or settings.title}],
        "items": list(items),
    }
    return msgspec.json.encode(data) + b"\n"


def json_item(item: Item) -> dict[str, Any]:
    """The item of a JSON Feed."""
    made: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": _time(item.published),
        "date_modified": _time(item.updated),
        "language": item.language,
        "tags": [ref.name for ref in item.topics],
    }
    return made | {"authors": [{"name": item.author}]} if item.author else made


def _time(day: IsoDate) -> str:
    """The start of a day, since no build looks at the clock."""
    return f"{day}T00:00:00Z"


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = _legal(text)


def _legal(text: str) -> str:
    return NOT_XML.sub("", text)
