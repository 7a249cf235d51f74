"""What came of the mutants of each room comes in, docs/mutants.md goes out."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from tests.mutants.rooms import WANTED
from tests.mutants.survivors import explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.mutants.outcome import Outcome, Survivor
    from tests.mutants.survivors import Reason

HEAD = f"""# The tests are tested

This page is written by `python -m tests.mutants`. It changes the program in thousands of small ways, such as `<` to
`<=` or a word to another, one at a time, and runs the tests that answer for that room. A mutant that no test notices
survives: either it does the same as the program, or a test is missing. At least {WANTED:.0%} have to be noticed.

What is noticed are failures of tests, and mutants that hang or fall over. Mutants are made by
[mutmut](https://mutmut.readthedocs.io/); functions with a decorator and what is in no function are not mutated. Of a
large room a sample is taken by a seed, and the share is given with its interval of 95 % (Wilson). The last column has
the commit that was changed so.

"""
EMPTY = "not explained yet"


def page(outcomes: Sequence[Outcome], known: Iterable[Reason]) -> str:
    """The whole page."""
    return HEAD + table(outcomes) + "".join(_section(outcome, tuple(known)) for outcome in outcomes)


def table(outcomes: Iterable[Outcome]) -> str:
    """A line for each room."""
    lines = ["| room | mutants | killed | hung or fell over | survived | in no test | noticed | commit |"]
    lines.append("| --- | --: | --: | --: | --: | --: | --: | --- |")
    for one in outcomes:
        seed = "an unknown seed" if one.seed is None else f"the seed {one.seed}"
        mutants = f"{one.mutants} of {one.of} by {seed}" if one.of else f"{one.mutants}"
        lived = len(one.survivors) - one.untested
        cells = (one.room, mutants, one.killed, one.timeouts, lived, one.untested, _share(one), one.commit or "unknown")
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


def _share(one: Outcome) -> str:
    if not one.of:
        return f"{one.share:.1%}"
    low, high = interval(one.share, one.mutants)
    return f"{one.share:.1%} ({low:.1%} to {high:.1%})"


def interval(share: float, size: int, z: float = 1.96) -> tuple[float, float]:
    """Where the share of all lies, by that of a sample (Wilson 1927).

    >>> low, high = interval(0.9, 600)
    >>> f"{low:.3f} {high:.3f}"
    '0.873 0.922'
    """
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z / (1 + z * z / size) * sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    return middle - half, middle + half


def _section(outcome: Outcome, known: Sequence[Reason]) -> str:
    """The survivors of a room, those together that have one reason in one function."""
    grouped: dict[tuple[str, str], list[Survivor]] = {}
    for survivor, why in explained(outcome.survivors, known).items():
        grouped.setdefault((survivor.where, why or EMPTY), []).append(survivor)
    parts = [line for (where, why), group in sorted(grouped.items()) for line in _group(where, why, group)]
    return f"\n## {outcome.room}\n\n" + "\n".join(parts) + "\n" if parts else ""


def _group(where: str, why: str, group: Sequence[Survivor]) -> Iterator[str]:
    yield f"- `{where}`: {why}"
    for survivor in group:
        yield f"  - {_words(survivor.was)} → {_words(survivor.became) if survivor.became else 'nothing'}"


def _words(lines: str) -> str:
    """Code in one line; two grave accents, since a pattern may hold one."""
    return f"`` {' ⏎ '.join(lines.splitlines())} ``"
