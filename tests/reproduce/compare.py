"""Two built sites come in; what differs between them goes out, and which words stand in a site that must not."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

from tests.projects import digests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

GZIP = b"\x1f\x8b"


def digest(files: Mapping[str, str]) -> str:
    """One number for all files of a site and their names."""
    return hashlib.sha256("".join(f"{name}\0{what}\n" for name, what in sorted(files.items())).encode()).hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """A line for each file that is in one alone or that has other bytes, and from which byte on."""
    first, second = digests(one), digests(other)
    return [
        _difference(name, one / name if name in first else None, other / name if name in second else None)
        for name in sorted(first.keys() | second.keys())
        if first.get(name) != second.get(name)
    ]


def _difference(name: str, one: Path | None, other: Path | None) -> str:
    if one is None or other is None:
        return f"{name}: {'only there' if one is None else 'not there'}"
    first, second = one.read_bytes(), other.read_bytes()
    shorter = min(len(first), len(second))
    at = next((place for place in range(shorter) if first[place] != second[place]), shorter)
    return f"{name}: from byte {at}, {first[at : at + 40]!r} became {second[at : at + 40]!r}"


def traces(site: Path, words: Iterable[str]) -> Iterator[str]:
    """A line for each file that has one of the words in it, in its name, or below its packing."""
    wanted = [(word, word.encode()) for word in words]
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        data = file.read_bytes()
        name = file.relative_to(site).as_posix()
        whole = data + (gzip.decompress(data) if data.startswith(GZIP) else b"") + name.encode()
        yield from (f'{name}: holds "{word}"' for word, sought in wanted if sought in whole)


def written(day: date) -> tuple[str, ...]:
    """A day in the forms in which a site could say it."""
    plain = day.strftime("%B") + f" {day.day}, {day.year}"
    return (
        day.isoformat(),
        day.strftime("%Y%m%d"),
        day.strftime("%Y/%m/%d"),
        day.strftime("%d.%m.%Y"),
        day.strftime("%d %b %Y"),
        f"{day.day} {day:%B %Y}",
        plain,
    )
