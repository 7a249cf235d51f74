"""Many ranges and one more in, those of them that hold it or that it holds out, found by where they begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.readings import Range
    from sco_digest.model import Span


class Holders:
    """Ranges that may lie around another; they may overlap."""

    def __init__(self, ranges: list[Range]) -> None:
        self._firsts = sorted([first for first, _ in ranges])
        self._reach = list(accumulate([last for _, last in sorted(ranges)], max))
        """How far those up to each place go."""

    def hold(self, first: int, last: int) -> bool:
        """Whether one of them holds all of a range."""
        place = bisect_right(self._firsts, first)
        return place > 0 and self._reach[place - 1] >= last


class Inside:
    """Spans that may lie inside another, each with a name."""

    def __init__(self, named: list[tuple[Span, str]]) -> None:
        self._named = named
        self._spans = sorted([(span.start, span.end, place) for place, (span, _) in enumerate(named)])

    def of(self, whole: Span) -> list[str]:
        """The names of those inside, in the order in which they were given."""
        begins = bisect_left(self._spans, (whole.start, 0, 0))
        ends = bisect_left(self._spans, (whole.end + 1, 0, 0))
        places = sorted([place for _, end, place in self._spans[begins:ends] if end <= whole.end])
        return [self._named[place][1] for place in places]
