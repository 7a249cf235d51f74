"""A folder comes in; the seeds and the content of the demonstration go into it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.demo.content import content_files
from tests.demo.files import seed_files
from tests.demo.projects import projects
from tests.demo.series import figures
from tests.demo.stories import stories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write(folder: Path) -> int:
    """Write both folders anew; how many articles there are."""
    articles = [*stories(), *figures(), *projects()]
    _write(folder / "seeds", seed_files(articles))
    _write(folder / "content", content_files())
    return len(articles)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
