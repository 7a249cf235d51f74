"""A folder comes in; whether it is a site of ours, and how large, goes out: its marker says so.

The marker is a file that is written last of all. What is in it depends on nothing but the site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sco_digest.model import Extent

if TYPE_CHECKING:
    from pathlib import Path

MARKER = ".sco-digest"
_FORMAT = "sco-digest output, format 1\n"
_WARNING = "Each build replaces this folder as a whole; keep nothing of your own in it.\n"
_EXTENT = re.compile(
    r"""
    ^articles \s (\d{1,12}) \n    # a build of before may have said nothing of it
    pages \s (\d{1,12}) \n
    """,
    re.VERBOSE | re.MULTILINE,
)


def marking(extent: Extent | None) -> bytes:
    """What the marker of a site says."""
    size = f"articles {extent.articles}\npages {extent.pages}\n" if extent else ""
    return (_FORMAT + _WARNING + size).encode()


def is_ours(folder: Path) -> bool:
    """Whether a build made this folder."""
    return _read(folder).startswith(_FORMAT)


def extent_of(folder: Path) -> Extent | None:
    """How large the site in a folder is; None where there is none, or it does not say."""
    text = _read(folder)
    found = _EXTENT.search(text) if text.startswith(_FORMAT) else None
    return Extent(articles=int(found[1]), pages=int(found[2])) if found else None


def _read(folder: Path) -> str:
    """The words of a marker; empty where there is none."""
    marker = folder / MARKER
    if not marker.is_file() or marker.is_symlink():
        return ""
    return marker.read_bytes()[:1000].decode("ascii", errors="replace")
