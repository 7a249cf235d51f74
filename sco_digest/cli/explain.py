"""`sco-digest explain FILE`: a text comes in; it goes out with each fact marked and named, and its rules."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from sco_digest import AS_SOURCE
from sco_digest.cli import options
from sco_digest.cli.marks import bracketed, marks
from sco_digest.cli.terminal import complain_about, harmless, say
from sco_digest.facts import KINDS, facts
from sco_digest.reading import export
from sco_digest.rules import watched

if TYPE_CHECKING:
    from datetime import datetime

    from sco_digest.facts import Fact
    from sco_digest.model import ArticleRecord
    from sco_digest.rules import Rules

STYLES = {
    "date": "black on bright_white",
    "headline": "underline",
    "source": "bold magenta",
    "speaker": "bold cyan",
    "statement": "italic",
    "figure": "black on bright_yellow",
    "policy area": "green",
    "place": "blue",
    "project": "bold blue",
    "commitment": "bold yellow",
}


@click.command
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@options.content
@options.today
@click.pass_context
def command(ctx: click.Context, file: Path, content: Path | None, today: datetime | None) -> None:
    """Show a text with each fact marked and named, and the rules that found it.

    A rule is a function in sco_digest/extract/: module, name and the line on which it begins, the outermost first.
    docs/extraction.md says what each is for.
    """
    if _compiled():
        again = [sys.executable, "-m", "sco_digest", *sys.argv[1:]]
        os.execve(again[0], again, {**os.environ, AS_SOURCE: "1"})  # noqa: S606 - no shell is wanted
    records, problems = export(file, options.content_folder(content), 1, options.day(today))
    console = Console(soft_wrap=True, highlight=False)
    for record, rules in watched(records):
        _explain(record, rules, console)
    complain_about(problems)
    ctx.exit(1 if problems else 0)


def _compiled() -> bool:
    """Whether the rules are compiled, which nobody can watch."""
    rules = find_spec("sco_digest.extract.tokens")
    return rules is None or not str(rules.origin).endswith(".py")


def _explain(record: ArticleRecord, rules: Rules, console: Console) -> None:
    found = facts(record)
    say(f"== {record.path} ==\n")
    if console.is_terminal and not console.no_color:
        console.print(_coloured(record.text, found))
        console.print(_legend())
    else:
        say(bracketed(harmless(record.text), marks(found)))
    say("")
    for fact in found:
        say(_line(fact, record.text))
        for line in _rules(fact, rules, record):
            say(f"{'':12} {line}")
    for note in record.problems:
        sure = f" (confidence {note.confidence:g})" if note.confidence < 1 else ""
        say(f"{'to check':12} {note.field}: {note.message}{sure}")
    say("")


def _coloured(text: str, found: tuple[Fact, ...]) -> Text:
    """Longer marks below, shorter ones on top of them."""
    coloured = Text(harmless(text))
    for mark in marks(found):
        coloured.stylize(STYLES[mark.kind], mark.start, mark.end)
    return coloured


def _legend() -> Text:
    return Text("  ").join(Text(kind, STYLES[kind]) for kind in KINDS)


def _rules(fact: Fact, rules: Rules, record: ArticleRecord) -> list[str]:
    """A line for each part of a fact: the functions of `extract/` that found it."""
    found = [(part.name, " > ".join(rules.of(part))) for part in fact.parts]
    lines = [f"{name} by {functions}" for name, functions in found if functions]
    return lines or [f"stated by people: {', '.join(record.corrections) or 'beside the text'}"]


def _line(fact: Fact, text: str) -> str:
    """A fact, its value and the first words it was read from."""
    if not fact.spans:
        return f"{fact.kind:12} {fact.value}  (given beside the text)"
    words = " ".join(text[fact.spans[0].start : fact.spans[0].end].split())
    more = f" and {len(fact.spans) - 1} more" if len(fact.spans) > 1 else ""
    return f"{fact.kind:12} {fact.value}  <- “{words if len(words) <= 70 else words[:69] + '…'}”{more}"
