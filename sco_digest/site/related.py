"""Articles with what each of them deals with come in; for each the few others that share most of it go out.

What few articles share says more than what many do, so each shared thing counts the less the more articles have it (the
inverse document frequency of Spärck Jones, 1972). Only neighbours in time are looked at: a reader wants what came
before and after, and a new article changes the pages of its neighbours and seldom any other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log2
from typing import TYPE_CHECKING

from sco_digest.model import Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sco_digest.model import Ref

MOST = 4
"""Related articles that are named."""
NEAR = 4
"""How many articles before and behind it, among those that share something, an article is compared with."""
LEAST = 1.0
"""How much must be shared: more than a topic that is in every third article."""


def related(refs: Sequence[Sequence[Ref]]) -> tuple[tuple[Related, ...], ...]:
    """For each article, given as what it deals with, in the order of time, the places of others, most shared first."""
    shelves: dict[Ref, list[int]] = defaultdict(list)
    for place, found in enumerate(refs):
        for ref in dict.fromkeys(found):
            shelves[ref].append(place)
    weights = {ref: log2(len(refs) / len(places)) for ref, places in shelves.items()}
    ranks = {(ref, place): rank for ref, places in shelves.items() for rank, place in enumerate(places)}
    return tuple(tuple(_best(place, dict.fromkeys(found), shelves, weights, ranks)) for place, found in enumerate(refs))


def _best(
    place: int,
    found: Mapping[Ref, None],
    shelves: Mapping[Ref, Sequence[int]],
    weights: Mapping[Ref, float],
    ranks: Mapping[tuple[Ref, int], int],
) -> Iterator[Related]:
    scores: Counter[int] = Counter()
    shared: dict[int, list[Ref]] = defaultdict(list)
    for ref in found:
        rank = ranks[ref, place]
        for other in shelves[ref][max(0, rank - NEAR) : rank + NEAR + 1]:
            if other != place:
                scores[other] += weights[ref]  # type: ignore[assignment]
                shared[other].append(ref)
    best = sorted(scores.items(), key=lambda item: (-item[1], abs(item[0] - place), item[0]))
    for other, score in best[:MOST]:
        if score >= LEAST:
            yield Related(other, tuple(sorted(shared[other], key=lambda ref: -weights[ref])))
