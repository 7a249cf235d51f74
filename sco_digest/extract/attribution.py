"""A reporting verb in, the mention that its words are attributed to out, before it or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sco_digest.extract.roles import definite_role, is_role

if TYPE_CHECKING:
    from sco_digest.extract.people import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

INTERROGATIVES = frozenset({"what", "whether", "why", "how", "if", "when"})
BEFORE_NAME = frozenset({"the", "a", "an", "’s", "'s", "’", "'", "-", ".", "his", "her", "its", "their", "of"})
"""What may stand between a cue and the name behind it, besides capitals and parts of a role."""
POSSESSIVES = frozenset({"’s", "'s"})
CLAUSE_OPENERS = frozenset({"the", "and", "’s", "'s", "but", "as"})
IN_NAME = frozenset({"-", "’", "’s", "'s", "and"})
NOT_IN_NAME = frozenset({"that", "but", "when", "as", "which", "if", "while"})
NAME_STOPS = frozenset(',;:.()«»“”"')
AFTER_NAME = frozenset({"that", "over", "more", "at", "in", "on"})
APPOSITION = 40
"""Tokens that an apposition or relative clause may take between a name and its verb."""
LONGEST_NAME = 12
LONGEST_ROLE = 8


class Attributed(NamedTuple):
    """Tokens `first` to `last` (not included) that something is attributed to.

    `form` is "name", "pronoun", "role" ("the minister"), "other" (an organisation, "they") or "none" (a passive without
    agent); `who` is the person where it is a name.
    """

    first: int
    last: int
    who: Someone | None
    form: str


class Attribution:
    """Finds who stands beside a verb, in one article."""

    def __init__(self, tokens: Tokens, people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._by_end: dict[int, tuple[Mention, Someone]] = {}
        self._by_start: dict[int, tuple[Mention, Someone]] = {}
        self._by_sentence: dict[int, list[tuple[Mention, Someone]]] = {}
        mentions = [(mention, person) for person in people for mention in person.mentions]
        for mention, person in sorted(mentions, key=lambda pair: pair[0].first):
            self._by_end[mention.last] = self._by_end[mention.end] = (mention, person)
            self._by_start[mention.first] = self._by_start[mention.start] = (mention, person)
            self._by_sentence.setdefault(tokens.sentence_of[mention.first], []).append((mention, person))

    def before(self, end: int, first: int, subject: Attributed | None) -> Attributed | None:
        """The subject that ends before token `end` of a sentence from `first` on; `subject` is the last verb's."""
        if end <= first:
            return None
        lower = self._tokens.lower[end - 1]
        found = self._by_end.get(end) or self._before_clause(end - 1, first)
        if found:
            return _name(found)
        if lower in ("he", "she"):
            asked = end - 1 > first and self._tokens.lower[end - 2] in INTERROGATIVES
            return None if asked else Attributed(end - 1, end, None, "pronoun")
        if lower in ("and", "but", "then"):
            return subject or self.opening(end - 1, first)
        return self._before_who(end - 1) if lower == "who" else self._noun_phrase(end, first)

    def behind(self, start: int, last: int) -> Attributed | None:
        """The source that begins at token `start` of a sentence that ends at `last`."""
        if start >= last:
            return None
        if self._tokens.lower[start] in self._language.speech.he:
            return Attributed(start, start + 1, None, "pronoun")
        return self._name_behind(start, last) or self._role_behind(start, last) or self._organisation(start, last)

    def opening(self, before: int, first: int) -> Attributed | None:
        """The name or pronoun that opens a sentence, where it stands before token `before`."""
        named = self._by_sentence.get(self._tokens.sentence_of[first], [])
        if named and named[0][0].start == first and named[0][0].last < before:
            return _name(named[0])
        if self._tokens.lower[first] in ("he", "she"):
            return Attributed(first, first + 1, None, "pronoun")
        return None

    def possessor(self, start: int, end: int) -> Attributed | None:
        """The owner of what token `end` names: "his words", "Petrov’s opinion"."""
        if end == start + 1 and self._tokens.lower[start] in ("his", "her"):
            return Attributed(start, end, None, "pronoun")
        owner = self._by_start.get(start)
        return _name(owner) if owner and owner[0].last + 1 == end else None

    def is_person(self, end: int, first: int) -> bool:
        """Whether the phrase that ends before token `end` names one person."""
        by_name = end in self._by_end or self._tokens.lower[end - 1] in self._language.speech.he
        return by_name or definite_role(self._tokens, end, first, self._language) is not None

    def _before_clause(self, comma: int, first: int) -> tuple[Mention, Someone] | None:
        """The name before an apposition or relative clause that ends with the mark at token `comma`."""
        if self._tokens.words[comma] not in (",", ")", "–", "—"):
            return None
        if found := self._by_end.get(comma):
            return found
        for mention, person in reversed(self._by_sentence.get(self._tokens.sentence_of[comma], [])):
            near = first <= mention.first and comma - APPOSITION <= mention.last < comma
            if near and self._tokens.words[mention.last] in ",(–—" and self._opens_clause(mention, first):
                return mention, person
        return None

    def _opens_clause(self, mention: Mention, first: int) -> bool:
        """Whether a name opens its clause, so that it can be the subject of a verb behind an apposition."""
        before = mention.start - 1
        return (
            mention.start == first
            or self._tokens.words[before] in ",;:"
            or self._tokens.lower[before] in CLAUSE_OPENERS
        )

    def _before_who(self, who: int) -> Attributed | None:
        found = self._by_end.get(who - 1 if self._tokens.words[who - 1] == "," else who)
        return _name(found) if found else None

    def _noun_phrase(self, end: int, first: int) -> Attributed | None:
        """ "the minister" or an organisation before a verb."""
        role = definite_role(self._tokens, end, first, self._language)
        if role:
            return Attributed(role.first, role.last, None, "role")
        start = end - 1
        while start > first and self._in_name(start - 1):
            start -= 1
        pronoun = start == end - 1 and self._tokens.lower[start] in self._language.speech.others
        named = self._tokens.words[end - 1][0].isupper() or self._tokens.lower[start] == "the"
        human = is_role(self._tokens, end - 1, self._language)
        return Attributed(start, end, None, "other") if pronoun or named or human else None

    def _in_name(self, i: int) -> bool:
        """Whether token `i` can be inside the name of an organisation."""
        word, lower = self._tokens.words[i], self._tokens.lower[i]
        if lower in IN_NAME:
            return True
        return word[0].isalpha() and lower not in self._language.speech.be and lower not in NOT_IN_NAME

    def _name_behind(self, start: int, last: int) -> Attributed | None:
        for i in range(start, min(start + LONGEST_NAME, last)):
            if i > start and not self._before_name(i - 1):
                return None
            if i in self._by_start:
                return _name(self._by_start[i])
        return None

    def _before_name(self, i: int) -> bool:
        """Whether token `i` can stand between a cue and the name behind it: an article, a country, part of a role."""
        lower, people = self._tokens.lower[i], self._language.people
        part = lower in people.role_modifiers or lower in people.courtesy or is_role(self._tokens, i, self._language)
        owner = self._tokens.lower[i + 1] in POSSESSIVES  # "said the firm's chief executive, ..."
        return self._tokens.words[i][0].isupper() or lower in BEFORE_NAME or part or owner

    def _role_behind(self, start: int, last: int) -> Attributed | None:
        if self._tokens.lower[start] != "the":
            return None
        for end in range(min(start + LONGEST_ROLE, last), start, -1):
            role = definite_role(self._tokens, end, start, self._language)
            if role and role.first == start:
                return Attributed(start, end, None, "role")
        return None

    def _organisation(self, start: int, last: int) -> Attributed:
        """What begins at token `start`, up to a mark or a verb."""
        speech = self._language.speech
        verbs = speech.be | (speech.auxiliaries - {"in"})
        limit = min(start + LONGEST_NAME, last)
        stops = (
            end
            for end in range(start + 1, limit)
            if self._tokens.words[end] in NAME_STOPS
            or self._tokens.lower[end] in verbs
            or self._tokens.lower[end] in AFTER_NAME
        )
        return Attributed(start, next(stops, limit), None, "other")


def _name(found: tuple[Mention, Someone]) -> Attributed:
    mention, person = found
    return Attributed(mention.first, mention.last, person, "name")
