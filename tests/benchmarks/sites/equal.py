"""Folders of built sites come in; in what they are not equal goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PAGES, BYTES = 0.02, 0.10
"""By what part of ours the number of pages and of bytes of another site may differ."""


class Output(NamedTuple):
    """What a site is made of."""

    pages: int
    """Files of HTML."""
    files: int
    bytes: int


def output(site: Path) -> Output:
    """Count a folder."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Output(pages, len(files), sum(path.stat().st_size for path in files))


def inequalities(ours: Output, others: Mapping[str, Output]) -> Iterator[str]:
    """A line for each number of another site that is too far from ours."""
    for name, other in others.items():
        for what, most, mine, its in (
            ("pages", PAGES, ours.pages, other.pages),
            ("bytes", BYTES, ours.bytes, other.bytes),
        ):
            if abs(its - mine) > most * mine:
                yield f"{name}: {its:,} {what} beside our {mine:,}, more than {most:.0%} apart"
