"""A site on disk and the seeds that it was built from come in; what of them its pages show goes out."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.hostile.corpus import Seed

UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Characters that no page may hold."""
SOURCE = re.compile(r"<dd><code>(.*?)</code></dd>", re.DOTALL)
"""The first of an article is the file that it was read from."""
PERMALINK = re.compile(r'<a class="permalink"[^>]*>\d+</a>')
TAG = re.compile(r"<[^>]*>")
HOSTILE = ("hacked", "evil.example")


class Reach(Struct, frozen=True):
    """How far the payloads got."""

    articles: int
    """Pages of articles."""
    whole: int
    """Those of them that show the whole payload of their seed, letter by letter."""
    contexts: frozenset[str]
    """What kinds of payloads those are."""
    parts: Counter[str]
    """Pages with hostile words by the part of the site, such as `speakers`."""


def reach(folder: Path, seeds: Iterable[Seed]) -> Reach:
    """Look for the payload of each article on its page, and for hostile words on all."""
    known = {plain(seed.path): seed for seed in seeds}
    articles, shown, parts = 0, [], Counter[str]()
    for file in folder.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        part = file.relative_to(folder).parts[0]
        if any(word in html for word in HOSTILE):
            parts["articles" if part.isdecimal() else part] += 1
        source = SOURCE.search(html) if part.isdecimal() else None
        if source:
            articles += 1
            seed = known[plain(unescape(source[1]))]
            if plain(seed.payload) in plain(words(html)):
                shown.append(seed.context)
    return Reach(articles, len(shown), frozenset(shown), parts)


def words(html: str) -> str:
    """What a page shows, without the numbers of sentences."""
    return unescape(TAG.sub("", PERMALINK.sub("", html)))


def plain(text: str) -> str:
    """A text as far as a page can show it: without control characters, in one line."""
    return " ".join(UNSEEN.sub("", text).split())
