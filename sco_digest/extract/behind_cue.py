"""A cue in, the source that stands behind it out: "said Petrov", "according to the minister", "in his words"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.definite import definite_role
from sco_digest.extract.mentions import BRINGING, LONGEST_BODY, STOPS, Mentions, named
from sco_digest.extract.readings import Attributed
from sco_digest.extract.roles import is_role

if TYPE_CHECKING:
    from sco_digest.extract.readings import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

BEFORE_NAME: Final = frozenset({"the", "a", "an", "’s", "'s", "’", "'", "-", ".", "his", "her", "its", "their", "of"})
"""What may stand between a cue and the name behind it, besides capitals and parts of a role."""
NO_CLOSING_MARKS: Final = frozenset({"’s", "'s"})
"""The possessives that can be no closing mark of a quotation."""
AFTER_NAME: Final = frozenset({"that", "over", "more", "at", "in", "on"})
LONGEST_NAME: Final = 12
LONGEST_ROLE: Final = 8


class Sources:
    """Finds the sources behind cues in one article."""

    def __init__(self, tokens: Tokens, mentions: Mentions, language: Language) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._language = language

    def behind(self, start: int, last: int, *, owner: bool = False) -> Attributed | None:
        """The source that begins at token `start` of a sentence that ends at `last`; an `owner` where one may stand."""
        if start >= last:
            return None
        lower = self._tokens.lower[start]
        if lower in self._language.speech.he:
            # "said his deputy" is not what he said
            followed = start + 1 < last and self._tokens.words[start + 1][0].isalpha()
            owns = followed and (lower == "his" or (lower == "her" and self._mentions.is_human(start + 1)))
            other = self._owned(start + 1, last) if owns else None
            return other or Attributed(start, start + 1, None, "unnamed" if owns else "pronoun")
        return (
            self._name_behind(start, last, owner=owner)
            or self._role_behind(start, last)
            or self._body_behind(start, last)
            or self._organisation(start, last)
        )

    def _owned(self, start: int, last: int) -> Attributed | None:
        """Who is named behind "his": "his deputy, Anna Weiss", "her lawyer Ivan Petrov"."""
        for i in range(start, min(start + LONGEST_ROLE, last)):
            found = self._mentions.by_start.get(i)
            if found:
                return named(found) if found[1].kind == "person" else None
            if not (self._mentions.is_human(i) or self._tokens.words[i] == "," or self._before_name(i)):
                return None
        return None

    def possessor(self, start: int, end: int) -> Attributed | None:
        """The owner of what token `end` names: "his words", "Petrov’s opinion"."""
        if end == start + 1 and self._tokens.lower[start] in ("his", "her"):
            return Attributed(start, end, None, "pronoun")
        owner = self._mentions.by_start.get(start)
        if owner:
            return named(owner) if owner[0].last + 1 == end else None
        owns = end > start + 2 and self._tokens.lower[end - 1] in NO_CLOSING_MARKS
        role = definite_role(self._tokens, end - 1, start, self._language) if owns else None
        return Attributed(start, end - 1, None, "role") if role and role.first == start else None

    def starting(self, start: int) -> Attributed | None:
        """The name or "he" that begins right at token `start`."""
        if start < len(self._tokens) and self._tokens.lower[start] in ("he", "she"):
            return Attributed(start, start + 1, None, "pronoun")
        found = self._mentions.by_start.get(start)
        return named(found) if found else None

    def _name_behind(self, start: int, last: int, *, owner: bool) -> Attributed | None:
        owner_ends = self._owner_ends(start, last)
        for i in range(start, min(start + LONGEST_NAME, last)):
            human = i == start + 1 and self._tokens.lower[start] in self._language.people.humans  # said villager Orlov
            if i > owner_ends and not (human or self._before_name(i - 1)):
                return None
            if i in self._mentions.by_start and i >= owner_ends:
                found = self._mentions.by_start[i]
                behind = found[0].last
                if not owner and behind + 1 < last and self._owns(behind):  # "said Petrov’s spokesman, Karl Odder"
                    return self._owned(behind + 1, last) or Attributed(start, behind, None, "unnamed")
                return named(self._head_of(found[0], last) or found)
        return None

    def _owner_ends(self, start: int, last: int) -> int:
        """Where the possessive of several plain words stands before a name: "said the think tank's Karl Odder"."""
        if self._tokens.lower[start] not in BRINGING:
            return start
        for i in range(start + 1, min(start + LONGEST_ROLE, last)):
            if self._tokens.lower[i] in NO_CLOSING_MARKS:
                return i
            if not self._tokens.words[i][0].isalpha() or self._owns_itself(i):
                return start
        return start

    def _owns_itself(self, i: int) -> bool:
        """Whether a name at token `i` owns what follows, or is somebody's: not "UN" in "the UN refugee agency's"."""
        found = self._mentions.by_start.get(i)
        return found is not None and (found[1].kind == "person" or self._owns(found[0].last))

    def _owns(self, i: int) -> bool:
        """Whether a possessive stands at token `i`: also "Ostrel Motors’ Karl Odder", but not a closing mark."""
        if i + 1 >= len(self._tokens):
            return False
        plural = self._tokens.words[i - 1][-1] == "s" and self._tokens.words[i + 1][0].isupper()
        plural = plural and self._tokens.glued(i)
        return self._tokens.lower[i] in NO_CLOSING_MARKS or (plural and self._tokens.words[i] in "'’")

    def _head_of(self, mention: Mention, last: int) -> tuple[Mention, Someone] | None:
        """The person behind a firm: "the Ostrel spokesman Karl Odder", "Ford of Europe president Martin Sander"."""
        i = mention.end
        for start in (mention.first, i):
            bearer = self._mentions.by_start.get(start)
            if bearer and bearer[1].kind == "person" and bearer[0].first > i:
                return bearer
        if i + 1 >= last or self._tokens.lower[i] != "of" or not self._tokens.words[i + 1][0].isupper():
            return None
        found = next(
            (self._mentions.by_start[k] for k in range(i + 1, min(i + 4, last)) if k in self._mentions.by_start), None
        )
        return found if found and found[1].kind == "person" else None

    def _before_name(self, i: int) -> bool:
        """Whether token `i` can stand between a cue and the name behind it: an article, a country, part of a role."""
        lower, people = self._tokens.lower[i], self._language.people
        part = lower in people.role_modifiers or lower in people.courtesy or is_role(self._tokens, i, self._language)
        owner = not NO_CLOSING_MARKS.isdisjoint(
            self._tokens.lower[i + 1 : i + 2]
        )  # "said the firm's chief executive, ..."
        aged = lower in ("year", "old") or lower.isdigit()  # "62-year-old farmer Asan Toktogulov"
        return self._tokens.words[i][0].isupper() or lower in BEFORE_NAME or part or owner or aged

    def _role_behind(self, start: int, last: int) -> Attributed | None:
        if self._tokens.lower[start] != "the":
            return None
        for end in range(min(start + LONGEST_ROLE, last), start, -1):
            role = definite_role(self._tokens, end, start, self._language)
            if role and role.first == start:
                return Attributed(start, end, None, "role")
        return None

    def _body_behind(self, start: int, last: int) -> Attributed | None:
        for end in range(start + 2, min(start + 2 + LONGEST_BODY, last + 1)):
            body = self._mentions.body_before(end, start)
            if body and body.first == start:
                owner = end < last and self._tokens.lower[end] in NO_CLOSING_MARKS
                return None if owner else body
        return None

    def _organisation(self, start: int, last: int) -> Attributed:
        """What begins at token `start`, up to a mark or a verb."""
        speech = self._language.speech
        limit = min(start + LONGEST_NAME, last)
        stops = (
            end
            for end in range(start + 1, limit)
            if self._tokens.words[end] in STOPS
            or self._tokens.lower[end] in speech.be
            or (self._tokens.lower[end] in speech.auxiliaries and self._tokens.lower[end] != "in")
            or self._tokens.lower[end] in AFTER_NAME
        )
        return Attributed(start, next(stops, limit), None, "other")
