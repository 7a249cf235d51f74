"""`sco-digest export`: a folder or a file of texts comes in, its records go out as lines of JSON or figures as CSV."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from sco_digest.cli import options
from sco_digest.cli.terminal import complain_about
from sco_digest.cli.whole import whole
from sco_digest.reading import EXPORTS, export

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime


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
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    default="-",
    help="A file to write; what it holds is replaced when all is written.",
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
    output: Path,
) -> None:
    """Print what was read from the texts.

    A record an article (jsonl), or a figure a line (csv).
    """
    there = options.cluster(executor, scheduler)
    records, problems = export(seeds, options.content_folder(content), jobs, options.day(today), there)
    with closing(records), _opened(output) as file:
        for part in EXPORTS[form](records):
            file.write(part)
    complain_about(problems)
    ctx.exit(1 if problems else 0)


def _opened(output: Path) -> AbstractContextManager[IO[bytes]]:
    return whole(output) if str(output) != "-" else click.open_file("-", "wb")
