"""Texts come in; the site that is checked goes out, with the kind of each of its pages.

They are those of the demonstration: it has every kind of page, and long ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

from msgspec import Struct

from sco_digest import rendering
from sco_digest.build import BuildOptions, build
from sco_digest.outputs.links import edition, in_edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sco_digest.model import BuildReport, Page, Settings

TODAY = "2026-03-31"
"""The day of the demonstration, as in the Makefile."""
OF_A_KIND = 8
"""Pages that tests look at, where `make check-site` looks at all."""


class Subject(Struct, frozen=True):
    """A built site."""

    folder: Path
    kinds: dict[str, str]
    """The path of every page, relative to the folder, and its kind."""
    editions: tuple[str, ...] = ("",)
    """The folder of each language of the interface, `ru/` say; the first is at the root."""

    def samples(self) -> dict[str, str]:
        """Each kind, and the path of its largest page: the one on which most can be wrong."""
        largest: dict[str, str] = {}
        for path in sorted(self.kinds, key=lambda path: ((self.folder / path).stat().st_size, path)):
            largest[self.kinds[path]] = path
        return dict(sorted(largest.items()))

    def some(self) -> Subject:
        """`OF_A_KIND` pages of each kind at most, from the largest to the smallest."""
        of_kind: dict[str, list[str]] = {}
        for path in sorted(self.kinds, key=lambda path: (-(self.folder / path).stat().st_size, path)):
            of_kind.setdefault(self.kinds[path], []).append(path)
        chosen = (paths[:: -(-len(paths) // OF_A_KIND)] for paths in of_kind.values())
        return Subject(self.folder, {path: self.kinds[path] for paths in chosen for path in paths}, self.editions)

    def edition(self, folder: str) -> Subject:
        """The pages of one language of the interface."""
        others = tuple(other for other in self.editions if other and other != folder)
        kinds = {path: kind for path, kind in self.kinds.items() if path.startswith(folder)}
        return Subject(self.folder, {path: kind for path, kind in kinds.items() if not path.startswith(others)})


def built(texts: Path, folder: Path, base_url: str) -> tuple[Subject, BuildReport]:
    """The site of a project, built into that folder as it is published at that address, and what the build says."""
    kinds: dict[str, str] = {}
    editions: dict[str, None] = {}

    def noted(pages: Iterable[Page], language: str, settings: Settings) -> Iterator[Page]:
        editions[edition(language, settings)] = None
        for page in in_edition(pages, language, settings):
            kinds[edition(language, settings) + page.path] = page.kind
            yield page

    with mock.patch.object(rendering, "in_edition", noted):
        folders = {"seeds": texts / "seeds", "content": texts / "content", "output": folder}
        report = build(BuildOptions(**folders, base_url=base_url, today=TODAY))
    assert report.published, report.refusal
    return Subject(folder, kinds, tuple(editions)), report
