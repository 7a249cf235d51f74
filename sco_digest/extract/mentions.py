"""People in, a quick way from a place in the text to who is named there out; and what words are attributed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sco_digest.extract.roles import is_role

if TYPE_CHECKING:
    from sco_digest.extract.people import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language


class Attributed(NamedTuple):
    """Tokens `first` to `last` (not included) that something is attributed to.

    `form` is "name", "pronoun", "role" ("the minister"), "unnamed" ("a driver"), "other" (an organisation, "they") or
    "none" (a passive without agent); `who` is the person where it is a name.
    """

    first: int
    last: int
    who: Someone | None
    form: str


class Mentions:
    """The mentions of one article by where they begin, where they end and in which sentence they stand."""

    def __init__(self, tokens: Tokens, people: list[Someone], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self.by_end: dict[int, tuple[Mention, Someone]] = {}
        self.by_start: dict[int, tuple[Mention, Someone]] = {}
        self.by_sentence: dict[int, list[tuple[Mention, Someone]]] = {}
        mentions = [(mention, person) for person in people for mention in person.mentions]
        for mention, person in sorted(mentions, key=lambda pair: pair[0].first):
            self.by_end[mention.last] = self.by_end[mention.end] = (mention, person)
            self.by_start[mention.first] = self.by_start[mention.start] = (mention, person)
            self.by_sentence.setdefault(tokens.sentence_of[mention.first], []).append((mention, person))

    def opening(self, before: int, first: int) -> Attributed | None:
        """The name or pronoun that opens a sentence, where it stands before token `before`."""
        mention, person = next(iter(self.by_sentence.get(self._tokens.sentence_of[first], ())), (None, None))
        if mention and person and mention.start == first and mention.last < before:
            return Attributed(mention.first, mention.last, person, "name")
        if self._tokens.lower[first] in ("he", "she"):
            return Attributed(first, first + 1, None, "pronoun")
        return None

    def is_human(self, i: int) -> bool:
        """Whether token `i` is a noun for a person, of an office or of none."""
        return self._tokens.lower[i] in self._language.people.humans or is_role(self._tokens, i, self._language)


def named(found: tuple[Mention, Someone]) -> Attributed:
    """A mention by name as what words are attributed to."""
    mention, person = found
    return Attributed(mention.first, mention.last, person, "name")
