"""Documents come in; the index that Pagefind makes of them goes out, and the program that reads it in a browser.

Pagefind is a process of its own for each index: its memory is given back with every shard.
"""

from __future__ import annotations

import subprocess
from base64 import b64decode
from fnmatch import filter as matching
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

try:
    from pagefind.service import get_executable
except ImportError:  # it comes with the extra `search`
    get_executable = None  # type: ignore[assignment]

from msgspec import MsgspecError, Struct, json

from sco_digest.errors import DigestError
from sco_digest.outputs.search_order import ordered
from sco_digest.outputs.search_service import ServiceError, last_words, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PROGRAM = ("pagefind.js", "pagefind-worker.js")
"""What reads an index in a browser, with the WebAssembly for its language."""
ANY_LANGUAGE = "wasm.unknown.pagefind"
"""The WebAssembly that knows no stems; always there, and needed where there is no other."""
ENTRY = "pagefind-entry.json"
INDEX = (ENTRY, "pagefind.*.pf_meta", "index/*", "filter/*", "fragment/*")
"""What Pagefind writes beside these are faces of a search, and ours is our own."""


class Indexed(Struct):
    """What the first file of an index says of one language."""

    page_count: int


class Listing(Struct):
    """The first file of an index."""

    languages: dict[str, Indexed]


def missing() -> str:
    """Why no index can be made, and how that is mended; empty where one can."""
    if get_executable is None or get_executable() is None:
        return 'Pagefind is not installed: pip install "sco-digest[search]"'
    return ""


def version() -> str:
    """What the program calls itself; raises DigestError where it does not run."""
    try:
        done = subprocess.run([_program(), "--version"], stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - no shell between
    except OSError as error:
        raise _failed(str(error)) from error
    if done.returncode:
        raise _failed(last_words(done.stderr, done.returncode))
    return done.stdout.decode(errors="replace").strip()


def index(documents: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    """The files of an index by their paths: the same for the same documents, language and version.

    Each document has a name that ends in `.html`, and words; they are stemmed by the language, whatever they are in.
    Raises DigestError where Pagefind fails.
    """
    given = sorted(documents)
    made = _indexed(given, language)
    files = {path: data for path, data in made.items() if any(fnmatchcase(path, pattern) for pattern in INDEX)}
    _check(files, len(given))
    try:
        return ordered(files)
    except ValueError as error:
        raise _failed(str(error)) from error


def program(language: str) -> dict[str, bytes]:
    """The files that a browser runs, by their names; raises DigestError where Pagefind fails."""
    made = _indexed([("word.html", b"<!DOCTYPE html>\n<html><body>word</body></html>\n")], language)
    stems = sorted(matching(made, "wasm.*.pagefind"), key=lambda name: name == ANY_LANGUAGE)[:1]
    try:
        return {name: made[name] for name in (*PROGRAM, *stems)}
    except KeyError as error:
        raise _failed(f"no {error.args[0]} was written") from error


def _indexed(documents: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    """All files that Pagefind makes, by their paths; the documents are taken in their order."""
    try:
        with TemporaryDirectory(prefix="sco-digest-search-") as folder, serving(_program(), Path(folder)) as service:
            made = service.ask("NewIndex", config={"force_language": language, "keep_index_url": True})["index_id"]
            for name, data in documents:
                service.ask("AddFile", index_id=made, file_path=name, file_contents=data.decode())
            files = service.ask("GetFiles", index_id=made)["files"]
            return {file["path"]: b64decode(file["content"]) for file in files}
    except ServiceError as error:
        raise _failed(str(error)) from error


def _program() -> Path:
    return Path(get_executable() or "pagefind").absolute()


def _check(files: Mapping[str, bytes], documents: int) -> None:
    """Whether each document is in the index."""
    try:
        listed = sum(one.page_count for one in json.decode(files.get(ENTRY, b""), type=Listing).languages.values())
    except MsgspecError as error:
        raise _failed(f"no {ENTRY} was written") from error
    fragments = sum(1 for path in files if path.startswith("fragment/"))
    if not listed == fragments == documents:
        raise _failed(f"Pagefind read {listed} texts of {documents} and wrote {fragments}")


def _failed(why: str) -> DigestError:
    return DigestError(f"the search index could not be made: {why}", mend="build with --no-search to go on without")
