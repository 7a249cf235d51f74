"""Records come in, the files of a whole site go out, by path: what the tests of pages and outputs look at."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from sco_digest.model import Recipe
from sco_digest.outputs import FILLED, OUTPUTS
from sco_digest.outputs.html import Renderer
from sco_digest.outputs.links import in_edition, languages
from sco_digest.outputs.search_kept import NOTHING
from sco_digest.pages import plan
from tests import samples
from tests.joined import at_hand, build_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sco_digest.model import ArticleRecord, Settings

TEMPLATES = samples.ROOT / "templates"
EMAIL = "digests/latest.html"
"""Written for mail programs: HTML, but no page of the site."""


def files(
    records: Sequence[ArticleRecord] | None = None, settings: Settings | None = None, templates: Path | None = None
) -> dict[str, bytes]:
    """Every file of a site of these records, else of one of each kind."""
    records = samples.records() if records is None else records
    settings = settings or samples.settings()
    site = build_site(records, samples.content(), settings)
    pages = tuple(plan(site, at_hand(records)))
    found = []
    for language in languages(settings):
        renderer = Renderer(templates, settings, shipped=TEMPLATES, version="9.9", language=language)
        found += [renderer.render(page) for page in in_edition(pages, language, settings)]
    found += renderer.assets()
    first = Renderer(templates, settings, shipped=TEMPLATES, version="9.9")
    for filled in FILLED:
        found += filled(site, pages, first)
    for output in OUTPUTS:
        made = output(site, at_hand(records), pages, NOTHING)
        found += [file.file() if isinstance(file, Recipe) else file for file in made]
    assert len({file.path for file in found}) == len(found), "two files for one path"
    return {file.path: file.data for file in found}


@cache
def usual() -> dict[str, bytes]:
    """The files of a site of one record of each kind, made once."""
    return files()


class Html(HTMLParser):
    """What the tests ask of a page: elements with their attributes, ids, links, and the text between."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]

    @property
    def links(self) -> list[str]:
        return [
            attributes["href"] for tag, attributes in self.elements if tag in {"a", "link"} and "href" in attributes
        ]
