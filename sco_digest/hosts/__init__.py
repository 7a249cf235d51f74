"""The name of a static host comes in; what it takes goes out: `limits.toml`, with where that stands and since when."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

Measure = Literal["files", "entries", "files_in_folder", "file_bytes", "site_bytes", "path_bytes"]
"""What can be too much: files of the site, or files and folders; files in one folder; bytes of a file, of all files, or
of a path below the site."""


class Limit(Struct, frozen=True, forbid_unknown_fields=True):
    """How much of something a host takes."""

    of: Measure
    most: int
    """The largest number that is taken."""
    says: str = ""
    """What belongs to it: on which plan, say."""
    sure: bool = True


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """Names that a host refuses or takes in a way of its own."""

    pattern: str
    """A regular expression, searched in the path below the site."""
    says: str
    """What becomes of such a path, to be read behind it."""
    refused: bool = True
    """Whether it keeps the site from being what was built."""
    unless: str = ""
    """A file that takes the matter away where the site has it."""
    sure: bool = True


class Need(Struct, frozen=True, forbid_unknown_fields=True):
    """A file that a site has to have."""

    path: str
    without: str
    """What happens where it is missing."""
    sure: bool = True


class Host(Struct, frozen=True, forbid_unknown_fields=True):
    """A static host, as far as its documentation says what it takes."""

    name: str
    page: str
    """The pages of its documentation."""
    as_of: str
    """The month in which they said so: YYYY-MM."""
    limits: tuple[Limit, ...] = ()
    names: tuple[Names, ...] = ()
    needs: tuple[Need, ...] = ()


@cache
def hosts() -> dict[str, Host]:
    """Every host that we know, by the name that the command line has for it."""
    text = Path(__file__).with_name("limits.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Host])
