"""The Site and its records come in; an Atom feed and a JSON Feed go out, for the site, each topic, speaker and country.

Ids are made of `feed_id` and the id of the record, so that moving the site never shows old articles as new; the time of
an article is the start of its day, since no build looks at the clock. XML is written by `xml.etree`, which cannot
produce what is not well formed; an entry is written once and put into every feed that has it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
from msgspec import Struct

from sco_digest.model import OutputFile, Ref, Sentences
from sco_digest.outputs.links import link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sco_digest.model import ArticleRecord, CountryShelf, Entry, Page, Settings, Site, SpeakerShelf, TopicShelf

NEWEST = 50
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped."""


class Feed(Struct, frozen=True):
    """What one feed is about."""

    ref: Ref
    """The page that the feed belongs to."""
    entries: Sequence[int]
    """Articles as places in `Site.entries`, newest first."""


def files(site: Site, records: Sequence[ArticleRecord], _pages: Iterable[Page]) -> Iterator[OutputFile]:
    """Both kinds of feed, for everything that has one."""
    atom_entry = _once(site, records, _atom_entry)
    json_item = _once(site, records, _json_item)
    for feed in _feeds(site):
        folder = feed.ref.path.removesuffix("index.html")
        newest = feed.entries[:NEWEST]
        updated = _time(site.entries[newest[0]]) if newest else "1970-01-01T00:00:00Z"
        atom = _atom(site.settings, feed, folder, updated, [atom_entry(place, f"{folder}feed.xml") for place in newest])
        json = _json(site.settings, feed, folder, [json_item(place, f"{folder}feed.json") for place in newest])
        yield OutputFile(f"{folder}feed.xml", atom, f"Atom feed “{feed.ref.name}”")
        yield OutputFile(f"{folder}feed.json", json, f"JSON Feed “{feed.ref.name}”")


def _feeds(site: Site) -> Iterator[Feed]:
    title = site.settings.title
    yield Feed(Ref("", title, "index.html"), range(len(site.entries)))
    shelves: tuple[TopicShelf | SpeakerShelf | CountryShelf, ...] = (*site.topics, *site.speakers, *site.countries)
    for shelf in shelves:
        yield Feed(Ref(shelf.ref.slug, f"{shelf.ref.name} · {title}", shelf.ref.path), shelf.entries)


def _once(site: Site, records: Sequence[ArticleRecord], write: Callable[..., Any]) -> Callable[[int, str], Any]:
    """Entries as `write` makes them; one that stands in several feeds of one depth is made once."""

    @lru_cache(maxsize=4096)
    def written(place: int, source: str) -> Any:
        entry = site.entries[place]
        return write(site.settings, entry, records[entry.record], source)

    depths = ("", "x/", "x/x/")
    return lambda place, source: written(place, depths[source.count("/")] + source.rpartition("/")[2])


# ---- Atom ------------------------------------------------------------------------------------------------------------


def _atom(settings: Settings, feed: Feed, folder: str, updated: str, entries: Iterable[bytes]) -> bytes:
    source = f"{folder}feed.xml"
    top = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language})
    _text(top, "id", f"{settings.feed_id}/{folder}")
    _text(top, "title", feed.ref.name)
    if settings.tagline:
        _text(top, "subtitle", settings.tagline)
    _text(top, "updated", updated)
    _text(SubElement(top, "author"), "name", settings.publisher or settings.title)
    SubElement(top, "link", {"rel": "self", "type": "application/atom+xml", "href": link(source, source, settings)})
    SubElement(top, "link", {"rel": "alternate", "type": "text/html", "href": link(feed.ref.path, source, settings)})
    head = tostring(top, encoding="utf-8", xml_declaration=True).removesuffix(b"</feed>")
    return b"".join((head, b"\n", *entries, b"</feed>\n"))


def _atom_entry(settings: Settings, entry: Entry, record: ArticleRecord, source: str) -> bytes:
    element = Element("entry")
    _text(element, "id", _id(settings, entry))
    _text(element, "title", entry.headline)
    _text(element, "updated", _time(entry))
    _text(element, "published", _time(entry))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": link(entry.path, source, settings)})
    if entry.source:
        _text(SubElement(element, "author"), "name", entry.source)
    for ref in entry.topics:
        SubElement(element, "category", {"term": ref.slug, "label": _legal(ref.name)})
    _text(element, "summary", entry.summary)
    _text(element, "content", _content(settings, entry, record, source), {"type": "html"})
    xml: bytes = tostring(element, encoding="utf-8")
    return xml + b"\n"


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = _legal(text)


def _legal(text: str) -> str:
    return NOT_XML.sub("", text)


# ---- JSON Feed -------------------------------------------------------------------------------------------------------


def _json(settings: Settings, feed: Feed, folder: str, items: Iterable[dict[str, Any]]) -> bytes:
    source = f"{folder}feed.json"
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.ref.name,
        "description": settings.tagline,
        "home_page_url": link(feed.ref.path, source, settings),
        "feed_url": link(source, source, settings),
        "language": settings.language,
        "authors": [{"name": settings.publisher or settings.title}],
        "items": list(items),
    }
    return msgspec.json.encode(data) + b"\n"


def _json_item(settings: Settings, entry: Entry, record: ArticleRecord, source: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": _id(settings, entry),
        "url": link(entry.path, source, settings),
        "title": entry.headline,
        "summary": entry.summary,
        "content_html": _content(settings, entry, record, source),
        "date_published": _time(entry),
        "date_modified": _time(entry),
        "language": entry.lang,
        "tags": [ref.name for ref in entry.topics],
    }
    return item | {"authors": [{"name": entry.source}]} if entry.source else item


# ---- both ------------------------------------------------------------------------------------------------------------


def _id(settings: Settings, entry: Entry) -> str:
    return f"{settings.feed_id}/{quote(entry.id)}"


def _time(entry: Entry) -> str:
    return f"{entry.date}T00:00:00Z"


def _content(settings: Settings, entry: Entry, record: ArticleRecord, source: str) -> str:
    """The lead, who is quoted and the figures, each linked to its sentence."""
    sentences = Sentences(record)

    def item(words: str, anchor: str, more: str) -> str:
        href = link(f"{entry.path}#{anchor}", source, settings)
        return f'<li><a href="{escape(href)}">{escape(words)}</a>{escape(more)}</li>'

    people = [
        item(speaker.name, sentences.anchor(speaker.statements[0].span), f", {speaker.role}" if speaker.role else "")
        for speaker in record.speakers
        if speaker.statements
    ]
    figures = [
        item(figure.surface, sentences.anchor(figure.span), f": {figure.subject.text}" if figure.subject else "")
        for figure in record.statistics
    ]
    lists = "".join(f"<ul>{''.join(items)}</ul>" for items in (people, figures) if items)
    return f"<p>{escape(entry.summary)}</p>{lists}"
