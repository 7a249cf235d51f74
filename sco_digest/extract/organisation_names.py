"""A sign of an organisation in, the tokens where the name around it begins and ends out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.names import in_capitals
from sco_digest.extract.roles import is_role
from sco_digest.extract.tokens import POSSESSIVES, TOKEN

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Organisations

LONGEST: Final = 14
"""Tokens of a name at the most."""
LINKS: Final = frozenset({"of", "for", "on"})
SHORTEST: Final = 2
APPOSITION, LONGEST_APPOSED = 12, 3
"""Tokens between a comma and the noun of an apposition, and of the name before it, at the most."""
HEADED: Final = frozenset({"of", "in", "based", "that", "which", "with", "for", "from"})
"""Words that follow the head of a phrase."""


class Extents:
    """Finds where names begin and end in one text."""

    def __init__(self, tokens: Tokens, named: list[Named], people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._words = language.organisations
        self.in_capitals = in_capitals(tokens)
        """Sentences in which nothing tells a name from another word."""
        self._taken = {i for one in people if one.known for m in one.mentions for i in range(m.first, m.last)}
        self.signs = signs(self._words)
        self.places = {i: name for name in named for i in range(name.first, name.last)}
        """The place that each token belongs to."""

    def left(self, i: int, floor: int) -> int:
        """Where the name that holds the sign at token `i` begins."""
        words, lower, first, owned = self._tokens.words, self._tokens.lower, i, False
        near = i - 1 if lower[i] in self._words.bodies else i
        while first > max(floor, i - LONGEST):
            before = first - 1
            if before == floor and lower[before] in self._words.companies and lower[before] not in self._words.heads:
                break  # "Insurer Orm Re"
            if self.part(before) or (owned and self.is_role(before) and words[before][0].isupper()):
                first = before
            elif before > floor and self._bridges(before, first) and self.part(before - 1):
                first = before - 1
            elif lower[before] == "and" and first >= near and before > floor and self._joins(before - 1):
                first = before - 1  # "the Food and Agriculture Organization"
            elif lower[before] in POSSESSIVES and first == i and before > floor and self._owns(before - 1):
                first, owned = before - 1, True  # "the Mayor’s Office", "the Prosecutor General’s Office"
            else:
                break
        return first

    def _joins(self, i: int) -> bool:
        """Whether token `i` can stand before "and" inside one name: it is no organisation or place of its own."""
        return (
            self.part(i)
            and i not in self.places
            and (self._tokens.lower[i],) not in known_names(self._words).get(self._tokens.lower[i], ())
            and not self._tokens.words[i].isupper()
        )

    def right(self, end: int, last: int, *, linking: bool) -> int:
        """Where a name that goes on at token `end` ends; `linking` where "of" or "for" can lead on."""
        lower, linked = self._tokens.lower, False
        limit = min(last, end + LONGEST)
        while end < limit and lower[end - 1] not in self._words.legal:
            behind = end + 2 if lower[end] in LINKS and lower[end + 1 : end + 2] == ["the"] else end + 1
            if self.is_role(end) and lower[end] not in self.signs and not self.part(end + 1):
                break  # "Treasury Secretary"
            if self.part(end):
                end += 1
            elif behind < limit and self._bridges(end, behind) and self.part(behind):
                end += 2
            elif lower[end] in LINKS and linking and behind < limit and self._leads_to(behind):
                end, linked = behind + 1, True
            elif (
                linked
                and behind < limit
                and ((lower[end] == "and" and self._goes_on(behind)) or (lower[end] == "," and self._is_list(end)))
            ):
                end += 2
            else:
                break
        return end

    def _leads_to(self, i: int) -> bool:
        """Whether a name can go on at token `i` behind "of" or "on": not "Ostrel Motors on Wednesday"."""
        return self._tokens.words[i][0].isupper() and self._tokens.lower[i] not in self._language.grammar.weekdays

    def owner(self, i: int, floor: int) -> int:
        """Where a body in lower case begins with the officer that owns it: "the mayor’s office of Osk"."""
        first = i - 1
        if first <= floor or self._tokens.lower[first] not in POSSESSIVES or not self.is_role(first - 1):
            return i
        while first > floor and self._tokens.lower[first - 1] in self._language.people.roles:
            first -= 1
        return first

    def without_department(self, first: int, end: int) -> int:
        """Where the name of a firm ends whose department or branch someone leads: "Ostrel HR chief"."""
        while end > first + 1 and self.is_role(end) and self._is_department(end - 1):
            end -= 1
        return end

    def _is_department(self, i: int) -> bool:
        country = i in self.places and self.places[i].kind == "country"
        return country or self._tokens.lower[i] in self._words.departments

    def _owns(self, i: int) -> bool:
        """Whether an office or a group of people stands before a possessive inside a name."""
        known = self._tokens.lower[i] in self._words.owners or self.is_role(i)
        return known and self._tokens.words[i][0].isupper()

    def _bridges(self, mark: int, behind: int) -> bool:
        """Whether a mark can stand inside a name: a glued hyphen, an ampersand, the comma of "Ostrel, Inc."."""
        word = self._tokens.words[mark]
        if word in "-–":
            return self._tokens.glued(mark) or self._tokens.glued(behind)  # not "TORONTO - Ostrel Inc."
        return word == "&" or (word == "," and self._tokens.lower[behind] in self._words.legal)

    def _goes_on(self, i: int) -> bool:
        """Whether what follows "and" is part of the same name: not "the Ministry of Health and the Central Bank"."""
        while self.part(i):
            noun = self._tokens.lower[i] in self._words.bodies or self._tokens.lower[i] in self._words.companies
            if noun or not self._joins(i):
                return False
            i += 1
        return self.part(i - 1)

    def _is_list(self, comma: int) -> bool:
        """Whether a comma parts what one body is for: "the Ministry of Labour, Migration and Employment"."""
        i = comma
        while self._tokens.words[i] == ",":
            start = i = i + 1
            while self.part(i) and self._joins(i):
                i += 1
            if i == start or i >= len(self._tokens):
                return False
        return self._tokens.lower[i] == "and" and self._goes_on(i + 1)

    def apposed(self, noun: int, covered: set[int]) -> tuple[int, int] | None:
        """The name that a noun behind it tells of: "Ostrel, the world's third largest maker of buses,"."""
        lower, words = self._tokens.lower, self._tokens.words
        first = self._tokens.sentences[self._tokens.sentence_of[noun]][0]
        comma = next((k for k in range(noun - 1, max(first, noun - APPOSITION), -1) if words[k] == ","), None)
        behind = words[noun + 1 : noun + 2]
        if comma is None or not (behind == [","] or {*behind} & HEADED) or not self._opens_apposition(comma + 1):
            return None
        start = comma
        while start > first and self.part(start - 1) and start - 1 not in covered:
            start -= 1
        given = lower[start] in self._language.people.given or start in self.places
        alone = start == first or lower[start - 1] not in self._language.people.courtesy
        return (start, comma) if start < comma <= start + LONGEST_APPOSED and alone and not given else None

    def _opens_apposition(self, i: int) -> bool:
        """Whether an article, or the owner of a superlative, stands at token `i`: ", Germany’s largest bank"."""
        owner = i in self.places and self._tokens.lower[i + 1] in POSSESSIVES
        return owner or self._tokens.lower[i] in ("the", "a", "an", "another")

    def part(self, i: int) -> bool:
        """Whether token `i` can be a word of a name."""
        if i >= len(self._tokens) or not self._tokens.words[i][0].isupper() or i in self._taken:
            return False
        lower, people = self._tokens.lower[i], self._language.people
        role = self.is_role(i) and lower not in people.role_modifiers and lower not in self.signs
        initials = self._tokens.words[i].isupper() and len(lower) > SHORTEST  # WHO
        other = lower in people.not_names.others and i not in self.places  # New South Wales
        return not role and (initials or not other) and lower not in people.courtesy

    def is_role(self, i: int) -> bool:
        return i < len(self._tokens) and is_role(self._tokens, i, self._language)


@cache
def nouns(words: Organisations) -> frozenset[str]:
    """Nouns for an organisation of any kind."""
    return words.companies | words.bodies


@cache
def kinds(words: Organisations) -> frozenset[str]:
    """Words that show what kind of organisation a name is of."""
    return signs(words) - words.legal


@cache
def signs(words: Organisations) -> frozenset[str]:
    """Words that show, with a capital, that a name is that of an organisation."""
    return words.companies | words.bodies | words.company_names | words.body_names | words.legal


@cache
def known_names(words: Organisations) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the known names that begin with it, each as its tokens."""
    index: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in sorted({*words.known, *words.known_bodies}):
        parts = tuple(TOKEN.findall(name))
        index[parts[0]] = (*index.get(parts[0], ()), parts)
    return index
