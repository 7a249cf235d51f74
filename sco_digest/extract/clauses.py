"""A place in a sentence in, the grammatical subject of the verb before it out: whose figure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.conjunctions import joins
from sco_digest.extract.edges import Edges
from sco_digest.extract.nouns import is_past, is_plural
from sco_digest.extract.relatives import Relatives

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Range
    from sco_digest.extract.tokens import Tokens

LONGEST = 24
"""Tokens of the longest subject."""
FAR = 24
"""Tokens before a figure in which the verb of its clause is looked for."""
WHO = frozenset({"who"})
"""Words that open a clause which tells of the noun before them, whatever follows."""


class Clauses(Relatives):
    """The rules, over the sentences of one text; each gives the tokens of a subject, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        super().__init__(tokens, months, lexicon)
        self.change, self.judging = lexicon.words.change, lexicon.words.meaning.judging
        self.edges = Edges(tokens, months, lexicon)

    def subject_of_clause(self, begin: int, first: int) -> Range | None:
        """The subject of the verb that the words before token `begin` belong to; none where they hold no such verb."""
        for i in range(begin - 1, max(first, begin - FAR), -1):
            word = self.lower[i]
            if word in self.lexicon.clause_heads:
                return None
            if word in self.judging and self._judges(i, begin):
                return self._judged(i, begin)
            if self._is_finite(i, begin) and not self._is_purpose(i):
                found = self.subject_of(i, first)
                if found or self._first_of_group(i, first) not in self.links.and_:
                    return found
        return None

    def subject_of(self, verb: int, first: int) -> Range | None:
        """What "which" and the like before a verb stand for, else its grammatical subject."""
        return self._antecedent(verb, first) or self.left_of(verb, first)

    def is_predicate(self, i: int) -> bool:
        """Whether token `i` is a verb to all appearance, behind a pronoun."""
        word = self.lower[i]
        verb = word in self.links.finite or word in self.links.auxiliaries or word in self.lexicon.verbs
        return verb or self.edges.says_how_much(word) or is_past(word, self.nouns)

    def _judges(self, i: int, begin: int) -> bool:
        """Whether a verb tells what someone expects of something else: not "is expected to", "the firm expects to"."""
        before, after = self.lower[i - 1], self.lower[i + 1]
        passive = before in self.links.being or before in self.links.determiners
        return i + 1 < begin and not passive and after != self.links.target and after not in self.links.clause_ends

    def _judged(self, i: int, begin: int) -> Range | None:
        """Of what something is expected: "wheat" in "expect wheat to become cheaper by 8 percent"."""
        infinitive = next((k for k in range(i + 2, begin - 1) if self._is_infinitive(k)), i)
        plain = infinitive > i and all(self._in_subject(k) for k in range(i + 1, infinitive))
        return (i + 1, infinitive) if plain else None

    def _is_infinitive(self, i: int) -> bool:
        """Whether "to" and a verb begin at token `i`, and not "to Orm" or "to the north"."""
        to = self.lower[i] == self.links.target and self.tokens.words[i + 1].islower()
        return to and self.lower[i + 1] not in self.links.determiners

    def _is_purpose(self, i: int) -> bool:
        """Whether a verb is an infinitive that says what someone does: "ready to invest", and not "to reach"."""
        return self.lower[i - 1] == self.links.target and not self.edges.says_how_much(self.lower[i])

    def left_of(self, verb: int, first: int) -> Range | None:
        """The grammatical subject of a verb."""
        end = self._group(verb, first)
        if self.lower[verb] in self.links.worth and self.links.being.isdisjoint(self.lower[end:verb]):
            return self.noun_before(self._before_time(verb, first), first)
        start = end
        while start > max(first, end - LONGEST):
            aside = self._aside(start - 1, first) or self._apposition(start, end, first)
            if aside is not None and start == end and self.lower[aside] == ",":
                start = end = aside
                continue
            if (
                aside is None
                and not self._in_subject(start - 1)
                and not joins(self.tokens, start - 1, first, self.lexicon)
            ):
                break
            start = start - 1 if aside is None else aside
        who = first + 1 < start < end and self.lower[start - 1] in WHO  # the share of pupils who find work is
        found = self.phrase_before(start - 1, first) if who else self.main_noun(start, end, first)
        if found or who:
            return found
        start, end = self.edges.trimmed(start, end, verb)
        start += start < end and self.lower[start] in self.lexicon.words.meaning.owners  # whose mirror is
        if start >= end or self._is_no_subject(start, end, first):
            return None
        if end - start > 1 and self.lower[end - 1] in self.lexicon.verbs:
            return self.left_of(end - 1, first)  # the yen saw strengthening
        return (start, end) if any(self.lower[i][0].isalpha() for i in range(start, end)) else None

    def _before_time(self, end: int, first: int) -> int:
        """The end of a noun without "last year" and the like behind it: uranium "last year" worth $5 million."""
        start = end
        while start > first and self.is_time_word(start - 1):
            start -= 1
        return start if start > first + 1 and self.lower[start] in self.lexicon.words.meaning.this else end

    def _is_no_subject(self, start: int, end: int, first: int) -> bool:
        """Whether words before a verb are a pronoun, a clause of their own, or do not begin as a subject does."""
        word = self.lower[start]
        if word in self.links.pronouns or start <= end - LONGEST or self._is_gerund(start, first):
            return True
        if self.is_half_clause(start, first):
            return True
        if end - start > 1 and self.lower[end - 1] not in self.lexicon.verbs and self._is_verb_at_end(end - 1):
            return True
        return word in self.boundaries and word not in self.links.determiners

    def _is_gerund(self, i: int, first: int) -> bool:
        """Whether a clause without a finite verb begins at token `i`: "before paring gains to trade"."""
        going = self.lower[i].endswith(self.lexicon.words.meaning.going)
        return going and i > first and self.lower[i - 1] in self.links.clause_words

    def _is_verb_at_end(self, i: int) -> bool:
        """Whether token `i` is a verb behind its own subject, "the mill burned", and no "the wounded"."""
        free = self.lower[i - 1] not in self.links.determiners and self.lower[i - 1] != "-"
        return free and is_past(self.lower[i], self.nouns) and self.lower[i] not in self.nouns.people

    # ---- verbs ----

    def _group(self, verb: int, first: int) -> int:
        """Where the words begin that belong to a verb: "has also been"."""
        end = verb
        while end > first and (self._before_verb(self.lower[end - 1]) or self._is_adverb(end - 1, first)):
            end -= 1
        return end

    def _is_adverb(self, i: int, first: int) -> bool:
        """Whether an adverb stands between a noun and its verb: "prices here rose", not "what was charged here is"."""
        before = self.lower[i - 1] if i > first else ""
        acts = is_past(before, self.nouns) or before in self.links.participles or before in self.lexicon.acting
        return self.lower[i] in self.lexicon.words.meaning.adverbs and (not acts or before in self.links.auxiliaries)

    def _first_of_group(self, verb: int, first: int) -> str:
        """The word before a verb and its auxiliaries."""
        start = self._group(verb, first)
        return self.lower[start - 1] if start > first else ""

    def _is_finite(self, i: int, begin: int) -> bool:
        """Whether token `i` is a verb that has a subject, as far as its form and its neighbours show."""
        word, before = self.lower[i], self.lower[i - 1]
        if word in self.links.finite or word in self.lexicon.verbs or self._is_plain_verb(i, begin):
            return True
        if word in self.change.adverbs:
            return False
        if before in self.links.relative:
            return word.isalpha() and word not in self.links.not_verbs
        if before in self.lexicon.no_verb_after:
            return False
        if self.edges.says_how_much(word) and word not in self.change.nouns:
            return True
        after = self.lower[i + 1] if i + 1 < begin else ""
        opens = not after or after in self.links.determiners or after in self.boundaries or after[0].isdecimal()
        return (
            opens
            and word.isalpha()
            and (is_past(word, self.nouns) or (len(word) > 3 and word[-1] == "s" and i + 1 == begin))
        )

    def _is_plain_verb(self, i: int, begin: int) -> bool:
        """Whether a word that may be a noun is a verb: after a plural or "and", right before a figure."""
        before = self.lower[i - 1]
        if i + 1 != begin or self.lower[i] not in self.lexicon.words.meaning.plain:
            return False
        return before in self.links.and_ or is_plural(before, self.nouns) == (self.lower[i][-1] != "s")

    def _antecedent(self, verb: int, first: int) -> Range | None:
        """The noun that "who" and the like before a verb stand for."""
        pronoun = self._group(verb, first) - 1
        while pronoun > first and self.is_time_word(pronoun):
            pronoun -= 1  # which last year reached
        if pronoun <= first or self.lower[pronoun] not in self.links.relative:
            return None
        comma = self.lower[pronoun - 1] == ","
        found = self.phrase_before(pronoun - comma, first)
        return None if found and comma and self._is_by_the_way(found, first) else found

    def _is_by_the_way(self, found: Range, first: int) -> bool:
        """Whether a noun is but a name behind a preposition: "the long way through Osk, which takes two days"."""
        named = found[1] == found[0] + 1 and self.tokens.words[found[0]][0].isupper()
        before = self.lower[found[0] - 1] if found[0] > first else ""
        return named and (before in self.links.attaching or before in self.links.and_)

    # ---- their subjects ----

    def _aside(self, i: int, first: int) -> int | None:
        """Where the brackets begin that end at token `i`."""
        if self.lower[i] != ")":
            return None
        return next((k for k in range(i - 1, max(first, i - LONGEST), -1) if self.lower[k] == "("), None)

    def _apposition(self, start: int, end: int, first: int) -> int | None:
        """Where the words between two commas begin: "lending by the bank, a part of the group, to Orm is"."""
        if self.lower[start - 1] != "," or not (start == end or self.lower[start] in self.links.attaching):
            return None
        clause = False
        for k in range(start - 2, max(first, start - FAR), -1):
            word = self.lower[k]
            if word == ",":  # Orbank, which is small, lent
                return k if k < start - 2 and not (clause and self.lower[k + 1] not in self.links.relative) else None
            clause = clause or (word in self.links.clause_words and word not in self.links.relative)
            if word in self.links.stops and word not in {"(", ")"}:
                return None
        return None

    def _in_subject(self, i: int) -> bool:
        word = self.lower[i]
        if word == "%":
            return self._is_share_inside(i)
        if not word[0].isalnum():
            joined = word != "–" or self.tokens.glued(i + 1)  # the Osk–Velm road
            return word in {"’s", "'s", "-", "–", "’", "'", "&", ".", "/"} and self.tokens.glued(i) and joined
        if word not in self.links.clause_words:
            return True
        taxes = self.lower[i + 1] in self.lexicon.words.meaning.taxes  # profit before tax
        inside = self.lower[i - 1] == self.lower[i + 1] == "-" and self.tokens.glued(i + 1)  # foot-and-mouth disease
        return inside or (word in self.lexicon.words.meaning.before_taxes and taxes)

    def _is_share_inside(self, i: int) -> bool:
        """Whether the sign at token `i` stands inside a noun phrase: "wheat with 12% protein", not "rose 3%"."""
        if i < 2 or not self.lower[i - 1][0].isdecimal():
            return False
        return self.lower[i - 2] in self.links.attaching or self.lower[i - 2] in self.links.determiners
