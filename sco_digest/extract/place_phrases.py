"""The words before and behind a place in, how it is tied to what stands there out: "in northern", ", which"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_digest.language import Language

LOCATING = frozenset({"in", "to", "into", "through", "via", "across", "throughout", "within", "near"})
"""Words between a figure and the place that it is of: "12 schools in Veldoria", "9 tonnes through", "across the"."""
PATHS = frozenset({"into", "through", "via"})
"""Of them, those that also say where something leads that is elsewhere: "passes leading into Veldoria"."""
TIED = LOCATING | {"of", "at"}
"""Words before a place of which a clause can go on to tell: "a mill in Veldoria, which has"."""
OWNS = ("'s", "’s")
CLAUSES = (", which ", ", where ", ", with ", " with ")
"""What leads on from a place to a figure that is of it."""
HELPING = frozenset(
    {"has", "have", "had", "will", "would", "is", "was", "also", "then", "now", "may", "could", "to", "not"}
)
"""Words between a capital and such a verb."""
AGAIN = 5
"""Words after a place in which a noun for it and "where" stand: ", a market where"."""


class PlacePhrases:
    """The rules over a few words around a place; the words are in lower case unless they are told to be the text's."""

    def __init__(self, language: Language) -> None:
        meaning = language.quantities.meaning
        self.directions, self.settlements, self.dwellers = meaning.directions, meaning.settlements, meaning.dwellers
        self.arriving, self.traded, self.offices = meaning.arriving, meaning.traded, meaning.offices
        self.dealing, self.leaving = meaning.dealing, meaning.leaving
        self.gone = meaning.gone
        self.going, self.governing = meaning.going, meaning.governing
        self.organisations = language.people.not_names.organisations
        self.roles = language.people.roles

    def light(self, words: list[str]) -> list[str]:
        """Words before a place without those that are part of it: "in the northern", "near the port of"."""
        end = len(words)
        if end > 1 and words[end - 1] == "of" and words[end - 2] in self.settlements:
            end -= 2
        while end and (words[end - 1] in self.directions or words[end - 1] == "the"):
            end -= 1
        return words[:end]

    def behind(self, between: str) -> list[str]:
        """The words behind a place without the one that says what it is: the Osk "region"."""
        words = between.split()
        return words[1:] if words and words[0] in self.settlements else words

    def is_of_organisation(self, opening: str) -> bool:
        """Whether a place ends the name of an organisation, behind the text `opening`: "the National Bank of"."""
        *_, body, link = ["", "", *opening.removesuffix(" the ").split()]
        named = body[:1].isupper() and body.lower() in self.organisations and body.lower() not in self.settlements
        return link == "of" and named

    def leads_away(self, words: list[str]) -> bool:
        """Whether words before a place say but where something leads or ends up: "passes leading into", "went to"."""
        if words[-1:] == ["to"] and words[-2:-1] != [] and words[-2] in self.gone:
            return True
        return words[-1:] != [] and words[-1] in PATHS and words[-2:-1] != [] and words[-2].endswith(self.going)

    def is_sent(self, words: list[str]) -> bool:
        """Whether what stands before a place is made there and sent out: "exports from", not "visitors from"."""
        return words[-1:] == ["from"] and words[-2:-1] != [] and words[-2] in self.leaving

    def is_home(self, words: list[str]) -> bool:
        """Whether words before a place name those who live there: "farmers in", "citizens of"."""
        return words[-1:] == ["in"] or (words[-1:] == ["of"] and words[-2:-1] != [] and words[-2] in self.dwellers)

    def locates(self, words: list[str]) -> bool:
        """Whether the words between a figure and a place behind it say that the figure is of it."""
        light = self.light(words)
        if not light:
            return False
        if light[-1] in LOCATING:
            return not self.leads_away(light)
        if light[-1] == "from":
            return not self.arriving.isdisjoint(light)
        return light[-1] == "of" and light[-2:-1] != [] and light[-2] in self.dwellers

    def is_traded(self, subject: str) -> bool:
        """Whether a subject is sold in places that it is not of: "shares of the mill"."""
        words = subject.lower().split()
        noun = next((before for before, word in pairwise(words) if word in TIED), words[-1])
        return noun in self.traded

    def leads_on(self, opening: Sequence[str], between: str) -> bool:
        """Whether a clause behind a place, in `between`, tells of it: "a mill in Veldoria, which has"."""
        light = self.light(list(opening))
        tied = not light or light[-1] in TIED
        clause = between.startswith(CLAUSES) or self._names_again(between)
        return tied and clause and "," not in between[1:] and "that" not in between.split()

    def governs(self, words: list[str]) -> bool:
        """Whether words behind a capital begin with what a government does: "imposed", "has also lifted"."""
        verb = next((word for word in words if word not in HELPING), "")
        return verb in self.governing

    @staticmethod
    def _names_again(between: str) -> bool:
        """Whether a second noun for a place and its clause follow: ", a market where"."""
        words = between.split()[1 : AGAIN + 1]
        return between.startswith(", ") and words[:1] != [] and words[0] in ARTICLES and "where" in words

    def owner_acts(self, words: list[str]) -> bool:
        """Whether what a country owns does something, after "'s": "Veldoria's grain board bought"."""
        lower = all(word.islower() and word not in self.offices and word not in self.roles for word in words)
        return lower and not self.dealing.isdisjoint(words)


@cache
def place_phrases(language: Language) -> PlacePhrases:
    """The rules of a language, made once in a process."""
    return PlacePhrases(language)
