"""The Site and its records come in; an Atom feed and a JSON Feed go out, for the site and for each shelf of it.

A shelf is a topic, a speaker, a country or a project.

Ids are made of `feed_id` and the id of the record, so that moving the site never shows old articles as new; the time of
an article is the start of its day. An item is written once and put into every feed that has it.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from sco_digest.model import Article, Recipe
from sco_digest.outputs.feed_formats import Feed, Item, atom, atom_item, json_feed, json_item
from sco_digest.outputs.links import link
from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sco_digest.model import (
        ArticleRecord,
        CountryShelf,
        Entry,
        Kept,
        Page,
        Part,
        ProjectShelf,
        Records,
        Settings,
        Site,
        SpeakerShelf,
        TopicShelf,
    )

    Shelf = TopicShelf | SpeakerShelf | CountryShelf | ProjectShelf

NEWEST = 50
IN_LIST = 100
"""Facts of an article in one list of its item; the article has them all, which many feeds would repeat."""
Written = TypeVar("Written")


def files(site: Site, records: Records, _pages: Iterable[Page], _kept: Kept) -> Iterator[Recipe]:
    """Both kinds of feed, for everything that has one."""
    in_atom, in_json = _once(site.settings, atom_item), _once(site.settings, json_item)

    def as_atom(feed: Feed, articles: Iterable[Article]) -> bytes:
        return atom(site.settings, feed, [in_atom(article, f"{feed.folder}feed.xml") for article in articles])

    def as_json(feed: Feed, articles: Iterable[Article]) -> bytes:
        return json_feed(site.settings, feed, [in_json(article, f"{feed.folder}feed.json") for article in articles])

    for name, path, places in _feeds(site):
        entries = [site.entries[place] for place in places[:NEWEST]]
        feed = Feed(name=name, path=path, updated=entries[0].date if entries else None)
        made_from = (feed, tuple(Article.of(entry, records) for entry in entries))
        yield Recipe(f"{feed.folder}feed.xml", made_from, as_atom, f"Atom feed “{name}”")
        yield Recipe(f"{feed.folder}feed.json", made_from, as_json, f"JSON Feed “{name}”")


def _feeds(site: Site) -> Iterator[tuple[str, str, Sequence[int]]]:
    """The name of each feed, its page, and its articles as places in `Site.entries`, newest first."""
    title = site.settings.title
    yield title, "index.html", range(len(site.entries))
    kinds: dict[Part, tuple[Shelf, ...]] = {
        "topic": site.topics,
        "speaker": site.speakers,
        "country": site.countries,
        "project": site.projects,
    }
    for kind, shelves in kinds.items():
        if site.settings.makes(kind) and site.settings.makes("own_feeds"):
            yield from ((f"{shelf.ref.name} · {title}", shelf.ref.path, shelf.entries) for shelf in shelves)


def _once(settings: Settings, write: Callable[[Item], Written]) -> Callable[[Article, str], Written]:
    """Items as `write` makes them; one that stands in several feeds of one depth is made once."""

    @lru_cache(maxsize=4096)
    def written(article: Article, source: str) -> Written:
        return write(_item(settings, article.entry, article.record, source))

    depths = ("", "x/", "x/x/")
    return lambda article, source: written(article, depths[source.count("/")] + source.rpartition("/")[2])


def _item(settings: Settings, entry: Entry, record: ArticleRecord, source: str) -> Item:
    return Item(
        id=f"{settings.feed_id}/{quote(entry.id)}",
        url=link(entry.path, source, settings),
        title=entry.headline,
        published=entry.date,
        updated=entry.date,
        author=entry.source,
        topics=entry.topics,
        summary=entry.summary,
        content=_content(settings, entry, record, source),
        language=entry.lang,
    )


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
    whole = escape(link(entry.path, source, settings))
    lists = "".join(f"<ul>{''.join(_at_most(items, whole))}</ul>" for items in (people, figures) if items)
    return f"<p>{escape(entry.summary)}</p>{lists}"


def _at_most(items: list[str], whole: str) -> list[str]:
    """The first of them, and how many more there are in the article."""
    more = len(items) - IN_LIST
    return items if more <= 0 else [*items[:IN_LIST], f'<li><a href="{whole}">… +{more}</a></li>']
