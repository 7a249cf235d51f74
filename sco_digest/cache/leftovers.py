"""The pages of a build come in, and the folder that the build before left: which pages are there already goes out.

A page is what its template makes of its context, so it is the same where both are. That the file is still the one which
that build wrote is told by its size, its time and its number on the disk, as rsync and git do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sco_digest.cache.made_from import MadeFrom
    from sco_digest.cache.store import Store
    from sco_digest.standing import Standing, Told

KEY = "pages"
Look = dict[str, bytes]
"""The prints of all that is behind every page in one language, by what people call it: `templates`, `settings`."""


class _Made(Struct, frozen=True, array_like=True):
    """A page that was published."""

    language: str
    kind: str
    made_from: bytes
    """The print of it."""
    checksums: tuple[int, ...]
    """One for each name that the template was given, in the order of the context, to say what is another."""
    state: tuple[int, ...] = ()


class _Build(Struct, frozen=True, array_like=True):
    """A build that was published."""

    looks: dict[str, Look]
    pages: dict[str, _Made]


_DECODER = msgspec.msgpack.Decoder(_Build)


class Leftovers:
    """What is known of the pages in the output folder, and what will be for the next build."""

    def __init__(self, store: Store, looks: dict[str, Look]) -> None:
        """`looks` has one for each language of the interface, as it is now."""
        self._store, self._looks = store, looks
        self._before = store.read(KEY, _DECODER)
        self._now: dict[str, _Made] = {}

    def why(self, path: str, language: str, made_from: MadeFrom, there: Told | None) -> str:
        """Take note of a file; why it has to be made, empty where it stands in the output folder as it would be.

        `there` is what stands at its path.
        """
        before = self._before.pages.get(path) if self._before else None
        if before and (before.language, before.kind, before.made_from) == (language, made_from.kind, made_from.whole):
            self._now[path] = before
        else:
            self._now[path] = _Made(language, made_from.kind, made_from.whole, made_from.checksums())
        if self._before is None:
            return "nothing is known of a build before"
        if before is None:
            return "it is new"
        look = self._before.looks.get(before.language, {})
        if look != self._looks[language] and (changed := _differing(look, self._looks[language])):
            return f"changed: {', '.join(changed)}"
        if (before.kind, before.made_from) != (made_from.kind, made_from.whole):
            return f"changed on the page: {', '.join(_changed_fields(made_from.names(), before, self._now[path]))}"
        if there is None or before.state != there.lasting:
            return "the file is not the one that was written"
        return ""

    def save(self, standing: Standing) -> None:
        """Tell the next build of this one, which is published; `standing` is all that is in the output folder."""
        pages = {
            path: made if made.state == there.lasting else replace(made, state=there.lasting)
            for path, made in self._now.items()
            if (there := standing.get(path))
        }
        self._store.put(KEY, msgspec.msgpack.encode(_Build(self._looks, pages)))


def _differing(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[str]:
    return [name for name in now if before.get(name) != now[name]]


def _changed_fields(names: tuple[str, ...], before: _Made, now: _Made) -> list[str]:
    if before.kind != now.kind or len(before.checksums) != len(names):
        return ["its kind"]
    return [name for name, old, new in zip(names, before.checksums, now.checksums, strict=True) if old != new]
