"""A folder of seeds, or one file, comes in; Documents and the Problems of what was set aside go out."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from sco_digest.errors import SeedError, UnreadError
from sco_digest.model import Document, Outline, Problem, SeedFile
from sco_digest.seeds.article import Source
from sco_digest.seeds.decode import decode
from sco_digest.seeds.files import find, find_again, read_bytes
from sco_digest.seeds.jsonl import read_jsonl
from sco_digest.seeds.markdown import read_markdown
from sco_digest.seeds.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
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
    articles, problems = joined(read_files(path, max_bytes=max_bytes, encoding=encoding))
    return cast("tuple[Document, ...]", articles), problems  # nothing was read before, so that each has its text


def read_files(
    path: Path, *, max_bytes: int, encoding: str = "", before: Mapping[str, SeedFile] | None = None
) -> Iterator[SeedFile]:
    """Each file below a folder, by path; one of those read `before` that is told by the same now is not opened."""
    for found in find(path, tuple(FORMATS)):
        if isinstance(found, Problem):
            yield SeedFile(found.path, problems=(found,))
            continue
        known = before.get(found.path) if before else None
        yield known if known and known.state == found.state else _read(found, max_bytes, encoding)


def joined(files: Iterable[SeedFile]) -> tuple[tuple[Outline, ...], tuple[Problem, ...]]:
    """The articles of all files, one for each id, and a problem for each that was set aside."""
    articles: list[Outline] = []
    problems: list[Problem] = []
    for file in files:
        articles += file.articles
        problems += file.problems
    owners: dict[str, Outline] = {}
    for item in sorted(articles, key=_states_its_id):  # a file cannot take the name of another
        owners.setdefault(item.id, item)
    problems += (_same_id(item, owners[item.id]) for item in articles if owners[item.id] is not item)
    return tuple(item for item in articles if owners[item.id] is item), tuple(problems)


def with_texts(
    path: Path, articles: Iterable[Outline], *, max_bytes: int, encoding: str = ""
) -> Iterator[Document | Problem]:
    """Each article with its text, for which the file is read where that is not at hand; articles of one file together.

    A problem for each that is not there any more as it was.
    """
    for file, outlines in groupby(articles, attrgetter("file")):
        wanted = tuple(outlines)
        texts: dict[Outline, Document] = {}
        if not all(isinstance(one, Document) for one in wanted):
            found = find_again(path, file, FORMATS)
            again = () if isinstance(found, Problem) else _read(found, max_bytes, encoding).articles
            texts = {one.outline(): one for one in again if isinstance(one, Document)}
        for one in wanted:
            yield one if isinstance(one, Document) else texts.get(one) or _gone(one)


def _states_its_id(article: Outline) -> bool:
    """Whether an article says what its id is; that of others is their path."""
    return any(header.key == "id" for header in article.headers)


def _read(found: Found, max_bytes: int, encoding: str) -> SeedFile:
    """What is in one file; after a hundred articles that cannot be read the rest of those are only counted."""
    articles: list[Document] = []
    problems: list[Problem] = []
    state: tuple[int, ...] = ()
    broken = 0
    try:
        data, state = read_bytes(found, max_bytes)
        for item in FORMATS[found.ending](Source(found.id, found.path, found.file, decode(data, encoding))):
            if isinstance(item, Document):
                articles.append(item)
                continue
            broken += 1
            if broken <= MOST_PROBLEMS:
                problems.append(item)
    except SeedError as error:
        passing = isinstance(error, UnreadError)
        problems.append(Problem(found.file, error.line, error.message, error.mend, passing=passing))
    if broken > MOST_PROBLEMS:
        message = f"{broken - MOST_PROBLEMS} further articles cannot be read"
        problems.append(Problem(found.file, 1, message, "mend the first ones and try again"))
    return SeedFile(found.path, state, tuple(articles), tuple(problems))


def _gone(article: Outline) -> Problem:
    """An article of a file that was changed behind our back."""
    message = "cannot be read: the file was changed while the site was made"
    return Problem(article.file, article.line, message, "build again when it is complete", passing=True)


def _same_id(late: Outline, first: Outline) -> Problem:
    """Two articles of one id: one of that path is kept, else the first in the order of paths."""
    mend = "give one of them another id" if late.file == first.file else "rename one of the files or give it an id"
    return Problem(late.file, late.line, f'the id "{late.id}" is taken by {first.file}:{first.line}', mend)
