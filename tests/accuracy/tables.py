"""Claims and scores come in; tables in Markdown go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.accuracy.claims import Claim, Score

Row = tuple[object, ...]

BINS = (
    ("1", 1.0),
    ("0.9 to 1", 0.9),
    ("0.8 to 0.9", 0.8),
    ("0.7 to 0.8", 0.7),
    ("0.6 to 0.7", 0.6),
    ("under 0.6", 0.0),
)
"""How confidences are put together: a name, and the lowest that belongs to it; each ends below the one before."""


def percent(part: float) -> str:
    """A part of one with one digit behind the point, and never rounded to 100 where something is wrong."""
    return "100" if part == 1 else f"{min(100 * part, 99.9):.1f}"


def score_table(scores: Sequence[Score]) -> str:
    """Everything that is counted."""
    head = ("field", "precision", "recall", "F1", "right of said", "found of wanted")
    rows: list[Row] = [
        (
            *(one.field, percent(one.precision), percent(one.recall), percent(one.f1)),
            *(f"{one.right} of {one.said}", f"{one.found} of {one.wanted}"),
        )
        for one in scores
    ]
    return table(head, rows)


def confidence_table(claims: Mapping[str, Iterable[Claim]]) -> str:
    """How many of the things said with a confidence are right, by the kind of thing."""
    rows: list[Row] = []
    for kind, said in claims.items():
        groups: dict[str, list[bool]] = {name: [] for name, _ in BINS}
        for claim in said:
            groups[next(name for name, least in BINS if claim.confidence >= least)].append(claim.right)
        rows.append((kind, *map(_cell, groups.values())))
    return table(("said with a confidence of", *(name for name, _ in BINS)), rows)


def table(head: Row, rows: Iterable[Row]) -> str:
    """Numbers to the right, names to the left."""
    rule = ["---", *(["--:"] * (len(head) - 1))]
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in (head, rule, *rows))


def _cell(right: list[bool]) -> str:
    return f"{percent(sum(right) / len(right))} ({sum(right)} of {len(right)})" if right else ""
