"""Folders come in, a published site and a report go out: the stages of the house, in their order."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sco_digest import __version__
from sco_digest.aside import misdated, parted, publishable, record_or_problem, without_date
from sco_digest.content import load_content
from sco_digest.corrections import correct, left_over
from sco_digest.doubt import doubts, without_doubts
from sco_digest.extract import extract, undated
from sco_digest.facts import facts
from sco_digest.model import Doubt, Problem
from sco_digest.outputs import OUTPUTS
from sco_digest.outputs.exports import EXPORTS, doubts_csv
from sco_digest.outputs.html import Renderer
from sco_digest.pages import plan
from sco_digest.progress import Stages, Watcher, nobody
from sco_digest.publish import check_output, publish
from sco_digest.seeds import read_seeds
from sco_digest.settings import load_settings
from sco_digest.shipped import misnamed, shipped
from sco_digest.site import build_site
from sco_digest.workers import open_executor, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from sco_digest.model import (
        ArticleRecord,
        Content,
        Correction,
        Document,
        IsoDate,
        OutputFile,
        Page,
        Settings,
        Vocabulary,
    )


__all__ = ["EXPORTS", "BuildOptions", "BuildReport", "build", "doubts_csv", "export"]


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build is asked for."""

    seeds: Path
    content: Path
    output: Path
    templates: Path | None = None
    """A folder of templates that win over the shipped ones."""
    base_url: str | None = None
    """Wins over the one of `site.yaml`."""
    jobs: int = 0
    """Processes; 0 for as many as are good for the work."""
    strict: bool = False
    """Publish nothing if there is any problem."""
    force: bool = False
    """Replace a folder that sco-digest did not write."""
    today: IsoDate | None = None
    """The day of the build, after which nothing was published; None where that is not looked at."""


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build did."""

    published: bool
    refusal: str = ""
    """Why nothing was published."""
    articles: int = 0
    facts: int = 0
    pages: int = 0
    files: int = 0
    bytes: int = 0
    problems: tuple[Problem, ...] = ()
    review: tuple[Doubt, ...] = ()
    """Facts that are too doubtful for the pages."""
    seconds: dict[str, float] = {}


class Theme(Struct, frozen=True):
    """What a worker needs to render a page."""

    templates: Path | None
    settings: Settings


def build(options: BuildOptions, watcher: Watcher = nobody) -> BuildReport:
    """Build and publish the site; a DigestError or a report without publishing leaves the old one as it was."""
    _renderer.cache_clear()
    stages = Stages(watcher)
    check_output(options.output, inputs=_inputs(options), force=options.force)
    with stages.stage("load"):
        settings, content, problems = _load(options.content, options.base_url)
    if problems:
        return _refused("the content has problems", problems, stages)
    with stages.stage("read"):
        documents, problems = _read(options.seeds, settings)
    with open_executor(options.jobs, len(documents)) as executor:
        with stages.stage("extract"):
            found = tuple(_readings(executor, documents, content, stages))
        fix = partial(correct, corrections=content.corrections)
        refuse = partial(_refuse, today=options.today, corrections=content.corrections)
        articles, later = publishable(documents, found, correct=fix, refuse=refuse)
        stale = left_over(content.corrections, (document.id for document in documents), parted(found)[0])
        problems = _in_order((*problems, *later, *stale, *misnamed(options.templates)))
        refusal = _refusal(articles, problems, options)
        if refusal:
            return _refused(refusal, problems, stages)
        review = tuple(chain.from_iterable(map(doubts, articles)))
        articles = tuple(map(without_doubts, articles))
        with stages.stage("site"):
            site = build_site(articles, content, settings)
            pages = tuple(plan(site, articles))
        with stages.stage("publish"):
            theme = Theme(options.templates, settings)
            html = stages.counted("publish", spread(executor, _render, theme, pages), len(pages))
            others = (file for output in OUTPUTS for file in output(site, articles, pages))
            files = chain(html, others, _renderer(theme).assets())
            published = publish(files, options.output, inputs=_inputs(options), force=options.force)
    return BuildReport(
        published=True,
        articles=len(articles),
        facts=sum(len(facts(record)) for record in articles),
        pages=len(pages),
        files=published.files,
        bytes=published.bytes,
        problems=problems,
        review=review,
        seconds=stages.seconds,
    )


def export(
    seeds: Path, content_folder: Path, jobs: int = 0, today: IsoDate | None = None
) -> tuple[Iterator[ArticleRecord], list[Problem]]:
    """The records alone, one by one, dated or not; the list of problems is complete when the last one was taken.

    A date that cannot be, after `today` say, is a problem too, and left out of its record.
    """
    settings, content, refused = _load(content_folder)
    if refused:
        return iter(()), list(refused)
    documents, unread = _read(seeds, settings)
    problems = list(_in_order(unread))
    return _exported(documents, content, jobs, today, problems), problems


def _exported(
    documents: tuple[Document, ...], content: Content, jobs: int, today: IsoDate | None, problems: list[Problem]
) -> Iterator[ArticleRecord]:
    with open_executor(jobs, len(documents)) as executor:
        readings = _readings(executor, documents, content, Stages(nobody))
        for document, found in zip(documents, readings, strict=True):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            record = correct(found, content.corrections)
            problem = misdated(document, record, today=today, corrections=content.corrections)
            if problem:
                problems.append(problem)
                record = without_date(record, problem)
            yield record


def _load(folder: Path, base_url: str | None = None) -> tuple[Settings, Content, tuple[Problem, ...]]:
    """What people own: settings, topics, people, pages, corrections."""
    settings, problems = load_settings(folder)
    content, more = load_content(folder)
    if base_url is not None:
        settings = replace(settings, base_url=base_url)
    return settings, content, _in_order(problems + more)


def _read(seeds: Path, settings: Settings) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    return read_seeds(seeds, max_bytes=int(settings.max_megabytes * 1_000_000), encoding=settings.encoding)


def _readings(
    executor: Executor, documents: Sequence[Document], content: Content, stages: Stages
) -> Iterator[ArticleRecord | Problem]:
    """The record of each document, as extracted, or why there is none; in their order."""
    extracted = spread(executor, _extract, content.vocabulary, documents)
    yield from stages.counted("extract", extracted, len(documents))


def _extract(vocabulary: Vocabulary, document: Document) -> ArticleRecord | Problem:
    return record_or_problem(extract, document, vocabulary)


def _refuse(
    document: Document, record: ArticleRecord, *, today: IsoDate | None, corrections: Sequence[Correction]
) -> Problem | None:
    """Why an article cannot be published: no page can be filed under its day."""
    return undated(document, record) or misdated(document, record, today=today, corrections=corrections)


def _render(theme: Theme, page: Page) -> OutputFile:
    return _renderer(theme).render(page)


@lru_cache(maxsize=1)
def _renderer(theme: Theme) -> Renderer:
    """One for each worker and build."""
    return Renderer(theme.templates, theme.settings, shipped=shipped("templates"), version=__version__)


def _inputs(options: BuildOptions) -> tuple[Path, ...]:
    return tuple(folder for folder in (options.seeds, options.content, options.templates) if folder is not None)


def _refusal(articles: tuple[ArticleRecord, ...], problems: tuple[Problem, ...], options: BuildOptions) -> str:
    """Why nothing can be published; empty where it can."""
    if not articles:
        return "there is no article to publish"
    return "--strict allows no problems" if options.strict and problems else ""


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.message)))


def _refused(reason: str, problems: tuple[Problem, ...], stages: Stages) -> BuildReport:
    return BuildReport(published=False, refusal=reason, problems=problems, seconds=stages.seconds)
