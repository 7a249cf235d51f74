"""A figure that no noun phrase stands with in, what the words around it say that it measures, or whose it is, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.appositions import Appositions
from sco_digest.extract.nouns import is_past, is_plural

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.phrases import Phrases
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens

FAR = 14
"""Tokens between two figures of a list, or a figure and the verb that places it."""
NEAR = 6
"""Tokens between a pronoun and the figure of its verb."""
ITEM = 4
"""Tokens between two figures of a list with other nouns."""
NOT_EQUIPMENT = frozenset({"percent", "money", "duration", "age", "multiple"})
"""Kinds of figures that tell nothing of a noun before "with"."""
PRICES = frozenset({"money", "percent"})
"""Kinds of figures at which something is traded or stands."""
Range = tuple[int, int]


class Beside:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(
        self, tokens: Tokens, months: Container[str], clauses: Clauses, phrases: Phrases, lexicon: Lexicon
    ) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.months = months
        self.clauses, self.phrases = clauses, phrases
        self.lexicon, self.links, self.meaning = lexicon, lexicon.words.links, lexicon.words.meaning
        self.appositions = Appositions(tokens, months, clauses, lexicon)

    def find(self, figure: Figure, begin: int, span: Range, before: tuple[Figure, Range | None] | None) -> Range | None:
        """The first of the rules that fits; `before` is the figure before it in the sentence, with its subject."""
        first, last = span
        of_the_verb = self._is_of_the_verb(figure, begin, first)
        if (
            before
            and of_the_verb
            and (self.continues(before[0].last, begin) or self._is_base(before[0], figure, begin))
        ):
            return before[1]
        new = before is not None and self._is_new_item(before[0].last, begin)
        if before and (gapped := self._gapped(before[0].last, begin)):
            return gapped
        return (
            self._as_much(begin, first)
            or self.appositions.find(figure, begin, span, before)
            or self._told(figure, last)
            or self._from(figure, last)
            or self._stated_first(figure, begin, span)
            or (self.at_price(begin, first) if figure.kind in PRICES else None)
            or self._sized(figure, begin, span)
            or self._equipped(figure, begin, first)
            or self._lasting(figure, begin, first)
            or self._ranging(begin, first)
            or self._doing(begin, first)
            or (before[1] if before and self._is_of_pronoun(begin, first) else None)
            or (self.clauses.subject_of_clause(begin, first) if of_the_verb and not new else None)
        )

    def _is_of_the_verb(self, figure: Figure, begin: int, first: int) -> bool:
        """Whether a figure can say how much the subject of its verb is: not "for 5 years", nor what someone lost."""
        before = self.lower[begin - 1] if begin > first else ""
        if figure.kind == "duration":
            return (
                before not in self.links.time_prepositions and before not in self.links.attaching | self.meaning.lasting
            )
        return figure.kind != "money" or before not in self.lexicon.words.change.transitive

    def continues(self, end: int, begin: int) -> bool:
        """Whether nothing but times and small words stands between two figures: "5 tonnes in 2024 and 6 in 2025"."""
        if begin - end > FAR:
            return False
        light = self.lexicon.connecting
        return all(word in light or not word[0].isalpha() or word in self.months for word in self.lower[end:begin])

    def _is_base(self, before: Figure, figure: Figure, begin: int) -> bool:
        """Whether the figure before is compared with this one: "$5.70 per kilogram, against $4.95"."""
        near = begin - before.last <= ITEM and figure.kind == before.kind
        return near and self.lower[begin - 1] in self.lexicon.words.time.bases

    def _is_new_item(self, end: int, begin: int) -> bool:
        """Whether nouns without a verb stand between a comma or "and" and the next figure: ", spending 95 billion"."""
        between = self.lower[end:begin]
        if not between or between[0] not in self.links.lists or len(between) > ITEM:
            return False
        named = self.clauses.noun_before(begin, end)
        return named is not None and self.lexicon.changes.isdisjoint(between)

    def at_price(self, begin: int, first: int) -> Range | None:
        """The subject of a verb with "at": "beef changed hands at $5", "the index closed at 1,463 points"."""
        if begin - 1 <= first or self.lower[begin - 1] not in self.links.at:
            return None
        for i in range(begin - 2, max(first, begin - FAR), -1):
            word = self.lower[i]
            if word in self.meaning.priced:
                return self.clauses.left_of(i, first)
            if word in self.links.clause_ends and word not in self.links.and_:
                return None
        return None

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

    def _is_of_pronoun(self, begin: int, first: int) -> bool:
        """Whether "it" or "they" is the subject of the verb right before: "but it fell to 3 percent"."""
        for i in range(begin - 1, max(first, begin - NEAR), -1):
            if self.lower[i] in self.meaning.standing:
                return self.clauses.is_predicate(i + 1)
            if self.lower[i] in self.links.clause_ends:
                return False
        return False

    def _lasting(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "the drone flew for 26 hours": the subject of a verb without an object."""
        if figure.kind != "duration" or begin - 2 <= first or self.lower[begin - 1] not in self.meaning.lasting:
            return None
        verb = self.lower[begin - 2]
        if verb in self.meaning.asking:
            return None
        past = is_past(verb, self.lexicon.words.nouns) or verb in self.lexicon.verbs or verb in self.links.finite
        past = past or verb in self.links.participles
        return self.clauses.left_of(begin - 2, first) if past else None

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
        if i >= last or not self.phrases.is_participle(self.lower[i]) or self.lower[i].endswith(self.meaning.going):
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
        return (i, found[1]) if found else None

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

    def _gapped(self, end: int, begin: int) -> Range | None:
        """The noun alone between two figures: "exports $4 billion, imports $13 billion", "and Orm for 5 percent"."""
        gap = self.lower[begin - 1] in self.links.gaps
        found = self.clauses.noun_before(begin - gap, end)
        if found is None or found[0] <= end:
            return None
        if self.lower[found[0] - 1] in self.links.determiners:
            found = found[0] - 1, found[1]
        part = self.lower[found[0] - 1] in self.links.of_in_for  # of milk by 6 percent
        if self.lower[found[0] - 1 - part] not in self.links.lists:
            return None
        only = self.lower[found[0]]
        going = only.endswith(self.meaning.going) and not gap
        if found[1] == found[0] + 1 and (only in self.meaning.priced or going):
            return None
        alone = found[0] == end + 1 and not gap and self.lower[end] in self.links.and_  # and fuel 2 percent
        named = gap or alone or found[1] - found[0] > 1 or self.tokens.words[found[0]][0].isupper()
        return found if named or is_plural(self.lower[found[0]], self.lexicon.words.nouns) else None
