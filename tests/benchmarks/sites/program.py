"""What a program that builds sites has to say of itself to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.benchmarks.sites.articles import Article

    Command = Sequence[str | Path]

SITE = "site"
"""Name of the folder below `out` that the site is built into; whatever else a program keeps lies in `out` too."""


class Program(NamedTuple):
    """A program, with what it is given and how it is called."""

    name: str
    version: Callable[[], str]
    """Its version; an OSError or a CalledProcessError where it does not run here."""
    write: Callable[[Path, Path, Sequence[Article]], None]
    """Writes the input into a folder, of raw texts and of the same articles with their facts."""
    change: Callable[[Path, Article, str], None]
    """Adds a paragraph to one article of the input."""
    command: Callable[[Path, Path, bool], Command]
    """What builds the input of a folder into `out / SITE`; the last argument says whether an earlier build is there."""
    equal: bool = True
    """Whether the site has the pages that all others have."""
