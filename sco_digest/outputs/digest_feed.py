"""The Site and its pages come in; an Atom feed and a JSON Feed of the digests of the weeks go out.

The newest week is in them from its first article on: its id stays, and the day of its newest article is when it was
updated. So a reader that knows the id shows one entry that grows, and no build has to ask whether a week is over.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sco_digest.model import OutputFile
from sco_digest.outputs.feed_formats import Feed, Item, atom, atom_item, json_feed, json_item
from sco_digest.outputs.links import link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Page, Part, Site, Week
    from sco_digest.outputs.html import Renderer

NEWEST = 26
"""Half a year."""
INDEX = "digests/index.html"
PARTS: tuple[Part, ...] = ("own_feeds", "digests", "digest")
"""What the feeds are made of."""


def files(site: Site, pages: Iterable[Page], renderer: Renderer) -> Iterator[OutputFile]:
    """Both kinds of feed, beside the list of the digests, where the site has that."""
    if not all(map(site.settings.makes, PARTS)):
        return
    newest = site.weeks[:NEWEST]
    wanted = {INDEX, *(week.path for week in newest)}
    by_path = {page.path: page for page in pages if page.path in wanted}
    name = f"{_title(by_path[INDEX], renderer)} · {site.settings.title}"
    feed = Feed(name=name, path=INDEX, updated=site.entries[0].date if newest else None)

    def items(source: str) -> list[Item]:
        return [_item(site, week, by_path[week.path], renderer, source) for week in newest]

    as_atom = atom(site.settings, feed, [atom_item(item) for item in items("digests/feed.xml")])
    as_json = json_feed(site.settings, feed, [json_item(item) for item in items("digests/feed.json")])
    yield OutputFile("digests/feed.xml", as_atom, f"Atom feed “{name}”")
    yield OutputFile("digests/feed.json", as_json, f"JSON Feed “{name}”")


def _item(site: Site, week: Week, page: Page, renderer: Renderer, source: str) -> Item:
    href = partial(link, source=source, settings=site.settings)
    content = renderer.fill("digest_entry.html", page, href=href)
    return Item(
        id=f"{site.settings.feed_id}/digests/{week.value}/",  # the id of an article ends in no slash
        url=href(week.path),
        title=_title(page, renderer),
        published=site.entries[week.entries[-1]].date,
        updated=site.entries[week.entries[0]].date,
        summary=" ".join(renderer.fill("digest_summary.txt", page).split()),
        content=content.strip(),
        language=site.settings.language,
    )


def _title(page: Page, renderer: Renderer) -> str:
    return " ".join(renderer.fill("digest_title.txt", page).split())
