"""Folders come in, a published site and a report go out: the stages of the house, in their order."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sco_digest import __version__
from sco_digest.content import load_content
from sco_digest.corrections import correct, missed, unused
from sco_digest.extract import extract, undated
from sco_digest.facts import facts
from sco_digest.outputs import OUTPUTS
from sco_digest.outputs.exports import EXPORTS
from sco_digest.outputs.html import Renderer
from sco_digest.pages import plan
from sco_digest.progress import Stages, Watcher, nobody
from sco_digest.publish import check_output, publish
from sco_digest.seeds import read_seeds
from sco_digest.settings import load_settings
from sco_digest.shipped import shipped
from sco_digest.site import build_site
from sco_digest.workers import open_executor, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path

    from sco_digest.model import ArticleRecord, Content, Document, OutputFile, Page, Problem, Settings, Vocabulary


__all__ = ["EXPORTS", "BuildOptions", "BuildReport", "build", "export"]


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
            extracted = tuple(_records(executor, documents, content, stages))
        articles, later = _publishable(documents, extracted, content)
        problems = _in_order(problems + later)
        refusal = _refusal(articles, problems, options)
        if refusal:
            return _refused(refusal, problems, stages)
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
        seconds=stages.seconds,
    )


def export(seeds: Path, content_folder: Path, jobs: int = 0) -> tuple[Iterator[ArticleRecord], tuple[Problem, ...]]:
    """The records alone, one by one, dated or not; and the problems of what was set aside."""
    settings, content, problems = _load(content_folder)
    if problems:
        return iter(()), problems
    documents, problems = _read(seeds, settings)
    return _exported(documents, content, jobs, Stages(nobody)), _in_order(problems)


def _exported(documents: tuple[Document, ...], content: Content, jobs: int, stages: Stages) -> Iterator[ArticleRecord]:
    with open_executor(jobs, len(documents)) as executor:
        for record in _records(executor, documents, content, stages):
            yield correct(record, content.corrections)


def _load(folder: Path, base_url: str | None = None) -> tuple[Settings, Content, tuple[Problem, ...]]:
    """What people own: settings, topics, people, pages, corrections."""
    settings, problems = load_settings(folder)
    content, more = load_content(folder)
    if base_url is not None:
        settings = replace(settings, base_url=base_url)
    return settings, content, _in_order(problems + more)


def _read(seeds: Path, settings: Settings) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    return read_seeds(seeds, max_bytes=int(settings.max_megabytes * 1_000_000))


def _records(
    executor: Executor, documents: tuple[Document, ...], content: Content, stages: Stages
) -> Iterator[ArticleRecord]:
    """The record of each document, as extracted, in their order."""
    extracted = spread(executor, _extract, content.vocabulary, documents)
    yield from stages.counted("extract", extracted, len(documents))


def _extract(vocabulary: Vocabulary, document: Document) -> ArticleRecord:
    return extract(document, vocabulary)


def _render(theme: Theme, page: Page) -> OutputFile:
    return _renderer(theme).render(page)


@lru_cache(maxsize=1)
def _renderer(theme: Theme) -> Renderer:
    """One for each worker and build."""
    return Renderer(theme.templates, theme.settings, shipped=shipped("templates"), version=__version__)


def _publishable(
    documents: tuple[Document, ...], extracted: tuple[ArticleRecord, ...], content: Content
) -> tuple[tuple[ArticleRecord, ...], tuple[Problem, ...]]:
    """The corrected records with a date; a problem for each of the others, and for each correction that met nothing."""
    corrected = [correct(record, content.corrections) for record in extracted]
    found = [undated(document, record) for document, record in zip(documents, corrected, strict=True)]
    stale = unused(content.corrections, [record.id for record in extracted])
    lost = tuple(problem for record in extracted for problem in missed(record, content.corrections))
    dated = tuple(record for record, problem in zip(corrected, found, strict=True) if problem is None)
    return dated, tuple(problem for problem in found if problem is not None) + stale + lost


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
