"""The files of `pages/` come in; the pages that people wrote go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.content.files import listed, open_markdown, refuse_same, slug_of
from sco_digest.model import Prose

if TYPE_CHECKING:
    from pathlib import Path

    from sco_digest.content.files import Entry
    from sco_digest.model import Problem


def load_prose(folder: Path, problems: list[Problem]) -> tuple[Prose, ...]:
    """The pages in the order of their names."""
    slugs: list[Entry] = []
    pages = []
    for path in listed(folder, ".md"):
        slug = slug_of(path, problems)
        slugs.append((slug, str(path), 0))
        opened = open_markdown(path, ("title",), problems)
        if opened:
            form, markdown = opened
            title = form.needed("title")
            if not markdown:
                form.wrong(form.line, "the page is empty", "write its text below the front matter")
            pages.append(Prose(slug=slug, title=title, markdown=markdown, path=f"{folder.name}/{path.name}"))
    refuse_same(slugs, "the slug", problems)
    return tuple(pages)
