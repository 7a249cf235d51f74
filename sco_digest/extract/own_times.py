"""A figure in, whether words behind it tell a time of its own that no rule reads out: on Monday, over three years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.background_times import ranks
from sco_digest.extract.nouns import is_past

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

REACH: Final = 8
"""Tokens behind a figure in which such a time stands."""
BESIDE: Final = 2
"""Tokens from a weekday to its date."""
MARKS: Final = frozenset(',;:()–—“”".!?')


class OwnTimes:
    """The rules, over the sentences of one text: where such a time stands no other of the sentence is the figure's."""

    def __init__(self, tokens: Tokens, language: Language, lexicon: Lexicon) -> None:
        self.lower, self.time = tokens.lower, lexicon.words.time
        self.weekdays, self.say = language.grammar.weekdays, language.speech.say | self.time.reports
        self.numbers = lexicon.words.numbers.cardinals.keys() | self.time.several
        self.units = lexicon.words.links.time_nouns | self.time.long_units
        self.determiners, self.nouns = lexicon.words.links.determiners, lexicon.words.nouns
        self.clause_words = lexicon.verbal | lexicon.words.links.clause_words | {lexicon.words.links.target}

    def on_day(self, figure: Figure, end: int) -> bool:
        """Whether a weekday is the time of a figure: "14 cases on Monday", not "5 percent, it said on Monday".

        Nor is it where a date follows, before token `end`: "14 cases on Monday, 5 May".
        """
        return any(self.lower[i] in self.weekdays and i + BESIDE < end for i in self._clause(figure, end))

    def in_stretch(self, figure: Figure, end: int) -> bool:
        """Whether a stretch of time is that of a figure: "60 percent over three years", "over the next three".

        Not "for the first time in three years".
        """
        found = next((i for i in self._clause(figure, end) if self._is_stretch(i, end)), None)
        return found is not None and not any(ranks(word, self.time) for word in self.lower[figure.end : found])

    def in_coming(self, figure: Figure, end: int) -> bool:
        """Whether a figure is of a stretch to come, or is that: "to rise 60 percent over the next three years"."""
        begin = figure.begin - 1
        if figure.kind == "duration" and begin > 1 and self.time.relative.get(self.lower[begin], 0) > 0:
            return self.lower[begin - 1 - (self.lower[begin - 1] in self.determiners)] in self.time.within
        for i in self._clause(figure, end):
            if self._is_coming(i, end):
                return True
            if self._is_verb(self.lower[i]):
                return False
        return False

    def _is_verb(self, word: str) -> bool:
        """Whether a word may be a verb or open a clause: 40 percent "planned to" hire in the next year."""
        return word in self.clause_words or is_past(word, self.nouns)

    def _is_coming(self, i: int, end: int) -> bool:
        """Whether "over the next three years" or "in the coming decade" begins at a token."""
        k = i + 1 + (i + 1 < end and self.lower[i + 1] in self.determiners)
        if self.lower[i] not in self.time.within or k + 1 >= end or self.time.relative.get(self.lower[k], 0) < 1:
            return False
        counted = self.lower[k + 1]
        return counted in self.numbers or counted.isdecimal() or counted in self.units

    def _clause(self, figure: Figure, end: int) -> range:
        """The tokens behind a figure in which a time is its own: none behind a mark, a verb of saying or a number."""
        last = min(end, figure.end + REACH)
        stops = (i for i in range(figure.end, last) if self._stops(i))
        return range(figure.end, next(stops, last))

    def _stops(self, i: int) -> bool:
        word, before = self.lower[i], self.lower[i - 1]
        counts = before in self.time.within or before in self.determiners or before in self.time.relative
        return word in MARKS or word in self.say or (word.isdecimal() and not counts)

    def _is_stretch(self, i: int, end: int) -> bool:
        """Whether "over three years", "in the next three" or "in the future" begins at a token."""
        if self.lower[i] not in self.time.within:
            return False
        k = i + 1 + (i + 1 < end and self.lower[i + 1] in self.determiners)
        if k < end and self.lower[k] in self.time.some_day:
            return True
        later = k < end and self.lower[k] in self.time.relative
        k += later
        counted = k < end and (self.lower[k] in self.numbers or self.lower[k].isdecimal())
        return counted and (later or (k + 1 < end and self.lower[k + 1] in self.units))
