"""`sco-digest build`: folders come in, the published site, a line of counts and the problems go out."""

from __future__ import annotations

import errno
import re
from contextlib import contextmanager, suppress
from importlib import import_module
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_digest.cache import unchanged
from sco_digest.cli import options
from sco_digest.cli.log import LOGS, Log
from sco_digest.cli.progress import watching
from sco_digest.cli.report import ReportFile, exit_code, outcome
from sco_digest.cli.terminal import counted
from sco_digest.errors import NO_MEMORY, DigestError, of_the_system
from sco_digest.model import BuildOptions, BuildReport, Problem
from sco_digest.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from sco_digest.progress import Watcher


def _share(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    found = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*%?", value or "")
    if value is None or (found and float(found[1]) <= 100):
        return float(found[1]) if found else None
    raise click.BadParameter(f"{value!r} is not a share such as 20%")


@click.command
@options.seeds
@options.content
@options.templates
@options.output
@options.base_url
@options.jobs
@options.executor
@options.scheduler
@options.search
@options.today
@click.option(
    "--max-drop",
    type=click.UNPROCESSED,
    callback=_share,
    metavar="PERCENT",
    help="Publish nothing if articles or pages fall by more, against the site that is there.",
)
@click.option("--strict", is_flag=True, help="Publish nothing if there is any problem.")
@click.option("--force", is_flag=True, help="Replace a folder that sco-digest did not write.")
@options.cache
@click.option("--explain-rebuild", "explain", is_flag=True, help="Say of each page that is rendered why it is.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write counts, changed files, problems and seconds as JSON.",
)
@click.option(
    "--log-format",
    "form",
    type=click.Choice(list(LOGS)),
    default="text",
    show_default=True,
    help="Tell what is done in lines for people, or as a JSON object a line.",
)
@click.pass_context
def command(ctx: click.Context, /, *, report: Path | None, form: str, **wishes: Any) -> None:
    """Build the site and replace the output folder by it.

    A text that cannot be read is set aside and named; the exit code is then 1.
    """
    options.cluster(wishes["executor"], wishes["scheduler"])  # wrong usage is told before anything is begun
    if report:
        _must_be_apart(report, wishes)
    log = ctx.find_root().obj = LOGS[form]()
    file = ReportFile(report) if report else None
    with watching(log, bars=form == "text") as watcher:
        done = attempt(wishes, watcher)
    if file:
        done = file.end(done)
    with telling(done):
        for path, why in done.rebuilt.items():
            log.tell("rebuilt", f"{path}: {why}", path=path, why=why)
        show(done, log)
    ctx.exit(exit_code(done))


def _must_be_apart(report: Path, wishes: dict[str, Any]) -> None:
    """The next build would replace a report in the site, and a report would replace a text or a template."""
    if not report.is_absolute():
        options.somewhere()
    folders = {name: wishes[name] or Path(name) for name in ("output", "seeds", "content", "templates")}
    for name, folder in folders.items():
        with suppress(FileNotFoundError):  # of the folder one is in, which the build will tell
            if Path(realpath(report)).is_relative_to(realpath(folder)):  # which may be a link to itself
                raise click.UsageError(f"--report names a file in the folder of --{name}; name one elsewhere")


def wanted(
    *,
    content: Path | None,
    templates: Path | None,
    today: datetime | None = None,
    executor: str = "local",
    scheduler: str = "",
    **wishes: Any,
) -> BuildOptions:
    """What a build is asked for now; a folder that is made later counts for the next one."""
    options.somewhere()
    options.no_circle(wishes["output"])
    return BuildOptions(
        content=options.content_folder(content),
        templates=options.templates_folder(templates),
        today=options.day(today),
        scheduler=options.cluster(executor, scheduler),
        **wishes,
    )


def attempt(wishes: dict[str, Any], watcher: Watcher) -> BuildReport:
    """Build, unless all is as it was; what stops it becomes the one problem of the report."""
    seconds: dict[str, float] = {}
    try:
        asked = wanted(**wishes)
        return unchanged(asked, shipped("templates")) or _build()(asked, watcher, seconds)
    except DigestError as error:
        wrong = error
    except MemoryError:
        wrong = DigestError(NO_MEMORY[0], mend=NO_MEMORY[1])
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        wrong = of_the_system(error)
    problem = Problem(wrong.path, wrong.line, wrong.message, wrong.mend)
    return BuildReport(published=False, refusal="the build cannot go on", problems=(problem,), seconds=seconds)


def _build() -> Callable[[BuildOptions, Watcher, dict[str, float]], BuildReport]:
    """The build with all that it needs, which takes longer to load than to see that there is nothing to do."""
    build: Callable[[BuildOptions, Watcher, dict[str, float]], BuildReport] = import_module("sco_digest.build").build
    return build


@contextmanager
def telling(done: BuildReport) -> Iterator[None]:
    """What goes wrong where all is done and only to be told: whoever reads it has to know what became of the site."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read our output has seen enough
            raise
        message = f"what was done cannot be told: {error.strerror or error}"
        raise DigestError(message, mend=outcome(done)) from error


def show(report: BuildReport, log: Log) -> None:
    """Each problem in a line, doubts in one, and last of all the one line that says what came of it."""
    log.problems(report.problems)
    if report.review:
        doubtful = counted(len(report.review), "fact")
        line = f'{doubtful} too doubtful for the pages; "sco-digest review" lists them'
        log.tell("review", line, facts=len(report.review))
    if report.unsearched:
        log.tell("unsearched", f"the site has no search; {report.unsearched}", why=report.unsearched)
    problems = counted(len(report.problems), "problem")
    seconds = f"{sum(report.seconds.values()):.1f} s"
    fields: dict[str, Any] = {
        "problems": len(report.problems),
        "seconds": report.seconds,
        "exit_code": exit_code(report),
    }
    if report.published:
        made = (counted(report.articles, "article"), counted(report.facts, "fact"), counted(report.pages, "page"))
        fields |= {"articles": report.articles, "facts": report.facts, "pages": report.pages}
        log.tell("published", ", ".join((*made, problems, seconds)), **fields)
    else:
        line = f"nothing was published: {report.refusal}; {problems}, {seconds}"
        log.tell("refused", line, level="error", why=report.refusal, **fields)
