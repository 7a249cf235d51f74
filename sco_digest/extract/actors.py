"""A verb of proposing or promising in, the words that name who does it out; none where that is not told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.roles import is_role
from sco_digest.extract.tokens import ARTICLES, DASHES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import CommitmentKind

LONGEST: Final = 16
"""Tokens of the longest subject."""
JOINS: Final = frozenset({"of", "and"})
NO_VERBS: Final = frozenset({"of", "and", "the"})
FULL: Final = 1.0
"""Confidence in what a verb says with its subject."""
APART: Final = 0.9
"""Where the subject stands apart, or is a pronoun."""
READ: Final = 0.8
"""In what "will" be done."""
OPENERS: Final = frozenset(',;:—–"“«”»(')
"""Marks behind which a clause can begin."""


class Actor:
    """Who proposes or commits: tokens `first` to `last` (not included).

    `sure` is false where the words are a pronoun for somebody who was named before.
    """

    def __init__(self, first: int, last: int, *, sure: bool = True) -> None:
        self.first: Final = first
        self.last: Final = last
        self.sure: Final = sure


class Promise:
    """A phrase of proposing or committing at tokens `first` to `last`, and what is meant from `what` on.

    `end` is where that ends if it stands before the phrase: "a fund" in "a fund will be created".
    """

    def __init__(
        self,
        first: int,
        last: int,
        kind: CommitmentKind,
        who: Actor | None,
        *,
        what: int,
        end: int = 0,
        start: int | None = None,
        confidence: float = FULL,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.kind: Final = kind
        self.who: Final = who
        self.what: Final = what
        self.end: Final = end
        self.start: Final = first if start is None else start
        """Where the clause begins."""
        self.confidence: Final = confidence


class Actors:
    """Finds the subjects of such verbs in one text."""

    def __init__(self, tokens: Tokens, named: list[Named], everyone: list[Someone], language: Language) -> None:
        self.tokens, self.lower = tokens, tokens.lower
        self.language = language
        self.words = language.commitments
        self.nouns = nouns(language)
        self.boundaries = language.quantities.nouns.boundaries
        self.determiners = language.quantities.links.determiners
        self._states = frozenset([i for one in named if one.kind == "country" for i in range(one.first, one.last)])
        self._ends = {m.last: m.start for one in everyone for m in one.mentions}
        self._ends |= {m.end: m.start for one in everyone for m in one.mentions}
        self._people = frozenset([m.last for one in everyone if one.kind == "person" for m in one.mentions])
        self._in_names = frozenset([i for one in everyone for m in one.mentions for i in range(m.first, m.last)])

    def verb_begins(self, verb: int, floor: int) -> int | None:
        """Where the words of a verb begin with its auxiliaries; None where they deny it or make it unreal."""
        i = verb
        while i > floor:
            before = self.lower[i - 1]
            if before in self.words.negations or before in self.words.unreal:
                return None
            if before in self.words.auxiliaries or (before.endswith("ly") and self.tokens.words[i - 1] == before):
                i -= 1
            else:
                break
        return i

    def before(self, end: int, floor: int) -> Actor | None:
        """The subject that ends before token `end` of a sentence from `floor` on."""
        if end <= floor:
            return None
        word = self.lower[end - 1]
        if word in self.words.pronouns or word in self.words.ours or word in self.words.it:
            own = word in self.words.ours  # "the loan it agreed to pay" has no subject that one could name
            return Actor(end - 1, end, sure=own) if self._opens(end - 1, floor) else None
        first = self._with_pronoun(self._begins(end, floor), floor)
        if first is None or not self._opens(first, floor):
            return None
        return Actor(first, end) if self._is_agent(first, end) else None

    def opening(self, before: int, floor: int) -> Actor | None:
        """The subject that opens a sentence before another verb, with which "and" joins the one behind `before`."""
        start = self._main_clause(before, floor)
        limit = min(before, start + LONGEST)
        for end in range(start + 1, limit):
            if self._is_verb(end) and (found := self.before(end, start)) and found.first == start:
                apart = any(word in OPENERS for word in self.tokens.words[end:before])
                clause = any(self.lower[k] in self.words.relative for k in range(end, before))
                return None if apart or clause else found
        return None

    def _main_clause(self, before: int, floor: int) -> int:
        """Where a sentence goes on behind a phrase that opens it: "After the talks, the sides"."""
        if self.lower[floor] not in self.language.grammar.openers:
            return floor
        return next((k + 1 for k in range(floor, before) if self.tokens.words[k] == ","), floor)

    def with_role(self, first: int, last: int, floor: int) -> Actor:
        """Who is named at some tokens, with the role before the name."""
        start = self._ends.get(last, first)
        return Actor(max(floor, min(first, start)), last, sure=self.lower[first] not in self.words.pronouns)

    def is_person(self, who: Actor) -> bool:
        """Whether a subject is one person, by name or office."""
        return who.last in self._people or is_role(self.tokens, who.last - 1, self.language)

    def _is_verb(self, i: int) -> bool:
        word = self.lower[i]
        known = word in self.language.speech.say or word in self.language.speech.remark or word in self.boundaries
        return self.tokens.words[i] == word and (known or word.endswith("ed")) and word not in NO_VERBS

    def _begins(self, end: int, floor: int) -> int | None:
        """Where the noun phrase that ends before token `end` begins."""
        i = end
        while i > max(floor, end - LONGEST):
            if i in self._ends and self._ends[i] >= floor and self._ends[i] < i:
                i = self._ends[i]
                continue
            if not self._goes_on(i - 1, i, end, floor):
                break
            i -= 1
        while i < end and (self.lower[i] in JOINS or self.lower[i] in POSSESSIVES or self.lower[i] in DASHES):
            i += 1
        return i if i < end else None

    def _with_pronoun(self, first: int | None, floor: int) -> int | None:
        """Where a phrase begins with the pronoun that "and" joins to it: "it and the ministry"."""
        if first is None or first - 2 < floor or self.lower[first - 1] != "and":
            return first
        word = self.lower[first - 2]
        return first - 2 if word in self.words.pronouns or word in self.words.it else first

    def _goes_on(self, i: int, first: int, end: int, floor: int) -> bool:
        """Whether token `i` belongs to the phrase that begins behind it."""
        word, lower = self.tokens.words[i], self.lower[i]
        begun = first < end and self.lower[first] in self.determiners
        if lower in self.determiners or lower in self.words.counting:
            return first < end and not begun
        if lower in JOINS:
            return first < end and i > floor
        if word in DASHES or lower in POSSESSIVES:
            return i > floor and first < end and self.tokens.glued(i)
        if not word[0].isalpha() or (lower in self.boundaries and word == lower):
            return False
        return not begun and (word != lower or not lower.endswith(("ed", "ly")) or self._describes(i, floor))

    def _describes(self, i: int, floor: int) -> bool:
        """Whether a participle stands right behind an article: "the alarmed ministers", "the newly elected mayors"."""
        before = i - 1 - (i - 1 > floor and self.lower[i].endswith("ed") and self.lower[i - 1].endswith("ly"))
        return before >= floor and self.lower[before] in ARTICLES

    def _opens(self, first: int, floor: int) -> bool:
        """Whether a clause can begin with token `first`: no preposition or verb governs the phrase."""
        if first == floor:
            return True
        before = self.lower[first - 1]
        speech = self.language.speech
        return before in OPENERS or before in self.words.joins or before in speech.say or before in speech.remark

    def _is_agent(self, first: int, end: int) -> bool:
        """Whether a phrase is of somebody who can commit themselves."""
        head = next((k - 1 for k in range(first + 1, end) if self.lower[k] == "of"), end - 1)
        if head in self._in_names or head in self._states:
            return True
        lower, word = self.lower[head], self.tokens.words[head]
        if lower in self.nouns or (is_role(self.tokens, head, self.language) and lower not in self.words.no_agents):
            return True
        opens = head == self.tokens.sentences[self.tokens.sentence_of[head]][0]
        return word[0].isupper() and head == end - 1 and not opens and self._is_proper(first, end)

    def _is_proper(self, first: int, end: int) -> bool:
        """Whether all words of a phrase have a capital but an article before them."""
        return all(
            self.tokens.words[k][0].isupper() or self.tokens.words[k] in DASHES or self.lower[k] in {"the", "and"}
            for k in range(first, end)
        )


@cache
def nouns(language: Language) -> frozenset[str]:
    """Nouns for those who can commit themselves."""
    words = language.commitments
    bodies = language.organisations.companies | language.organisations.bodies
    return (bodies | words.agents | words.people) - words.no_agents
