"""Folders come in, a published site and a report go out: the stages of the house, in their order."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sco_digest.aside import misdated, parted, publishable
from sco_digest.cache import Store, records
from sco_digest.corrections import correct, left_over
from sco_digest.doubt import doubts, without_doubts
from sco_digest.extract import undated
from sco_digest.facts import facts
from sco_digest.outputs import FILLED, OUTPUTS, search, upload
from sco_digest.pages import plan
from sco_digest.progress import Stages, Watcher, nobody
from sco_digest.publish import check_output, publish
from sco_digest.reading import in_order, load, read, readings
from sco_digest.rendering import Rendering, forget
from sco_digest.shipped import languages as known_languages
from sco_digest.shipped import misnamed
from sco_digest.site import build_site
from sco_digest.variants import joined
from sco_digest.workers import open_executor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sco_digest.model import (
        ArticleRecord,
        Change,
        Content,
        Correction,
        Document,
        Doubt,
        IsoDate,
        OutputFile,
        Page,
        Problem,
        Settings,
        Site,
    )
    from sco_digest.outputs.html import Renderer


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
    scheduler: str = ""
    """Address of a Dask scheduler, whose workers do the work; empty for this machine."""
    strict: bool = False
    """Publish nothing if there is any problem."""
    force: bool = False
    """Replace a folder that sco-digest did not write."""
    search: bool = True
    """Make the search, where `site.yaml` does not forbid it."""
    cache: bool = True
    """Take over what is known from the build before, and tell the next one."""
    explain: bool = False
    """Say of each page that is rendered why it is."""
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
    unsearched: str = ""
    """Why there is no search although it was wanted."""
    changes: tuple[Change, ...] = ()
    """Files of the site that are new, other than before, or gone, in the order in which a host should take them."""
    rebuilt: dict[str, str] = {}
    """Pages that were rendered, and why; empty unless that was asked for."""
    seconds: dict[str, float] = {}


def build(options: BuildOptions, watcher: Watcher = nobody) -> BuildReport:
    """Build and publish the site; a DigestError or a report without publishing leaves the old one as it was."""
    forget()
    check_output(options.output, inputs=_inputs(options), force=options.force)
    with closing(Store(_beside(options.output) if options.cache else None)) as store:
        return _build(options, Stages(watcher), store)


def _build(options: BuildOptions, stages: Stages, store: Store) -> BuildReport:
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
        problems = in_order((*problems, *later, *misnamed(options.templates)))
        refusal = _refusal(articles, problems, options)
        if refusal:
            return _refused(refusal, problems, stages)
        review = tuple(chain.from_iterable(map(doubts, articles)))
        articles = joined(tuple(map(without_doubts, articles)))
        with stages.stage("site"):
            site = build_site(articles, content, settings)
            pages = tuple(plan(site, articles))
        with stages.stage("publish"):
            rendering = Rendering(pages, options.templates, settings, content.vocabulary.places, far=bool(options.scheduler))
            leftovers = rendering.leftovers(store, options.output)
            html = stages.counted("publish", rendering.files(executor, leftovers), len(rendering))
            files = chain(html, _others(site, articles, pages, rendering.first()))
            published = publish(files, options.output, inputs=_inputs(options), force=options.force)
            leftovers.save()
            store.save()
    return BuildReport(
        published=True,
        articles=len(articles),
        facts=sum(len(facts(record)) for record in articles),
        pages=len(rendering),
        files=published.files,
        bytes=published.bytes,
        problems=problems,
        review=review,
        unsearched=unsearched,
        changes=upload.in_order(published),
        rebuilt=rendering.reasons if options.explain else {},
        seconds=stages.seconds,
    )


def _beside(output: Path) -> Path:
    """The file of what was made from what: one for each output folder, outside of what is published."""
    folder = output.resolve()
    return folder.with_name(f".{folder.name}.sco-digest-cache")


def _with_search(settings: Settings, options: BuildOptions) -> tuple[Settings, str]:
    """Whether there is a search, for all that follow; and why not, where it was wanted and cannot be."""
    wanted = settings.search and options.search
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
    site: Site, articles: Sequence[ArticleRecord], pages: Sequence[Page], first: Renderer
) -> Iterator[OutputFile]:
    """All files that are no pages: they exist once, in the first language where they have words."""
    for output in OUTPUTS:
        yield from output(site, articles, pages)
    for filling in FILLED:
        yield from filling(site, pages, first)
    yield from search.files(site, articles)
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
