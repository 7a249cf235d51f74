"""A stretch of time in, what went on for it, what it is for or counted from out: "nine months after the fire"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.phrases import Phrases
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens


class Spells:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(
        self, tokens: Tokens, months: Container[str], clauses: Clauses, phrases: Phrases, lexicon: Lexicon
    ) -> None:
        self.tokens, self.lower, self.months = tokens, tokens.lower, months
        self.clauses, self.phrases, self.lexicon = clauses, phrases, lexicon
        self.links, self.meaning = lexicon.words.links, lexicon.words.meaning

    def since(self, figure: Figure, begin: int, last: int) -> Range | None:
        """ "nine months after the accident", "two weeks behind schedule", "a month in advance of the talks"."""
        i = figure.last
        if figure.kind != "duration" or i >= last:
            return None
        if begin and self.lower[begin - 1] in self.meaning.lasting and self.lower[i] in self.links.since:
            return None  # was down for five hours after a fire
        if self.lower[i] == self.links.target:
            return self._to_do(i, last)
        far = self.lower[i : i + 3] in self.links.in_advance
        if not far and (self.lower[i] not in self.links.since or self.lower[i] in self.links.of):
            return None
        found = self.phrases.noun_phrase(i + (3 if far else 1), last)
        return (i, found[1]) if found else None

    def _to_do(self, i: int, last: int) -> Range | None:
        """ "two weeks to repair the bridge": what the time is for; not "two weeks to March"."""
        if i + 1 >= last:
            return None
        verb = self.lower[i + 1]
        named = verb in self.months or verb in self.links.determiners or verb in self.links.time_nouns
        if named or not self.tokens.words[i + 1].islower() or verb in self.lexicon.words.nouns.boundaries:
            return None
        found = self.phrases.noun_phrase(i + 2, last) if i + 2 < last else None
        return i, found[1] if found else i + 2

    def lasting(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "the drone flew for 26 hours": the subject of a verb without an object."""
        if figure.kind != "duration" or begin - 2 <= first or self.lower[begin - 1] not in self.meaning.lasting:
            return None
        if begin - 3 > first and self.lower[begin - 3] in self.links.being:  # is valid for 25 years
            return self.clauses.left_of(begin - 3, first)
        verb = self.lower[begin - 2]
        if verb in self.meaning.asking:
            return None
        past = is_past(verb, self.lexicon.words.nouns) or verb in self.lexicon.verbs or verb in self.links.finite
        past = past or verb in self.links.participles
        return self.clauses.left_of(begin - 2, first) if past else None
