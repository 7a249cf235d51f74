"""A figure in, its direction by another figure or the time that it is compared with out: "up 5% and imports 3%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Direction, Period

WHERE = frozenset({"in", "across", "throughout", "from"})
"""Words before a count of where something else was counted."""
GAP = 8
"""Tokens between two figures of one verb, which the second leaves out."""


def is_aside(tokens: Tokens, figure: Figure, begin: int, lexicon: Lexicon) -> bool:
    """Whether a change told behind a figure at token `begin` is of the one before: what it is a base or a place of.

    "Was 300, against 280 a year ago, a growth of 7 percent"; "sold 900 cars in 14 towns, 5 percent more than in May".
    """
    before, time = tokens.lower[max(0, begin - 2) : begin], lexicon.words.time
    if len(before) < 2:
        return False
    base = before[1] in time.bases or (before[0] in time.compared and before[1] in time.compared_to)
    return base or (figure.kind == "count" and before[1] in WHERE)


def goes_on(tokens: Tokens, end: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether the verb of the figure before token `end` is left out: "exports grew by 5% and imports by 3%"."""
    between = tokens.lower[end:begin]
    joined = 2 < len(between) <= GAP and between[-1] == lexicon.words.links.maker
    verb = any(word in lexicon.words.links.finite or word in lexicon.changes for word in between)
    return joined and between[0] in lexicon.words.links.lists and not verb


def since_base(tokens: Tokens, figure: Figure, base: Period, lexicon: Lexicon) -> Direction | None:
    """By what stands behind a figure that is compared with another time: "31 percent more than in May", "doubled"."""
    if figure.kind == "multiple" and (figure.value or 0) > 1:
        return "up"
    ahead = tokens.lower[figure.last : figure.last + 2]
    if base.span is None or lexicon.words.links.than.isdisjoint(ahead[1:]):
        return None
    begins = base.span.start
    i = figure.last + 2
    while i < len(tokens) and tokens.starts[i] < begins:
        if tokens.lower[i] in lexicon.words.links.clause_ends:
            return None  # 5 percent more than men; in 2021
        i += 1
    change = lexicon.words.change
    if tokens.starts[figure.last] >= begins:
        return None
    if ahead[0] in change.adverbs:
        return "up" if ahead[0] in change.up else "down"
    return change.compared.get(ahead[0])
