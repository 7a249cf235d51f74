"""Pages come in, the files that they become go out: those that the output folder has already, and those made anew."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest import __version__
from sco_digest.below import files_below
from sco_digest.cache import Leftovers, Prints, folders, program, value
from sco_digest.errors import DigestError, TemplateError
from sco_digest.model import AddedPlace, OutputFile, Settings, UnchangedFile
from sco_digest.outputs.html import Renderer
from sco_digest.outputs.links import edition, in_edition, languages
from sco_digest.shipped import shipped
from sco_digest.standing import state
from sco_digest.workers import spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from sco_digest.cache import Store
    from sco_digest.model import Page, Recipe
    from sco_digest.standing import Standing


class Theme(Struct, frozen=True):
    """What a worker needs to render a page."""

    templates: Path | None
    settings: Settings
    language: str
    places: tuple[AddedPlace, ...]
    """Whose names the language may not have."""
    seal: str = ""
    """The print of the files in `templates`, where a worker may be on another machine or keep those of before."""


class Rendering:
    """All pages of one build in every language of the interface, and why each of them had to be rendered."""

    def __init__(
        self,
        pages: Sequence[Page],
        templates: Path | None,
        settings: Settings,
        places: tuple[AddedPlace, ...],
        *,
        far: bool = False,
    ) -> None:
        """`far` is for workers that may be on another machine."""
        self._pages = pages
        seal = _seal(templates) if far else ""
        if far and templates:
            templates = templates.absolute()
        self._themes = tuple(Theme(templates, settings, language, places, seal) for language in languages(settings))
        self._prints = Prints()
        self._templates: dict[Path, tuple[int, ...]] = {}
        self.reasons: dict[str, str] = {}
        """By the path of the file; complete when the last file was taken."""

    def __len__(self) -> int:
        """How many pages there are in all languages together."""
        return sum(1 for theme in self._themes for _ in in_edition(self._pages, theme.language, theme.settings))

    def first(self) -> Renderer:
        """The renderer of the first language, for whatever else has words of the interface."""
        return _renderer(self._themes[0])

    def leftovers(self, store: Store) -> Leftovers:
        """What the build before left of these pages."""
        first = self._themes[0]
        self._templates = _states(first.templates)
        common = {
            "the program": program(),
            "templates": folders((first.templates, shipped("templates"))),
            "added places": value(first.places),
        }
        looks = {one.language: common | {"settings": value(one.settings, one.language)} for one in self._themes}
        return Leftovers(store, looks)

    def files(
        self, executor: Executor, leftovers: Leftovers, standing: Standing
    ) -> Iterator[OutputFile | UnchangedFile]:
        """The pages in one language after the other; of each first those that are there already."""
        prints = {page.path: self._prints.of(page) for page in self._pages}
        for theme in self._themes:
            changed = []
            for page in in_edition(self._pages, theme.language, theme.settings):
                path = edition(theme.language, theme.settings) + page.path
                if why := leftovers.why(path, theme.language, prints[page.path], standing.get(path)):
                    self.reasons[path] = why
                    changed.append(page)
                else:
                    yield UnchangedFile(path, page.origin)
            yield from spread(executor, _render, theme, changed)

    def others(
        self, files: Iterable[OutputFile | Recipe], leftovers: Leftovers, standing: Standing
    ) -> Iterator[OutputFile | UnchangedFile]:
        """Files that are no pages: those that have a recipe are made where it is another than before.

        They come last, and with them a TemplateError where somebody has changed the templates meanwhile: some pages may
        be of these and some of others, and the next build would take all of them for pages of the first.
        """
        for file in files:
            if isinstance(file, OutputFile):
                yield file
                continue
            made_from = self._prints.of_recipe(file)
            if leftovers.why(file.path, self._themes[0].language, made_from, standing.get(file.path)):
                yield file.file()
            else:
                yield UnchangedFile(file.path, file.origin)
        templates = self._themes[0].templates
        if _states(templates) != self._templates:
            message = "the templates were changed while the site was made"
            raise TemplateError(message, path=str(templates or shipped("templates")), mend="build again")


def forget() -> None:
    """Let go of the templates of earlier builds, which may have changed since."""
    _renderer.cache_clear()


def _render(theme: Theme, page: Page) -> OutputFile:
    return _renderer(theme).render(page)


def _states(templates: Path | None) -> dict[Path, tuple[int, ...]]:
    """What tells whether somebody has changed a template, be it that he has changed it back."""
    themes = (templates, shipped("templates"))
    return {file: state(file.stat()) for folder in themes if folder for file in files_below(folder)}


def _seal(templates: Path | None) -> str:
    """Empty where nobody has templates of their own."""
    return folders((templates,)).hex() if templates else ""


@lru_cache(maxsize=32)  # a worker of a cluster sees many builds
def _renderer(theme: Theme) -> Renderer:
    """One for each worker, build and language; only of the templates that the build has, where a worker is far away."""
    if theme.seal and _seal(theme.templates) != theme.seal:
        raise DigestError(
            "a Dask worker has not the templates of this machine",
            path=str(theme.templates),
            mend="put them where every worker sees them under the same path",
        )
    return Renderer(
        theme.templates,
        theme.settings,
        shipped=shipped("templates"),
        version=__version__,
        language=theme.language,
        places=theme.places,
    )
