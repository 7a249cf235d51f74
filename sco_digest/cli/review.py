"""`sco-digest review`: texts come in; the facts that a person should confirm or remove go out, and how to do so."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

from sco_digest.cli import options
from sco_digest.cli.terminal import complain_about, counted, say
from sco_digest.doubt import LIMIT, doubts
from sco_digest.reading import doubts_csv, export

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from sco_digest.model import Doubt

FIRST_WORDS = 8
"""So many words of a statement are enough to name it in a correction."""


@click.command
@options.seeds
@options.content
@options.jobs
@options.today
@click.option(
    "--under",
    type=click.FloatRange(0, 1),
    default=LIMIT,
    show_default=True,
    help="List facts of a lower confidence than this; the pages leave out those under the default.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv"]),
    default="text",
    show_default=True,
    help="To read, or a table.",
)
@click.pass_context
def command(
    ctx: click.Context, seeds: Path, content: Path | None, jobs: int, today: datetime | None, under: float, form: str
) -> None:
    """List the facts that are too doubtful for the pages.

    Each with its words, its confidence and the reason. A file in content/corrections/ settles it: what it confirms
    goes onto the pages.
    """
    records, problems = export(seeds, options.content_folder(content), jobs, options.day(today))
    found = [one for record in records for one in doubts(record, under)]
    if form == "csv":
        for line in doubts_csv(found):
            click.echo(line, nl=False)
    else:
        _show(found)
    complain_about(problems)
    ctx.exit(1 if problems else 0)


def _show(found: list[Doubt]) -> None:
    """The facts of each article, the correction that would settle them, and how many there are."""
    for (path, article), group in groupby(found, key=lambda one: (one.path, one.article)):
        every = list(group)
        say(f"== {path} ==\n")
        for one in every:
            say(f"{one.kind:12} “{_cut(one.surface)}” ({one.what}), characters {one.span.start} to {one.span.end}")
            say(f"{'':12} confidence {one.confidence:g}: {one.reason}")
        say(f"\n{_correction(article, every)}")
    say(f"{counted(len(found), 'fact')} to review")


def _correction(article: str, found: Iterable[Doubt]) -> str:
    """The lines of a correction that confirms all of it; a string of JSON is one of YAML too."""
    named = dict.fromkeys(
        one.what if one.kind == "policy area" else " ".join(one.surface.split()[:FIRST_WORDS]) for one in found
    )
    words = "".join(f"\n  - {json.dumps(one, ensure_ascii=False)}" for one in named)
    return (
        "To settle them, write into a file in content/corrections/, with what is wrong under `remove` instead:\n"
        f"article: {json.dumps(article, ensure_ascii=False)}\nreason: compared with the text\nconfirm:{words}\n"
    )


def _cut(words: str) -> str:
    return words if len(words) <= 90 else words[:89] + "…"
