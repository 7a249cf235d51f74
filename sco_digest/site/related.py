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
    from collections.abc import Mapping, Sequence

    from sco_digest.model import Ref

MOST = 4
"""Related articles that are named."""
NEAR = 4
"""How many articles before and behind it, among those that share something, an article is compared with."""
LEAST = 1.0
"""How much must be shared: more than a topic that is in every third article."""


def related(refs: Sequence[Sequence[Ref]]) -> tuple[tuple[Related, ...], ...]:
    """For each article, given as what it deals with, in the order of time, the places of others, most shared first."""
    near: list[dict[Ref, Sequence[int]]] = [dict.fromkeys(found, ()) for found in refs]
    shelves: dict[Ref, list[int]] = defaultdict(list)
    for place, found in enumerate(near):
        for ref in found:
            shelves[ref].append(place)
    for ref, places in shelves.items():
        for rank, place in enumerate(places):
            near[place][ref] = places[max(0, rank - NEAR) : rank + NEAR + 1]
    weights = {ref: log2(len(refs) / len(places)) for ref, places in shelves.items()}
    return tuple([_best(place, found, weights) for place, found in enumerate(near)])


def _best(place: int, near: Mapping[Ref, Sequence[int]], weights: Mapping[Ref, float]) -> tuple[Related, ...]:
    """Of one article; `near` has, for each thing that it deals with, the articles near it that do too, and itself."""
    scores: dict[int, float] = {}
    for ref, others in near.items():
        weight = weights[ref]
        for other in others:
            scores[other] = scores.get(other, 0.0) + weight
    scores.pop(place, None)
    lowest = max([LEAST, *sorted(scores.values())[-MOST:][:1]])  # few reach it, so few have to be put in order
    best = sorted([(-score, abs(other - place), other) for other, score in scores.items() if score >= lowest])[:MOST]
    rarest = sorted(near, key=weights.__getitem__, reverse=True) if best else []
    return tuple([Related(other, tuple([ref for ref in rarest if other in near[ref]])) for _, _, other in best])
