"""A noun or phrase that reports in, who is credited with the words out: "Petrov’s claim that", "according to him"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sco_digest.extract.mentions import Mentions, named
from sco_digest.extract.readings import Attributed, Cue
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.behind_cue import Sources
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

OWNED = tuple([mark] for mark in sorted(POSSESSIVES))
OWNER = 6  # tokens within which "words" follows "in"


class Credits:
    """Reads the nouns and phrases of one article."""

    def __init__(self, tokens: Tokens, mentions: Mentions, sources: Sources, speech: Speech) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._sources = sources
        self._speech = speech
        self._according = _according(speech)

    def noun(self, i: int, first: int, last: int) -> Cue | None:
        """ "Petrov’s claim that", "the announcement by Ostrel that"."""
        lower = self._tokens.lower
        source: Attributed | None = None
        that = i + 1
        if lower[that : that + 1] == ["by"]:
            source = self._sources.behind(that + 1, last)
            that = source.last if source else that
        elif i > first:
            source = self._sources.possessor(max(first, i - 1), i) or self._owner(i, first)
        clause = that + 1 < last and lower[that] == "that" and lower[that + 1] not in self._speech.be
        relative = clause and (lower[that + 1] in self._speech.auxiliaries or lower[that + 1].endswith("ed"))
        return Cue(i, i + 1, source) if source and clause and not relative else None

    def phrase(self, i: int, last: int) -> Cue | None:
        """ "According to X", "in his words", "in X’s opinion"."""
        lower = self._tokens.lower
        for phrase in self._according.get(lower[i + 1] if i + 1 < last else "", ()):
            end = i + len(phrase)
            if tuple(lower[i:end]) == phrase:
                cited = self._cited(end + 1, last) if {*lower[end : end + 1]} & self._speech.evidence else None
                if cited:
                    return cited
                source = self._sources.behind(end, last, owner=True)
                if source and lower[source.last : source.last + 1] in OWNED:  # not "according to Petrov’s office"
                    end = source.last + 2
                    told = self._speech.nouns | self._speech.in_words
                    source = source if {*lower[end - 1 : end]} & told else None
                return Cue(i, end, source) if source else None
        if lower[i] == "by" and not self._opens(i):
            return None  # "stood by his estimate"
        words = self._speech.by_words if lower[i] == "by" else self._speech.in_words
        if words.isdisjoint(lower[i + 2 : min(i + 1 + OWNER, last)]):
            return None
        word = next((k for k in range(i + 2, min(i + 1 + OWNER, last)) if lower[k] in words), None)
        source = self._sources.possessor(i + 1, word) if word else None
        return Cue(word, word + 1, source) if word and source else None

    def _opens(self, i: int) -> bool:
        """Whether a phrase opens its sentence, or stands behind a mark."""
        first = self._tokens.sentences[self._tokens.sentence_of[i]][0]
        return i == first or not self._tokens.words[i - 1][0].isalnum()

    def _cited(self, i: int, last: int) -> Cue | None:
        """ "According to data she cited", "to figures cited by Petrov"."""
        lower = self._tokens.lower
        if tuple(lower[i : i + 2]) == ("cited", "by"):
            source: Attributed | None = self._sources.behind(i + 2, last)
            return Cue(i, i + 1, source) if source else None
        source = self._sources.starting(i)
        cited = source is not None and lower[source.last : source.last + 1] == ["cited"]
        return Cue(source.last, source.last + 1, source) if source and cited else None

    def _owner(self, noun: int, first: int) -> Attributed | None:
        """The name whose possessive stands right before token `noun`, or before one word between them."""
        for end in (noun - 1, noun - 2):
            if end > first and self._tokens.lower[end] in POSSESSIVES:
                found = self._mentions.by_end.get(end)
                return named(found) if found else None
        return None


@cache
def _according(speech: Speech) -> dict[str, list[tuple[str, ...]]]:
    """Second word → the phrases such as "according to"."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in speech.according:
        phrases.setdefault(phrase[1], []).append(phrase)
    return phrases
