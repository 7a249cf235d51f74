"""Facts come in, marks on the text go out, and the text with each mark as a pair of brackets."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.facts import Fact


class Mark(Struct, frozen=True):
    """One stretch of the text and the kind of fact it was read as."""

    start: int
    end: int
    kind: str


def marks(found: Iterable[Fact]) -> list[Mark]:
    """All marks of some facts, an outer one before those inside it."""
    every = {Mark(span.start, span.end, fact.kind) for fact in found for span in fact.spans if span.start < span.end}
    return sorted(every, key=_outer_first)


def bracketed(text: str, found: Iterable[Mark]) -> str:
    """The text with `[kind: ` and `]` around each mark; of two that cross, the later is cut where the other ends.

    >>> bracketed("about 75 percent of trade", [Mark(6, 16, "figure"), Mark(20, 25, "policy area")])
    'about [figure: 75 percent] of [policy area: trade]'
    """
    parts: list[str] = []
    here = 0
    for position, sign in _signs(_nested(found)):
        parts += (text[here:position], sign)
        here = position
    return "".join((*parts, text[here:]))


def _signs(nested: Iterable[Mark]) -> Iterator[tuple[int, str]]:
    """Where brackets stand, from left to right."""
    opened: list[int] = []
    for mark in nested:
        while opened and opened[-1] <= mark.start:
            yield opened.pop(), "]"
        opened.append(mark.end)
        yield mark.start, f"[{mark.kind}: "
    while opened:
        yield opened.pop(), "]"


def _nested(found: Iterable[Mark]) -> Iterator[Mark]:
    """Marks of which each lies inside another one or beside it, an outer one first."""
    waiting = [(*_outer_first(mark), mark.end) for mark in found]
    heapify(waiting)
    opened: list[int] = []
    while waiting:
        start, _, kind, end = heappop(waiting)
        while opened and opened[-1] <= start:
            opened.pop()
        if opened and opened[-1] < end:
            heappush(waiting, (opened[-1], -end, kind, end))
            end = opened[-1]
        opened.append(end)
        yield Mark(start, end, kind)


def _outer_first(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind
