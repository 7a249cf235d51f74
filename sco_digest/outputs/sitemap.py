"""The Site and the paths of its pages come in; sitemap.xml and robots.txt go out.

A sitemap needs full addresses, so without `base_url` there is none. One file may name 50,000 addresses; a larger site
gets several, and an index of them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from sco_digest.model import OutputFile, Recipe
from sco_digest.outputs.links import NOT_FOUND, address, edition, languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sco_digest.model import Kept, Page, Records, Site

MOST = 50_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(site: Site, _records: Records, pages: Iterable[Page], _kept: Kept) -> Iterator[OutputFile | Recipe]:
    """What search engines ask for."""
    settings = site.settings
    lines = ["User-agent: *", "Allow: /"]
    if settings.base_url:
        dates = {entry.path: entry.date for entry in site.entries}
        paths = sorted(page.path for page in pages if page.path != NOT_FOUND)
        folders = [edition(language, settings) for language in languages(settings)]
        places = [(address(folder + path, settings), dates.get(path, "")) for folder in folders for path in paths]
        yield from _sitemaps(places, address("", settings))
        lines.append(f"Sitemap: {address('sitemap.xml', settings)}")
    yield OutputFile("robots.txt", "".join(f"{line}\n" for line in lines).encode(), "robots.txt")


def _sitemaps(places: Sequence[tuple[str, str]], top: str) -> Iterator[Recipe]:
    if len(places) <= MOST:
        yield Recipe("sitemap.xml", ("urlset", "url", tuple(places)), _xml, "sitemap")
        return
    rest = iter(places)
    names: list[str] = []
    while part := tuple(islice(rest, MOST)):
        names.append(f"sitemap-{len(names) + 1}.xml")
        yield Recipe(names[-1], ("urlset", "url", part), _xml, "sitemap")
    index = tuple((top + name, "") for name in names)
    yield Recipe("sitemap.xml", ("sitemapindex", "sitemap", index), _xml, "index of sitemaps")


def _xml(top: str, item: str, places: Iterable[tuple[str, str]]) -> bytes:
    root = Element(top, {"xmlns": NAMESPACE})
    for where, date in places:
        element = SubElement(root, item)
        SubElement(element, "loc").text = where
        if date:
            SubElement(element, "lastmod").text = date
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
