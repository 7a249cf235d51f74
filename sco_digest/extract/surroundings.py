"""Speakers, policy areas and places of an article in, who speaks, what is treated and where at a point of it out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.extract.whereabouts import Whereabouts

if TYPE_CHECKING:
    from sco_digest.language import Language
    from sco_digest.model import Place, PolicyArea, Span, Speaker, Statistic

OVERLAPPING = 4
"""Statements that can begin before a point and still hold it: they overlap only where one goes on in another."""


class Surroundings:
    """Who speaks, which areas are treated and which place is meant at a point of the text."""

    def __init__(
        self,
        text: str,
        speakers: tuple[Speaker, ...],
        areas: tuple[PolicyArea, ...],
        places: tuple[Place, ...],
        language: Language,
        *,
        frames: list[Span],
    ) -> None:
        """`frames` are the words of statements that tell who speaks and when; a figure in them is not theirs."""
        self._whereabouts = Whereabouts(text, places, language)
        self._said = sorted([(said.span, speaker.slug) for speaker in speakers for said in speaker.statements])
        self._areas = [(area.slug, sorted(area.evidence)) for area in areas]
        self._frames = sorted(frames)
        self._said_from = [span.start for span, _ in self._said]
        self._areas_from = [[span.start for span in evidence] for _, evidence in self._areas]
        self._treated: dict[int, tuple[str, ...]] = {}
        """By where a sentence begins, the areas that it treats."""

    def completed(self, statistic: Statistic) -> Statistic:
        """A statistic with its place, the speaker in whose statement it stands and the areas of its sentence."""
        return replace(
            statistic,
            place=self._whereabouts.of(statistic),
            speaker=self.speaker_at(statistic.span),
            policy_areas=self.areas_of(statistic.sentence),
        )

    def speaker_at(self, span: Span) -> str | None:
        """The speaker in whose statement a span stands."""
        framed = bisect_right(self._frames, span.start, key=lambda frame: frame.start)
        if framed and span.start < self._frames[framed - 1].end:
            return None
        last = bisect_right(self._said_from, span.start)
        for said, slug in reversed(self._said[max(0, last - OVERLAPPING) : last]):
            if span.end <= said.end:
                return slug
        return None

    def areas_of(self, sentence: Span) -> tuple[str, ...]:
        """The policy areas with evidence in a sentence."""
        if sentence.start not in self._treated:
            treated = []
            for (slug, evidence), starts in zip(self._areas, self._areas_from, strict=True):
                place = bisect_left(starts, sentence.start)
                if place < len(evidence) and evidence[place].end <= sentence.end:
                    treated.append(slug)
            self._treated[sentence.start] = tuple(treated)
        return self._treated[sentence.start]
