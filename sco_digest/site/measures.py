"""A record comes in; those figures of it go out that can be set beside those of others, each with its key."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.model import Kind, SeriesPoint  # the types of fields are read
from sco_digest.sentences import Sentences
from sco_digest.site.agreement import Reach, disagreeing, reach
from sco_digest.site.levels import changed
from sco_digest.site.subjects import Subjects, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import AddedPlace, ArticleRecord, Statistic
    from sco_digest.site.subjects import Subject

TIME = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)


class Key(Struct, frozen=True, gc=False, order=True):
    """What all values of one series have in common."""

    subject: str
    change: bool
    yearly: bool
    """Whether it is a change on the same part of the year before; a change of whole years always is."""
    unit: str
    per: str
    kind: Kind
    country: str
    city: str


class Measure(Struct, frozen=True, gc=False):
    """One figure of a record, as a value of a series."""

    key: Key
    name: str
    """Its subject as it stands, on one line."""
    placed: bool
    """Whether the name says the place."""
    lang: str
    reach: Reach
    speaker: int | None
    """Who gave it, as place among the speakers of the record."""
    topics: tuple[str, ...]
    """The policy areas named in its sentence."""
    point: SeriesPoint
    """With the place of its figure in the record; its path is only the anchor, and its article is not known yet."""


def read_measures(record: ArticleRecord, added: tuple[AddedPlace, ...] = ()) -> tuple[Measure, ...]:
    """The figures of a record that can belong to a series, each value of one time once, in the order of the text."""
    found = gazetteer(record.lang, added)
    if found is None or not record.statistics:
        return ()
    subjects, sentences = Subjects(record, found), Sentences(record)
    read = (
        _measure(number, figure, change=change, subject=subject, record=record, sentences=sentences)
        for number, figure in enumerate(record.statistics)
        if _has_value(figure)
        and (subject := subjects.read(figure))
        and (change := changed(figure, subject, record, found.language.series)) is not None
        and not (change and figure.compared and not _on_year(figure))
    )
    return tuple(_once(_told_apart(record, read)))


# ---- one figure ------------------------------------------------------------------------------------------------------


def _has_value(figure: Statistic) -> bool:
    """Whether it has a value or a range, and no time but one of the calendar."""
    known = figure.value is not None or (figure.low is not None and figure.high is not None)
    return known and (figure.period is None or (_is_time(figure.period.start) and _is_time(figure.period.end)))


@lru_cache(maxsize=4096)
def _is_time(value: str) -> bool:
    """Whether it is a year, a month or a day as the records have it."""
    try:
        return bool(TIME.fullmatch(value)) and bool(date.fromisoformat(f"{value}-01-01"[:10]))
    except ValueError:
        return False


def _on_year(figure: Statistic) -> bool:
    """Whether it is compared with the same time of the year before."""
    if figure.period is None or figure.compared is None:
        return False
    return all(
        _is_time(then) and now[4:] == then[4:] and int(now[:4]) == int(then[:4]) + 1
        for now, then in ((figure.period.start, figure.compared.start), (figure.period.end, figure.compared.end))
    )


def _measure(
    number: int, figure: Statistic, *, change: bool, subject: Subject, record: ArticleRecord, sentences: Sentences
) -> Measure:
    day = record.date.value if record.date else ""
    falls = change and figure.direction == "down"
    low, high = (figure.high, figure.low) if falls else (figure.low, figure.high)
    turned = _fallen if falls else _as_it_is
    least, most = reach(figure)
    return Measure(
        key=Key(
            subject=subject.words,
            change=change,
            yearly=change
            and figure.compared is not None
            and figure.period is not None
            and len(figure.period.start) > len("2025"),
            unit=figure.unit,
            per=figure.per or "",
            kind=figure.kind,
            country=subject.country,
            city=subject.city,
        ),
        name=subject.name,
        placed=subject.placed,
        lang=record.lang,
        reach=(-most, -least) if falls else (least, most),
        speaker=next((i for i, speaker in enumerate(record.speakers) if speaker.slug == figure.speaker), None),
        topics=figure.policy_areas,
        point=SeriesPoint(
            entry=0,
            figure=number,
            path=sentences.anchor(figure.span),
            start=figure.period.start if figure.period else day,
            end=figure.period.end if figure.period else day,
            published=figure.period is None,
            bound=figure.bound,
            confidence=figure.confidence,
            source=record.source.name if record.source else None,
            date=day,
            value=turned(figure.value),
            low=turned(low),
            high=turned(high),
        ),
    )


def _as_it_is(value: float | None) -> float | None:
    return value


def _fallen(value: float | None) -> float | None:
    return None if value is None else -abs(value)


def _told_apart(record: ArticleRecord, measures: Iterable[Measure]) -> Iterator[Measure]:
    """Without those that one sentence gives two values of for one time: then its words say more than the key."""
    groups: dict[tuple[object, ...], list[Measure]] = defaultdict(list)
    for measure in measures:
        sentence = record.statistics[measure.point.figure].sentence
        groups[measure.key, sentence, measure.point.start, measure.point.end].append(measure)
    for group in groups.values():
        if not any(disagreeing(measure.reach for measure in group)):
            yield from group


def _once(measures: Iterable[Measure]) -> Iterator[Measure]:
    """Of equal values for one time only the first."""
    seen = set()
    for measure in measures:
        point = measure.point
        same = (measure.key, point.start, point.end, point.value, point.low, point.high)
        if same not in seen:
            seen.add(same)
            yield measure
