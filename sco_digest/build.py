"""Folders come in, a published site and a report go out: the stages of the house, in their order."""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.cache import OfProgram, SeedFiles, Store, inputs, remember
from sco_digest.errors import DigestError, LostError
from sco_digest.library import Asked, collected, read_article
from sco_digest.model import BuildOptions, BuildReport, Extent, Problem, Reading
from sco_digest.outputs import FILLED, OUTPUTS, search, upload
from sco_digest.pages import plan
from sco_digest.pages.rows import forget as forget_figures
from sco_digest.progress import Stages, Watcher, moment, nobody
from sco_digest.publish import dropped, taken
from sco_digest.reading import files, in_order, joined, load, texts
from sco_digest.rendering import Rendering, forget
from sco_digest.shipped import languages as known_languages
from sco_digest.shipped import linking, misnamed, shipped
from sco_digest.site import build_site
from sco_digest.workers import open_executor, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from sco_digest.library import Library, Read
    from sco_digest.model import (
        Content,
        Document,
        Outline,
        OutputFile,
        Page,
        Published,
        Recipe,
        Records,
        Settings,
        Site,
        UnchangedFile,
    )
    from sco_digest.outputs.html import Renderer
    from sco_digest.publish import Output
    from sco_digest.standing import Standing

__all__ = ["BuildOptions", "BuildReport", "build"]


def build(options: BuildOptions, watcher: Watcher = nobody, seconds: dict[str, float] | None = None) -> BuildReport:
    """Build and publish the site; a DigestError or a report without publishing leaves the old one as it was.

    `seconds` is filled with what each stage took, also where the build goes no further.
    """
    forget()
    seconds = {} if seconds is None else seconds
    with taken(options.output, inputs=_inputs(options), force=options.force) as output:
        try:
            return _into(output, options, lambda: Stages(watcher, seconds))
        except (DigestError, OSError, MemoryError) as error:
            if output.published is None:
                raise
            return _cut_short(output.published, error, seconds)


def _cut_short(published: Published, error: Exception, seconds: dict[str, float]) -> BuildReport:
    """The report of a build that went wrong when the site was in its place already."""
    what = " ".join(str(error).split()) or type(error).__name__
    message = f"the site was published, but not all was done behind it: {what}"
    problem = Problem("", 0, message, "build again", passing=True)
    return BuildReport(
        published=True,
        files=published.files,
        bytes=published.bytes,
        problems=(problem,),
        changes=upload.in_order(published),
        seconds=seconds,
    )


def _into(output: Output, options: BuildOptions, stages: Callable[[], Stages]) -> BuildReport:
    """The build of an output that is taken; once more where a record that was kept is lost."""
    path = Store.beside(options.output) if options.cache else None
    try:
        with closing(Store(path)) as store:
            try:
                return _remembered(output, options, stages(), store)
            except LostError:
                damaged = path if store.lasts else None  # one of another build, or that cannot be written, may be good
        with closing(Store(_removed(damaged))) as store:
            return _remembered(output, options, stages(), store)
    finally:
        Reading.forget()
        forget_figures()


def _removed(damaged: Path | None) -> Path | None:
    """Where a new store can stand in the place of a damaged one; None where that cannot be removed either."""
    try:
        if damaged:
            damaged.unlink()
    except OSError:
        return None
    return damaged


def _remembered(output: Output, options: BuildOptions, stages: Stages, store: Store) -> BuildReport:
    """A build of which the next one is told."""
    began, before = moment(), inputs(options, shipped("templates"))
    report = _build(output, options, stages, store)
    if report.published:
        remember(store, output.standing, before, report, began)
        store.save()
    return report


def _build(output: Output, options: BuildOptions, stages: Stages, store: Store) -> BuildReport:
    """From the folders to the articles that can be published, and on to their site."""
    with stages.stage("load"):
        settings, content, problems = load(options.content, options.base_url, known_languages(options.templates))
    if problems:
        return _refused("the content has problems", problems, stages)
    settings, unsearched = _with_search(settings, options)
    with stages.stage("read"):
        seen = SeedFiles(store, os.fsencode(options.seeds), settings.max_megabytes, settings.encoding)
        articles, problems = joined(seen.looked_at(partial(files, options.seeds, settings), moment()))
    with open_executor(options.jobs, len(articles), options.scheduler) as executor:
        with stages.stage("extract"):
            asked = Asked(content.vocabulary, content.corrections, settings.limits, series=settings.makes("series"))
            anew = partial(_read_anew, executor, asked, stages, partial(texts, options.seeds, settings))
            library, later = collected(store, articles, asked, anew, options.today)
        del articles  # with all texts, of which nobody needs one any more
        own_theme = (*misnamed(options.templates), *linking(options.templates, settings.parts))
        problems = in_order((*problems, *later, *own_theme))
        refusal = _refusal(library, problems, options)
        if refusal:
            return _refused(refusal, problems, stages)
        report = _published(
            library, content, settings, output, options=options, executor=executor, stages=stages, store=store
        )
    return replace(report, problems=(*problems, *report.problems), unsearched=unsearched, seconds=stages.seconds)


def _published(
    library: Library,
    content: Content,
    settings: Settings,
    output: Output,
    *,
    options: BuildOptions,
    executor: Executor,
    stages: Stages,
    store: Store,
) -> BuildReport:
    """From articles to their site in the output folder; what is too doubtful for it waits."""
    with stages.stage("site"):
        site = build_site(library.lights, library, content, settings)
        pages = tuple(plan(site, library))
    with stages.stage("publish"):
        rendering = Rendering(
            pages, options.templates, settings, content.vocabulary.places, far=bool(options.scheduler)
        )
        extent = Extent(articles=len(library), pages=len(rendering))
        if drop := dropped(options.output, extent, options.max_drop):
            return BuildReport(published=False, refusal=drop)
        leftovers = rendering.leftovers(store)

        def files(standing: Standing) -> Iterator[OutputFile | UnchangedFile]:
            html = rendering.files(executor, leftovers, standing)
            others = _others(site, library, pages, rendering.first(), store)
            yield from stages.counted("publish", html, len(rendering))
            yield from rendering.others(others, leftovers, standing)

        published = output.publish(files, spare=options.cache, extent=extent)
        leftovers.save(output.standing)
    return BuildReport(
        published=True,
        articles=extent.articles,
        facts=library.facts,
        pages=extent.pages,
        files=published.files,
        bytes=published.bytes,
        problems=_doubts(published, options.output),
        review=library.doubts,
        changes=upload.in_order(published),
        rebuilt=rendering.reasons if options.explain else {},
    )


def _doubts(published: Published, output: Path) -> tuple[Problem, ...]:
    """That the site is in its place, but perhaps not on the disk."""
    message = f"the disk does not say that it holds the new site: {published.unsure}"
    mend = "the site is published, but a loss of power may take it back; look at the disk, then build again"
    return (Problem(str(output), 0, message, mend, passing=True),) if published.unsure else ()


def _with_search(settings: Settings, options: BuildOptions) -> tuple[Settings, str]:
    """Whether there is a search, for all that follow; and why not, where it was wanted and cannot be."""
    wanted = settings.search and options.search and settings.makes("search")
    why = search.missing() if wanted else ""
    return replace(settings, search=wanted and not why), why


def _read_anew(
    executor: Executor,
    asked: Asked,
    stages: Stages,
    with_texts: Callable[[Sequence[Outline]], Sequence[Document | Problem]],
    articles: Sequence[Outline],
) -> Iterator[Read | Problem]:
    """Each of these articles, in their order."""
    found = spread(executor, read_article, asked, with_texts(articles))
    yield from stages.counted("extract", found, len(articles))


def _others(
    site: Site, articles: Records, pages: Sequence[Page], first: Renderer, store: Store
) -> Iterator[OutputFile | Recipe]:
    """All files that are no pages: they exist once, in the first language where they have words."""
    for output in OUTPUTS:
        yield from output(site, articles, pages, OfProgram(store))
    for filling in FILLED:
        yield from filling(site, pages, first)
    yield from search.files(site, articles, store)
    yield from first.assets()


def _inputs(options: BuildOptions) -> tuple[Path, ...]:
    return tuple(folder for folder in (options.seeds, options.content, options.templates) if folder is not None)


def _refusal(articles: Library, problems: tuple[Problem, ...], options: BuildOptions) -> str:
    """Why nothing can be published; empty where it can."""
    if not articles:
        return "there is no article to publish"
    return "--strict allows no problems" if options.strict and problems else ""


def _refused(reason: str, problems: tuple[Problem, ...], stages: Stages) -> BuildReport:
    return BuildReport(published=False, refusal=reason, problems=problems, seconds=stages.seconds)
