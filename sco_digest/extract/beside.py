"""A figure that no noun phrase stands with in, what the words around it say that it measures, or whose it is, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.appositions import Appositions
from sco_digest.extract.rows import Rows
from sco_digest.extract.spells import Spells

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.phrases import Phrases
    from sco_digest.extract.readings import Before, Figure, Range
    from sco_digest.extract.tokens import Tokens

FAR = 14
"""Tokens between two figures of a list, or a figure and the verb that places it."""
CLOSERS = frozenset({",", ".", ";"})
OPENERS = frozenset({";", "-", "–", "•"})
"""Marks around a noun and its figure without a verb."""
NOT_EQUIPMENT = frozenset({"percent", "money", "duration", "age", "multiple"})
"""Kinds of figures that tell nothing of a noun before "with"."""
FOR = frozenset({"for"})
"""Words before a sum that the subject of the clause is not of."""
PRICES = frozenset({"money", "percent"})
"""Kinds of figures at which something is traded or stands."""


class Beside:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(
        self, tokens: Tokens, months: Container[str], clauses: Clauses, phrases: Phrases, lexicon: Lexicon
    ) -> None:
        self.lower = tokens.lower
        self.clauses, self.phrases = clauses, phrases
        self.lexicon, self.links, self.meaning = lexicon, lexicon.words.links, lexicon.words.meaning
        self.rows = Rows(tokens, months, clauses, lexicon)
        self.spells = Spells(tokens, months, clauses, phrases, lexicon)
        self.appositions = Appositions(tokens, months, clauses, lexicon)

    def find(self, figure: Figure, begin: int, span: Range, before: Before) -> Range | None:
        """The first of the rules that fits; `before` is the figure before it in the sentence, with its subject."""
        first, last = span
        of_the_verb = self._is_of_the_verb(figure, begin, first) and not self._is_rate_of(before, figure, begin)
        if before and (found := self.rows.find(before, figure, begin, of_the_verb=of_the_verb)):
            return found
        paid = self._is_paid(figure, begin, first)
        new = before is not None and self.rows.is_new_item(before[0].last, begin)
        return (
            self._as_much(begin, first)
            or self.appositions.find(figure, begin, span, before)
            or self._of_all(begin, span)
            or self._told(figure, last)
            or self._from(figure, last)
            or self._stated_first(figure, begin, span)
            or self.at_noun(figure, begin, first)
            or (self.at_price(begin, first) if figure.kind in PRICES else None)
            or self._sized(figure, begin, span)
            or self._equipped(figure, begin, first)
            or self.spells.lasting(figure, begin, first)
            or self._ranging(begin, first)
            or self._doing(begin, first)
            or (before[1] if before and self.rows.is_of_pronoun(begin, first) else None)
            or self._right_after(figure, begin, span)
            or (self.clauses.subject_of_clause(begin, first) if of_the_verb and not new and not paid else None)
            or self._of_change(begin, first)
        )

    def _is_of_the_verb(self, figure: Figure, begin: int, first: int) -> bool:
        """Whether a figure can say how much the subject of its verb is: not "for 5 years", nor what someone lost."""
        before = self.lower[begin - 1] if begin > first else ""
        if figure.kind == "duration":
            told = before in self.links.time_prepositions or before in self.links.attaching
            return not told and before not in self.meaning.lasting
        return figure.kind != "money" or before not in self.lexicon.words.change.transitive

    def _is_paid(self, figure: Figure, begin: int, first: int) -> bool:
        """Whether a sum is not told of who does something: "signed an agreement with the bank for $45 million"."""
        if figure.kind != "money" or begin - 2 < first or self.lower[begin - 1] not in FOR:
            return False
        own = self.clauses.is_predicate(begin - 2)  # the house went for $4 million
        return not own and self.links.being.isdisjoint(self.lower[max(first, begin - FAR) : begin])

    def _is_rate_of(self, before: Before, figure: Figure, begin: int) -> bool:
        """Whether a share is the rate of a sum before it: "received $80 million for a road, at 5 percent"."""
        rate = figure.kind == "percent" and self.lower[begin - 1] in self.links.at
        if not rate or before is None or before[0].kind != "money":
            return False
        return self.lexicon.finite.isdisjoint(self.lower[before[0].last : begin])

    def at_price(self, begin: int, first: int) -> Range | None:
        """The subject of a verb with "at": "beef changed hands at $5", "the index closed at 1,463 points"."""
        if begin - 1 <= first or self.lower[begin - 1] not in self.links.at:
            return None
        for i in range(begin - 2, max(first, begin - FAR), -1):
            word = self.lower[i]
            if word in self.meaning.priced:
                acts = self.lower[i + 1] in self.links.determiners  # put the loss at 5 percent
                return None if acts else self.clauses.left_of(i, first)
            if word in self.links.clause_ends and word not in self.links.and_:
                return None
        return None

    def at_noun(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "a credit line at 4 percent", "tonnes of wheat at $212": the noun with an article right before "at"."""
        if figure.kind not in PRICES or begin - 2 <= first or self.lower[begin - 1] not in self.links.at:
            return None
        found = self.clauses.noun_before(begin - 1, first)
        before = self.lower[found[0] - 1] if found and found[0] > first else ""
        if found and self.appositions.is_bought(found[0] - 1, first):
            return None  # $80 million for a road at 5 percent
        owned = before in self.lexicon.words.numbers.articles or (figure.kind == "money" and before in self.links.of)
        return found if found and owned and not self.phrases.is_time(*found) else None

    def _of_all(self, begin: int, span: Range) -> Range | None:
        """ "Of the total area, 40 percent is irrigated"."""
        first = span[0]
        if begin - 2 <= first or self.lower[begin - 1] != "," or self.lower[first] not in self.links.of:
            return None
        found = self.phrases.noun_phrase(first + 1, begin - 1)
        return found if found and found[1] == begin - 1 else None

    def _right_after(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """ "Unemployment 5.2 percent": all that stands before a figure, in a line without a verb."""
        after = self.lower[figure.last] if figure.last < span[1] else "."
        alone = figure.noun is None and after in CLOSERS and self.lower[begin - 1] not in self.meaning.plain
        found = self.clauses.noun_before(begin, span[0]) if alone else None
        opens = found and (found[0] == span[0] or self.lower[found[0] - 1] in OPENERS)
        return found if found and opens and figure.kind != "duration" and not self.phrases.is_time(*found) else None

    def _of_change(self, begin: int, first: int) -> Range | None:
        """ "showed growth of 9 percent", where nothing says of what."""
        of = begin - 2 >= first and self.lower[begin - 1] in self.links.of
        changes = of and self.lower[begin - 2] in self.meaning.only_nouns
        return self.clauses.noun_before(begin - 1, first) if changes else None

    def _sized(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """ "a runway 2.6 kilometres long", "waves up to six metres high": the noun right before."""
        after = self.lower[figure.last] if figure.last < span[1] else ""
        if figure.kind != "distance" or after not in self.links.sizes or begin <= span[0]:
            return None
        return self.clauses.noun_before(begin, span[0])

    def _equipped(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "an engine with 640 hp": the noun right before "with"."""
        opens = begin - 1 > first and self.lower[begin - 1] in self.meaning.with_
        if not opens or figure.kind in NOT_EQUIPMENT or figure.noun is not None:
            return None
        return self.clauses.noun_before(begin - 1, first)

    def _ranging(self, begin: int, first: int) -> Range | None:
        """ "prices range from 5 to 7 euros"."""
        verb = begin - 2
        ranges = verb > first and self.lower[begin - 1] in {self.links.origin, *self.links.between}
        return self.clauses.subject_of(verb, first) if ranges and self.lower[verb] in self.links.ranges else None

    def _doing(self, begin: int, first: int) -> Range | None:
        """ "trucks weighing 5 tonnes", "people earning more than $900": the noun right before a participle."""
        i = begin - 1 - (begin - 1 > first and self.lower[begin - 1] in self.links.between)
        if i <= first or not self.lower[i].endswith(self.meaning.going) or not self.lower[i - 1].isalpha():
            return None
        return (
            None if self.lower[i - 1] in self.lexicon.words.nouns.boundaries else self.clauses.phrase_before(i, first)
        )

    def _stated_first(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """ "At 22 percent, youth unemployment is high": what the clause behind the comma is about."""
        i, last = figure.last, span[1]
        if begin - 1 != span[0] or self.lower[begin - 1] not in self.links.at or i + 1 >= last or self.lower[i] != ",":
            return None
        found = self.phrases.noun_phrase(i + 1, last)
        return found if found and found[1] < last and self.lower[found[1]] in self.links.finite else None

    def _as_much(self, begin: int, first: int) -> Range | None:
        """ "Temperatures as high as 45 degrees"."""
        words = self.meaning.as_words
        if begin - 3 > first and self.lower[begin - 1] in words:  # as high as roughly 45 degrees
            begin -= 3
        if begin <= first or self.lower[begin] not in words or words.isdisjoint(self.lower[begin + 2 : begin + 3]):
            return None
        return self.clauses.phrase_before(begin, first)

    def _told(self, figure: Figure, last: int) -> Range | None:
        """ "31 were killed after an explosion", "61,000 hectares had been planted", "two weeks left to build it"."""
        i = figure.last
        while i < last and self.lower[i] in self.links.auxiliaries:
            i += 1
        verb = i > figure.last and figure.kind == "duration"  # the value for one month had been corrected
        if (
            i >= last
            or verb
            or figure.kind == "age"
            or not self.phrases.is_participle(self.lower[i])
            or self.lower[i].endswith(self.meaning.going)
        ):
            return None
        return i, max(i + 1, self.phrases.extended(i, last))

    def _from(self, figure: Figure, last: int) -> Range | None:
        """Where a sum or a way comes from: "550 million will come from the fund", "500 miles (800 km) from Osk"."""
        i = figure.last
        if i < last and self.lower[i] == "(":
            i = next((k + 1 for k in range(i, min(last, i + FAR)) if self.lower[k] == ")"), i)
        i += i < last and self.lower[i] == ")"
        while i < last and (self.lower[i] in self.links.auxiliaries or self.lower[i] in self.links.coming):
            i += 1
        if figure.kind == "percent" or i >= last or self.lower[i] not in self.links.ways:
            return None
        found = self.phrases.noun_phrase(i + 1, last)
        return (i + (self.lower[i] != self.links.origin), found[1]) if found else None
