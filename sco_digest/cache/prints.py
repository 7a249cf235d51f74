"""Whatever something is made from comes in, a fingerprint of it goes out: 16 bytes, the same for the same and no other.

The hash is BLAKE2b (RFC 7693), which is quick and for which no two inputs of one print are known.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sco_digest.below import bytes_of, files_below
from sco_digest.many import Many
from sco_digest.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE = 16
"""Bytes of a print: among 10^9 of them two are the same by chance once in 10^20."""
PACKAGE = Path(__file__).resolve().parents[1]
ENDINGS = (".py", ".so", ".toml")
"""The files of the package that decide what it does; `starter/` is looked at as content and templates are."""
LIBRARIES = (
    "babel",
    "charset-normalizer",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pagefind",
    "pagefind-bin",
    "python-slugify",
    "pyyaml",
    "text-unidecode",
)
"""Those whose version can show in the site, from reading a text to searching it; one that is not there shows too."""


def _own_print(thing: object) -> bytes:
    """What stands for a record that nobody has decoded, and for a long row."""
    if isinstance(thing, Many):
        thing.made = thing.made or value(thing.things)
    if isinstance(thing, Reading | Many):
        return thing.made
    raise TypeError(type(thing).__name__)


_ENCODER = msgspec.msgpack.Encoder(order="deterministic", enc_hook=_own_print)


def of(*parts: bytes) -> bytes:
    """The print of some bytes in their order; where one ends and the next begins counts too."""
    whole = b"".join(len(part).to_bytes(8, "little") + part for part in parts)
    return blake2b(whole, digest_size=SIZE).digest()


def value(*values: object) -> bytes:
    """The print of records, settings and whatever else is made of Structs, tuples, words and numbers."""
    return of(*encoded(values))


def encoded(values: Iterable[object]) -> list[bytes]:
    """The bytes by which such values are told apart."""
    return list(map(_ENCODER.encode, values))


def folders(places: Iterable[Path | None]) -> bytes:
    """The print of all files in some folders, by their names and their bytes."""
    return of(*(_file(place, file) for place in places if place for file in files_below(place)))


@cache
def program() -> bytes:
    """The print of this program: its own code and data, Python, and the libraries that have a part in the site."""
    ours = (file for file in sorted(PACKAGE.rglob("*")) if file.suffix in ENDINGS)
    return of(running(), *(_file(PACKAGE, file) for file in ours))


def running() -> bytes:
    """The print of what runs this program: Python, and the libraries that have a part in the site."""
    return of(sys.version.encode(), *(f"{name} {_version(name)}".encode() for name in LIBRARIES))


def _file(place: Path, file: Path) -> bytes:
    return of(file.relative_to(place).as_posix().encode(), bytes_of(file))


def _version(name: str) -> str:
    """The version of a library that is installed, by the name of the folder that tells of it; else as Python finds it.

    For these names see packaging.python.org, “Recording installed projects”. Python reads the whole folder, with a
    module that takes longer to load than all texts to look at.
    """
    if name in (told := _installed()):
        return told[name]
    metadata = import_module("importlib.metadata")
    try:
        return str(metadata.version(name))
    except metadata.PackageNotFoundError:
        return ""


@cache
def _installed() -> dict[str, str]:
    """The version of each library, of the first where Python would find several."""
    found: dict[str, str] = {}
    for place in sys.path:
        with suppress(OSError):
            for folder in Path(place).glob("*.dist-info"):
                name, _, version = folder.stem.partition("-")
                found.setdefault(name.lower().replace("_", "-"), version)
    return found
