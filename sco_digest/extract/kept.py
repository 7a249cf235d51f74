"""A figure at which something stays or is put in, what that is out: "left its key rate unchanged at 21%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_past

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.measured import Measured
    from sco_digest.extract.readings import Before, Figure, Range
    from sco_digest.extract.tokens import Tokens

REACH: Final = 14
"""Tokens between such a verb and its "at", at most."""
PRONOUNS: Final = frozenset(["it", "them", "that", "this", "these", "those"])
"""What someone puts at a value, told before: "the union put it at 5%"."""
THOSE: Final = frozenset(["those"])
FOR: Final = frozenset(["for", "among", "in"])
"""Words before those of whom a figure is told."""
SECOND: Final = frozenset(["against", "versus", "vs", "with", "to", "and", "than", "but"])
"""Words before the second of two figures, which is of others than the first."""
CLOSE: Final = 4
"""Tokens between two figures of which the second has but a verb of its own."""
GROUP: Final = 7
"""Words that say which ones "those" are, at most."""


class Kept:
    """The rules, over the sentences of one text; each gives the tokens of a subject, the last not included."""

    def __init__(self, tokens: Tokens, measured: Measured, lexicon: Lexicon) -> None:
        self.lower = tokens.lower
        self.measured, self.clauses, self.lexicon = measured, measured.clauses, lexicon
        self.links, self.uses = lexicon.words.links, lexicon.words.uses

    def find(self, figure: Figure, begin: int, span: Range, before: Before) -> Range | None:
        """The first of the rules that fits; `before` is the figure before it in the sentence, with its subject."""
        first, last = span
        found = (
            self._unchanged(begin, first)
            or self._moved_to(begin, first)
            or self._part_of_base(figure, begin, span)
            or self._for_which(begin, first)
            or (self._those_behind(figure, last) if begin > first and self.lower[begin - 1] in SECOND else None)
        )
        if found:
            return found
        if before is None:
            return self._of_which(figure, begin, first)
        old, named = before
        if named and figure.noun is None and self._is_part(begin, max(first, old.last)):
            return named
        found = self._of_which(figure, begin, first) if old.kind == "percent" else None
        found = found or self._those_before(begin, max(first, old.last), first)
        return found or (self._like(old, named, figure, begin) if named else None)

    def _like(self, old: Figure, named: Range, figure: Figure, begin: int) -> Range | None:
        """The subject of the figure before, where it is told of by this one too."""
        doubled = self._doubled_to(old, named, figure, begin)
        return doubled or self._and_moves(old, named, begin) or self._put_by_another(old, named, begin)

    def _for_which(self, begin: int, first: int) -> Range | None:
        """ "a railway for which five years will be needed"."""
        opens = begin - 3 > first and self.lower[begin - 2] == "for" and self.lower[begin - 1] == "which"
        return self.clauses.noun_before(begin - 2, first) if opens else None

    def _is_part(self, begin: int, end: int) -> bool:
        """Whether ", of which" stands right before a figure: "5 million tonnes of coal, of which 90 percent"."""
        of = begin - 3 >= end and self.lower[begin - 2] in self.links.of
        return of and self.lower[begin - 3] in self.links.lists and self.lower[begin - 1] in self.links.those

    def is_told_before(self, begin: int, first: int) -> bool:
        """Whether a pronoun stands for what someone puts at a figure, so that no noun of the clause is that."""
        if begin - 3 < first or self.lower[begin - 2] not in PRONOUNS:
            return False
        moved = (
            self.lower[begin - 1] == self.links.target and self.lower[begin - 3] in self.lexicon.words.meaning.putting
        )
        return moved or (self.lower[begin - 1] in self.links.at and self.lower[begin - 3] in self.links.placing)

    def is_judge(self, end: int, begin: int) -> bool:
        """Whether who stands before token `end` expects a figure: "analysts had forecast a 0.3% rise"."""
        for i in range(begin - 1, end, -1):
            if self.lower[i] in self.lexicon.words.meaning.judging:
                return self.links.being.isdisjoint(self.lower[i - 1 : i])
            if self.lower[i] not in self.links.determiners:
                return False
        return False

    def _unchanged(self, begin: int, first: int) -> Range | None:
        """ "silver was little changed at $32.50", "the bank left its key rate on hold at 21%"."""
        i, uses = begin - 2, self.uses
        if i <= first or self.lower[begin - 1] not in self.links.at or self.lower[i] not in uses.same:
            return None
        while i - 1 > first and (self.lower[i - 1] in uses.hardly or self.lower[i - 1].endswith(self.clauses.adverb)):
            i -= 1
        if self.lower[i - 1] in uses.staying and (i - 1 == first or self.lower[i - 2] not in self.links.determiners):
            return self.clauses.subject_of(i - 1, first)
        for k in range(i - 1, max(first, i - REACH) - 1, -1):
            if self.lower[k] in uses.leaving:
                return (k + 1, i) if k + 1 < i else None
            if self.lower[k] in self.links.clause_ends:
                return None
        return None

    def _doubled_to(self, old: Figure, named: Range, figure: Figure, begin: int) -> Range | None:
        """ "will double the tariff on steel and aluminium to 50%": what is doubled."""
        if old.kind != "multiple" or figure.kind == "multiple":
            return None
        ends = named[1] == begin - 1 and self.lower[begin - 1] == self.links.target
        return named if ends and old.last <= named[0] else None

    def _moved_to(self, begin: int, first: int) -> Range | None:
        """ "will halve the fee for pupils to 40 euros", "raised the duty on tin and lead to 9%": what is moved."""
        if begin - 2 <= first or self.lower[begin - 1] != self.links.target:
            return None
        for i in range(begin - 2, max(first, begin - REACH), -1):
            word = self.lower[i]
            if word in self.lexicon.moving and self.lower[i + 1] in self.links.determiners:
                noun = self.lower[i - 1] in self.links.determiners or self.lower[i - 1] in self.links.in_of
                return None if noun or word in self.links.turned else (i + 1, begin - 1)
            inside = word.isalpha() and word not in self.lexicon.clause_words - self.links.and_
            if not inside or word in self.lexicon.finite or word in self.links.amount:
                return None
        return None

    def _part_of_base(self, figure: Figure, begin: int, span: Range) -> Range | None:
        """ "the surplus reached 4.8% of output", "smoking fell to 12% of adults": what is told in parts of another."""
        if figure.kind != "percent" or begin - 2 <= span[0] or self.lower[figure.last : figure.last + 1] != ["of"]:
            return None
        moved = self.lower[begin - 1] == self.links.target and self.lower[begin - 2] in self.lexicon.moving
        if not moved and self.lower[begin - 1] not in self.uses.reaching:
            return None
        found = self.measured.of_verb(figure, begin, span[0])
        told = found and (moved or self.lower[found[1] - 1] in self.links.measured_nouns)
        return found if told else None

    def _and_moves(self, old: Figure, named: Range, begin: int) -> Range | None:
        """ "prices start at 60 dollars and rise to 6,730 for the final": the subject of both verbs."""
        between = self.lower[old.last : begin]
        if not 1 < len(between) <= CLOSE or between[0] not in self.links.and_ or between[1] not in self.lexicon.moving:
            return None
        verb = between[1] not in self.lexicon.words.meaning.only_nouns and between[-1] in self.links.results
        return named if verb and self.lexicon.light.issuperset(between[2:]) else None

    def _those_behind(self, figure: Figure, last: int) -> Range | None:
        """ "against 2.4% for those given a placebo"."""
        i = figure.last
        if i + 2 >= last or self.lower[i] not in FOR or self.lower[i + 1] not in THOSE:
            return None
        end = i + 2
        while end < min(last, i + 2 + GROUP) and not self._ends_group(end) and not self._acts(end, i + 2):
            end += 1
        return i + 1, end

    def _acts(self, i: int, start: int) -> bool:
        """Whether a past tense behind a participle is the verb of its clause: "those treated stopped"."""
        return i > start and is_past(self.lower[i], self.lexicon.words.nouns)

    def _those_before(self, begin: int, end: int, first: int) -> Range | None:
        """ "and those under 15 just 11.2%", behind a figure that ends before token `end`, without a verb."""
        for i in range(begin - 2, max(end, begin - GROUP - 1) - 1, -1):
            if i > first and self.lower[i] in THOSE and self.lower[i - 1] in self.links.lists:
                return i, begin
            if self._ends_group(i):
                return None
        return None

    def _ends_group(self, i: int) -> bool:
        word = self.lower[i]
        return not word[0].isalnum() or word in self.links.clause_ends or word in self.lexicon.finite

    def _of_which(self, figure: Figure, begin: int, first: int) -> Range | None:
        """ "a tariff on cars, a quarter of which come from Orm": what stands before the comma."""
        behind = self.lower[figure.last : figure.last + 2]
        told = figure.kind == "percent" and len(behind) > 1 and behind[0] in self.links.of
        if not told or begin - 2 <= first or self.lower[begin - 1] != "," or behind[1] not in self.links.those:
            return None
        return self.clauses.noun_before(begin - 1, first)

    def _put_by_another(self, old: Figure, named: Range, begin: int) -> Range | None:
        """ "police put the crowd at 107,000 and organisers at 300,000": what the first of the two put at a figure."""
        if not 0 < named[0] < named[1] < old.first:
            return None
        counting = self.lower[old.last + 1 : begin - 1]
        if self.lower[named[0] - 1] not in self.links.placing or (counting and counting[-1] not in self.uses.counting):
            return None
        if self.lower[named[1]] not in self.links.at or self.lower[begin - 1] not in self.links.at:
            return None
        opens = self.lower[old.last : old.last + 1]
        return named if opens and opens[0] in self.links.lists | self.lexicon.contrasts else None
