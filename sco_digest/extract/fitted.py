"""The words found for a subject in, the same without the report they stand in out; none where no noun phrase is left.

In "told Reuters the plant had cost $5 million" that is "the plant", in "the bank projects growth of 4%" the growth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_past, is_plural
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens

NO_NOUN: Final = frozenset({"percent", "money", "energy", "multiple"})
"""Kinds of figures of which a participle behind them names nothing: "$8 is spent on each child"."""
MATTER: Final = frozenset({"energy", "mass", "volume"})
"""Kinds of figures of which "from" and a place say no more than whence they come."""
PARTS: Final = frozenset({"late", "early"})
"""Words before a day: said "late" Friday."""
PEOPLE_ENDINGS: Final = ("ers", "ors", "ists")


class Fitted:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, days: Container[str], lexicon: Lexicon) -> None:
        self.tokens, self.lower, self.days = tokens, tokens.lower, days
        self.links, self.uses, self.nouns = lexicon.words.links, lexicon.words.uses, lexicon.words.nouns
        self.boundaries = lexicon.words.nouns.boundaries
        self.lexicon = lexicon

    def find(self, figure: Figure, found: Range) -> Range | None:
        """What is left of a subject, if that is a noun phrase."""
        start, end = found
        while start + 1 < end and not self.tokens.words[start][0].isalnum():
            tied = self.lower[start] == "-" and self.tokens.glued(start) and self.tokens.glued(start + 1)
            start += 2 if tied else 1  # a 12-km pipeline, and not -- South Korea's exports
        start = self._after_hearer(self._after_unit(start, end), end)
        start, end = self._foreseen(end, figure.begin) or (self._after_forecast(start, end), end)
        if (
            start >= end
            or self._is_participle(figure, start, end)
            or (end <= figure.begin and self._is_cut(start, end))
        ):
            return None
        index = self.lower[end : end + 1] != [] and self.lower[end].isdecimal() and self.tokens.words[end - 2] == "&"
        return start, end + index  # the S&P 500

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether words end in a verb that acts on more: "told the firm to fix" this, "opened it by giving" money."""
        amount = start + 1 < end and self.lower[start + 1][0].isdecimal()
        if amount and self.lower[end - 1] in self.lexicon.words.numbers.scales:
            return True  # Rs 5 billion
        if self.lower[end - 1] in self.lexicon.words.meaning.points and self.lower[start] in ARTICLES:
            return True  # rose "a tenth of a point" to 5%
        going = self.lower[end - 1].endswith(self.lexicon.words.meaning.going) and end - 2 > start
        if going and self.lower[end - 2] == self.links.maker:
            return True
        infinitive = end - 3 > start and self.lower[end - 2] == self.links.target
        return infinitive and self.lower[end : end + 1] != [] and self.lower[end] in self.links.pronouns

    def _after_unit(self, start: int, end: int) -> int:
        """Past the unit of another figure: 20 "bcm of" LNG."""
        if not 0 < start < end - 2 or not self.lower[start - 1][0].isdecimal():
            return start
        unit = self.tokens.words[start] in self.lexicon.symbol_heads or self.lower[start] in self.lexicon.unit_heads
        return start + 2 if unit and self.lower[start + 1] in self.links.of else start

    def _after_hearer(self, start: int, end: int) -> int:
        """Past "Friday" in "said Friday its profit fell", and past whom something was told: "told Reuters prices"."""
        before = self.lower[start - 1] if start else ""
        said = before in self.links.said
        start += said and start + 2 < end and self.lower[start] in PARTS and self.lower[start + 1] in self.days
        if start + 1 < end and said and self.lower[start] in self.days:
            return start + (not self.tokens.glued(start + 1))  # not "Monday's sales"
        if before not in self.uses.telling:
            return start
        for i in range(start + 1, end):
            if self.lower[i] in self.links.determiners and self.lower[i - 1] not in self.boundaries:
                return i  # told the paper the plant
        i = start
        while i < end and self.tokens.words[i][0].isupper():
            i += 1
        listeners = i == start < end and self.lower[i].endswith(PEOPLE_ENDINGS)
        i += listeners
        i += i < end and i > start and self.lower[i] in self.days
        return i if i > start and i < end and self.lower[i] not in self.boundaries else end

    def _foreseen(self, end: int, begin: int) -> Range | None:
        """What who stands before a forecast foresees: "growth" in "Orbank sees growth of 4%"."""
        last = begin - 1
        if not end < last - 1 or self.lower[end] not in self.uses.projecting or self.lower[last] not in self.links.of:
            return None
        plain = all(self.lower[i].isalpha() and self.lower[i] not in self.boundaries for i in range(end + 1, last))
        return (end + 1, last) if plain else None

    def _after_forecast(self, start: int, end: int) -> int:
        """Past who forecasts, and the verb of it: "the bank projects growth", and not "road projects"."""
        for i in range(start, end - 1):
            if self.lower[i] not in self.uses.projecting or self.lower[i + 1] in self.boundaries:
                continue
            who = i - 1
            pronoun = i == start and who >= 0 and self.lower[who] in self.links.pronouns
            named = i > start and self.tokens.words[who][0].isupper() and self.tokens.words[i][0].islower()
            first = i > start and (who == start or self.lower[who - 1] in self.links.determiners)
            one = first and not is_plural(self.lower[who], self.nouns)
            if pronoun or (i == start + 1 and self._is_body(start)) or (named or one):
                return i + 1
        return start

    def _is_body(self, i: int) -> bool:
        return i > 0 and self.lower[i - 1] in self.links.determiners and not is_plural(self.lower[i], self.nouns)

    def _is_participle(self, figure: Figure, start: int, end: int) -> bool:
        """Whether words are but a participle with what belongs to it: "spent on each child"."""
        if figure.kind in MATTER and self.lower[start] == self.links.origin:
            return True  # 4 tonnes come from Orm
        far = figure.kind == "distance" and end == start + 1  # felt as far as 200 km away
        if (figure.kind not in NO_NOUN and not far) or self.lower[start - 1 : start] == ["the"]:
            return False
        word, after = self.lower[start], self.lower[start + 1] if start + 1 < end else ""
        past = word in self.links.participles or is_past(word, self.nouns)
        if not after and figure.kind == "money" and self.lower[start - 1] in self.lexicon.helping:
            return False  # $5 million was disbursed
        return past and (not after or after in self.links.attaching)
