"""A place in a sentence in, the noun phrase that ends before it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past, is_plural

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Range
    from sco_digest.extract.tokens import Tokens

HYPHENS = frozenset({"-", "–"})
"""Marks inside a word: the Osk–Velm road."""
LONGEST = 24
"""Tokens of the longest phrase."""


class Backwards:
    """The rules, over the sentences of one text; each gives the tokens of a phrase, the last not included."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens, self.lower, self.lexicon = tokens, tokens.lower, lexicon
        self.nouns, self.links = lexicon.words.nouns, lexicon.words.links
        self.adverb = self.nouns.adverb_ending
        self.boundaries, self.inner = self.nouns.boundaries, lexicon.words.meaning.inner
        self.scales = lexicon.words.numbers.scales

    def noun_before(self, end: int, first: int) -> Range | None:
        """The noun with its adjectives that ends before token `end`."""
        start = end
        if end - 2 > first and self.lower[end - 1] in self.links.participles and self._before_verb(self.lower[end - 2]):
            return None  # was felt
        while start > max(first, end - LONGEST) and self._in_noun(start - 1):
            if start < end and self._is_verb_between(start - 1):
                break
            start -= 1
        if start < end and start - 1 > first and self._is_adjective(start - 1):
            start -= 1
        return (start, end) if start < end else None

    def _is_adjective(self, i: int) -> bool:
        """Whether a participle stands after an article: "an estimated cost"."""
        return is_past(self.lower[i], self.nouns) and self.lower[i - 1] in self.links.determiners

    def phrase_before(self, end: int, first: int) -> Range | None:
        """The noun that ends before token `end` with its article and what "of" and the like add to it."""
        start = end
        while start > max(first, end - LONGEST):
            word = self.lower[start - 1]
            if word == self.links.target and not self._is_named(start):
                return self._after_infinitive(start, end)
            if not (self._in_noun(start - 1) or word in self.links.determiners or word in self.inner):
                break
            if start < end and self._is_verb_between(start - 1):
                break
            start -= 1
            if word in self.links.determiners and (start == first or self.lower[start - 1] not in self.inner):
                break  # push the value of it
        while start < end and self.lower[start] in self.inner:
            start += 1
        return (start, end) if start < end else None

    def _is_named(self, i: int) -> bool:
        """Whether "to" before token `i` leads to a noun to all appearance: "exports to Osk", "to the north"."""
        return i < len(self.lower) and (self.lower[i] in self.links.determiners or self.tokens.words[i][0].isupper())

    def _after_infinitive(self, start: int, end: int) -> Range | None:
        """The object of an infinitive that begins at token `start`, with an article: "to rein in a deficit"."""
        if start < end and is_plural(self.lower[start], self.nouns):
            return start, end  # goes to people earning
        article = next((i for i in range(start, end - 1) if self.lower[i] in self.links.determiners), None)
        return (article, end) if article is not None else None

    def _is_verb_between(self, i: int) -> bool:
        """Whether token `i`, a plural to all appearance, is a verb: the fund "manages" assets."""
        plurals = is_plural(self.lower[i], self.nouns) and is_plural(self.lower[i + 1], self.nouns)
        return plurals and self.lower[i] not in self.nouns.modifiers

    def _before_verb(self, word: str) -> bool:
        adverb = word.endswith(self.adverb) and word not in self.lexicon.words.meaning.not_adverbs
        return adverb or word in self.links.auxiliaries

    def _in_noun(self, i: int) -> bool:
        word = self.lower[i]
        if word in {"’s", "'s"}:
            return True
        if word in HYPHENS:
            return self.tokens.glued(i) and self.tokens.glued(i + 1)
        joined = self.lower[i + 1 : i + 2] == ["-"] and self.tokens.glued(i + 1)  # first-quarter
        verb = word in self.links.finite or word in self.lexicon.verbs or is_past(word, self.nouns)
        amount = word in self.scales  # 80 million
        return word.isalpha() and (joined or (word not in self.boundaries and not verb and not amount))
