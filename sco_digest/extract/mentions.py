"""People in, a quick way from a place in the text to who is named there out; and what words are attributed to."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sco_digest.extract.readings import Attributed
from sco_digest.extract.roles import is_country, is_role
from sco_digest.extract.tokens import ARTICLES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

DEFINITE: Final = frozenset({"the", "this"})
LED: Final = frozenset({"the", "his", "her", "its", "their"})
OWNERS: Final = frozenset({"his", "her", "their"})
BRINGING: Final = LED | {"a", "an", "my", "our", "one", "another"}
STOPS: Final = frozenset(',;:.()«»“”"')
"""Marks that end a name or phrase."""
LONGEST_ROLE: Final = 6
IN_LAW: Final = 4
"""Tokens of "-in-law"."""
LONGEST_BODY: Final = 3
"""Words that may stand between "the" and the noun of an organisation."""


class Mentions:
    """The mentions of one article by where they begin, where they end and in which sentence they stand."""

    def __init__(self, tokens: Tokens, people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self.by_end: dict[int, tuple[Mention, Someone]] = {}
        self.by_start: dict[int, tuple[Mention, Someone]] = {}
        self.by_sentence: dict[int, list[tuple[Mention, Someone]]] = {}
        mentions = [(mention.first, mention, person) for person in people for mention in person.mentions]
        mentions.sort(key=itemgetter(0))
        of_people: list[tuple[Mention, Someone]] = []
        for first, mention, one in mentions:
            self.by_sentence.setdefault(tokens.sentence_of[first], []).append((mention, one))
            if one.kind == "person":
                of_people.append((mention, one))
            else:
                self._add(mention, one)
        for mention, one in of_people:  # they count where a name can be of an organisation as well
            self._add(mention, one)

    def _add(self, mention: Mention, one: Someone) -> None:
        self.by_end[mention.last] = self.by_end[mention.end] = (mention, one)
        self.by_start[mention.first] = self.by_start[mention.start] = (mention, one)

    def opening(self, before: int, first: int) -> Attributed | None:
        """The name or pronoun that opens a sentence, where it stands before token `before`."""
        for mention, one in self.by_sentence.get(self._tokens.sentence_of[first], ())[:2]:  # a firm, and its chairman
            opens = mention.last < before and opens_sentence(self._tokens, mention, first, self._language)
            if opens and self._alone(mention, one):
                return self._with_second((mention, one), before)
        if self._tokens.lower[first] in ("he", "she"):
            return Attributed(first, first + 1, None, "pronoun")
        owned = self._owned_opening(before, first)
        return owned or self._role_opening(before, first) or self._body_opening(before, first)

    def _owned_opening(self, before: int, first: int) -> Attributed | None:
        """ "His Kazakh counterpart agreed and noted": someone else than who spoke before, without a name."""
        if self._tokens.lower[first] not in OWNERS:
            return None
        for i in range(first + 1, min(first + LONGEST_ROLE, before - 1)):
            if self.is_human(i) and not self.is_human(i + 1):
                held = self._tokens.words[i + 1] in POSSESSIVES  # "His deputy’s plan failed and"
                return None if held else Attributed(first, i + 1, None, "unnamed")
            beside = self._tokens.lower[i] in self._language.people.role_modifiers
            if not (beside or self.is_human(i) or is_country(self._tokens, i, self._language)):
                return None
        return None

    def _body_opening(self, before: int, first: int) -> Attributed | None:
        """ "The company, founded in 1900, cut its target and said": not "The company’s plan"."""
        if self._tokens.lower[first] not in DEFINITE:
            return None
        for end in range(first + 2, min(first + 2 + LONGEST_BODY, before)):
            body = self.body_before(end, first)
            if body and self._tokens.words[end - 1].islower():
                held = self._tokens.lower[end] in self._language.people.role_links or self.is_human(end)
                return None if held else body
        return None

    def _with_second(self, found: tuple[Mention, Someone], before: int) -> Attributed:
        """A name that opens a sentence, with the one that "and" joins to it: "Petrov and Weiss met and said"."""
        behind = found[0].end
        if behind + 1 >= before or self._tokens.lower[behind] != "and" or found[1].kind != "person":
            return named(found)
        start = behind + 2 if self._tokens.lower[behind + 1] == "the" else behind + 1
        second = self.by_start.get(start)
        joined = second is not None and second[1].kind == "person" and second[0].end < before
        return named(second).joined((named(found),)) if second and joined else named(found)

    def _role_opening(self, before: int, first: int) -> Attributed | None:
        """The role that opens a sentence as a whole subject: "The envoy left and said", not "The head of the firm"."""
        if self._tokens.lower[first] != "the":
            return None
        for i in range(first + 1, min(first + LONGEST_ROLE, before)):
            if self._tokens.words[i] == "-":
                continue
            if is_role(self._tokens, i, self._language) and not is_role(self._tokens, i + 1, self._language):
                held = self._tokens.lower[i + 1] in self._language.people.role_links
                return None if held else Attributed(first, i + 1, None, "role")
            if self._tokens.lower[i] not in self._language.people.role_modifiers:
                return None
        return None

    def _alone(self, mention: Mention, one: Someone) -> bool:
        """Whether a name is a subject of its own: not "Ostrel" in "Ostrel chairman", "Ostrel’s plan"."""
        following = self._tokens.lower[mention.end : mention.end + 1]
        held = any(word in POSSESSIVES or word in self._language.people.role_modifiers for word in following)
        return one.kind == "person" or not (held or (following and self.is_human(mention.end)))

    def start_of(self, source: Attributed) -> int:
        """Where the mention that a source is begins, with the words beside the name."""
        return self.by_start[source.first][0].start if source.first in self.by_start else source.first

    def body_before(self, end: int, first: int) -> Attributed | None:
        """ "the company", "the Italian firm": an organisation that the text comes back to before token `end`."""
        lower, nouns = self._tokens.lower, self._language.organisations
        if lower[end - 1] not in nouns.companies and lower[end - 1] not in nouns.bodies:
            return None
        if lower[end - 1] == "companies":
            return None  # several
        for i in range(end - 2, max(first, end - 2 - LONGEST_BODY) - 1, -1):
            if lower[i] in DEFINITE:
                governed = i > first and lower[i - 1] in self._language.grammar.prepositions
                return None if governed else Attributed(i, end, None, "body")
            if not self._tokens.words[i][0].isalpha() or lower[i] in self._language.grammar.prepositions:
                return None
        return None

    def is_human(self, i: int) -> bool:
        """Whether token `i` is a noun for a person, of an office or of none."""
        return self._tokens.lower[i] in self._language.people.humans or is_role(self._tokens, i, self._language)


def opens_sentence(tokens: Tokens, mention: Mention, first: int, language: Language) -> bool:
    """Whether a name opens the sentence from token `first`, with its role: "The envoy, Anna Weiss, left and said"."""
    led = mention.start < mention.first and tokens.lower[first] in LED
    start = mention.start
    while start > first and is_country(tokens, start - 1, language):
        start -= 1  # "Kazakh President ..."
    opens = start - led == first or _owned(tokens, mention.start, first)
    return opens or phrase_begins(tokens, mention.start, first, language) == first < mention.start


def _owned(tokens: Tokens, start: int, first: int) -> bool:
    """Whether only the owner of a role stands before it: "The paper’s editor, Anna Weiss, left and said"."""
    near = first < start <= first + LONGEST_ROLE and tokens.lower[start - 1] in POSSESSIVES
    return near and is_owner(tokens, first, start - 1)


def phrase_begins(tokens: Tokens, start: int, first: int, language: Language) -> int:
    """Where the noun phrase that brings in a name at token `start` begins: "His old neighbour, Luke Reed".

    The name itself where no noun for a relative or for someone of no office stands before it, and no role.
    """
    lower, people = tokens.lower, language.people
    noun = bringing_noun(tokens, start, first)
    human = noun >= first and (lower[noun] in people.kin or lower[noun] in people.humans)
    role = tokens.words[start].islower() and lower[start] not in ARTICLES
    if noun < first or not (human or role):
        return start
    for i in range(noun, max(first, noun - LONGEST_ROLE) - 1, -1):
        if lower[i] in BRINGING:
            return i
        if lower[i] in POSSESSIVES:
            return first if is_owner(tokens, first, i) else start
        beside = lower[i] in people.role_modifiers or lower[i] in people.describing or is_country(tokens, i, language)
        if not beside and (i < noun or not human):
            return start  # "When neighbour Luke Reed left", "Orde hugged coach Reed"
        if i == first:
            return i
    return start


def bringing_noun(tokens: Tokens, start: int, first: int) -> int:
    """The token of the noun that can bring in a name at token `start`: of "brother" in "brother-in-law, Luke Reed"."""
    noun = start - 1
    noun -= noun > first and tokens.words[noun] == ","
    if tokens.lower[noun] != "law" or noun - IN_LAW < first:
        return noun
    return noun - IN_LAW * (tokens.lower[noun - IN_LAW + 1 : noun] == ["-", "in", "-"])


def is_owner(tokens: Tokens, first: int, end: int) -> bool:
    """Whether tokens `first` to `end` name who owns what follows: "Orde", "The small paper", not "Orde hugged Lorn"."""
    words = tokens.words[first:end]
    if all(word[0].isupper() for word in words):
        return True
    plain = all(word.islower() and word not in BRINGING for word in words[1:])
    return tokens.lower[first] in BRINGING and plain and len(words) <= LONGEST_BODY + 1


def named(found: tuple[Mention, Someone]) -> Attributed:
    """A mention by name as what words are attributed to."""
    mention, person = found
    form = "name" if person.kind == "person" else "organisation"
    return Attributed(mention.first, mention.last, person, form)
