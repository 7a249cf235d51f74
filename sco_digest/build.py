"""Folders come in, a published site and a report go out: the stages of the house, in their order."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.aside import misdated, parted, publishable
from sco_digest.cache import Store, inputs, records, remember
from sco_digest.corrections import correct, left_over
from sco_digest.doubt import doubts, without_doubts
from sco_digest.extract import undated
from sco_digest.facts import facts
from sco_digest.model import BuildOptions, BuildReport
from sco_digest.outputs import FILLED, OUTPUTS, search, upload
from sco_digest.pages import plan
from sco_digest.progress import Stages, Watcher, moment, nobody
from sco_digest.publish import check_output, publish
from sco_digest.reading import in_order, load, read, readings
from sco_digest.rendering import Rendering, forget
from sco_digest.shipped import languages as known_languages
from sco_digest.shipped import linking, misnamed, shipped
from sco_digest.site import build_site
from sco_digest.variants import joined
from sco_digest.workers import open_executor

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
        Kept,
        OutputFile,
        Page,
        Problem,
        Settings,
        Site,
    )
    from sco_digest.outputs.html import Renderer

__all__ = ["BuildOptions", "BuildReport", "build"]


def build(options: BuildOptions, watcher: Watcher = nobody) -> BuildReport:
    """Build and publish the site; a DigestError or a report without publishing leaves the old one as it was."""
    forget()
    check_output(options.output, inputs=_inputs(options), force=options.force)
    began, before = moment(), inputs(options, shipped("templates"))
    with closing(Store(Store.beside(options.output) if options.cache else None)) as store:
        report = _build(options, Stages(watcher), store)
        if report.published:
            remember(store, options, before, report, began)
            store.save()
    return report


def _build(options: BuildOptions, stages: Stages, store: Store) -> BuildReport:
    """From the folders to the articles that can be published, and on to their site."""
    with stages.stage("load"):
        settings, content, problems = load(options.content, options.base_url, known_languages(options.templates))
    if problems:
        return _refused("the content has problems", problems, stages)
    settings, unsearched = _with_search(settings, options)
    with stages.stage("read"):
        documents, problems = read(options.seeds, settings)
    with open_executor(options.jobs, len(documents), options.scheduler) as executor:
        with stages.stage("extract"):
            anew = partial(readings, executor, content=content, stages=stages)
            found = tuple(records(store, documents, content.vocabulary, anew))
        articles, later = _accepted(documents, found, content, options)
        own_theme = (*misnamed(options.templates), *linking(options.templates, settings.parts))
        problems = in_order((*problems, *later, *own_theme))
        refusal = _refusal(articles, problems, options)
        if refusal:
            return _refused(refusal, problems, stages)
        report = _published(articles, content, settings, options=options, executor=executor, stages=stages, store=store)
    return replace(report, problems=problems, unsearched=unsearched, seconds=stages.seconds)


def _published(
    articles: tuple[ArticleRecord, ...],
    content: Content,
    settings: Settings,
    *,
    options: BuildOptions,
    executor: Executor,
    stages: Stages,
    store: Store,
) -> BuildReport:
    """From articles to their site in the output folder; what is too doubtful for it waits."""
    review = tuple(chain.from_iterable(map(doubts, articles)))
    articles = joined(tuple(map(without_doubts, articles)))
    with stages.stage("site"):
        site = build_site(articles, content, settings)
        pages = tuple(plan(site, articles))
    with stages.stage("publish"):
        rendering = Rendering(
            pages, options.templates, settings, content.vocabulary.places, far=bool(options.scheduler)
        )
        leftovers = rendering.leftovers(store, options.output)
        html = stages.counted("publish", rendering.files(executor, leftovers), len(rendering))
        files = chain(html, _others(site, articles, pages, rendering.first(), store))
        published = publish(files, options.output, inputs=_inputs(options), force=options.force)
        leftovers.save()
    return BuildReport(
        published=True,
        articles=len(articles),
        facts=sum(len(facts(record)) for record in articles),
        pages=len(rendering),
        files=published.files,
        bytes=published.bytes,
        review=review,
        changes=upload.in_order(published),
        rebuilt=rendering.reasons if options.explain else {},
    )


def _with_search(settings: Settings, options: BuildOptions) -> tuple[Settings, str]:
    """Whether there is a search, for all that follow; and why not, where it was wanted and cannot be."""
    wanted = settings.search and options.search and settings.makes("search")
    why = search.missing() if wanted else ""
    return replace(settings, search=wanted and not why), why


def _accepted(
    documents: Sequence[Document], found: Sequence[ArticleRecord | Problem], content: Content, options: BuildOptions
) -> tuple[tuple[ArticleRecord, ...], tuple[Problem, ...]]:
    """The articles that can be published, corrected; a problem for each other, and for what corrects nothing."""
    fix = partial(correct, corrections=content.corrections)
    refuse = partial(_refuse, today=options.today, corrections=content.corrections)
    articles, refused = publishable(documents, found, correct=fix, refuse=refuse)
    stale = left_over(content.corrections, (document.id for document in documents), parted(found)[0])
    return articles, (*refused, *stale)


def _refuse(
    document: Document, record: ArticleRecord, *, today: IsoDate | None, corrections: Sequence[Correction]
) -> Problem | None:
    """Why an article cannot be published: no page can be filed under its day."""
    return undated(document, record) or misdated(document, record, today=today, corrections=corrections)


def _others(
    site: Site, articles: Sequence[ArticleRecord], pages: Sequence[Page], first: Renderer, kept: Kept
) -> Iterator[OutputFile]:
    """All files that are no pages: they exist once, in the first language where they have words."""
    for output in OUTPUTS:
        yield from output(site, articles, pages)
    for filling in FILLED:
        yield from filling(site, pages, first)
    yield from search.files(site, articles, kept)
    yield from first.assets()


def _inputs(options: BuildOptions) -> tuple[Path, ...]:
    return tuple(folder for folder in (options.seeds, options.content, options.templates) if folder is not None)


def _refusal(articles: tuple[ArticleRecord, ...], problems: tuple[Problem, ...], options: BuildOptions) -> str:
    """Why nothing can be published; empty where it can."""
    if not articles:
        return "there is no article to publish"
    return "--strict allows no problems" if options.strict and problems else ""


def _refused(reason: str, problems: tuple[Problem, ...], stages: Stages) -> BuildReport:
    return BuildReport(published=False, refusal=reason, problems=problems, seconds=stages.seconds)
