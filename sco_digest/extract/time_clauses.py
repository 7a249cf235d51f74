"""A sentence in, its clauses as far as times keep to them out: relative clauses, brackets, what is so now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure, Range, When
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

RELATIVE = 5
"""Tokens between "that" and the time in its clause."""
ALIKE = frozenset({"cost"})
"""A verb whose past has the form of its present."""
PAST_IN_S = frozenset({"was"})
ARTICLE = 4
"""Tokens before a participle in which the article of its noun stands."""


class TimeClauses:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, language: Language, lexicon: Lexicon) -> None:
        self.lower, self.time = tokens.lower, lexicon.words.time
        self.past, self.participles = lexicon.words.nouns.past_ending, lexicon.words.links.participles
        self.changes, self.measures = lexicon.moving, lexicon.words.change.measure
        links = lexicon.words.links
        self.joins, self.of, self.pronouns = links.and_, links.of, links.personal
        self.target, self.being = links.target, links.being
        self.partly = self.time.partly
        self.stays, self.determiners = lexicon.stays, links.determiners
        self.making = [[word] for word in self.time.making]
        self.same_part = self.time.same | self.time.spans | links.of
        self.relatives, self.auxiliaries = links.relative, lexicon.helping
        meaning = language.quantities.meaning
        self.plain = (meaning.verbs | meaning.plain | self.measures) - meaning.past - self.time.done - ALIKE
        self.say, self.present = language.speech.say, self.time.still
        self.verbs, self.finite = lexicon.verbal, lexicon.finite
        self.boundaries = lexicon.words.nouns.boundaries
        self.governing = language.grammar.prepositions - links.of

    def breaks(self, first: int, last: int) -> list[int]:
        """The marks of a sentence that part its clauses, and "and" before another "that"."""
        lower, that = self.lower, self.time.that
        marks = [i for i in range(first, last - 1) if lower[i] in {",", ";"} or lower[i + 1] in that]
        return [i for i in marks if lower[i] == ";" or self._parts(i)]

    def _parts(self, i: int) -> bool:
        """Whether a comma and a conjunction, or "and that" or "adding that" begin at token `i`."""
        return self._adds(i) or (self.lower[i + 1] if self.lower[i] == "," else self.lower[i]) in self.time.breaks

    def _adds(self, i: int) -> bool:
        """Whether "adding that" begins at a token: what someone says besides is of another time."""
        return self.lower[i] in self.time.adding and self.lower[i + 1] in self.time.that

    def closed(self, figures: list[Figure], first: int, last: int) -> list[Range]:
        """Relative clauses between commas, and brackets with a figure: their times are theirs alone."""
        end = self._next(",", first, last)  # founded in 1998, the plant
        found = [(first - 1, end)] if end < last and self._is_participle(first) else []
        end = self._next(",", first, last)  # of the 40 schools begun this year, 12 are ready
        if (
            self.lower[first] in self.of
            and any(figure.first < end for figure in figures)
            and not self._counts(first, end)
        ):
            found.append((first - 1, end))
        for i in range(first, last - 1):
            if self.lower[i] == "," and self._opens_aside(i + 1, last):
                found.append((i, self._next(",", i + 1, last)))
            elif self.lower[i] == "(":
                end = self._next(")", i, last)
                found.extend([(i, end)] if any(i < figure.first < end for figure in figures) else [])
        return found

    def _opens_aside(self, i: int, last: int) -> bool:
        """Whether ", which", ", opened in 2020,", ", to be opened in" or ", a mill opened in" begins at token `i`."""
        if self.lower[i] in self.time.relatives:
            return True
        end = self._next(",", i, last)
        to_come = self.lower[i] == self.target and not self.being.isdisjoint(self.lower[i + 1 : i + 2])
        costing = self.lower[i] in self.time.costing
        return end < last and (to_come or costing or self._is_participle(i) or self._is_apposition(i, end))

    def is_lasting(self, comma: int) -> bool:
        """Whether what stands behind a comma is so at any time: ", which has 900 members,", ", costing $2 billion,"."""
        word, verb = self.lower[comma + 1], self.lower[comma + 2]
        present = verb in self.stays or (verb.endswith("s") and not verb.endswith("ss") and verb not in PAST_IN_S)
        present = present or (verb in self.plain and not self._is_participle(comma + 2))  # which make up a third
        return word in self.time.costing or (word in self.time.relatives and present)

    def _is_apposition(self, i: int, end: int) -> bool:
        """Whether a noun with a participle, and no verb of its own, stands between two commas."""
        inside = self.lower[i:end]
        return (
            bool(inside)
            and inside[0] in self.determiners
            and any(self._is_participle(k) for k in range(i + 2, end - 1))
            and self.finite.isdisjoint(inside)
        )

    def _counts(self, first: int, end: int) -> bool:
        """Whether the time of a participle is that of how much there was: "of the 900 crimes registered in May"."""
        return not self.time.counting.isdisjoint(self.lower[first:end])

    def _is_participle(self, i: int) -> bool:
        return i < len(self.lower) and (self.lower[i].endswith(self.past) or self.lower[i] in self.participles)

    def _next(self, mark: str, i: int, last: int) -> int:
        return next((k for k in range(i, last) if self.lower[k] == mark), last)

    def is_apart(self, before: When, figure: Figure) -> bool:
        """Whether a semicolon or "adding that" stands between, and behind it no word of measure or of change."""
        marks = (i for i in range(figure.begin - 1, before.last - 1, -1) if self.lower[i] == ";" or self._adds(i))
        mark = next(marks, None)
        if mark is None:
            return False
        clause = self.lower[mark + 1 : figure.begin]
        return self.measures.isdisjoint(clause) and self.changes.isdisjoint(clause)

    def begins_anew(self, last: int, when: When) -> bool:
        """Whether a time after a comma is of what follows: "In 2023, 5 plants were built, in 2024 it is planned to".

        So too ", last year it was 8" and ", then this year it is 8".
        """
        first, end = when.first, when.last
        goes_on = end < len(self.lower) and (self.lower[end].isalnum() or self.lower[end] in DASHES)
        comma = first - 1
        while comma > last and (self.lower[comma] in self.same_part or self.lower[comma] in self.determiners):
            comma -= 1
        comma -= self.lower[comma] in self.time.before_year
        comma -= self.lower[comma] in self.time.so
        opens = self.lower[comma] == ","
        return opens and (goes_on or first - last > 2)

    def begins_with_pronoun(self, last: int, when: When) -> bool:
        """The same, whatever stands before a figure: "5 years ago it was 8 percent, this year it is 9"."""
        return self.begins_anew(last, when) and not self.pronouns.isdisjoint(self.lower[when.last : when.last + 1])

    def begins_other(self, figure: Figure, when: When) -> bool:
        """Whether another clause begins between a figure and a time: "has 300 rooms and opened in 2015"."""
        between = self.lower[figure.last : when.first]
        where = "," not in between and not self.time.where.isdisjoint(between)
        if ":" in between or self._tells_part(between) or not self.partly.isdisjoint(between) or where:
            return True
        if between[-2:-1] and between[-2] in self.joins and between[-1] in self.time.before_year:
            return True  # rose 3 percent and in May fell
        if "," in between and self._stands_for_clause(when.last):
            return True
        return any(
            word in self.joins and self._acts_or_is_to(i + 1) and not self._is_participle(i - 1)
            for i, word in enumerate(between[:-1], figure.last)
        )

    def _acts_or_is_to(self, i: int) -> bool:
        """Whether a verb, or "to" and a verb, stands at a token: "and to adopt a code by the end of the year"."""
        verb = self.lower[i + 1] if self.lower[i] == self.target else ""
        return self._acts(i) or (verb.isalpha() and verb not in self.determiners)

    def _tells_part(self, between: list[str]) -> bool:
        """Whether ", including 80", ", bringing the total" or ", as well as a plan" stands between, to its end.

        Not "300 mills, including 40 old ones, in 2024".
        """
        commas = [i for i, word in enumerate(between) if word == ","]
        last = between[commas[-1] + 1 :] if commas else []
        if last[:3] == ["as", "well", "as"] or last[:1] in self.making:
            return True
        return bool(last) and last[0] in self.time.including and any(word[0].isdecimal() for word in last)

    def _stands_for_clause(self, i: int) -> bool:
        """Whether a dash and a number follow a time that ends before token `i`: ", in 2026 – $6 billion"."""
        ahead = self.lower[i : i + 3]
        return len(ahead) > 2 and ahead[0] in DASHES and any(word[0].isdecimal() for word in ahead[1:])

    def _acts(self, i: int) -> bool:
        """Whether a verb that tells of no change stands at a token."""
        word = self.lower[i]
        verb = word in self.verbs or self._is_participle(i)
        return verb and word not in self.changes and (word not in self.measures or word in self.verbs)

    # ---- what a noun is known by ----

    def is_of_noun(self, when: When, figure: Figure, first: int) -> bool:
        """Whether a time says which thing is meant: "a mill opened in 2015 has", "the fire that broke out in"."""
        under = self.lower[first] in self.time.governed and self.lower[when.last : when.last + 1] == [","]
        part = figure.last <= when.first and self.lower[figure.last] in self.of  # half of the mills built in 2015 are
        if (when.last > figure.begin and not part) or not (
            under or self._verb_follows(when.last) or self._acts_in_s(when, first)
        ):
            return False
        i = self._before_time(when.first, first)
        if i <= first or self._is_relative(i, first):
            return i > first and not part
        return self._is_participle(i) and self.lower[i] not in self.time.counting and not self._is_passive(i)

    def _acts_in_s(self, when: When, first: int) -> bool:
        """Whether a third person stands behind a noun, its participle and a time: "a law passed in 2019 limits"."""
        word, after = [*self.lower[when.last : when.last + 2], "", ""][:2]
        i = self._before_time(when.first, first)
        if not (word.isalpha() and word.endswith("s") and not word.endswith("ss")) or i - 1 <= first:
            return False
        if after in self.governing or after in self.of or not self._is_participle(i):
            return False
        articles = not self.determiners.isdisjoint(self.lower[max(first, i - ARTICLE) : i - 1])
        return articles and self.lower[i - 1].isalpha() and not self.lower[i - 1].endswith("s")

    def _before_time(self, i: int, first: int) -> int:
        """The token before a time and its preposition: "signed last month", "set up only in 2019"."""
        i -= 1
        i -= i > first and not self._is_participle(i) and self.lower[i] not in self.time.particles
        while i > first and self.lower[i] in self.time.particles:
            i -= 1
        return i

    def opens_relative(self, last: int, begin: int) -> bool:
        """Whether "that" and a verb stand between a time and a figure: "jailed in 2021 for a fire that killed 9".

        Or "in which": "opened in 2021 after a trial in which 22 banks met", not "an attack in May in which 9 died".
        """
        heads = [k for k in range(last, begin) if self.lower[k] in self.relatives]
        parted = not self.boundaries.isdisjoint(self.lower[last : max(last, heads[-1] - 1)]) if heads else False
        governed = parted and self.lower[heads[-1] - 1] in self.governing
        return governed or any(self._verb_follows(k + 1) and self.lower[k - 1] not in self.say for k in heads)

    def _verb_follows(self, i: int) -> bool:
        """Whether a verb, or "now" and a verb, stands at a token, or "and" and a second participle."""
        if i >= len(self.lower):
            return False
        word = self.lower[i]
        if word in self.joins:
            return self._is_participle(i + 1)
        return word in self.finite or word in self.verbs or word in self.present or self._is_participle(i)

    def _is_passive(self, i: int) -> bool:
        """Whether a participle is that of a verb: "was opened", "has long been closed"."""
        return not self.auxiliaries.isdisjoint(self.lower[i - 2 : i])

    def _is_relative(self, i: int, first: int) -> bool:
        """Whether "that" or "who" and a verb stand before token `i` or at it, and no verb of saying before them."""
        heads = (k for k in range(max(first + 1, i - RELATIVE), i) if self.lower[k] in self.relatives)
        return any(self._verb_follows(k + 1) and self.lower[k - 1] not in self.say for k in heads)
