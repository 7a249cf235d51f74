"""The words behind a figure in, whether they set it against the year before out: "year on year", "a year earlier"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.from_now import year_before
from sco_digest.extract.phrase_table import longest
from sco_digest.model import Period

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, When
    from sco_digest.extract.tokens import Tokens

PHRASE: Final = 3
"""Tokens of "the previous year"."""
SAME_PERIOD: Final = 6
"""Tokens of "in the same period of" and of the first of its year."""
NEAR: Final = 6
"""Tokens before a figure in which a word says that it was so before: "after" a net loss of 5 million."""


class Yearly:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, published: str | None) -> None:
        self.lower, self.published = tokens.lower, published
        self.phrases = lexicon.yearly
        time = lexicon.words.time
        self.nouns = lexicon.words.change.nouns
        self.and_, self.earlier = lexicon.words.links.and_, time.earlier
        self.openers = time.bases | time.base_after_change
        self.that, self.articles = time.that, lexicon.words.links.determiners
        self.bases = time.bases - lexicon.words.links.than
        self.compared, self.compared_to = time.compared, time.compared_to

    def set_back(self, figures: list[Figure], periods: list[Period | None], times: list[When]) -> list[Period | None]:
        """The periods of the figures of a sentence, with those of the year before where a figure is told of it.

        Not where these words are a time themselves: "compared with 33 percent the previous year", behind "in 2021".
        """
        found: list[Period | None] = []
        main: Period | None = None
        for k, figure in enumerate(figures):
            period = periods[k]
            before = figures[k - 1] if k else None
            if before and self.is_told(figure, before) and not self._is_time(figure, times):
                now = self._now() if self._is_earlier(figure, before) else None
                told = main if self._goes_on(figure, before) else period or main or periods[k - 1] or now
                period = year_before(told) if told else None
            elif not self._is_base(figure):
                main = period
            found.append(period)
        return found

    def _now(self) -> Period | None:
        """The year of publication."""
        year = self.published[:4] if self.published else None
        return Period(year, year, inferred=True) if year else None

    def is_told(self, figure: Figure, before: Figure | None) -> bool:
        """Whether a figure is the base of another: "compared with 33 percent a year earlier"."""
        i = figure.last + (not self.nouns.isdisjoint(self.lower[figure.last : figure.last + 1]))  # a 5 percent fall
        found = longest(self.phrases, self.lower, i, len(self.lower))
        told = self._is_earlier(figure, before) or (before is not None and self._is_year_of(figure, found))
        return found is not None and told

    def _is_earlier(self, figure: Figure, before: Figure | None) -> bool:
        """Whether words before a figure say that another is compared with it, or was so after it."""
        earlier = self.lower[max(0, figure.begin - NEAR) : figure.begin]
        after = (k for k in range(len(earlier) - 1, -1, -1) if earlier[k] == "," or earlier[k][0].isdecimal())
        earlier = earlier[next(after, -1) + 1 :]
        return self._is_base(figure) or not self.earlier.isdisjoint(earlier) or self._goes_on(figure, before)

    def _is_year_of(self, figure: Figure, phrase: tuple[bool, int] | None) -> bool:
        """Whether a phrase right behind a figure is its time: "and $2 million a year earlier", not "year on year"."""
        if phrase is None:
            return False
        behind = self.lower[phrase[1]] if phrase[1] < len(self.lower) else ""
        ends = not behind.isalpha() or behind in self.and_ or behind in self.that
        return self.lower[figure.last] in self.articles and ends

    def is_set_back(self, figure: Figure, before: Figure | None, times: list[When]) -> bool:
        """Whether a figure is of a year before, and so compared with none: "with 5 the previous year"."""
        return self.is_told(figure, before) or (self._is_base(figure) and self._is_time(figure, times, SAME_PERIOD))

    def is_set_against(self, figure: Figure, when: When) -> bool:
        """Whether a time right behind a figure is that of a base: "against 4 tons in February", not "over 4 tons"."""
        against = self.lower[figure.begin - 1] in self.bases if figure.begin else False
        return against and self._is_time(figure, [when])

    def _is_base(self, figure: Figure) -> bool:
        """Whether a word before a figure says that another is compared with it: not "to 5 tons year on year"."""
        word, before = self.lower[max(0, figure.begin - 1)], self.lower[max(0, figure.begin - 2)]
        return word in self.openers or (word in self.compared_to and before in self.compared)

    def _goes_on(self, figure: Figure, before: Figure | None) -> bool:
        """Whether "and" adds a base to the one before: "against 8 percent in May and 9 percent a year ago"."""
        return before is not None and self.lower[figure.begin - 1] in self.and_ and self._is_base(before)

    def _is_time(self, figure: Figure, times: list[When], within: int = PHRASE) -> bool:
        """Whether a time stands right behind a figure: "the previous year", of one that was named."""
        return any(figure.last <= when.first < figure.last + within for when in times)

    def follows(self, i: int, last: int, times: list[When]) -> bool:
        """Whether "year on year", "a year earlier" or the like begins at one of the tokens `i` to `last`.

        Not where it is the time of a figure itself: "a rise of 3 percent in the previous year".
        """
        told = {k for when in times for k in range(when.first, when.last)}
        starts = [k for k in range(i, last) if self.lower[k] in self.phrases.heads and k not in told]
        return any(longest(self.phrases, self.lower, k, last) for k in starts)
