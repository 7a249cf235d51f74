"""A site on disk and the seeds that it was built from come in; what of them its pages show goes out."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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

    files: frozenset[str]
    """The numbers of the files that have a page."""
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
    files, shown, parts = list[str](), [], Counter[str]()
    for file in folder.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        part = file.relative_to(folder).parts[0]
        if any(word in html for word in HOSTILE):
            parts["articles" if part.isdecimal() else part] += 1
        source = SOURCE.search(html) if part.isdecimal() else None
        if source:
            seed = known[plain(unescape(source[1]))]
            files.append(number_of(seed.path))
            if plain(seed.payload) in plain(words(html)):
                shown.append(seed.context)
    return Reach(frozenset(files), len(files), len(shown), frozenset(shown), parts)


def number_of(path: str) -> str:
    """What the name of a seed begins with: the number of its file, which no escaping changes."""
    return re.match(r"\d*", path.rpartition("/")[2])[0]  # type: ignore[index]


def lost(seeds: Iterable[Seed], reach: Reach, named: Iterable[str]) -> Iterator[str]:
    """The seeds whose file has no page and is not among the paths that problems name."""
    known = reach.files | {*map(number_of, named)}
    return (seed.path for seed in seeds if number_of(seed.path) not in known)


def words(html: str) -> str:
    """What a page shows, without the numbers of sentences."""
    return unescape(TAG.sub("", PERMALINK.sub("", html)))


def plain(text: str) -> str:
    """A text as far as a page can show it: without control characters, in one line."""
    return " ".join(UNSEEN.sub("", text).split())
