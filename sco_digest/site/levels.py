"""A figure and its subject come in; whether it is the level of that, or how much it rose or fell, goes out.

It is read from the words between the two, since a direction alone does not tell "rose by 3 billion" from "rose to".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.site.subjects import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_digest.language import SeriesWords
    from sco_digest.model import ArticleRecord, Statistic
    from sco_digest.site.subjects import Subject

PERCENT = frozenset({"percent", "multiple"})
POINTS = "percentage point"


def changed(figure: Statistic, subject: Subject, record: ArticleRecord, words: SeriesWords) -> bool | None:
    """Whether a figure is how much its subject rose or fell; False for a level, None where that is not sure."""
    if _is_unsure(figure, record.text, words):
        return None
    link = _link(figure, record.text, words)
    level = _is_level(figure, link, record, words)
    if figure.kind in PERCENT or figure.unit == POINTS:
        return _changed_by(figure, subject, record.text, link, words, level=level)
    if figure.direction and figure.origin is None and link[-1] in words.amount:
        return True
    return False if level else None


def _changed_by(
    figure: Statistic, subject: Subject, text: str, link: Sequence[str], words: SeriesWords, *, level: bool
) -> bool | None:
    """The same of a percentage: "rose to 7 percent" is a level only of what is a rate by itself."""
    states = link[-1] in words.states
    if _behind(figure, text) in words.parts:
        return None
    if figure.kind == "percent" and level and subject.head in words.rates:
        return False
    if figure.origin is not None or (states and subject.head in words.rates):  # inflation was 7 percent, up 2 points
        return None
    if subject.grows:
        return True if (level or states) and figure.direction != "down" else None
    fell = figure.kind == "multiple" and figure.direction == "down"
    return None if figure.direction is None or level or fell else True


def _is_level(figure: Statistic, link: Sequence[str], record: ArticleRecord, words: SeriesWords) -> bool:
    """Whether the subject stands before a figure and came to it, or is it."""
    if figure.subject is None or figure.subject.span.end > figure.span.start:
        return False
    if figure.origin is not None or link[-1] in words.levels:
        return True
    if link[-1] in words.arrivals:
        return figure.direction is not None or link[-2] in words.sums
    tied = all(word in words.light or word in words.owning for word in _between(figure, record.text))
    if figure.direction is None:
        return tied or link[-1] in words.states
    return (tied or link[-1] in words.states) and _moved_behind(figure, record, words)


def _moved_behind(figure: Statistic, record: ArticleRecord, words: SeriesWords) -> bool:
    """Whether the next figure says how much this one rose or fell: "exports were 3 billion dollars, up 5 percent"."""
    following = next((one for one in record.statistics if one.span.start > figure.span.start), None)
    if following is None or following.sentence != figure.sentence or figure.subject is None:
        return False
    opening = WORD.findall(record.text[figure.sentence.start : figure.subject.span.start].lower())
    of_it = bool(opening) and opening[-1] in words.prepositions  # the rise in exports was 3 billion
    told = following.kind in PERCENT and following.direction == figure.direction and figure.kind not in PERCENT
    return told and not of_it


def _link(figure: Statistic, text: str, words: SeriesWords) -> list[str]:
    """The two words that tie a figure to what stands before it: "and reached" of "and reached a record"."""
    ahead = ["", "", *WORD.findall(text[figure.sentence.start : figure.span.start].lower())]
    while ahead[-1] in words.light or tuple(ahead[-2:]) in words.light_phrases:
        ahead = ahead[: -1 if ahead[-1] in words.light else -2]
    return ahead[-2:]


def _between(figure: Statistic, text: str) -> list[str]:
    subject = figure.subject
    return WORD.findall(text[subject.span.end : figure.span.start].lower()) if subject else []


def _behind(figure: Statistic, text: str) -> str:
    following = text[figure.span.end : figure.sentence.end].lstrip().lower()
    return next(iter(WORD.findall(following[:20])), "") if following[:1].isalpha() else ""


def _is_unsure(figure: Statistic, text: str, words: SeriesWords) -> bool:
    """Whether it is said to be wanted, expected or denied."""
    ahead = WORD.findall(text[figure.sentence.start : figure.span.start].lower())
    return any(word in words.unsure or word.endswith(words.unsure_endings) for word in ahead)
