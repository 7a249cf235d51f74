"""Claims and the rules of their records come in; how often what each rule found is right goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tests.accuracy.tables import percent, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.rules import Rules
    from tests.accuracy.claims import Claim

SURE = 0.9
"""Confidence from which a fact has to be right 19 times in 20."""
_LINE = re.compile(r":\d+$")


class Rule(NamedTuple):
    """The functions that found one part of a fact, the outermost first."""

    field: str
    part: str
    confidence: float
    functions: str


def by_rule(traced: Iterable[tuple[Claim, Rules]], least: float = SURE) -> dict[Rule, list[bool]]:
    """Whether the facts that each rule had a part in are right, those of enough confidence."""
    found: dict[Rule, list[bool]] = {}
    for claim, rules in traced:
        for part in claim.parts if claim.confidence >= least else ():
            functions = " > ".join(_LINE.sub("", name) for name in rules.of(part))
            rule = Rule(claim.field, part.name, claim.confidence, functions or "?")
            found.setdefault(rule, []).append(claim.right)
    return found


def rule_table(found: dict[Rule, list[bool]]) -> str:
    """The rules that were wrong most often first."""
    rows = sorted(found.items(), key=lambda row: (sum(row[1]) - len(row[1]), row[0]))
    cells = ((*rule, sum(right), len(right) - sum(right), percent(sum(right) / len(right))) for rule, right in rows)
    return table(("field", "part", "confidence", "rule", "right", "wrong", "percent right"), cells)
