"""Speakers, policy areas and places of an article in, who speaks, what is treated and where at a point of it out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_digest.language import Language
    from sco_digest.model import Place, PolicyArea, Span, Speaker, Statistic

OVERLAPPING = 4
"""Statements that can begin before a point and still hold it: they overlap only where one goes on in another."""
LOCATING = frozenset({"in", "to", "across", "throughout", "within"})
"""Words between a figure and the place that it is of: "12 schools in Veldoria", "across the"."""
GAPS = frozenset({"for", "at", "with"})
"""Words between a place and its figure where the verb is left out: "Orm for 5 percent"."""
NEAR = 4
"""Words between them, with the bound of the figure, at most."""
ORIGIN = ("from", "between")
"""Words before a place that is an end of something else."""


class Surroundings:
    """Who speaks, which areas are treated and which place is meant at a point of the text."""

    def __init__(
        self,
        text: str,
        speakers: tuple[Speaker, ...],
        areas: tuple[PolicyArea, ...],
        places: tuple[Place, ...],
        language: Language,
    ) -> None:
        self._text = text
        self._places = places
        self._say, self._no_acts = _say(language), _no_acts(language)
        self._said = sorted([(said.span, speaker.slug) for speaker in speakers for said in speaker.statements])
        self._areas = [(area.slug, sorted(area.evidence)) for area in areas]
        self._places_from = [place.span.start for place in places]
        self._said_from = [span.start for span, _ in self._said]
        self._areas_from = [[span.start for span in evidence] for _, evidence in self._areas]
        self._treated: dict[int, tuple[str, ...]] = {}
        """By where a sentence begins, the areas that it treats."""

    def completed(self, statistic: Statistic) -> Statistic:
        """A statistic with its place, the speaker in whose statement it stands and the areas of its sentence."""
        return replace(
            statistic,
            place=self._place(statistic),
            speaker=self._speaker(statistic.span),
            policy_areas=self._of(statistic.sentence),
        )

    def _place(self, statistic: Statistic) -> Place | None:
        """The one place in the subject, or the one that follows the figure: "12 schools in Veldoria"."""
        first = last = bisect_left(self._places_from, statistic.sentence.start)
        while last < len(self._places) and self._places[last].span.end <= statistic.sentence.end:
            last += 1
        if first == last:
            return None
        here = self._places[first:last]
        subject = statistic.subject.span if statistic.subject else None
        inside = [one for one in here if subject and subject.start <= one.span.start and one.span.end <= subject.end]
        if inside:
            ahead = self._text[subject.start : inside[0].span.start].lower().split() if subject else []
            ends = any(word in ORIGIN for word in ahead[-2:])
            return inside[0] if len({one.country for one in inside}) == 1 and not ends else None
        return self._behind(statistic.span, here) or self._ahead(statistic, here)

    def _behind(self, figure: Span, here: Sequence[Place]) -> Place | None:
        """The place that follows a figure: "12 schools in Veldoria"."""
        place = next((one for one in here if one.span.start > figure.end), None)
        between = self._text[figure.end : place.span.start].lower().split() if place else []
        return place if between and between[0] in LOCATING and between[1:] in ([], ["the"]) else None

    def _ahead(self, statistic: Statistic, here: Sequence[Place]) -> Place | None:
        """The place right before a figure, "Orm ($3 million)", "Orm for 5 percent", or what the sentence opens with."""
        before = [one for one in here if one.span.end <= statistic.span.start]
        if not before:
            return None
        between = self._text[before[-1].span.end : statistic.span.start].lower()
        words = between.split()
        if between.startswith(" (") and len(words) <= NEAR and ")" not in between:
            return before[-1]
        if words and words[0] in GAPS and len(words) <= NEAR:
            return before[-1]
        opens = len(before) == 1 and not self._text[statistic.sentence.start : before[0].span.start].strip('“"«')
        clause = not any(mark in between for mark in ",;:(")
        return before[0] if opens and clause and words and words[0].isalpha() and self._acts(words) else None

    def _acts(self, words: list[str]) -> bool:
        """Whether the words behind a country's name begin with what it does, and not with what it says."""
        return words[0] not in self._no_acts and self._say.isdisjoint(words)

    def _speaker(self, span: Span) -> str | None:
        last = bisect_right(self._said_from, span.start)
        for said, slug in reversed(self._said[max(0, last - OVERLAPPING) : last]):
            if span.end <= said.end:
                return slug
        return None

    def _of(self, sentence: Span) -> tuple[str, ...]:
        if sentence.start not in self._treated:
            treated = []
            for (slug, evidence), starts in zip(self._areas, self._areas_from, strict=True):
                place = bisect_left(starts, sentence.start)
                if place < len(evidence) and evidence[place].end <= sentence.end:
                    treated.append(slug)
            self._treated[sentence.start] = tuple(treated)
        return self._treated[sentence.start]


@cache
def _say(language: Language) -> frozenset[str]:
    """Verbs that tell what someone says."""
    return language.speech.say | language.speech.remark


@cache
def _no_acts(language: Language) -> frozenset[str]:
    """Words with which no verb phrase begins."""
    return language.grammar.prepositions | language.grammar.subordinators | {"and", "or"}
