"""Articles with their facts come in as front matter; Hugo makes the site."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.benchmarks.quantities import PEERS
from tests.benchmarks.sites.articles import shared_front, with_line, write_markdown
from tests.benchmarks.sites.program import SITE, Program

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.sites.articles import Article
    from tests.benchmarks.sites.program import Command

THEME = Path(__file__).parent / "themes/hugo"


def binary() -> Path:
    """The program itself: the command of its package starts Python first, which is no part of it."""
    for found in PEERS.parents[1].glob("lib/python*/site-packages/hugo/binaries/hugo*"):
        return found
    raise FileNotFoundError(PEERS.parent / "hugo")


def _version() -> str:
    said = subprocess.run([binary(), "version"], check=True, capture_output=True, text=True).stdout
    return said.split()[1].partition("-")[0].removeprefix("v")


def _write(folder: Path, _seeds: Path, articles: Sequence[Article]) -> None:
    shutil.copytree(THEME, folder)
    (folder / "content/articles").mkdir(parents=True)
    for article in articles:
        _write_one(folder, article)


def _change(folder: Path, article: Article, line: str) -> None:
    _write_one(folder, with_line(article, line))


def _write_one(folder: Path, article: Article) -> None:
    """Front matter in JSON, which Hugo reads faster than YAML, and the text as Markdown."""
    front = shared_front(article) | {
        "url": f"/{article.path}/",
        "description": article.summary,
        "topics": [name for _, name in article.topics],
        "speakers": [name for _, name in article.speakers],
        "months": [article.month],
    }
    words = msgspec.json.format(msgspec.json.encode(front)).decode()
    write_markdown(folder / "content/articles", article, f"{words}\n\n")


def _command(folder: Path, out: Path, _again: bool) -> Command:
    words = [binary(), "build", "--quiet", "--noBuildLock", "--source", folder]
    return [*words, "--destination", out / SITE, "--cacheDir", out / "cache"]


HUGO = Program("hugo", _version, _write, _change, _command)
