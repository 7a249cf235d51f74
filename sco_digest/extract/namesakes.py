"""People of a text one by one in, the one of them that a further mention belongs to out: "Judge Brown", "Mrs Brown"."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

from sco_digest.extract.bearers import MOST, Bearers
from sco_digest.extract.careers import BYGONE, never_was
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.readings import Mention, Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

OWNERS: Final = frozenset({"his", "her", "their", "my", "our", "whose"})
OWNED: Final = 6  # tokens between a name and whose relative it is
IN_LAW: Final = 5  # tokens from "law" back to the noun: "brother-in-law"


class _Known:
    """What the mentions of one person so far tell."""

    def __init__(self, begins: int) -> None:
        self.begins: Final = begins
        """Where the first mention by the whole name begins."""
        self.places: list[int] = []
        """Where the mentions begin, in order."""
        self.alone: list[int] = []
        """Those of them by surname."""
        self.kin = -1
        """Where a word for a relative first brought the person in."""
        self.aged = False
        self.spoke = False


class Namesakes:
    """The people of one article, each with the mentions that were given to them so far."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._people = language.people
        self._say = language.speech.say
        self._bearers = Bearers()
        self._known: dict[Someone, _Known] = {}

    def add(self, someone: Someone) -> None:
        """Take in a person whom no other name stands for."""
        self._known[someone] = _Known(someone.mentions[0].first)
        self._note(someone, someone)
        self._bearers.add(someone)

    def fuller(self, someone: Someone) -> tuple[Someone | None, bool]:
        """Whom a mention belongs to, in whose name its words and initials are; and whether none can be told."""
        kin = self._kin(someone.mentions[0])
        someone.gender = self._people.kin.get(kin) or someone.gender
        someone.known = someone.known or self._is_human(someone, kin)
        found, unsure = self._bearers.named(someone.words), False
        if found is None:
            fits = (one for one in self._bearers.of(someone.words) if not self._is_barred(one, someone))
            if self._is_surname(someone.words):
                found, unsure = self._one_of([*fits], someone)
            else:
                found = _first(fits, someone.gender)
        if found:
            self._note(found, someone)
        return found, unsure

    def _one_of(self, fits: list[Someone], mention: Someone) -> tuple[Someone | None, bool]:
        """Whom a surname alone means, and whether that cannot be told of several."""
        if mention.gender:
            fits = [one for one in fits if one.gender == mention.gender] or fits
        found = self._meant(fits, mention) if len(fits) > 1 else next(iter(fits), None)
        return found, found is None and bool(fits)

    def _is_surname(self, words: tuple[str, ...]) -> bool:
        """Whether words are a surname alone: "Thani", "van der Berg", and "Al Thani" behind a longer name."""
        if len(words) == 1 or words[0] in self._people.names.particles:
            return True
        return words[0].lower() in self._people.names.particles and self._bearers.ending(words)

    def _note(self, one: Someone, mention: Someone) -> None:
        """Keep what a mention tells of one person."""
        known, place = self._known[one], mention.mentions[0]
        insort(known.places, place.first)
        if self._is_surname(mention.words):
            insort(known.alone, place.first)
        if self._kin(place):
            known.kin = place.first if known.kin < 0 else min(known.kin, place.first)
        known.aged = known.aged or self._is_aged(place)
        lower = self._tokens.lower
        beside = (*lower[max(0, place.start - 1) : place.start], *lower[place.end : place.end + 1])
        if beside[-1:] == (",",):
            beside = (*beside, *lower[place.end + 1 : place.end + 2])  # "His son, Ben Reed, said"
        known.spoke = known.spoke or not self._say.isdisjoint(beside)

    def _kin(self, place: Mention) -> str:
        """The word for a relative that brings a mention in: "his father, John Smith", "Ann Smith, his wife"."""
        lower, words, kin = self._tokens.lower, self._tokens.words, self._people.kin
        i = place.start - 1
        i -= i > 0 and words[i] == ","
        i -= IN_LAW - 1 if i >= IN_LAW and lower[i] == "law" else 0
        if i > 0 and lower[i] in kin and words[i] == lower[i]:
            return lower[i]
        owned = lower[place.last + 1 : place.last + 2] if words[place.last : place.last + 1] == [","] else []
        behind = lower[place.last + 2 : place.last + 3] if not OWNERS.isdisjoint(owned) else []
        return behind[0] if behind and behind[0] in kin else ""

    def _is_aged(self, place: Mention) -> bool:
        """Whether an age stands behind a name: "Petrov, 62,"."""
        behind = self._tokens.words[place.last : place.last + 3]
        return len(behind) > 1 and behind[0] in ",(" and behind[1].isdecimal() and behind[2:] != ["-"]

    def _is_human(self, someone: Someone, kin: str) -> bool:
        """Whether an age or a noun for someone of no office shows that a name is a person’s: "guest Ann Reed, 24,"."""
        place, lower = someone.mentions[0], self._tokens.lower
        if kin:
            owners = OWNERS | POSSESSIVES if len(someone.words) > 1 else OWNERS  # "the airline's sister Skyra"
            reach = OWNED + IN_LAW * ("law" in lower[max(0, place.start - 2) : place.start])
            if not owners.isdisjoint(lower[max(0, place.start - reach) : place.last + OWNED]):
                return True
        before = lower[place.first - 1] if place.first > 0 else ""
        noun = before in self._people.humans and before not in self._people.of_firms
        return len(someone.words) > 1 and (noun or self._is_aged(place))

    def _is_barred(self, one: Someone, mention: Someone) -> bool:
        """Whether a mention that tells more than a surname is of another than one who has its words."""
        telling = mention.gender != "" or bool(mention.role) or len(mention.words) > 1
        return telling and self._is_other(one, mention)

    def _is_other(self, one: Someone, mention: Someone) -> bool:
        """Whether a mention whose words are in the name of one person is of another."""
        given = len(mention.words) == 1 and mention.words[0].lower() in self._people.given  # Feruza Nabil, then Nabil
        if one.gender and mention.gender and one.gender != mention.gender and not given:
            return True
        if len(mention.words) > 1:
            return self._is_longer(one, mention)
        if not mention.role or len(one.words) == 1:
            return False
        known = self._known[one]
        return never_was(self._tokens, one, mention, known.places[:MOST], aged=known.aged, people=self._people)

    def _is_longer(self, one: Someone, mention: Someone) -> bool:
        """Whether the fuller of two names is another's: "His father, John Paul Smith" behind "John Smith"."""
        known, place = self._known[one], mention.mentions[0].first
        kin = bool(self._kin(mention.mentions[0]))
        if (known.kin > place and not kin) or (kin and known.kin < 0 and known.places[0] < place):
            return True
        suffixes = self._people.names.suffixes
        fuller, shorter = ({word.lower() for word in name} & suffixes for name in (one.words, mention.words))
        if fuller != shorter and place < known.places[0]:
            return True
        if len(mention.words) < len(one.words) and place > known.places[0]:
            return False  # "President Donald J. Trump", then "former President Donald Trump"
        bygone = [bool(BYGONE & who.role_words) for who in (one, mention)]
        return one.role_noun != "" and one.role_noun == mention.role_noun and bygone[0] != bygone[1]

    def _meant(self, fits: list[Someone], mention: Someone) -> Someone | None:
        """Who of several a surname alone means: who was told of first and goes on, else who opened a sentence last."""
        place = mention.mentions[0].first
        before = [one for one in fits if self._known[one].begins < place] or fits[:1]
        held = [one for one in before if mention.role_noun and mention.role_noun in one.role_words]
        if len(before) == 1 or len(held) == 1:
            return (held or before)[0]
        begins = {one: self._known[one].begins for one in before}
        first = min(before, key=lambda one: begins[one])
        alone = self._known[first].alone
        alone = alone[bisect_left(alone, begins[first]) :][:1]
        if alone and alone[0] < min([begins[one] for one in before if one is not first]):
            return first
        latest = max(before, key=lambda one: self._latest(one, place))
        if first is latest or (first.role and not latest.role and not self._known[latest].aged):
            return first
        spoke = self._known[first].spoke, self._known[latest].spoke
        if mention.role or all(spoke):
            return None  # "Tom Reed said ... Ann Reed said ... Reed said"
        if self._known[latest].kin >= 0:  # "Tom Reed came. His son, Ben Reed, was there. Reed said"
            opens = self._opens_paragraph(begins[first])
            return latest if spoke[1] else first if opens else None
        again = bisect_left(self._known[latest].places, place) > 1
        return latest if (spoke[1] or again) and self._opens(self._latest(latest, place)) else None

    def _latest(self, one: Someone, place: int) -> int:
        """Where the last mention of someone before a place begins."""
        places = self._known[one].places
        return places[bisect_left(places, place) - 1]

    def _opens_paragraph(self, i: int) -> bool:
        """Whether a name at token `i` opens its paragraph."""
        number, paragraphs = self._tokens.sentence_of[i], self._tokens.paragraphs
        place = bisect_left(paragraphs, (number, -1))
        return place < len(paragraphs) and paragraphs[place][0] == number and self._opens(i)

    def _opens(self, i: int) -> bool:
        """Whether a name at token `i` opens its sentence, behind what someone is at the most."""
        first = self._tokens.sentences[self._tokens.sentence_of[i]][0]
        return all(word[0].isupper() or word in POSSESSIVES for word in self._tokens.words[first:i])


def _first(people: Iterator[Someone], gender: str) -> Someone | None:
    """The first of the gender that a mention tells, else the first."""
    first: Someone | None = None
    for one in people:
        if not gender or one.gender == gender:
            return one
        first = one if first is None else first
    return first
