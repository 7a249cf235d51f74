"""What on a machine decides over the bytes of a site comes in; it goes out as names and versions to be compared."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sco_digest import __version__
from sco_digest.cache import folders, value
from sco_digest.shipped import shipped

WRITERS = ("babel", "jinja2", "markdown", "markupsafe", "msgspec", "nh3")
"""Packages whose next version may write a record or a page in other bytes."""
PROGRAM = frozenset({".py", ".toml"})
"""What the package is made of; compiled modules do what the sources beside them say."""


@cache
def kit() -> dict[str, str]:
    """The version of each thing by its name, the telling ones first.

    Python is there for its table of Unicode. The files are there since two states of the program under development
    have one number.
    """
    package = Path(__file__).resolve().parent
    files = [file for file in sorted(package.rglob("*")) if file.suffix in PROGRAM and "starter" not in file.parts]
    return {
        "sco-digest": __version__,
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        **{name: version(name) for name in WRITERS},
        "files of sco-digest": _short(value(*((str(file.relative_to(package)), file.read_bytes()) for file in files))),
        "templates of sco-digest": _short(folders((shipped("templates"),))),
    }


def _short(fingerprint: bytes) -> str:
    """As much of a print as two people would read to one another."""
    return fingerprint.hex()[:12]
