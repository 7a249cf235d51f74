"""A figure in its sentence in, the words that say what it measures out; none where no rule is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.conjunctions import joins
from sco_digest.extract.sure import is_sure, to_plural
from sco_digest.extract.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.items import Figure
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

LONGEST = 14
"""Tokens of the longest subject."""
Range = tuple[int, int]


class Subjects:
    """The rules, over the sentences of one text; each gives the tokens of a subject, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.months = months
        self.past, self.adverb = lexicon.words.nouns.past_ending, lexicon.words.nouns.adverb_ending
        self.folds = lexicon.words.numbers.folds
        self.cardinals = lexicon.words.numbers.cardinals
        self.change = lexicon.words.change
        self.links = lexicon.words.links
        self.boundaries = lexicon.words.nouns.boundaries
        self.lexicon = lexicon
        self.verbs = Verbs(tokens, lexicon)

    def find(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """What a figure measures; `begin` is where it or its bound begins, `span` its sentence."""
        found = self._read(figure, begin, span)
        if found and found[1] - found[0] > 2 and self.lower[found[1] - 1] in self.lexicon.measures:
            found = found[0], found[1] - (self.lower[found[1] - 2] not in self.links.determiners)  # the index ended up
        return found if found and is_sure(self.lower[found[0] : found[1]], self.lexicon) else None

    def _read(self, figure: Figure, begin: int, span: Range) -> Range | None:
        first, last = span
        if figure.compound:
            return self._phrase(figure.last, last) if figure.last < last else None
        if self.lower[figure.first] in self.folds and self.lower[figure.first] in self.change.measure:
            return self._left_of(begin, first)
        if figure.kind == "count" and figure.noun is not None:
            return self._of_verb(figure, begin, first) or self._counted(figure, last)
        if figure.kind == "percent" and (whole := self._whole(figure, last)):
            base = self.lower[whole[0]] in self.links.bases
            return self._of_verb(figure, begin, first) or self._at(figure, begin, first) if base else whole
        return (
            self._of_change_noun(figure, last)
            or self._noun_of(figure, begin, span)
            or self._of_verb(figure, begin, first)
            or self._at(figure, begin, first)
            or self._named_after(figure, last)
        )

    # ---- after the figure ----

    def _counted(self, figure: Figure, last: int) -> Range | None:
        """The noun counted with its of-phrase: "8 million citizens of SCO countries"."""
        noun = figure.noun or figure.first
        of = self._after(figure.last, last, self.links.part_of)
        return noun, of[1] if of else figure.last

    def _after(self, i: int, last: int, prepositions: frozenset[str]) -> Range | None:
        """The noun phrase after a preposition at token `i`."""
        return self._phrase(i + 1, last) if i < last and self.lower[i] in prepositions else None

    def _whole(self, figure: Figure, last: int) -> Range | None:
        """What a share is of: "75 percent of total trade", "half the amount"."""
        of = self._after(figure.last, last, self.links.of)
        if of or figure.last >= last or self.lower[figure.last] not in self.links.determiners:
            return of
        return self._phrase(figure.last, last)

    def _of_change_noun(self, figure: Figure, last: int) -> Range | None:
        """ "a 5 percent rise in X", "an increase of 5 percent in X"."""
        i = figure.last
        while i < min(last, figure.last + 3):
            if self.lower[i] in self.change.nouns:
                return self._after(i + 1, last, self.links.in_of)
            i += 1
        return None

    def _noun_of(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """ "a net profit of US$ 997 million", "an increase of 5 percent in X"."""
        if (
            begin - 2 < span[0]
            or self.lower[begin - 1] not in self.links.of
            or self.lower[begin - 2] in self.change.measure
        ):
            return None
        if self.lower[begin - 2] in self.change.nouns:
            return self._after(figure.last, span[1], self.links.in_)
        return self._noun_before(begin - 1, span[0])

    def _at(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "kept its base rate at 18%", "the deficit at 2.6% of GDP": a share beside its noun."""
        if figure.kind != "percent" or begin - 2 < first or self.lower[begin - 1] not in self.links.at:
            return None
        noun = self._noun_before(begin - 1, first)
        if noun is None or self.lower[noun[1] - 1] not in self.links.measured_nouns or noun[1] - noun[0] > 4:
            return None
        start = noun[0]
        while start < noun[1] - 1 and self.lower[start] in self.links.keeping:
            start += 1
        own = start > first and self.lower[start - 1] in self.lexicon.owners
        return start - own, noun[1]

    def _noun_before(self, end: int, first: int) -> Range | None:
        """The noun with its adjectives that ends before token `end`."""
        start = end
        while start > max(first, end - LONGEST) and self._in_noun(start - 1):
            start -= 1
        return (start, end) if start < end else None

    def _in_noun(self, i: int) -> bool:
        word = self.lower[i]
        return word.isalpha() and word not in self.boundaries and not word.endswith(self.past)

    def _named_after(self, figure: Figure, last: int) -> Range | None:
        """ "2.5 billion roubles in bilateral trade", "a 145 mln dlr loan"."""
        if figure.kind == "count":  # a number alone: what it counts stands with the figure before
            return None
        i = figure.last
        i += i < last and self.lower[i] in self.links.worth
        after = self._after(i, last, self.links.of_in_for)
        if after or i >= last or not self.tokens.words[i].islower() or self.lower[i] in self.boundaries:
            return after
        if any(self.lower[i] in words for words in (self.change.nouns, self.change.adverbs, self.change.compared)):
            return None
        found = self._phrase(i, last) if figure.kind in {"money", "percent"} and figure.noun is None else None
        ratio = found and (self.lower[i - 1] in self.cardinals or self.lower[i - 1].isdecimal())
        return to_plural(self.lower, found, self.lexicon) if found and ratio else found

    def _phrase(self, i: int, last: int) -> Range | None:
        """The noun phrase that begins at token `i`, with what "of" adds to it."""
        start = end = i
        while end < min(last, start + LONGEST) and self._goes_on(end, start):
            end += 1
        while end > start and (self.lower[end - 1] in self.boundaries or not self.lower[end - 1][0].isalnum()):
            end -= 1
        if end == start or not self._is_what(start, end):
            return None
        return start, end

    def _is_what(self, start: int, end: int) -> bool:
        """Whether a phrase can say what is measured: no pronoun, no time, no participle, no number."""
        head = self.lower[start]
        if head.endswith(self.past) or head in self.links.pronouns or head[0].isdecimal() or head in self.cardinals:
            return False
        return not self._is_time(start, end) and any(self.lower[k][0].isalpha() for k in range(start, end))

    def _is_time(self, start: int, end: int) -> bool:
        """Whether a phrase says when: "in the first quarter", "in February"."""
        return end > start and (self.lower[end - 1] in self.links.time_nouns or self.lower[start] in self.months)

    def _goes_on(self, i: int, start: int) -> bool:
        word = self.lower[i]
        if word in self.links.determiners:
            return i == start or self.lower[i - 1] in self.links.of
        if word[0].isalpha():
            return word in self.links.of or (
                word not in self.boundaries
                and not (i > start and word.endswith(self.past) and self.lower[i - 1] != "-")
            )
        return word in {"’s", "'s", "-", "’", "&"} or (word[0].isdecimal() and i == start)

    # ---- before the figure ----

    def _of_verb(self, figure: Figure, begin: int, first: int) -> Range | None:
        """The object or the subject of the verb that says how much something is or how it changed."""
        verb = self.verbs.governing(figure, begin, first)
        if verb is None:
            return None
        ahead = begin - 1 if self.lower[begin - 1] in self.links.results else begin
        linked = ahead < begin
        if linked and (self.lower[verb] in self.change.up or self.lower[verb] in self.change.down):
            found = self._phrase(verb + 1, ahead) if self._has_object(verb, ahead) else None
            if found:
                return found[0], max(found[1], self._trimmed(found[0], ahead))
        return self._left_of(verb, first)

    def _has_object(self, verb: int, ahead: int) -> bool:
        between = self.lower[verb + 1 : ahead]
        return any(word not in self.links.fillers and word[0].isalpha() for word in between)

    def _trimmed(self, start: int, end: int) -> int:
        """The end of an object that reaches to "from": its prepositions belong to it."""
        words = self.lower[start:end]
        plain = all(word[0].isalnum() or word in {"’s", "'s", "-", "’"} for word in words)
        plain = plain and not any(word[0].isdecimal() or word in self.links.amount for word in words)
        return end if plain else start

    def _left_of(self, verb: int, first: int) -> Range | None:
        """The grammatical subject of a verb."""
        if self.lower[verb] in self.links.worth:
            return self._noun_before(verb, first)
        end = verb
        while end > first and self._before_verb(self.lower[end - 1]):
            end -= 1
        start = end
        while start > max(first, end - LONGEST):
            aside = self._aside(start - 1, first)
            if (
                aside is None
                and not self._in_subject(start - 1)
                and not joins(self.tokens, start - 1, first, self.lexicon)
            ):
                break
            start = start - 1 if aside is None else aside
        start = self._after_time(start, end)
        if start >= end or self.lower[start] in self.links.pronouns or start <= end - LONGEST:
            return None
        if self.lower[start] in self.boundaries and self.lower[start] not in self.links.determiners:
            return None
        return (start, end) if any(self.lower[i][0].isalpha() for i in range(start, end)) else None

    def _before_verb(self, word: str) -> bool:
        return word in self.links.auxiliaries or word.endswith(self.adverb)

    def _aside(self, i: int, first: int) -> int | None:
        """Where the brackets begin that end at token `i`."""
        if self.lower[i] != ")":
            return None
        return next((k for k in range(i - 1, max(first, i - LONGEST), -1) if self.lower[k] == "("), None)

    def _in_subject(self, i: int) -> bool:
        word = self.lower[i]
        if not word[0].isalnum():
            return word in {"’s", "'s", "-", "’", "&", ".", "/"} and self.tokens.glued(i)
        return word not in self.links.clause_words

    def _after_time(self, start: int, end: int) -> int:
        """Past "in 2024" and the like at the head of a clause."""
        if start >= end or self.lower[start] not in self.links.time_prepositions:
            return start
        digits = [i for i in range(start, end) if self.lower[i].isdecimal()]
        return digits[-1] + 1 if digits else end
