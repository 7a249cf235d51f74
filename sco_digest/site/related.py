"""Articles with what each of them deals with come in; for each the few others that share most of it go out.

What few articles share says more than what many do, so each shared thing counts the less the more articles have it (the
inverse document frequency of Spärck Jones, 1972). Only neighbours in time are looked at: a reader wants what came
before and after, and a new article changes the pages of its neighbours and seldom any other.
"""

from __future__ import annotations

from collections import defaultdict
from math import log2
from typing import TYPE_CHECKING

from sco_digest.model import Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sco_digest.model import Ref

MOST = 4
"""Related articles that are named."""
NEAR = 4
"""How many articles before and behind it, among those that share something, an article is compared with."""
LEAST = 1.0
"""How much must be shared: more than a topic that is in every third article."""


def related(refs: Sequence[Sequence[Ref]]) -> tuple[tuple[Related, ...], ...]:
    """For each article, given as what it deals with, in the order of time, the places of others, most shared first."""
    once = [tuple(dict.fromkeys(found)) for found in refs]
    shelves: dict[Ref, list[int]] = defaultdict(list)
    for place, found in enumerate(once):
        for ref in found:
            shelves[ref].append(place)
    weights = {ref: log2(len(refs) / len(places)) for ref, places in shelves.items()}
    around = {ref: _around(places) for ref, places in shelves.items()}  # each is asked as its shelf was filled
    near = ([(ref, weights[ref], next(around[ref])) for ref in found] for found in once)
    return tuple(_best(place, neighbours) for place, neighbours in enumerate(near))


def _around(places: Sequence[int]) -> Iterator[Sequence[int]]:
    """Each place in its turn: those near it, and itself."""
    for rank in range(len(places)):
        yield places[max(0, rank - NEAR) : rank + NEAR + 1]


def _best(place: int, near: Sequence[tuple[Ref, float, Sequence[int]]]) -> tuple[Related, ...]:
    """Of one article; `near` has all that it deals with, each with what it counts and the articles near in that."""
    scores: dict[int, float] = {}
    for _, weight, others in near:
        for other in others:
            scores[other] = scores.get(other, 0.0) + weight
    scores.pop(place, None)
    lowest = max([LEAST, *sorted(scores.values())[-MOST:][:1]])  # few reach it, so few have to be put in order
    best = sorted((-score, abs(other - place), other) for other, score in scores.items() if score >= lowest)[:MOST]
    rarest = sorted(near, key=lambda one: -one[1])
    return tuple(Related(other, tuple(ref for ref, _, others in rarest if other in others)) for _, _, other in best)
