"""The pages of a build come in, and the folder that the build before left: which pages are there already goes out.

A page is what its template makes of its context, so it is the same where both are. That the file is still the one which
that build wrote is told by its size, its time and its number on the disk, as rsync and git do.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from msgspec import Struct

from sco_digest.cache.prints import encoded, of, value
from sco_digest.regular import within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sco_digest.cache.store import Store
    from sco_digest.model import Page, Recipe

KEY = "pages"
Look = dict[str, bytes]
"""The prints of all that is behind every page in one language, by what people call it: `templates`, `settings`."""


class PagePrint(Struct, frozen=True, array_like=True):
    """What one page is made from."""

    kind: str
    whole: bytes
    fields: tuple[int, ...] = ()
    """A checksum of each name that the template is given, in the order of the context, to say what is another."""

    @classmethod
    def of(cls, page: Page) -> PagePrint:
        """The print of a page, in whatever language it is to be rendered."""
        parts = encoded(getattr(page.context, name) for name in page.context.__struct_fields__)
        return cls(page.kind, of(*parts), tuple(map(crc32, parts)))

    @classmethod
    def of_recipe(cls, recipe: Recipe) -> PagePrint:
        """The print of a file that is no page."""
        return cls("", value(recipe.made_from))


class _Made(Struct, frozen=True, array_like=True):
    """A page that was published."""

    language: str
    made_from: PagePrint
    state: tuple[int, ...]


class _Build(Struct, frozen=True, array_like=True):
    """A build that was published."""

    looks: dict[str, Look]
    pages: dict[str, _Made]


_DECODER = msgspec.msgpack.Decoder(_Build)


class Leftovers:
    """What is known of the pages in the output folder, and what will be for the next build."""

    def __init__(self, store: Store, output: Path, looks: dict[str, Look]) -> None:
        """`looks` has one for each language of the interface, as it is now."""
        self._store, self._output, self._looks = store, output, looks
        self._before = store.read(KEY, _DECODER)
        self._now: dict[str, tuple[str, PagePrint]] = {}

    def why(self, path: str, language: str, made_from: PagePrint, names: Sequence[str] = ()) -> str:
        """Take note of a file; why it has to be made, empty where it stands in the output folder as it would be.

        `names` are what the checksums of a page stand for.
        """
        self._now[path] = (language, made_from)
        if self._before is None:
            return "nothing is known of a build before"
        before = self._before.pages.get(path)
        if before is None:
            return "it is new"
        look = self._before.looks.get(before.language, {})
        if changed := _differing(look, self._looks[language]):
            return f"changed: {', '.join(changed)}"
        if before.made_from != made_from:
            return f"changed on the page: {', '.join(_changed_fields(names, before.made_from, made_from))}"
        if before.state != _state(self._output / path):
            return "the file is not the one that was written"
        return ""

    def save(self) -> None:
        """Tell the next build of this one, which is published."""
        pages = {
            path: _Made(language, made_from, state)
            for path, (language, made_from) in self._now.items()
            if (state := _state(self._output / path))
        }
        self._store.put(KEY, msgspec.msgpack.encode(_Build(self._looks, pages)))


def _differing(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[str]:
    return [name for name in now if before.get(name) != now[name]]


def _changed_fields(names: Sequence[str], before: PagePrint, now: PagePrint) -> list[str]:
    if before.kind != now.kind or len(before.fields) != len(names):
        return ["its kind"]
    return [name for name, old, new in zip(names, before.fields, now.fields, strict=True) if old != new]


def _state(file: Path) -> tuple[int, ...]:
    """What a file is told by; empty where there is none."""
    try:
        stat = os.lstat(file)
    except OSError:
        return ()
    return (stat.st_mode, stat.st_size, within(stat.st_mtime_ns), stat.st_ino)
