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
GOVERNING = frozenset({"of", "for", "to", "by", "with", "about", "against", "from", "like", "behind"})
"""What a name stands behind when it belongs to another noun."""
ASIDES = frozenset(
    "who which whose for in on at accompanied together along speaking citing however too also during after while meanwhile"
    " joined flanked as with".split()
)
PHRASES = frozenset({"on", "in", "at", "during", "from", "of", "here", "after", "before", "yesterday", "today"})
LONGEST_PHRASE = 8
APPOSITION = 40
"""Tokens that an apposition or relative clause may take between a name and its verb."""
LONGEST_NAME = 12
LONGEST_ROLE = 8


class Attributed(NamedTuple):
    """Tokens `first` to `last` (not included) that something is attributed to.

    `form` is "name", "pronoun", "role" ("the minister"), "unnamed" ("a driver"), "other" (an organisation, "they") or
    "none" (a passive without agent); `who` is the person where it is a name.
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
        if lower in ("he", "she"):
            asked = end - 1 > first and self._tokens.lower[end - 2] in INTERROGATIVES
            return None if asked else Attributed(end - 1, end, None, "pronoun")
        if lower in ("and", "but", "then"):
            return subject or self.opening(end - 1, first)
        found = self._by_end.get(end)
        if found:
            return self._head(found, end, first)
        if self._tokens.words[end - 1] in (",", ")", "–", "—"):
            return self._before_clause(end - 1, first)
        if lower == "who":
            return self._before_who(end - 1)
        return self._before_phrase(end, first) or self._noun_phrase(end, first)

    def behind(self, start: int, last: int) -> Attributed | None:
        """The source that begins at token `start` of a sentence that ends at `last`."""
        if start >= last:
            return None
        lower = self._tokens.lower[start]
        if lower in self._language.speech.he:
            owner = lower in ("his", "her") and start + 1 < last and self._tokens.words[start + 1][0].isalpha()
            form = "unnamed" if owner and lower == "his" or owner and self._is_human(start + 1) else "pronoun"
            return Attributed(start, start + 1, None, form)
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

    def starting(self, start: int) -> Attributed | None:
        """The name or "he" that begins right at token `start`."""
        if start < len(self._tokens) and self._tokens.lower[start] in ("he", "she"):
            return Attributed(start, start + 1, None, "pronoun")
        found = self._by_start.get(start)
        return _name(found) if found else None

    def is_person(self, end: int, first: int) -> bool:
        """Whether the phrase that ends before token `end` names one person."""
        by_name = end in self._by_end or self._tokens.lower[end - 1] in self._language.speech.he
        return by_name or definite_role(self._tokens, end, first, self._language) is not None

    def _head(self, found: tuple[Mention, Someone], end: int, first: int) -> Attributed:
        """The name, or who it only belongs to: not the president but his spokesman speaks in "a spokesman for ..."."""
        before = found[0].start - 1
        if before < first or self._tokens.lower[before] not in GOVERNING:
            return _name(found)
        return Attributed(max(first, before - 1), end, None, "unnamed")

    def _before_clause(self, comma: int, first: int) -> Attributed | None:
        """The subject before an apposition, a relative clause or an aside that ends with the mark at token `comma`."""
        found = self._by_end.get(comma)
        if found and self._tokens.lower[max(first, found[0].start - 1)] not in GOVERNING:
            return _name(found)
        opening = self._aside(comma, first)
        if opening is not None:
            return self.before(opening, first, None)
        for mention, person in reversed(self._by_sentence.get(self._tokens.sentence_of[comma], [])):
            if mention.last < comma - APPOSITION:
                break
            near = first <= mention.first and mention.last < comma
            if near and self._tokens.words[mention.last] in ",(–—" and self._opens_clause(mention, first):
                return _name((mention, person))
        return Attributed(comma, comma + 1, None, "unnamed") if found else None

    def _aside(self, comma: int, first: int) -> int | None:
        """The comma that opens an aside which the comma at token `comma` closes: ", who was ill,", ", for his part,"."""
        for i in range(comma - 1, max(first, comma - APPOSITION), -1):
            if self._tokens.words[i] == ",":
                return i if self._tokens.lower[i + 1] in ASIDES else None
        return None

    def _before_phrase(self, end: int, first: int) -> Attributed | None:
        """The name before a phrase of time or place: "Petrov on Monday said", "Petrov of the institute said"."""
        for mention, person in reversed(self._by_sentence.get(self._tokens.sentence_of[first], [])):
            if mention.end < end - LONGEST_PHRASE:
                break
            if mention.end >= end or self._tokens.lower[mention.end] not in PHRASES:
                continue
            between = self._tokens.lower[mention.end : end]
            plain = not any(word in NAME_STOPS or word in self._language.speech.be for word in between)
            if plain and self._opens_clause(mention, first):
                return self._head((mention, person), mention.end, first)
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
        """ "the minister", "a driver" or an organisation before a verb."""
        role = definite_role(self._tokens, end, first, self._language)
        if role:
            return Attributed(role.first, role.last, None, "role")
        start, floor = end - 1, max(first, end - LONGEST_NAME)
        while start > floor and self._in_name(start - 1):
            start -= 1
        if self._is_human(end - 1) or self._someone_opens(first, end):
            return Attributed(start, end, None, "unnamed")
        pronoun = start == end - 1 and self._tokens.lower[start] in self._language.speech.others
        named = self._tokens.words[end - 1][0].isupper() or self._tokens.lower[start] == "the"
        return Attributed(start, end, None, "other") if pronoun or named else None

    def _is_human(self, i: int) -> bool:
        return self._tokens.lower[i] in self._language.people.humans or is_role(self._tokens, i, self._language)

    def _someone_opens(self, first: int, end: int) -> bool:
        """Whether a sentence begins with someone unnamed: "An official who asked not to be named said"."""
        indefinite = self._tokens.lower[first] in ("a", "an", "one", "another")
        return indefinite and any(self._is_human(i) for i in range(first + 1, min(first + 6, end)))

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
