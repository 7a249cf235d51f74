"""Raw texts come in as they are; `sco-digest build` makes the site with equal pages, or the whole one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sco_digest import __version__
from sco_digest.shipped import shipped
from tests.benchmarks.sites.program import SITE, Program
from tests.benchmarks.sites.world import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.sites.articles import Article
    from tests.benchmarks.sites.program import Command

THEME = Path(__file__).parent / "themes/sco_digest"
TODAY = "2026-01-01"
"""After the last text, whatever day it is."""
ADDRESS = 'base_url: ""'


def content(folder: Path, *, equal: bool) -> Path:
    """Write a content folder with the invented countries; the settings are ours or those that ship."""
    shutil.copytree(shipped("content"), folder)
    (folder / "places.yaml").write_text(places(), encoding="utf-8")
    settings = folder / "site.yaml"
    if equal:
        shutil.rmtree(folder / "pages")
        shutil.copy(THEME / "content/site.yaml", settings)
    else:
        words = settings.read_text(encoding="utf-8").replace(ADDRESS, "base_url: https://news.example/")
        settings.write_text(words, encoding="utf-8")
    return folder


def _write(folder: Path, seeds: Path, _articles: Sequence[Article]) -> None:
    shutil.copytree(seeds, folder / "seeds")
    content(folder / "content", equal=True)
    shutil.copytree(THEME / "templates", folder / "templates")


def _write_whole(folder: Path, seeds: Path, _articles: Sequence[Article]) -> None:
    shutil.copytree(seeds, folder / "seeds")
    content(folder / "content", equal=False)


def _change(folder: Path, article: Article, line: str) -> None:
    with (folder / "seeds" / article.source).open("a", encoding="utf-8") as seed:
        seed.write(f"\n{line}\n")


def _command(folder: Path, out: Path, _again: bool) -> Command:
    return [*_whole(folder, out, _again), "--templates", folder / "templates"]


def _whole(folder: Path, out: Path, _again: bool) -> Command:
    return [*_searched(folder, out, _again), "--no-search"]


def _searched(folder: Path, out: Path, _again: bool) -> Command:
    words = [sys.executable, "-m", "sco_digest", "build", "--today", TODAY]
    return [*words, "--seeds", folder / "seeds", "--content", folder / "content", "--output", out / SITE]


def _version() -> str:
    return __version__


EQUAL = Program("sco-digest", _version, _write, _change, _command)
WHOLE = Program("sco-digest, the whole site", _version, _write_whole, _change, _whole, equal=False)
SEARCHED = Program("sco-digest, the whole site with search", _version, _write_whole, _change, _searched, equal=False)
