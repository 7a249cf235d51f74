"""The times of a sentence in, those out that some figure can be of: neither what ranks since then nor a maturity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sco_digest.extract.readings import When

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language.times import TimeWords

RANK_WITHIN: Final = 10
"""Tokens before "since" in which a word sets something above all else."""
SINCE_WITHIN: Final = 7
"""Tokens before a time in which its "since" stands: "since records began in 1931"."""
MAIN: Final = 20
"""Tokens before and behind a clause of "since" in which a verb in the perfect stands."""
DEBT_WITHIN: Final = 5
"""Tokens before ", due in 2031" in which a debt is looked for."""
PREPOSITIONS: Final = frozenset({"in", "by", "since", "for", "during", "until", "before", "after"})
MARKS: Final = frozenset(',;:()–—“”"')
LONG: Final = 2
"""Letters before "-est" in the shortest superlative, less one."""


class BackgroundTimes:
    """The rules, over the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, published: str | None) -> None:
        self.published = published or ""
        self.lower, self.time, self.uses = tokens.lower, lexicon.words.time, lexicon.words.uses
        self.stops = lexicon.clausal
        self.past, self.participles = lexicon.words.nouns.past_ending, lexicon.words.links.participles
        self.determiners = lexicon.words.links.determiners
        self.of, self.fractions = lexicon.words.links.of, lexicon.words.numbers.fractions

    def without(self, times: list[When], first: int) -> list[When]:
        """The times of a sentence that begins with token `first`, without those that are of none of its figures.

        "The storm, the strongest since 1987, killed nine people", "bonds maturing in 2032 at a yield of 15 percent".
        """
        inside = {i for when in times for i in range(when.first, when.last)}  # the "first" of the first half is no rank
        told = [when for when in times if not self._ranks_since(when, first, inside) and not self._matures(when, first)]
        return [reached for when in told if (reached := self._reaching(when, first))]

    def _reaching(self, when: When, first: int) -> When | None:
        """A time in a clause of "since", which reaches to the day of publication: "since the war began in 2022".

        None where nothing "has" happened since: "since" may say why.
        """
        since = self._since(when, first)
        inside = self.lower[since + 1 : when.first] if since is not None else []
        if since is not None and self._is_event(inside) and when.period.start <= self.published:
            return When(since, when.last, replace(when.period, end=self.published, inferred=True))
        if since is None or self.stops.isdisjoint(inside) or any(word[0].isdecimal() for word in inside):
            return when
        start, last = when.period.start, len(self.lower)
        main = self.lower[max(first, when.first - MAIN) : since] + self.lower[when.last : min(last, when.last + MAIN)]
        done = since > first and self._is_participle(since - 1)  # 14 workers dismissed since
        temporal = done or not self.uses.beginning.isdisjoint(inside) or not self.time.so_far.isdisjoint(main)
        if not temporal or not start <= self.published:
            return None
        return When(since, when.last, replace(when.period, end=self.published, inferred=True))

    def _is_event(self, inside: list[str]) -> bool:
        """Whether words between "since" and a time name what was then: "since a peak last June"."""
        named = inside[:1] != [] and inside[0] in self.determiners and len(inside) > 1 and inside[1].isalpha()
        edges = self.time.edges.issuperset(inside) or self.time.openings.issuperset(inside)
        return named and not edges and self.stops.isdisjoint(inside)

    def _ranks_since(self, when: When, first: int, inside: set[int]) -> bool:
        """Whether a time says since when something is above all else: "the lowest since 2008", "not seen since May"."""
        if not self.time.when.isdisjoint(self.lower[when.last + 1 : when.last + 2]):  # since 1954, when 200 people died
            return False
        since = self._since(when, first)
        if since is None:
            return self._is_last(when, first)
        for i in range(since - 1, max(first, since - RANK_WITHIN) - 1, -1):
            if i not in inside and self._is_rank(i, since):
                return True
            if self.lower[i] in MARKS or self._ends_clause(i, first):
                return False
        return False

    def _since(self, when: When, first: int) -> int | None:
        """Where the "since" of a time stands, if no mark parts them."""
        for i in range(when.first, max(first, when.first - SINCE_WITHIN) - 1, -1):
            if self.lower[i] in self.time.since:
                return i
            number = i < when.first and self.lower[i][0].isdecimal()  # the highest since 2008 at 9 percent in June
            if self.lower[i] in MARKS or number:
                return None
        return None

    def _is_rank(self, i: int, since: int) -> bool:
        """Whether "lowest", "any", or "not" and "seen" stand at a token: not the "most" of "most of the mills"."""
        word = self.lower[i]
        if word in self.time.seen:
            return i == since - 1 and self.lower[i - 1] in self.time.never
        share = i == since - 1 and word in self.fractions  # fell by a third since 2020
        bound = i > 0 and self.lower[i - 1] in self.time.as_bound  # at least 40 deaths since March
        ranked = ranks(word, self.time) and self.lower[i + 1] not in self.of and not share and not bound
        return ranked or word in self.time.unequalled

    def _ends_clause(self, i: int, first: int) -> bool:
        """Whether a verb stands at a token: what it tells is since the time, whoever its subject is."""
        word = self.lower[i]
        if word in self.stops:
            return True
        participle = self._is_participle(i)
        named = word in self.time.counting or (i > first and ranks(self.lower[i - 1], self.time))  # the most visited
        return participle and not named

    def _is_participle(self, i: int) -> bool:
        return self.lower[i].endswith(self.past) or self.lower[i] in self.participles

    def _is_last(self, when: When, first: int) -> bool:
        """Whether a time says when something was so before: "a level last seen in 2008"."""
        i = when.first - 1
        i -= i > first and self.lower[i] in self.time.before_year
        return i > first and self.lower[i - 1] in self.time.last_time and self.lower[i] in self.time.seen

    def _matures(self, when: When, first: int) -> bool:
        """Whether a time is that at which a debt is due: "bonds maturing in 2032", "the notes, due 2031,".

        Not of "debt falling due in 2027", so much of which is to be paid then.
        """
        if self._is_dated(when, first):
            return True
        i = when.first - 1
        while i > first and (self.lower[i] in self.time.edges or self.lower[i] in self.time.before_year):
            i -= 1
        verbs = self.time.maturing
        if i > first and self.lower[i] in self.time.due:
            i, verbs = i - 1, self.time.falling_due
            if self.lower[i] in self.time.owed:
                ahead = self.lower[max(first, i - DEBT_WITHIN) : i]
                return self.lower[i] not in MARKS or not self.uses.debts.isdisjoint(ahead)
        return i > first and self.lower[i] in verbs and self.lower[i - 1] not in self.time.payments

    def _is_dated(self, when: When, first: int) -> bool:
        """Whether a year to come says which bond is meant: "the 2035 bond", and not "in 2024 bond yields rose"."""
        if when.last >= len(self.lower) or self.lower[when.last] not in self.time.dated or when.first <= first:
            return False
        year = when.last == when.first + 1 and when.period.start == when.period.end
        ahead = when.period.start > self.published[: len("2035")] if self.published else True
        return year and ahead and self.lower[when.first - 1] not in PREPOSITIONS


def ranks(word: str, time: TimeWords) -> bool:
    """Whether a word sets something above all else: "third", "most", "highest"."""
    ending = time.superlative_ending
    superlative = word.endswith(ending) and word not in time.not_superlative
    return word in time.ranks or (superlative and len(word) > len(ending) + LONG)
