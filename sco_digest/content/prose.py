"""The files of `pages/` come in; the pages that people wrote go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.content.files import folders, listed, open_markdown, refuse_same, slug_of
from sco_digest.model import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sco_digest.content.files import Entry
    from sco_digest.model import Problem


def load_prose(folder: Path, problems: list[Problem]) -> tuple[Prose, ...]:
    """The pages in the order of their names, those of a folder behind the page of its name."""
    slugs: list[Entry] = []
    pages = []
    for slug, path in sorted(_files(folder, problems)):
        slugs.append((slug, str(path), 0))
        opened = open_markdown(path, ("title",), problems)
        if opened:
            form, markdown = opened
            title = form.needed("title")
            if not markdown:
                form.wrong(form.line, "the page is empty", "write its text below the front matter")
            shown = path.relative_to(folder.parent).as_posix()
            pages.append(Prose(slug=slug, title=title, markdown=markdown, path=shown))
    refuse_same(slugs, "the slug", problems)
    return tuple(pages)


def _files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Each page and its slug: `method` for `method.md`, `method/accuracy` for `method/accuracy.md`, no deeper."""
    for path in listed(folder, ".md"):
        yield slug_of(path, problems), path
    for inner in folders(folder):
        if pages := listed(inner, ".md"):
            above = slug_of(inner, problems)
            yield from ((f"{above}/{slug_of(path, problems)}", path) for path in pages)
