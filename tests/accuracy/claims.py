"""What the program says and what a gold record wants come in; how often the one is the other goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.facts import Part


class Claim(NamedTuple):
    """A thing that a record says."""

    field: str
    right: bool
    confidence: float = 1.0
    """1 where a record has no confidence for things of this kind."""
    parts: tuple[Part, ...] = ()
    """By which `rules.Rules` tells the functions that found it."""


class Wanted(NamedTuple):
    """A thing that a gold record has."""

    field: str
    found: bool


class Score(NamedTuple):
    """How one field does: `right` of `said` things are right, `found` of `wanted` things are found."""

    field: str
    right: int
    said: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Of the things said those that are right, 0 to 1; nothing said is nothing wrong."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Of the things in the gold records those that are found, 0 to 1."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(judged: Iterable[Claim | Wanted]) -> dict[str, Score]:
    """A score for each field, in the order in which the fields come up."""
    counts: dict[str, list[int]] = {}
    for one in judged:
        count = counts.setdefault(one.field, [0, 0, 0, 0])
        place, hit = (0, one.right) if isinstance(one, Claim) else (2, one.found)
        count[place] += hit
        count[place + 1] += 1
    return {field: Score(field, *count) for field, count in counts.items()}
