"""The finds of a long text in, the areas of its paragraphs out where each of them is on another matter: a digest."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Find
    from sco_digest.extract.tokens import Tokens

MATTERS: Final = 6
"""Areas that come first in some paragraph each, at least."""
TURNS: Final = 0.5
"""How many of the paragraphs with an area bring in another one, at least."""
MOST: Final = 0.3
"""Share of the score of all areas that the best of a digest stays below."""
ENOUGH: Final = 5.0
"""Weight of its cues with which an area is the matter of a paragraph: a sure one, or two."""


def areas_of_paragraphs(tokens: Tokens, finds: list[Find], scores: dict[int, float]) -> set[int]:
    """The areas that are the matter of a paragraph of a digest; none of any other text.

    The parts of a digest are short, and none of them reaches what a text on one matter must show.
    """
    if max(scores.values(), default=0.0) >= MOST * sum(scores.values()):
        return set()
    paragraphs: dict[int, dict[int, float]] = {}
    for find in finds:
        if find.cue > 0:
            weights = paragraphs.setdefault(tokens.paragraph_of(tokens.sentence_of[find.first]), {})
            weights[find.area] = weights.get(find.area, 0.0) + find.weight
    firsts = [max(weights.items(), key=itemgetter(1)) for _, weights in sorted(paragraphs.items())]
    matters = {area for area, _ in firsts}
    if len(matters) < max(MATTERS, TURNS * len(firsts)):
        return set()
    return {area for area, weight in firsts if weight >= ENOUGH}
