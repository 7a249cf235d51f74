"""A place in a sentence in, the noun phrase that begins there out, with what follows it and says which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past, is_plural

if TYPE_CHECKING:
    from collections.abc import Container

    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Range
    from sco_digest.extract.tokens import Tokens

LONGEST = 14
"""Tokens of the longest phrase."""
MOST = 16
"""Tokens that may follow a noun and belong to it."""


class Phrases:
    """The rules, over the sentences of one text; each gives token ranges, the last not included."""

    def __init__(self, tokens: Tokens, months: Container[str], lexicon: Lexicon) -> None:
        self.tokens, self.lower, self.months = tokens, tokens.lower, months
        self.nouns, self.links = lexicon.words.nouns, lexicon.words.links
        self.intending = lexicon.words.uses.intending
        self.adverb, self.going = self.nouns.adverb_ending, lexicon.words.meaning.going
        self.cardinals = lexicon.words.numbers.cardinals
        self.boundaries, self.inside = self.nouns.boundaries, lexicon.words.meaning.inside
        self.relative_ends, self.verbs = lexicon.relative_ends, lexicon.verbs
        self.meaning = lexicon.words.meaning

    # ---- a noun phrase ----

    def noun_phrase(self, i: int, last: int) -> Range | None:
        """The noun phrase that begins at token `i`, with what "of" adds to it."""
        start = end = i
        while end < min(last, start + LONGEST) and self._goes_on(end, start):
            end += 1
        while end > start and (self.lower[end - 1] in self.boundaries or not self.lower[end - 1][0].isalnum()):
            end -= 1
        if (
            end - 2 >= start
            and is_past(self.lower[end - 1], self.nouns)
            and self.lower[end - 2] in self.links.determiners
        ):
            end -= 2  # a combined 435 homes
        if end == start or not self._is_what(start, end):
            return None
        return start, end

    def is_time(self, start: int, end: int) -> bool:
        """Whether a phrase says when: "in the first quarter", "in February", "in an average winter"."""
        if end <= start:
            return False
        head = self.lower[end - 1]
        if end - 2 >= start and head in self.meaning.occasions:
            return self.lower[end - 2] in self.meaning.numbering  # for the first time
        return head in self.links.time_nouns or head in self.meaning.seasons or self.lower[start] in self.months

    def _is_what(self, start: int, end: int) -> bool:
        """Whether a phrase can say what is measured: no pronoun, no time, no participle, no number."""
        head = self.lower[start]
        if (is_past(head, self.nouns) and end == start + 1) or head in self.links.pronouns:
            return False
        if head[0].isdecimal() or head in self.cardinals:
            return False
        return not self.is_time(start, end) and any(self.lower[k][0].isalpha() for k in range(start, end))

    def _goes_on(self, i: int, start: int) -> bool:
        word = self.lower[i]
        if word in self.links.determiners and not self._is_type(i) and not self._is_half(i, start):
            return i == start or self.lower[i - 1] in self.links.of
        if word[0].isalpha():
            free = word not in self.boundaries or self._is_half(i, start)
            return word in self.links.of or (free and not (i > start and self._is_verb(i)))
        if word == "'" and i > start:  # the citizens' deposits
            return self.tokens.glued(i) and self.lower[i - 1][-1] == "s"
        if word[0].isdecimal():  # the region’s 6 million people
            owned = self.lower[i - 1] in {"’s", "'s"} or (
                i == start + 1 and self.lower[start] in self.links.determiners
            )
            return i == start or owned or self._is_model(i, start)
        return word in {"’s", "'s", "-", "’", "&"}

    def _is_half(self, i: int, start: int) -> bool:
        """Whether a hyphen ties a small word to the one before or behind it: "foot-and-mouth disease", "up-to-date"."""
        if i > start + 1 and self.lower[i - 1] == "-" and self.tokens.glued(i) and self.tokens.glued(i - 1):
            return True
        return self.lower[i + 1 : i + 2] == ["-"] and self.tokens.glued(i + 1) and self.tokens.glued(i + 2)

    def _is_verb(self, i: int) -> bool:
        """Whether token `i` is a verb by its form, and no second half of a word: not "state-owned"."""
        word, before = self.lower[i], self.lower[i - 1]
        if before == "-" or (before in self.links.determiners and word not in self.verbs):
            return False
        return is_past(word, self.nouns) or word in self.verbs

    def _is_type(self, i: int) -> bool:
        """Whether a capital letter is the first half of a name: "A350 jets"."""
        return (
            self.tokens.words[i].isupper()
            and i + 1 < len(self.lower)
            and self.lower[i + 1][0].isdecimal()
            and self.tokens.glued(i + 1)
        )

    def _is_model(self, i: int, start: int) -> bool:
        """Whether a number is glued to capitals, as the second half of a name: "the V10 engine"."""
        return i > start and self.tokens.glued(i) and self.tokens.words[i - 1].isupper()

    # ---- what follows it ----

    def extended(self, end: int, last: int, *, told: bool = False, ahead: bool = False) -> int:
        """Where a noun phrase that reaches to token `end` ends with all that says more of it.

        That is "and" with another noun, prepositions with theirs ("homes in the north"), participles ("people rescued
        off the coast"), relative clauses ("homes that could be flooded"), and where the noun is what a clause tells of
        (`told`), the verb of it ("people were moved to schools"). Where the verb of the clause is yet to come
        (`ahead`), what looks like a participle is it: "an exercise with 300 troops ended".
        """
        i, stop, clause = end, min(last, end + MOST), end
        while i < stop:
            following = i if ahead and is_past(self.lower[i], self.nouns) else self._follows(i, stop, told=told)
            if following == i:
                break
            clause = i if self.lower[i] in self.links.relative else following
            i = following
        whole = i
        while i > end and not self._can_end(self.lower[i - 1]):
            i -= 1
        return i if i == whole else min(i, clause)  # no half of a relative clause

    def _can_end(self, word: str) -> bool:
        return word[0].isalnum() and (word not in self.boundaries or word in self.links.participles)

    def _follows(self, i: int, stop: int, *, told: bool) -> int:
        """The end of what belongs to a noun and begins at token `i`, else `i`."""
        word = self.lower[i]
        if word in self.links.and_:
            return self._joined(i, stop)
        if word in self.links.relative:
            return self._clause(i + 1, stop)
        verb = (told and word in self.links.auxiliaries and word in self.links.finite) or self._to_be(i, stop)
        if verb:
            return self._predicate(i, stop)
        if word in self.links.attaching:
            return self._prepositional(i, stop)
        if told and word in self.meaning.verbs:
            return self._acting(i, stop)
        participle = self.is_participle(word) and (told or self._is_passive(i, stop))
        return self._participle(i, stop) if participle else i

    def _is_passive(self, i: int, stop: int) -> bool:
        """Whether no object follows a participle: "exports registered in May", and not "exports surprised analysts"."""
        after = self.lower[i + 1] if i + 1 < stop else "."
        active = self.lower[i].endswith(self.going)
        return active or not after[0].isalpha() or (after in self.boundaries and after not in self.links.determiners)

    def _to_be(self, i: int, stop: int) -> bool:
        """Whether "to be" begins at token `i`: people "to be" screened."""
        return i + 1 < stop and self.lower[i] == self.links.target and self.lower[i + 1] in self.links.being

    def is_participle(self, word: str) -> bool:
        """Whether a word is a participle by its form."""
        if word in self.links.participles:
            return True
        return len(word) > 4 and word.endswith(self.nouns.verb_endings) and word not in self.boundaries

    def _prepositional(self, i: int, stop: int) -> int:
        """Past "of the region", "in schools", "to reach a verdict"."""
        found = self.noun_phrase(i + 1, stop) or self._counted(i, stop)
        if found is None or self._dated(*found) or self._dated(*self._of_time(found[1], stop)):
            return i
        verb = self.lower[i] == self.links.target and self.lower[i + 1] not in self.links.determiners
        inside = self.noun_phrase(found[1], stop) if verb and found[1] < stop else None
        return inside[1] if inside else found[1]

    def _counted(self, i: int, stop: int) -> Range | None:
        """ "In 14 countries": a number and a plural behind a preposition."""
        few = i + 2 < stop and self.lower[i] in self.inside
        number = few and (self.lower[i + 1].isdecimal() or self.lower[i + 1] in self.cardinals)
        found = self.noun_phrase(i + 2, stop) if number else None
        return (i + 1, found[1]) if found and is_plural(self.lower[found[1] - 1], self.nouns) else None

    def _of_time(self, i: int, stop: int) -> Range:
        """The word behind "of" at token `i`: the whole "of 2026"."""
        return (i + 1, i + 2) if i + 1 < stop and self.lower[i] in self.links.of else (i, i)

    def _dated(self, start: int, end: int) -> bool:
        return any(
            word in self.months or word in self.links.time_nouns or (len(word) == 4 and word.isdecimal())
            for word in self.lower[start:end]
        )

    def _joined(self, i: int, stop: int) -> int:
        """Past "and villages"; not where a clause or another figure follows."""
        found = self.noun_phrase(i + 1, stop)
        if found is None or found[1] - found[0] > 3 or self._dated(*found) or self.is_participle(self.lower[i + 1]):
            return i
        after = self.lower[found[1]] if found[1] < stop else ""
        verb = after in self.links.determiners or after[:1].isdecimal() or after in self.cardinals
        verb = verb or self._is_amount(found[1], stop) or after in self.links.than  # and more than 400 firms
        verb = verb or (
            self.lower[i + 1] in self.links.determiners and is_past(after, self.nouns)
        )  # and the mill burned
        verb = verb or (after == self.links.target and self.lower[i + 1] in self.intending)
        return i if verb or found[1] >= stop else found[1]

    def _is_amount(self, i: int, stop: int) -> bool:
        """Whether a number follows "of" or "at" at token `i`: "and a fine of $10,000", "and the debt at $5 billion"."""
        ahead = self.lower[i + 1 : min(stop, i + 4)]
        tied = i < stop and (self.lower[i] in self.links.of or self.lower[i] in self.links.at)
        return tied and any(word[0].isdecimal() for word in ahead)

    def _clause(self, i: int, stop: int) -> int:
        """The end of a relative clause."""
        return next((k for k in range(i, stop) if self.lower[k] in self.relative_ends), stop)

    def _participle(self, i: int, stop: int) -> int:
        """Past a participle and its object; not a verb that ends the clause."""
        end = i + 1
        if end >= stop or not self.lower[end][0].isalpha() or self.lower[end] in self.links.pronouns:
            return i
        if self.lower[end] in self.boundaries and self.lower[end] not in self.links.determiners:
            return end
        found = self.noun_phrase(end, stop)
        return found[1] if found and not self._dated(*found) else end

    def _acting(self, i: int, stop: int) -> int:
        """Past "undergo treatment"; not a verb whose object is another figure."""
        found = self.noun_phrase(i + 1, stop) if i + 1 < stop else None
        return found[1] if found and not self._dated(*found) else i

    def _predicate(self, i: int, stop: int) -> int:
        """Past "were moved", "had left the profession"; not "are the largest"."""
        verb = i
        while verb < stop and (self.lower[verb] in self.links.auxiliaries or self.lower[verb].endswith(self.adverb)):
            verb += 1
        being = not self.links.being.isdisjoint(self.lower[i:verb])
        if being and verb < stop and self.lower[verb] in self.links.attaching:  # are in the region
            return verb
        if verb >= stop or not self.lower[verb][0].isalpha() or self.lower[verb] in self.links.not_verbs:
            return i
        if verb == i + 1 and self.lower[i] in self.links.being and not self.is_participle(self.lower[verb]):
            return i
        found = self.noun_phrase(verb + 1, stop) if verb + 1 < stop else None
        return found[1] if found and not self._dated(*found) else verb + 1
