"""Documents come in; the index that Pagefind makes of them goes out, and the program that reads it in a browser.

Pagefind is run as a command over a folder that is gone afterwards: its memory is given back with every shard.
"""

from __future__ import annotations

import gzip
import subprocess
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PROGRAM = ("pagefind.js", "pagefind-worker.js")
"""What reads an index in a browser, with the WebAssembly for its language."""
ANY_LANGUAGE = "wasm.unknown.pagefind"
"""The WebAssembly that knows no stems; always there, and needed where there is no other."""
TEXTS = "texts"
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
    return _run("--version")


def index(documents: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    """The files of an index by their paths: the same for the same documents, language and version.

    Each document has a name that ends in `.html`, and words; they are stemmed by the language, whatever they are in.
    Raises DigestError where Pagefind fails.
    """
    with TemporaryDirectory(prefix="sco-digest-search-") as folder:
        made = _indexed(Path(folder), documents, language)
        given = sum(1 for _ in Path(folder, TEXTS).iterdir())
        found = [file for pattern in INDEX for file in made.glob(pattern)]
        files = {file.relative_to(made).as_posix(): _whole(file) for file in found}
    _check(files, given)
    try:
        return ordered(files)
    except ValueError as error:
        raise _failed(str(error)) from error


def program(language: str) -> dict[str, bytes]:
    """The files that a browser runs, by their names; raises DigestError where Pagefind fails."""
    with TemporaryDirectory(prefix="sco-digest-search-") as folder:
        made = _indexed(Path(folder), [("word.html", b"<!DOCTYPE html>\n<html><body>word</body></html>\n")], language)
        stems = sorted(made.glob("wasm.*.pagefind"), key=lambda file: file.name == ANY_LANGUAGE)[:1]
        try:
            return {file.name: file.read_bytes() for file in (*(made / name for name in PROGRAM), *stems)}
        except OSError as error:
            raise _failed(f"no {Path(error.filename).name} was written") from error


def _indexed(folder: Path, documents: Iterable[tuple[str, bytes]], language: str) -> Path:
    """The folder that Pagefind has written."""
    source, made = folder / TEXTS, folder / "index"
    source.mkdir()
    for name, data in documents:
        (source / name).write_bytes(data)
    places = ("--site", str(source), "--output-path", str(made))
    _run(*places, "--force-language", language, "--keep-index-url", "--silent", folder=folder)
    return made


def _run(*arguments: str, folder: Path | None = None) -> str:
    """What Pagefind answers; in a folder of ours, since it reads settings from the one that it is started in."""
    command = [str(Path(get_executable() or "pagefind").absolute()), *arguments]
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - no shell between
    except OSError as error:
        raise _failed(str(error)) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"Pagefind ended with {done.returncode}"
        raise _failed(said.splitlines()[0])
    return done.stdout.decode(errors="replace").strip()


def _whole(file: Path) -> bytes:
    """What is in a file; one that is cut off is found out by its checksum."""
    data = file.read_bytes()
    if file.suffix.startswith(".pf_"):
        try:
            gzip.decompress(data)
        except (EOFError, OSError) as error:
            raise DigestError(f"Pagefind left {file.name} unfinished", mend="build again") from error
    return data


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
