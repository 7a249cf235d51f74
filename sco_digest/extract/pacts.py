"""A participle such as "proposed" or "signed" at a token in, what was agreed or proposed without a subject out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.actors import APART, FULL, Promise

if TYPE_CHECKING:
    from sco_digest.extract.actors import Actor, Actors
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

FAR: Final = 8
"""Tokens between "signed" and what was signed, and between that and what it is on, at most."""


class Pacts:
    """Reads agreements that are signed, and what "it was proposed" to do, in one text."""

    def __init__(self, tokens: Tokens, actors: Actors, language: Language) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.actors = actors
        self.words = language.commitments
        self.determiners = language.quantities.links.determiners
        self.boundaries = language.quantities.nouns.boundaries
        self.days = frozenset(language.grammar.months) | language.grammar.weekdays

    def passive(self, i: int, be: int, first: int, last: int) -> Promise | None:
        """It was proposed to create a fund; the bank is planning to lend; an agreement was signed on transit."""
        start = self.actors.verb_begins(be, first)
        word = self.lower[i]
        if start is None or start <= first:
            return None
        if word in self.words.planning:
            return self._planning(i, be, start, first, last)
        if word in self.words.impersonal and self.lower[start - 1] in self.words.it:
            return self._impersonal(i, start - 1, last)
        over = self.lower[be] not in self.words.now
        return self._pact_before(i, start, first, last) if over and word in self.words.signed else None

    def _planning(self, i: int, be: int, start: int, first: int, last: int) -> Promise | None:
        """The bank is planning to lend; not what it "has been" planning."""
        now = self.lower[start] in self.words.now and self.lower[be] in self.words.now
        to = self.lower[i + 1] == "to" and self._is_plain(i + 2, last)
        who = self.actors.before(start, first) if now and to else None
        return Promise(start, i + 1, "commitment", who, what=i + 1, start=who.first) if who else None

    def _impersonal(self, i: int, it: int, last: int) -> Promise | None:
        """It was proposed to create a fund; it was decided not to."""
        kind = self.words.impersonal[self.lower[i]]
        denied = self.lower[i + 1] == "not"
        to = self.lower[i + 1 + denied : i + 2 + denied] == ["to"] and self._is_plain(i + 2 + denied, last)
        that = self.lower[i + 1] == "that" and kind != "commitment"
        return Promise(it, i + 1, kind, None, what=i + 1) if to or that else None

    def _pact_before(self, i: int, start: int, first: int, last: int) -> Promise | None:
        """A memorandum on transit was signed; an agreement was reached on transit."""
        pact = next((k for k in range(start - 1, max(first - 1, start - FAR - 1), -1) if self._is_pact(k)), None)
        if pact is None or self.lower[max(first, pact - 1)] in self.words.negations:
            return None
        begin = self._noun_begins(pact, first)
        if begin > first and self.lower[begin - 1] in self.words.doubting:
            return None  # until an agreement on transit was signed
        if pact + 1 < start:
            on = self.lower[pact + 1] in self.words.pact_links or self.lower[pact + 1] == "of"
            return Promise(start, i + 1, "agreement", None, what=begin, end=start, start=begin) if on else None
        if i + 2 < last and self.lower[i + 1] in self.words.pact_links and self._may_follow(i + 2):
            return Promise(begin, i + 1, "agreement", None, what=i + 1 + (self.lower[i + 1] != "to"))
        return None

    def _may_follow(self, i: int) -> bool:
        """Whether what is agreed can begin at token `i`: not the day on which that was."""
        word = self.lower[i]
        return word[0].isalpha() and word not in self.days

    def signed(self, i: int, start: int, last: int, who: Actor | None) -> Promise | None:
        """The ministers signed a memorandum of understanding on transit."""
        pact = next((k for k in range(i + 1, min(last, i + FAR)) if self._is_pact(k)), None)
        if pact is None or any(not word[0].isalnum() and word != "-" for word in self.tokens.words[i + 1 : pact]):
            return None
        if not self.words.negations.isdisjoint(self.lower[i + 1 : pact]):
            return None
        on = next((k for k in range(pact + 1, min(last - 1, pact + FAR)) if self._links(k)), None)
        if on is None or not self._may_follow(on + 1):
            return None
        begin = who.first if who and who.first < i else start
        confidence = FULL if who and who.sure else APART
        return Promise(
            start, pact + 1, "agreement", who, what=on + (self.lower[on] != "to"), start=begin, confidence=confidence
        )

    def _links(self, i: int) -> bool:
        return self.lower[i] in self.words.pact_links and self.tokens.words[i + 1][0].isalpha()

    def _is_pact(self, i: int) -> bool:
        return self.lower[i] in self.words.pacts

    def _noun_begins(self, i: int, first: int) -> int:
        """Where the words before a noun begin that belong to it."""
        while i > first and self.tokens.words[i - 1][0].isalpha() and self.lower[i - 1] not in self.boundaries:
            i -= 1
        return i - 1 if i > first and self.lower[i - 1] in self.determiners else i

    def _is_plain(self, i: int, last: int) -> bool:
        """Whether a verb can stand at token `i` behind "to"."""
        word = self.tokens.words[i] if i < last else ""
        return word.isalpha() and word.islower() and word not in self.determiners
