"""`sco-digest export`: a folder or a file of texts comes in, its records go out as lines of JSON or figures as CSV."""

from __future__ import annotations

from contextlib import closing
from typing import IO, TYPE_CHECKING

import click

from sco_digest.cli import options
from sco_digest.cli.terminal import complain_about
from sco_digest.reading import EXPORTS, export

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@click.command
@options.seeds
@options.content
@options.jobs
@options.executor
@options.scheduler
@options.today
@click.option(
    "--format", "form", type=click.Choice(list(EXPORTS)), default="jsonl", show_default=True, help="Records or figures."
)
@click.option(
    "-o",
    "--output",
    type=click.File("wb", lazy=True, atomic=True),
    callback=options.no_folder,
    default="-",
    help="A file to write.",
)
@click.pass_context
def command(
    ctx: click.Context,
    seeds: Path,
    content: Path | None,
    jobs: int,
    executor: str,
    scheduler: str,
    today: datetime | None,
    form: str,
    output: IO[bytes],
) -> None:
    """Print what was read from the texts.

    A record an article (jsonl), or a figure a line (csv).
    """
    there = options.cluster(executor, scheduler)
    records, problems = export(seeds, options.content_folder(content), jobs, options.day(today), there)
    with closing(records):
        for part in EXPORTS[form](records):
            output.write(part)
    complain_about(problems)
    ctx.exit(1 if problems else 0)
