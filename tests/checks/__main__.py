"""Every check of the built site, one after the other. Run: make check-site."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from tests.browser import opening
from tests.checks import node
from tests.checks.axe import accessible
from tests.checks.lighthouse import quick
from tests.checks.links import unbroken_on_disk, unbroken_served
from tests.checks.markup import valid_html
from tests.checks.opened import KEYBOARD, MAGNIFIED, SCRIPTLESS, looked_at, watched
from tests.checks.subject import built
from tests.checks.weight import light
from tests.demo.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.checks.outcome import Outcome
    from tests.checks.subject import Subject

PACKAGES = ("axe-core", "html-validate", "lighthouse", "linkinator")
SUB_PATH = "press/digest"
SHOWN = 20
"""Faults of one check that are printed."""


def main() -> int:
    """Print what each check found, then the table of all; 1 if any found something."""
    why = node.missing(*PACKAGES) or opening.missing()
    if why:
        print(f"make: {why}", file=sys.stderr)
        return 1
    with TemporaryDirectory() as top:
        outcomes = [shown(outcome) for outcome in outcomes_in(Path(top))]
    Console().print(table(outcomes))
    return int(any(outcome.faults for outcome in outcomes))


def outcomes_in(top: Path) -> Iterator[Outcome]:
    """Every check, of the site at the root of a host and below a path; quick ones first."""
    with opening.served(top / "root") as host, opening.served(top / "sub") as other:
        write(texts := top / "project")
        root, _ = built(texts, top / "root", host)
        address = f"{other}/{SUB_PATH}"
        below, _ = built(texts, top / "sub" / SUB_PATH, address)
        yield light(root)
        yield valid_html(root)
        yield unbroken_on_disk(root)
        yield unbroken_served(root, host, "the root")
        yield unbroken_served(below, address, "a sub-path")
        with opening.chromium() as browser:
            yield from opened(browser, below, address)
        yield quick(root.edition(""), host)


def opened(browser: Browser, subject: Subject, address: str) -> Iterator[Outcome]:
    """The checks in a browser, in each language of the interface."""
    for folder in subject.editions:
        pages = subject.edition(folder)
        yield watched(browser, pages, address)
        for look in (KEYBOARD, MAGNIFIED, SCRIPTLESS):
            yield looked_at(look, browser, pages, address)
        yield accessible(browser, pages, address)


def shown(outcome: Outcome) -> Outcome:
    """Print what is wrong, as it is found."""
    print(f"== {outcome.check}", flush=True)
    for fault in outcome.faults[:SHOWN]:
        print(f"  {fault}")
    if len(outcome.faults) > SHOWN:
        print(f"  and {len(outcome.faults) - SHOWN} more")
    return outcome


def table(outcomes: list[Outcome]) -> Table:
    """One line a check."""
    lines = Table("check", "pages", "result")
    for outcome in outcomes:
        lines.add_row(outcome.check, str(outcome.pages), f"{len(outcome.faults)} faults" if outcome.faults else "ok")
    return lines


if __name__ == "__main__":
    sys.exit(main())
