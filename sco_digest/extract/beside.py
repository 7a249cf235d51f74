"""A figure that no noun phrase stands with in, what the words around it say that it measures, or whose it is, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_plural

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.clauses import Clauses
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.phrases import Phrases
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens

FAR = 14
"""Tokens between two figures of a list, or a figure and the verb that places it."""
Range = tuple[int, int]


class Beside:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(
        self, tokens: Tokens, months: Container[str], clauses: Clauses, phrases: Phrases, lexicon: Lexicon
    ) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.months = months
        self.clauses, self.phrases = clauses, phrases
        self.lexicon, self.links = lexicon, lexicon.words.links

    def find(self, figure: Figure, begin: int, span: Range, before: tuple[Figure, Range | None] | None) -> Range | None:
        """The first of the rules that fits; `before` is the figure before it in the sentence, with its subject."""
        first, last = span
        of_the_verb = self._is_of_the_verb(figure, begin, first)
        if before and of_the_verb and self._continues(before[0].last, begin):
            return before[1]
        return (
            self._placed(begin, first)
            or self._apposed(figure, begin, first)
            or self._told(figure, last)
            or self._from(figure, last)
            or (self._gapped(before[0].last, begin) if before else None)
            or (self.clauses.subject_of_clause(begin, first) if of_the_verb else None)
        )

    def _is_of_the_verb(self, figure: Figure, begin: int, first: int) -> bool:
        """Whether a figure can say how much the subject of its verb is: not "for 5 years", nor what someone lost."""
        before = self.lower[begin - 1] if begin > first else ""
        if figure.kind == "duration":
            return before not in self.links.time_prepositions and before not in self.links.attaching
        return figure.kind != "money" or before not in self.lexicon.words.change.transitive

    def _continues(self, end: int, begin: int) -> bool:
        """Whether nothing but times and small words stands between two figures: "5 tonnes in 2024 and 6 in 2025"."""
        if begin - end > FAR:
            return False
        light = self.lexicon.connecting
        return all(word in light or not word[0].isalpha() or word in self.months for word in self.lower[end:begin])

    def _placed(self, begin: int, first: int) -> Range | None:
        """ "put the cost of the first stage at 48 million yuan"."""
        if begin - 2 < first or self.lower[begin - 1] not in self.links.at:
            return None
        for i in range(begin - 2, max(first, begin - FAR) - 1, -1):
            if self.lower[i] in self.links.placing:
                found = self.phrases.noun_phrase(i + 1, begin - 1)
                return (found[0], begin - 1) if found else None
            if self.lower[i] in self.links.clause_ends:
                return None
        return None

    def _apposed(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "the contract, worth 9 million rupees", "a second line, 68 km long", "Osk, 66, said"."""
        mark = begin - 1 - (begin - 1 > first and self.lower[begin - 1] in self.links.apposing)
        if mark <= first or self.lower[mark] not in {",", "("}:
            return None
        sized = figure.last < len(self.lower) and self.lower[figure.last] in self.links.sizes
        tied = sized or mark < begin - 1 or figure.kind == "age"
        return self.clauses.phrase_before(mark, first) if tied else None

    def _told(self, figure: Figure, last: int) -> Range | None:
        """ "31 were killed after an explosion", "61,000 hectares had been planted", "two weeks left to build it"."""
        i = figure.last
        while i < last and self.lower[i] in self.links.auxiliaries:
            i += 1
        if i >= last or not self.phrases.is_participle(self.lower[i]):
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

    def since(self, figure: Figure, last: int) -> Range | None:
        """ "nine months after the accident", "two weeks behind schedule", "a month in advance of the talks"."""
        i = figure.last
        if figure.kind != "duration" or i >= last:
            return None
        if self.lower[i] == self.links.target:
            return self._to_do(i, last)
        far = self.lower[i : i + 3] in self.links.in_advance
        if not far and (self.lower[i] not in self.links.since or self.lower[i] in self.links.of):
            return None
        found = self.phrases.noun_phrase(i + (3 if far else 1), last)
        return (i, found[1]) if found else None

    def _to_do(self, i: int, last: int) -> Range | None:
        """ "two weeks to repair the bridge": what the time is for; not "two weeks to March"."""
        verb = self.lower[i + 1] if i + 1 < last else "."
        named = verb in self.months or verb in self.links.determiners or verb in self.links.time_nouns
        if named or not self.tokens.words[i + 1].islower() or verb in self.lexicon.words.nouns.boundaries:
            return None
        found = self.phrases.noun_phrase(i + 2, last) if i + 2 < last else None
        return i, found[1] if found else i + 2

    def _gapped(self, end: int, begin: int) -> Range | None:
        """The noun alone between two figures: "exports $4 billion, imports $13 billion", "and Orm for 5 percent"."""
        gap = self.lower[begin - 1] in self.links.gaps
        found = self.clauses.noun_before(begin - gap, end)
        if found is None or found[0] <= end or self.lower[found[0] - 1] not in self.links.lists:
            return None
        named = gap or found[1] - found[0] > 1 or self.tokens.words[found[0]][0].isupper()
        return found if named or is_plural(self.lower[found[0]], self.lexicon.words.nouns) else None
