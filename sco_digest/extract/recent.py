"""People in the order in which a text speaks of them in, those whom a pronoun takes up, the likeliest first, out."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from sco_digest.extract.capitals import after_adverbial
from sco_digest.extract.come_back import MOST
from sco_digest.extract.mentions import bringing_noun, opens_sentence, phrase_begins
from sco_digest.extract.readings import Someone
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.readings import Mention
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language


def nobody(gender: str = "") -> Someone:
    """Someone without a name, to whom the next "he" can refer."""
    return Someone(name="", words=(), known=True, gender=gender)


class RecentPeople:
    """The people spoken of so far, the likeliest to be taken up by a pronoun at the end."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.named, self._stranger = -1, nobody()  # token of the last name; who spoke last without one
        self.speaker, self.spoke = self._stranger, -1  # who spoke last, and the token of that
        self.unnamed: set[str] = set()  # words for those who spoke without a name
        self._spoken: set[Someone] = set()
        self._people: dict[Someone, None] = {}
        self._aside: dict[Someone, None] = {}  # only named beside another, the likeliest first; they come last

    def __reversed__(self) -> Iterator[Someone]:
        yield from islice(chain(reversed(self._people), self._aside), MOST)

    def mention(self, tokens: Tokens, mention: Mention, person: Someone) -> None:
        """The subject of a sentence comes before those named after it."""
        before, self.named = self.named, mention.first
        first = tokens.sentences[tokens.sentence_of[mention.first]][0]
        owner = tokens.lower[mention.end : mention.end + 1]  # "Braun's plane had landed. He said"
        new = all(one.first >= mention.first for one in person.mentions)
        held = new and not POSSESSIVES.isdisjoint(owner)
        opens = not held and opens_sentence(tokens, mention, first, self._language)
        if opens or (before < first and after_adverbial(tokens, mention.start, first)):
            self._come(person)
            if person not in self._spoken and self._is_kin(tokens, mention.start, first, person.gender):
                self._come(nobody(person.gender))  # "His father, John Reed, was ill. He said" can be either
        elif person not in self._people and person.known:
            self._aside.setdefault(person)

    def _is_kin(self, tokens: Tokens, start: int, first: int, gender: str) -> bool:
        """Whether a word for a relative brings a name in, and a pronoun can mean whose relative it is as well."""
        noun = bringing_noun(tokens, start, first)
        owner = tokens.lower[phrase_begins(tokens, start, first, self._language)]
        apart = bool(gender) and self._language.speech.he.get(owner, gender) != gender  # "His wife Ann left. She said"
        return noun >= first and tokens.lower[noun] in self._language.people.kin and not apart

    def sole(self, tokens: Tokens, i: int) -> Someone | None:
        """Who a noun for what nobody was said to be means at token `i`: the only one named, or who spoke just before.

        After "Petrov said" of a skater without a title, "the skater" of the same paragraph is Petrov.
        """
        named = [one for one in reversed(self) if one.name]
        if not named or named[0].role:
            return None
        latest = named[0]
        if len(named) == 1:
            return latest
        near = i >= 0 and tokens.sentence_of[i] - tokens.sentence_of[self.spoke] <= 1
        return latest if near and latest is self.speaker else None

    def speak(self, person: Someone, i: int) -> None:
        self.speaker, self.spoke = person, i
        self._spoken.add(person)
        if not person.name:  # of those without a name the last one counts
            self._people.pop(self._stranger, None)
            self._stranger = person
        person.known = True
        self._come(person)

    def came(self, person: Someone) -> bool:
        """Whether someone spoke or opened a sentence, and was not only named beside another."""
        return person in self._people

    def _come(self, person: Someone) -> None:
        self._aside.pop(person, None)
        self._people.pop(person, None)
        self._people[person] = None
