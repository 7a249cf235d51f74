"""A folder of seeds, or one file, comes in; Documents and the Problems of what was set aside go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.errors import SeedError, UnreadError
from sco_digest.model import Document, Problem
from sco_digest.seeds.article import Source
from sco_digest.seeds.decode import decode
from sco_digest.seeds.files import find, read_bytes
from sco_digest.seeds.jsonl import read_jsonl
from sco_digest.seeds.markdown import read_markdown
from sco_digest.seeds.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sco_digest.seeds.files import Found

MOST_PROBLEMS = 100
"""Problems of one file that are told."""
FORMATS: dict[str, Callable[[Source], Iterator[Document | Problem]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
}
"""The ending of a file and the room that reads it: a new format is one file and one line here."""


def read_seeds(path: Path, *, max_bytes: int, encoding: str = "") -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """All articles below a folder, sorted by path, and a problem for each that was set aside.

    `encoding` is that of older files which can be read in several ways.
    Nothing in a file makes this raise; only a path that does not exist does.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for found in find(path, tuple(FORMATS)):
        for item in [found] if isinstance(found, Problem) else _read(found, max_bytes, encoding):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                documents.append(item)
    owners: dict[str, Document] = {}
    for item in sorted(documents, key=_states_its_id):  # a file cannot take the name of another
        owners.setdefault(item.id, item)
    problems += (_same_id(item, owners[item.id]) for item in documents if owners[item.id] is not item)
    return tuple(item for item in documents if owners[item.id] is item), tuple(problems)


def _states_its_id(document: Document) -> bool:
    """Whether an article says what its id is; that of others is their path."""
    return any(header.key == "id" for header in document.headers)


def _read(found: Found, max_bytes: int, encoding: str) -> Iterable[Document | Problem]:
    """The articles of one file; after a hundred that cannot be read the rest of those are only counted."""
    broken = 0
    try:
        text = decode(read_bytes(found, max_bytes), encoding)
        for item in FORMATS[found.ending](Source(found.id, found.path, found.file, text)):
            broken += isinstance(item, Problem)
            if isinstance(item, Document) or broken <= MOST_PROBLEMS:
                yield item
    except SeedError as error:
        yield Problem(found.file, error.line, error.message, error.mend, passing=isinstance(error, UnreadError))
    if broken > MOST_PROBLEMS:
        message = f"{broken - MOST_PROBLEMS} further articles cannot be read"
        yield Problem(found.file, 1, message, "mend the first ones and try again")


def _same_id(late: Document, first: Document) -> Problem:
    """Two articles of one id: one of that path is kept, else the first in the order of paths."""
    mend = "give one of them another id" if late.file == first.file else "rename one of the files or give it an id"
    return Problem(late.file, late.line, f'the id "{late.id}" is taken by {first.file}:{first.line}', mend)
