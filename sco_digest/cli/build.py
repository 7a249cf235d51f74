"""`sco-digest build`: folders come in, the published site, a line of counts and the problems go out."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from sco_digest.cache import unchanged
from sco_digest.cli import options
from sco_digest.cli.progress import watching
from sco_digest.cli.terminal import complain, complain_about, counted, say
from sco_digest.errors import DigestError
from sco_digest.model import BuildOptions, BuildReport, Problem
from sco_digest.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sco_digest.progress import Watcher


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
@click.option("--strict", is_flag=True, help="Publish nothing if there is any problem.")
@click.option("--force", is_flag=True, help="Replace a folder that sco-digest did not write.")
@options.cache
@click.option("--explain-rebuild", "explain", is_flag=True, help="Say of each page that is rendered why it is.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write counts, changed files, problems and seconds as JSON.",
)
@click.pass_context
def command(ctx: click.Context, /, *, report: Path | None, **wishes: Any) -> None:
    """Build the site and replace the output folder by it.

    A text that cannot be read is set aside and named; the exit code is then 1.
    """
    with watching() as watcher:
        done = attempt(wanted(**wishes), watcher)
    for path, why in done.rebuilt.items():
        say(f"{path}: {why}")
    show(done)
    code = exit_code(done)
    if report is not None:
        text = msgspec.json.encode({"exit_code": code, **msgspec.to_builtins(done)})
        report.write_bytes(msgspec.json.format(text) + b"\n")
    ctx.exit(code)


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
    return BuildOptions(
        content=options.content_folder(content),
        templates=options.templates_folder(templates),
        today=options.day(today),
        scheduler=options.cluster(executor, scheduler),
        **wishes,
    )


def attempt(wishes: BuildOptions, watcher: Watcher) -> BuildReport:
    """Build, unless all is as it was; what stops it becomes one more problem of the report."""
    same = unchanged(wishes, shipped("templates"))
    if same:
        return same
    try:
        return _build()(wishes, watcher)
    except DigestError as error:
        problem = Problem(error.path, error.line, error.message, error.mend)
        return BuildReport(published=False, refusal="the build cannot go on", problems=(problem,))


def _build() -> Callable[[BuildOptions, Watcher], BuildReport]:
    """The build with all that it needs, which takes longer to load than to see that there is nothing to do."""
    build: Callable[[BuildOptions, Watcher], BuildReport] = import_module("sco_digest.build").build
    return build


def show(report: BuildReport) -> None:
    """Each problem in a line, doubts in one, and last of all the one line that says what came of it."""
    complain_about(report.problems)
    if report.review:
        say(f'{counted(len(report.review), "fact")} too doubtful for the pages; "sco-digest review" lists them')
    if report.unsearched:
        say(f"the site has no search; {report.unsearched}")
    problems = counted(len(report.problems), "problem")
    seconds = f"{sum(report.seconds.values()):.1f} s"
    if report.published:
        made = (counted(report.articles, "article"), counted(report.facts, "fact"), counted(report.pages, "page"))
        say(", ".join((*made, problems, seconds)))
    else:
        complain(f"nothing was published: {report.refusal}; {problems}, {seconds}")


def exit_code(report: BuildReport) -> int:
    """0 where all of it was published without a problem."""
    return 0 if report.published and not report.problems else 1
