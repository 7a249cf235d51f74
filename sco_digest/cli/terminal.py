"""Words come in, lines on the terminal go out, with nothing in them that could steer it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

import click

from sco_digest.errors import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Problem

_STEERING = re.compile(
    r"""
    [\x00-\x08\x0b-\x1f\x7f-\x9f]     # control characters but tab and line feed
    | [\u202a-\u202e\u2066-\u2069]    # what turns the direction of writing
    """,
    re.VERBOSE,
)


MOST = 1000
"""Problems that are shown at all."""
MOST_ALIKE = 100
"""Problems of one message that are shown: a folder of a million empty files would bury all others."""


def harmless(text: str) -> str:
    r"""The text with each character that could steer a terminal replaced by a visible one; offsets stay true.

    >>> harmless("75\x1b[31m percent") == "75\ufffd[31m percent"
    True
    """
    return _STEERING.sub("\ufffd", text)


def say(line: str) -> None:
    """One line of result."""
    click.echo(harmless(line))


def complain(line: str) -> None:
    """One line about what went wrong."""
    click.echo(harmless(line).replace("\n", " "), err=True)


def complain_about(problems: Iterable[Problem]) -> None:
    """One line a problem: `seeds/x.txt:3: message; mend`; of one message the first hundred, and how many more.

    A thousand are shown at most: what is wrong may be told in words of a text, and so be never alike.
    """
    alike: Counter[str] = Counter()
    shown = 0
    for problem in problems:
        alike[problem.message] += 1
        if alike[problem.message] <= MOST_ALIKE and shown < MOST:
            complain(one_line(problem.message, path=problem.path, line=problem.line, mend=problem.mend))
            shown += 1
    many = {message: number - MOST_ALIKE for message, number in alike.items() if number > MOST_ALIKE}
    for message in islice(many, MOST_ALIKE):
        complain(f"{many[message]:,} more like them: {message}")
    left = alike.total() - shown - sum(islice(many.values(), MOST_ALIKE))
    if left:
        complain(f"{left:,} more problems")


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "article"), counted(1200, "page")
    ('1 article', '1,200 pages')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
