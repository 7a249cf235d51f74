"""The form of what a language knows of the times of clauses: of what may be, and of what is told besides."""

from __future__ import annotations

from msgspec import Struct


class ClauseTimes(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show of which clause a time is."""

    adding: frozenset[str]
    """Participles before "that" of what someone says besides: "adding" that 300 firms work there."""
    within: frozenset[str]
    """Words before a stretch of time that is counted: "over" three years."""
    several: frozenset[str]
    """Words that count it without a number: over "several" years."""
    long_units: frozenset[str]
    """Nouns of it beside those of `links.time_nouns`."""
    some_day: frozenset[str]
    """Nouns behind such words for a time without a date: in the "future"."""
    making: frozenset[str]
    """Participles behind a comma that tell a total: 14 cases, "bringing" those of this year to 219."""
    including: frozenset[str]
    """Words behind a comma that name a part of what was told."""
    trading: frozenset[str]
    """Past tenses of a day's trade, behind "and": and "traded" 1 percent lower."""
    posting: frozenset[str]
    """Verbs whose own time is not that of the results which they tell: last month "posted"."""
    longer: frozenset[str]
    """Adjectives of results of more than a month: last month it posted "quarterly" sales."""
    perceived: frozenset[str]
    """Participles of what could be done then: could be "seen" in June."""
    seen_ahead: frozenset[str]
    """Participles and adjectives that say so behind "is": "is" seen at 2 percent in June."""
    foretelling: frozenset[str]
    """Verbs and nouns that say so behind a plural: analysts "forecast" 2 percent in June."""
