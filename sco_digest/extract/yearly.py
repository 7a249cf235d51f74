"""The words behind a figure in, whether they set it against the year before out: "year on year", "a year earlier"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.phrase_table import longest
from sco_digest.model import Period

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens


class Yearly:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, published: str | None) -> None:
        self.lower, self.published = tokens.lower, published
        self.phrases = lexicon.yearly
        time = lexicon.words.time
        self.openers = time.bases | time.compared_to | time.base_after_change

    def now(self) -> Period | None:
        """The year of publication."""
        year = self.published[:4] if self.published else None
        return Period(year, year, inferred=True) if year else None

    def is_told(self, figure: Figure) -> bool:
        """Whether a figure is the base of another: "compared with 33 percent a year earlier"."""
        before = self.lower[figure.begin - 1] if figure.begin else ""
        return before in self.openers and longest(self.phrases, self.lower, figure.last, len(self.lower)) is not None

    def follows(self, i: int, last: int) -> bool:
        """Whether "year on year", "a year earlier" or the like begins at one of the tokens `i` to `last`."""
        starts = [k for k in range(i, last) if self.lower[k] in self.phrases.heads]
        return any(longest(self.phrases, self.lower, k, last) for k in starts)
