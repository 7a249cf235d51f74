"""A figure behind the object of a verb in, that object out: "bring trade to $5 billion", "sold it for $4"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_plural

if TYPE_CHECKING:
    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.phrases import Phrases
    from sco_digest.extract.readings import Figure, Range
    from sco_digest.extract.tokens import Tokens

FAR = 14
"""Tokens between a verb and the figure that says how much its object is."""


class Objects:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, clauses: Clauses, phrases: Phrases, lexicon: Lexicon) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.clauses, self.phrases, self.lexicon = clauses, phrases, lexicon
        self.links, self.meaning = lexicon.words.links, lexicon.words.meaning
        self.nouns = lexicon.words.nouns
        self.change, self.moving = lexicon.words.change, lexicon.moving

    def find(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """The first of the rules that fits."""
        first, last = span
        before = self.lower[begin - 1] if begin > first else ""
        if before in self.links.of and (found := self._at_level(begin - 1, first)):
            return found
        if before in self.links.at or before in self.links.results:
            return self._placed(begin, first) or (self._defined(begin, first) if figure.origin is not None else None)
        if figure.last < last and self.lower[figure.last] in self.change.adverbs:
            return self._moved(begin, first)
        if figure.kind != "money":
            return None
        return self._priced(begin, first) if before in self.links.ways else self._sum_in(figure, before, last)

    def _at_level(self, end: int, first: int) -> Range | None:
        """What is at a level told before "of": "remained at the level of 5,000 roubles", "fell to a low of 3%"."""
        found = self.clauses.noun_before(end, first)
        if found is None or self.lower[found[1] - 1] not in self.lexicon.words.uses.levels:
            return None
        start = found[0]
        while start > first and (
            self.lower[start - 1] in self.links.determiners | self.nouns.measuring or self.lower[start - 1] == "-"
        ):
            start -= 1 + (self.lower[start - 1] == "-")  # a two-year low
        opens = start - 1 > first and (
            self.lower[start - 1] in self.links.at or self.lower[start - 1] == self.links.target
        )
        return (self._placed(start, first) or self.clauses.subject_of_clause(start - 1, first)) if opens else None

    def _placed(self, begin: int, first: int) -> Range | None:
        """ "put the cost of the first stage at 48 million yuan", "brings trade to $5 billion"."""
        verbs = self.links.placing if self.lower[begin - 1] in self.links.at else self.meaning.putting
        verb = self._verb(begin, first, verbs)
        if verb is None:
            return None
        return self._object(verb + 1, begin - 1) if verb < begin - 2 else self._passive(verb, first)

    def _defined(self, begin: int, first: int) -> Range | None:
        """ "cut the number of papers that firms have to file from 12 to 5": the object with its relative clause."""
        relative = next((i for i in range(begin - 2, max(first, begin - FAR), -1) if self._ends_object(i)), first)
        if relative <= first or self.lower[relative] not in self.links.relative:
            return None
        found = self.clauses.phrase_before(relative, first)
        if found is None or found[0] <= first or self.lower[found[0]] not in self.links.determiners:
            return None
        return (found[0], begin - 1) if self.lower[found[0] - 1] in self.moving else None

    def _ends_object(self, i: int) -> bool:
        """Whether a mark, a verb of change or the word that opens a relative clause is token `i`."""
        return self.lower[i] in self.links.clause_ends or self.lower[i] in self.moving

    def _moved(self, begin: int, first: int) -> Range | None:
        """ "pulled the healthcare sector 0.7 percent lower", "expect prices 8 percent higher"."""
        verb = self._verb(begin, first, self.lexicon.moving_others)
        return self._object(verb + 1, begin) if verb is not None else None

    def _verb(self, begin: int, first: int, verbs: frozenset[str]) -> int | None:
        """The nearest of some verbs before the preposition or figure at token `begin`, in its clause."""
        for i in range(begin - 2, max(first - 1, begin - FAR), -1):
            if self.lower[i] in verbs:
                return i
            if self.lower[i] in self.links.clause_ends:
                return None
        return None

    def _passive(self, verb: int, first: int) -> Range | None:
        """ "the deadline was extended by two weeks"."""
        return self.clauses.left_of(verb, first) if self.lower[verb - 1] in self.links.being else None

    def _object(self, start: int, end: int) -> Range | None:
        """The words between a verb and the preposition before its figure, where they are one noun phrase."""
        found = self.phrases.noun_phrase(start, end) if start < end else None
        if found is None or not self.lower[end - 1][0].isalnum():
            return None
        named = self.lower[start] in self.links.determiners or self.tokens.words[start][0].isupper()
        noun = self.lower[start - 1] in self.links.placing and is_plural(self.lower[start - 1], self.nouns)
        broken = found[1] < end and self.lower[found[1]] not in self.links.attaching
        if broken or (noun and not named):  # prices start at
            return None
        return found[0], end

    def _priced(self, begin: int, first: int) -> Range | None:
        """ "sold the house for $4 million"."""
        verb = self._verb(begin, first, self.meaning.pricing)
        return self._object(verb + 1, begin - 1) if verb is not None else None

    def _sum_in(self, figure: Figure, before: str, last: int) -> Range | None:
        """ "attracted $90 million in investment", and not "rose by $90 million in real terms"."""
        i = figure.last
        changes = before in self.change.up or before in self.change.down or before in self.links.being
        if changes or i + 1 >= last or self.lower[i] not in self.links.in_:
            return None
        if not self.tokens.words[i + 1].islower() or self.lower[i + 1] in self.links.determiners:
            return None
        found = self.phrases.noun_phrase(i + 1, last)
        return found if found and self.lower[found[1] - 1] not in self.meaning.not_sums else None
