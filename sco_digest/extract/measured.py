"""A figure that stands for itself in, the noun phrase behind it, before it or around its verb that it measures out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.objects import Objects
from sco_digest.extract.particles import object_of
from sco_digest.extract.readings import replace
from sco_digest.extract.sure import to_plural
from sco_digest.extract.verbs import Verbs

if TYPE_CHECKING:
    from sco_digest.extract.beside import Beside
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Before, Figure, Range
    from sco_digest.extract.tokens import Tokens

NEAR = 4
"""Tokens between a figure and the points that it is told in as well."""
MATTER = frozenset({"mass", "volume", "area", "distance", "energy"})
"""Kinds of figures that tell how much there is of something: "62 tons of flour"."""


class Measured:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, beside: Beside, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.beside, self.clauses, self.phrases = beside, beside.clauses, beside.phrases
        self.lexicon = lexicon
        self.change, self.links = lexicon.words.change, lexicon.words.links
        self.cardinals = lexicon.words.numbers.cardinals
        self.meaning = lexicon.words.meaning
        self.boundaries = lexicon.words.nouns.boundaries
        self.verbs = Verbs(tokens, lexicon)
        self.objects = Objects(tokens, self.clauses, self.phrases, lexicon)

    def find(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """The first of the rules that fits."""
        first, last = span
        if figure.kind == "percent" and (whole := self._whole(figure, last)):
            bases = self.links.bases.isdisjoint(self.lower[slice(*whole)])
            base = not bases or self._is_of_noun(begin, first)
            return self._of_base(figure, begin, first) if base else whole
        return (
            self.beside.spells.since(figure, begin, last)
            or self.objects.find(figure, begin, span)
            or self._measured_out(figure, begin, span)
            or self._of_change_noun(figure, last)
            or self._noun_of(figure, begin, span)
            or self.of_verb(figure, begin, first)
            or self._at(figure, begin, first)
            or (self._priced(figure, begin, first) if figure.kind == "money" else None)
            or self._named_after(figure, last)
        )

    def moved(self, figure: Figure, begin: int, first: int, before: Before) -> Range | None:
        """What moved by so many points, or what the figure right before is of: "63 percent, 5 points less"."""
        if figure.unit not in self.meaning.points:
            return self.of_verb(figure, begin, first) or self._numbered(figure, begin, first)
        verb = self.lower[begin - 1]
        if verb in self.links.existence and verb not in self.links.being:  # Rivera had 25 points
            return None
        bare = replace(figure, noun=None, kind="other")
        if found := self.of_verb(bare, begin, first) or self.beside.at_price(begin, first):
            return found
        if self.lower[begin - 1] in self.links.of:
            return self.clauses.phrase_before(begin - 1, first)
        return before[1] if before and self._goes_on(before[0], begin) else None

    def _numbered(self, figure: Figure, begin: int, first: int) -> Range | None:
        """What is so many: "a fleet of 34 aircraft", "the delegation was 12 people"."""
        before = self.lower[begin - 1] if begin - 1 > first else ""
        if before in self.links.being:
            return self.clauses.left_of(begin - 1, first)
        if before not in self.links.of:
            return None
        found = self.clauses.noun_before(begin - 1, first)
        head = self.lower[found[1] - 1] if found else ""
        partial = found is not None and self.lower[found[0] - 1] in self.links.being  # is short of 30 coaches
        partial = partial or head in self.meaning.parts or head in self.change.nouns or head in self.cardinals
        return (found[0], figure.last) if found and not partial else None

    def _goes_on(self, before: Figure, begin: int) -> bool:
        """Whether nothing but a comma and "down" or a verb stands before points: "lost 0.6% to finish at 5 points"."""
        near = begin - before.last <= NEAR and self.lower[begin - 1] not in self.links.and_
        return near and self.beside.rows.continues(before.last, begin)

    def _is_of_noun(self, begin: int, first: int) -> bool:
        """Whether "of" ties a share to a noun before it: "a fine of 4 percent of turnover"."""
        named = begin - 2 >= first and self.lower[begin - 1] in self.links.of
        return named and self.clauses.noun_before(begin - 1, first) is not None

    def _of_base(self, figure: Figure, begin: int, first: int) -> Range | None:
        """What is told in parts of something else: "a budget deficit of 2.6 percent of GDP"."""
        of = begin - 1 > first and self.lower[begin - 1] in self.links.of
        return (
            self.of_verb(figure, begin, first)
            or self._at(figure, begin, first)
            or (self.clauses.noun_before(begin - 1, first) if of else None)
        )

    def _measured_out(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """What a verb of change has as its object: "dropped 62 tons of flour", "had 9 hours of talks"."""
        verb = self.lower[begin - 1] if begin > span[0] else ""
        holds = verb in self.links.existence and verb not in self.links.being
        moves = verb in self.change.up or verb in self.change.down
        if not (figure.kind in MATTER and moves) and not (
            holds and (figure.kind in MATTER or figure.kind == "duration")
        ):
            return None
        return self._after(figure.last, span[1], self.links.of)

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
            named = begin - 3 > span[0] and self.lower[begin - 3] in self.meaning.rising  # a pay rise of 12 percent
            own = (begin - 3, begin - 1) if named else None
            return self._after(figure.last, span[1], self.links.in_) or own
        found = self.clauses.noun_before(begin - 1, span[0])
        if found is None or self._is_name(figure, found, span[0]):
            beyond = self.phrases.extended(figure.last, span[1])  # a gift of $5 million to the fund
            return (found[0], beyond) if found and beyond > figure.last else found
        return self._instead_of(found, span[0])

    def _is_name(self, figure: Figure, found: Range, first: int) -> bool:
        """Whether a noun before "of" and a figure says what it measures: no "total of", "year of", "at a rate of"."""
        word, alone = self.lower[found[1] - 1], found[1] == found[0] + 1
        if word in self.meaning.sums or word in self.meaning.spans or (alone and word in self.meaning.periods):
            return False
        return figure.kind != "percent" or not self._is_pace(found, first)

    def _instead_of(self, found: Range, first: int) -> Range | None:
        """What is meant by a noun that names nothing."""
        word = self.lower[found[1] - 1]
        if word in self.meaning.paces:
            return self.clauses.subject_of_clause(found[0] - 2, first)
        return self._before_time(found[0], first) if word in self.meaning.spans else self._in_amount(found[0], first)

    def _before_time(self, start: int, first: int) -> Range | None:
        """The noun before a time: "a profit for the last year of $5 million"."""
        while start > first and (
            self.lower[start - 1] in self.links.determiners or self.lower[start - 1] in self.meaning.this
        ):
            start -= 1
        dated = start - 1 > first and self.lower[start - 1] in self.links.time_prepositions
        return self.clauses.phrase_before(start - 1, first) if dated else None

    def _is_pace(self, found: Range, first: int) -> bool:
        """Whether a noun says but how fast: "grew at an annual rate of 11 percent"."""
        article, preposition = found[0] - 1, found[0] - 2
        changes = preposition > first + 1 and self.lower[preposition - 1] in self.lexicon.changes
        pace = self.lower[found[1] - 1] in self.meaning.paces and changes
        opens = pace and (self.lower[preposition] in self.links.at or self.lower[preposition] in self.links.amount)
        return opens and self.lower[article] in self.lexicon.words.numbers.articles

    def _priced(self, figure: Figure, begin: int, first: int) -> Range | None:
        return self.beside.at_noun(figure, begin, first) or self.beside.at_price(begin, first)

    def _in_amount(self, start: int, first: int) -> Range | None:
        """ "loans in the amount of $5 million", and not "a total of $5 million"."""
        start -= self.lower[start - 1] in self.links.determiners
        inside = start - 2 >= first and self.lower[start - 1] in self.links.in_
        return self.clauses.noun_before(start - 1, first) if inside else None

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
        inside = i < last and self.lower[i] in self.links.in_ and figure.kind not in {"money", "percent", "duration"}
        after = None if inside else self._after(i, last, self.links.of_in_for)
        if after or i >= last or not self.tokens.words[i].islower() or self.lower[i] in self.boundaries:
            return after
        if any(self.lower[i] in words for words in (self.change.nouns, self.change.adverbs, self.change.compared)):
            return None
        found = (
            self.phrases.noun_phrase(i, last) if figure.kind in {"money", "percent"} and figure.noun is None else None
        )
        ratio = found and (self.lower[i - 1] in self.cardinals or self.lower[i - 1].isdecimal())
        return to_plural(self.lower, found, self.lexicon) if found and ratio else found

    def of_verb(self, figure: Figure, begin: int, first: int) -> Range | None:
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
        brought = object_of(self.tokens, verb, first, self.lexicon) if self.lower[verb] in self.links.turned else None
        if brought and self._trimmed(*brought) == brought[1]:
            return brought  # pushed its rate up to 5 percent
        return self.clauses.subject_of(verb, first)

    def _has_object(self, verb: int, ahead: int) -> bool:
        between = self.lower[verb + 1 : ahead]
        return any(word not in self.links.fillers and word[0].isalpha() for word in between)

    def _trimmed(self, start: int, end: int) -> int:
        """The end of an object that reaches to "from": its prepositions belong to it."""
        words = self.lower[start:end]
        plain = all(word[0].isalnum() or word in {"’s", "'s", "-", "’"} for word in words)
        plain = plain and not any(word[0].isdecimal() or word in self.links.amount for word in words)
        return end if plain else start
