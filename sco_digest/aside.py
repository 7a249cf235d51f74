"""Documents and what became of each come in; the records that can be published go out, and a problem for each other.

This is the net under the build: a text over which a rule stumbles, or whose date cannot be, is set aside and named, and
costs no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from sco_digest.deadline import TooLong, deadline
from sco_digest.facts import number_of_facts
from sco_digest.model import ArticleRecord, Document, Note, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sco_digest.model import Correction, IsoDate, Limits, Outline, Period

Given = TypeVar("Given")

EARLIEST = "1900-01-01"


def record_or_problem(
    extract: Callable[[Document, Given], ArticleRecord], document: Document, given: Given, limits: Limits
) -> ArticleRecord | Problem:
    """The record of a document within the limits; whatever its text brings to light becomes a problem of this text."""
    length = len(document.text) - document.body
    if length > limits.characters:
        message = f"the article has {length:,} characters, {limits.characters:,} are read"
        return Problem(document.file, document.line, message, "split it, or raise max_characters in site.yaml")
    try:
        with deadline(limits.seconds):
            record = extract(document, given)
    except TooLong:
        message = f"reading the article took more than {limits.seconds:g} s of the processor, and was given up"
        mend = "split it, or raise max_seconds in site.yaml"
        return Problem(document.file, document.line, message, mend, passing=True)
    except MemoryError:
        message = "reading the article takes more memory than there is"
        return Problem(document.file, document.line, message, "split it, or give the program more", passing=True)
    except Exception as error:  # a fault of ours, of whatever kind, must not cost the other texts
        reason = f"{type(error).__name__}: {error}"
        message = f"the text could not be read ({' '.join(reason.split())})"
        return Problem(document.file, document.line, message, "please report it with the text", passing=True)
    found = number_of_facts(record)
    if found > limits.facts:
        message = f"the article has {found:,} facts, {limits.facts:,} are published"
        return Problem(document.file, document.line, message, "split it, or raise max_facts in site.yaml")
    return record


def misdated(
    article: Outline, day: IsoDate | None, *, today: IsoDate | None, corrections: Sequence[Correction] = ()
) -> Problem | None:
    """The problem of an article whose day cannot be that of its publication: before 1900, or after `today`.

    It stands where the day is stated: in a correction, in a header, else somewhere in the article.
    """
    if day is None:
        return None
    if day < EARLIEST:
        message = f"the date {day} is before 1900"
    elif today is not None and day > today:
        message = f"the date {day} is after the day of this run, {today}"
    else:
        return None
    given = [one for one in corrections if one.article == article.id and one.date is not None]
    if given:
        return Problem(given[-1].file, given[-1].line, message, "correct it there")
    stated = next((header for header in article.headers if header.key == "date"), None)
    if stated is None:
        return Problem(article.file, article.line, message, 'add a line "date 2024-07-04" before the text')
    return Problem(article.file, stated.line, message, "correct it there")


def without_date(record: ArticleRecord, problem: Problem) -> ArticleRecord:
    """The record of a misdated article without its day and the periods that were reckoned from it, and a note of it."""
    kept = (note for note in record.problems if note.field != "date")
    statistics = (replace(one, period=_stated(one.period), compared=_stated(one.compared)) for one in record.statistics)
    promised = (replace(one, period=_stated(one.period)) for one in record.commitments)
    facts = replace(record, statistics=tuple(statistics), commitments=tuple(promised))
    return replace(facts, date=None, problems=(Note("date", problem.message), *kept))


def _stated(period: Period | None) -> Period | None:
    """A period whose year is in the text; one that was reckoned from the day is none."""
    return None if period and period.inferred else period
