"""The tokens of an article in, its figures out, each with value, unit, bound, direction, subject and period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.bounds import find_bound
from sco_digest.extract.changes import find_direction
from sco_digest.extract.exclusions import Exclusions
from sco_digest.extract.figures import Sentence
from sco_digest.extract.items import Figure, Items
from sco_digest.extract.lexicon import lexicon
from sco_digest.extract.numbers import find_numbers
from sco_digest.extract.periods import Periods, When
from sco_digest.extract.ratios import join_ratios
from sco_digest.extract.subjects import Subjects
from sco_digest.extract.tables import inside, table_spans
from sco_digest.extract.timing import Timing
from sco_digest.extract.units import money_code
from sco_digest.model import Period, Statistic, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.numbers import Number
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

FAR = 2
"""Sentences over which the unit of a figure may go on."""
INFERRED = 0.9
"""Confidence in a period whose year is not in its words."""


def find_statistics(tokens: Tokens, language: Language, published: str | None) -> tuple[Statistic, ...]:
    """All figures of the text, in its order; `published` is its ISO date, for "last year" and the like."""
    return tuple(_Reader(tokens, language, published).statistics())


class _Reader:
    def __init__(self, tokens: Tokens, language: Language, published: str | None) -> None:
        self.tokens = tokens
        self.lexicon: Lexicon = lexicon(language.quantities)
        self.exclusions = Exclusions(tokens, language, self.lexicon)
        self.periods = Periods(tokens, language, published)
        self.timing = Timing(tokens, language, self.lexicon)
        self.tables = table_spans(tokens.text)
        self.text_words: frozenset[str] | None = None
        """The words of the text, once they are asked for."""
        self.subjects = Subjects(tokens, language.grammar.months, self.lexicon)

    def statistics(self) -> Iterator[Statistic]:
        previous: Figure | None = None
        previous_at = 0
        for number, numbers in self._by_sentence():
            first, last = self.tokens.sentences[number]
            joined = join_ratios(self.tokens, numbers, first, self.lexicon)
            items = Items(self.tokens, first, last, self.exclusions, self.lexicon).read(joined)
            figures = Sentence(self.tokens, first, last, self.lexicon).figures(
                items, previous if number - previous_at <= FAR else None
            )
            times = self._times(number) if figures else []
            figures = [figure for figure in figures if not _in_a_time(figure, times)]
            if figures:
                periods = self.timing.periods(times, figures, (first, last))
                for figure, period in zip(figures, periods, strict=True):
                    yield self._statistic(figure, number, period)
                previous = figures[-1]
                previous_at = number

    def _by_sentence(self) -> Iterator[tuple[int, list[Number]]]:
        """The numbers of each sentence that has some."""
        group: list[Number] = []
        for number in find_numbers(self.tokens, self.lexicon):
            if self.tables and inside(self.tables, self.tokens.starts[number.first]):
                continue
            if group and self._sentence(group[0]) != self._sentence(number):
                yield self._sentence(group[0]), group
                group = []
            group.append(number)
        if group:
            yield self._sentence(group[0]), group

    def _sentence(self, number: Number) -> int:
        return self.tokens.sentence_of[number.first]

    def _times(self, number: int) -> list[When]:
        """The times of a sentence; a text without a date lends it the year of the sentence beside it."""
        sentences = self.tokens.sentences
        if self.periods.published is None:
            around = [i for i in (number, number + 1, number - 1) if 0 <= i < len(sentences)]
            years = (self.periods.year_named(*sentences[i]) for i in around)
            self.periods.near_year = next((year for year in years if year), None)
        return self.periods.of_sentence(*sentences[number])

    def _unit(self, figure: Figure) -> str:
        if figure.unit not in self.lexicon.words.money.by_country:
            return figure.unit
        if self.text_words is None:
            self.text_words = frozenset(self.tokens.lower)
        return money_code(figure.unit, self.text_words, self.lexicon)

    def _statistic(self, figure: Figure, number: int, period: Period | None) -> Statistic:
        tokens, span = self.tokens, self.tokens.sentences[number]
        bound, begin = find_bound(tokens, figure, span[0], self.lexicon)
        subject = self.subjects.find(figure, begin, span)
        return Statistic(
            surface=tokens.surface(figure.first, figure.last),
            span=tokens.span(figure.first, figure.last),
            sentence=tokens.sentence_span(number),
            value=figure.value,
            low=figure.low,
            high=figure.high,
            origin=figure.origin,
            unit=self._unit(figure),
            kind=figure.kind,
            bound=bound,
            direction=find_direction(tokens, figure, begin, span, self.lexicon),
            subject=Subject(tokens.surface(*subject), tokens.span(*subject)) if subject else None,
            period=period,
            confidence=_confidence(figure, period),
        )


def _in_a_time(figure: Figure, times: list[When]) -> bool:
    """Whether the words of a figure say when: "for 8 months of the current year", "9M 2025"."""
    return any(when.first <= figure.first and figure.last <= when.last for when in times)


def _confidence(figure: Figure, period: Period | None) -> float:
    return min(figure.confidence, INFERRED if period and period.inferred else 1.0)
