"""Lock files of pip and npm come in; the packages that they pin go out, and each line that pins too little."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PINNED = re.compile(
    r"""
    (?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)    # the package
    (?:\[[a-z0-9._,-]+\])?                  # its extras
    ==(?P<version>[^\s;*]+)                 # one version, and no other
    (?:\ ;\ (?P<marker>[^\\]+?))?           # where it is needed
    (?P<hashes>(?:\s+--hash=sha256:[0-9a-f]{64})+)
    """,
    re.VERBOSE,
)
ADDRESS = re.compile(r"\w+://|(?:^|\s)(?:-i|-f|--[a-z-]*(?:index|find-links|trusted-host)[a-z-]*)\b")
"""An address, or an option that takes one: a lock file has to work with any mirror."""
INTEGRITY = re.compile(r"sha512-[A-Za-z0-9+/]{86}==")


class Pinned(NamedTuple):
    """A package of a lock file."""

    name: str
    """In the one spelling that PyPI compares by: small letters, and `-` for every mark."""
    version: str


def normal(name: str) -> str:
    """The one spelling of a name that PyPI compares by."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(text: str) -> list[Pinned]:
    """The packages of a lock file of pip, in its order."""
    found = (PINNED.fullmatch(line) for _, line in _requirements(text))
    return [Pinned(normal(match["name"]), match["version"]) for match in found if match]


def pip_faults(text: str) -> list[str]:
    """What is wrong with a lock file of pip: a line without one version or without a hash, or an address."""
    loose = [
        f"{number}: {line[:80]}" for number, line in _requirements(text) if not PINNED.fullmatch(line)
    ]  # an option such as -r or -e as well, behind which anything may stand
    lines = enumerate(text.splitlines(), 1)
    addresses = [f"{number}: {line.strip()[:80]}" for number, line in lines if ADDRESS.search(line)]
    return [*loose, *(line for line in addresses if line not in loose)]


def npm_faults(text: str) -> list[str]:
    """What is wrong with a lock file of npm: an entry without a checksum, or with an address."""
    lock = json.loads(text)
    if lock.get("lockfileVersion") != 3 or not lock.get("packages"):
        return ["not of version 3, or empty"]
    entries: Mapping[str, Mapping[str, object]] = lock["packages"]
    return [f"{path}: {fault}" for path, entry in entries.items() if path for fault in _npm_entry_faults(entry)]


def _npm_entry_faults(entry: Mapping[str, object]) -> Iterator[str]:
    if not INTEGRITY.fullmatch(str(entry.get("integrity", ""))):
        yield "no checksum"
    if not re.fullmatch(r"\d[\w.+-]*", str(entry.get("version", ""))):
        yield "no version"
    if "resolved" in entry:
        yield "names where it came from"
    if entry.get("link"):
        yield "a link, with anything behind it"


def _requirements(text: str) -> Iterator[tuple[int, str]]:
    """Each line that asks for something and its number, with those that it goes on in."""
    started, parts = 0, list[str]()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not parts and (not line or line.startswith("#")):
            continue
        started = started if parts else number
        parts.append(line.removesuffix("\\").strip())
        if not line.endswith("\\"):
            yield started, " ".join(parts)
            parts = []
    if parts:
        yield started, " ".join(parts)
