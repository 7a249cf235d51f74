"""Articles with their facts come in as metadata; Pelican makes the site."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.benchmarks.quantities import PEERS
from tests.benchmarks.sites.articles import with_line
from tests.benchmarks.sites.program import SITE, Program

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.sites.articles import Article
    from tests.benchmarks.sites.program import Command

THEME = Path(__file__).parent / "themes/pelican"


def _version() -> str:
    words = [PEERS.with_name("pelican"), "--version"]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def _write(folder: Path, _seeds: Path, articles: Sequence[Article]) -> None:
    shutil.copytree(THEME, folder)
    (folder / "content/articles").mkdir(parents=True)
    shutil.move(folder / "style.css", folder / "content/style.css")
    for article in articles:
        _write_one(folder, article)


def _change(folder: Path, article: Article, line: str) -> None:
    _write_one(folder, with_line(article, line))


def _write_one(folder: Path, article: Article) -> None:
    """Its metadata are lines, so statements and figures are one of JSON, which the template reads."""
    facts = {"statements": article.statements, "figures": article.figures}
    front = {
        "Title": article.title,
        "Date": article.date,
        "Day": article.date,
        "Month": article.month,
        "Slug": article.path,
        "Summary": article.summary,
        "Credit": article.credit,
        "Tags": ", ".join(name for _, name in article.topics),
        "Authors": "; ".join(name for _, name in article.speakers) + ";" * bool(article.speakers),
        "Facts": msgspec.json.encode(facts).decode(),
    }
    lines = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
    text = f"{lines}\n" + "\n\n".join(article.paragraphs) + "\n"
    (folder / "content/articles" / f"{article.path.replace('/', '-')}.md").write_text(text, encoding="utf-8")


def _command(folder: Path, out: Path, again: bool) -> Command:
    """Its cache costs time in a first build, so it is kept only where a later one can gain by it."""
    words = [PEERS.with_name("pelican"), folder / "content", "-s", folder / "pelicanconf.py", "-o", out / SITE, "-q"]
    cache = ["CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", f'CACHE_PATH="{out / "cache"}"']
    return [*words, "-e", *cache] if again else words


PELICAN = Program("pelican", _version, _write, _change, _command)
