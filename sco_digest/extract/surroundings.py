"""Speakers and policy areas of an article in, who speaks and which areas are treated at a place of it out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from sco_digest.model import PolicyArea, Span, Speaker, Statistic

OVERLAPPING = 4
"""Statements that can begin before a place and still hold it: they overlap only where one goes on in another."""


class Surroundings:
    """Who speaks and which areas are treated at a place of the text."""

    def __init__(self, speakers: tuple[Speaker, ...], areas: tuple[PolicyArea, ...]) -> None:
        self._said = sorted((said.span, speaker.slug) for speaker in speakers for said in speaker.statements)
        self._areas = [(area.slug, sorted(area.evidence)) for area in areas]

    def place(self, statistic: Statistic) -> Statistic:
        """A statistic with the speaker in whose statement it stands and the areas of its sentence."""
        return replace(statistic, speaker=self._speaker(statistic.span), policy_areas=self._of(statistic.sentence))

    def _speaker(self, span: Span) -> str | None:
        last = bisect_right(self._said, span.start, key=lambda pair: pair[0].start)
        near = reversed(self._said[max(0, last - OVERLAPPING) : last])
        return next((slug for said, slug in near if span.end <= said.end), None)

    def _of(self, sentence: Span) -> tuple[str, ...]:
        def first_from(evidence: list[Span]) -> int:
            place = bisect_left(evidence, sentence.start, key=lambda span: span.start)
            return evidence[place].end if place < len(evidence) else sentence.end + 1

        return tuple(slug for slug, evidence in self._areas if first_from(evidence) <= sentence.end)
