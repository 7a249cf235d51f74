"""A folder of content or a file in it comes in; its files in order, and a checked Form with its body, go out."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sco_digest.errors import ContentError, DigestError, in_utf8
from sco_digest.model import Problem
from sco_digest.slugs import DEVICES
from sco_digest.yaml_lines import Form, front_matter, parse, read_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Entry = tuple[str, str, int]
"""A word that may be there once, and the path and line where it is."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_MEND = "write lower-case ASCII letters and digits, joined by hyphens"
_COUNTRY = re.compile(r"[A-Z]{2}")

_PARTS = ("site.yaml", "people.yaml", "places.yaml", "topics", "pages", "corrections")
_NOTES = "readme.md"


def misspelt(folder: Path) -> Iterator[Problem]:
    """What is in the folder under a name that is nearly one that is read, such as `people.yml`."""
    for path in _entries(folder):
        near = get_close_matches(path.name.lower(), _PARTS, n=1, cutoff=0.8)
        if near and path.name not in _PARTS:
            yield Problem(str(path), 0, "nothing of this name is read", f"rename it to {near[0]}")


def listed(folder: Path, *endings: str) -> list[Path]:
    """The files of these endings in the order of their names; notes for people (README.md) and hidden ones are not."""
    return [
        path
        for path in _entries(folder)
        if path.suffix.lower() in endings and path.name.lower() != _NOTES and not path.name.startswith(".")
    ]


def folders(folder: Path) -> list[Path]:
    """The folders in a folder in the order of their names; hidden ones are not."""
    return [path for path in _entries(folder) if path.is_dir() and not path.name.startswith(".")]


def open_markdown(path: Path, known: Iterable[str], problems: list[Problem]) -> tuple[Form, str] | None:
    """The front matter and the body of a Markdown file; None, and a problem, where it cannot be read."""
    try:
        text = read_utf8(path)
        node, body = front_matter(text, path=str(path))
    except DigestError as error:
        problems.append(_problem(error))
        return None
    if node is None:
        mend = f'begin the file with lines of ---, "{next(iter(known))}: ..." and ---'
        problems.append(Problem(str(path), 1, "there is no front matter", mend))
        return None
    return Form(node, path=str(path), known=known, problems=problems), text[body:].strip()


def open_yaml(path: Path, known: Iterable[str], problems: list[Problem]) -> Form | None:
    """The mapping in a YAML file; None, and a problem, where it cannot be read."""
    try:
        node = parse(read_utf8(path), path=str(path))
    except DigestError as error:
        problems.append(_problem(error))
        return None
    return Form(node, path=str(path), known=known, problems=problems)


def forms(path: Path, part: str, known: Iterable[str], problems: list[Problem]) -> Iterator[Form]:
    """The entries of the one list in a YAML file, which need not be there."""
    form = open_yaml(path, (part,), problems) if path.exists() or path.is_symlink() else None
    for node in form.entries(part) if form else ():
        yield Form(node, path=str(path), known=known, problems=problems)


def words_of(form: Form, key: str) -> list[Entry]:
    """The words of a list, each with its place."""
    return [(" ".join(node.text.split()), form.path, node.line) for node in form.words(key) if node.text.strip()]


def slug_of(path: Path, problems: list[Problem]) -> str:
    """The name of a folder, or of a file without its ending, which has to be a slug."""
    name, what = (path.name, "folder") if path.is_dir() else (path.stem, "file")
    if why := no_slug(name):
        message = f'the name of the {what}, "{name}", {why}'
        problems.append(Problem(in_utf8(path), 0, in_utf8(message), SLUG_MEND))
    return name


def no_slug(name: str) -> str:
    """Why a name cannot be a part of an address, as the end of a sentence; empty where it can."""
    if not SLUG.fullmatch(name):
        return "is no slug"
    return "is that of a device on Windows" if name in DEVICES else ""


def country_code(form: Form, key: str) -> str | None:
    """The value of a key that is a code of ISO 3166-1 alpha-2."""
    country = form.text(key)
    if country and not _COUNTRY.fullmatch(country):
        form.wrong(key, f'"{country[:40]}" is no country code', "write two capitals (ISO 3166), such as KG")
    return country or None


def refuse_same(entries: Sequence[Entry], what: str, problems: list[Problem]) -> None:
    """A problem for each entry whose word an earlier one has, be it in other capitals."""
    seen: dict[str, tuple[str, int]] = {}
    for value, path, line in entries:
        key = " ".join(value.casefold().split())
        first_path, first_line = seen.setdefault(key, (path, line))
        if (first_path, first_line) != (path, line):
            where = f"{first_path}:{first_line}" if first_line else first_path
            problems.append(Problem(path, line, f'{what} "{value}" is already at {where}', "change one of them"))


def _entries(folder: Path) -> list[Path]:
    """What is in a folder, which need not be there, in the order of names."""
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"cannot be listed: {error.strerror}"
        raise ContentError(message, path=str(folder), mend="put a folder there that can be read") from error
    for path in found:
        if in_utf8(path) != str(path):
            raise ContentError("the name is not UTF-8", path=in_utf8(path), mend="rename it")
    return found


def _problem(error: DigestError) -> Problem:
    return Problem(error.path, error.line, error.message, error.mend)
