"""A figure that stands before the noun that it measures in, that noun phrase out: "a 5.2-litre engine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past, is_plural

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.phrases import Phrases
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens

ADJECTIVES = 2
"""Words between an article and the figure: "a busy new 5 km road"."""
MEASURE = 4
"""Tokens of another measure behind the figure."""


class Attributive:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, phrases: Phrases, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.phrases, self.lexicon = phrases, lexicon
        self.links, self.change = lexicon.words.links, lexicon.words.change
        self.nouns, self.meaning = lexicon.words.nouns, lexicon.words.meaning

    def find(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """The noun phrase behind a figure, where the form or the words before show that it belongs to it."""
        i = self._past_measures(figure.last, span[1])
        if figure.kind in {"multiple", "age"} or not self._opens_noun(i, span[1]):
            return None
        if not (
            figure.compound
            or self._is_singular(figure)
            or self._is_of_plural(figure, begin, span)
            or self._is_determined(figure, begin, span[0])
        ):
            return None
        return self._phrase(i, span[1])

    def doubled(self, figure: Figure, last: int) -> Range | None:
        """The object of "doubled" and the like: "to double exports"."""
        return self._phrase(figure.last, last) if self._opens_noun(figure.last, last) else None

    def _past_measures(self, i: int, last: int) -> int:
        """Past another measure that begins at token `i`: "a 640 bhp 5.2-litre engine"."""
        start = i
        while i < min(last, start + MEASURE) and (self.lower[i][0].isdecimal() or (i > start and self._is_unit(i))):
            i += 1
        return i

    def _is_unit(self, i: int) -> bool:
        """Whether token `i` is the unit of the number before it, or the hyphen between them."""
        word, before = self.tokens.words[i], self.lower[i - 1]
        if not (before[0].isdecimal() or before == "-"):
            return False
        return word == "-" or word.lower() in self.lexicon.unit_words or word in self.lexicon.symbols

    def _phrase(self, i: int, last: int) -> Range | None:
        """The noun phrase at token `i`, but no change: "a 4 percent drop"."""
        found = self.phrases.noun_phrase(i, last)
        if found and self.lower[found[1] - 1] in self.change.nouns:
            return None
        return found

    def _opens_noun(self, i: int, last: int) -> bool:
        """Whether a noun phrase can begin at token `i`."""
        if i >= last or not self.lower[i][0].isalpha():
            return False
        word = self.lower[i]
        if word in self.links.definite or word in self.lexicon.owners:
            return self.lower[i - 1] in self.lexicon.words.numbers.folds
        change = word in self.change.nouns or word in self.change.adverbs or word in self.change.compared
        verb = word in self.lexicon.verbs or word in self.links.finite or word in self.links.auxiliaries
        no_noun = word in self.nouns.boundaries or word in self.meaning.not_measured or word in self.meaning.place_words
        return not (change or verb or no_noun or word in self.links.clause_words or is_past(word, self.nouns))

    def _is_singular(self, figure: Figure) -> bool:
        """Whether a unit is a whole word in the singular after another number than one: "12.3 inch screens"."""
        word = self.lower[figure.last - 1]
        several = figure.value is not None and abs(figure.value) > 1
        known = word in self.lexicon.unit_words
        return several and known and " per " not in figure.unit and not is_plural(word, self.nouns)

    def _is_of_plural(self, figure: Figure, begin: int, span: Range) -> bool:
        """Whether a sign of a unit stands between a preposition and a plural: "due to 50mph winds"."""
        sign = self.tokens.words[figure.last - 1] in self.lexicon.symbols
        before = self.lower[begin - 1] if begin > span[0] else ""
        return sign and before in self.links.attaching and is_plural(self.lower[figure.last], self.nouns)

    def _is_determined(self, figure: Figure, begin: int, first: int) -> bool:
        """Whether an article or the like stands before a figure, and no of-phrase is at its end."""
        if figure.noun is not None and is_plural(self.lower[figure.last - 1], self.nouns):
            return False
        i = begin - 1
        while i > first and i > begin - 1 - ADJECTIVES and self._is_adjective(i):
            i -= 1
        return i >= first and self.lower[i] in self.links.determiners

    def _is_adjective(self, i: int) -> bool:
        word = self.lower[i]
        return word.isalpha() and word not in self.nouns.boundaries and word not in self.links.determiners
