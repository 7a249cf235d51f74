"""Two figures of a sentence in, whether they are of one change, and so of one time, out: by 5 percent to 3 million."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens

NEAR: Final = 8
"""Tokens between two objects of one verb."""
LINKED: Final = 2
"""Tokens between two figures of one change: "by 5 percent to 3 million"."""


class Linked:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lower, links = tokens.lower, lexicon.words.links
        self.time, self.of = lexicon.words.time, links.of
        self.results, self.joins, self.either = links.results, links.and_, links.either
        self.verbs = lexicon.acting

    def following(self, figures: list[Figure], last: int, *, bases: bool = False) -> list[int]:
        """For each figure the token where the next begins that is of another time: not "5 percent to 3 million".

        With `bases` that with a base of its own: 9 of "4 percent and reserves of 9 lari, up from 2 in 2022".
        """
        ends = [last]
        for figure, after in zip(figures[-2::-1], figures[:0:-1], strict=True):
            linked = self.is_linked(figure, after) or self.joined(figure.last, after.begin)
            linked = linked and not (bases and self.lower[figure.last] in self.joins and figure.unit != after.unit)
            result = after.last if after.end > after.last else ends[-1]  # what it rose from has times of its own
            ends.append(result if linked else after.begin)
        return ends[::-1]

    def is_linked(self, figure: Figure, after: Figure) -> bool:
        """Whether two figures are of one change: "by 5 percent to 3 million"."""
        i = figure.last
        while i < after.begin - 1 and self.lower[i] in self.time.steps:
            i += 1
        return after.begin - i <= LINKED and self.lower[i] in self.results

    def converts(self, figure: Figure, after: Figure) -> bool:
        """Whether a bracket says the same in another currency: "381 billion yuan (about 53 billion dollars) in May"."""
        money = figure.kind == after.kind == "money" and figure.unit != after.unit
        return money and self.lower[figure.last] == "(" and self.lower[after.last : after.last + 1] == [")"]

    def is_result(self, figure: Figure, after: Figure) -> bool:
        """The same, where the second figure is no part of the first: not "17 percent of 15-year-olds"."""
        return self.is_linked(figure, after) and self.lower[figure.last] not in self.of

    def joined(self, end: int, begin: int) -> bool:
        """Whether "and" makes two figures objects of one verb: "5 schools and 3 clinics were built in 2024"."""
        between = self.lower[end:begin]
        if (
            between and between[-1] in self.either and between[:-1] in ([], [","])
        ):  # lost 3 million lari, or 2 tetri a share, in May
            return True
        joined = 0 < len(between) <= NEAR and between[0] in self.joins
        return joined and "," not in between and self.verbs.isdisjoint(between) and self.time.that.isdisjoint(between)
