"""Folders of texts and of content come in, records go out: what a build begins with, and all that an export needs.

Nothing of the site is loaded here, so that a command which only reads starts quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.aside import misdated, record_or_problem, without_date
from sco_digest.content import load_content
from sco_digest.corrections import correct
from sco_digest.extract import extract
from sco_digest.model import Problem
from sco_digest.outputs.exports import EXPORTS, doubts_csv
from sco_digest.progress import Stages, nobody
from sco_digest.seeds import joined, read_files, read_seeds, with_texts
from sco_digest.settings import load_settings
from sco_digest.workers import open_executor, spread

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sco_digest.model import (
        ArticleRecord,
        Content,
        Document,
        IsoDate,
        Limits,
        Outline,
        SeedFile,
        Settings,
        Vocabulary,
    )

__all__ = ["EXPORTS", "doubts_csv", "export", "files", "in_order", "joined", "load", "read", "readings", "texts"]


def export(
    seeds: Path, content_folder: Path, jobs: int = 0, today: IsoDate | None = None, scheduler: str = ""
) -> tuple[Generator[ArticleRecord, None, None], list[Problem]]:
    """The records alone, one by one, dated or not; the list of problems is complete when the last one was taken.

    A date that cannot be, after `today` say, is a problem too, and left out of its record.
    """
    settings, content, refused = load(content_folder)
    if refused:
        return _nothing(), list(refused)
    documents, unread = read(seeds, settings)
    problems = list(in_order(unread))
    opened = open_executor(jobs, len(documents), scheduler)
    return _exported(documents, content, settings.limits, opened, today=today, problems=problems), problems


def _nothing() -> Generator[ArticleRecord, None, None]:
    yield from ()


def _exported(
    documents: tuple[Document, ...],
    content: Content,
    limits: Limits,
    opened: AbstractContextManager[Executor],
    *,
    today: IsoDate | None,
    problems: list[Problem],
) -> Generator[ArticleRecord, None, None]:
    with opened as executor:
        every = readings(executor, documents, asked=(content.vocabulary, limits), stages=Stages(nobody))
        for document, found in zip(documents, every, strict=True):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            record = correct(found, content.corrections)
            problem = misdated(
                document, record.date.value if record.date else None, today=today, corrections=content.corrections
            )
            if problem:
                problems.append(problem)
                record = without_date(record, problem)
            yield record


def load(
    folder: Path, base_url: str | None = None, languages: Collection[str] = ()
) -> tuple[Settings, Content, tuple[Problem, ...]]:
    """What people own: settings, topics, people, places, pages, corrections."""
    settings, problems = load_settings(folder, languages)
    content, more = load_content(folder)
    if base_url is not None:
        settings = replace(settings, base_url=base_url)
    return settings, content, in_order(problems + more)


def read(seeds: Path, settings: Settings) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The texts, and a problem for each file that was set aside."""
    return read_seeds(seeds, max_bytes=_most(settings), encoding=settings.encoding)


def files(seeds: Path, settings: Settings, before: Mapping[str, SeedFile]) -> tuple[SeedFile, ...]:
    """The files of texts; what was read `before`, and is told by the same now, has no texts with it."""
    return tuple(read_files(seeds, max_bytes=_most(settings), encoding=settings.encoding, before=before))


def texts(seeds: Path, settings: Settings, articles: Iterable[Outline]) -> tuple[Document | Problem, ...]:
    """These articles with their texts, or why one has none any more."""
    return tuple(with_texts(seeds, articles, max_bytes=_most(settings), encoding=settings.encoding))


def _most(settings: Settings) -> int:
    """Bytes of a file that are read."""
    return int(settings.max_megabytes * 1_000_000)


def readings(
    executor: Executor, documents: Sequence[Document], *, asked: tuple[Vocabulary, Limits], stages: Stages
) -> Iterator[ArticleRecord | Problem]:
    """The record of each document, as extracted, or why there is none; in their order."""
    extracted = spread(executor, _extract, asked, documents)
    yield from stages.counted("extract", extracted, len(documents))


def _extract(asked: tuple[Vocabulary, Limits], document: Document) -> ArticleRecord | Problem:
    return record_or_problem(extract, document, *asked)


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems by file and line."""
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.message)))
