"""A figure in its sentence in, the words that say what it measures out; none where no rule is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.beside import Beside
from sco_digest.extract.clauses import Clauses
from sco_digest.extract.phrases import Phrases
from sco_digest.extract.sure import is_sure, to_plural
from sco_digest.extract.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens

Range = tuple[int, int]
MATTER = frozenset({"mass", "volume", "area", "distance", "energy"})
"""Kinds of figures that tell how much there is of something: "62 tons of flour"."""
MOST = 24
"""Tokens of the longest subject."""


class Subjects:
    """The rules, over the sentences of one text; each gives the tokens of a subject, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.months = months
        self.folds = lexicon.words.numbers.folds
        self.cardinals = lexicon.words.numbers.cardinals
        self.change = lexicon.words.change
        self.links = lexicon.words.links
        self.boundaries = lexicon.words.nouns.boundaries
        self.lexicon = lexicon
        self.verbs = Verbs(tokens, lexicon)
        self.clauses = Clauses(tokens, months, lexicon)
        self.phrases = Phrases(tokens, months, lexicon)
        self.beside = Beside(tokens, months, self.clauses, self.phrases, lexicon)

    def find(self, figure: Figure, begin: int, span: Range, before: tuple[Figure, Range | None] | None) -> Range | None:
        """What a figure measures; `begin` is where it or its bound begins, `span` its sentence.

        `before` is the figure before it in the sentence, with its subject: a list of figures goes on with that.
        """
        if before and figure.noun is None and figure.unit == before[0].unit and self._more(figure.last):
            return before[1]  # rescued 700 passengers, and the navy saved 200 more
        named = self._read(figure, begin, span)
        found = (
            self._sure(self._whole_phrase(figure, named, begin, span))
            or self._sure(named)
            or self._sure(self.beside.find(figure, begin, span, before))
        )
        return found if found and found[1] - found[0] <= MOST else None

    def _more(self, i: int) -> bool:
        return i < len(self.lower) and self.lower[i] in self.links.more

    def _sure(self, found: Range | None) -> Range | None:
        """A subject without a verb at its end, if it is a noun phrase to all appearance."""
        if found and found[1] - found[0] > 2 and self.lower[found[1] - 1] in self.lexicon.measures:
            found = found[0], found[1] - (self.lower[found[1] - 2] not in self.links.determiners)  # the index ended up
        if found is None or found[0] >= found[1] or self._is_joined_verb(*found):
            return None
        return found if is_sure(self.lower[found[0] : found[1]], self.lexicon) else None

    def _is_joined_verb(self, start: int, end: int) -> bool:
        """Whether a single word is a verb that "and" joins to another: "and costs $799"."""
        joined = start and self.lower[start - 1] in self.links.and_
        return end == start + 1 and bool(joined) and self.lower[start] in self.links.noun_verbs

    def _read(self, figure: Figure, begin: int, span: Range) -> Range | None:
        first, last = span
        if figure.compound or (figure.kind == "age" and self._of_noun(figure.last, last)):
            return self.phrases.noun_phrase(figure.last, last) if figure.last < last else None
        if figure.kind == "age":
            aged = begin > first and self.lower[begin - 1] in self.links.aged
            return self.clauses.noun_before(begin - 1, first) if aged else self._of_verb(figure, begin, first)
        if self.lower[figure.first] in self.folds and self.lower[figure.first] in self.change.measure:
            return self.clauses.left_of(begin, first)
        if figure.kind == "count" and figure.noun is not None:
            return self._of_verb(figure, begin, first) or self._counted(figure.noun, figure.last)
        if figure.kind == "percent" and (whole := self._whole(figure, last)):
            base = self.lower[whole[0]] in self.links.bases
            return self._of_verb(figure, begin, first) or self._at(figure, begin, first) if base else whole
        return (
            self.beside.since(figure, last)
            or self._measured_out(figure, begin, span)
            or self._of_change_noun(figure, last)
            or self._noun_of(figure, begin, span)
            or self._of_verb(figure, begin, first)
            or self._at(figure, begin, first)
            or self._named_after(figure, last)
        )

    def _measured_out(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """What a verb of change has as its object: "dropped 62 tons of flour", and not "fell by 5 tons"."""
        verb = self.lower[begin - 1] if begin > span[0] else ""
        if figure.kind not in MATTER or not (verb in self.change.up or verb in self.change.down):
            return None
        return self._after(figure.last, span[1], self.links.of)

    def _counted(self, noun: int, last: int) -> Range:
        """The noun counted, without "more" and the like."""
        while noun < last - 1 and self.lower[noun] in self.lexicon.no_subject_start:
            noun += 1
        return noun, last

    def _of_noun(self, i: int, last: int) -> bool:
        """Whether a noun begins at token `i`: "a 23 year-old sailor"."""
        return i < last and self.lower[i].isalpha() and self.lower[i] not in self.boundaries

    def _whole_phrase(self, figure: Figure, found: Range | None, begin: int, span: Range) -> Range | None:
        """A noun phrase behind the figure, or the noun it counts, with all that says more of it."""
        if found is None or found[1] < figure.last or figure.compound:
            return found
        heads = begin == span[0] or self.lower[begin - 1] not in self.links.attaching  # not "a park for 60 firms is"
        told = heads and figure.kind in {"count", "percent"}
        return found[0], self.phrases.extended(found[1], span[1], told=told)

    # ---- after the figure ----

    def _after(self, i: int, last: int, prepositions: frozenset[str]) -> Range | None:
        """The noun phrase after a preposition at token `i`."""
        return self.phrases.noun_phrase(i + 1, last) if i < last and self.lower[i] in prepositions else None

    def _whole(self, figure: Figure, last: int) -> Range | None:
        """What a share is of: "75 percent of total trade", "half the amount"."""
        of = self._after(figure.last, last, self.links.of)
        if of or figure.last >= last or self.lower[figure.last] not in self.links.determiners:
            return of
        return self.phrases.noun_phrase(figure.last, last)

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
            or self.lower[begin - 2] in self.lexicon.measures
        ):
            return None
        if self.lower[begin - 2] in self.change.nouns:
            return self._after(figure.last, span[1], self.links.in_)
        found = self.clauses.noun_before(begin - 1, span[0])
        beyond = self.phrases.extended(figure.last, span[1])  # a gift of $5 million to the fund
        return (found[0], beyond) if found and beyond > figure.last else found

    def _at(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "kept its base rate at 18%", "the deficit at 2.6% of GDP": a share beside its noun."""
        if figure.kind != "percent" or begin - 2 < first or self.lower[begin - 1] not in self.links.at:
            return None
        noun = self.clauses.noun_before(begin - 1, first)
        if noun is None or self.lower[noun[1] - 1] not in self.links.measured_nouns or noun[1] - noun[0] > 4:
            return None
        start = noun[0]
        while start < noun[1] - 1 and self.lower[start] in self.links.keeping:
            start += 1
        own = start > first and self.lower[start - 1] in self.lexicon.owners
        return start - own, noun[1]

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
        found = (
            self.phrases.noun_phrase(i, last) if figure.kind in {"money", "percent"} and figure.noun is None else None
        )
        ratio = found and (self.lower[i - 1] in self.cardinals or self.lower[i - 1].isdecimal())
        return to_plural(self.lower, found, self.lexicon) if found and ratio else found

    # ---- before the figure ----

    def _of_verb(self, figure: Figure, begin: int, first: int) -> Range | None:
        """The object or the subject of the verb that says how much something is or how it changed."""
        verb = self.verbs.governing(figure, begin, first)
        if verb is None:
            return None
        ahead = begin - 1 if self.lower[begin - 1] in self.links.results else begin
        linked = ahead < begin
        if linked and (self.lower[verb] in self.change.up or self.lower[verb] in self.change.down):
            found = self.phrases.noun_phrase(verb + 1, ahead) if self._has_object(verb, ahead) else None
            if found:
                return found[0], max(found[1], self._trimmed(found[0], ahead))
        return self.clauses.left_of(verb, first)

    def _has_object(self, verb: int, ahead: int) -> bool:
        between = self.lower[verb + 1 : ahead]
        return any(word not in self.links.fillers and word[0].isalpha() for word in between)

    def _trimmed(self, start: int, end: int) -> int:
        """The end of an object that reaches to "from": its prepositions belong to it."""
        words = self.lower[start:end]
        plain = all(word[0].isalnum() or word in {"’s", "'s", "-", "’"} for word in words)
        plain = plain and not any(word[0].isdecimal() or word in self.links.amount for word in words)
        return end if plain else start
