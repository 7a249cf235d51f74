"""The tokens of an article in, its figures out, each with value, unit, bound, direction, subject and period."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.ages import Ages
from sco_digest.extract.background_times import BackgroundTimes
from sco_digest.extract.bounds import find_bound
from sco_digest.extract.changes import find_direction, told_behind
from sco_digest.extract.changes_behind import goes_on, is_aside, since_base
from sco_digest.extract.dateline import HEAD_SENTENCES, dateline_of
from sco_digest.extract.exclusions import Exclusions
from sco_digest.extract.figures import Sentence
from sco_digest.extract.items import Items
from sco_digest.extract.lexicon import lexicon
from sco_digest.extract.numbers import find_numbers
from sco_digest.extract.periods import Periods
from sco_digest.extract.rates import measured_per
from sco_digest.extract.ratios import join_ratios
from sco_digest.extract.subjects import Subjects
from sco_digest.extract.tables import inside, table_spans
from sco_digest.extract.timing import Timing
from sco_digest.extract.units import money_code
from sco_digest.model import Period, Statistic, Subject

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Number, Range, When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Bound, Direction

FAR = 2
"""Sentences over which the unit of a figure may go on."""
MEASURES = frozenset(["money", "distance", "area", "mass", "volume", "energy", "temperature"])
"""What is told in one unit and, in brackets, in another."""
RANGE_OF = 6
"""Tokens from "down from" to the range that another was, at most: "down from a previous range of"."""
TIMES = frozenset(["duration", "age"])
"""Kinds that tell how long."""
INFERRED = 0.9
"""Confidence in a period whose year is not in its words."""


class Told:
    """What the words around a figure say of it; the subject by its tokens, the last not included."""

    def __init__(
        self,
        bound: Bound,
        direction: Direction | None,
        subject: Range | None,
        period: Period | None,
        base: Period | None,
    ) -> None:
        self.bound: Final = bound
        self.direction: Final = direction
        self.subject: Final = subject
        self.period: Final = period
        self.base: Final = base

    def moving(self, direction: Direction | None) -> Told:
        """The same with the direction that stands behind."""
        return Told(self.bound, direction, self.subject, self.period, self.base)


def find_statistics(tokens: Tokens, language: Language, published: str | None) -> tuple[Statistic, ...]:
    """All figures of the text, in its order; `published` is its ISO date, for "last year" and the like."""
    return tuple(_Reader(tokens, language, published).statistics())


class _Reader:
    def __init__(self, tokens: Tokens, language: Language, published: str | None) -> None:
        self.tokens = tokens
        self.lexicon: Lexicon = lexicon(language.quantities)
        self.exclusions = Exclusions(tokens, language, self.lexicon)
        self.periods = Periods(tokens, language, published)
        self.language = language
        self.timing = Timing(tokens, language, self.lexicon, published)
        self.background = BackgroundTimes(tokens, self.lexicon, published)
        self.tables = table_spans(tokens.text)
        self.text_words: frozenset[str] | None = None
        """The words of the text, once they are asked for."""
        self.subjects = Subjects(tokens, _calendar(language), self.lexicon)

    def statistics(self) -> list[Statistic]:
        found: list[Statistic] = []
        before: list[Figure] = []
        previous_at = 0
        for number, numbers in self._by_sentence().items():
            first, last = self.tokens.sentences[number]
            joined = join_ratios(self.tokens, numbers, first, self.lexicon)
            ages = Ages(self.tokens, first, last, self.lexicon, self.language.people)
            items = Items(self.tokens, first, last, self.exclusions, self.lexicon, ages=ages).read(joined)
            figures = Sentence(self.tokens, first, last, self.lexicon, self.language.places, ages=ages).figures(
                items, before if number - previous_at <= FAR else []
            )
            times = self._times(number) if figures else []
            figures = [figure for figure in figures if not _in_a_time(figure, times)]
            if figures:
                times = self.background.without(times, first)
                periods = self.timing.periods(times, figures, (first, last))
                bases = self.timing.bases(times, figures, periods, (first, last))
                found += self._of_sentence(figures, list(zip(periods, bases, strict=True)), number)
                before = figures
                previous_at = number
        return found

    def _of_sentence(
        self, figures: list[Figure], periods: list[tuple[Period | None, Period | None]], number: int
    ) -> list[Statistic]:
        """The statistics of the figures of a sentence, each with its period and the one it is compared with."""
        span = self.tokens.sentences[number]
        before: tuple[Figure, tuple[int, int] | None] | None = None
        ended = span[0]
        turned: Direction | None = None
        read: list[tuple[Figure, int, Told]] = []
        for figure, (period, base) in zip(figures, periods, strict=True):
            bound, begin = find_bound(self.tokens, figure, span[0], self.lexicon)
            if before and self._converts(before[0], figure, begin):
                subject = before[1]
            else:
                subject = self.subjects.find(figure, begin, span, before)
                carried = turned if before and goes_on(self.tokens, ended, begin, self.lexicon) else None
                old = before is not None and (
                    (before[0].end > figure.last and self._turns(figure.last)) or self._is_old(before[0], figure)
                )
                if before and old and self._is_old(before[0], figure) and (turn := self._turn(before[0], figure)):
                    read[-1] = (read[-1][0], read[-1][1], read[-1][2].moving(turn))
                turned = None if old else find_direction(self.tokens, figure, begin, span, self.lexicon) or carried
            grown = since_base(self.tokens, figure, base, self.lexicon) if base else None
            read.append((figure, begin, Told(bound, turned or grown, subject, period, base)))
            before, ended = (figure, subject), figure.last
        return [self._statistic(figure, number, told) for figure, told in self._with_changes_behind(read)]

    def _with_changes_behind(self, read: list[tuple[Figure, int, Told]]) -> list[tuple[Figure, Told]]:
        """The figures with what is said of each, and the direction of those whose change is told behind them."""
        done: list[tuple[Figure, Told]] = []
        following: tuple[Figure, int] | None = None
        moved: Direction | None = None
        carried: Direction | None = None
        for figure, begin, told in reversed(read):
            behind = following if told.direction is None and moved else None
            if carried and told.direction is None and figure.kind not in TIMES and not figure.compound:
                told = told.moving(carried)  # noqa: PLW2901
            carried = None
            if behind and told_behind(self.tokens, figure, behind[0], behind[1], self.lexicon):
                carried = moved if is_aside(self.tokens, figure, begin, self.lexicon) else None
                told = told if carried else told.moving(moved)  # noqa: PLW2901
            if not figure.compound:  # $3,150 for a 40-foot container, 12 percent less
                following, moved = (figure, begin), told.direction
            done.append((figure, told))
        return done[::-1]

    def _by_sentence(self) -> dict[int, list[Number]]:
        """The numbers of each sentence that has some."""
        found: dict[int, list[Number]] = {}
        for number in find_numbers(self.tokens, self.lexicon):
            if not self.tables or not inside(self.tables, self.tokens.starts[number.first]):
                found.setdefault(self.tokens.sentence_of[number.first], []).append(number)
        return found

    def _times(self, number: int) -> list[When]:
        """The times of a sentence; a text without a date lends it the year of the sentence beside it."""
        if self.periods.published is None:
            self.periods.calendar.near_year = self.periods.year_near(number)
        first, last = self.tokens.sentences[number]
        if number < HEAD_SENTENCES and (dateline := dateline_of(self.tokens, first, last, self.language)):
            first = min(dateline.last, last)  # its day is that of the news, and of no figure
        return self.periods.of_sentence(first, last)

    def _unit(self, figure: Figure) -> str:
        if figure.kind != "money" or figure.unit not in self.lexicon.words.money.by_country:
            return figure.unit
        if self.text_words is None:
            self.text_words = frozenset(self.tokens.lower)
        return money_code(figure.unit, self.text_words, self.lexicon)

    def _is_old(self, new: Figure, old: Figure) -> bool:
        """Whether a range follows "from" and the one that it became: "to 3%-4% from 5%-6%"."""
        both = new.low is not None and old.low is not None and new.unit == old.unit
        return both and (
            self.tokens.lower[new.last : old.begin] == [self.lexicon.words.links.origin]
            or self._turn(new, old) is not None
        )

    def _turn(self, new: Figure, old: Figure) -> Direction | None:
        """By "down from" between two ranges: "2% to 4%, down from a previous range of 6% to 8%"."""
        between, links = self.tokens.lower[new.last : old.begin], self.lexicon.words.links
        for i in range(len(between) - 1, max(0, len(between) - RANGE_OF), -1):
            if between[i] == links.origin and between[i - 1] in links.turned:
                return "up" if between[i - 1] in self.lexicon.words.change.up else "down"
        return None

    def _turns(self, i: int) -> bool:
        """Whether ", up" stands at token `i`: of the figure whose old value follows."""
        ahead = self.tokens.lower[i : i + 2]
        return len(ahead) > 1 and ahead[0] == "," and ahead[1] in self.lexicon.words.links.turned

    def _converts(self, one: Figure, other: Figure, begin: int) -> bool:
        """Whether a figure in brackets says the one before it in another unit: "5 degrees Celsius (9 Fahrenheit)"."""
        bracket = self.tokens.lower[one.last : begin] == ["("]
        return bracket and one.kind == other.kind and one.unit != other.unit and one.kind in MEASURES

    def _statistic(self, figure: Figure, number: int, told: Told) -> Statistic:
        tokens = self.tokens
        return Statistic(
            surface=tokens.surface(figure.first, figure.last),
            span=tokens.span(figure.first, figure.last),
            sentence=tokens.sentence_span(number),
            value=figure.value,
            low=figure.low,
            high=figure.high,
            origin=figure.origin,
            unit=self._unit(figure),
            per=None
            if " per " in figure.unit
            else measured_per(tokens, figure.last, tokens.sentences[number][1], self.lexicon),
            kind=figure.kind,
            bound=told.bound,
            direction=told.direction,
            subject=Subject(tokens.surface(*told.subject), tokens.span(*told.subject)) if told.subject else None,
            period=told.period,
            compared=told.base,
            confidence=_confidence(figure, told.period),
        )


def _in_a_time(figure: Figure, times: list[When]) -> bool:
    """Whether the words of a figure say when: "for 8 months of the current year", "9M 2025"."""
    inside = any(when.first <= figure.first and figure.last <= when.last for when in times)
    # third-quarter 2024 sales
    return inside or any(when.first < figure.first == when.last - 1 for when in times)


def _confidence(figure: Figure, period: Period | None) -> float:
    return min(figure.confidence, INFERRED if period and period.inferred else 1.0)


@cache
def _calendar(language: Language) -> frozenset[str]:
    """Names of months and days."""
    return frozenset(language.grammar.months) | language.grammar.weekdays
