"""The subject of a figure and its place come in; what is the same in every wording of it goes out.

"Kyrgyzstan's exports", "the exports of Kyrgyzstan" and "Kyrgyz exports" are one; "exports of grain" is another.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.language import LANGUAGES, load_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_digest.language import Language, SeriesWords
    from sco_digest.model import AddedPlace, ArticleRecord, Place, Span, Statistic

WORD = re.compile(r"\w+(?:[.&/’'-]\w+)*")
OWNER = re.compile(r"['’]s?$")
OWNS = r"['’]s?\s+"


class Subject(Struct, frozen=True, gc=False):
    """A subject as every wording of it has it."""

    name: str
    """As it stands, without an article before it."""
    words: str
    head: str
    """Its noun, in the singular."""
    grows: bool
    """Whether that noun, left out of the words, says that its figure is a growth."""
    country: str
    """Code of its place; empty where it is of a pair of places, or names what it is of."""
    city: str
    placed: bool
    """Whether its own words name the place."""


class Gazetteer(Struct, frozen=True, dict=True):
    """The names that a language has for places."""

    language: Language
    added: tuple[AddedPlace, ...] = ()
    """Those of the site."""

    @cached_property
    def cities(self) -> frozenset[tuple[str, str]]:
        """Codes of countries, each with a city."""
        known = ((code, names.cities) for code, names in self.language.places.countries.items())
        added = ((place.code, place.cities) for place in self.added)
        return frozenset((code, city.casefold()) for code, cities in (*known, *added) for city in cities)

    @cached_property
    def people(self) -> dict[str, str]:
        """Words for what is of a country, to its code."""
        known = ((code, names.people) for code, names in self.language.places.countries.items())
        added = ((place.code, place.people) for place in self.added)
        return {word: code for code, people in (*known, *added) for word in people}


@cache
def gazetteer(lang: str, added: tuple[AddedPlace, ...]) -> Gazetteer | None:
    """That of a language with the places of the site, None for a language whose words are not known."""
    return Gazetteer(load_language(lang), added) if lang in LANGUAGES else None


class Subjects:
    """Reads the subjects of one record."""

    def __init__(self, record: ArticleRecord, gazetteer: Gazetteer) -> None:
        self.record = record
        self.words: SeriesWords = gazetteer.language.series
        self.gazetteer = gazetteer
        self.codes = {place.name.casefold(): place.country for place in record.places}

    def read(self, figure: Statistic) -> Subject | None:
        """The subject of a figure; None where it does not say for itself, or with its place, what is measured."""
        if figure.subject is None:
            return None
        text = " ".join(figure.subject.text.split())
        place = figure.place or self._owner(figure.subject.span)
        bare = self._without_place(text, place)
        country, city = self._of(place) if place else ("", "")
        words, country = self._without_people(_words(bare), country)
        if not words or self._is_unclear(words):
            return None
        if pair := self._pair(words, country if not city else ""):
            return Subject(self._name(text), *pair, grows=False, country="", city="", placed=True)
        names = self._names(words, sentence_start=figure.subject.span.start == figure.sentence.start and bare == text)
        plain, head = self._plain(words)
        if not (country or names) or not self._measures(plain, head, names=names):
            return None
        grows = head in self.words.growths
        plain = self._what_grows(plain, head) if grows else plain
        named = place is not None and place.name.casefold() in text.casefold()
        placed = named or len(words) < len(_words(bare))
        return Subject(self._name(text), " ".join(plain), head, grows, country, city, placed) if plain else None

    # ---- where ----

    def _of(self, place: Place) -> tuple[str, str]:
        """Its country, and its name where it is a city."""
        name = place.name.casefold()
        return place.country, name if (place.country, name) in self.gazetteer.cities else ""

    def _owner(self, subject: Span) -> Place | None:
        """The place that opens a subject as its owner: "Kyrgyzstan's exports"."""
        text = self.record.text
        opening = (
            place for place in self.record.places if subject.start <= place.span.start and place.span.end <= subject.end
        )
        place = next(opening, None)
        if place is None or not re.match(OWNS, text[place.span.end : subject.end]):
            return None
        ahead = text[subject.start : place.span.start].lower().split()
        return place if all(word in self.words.determiners for word in ahead) else None

    def _without_place(self, text: str, place: Place | None) -> str:
        """A subject without the place that it is of, at its beginning or its end: what is left says what it is."""
        if place is None:
            return text
        name = rf"(?:(?:{'|'.join(sorted(self.words.determiners))})\s+)?{re.escape(place.name)}"
        owning = "|".join(sorted(self.words.owning))
        return re.sub(rf"^{name}{OWNS}|\s(?:{owning})\s+{name}$", "", text, flags=re.IGNORECASE)

    def _without_people(self, words: list[str], country: str) -> tuple[list[str], str]:
        """The same without a word for what is of a country at its beginning: "Kyrgyz exports"."""
        rest = words[1:] if words and words[0].lower() in self.words.determiners else words
        code = self.gazetteer.people.get(rest[0], "") if rest else ""
        return (rest[1:], code) if code and country in {"", code} else (words, country)

    def _pair(self, words: Sequence[str], country: str) -> tuple[str, str] | None:
        """The same words for what two countries share, whichever of them is named first."""
        if self._first(words, (*self.words.with_, self.words.pair[0])) == len(words):
            return None
        if country and (other := self._other_side(words)) and other != country:
            ahead, sides = words[: self._first(words, self.words.with_)], {country, other}
        else:
            ahead, sides = self._between(words)
        plain, head = self._plain([word for word in ahead if word.lower() not in self.words.mutual])
        if len(sides) != 2 or head not in self.words.shared:
            return None
        return f"{' '.join(plain)} {self.words.pair[0]} {' '.join(sorted(sides))}", head

    def _other_side(self, words: Sequence[str]) -> str:
        """The country with which a subject is shared, if nothing else is."""
        at = self._first(words, self.words.with_)
        name = " ".join(words[at + 1 :]).casefold()
        return self._country(name) if at < len(words) else ""

    def _between(self, words: Sequence[str]) -> tuple[Sequence[str], set[str]]:
        at, joint = self._first(words, self.words.pair[:1]), self._first(words, self.words.pair[1:])
        names = (" ".join(part).casefold() for part in (words[at + 1 : joint], words[joint + 1 :]))
        return words[:at], {code for name in names if (code := self._country(name))}

    def _country(self, name: str) -> str:
        code = self.codes.get(name, "")
        return "" if (code, name) in self.gazetteer.cities else code

    @staticmethod
    def _first(words: Sequence[str], wanted: Sequence[str]) -> int:
        return next((i for i, word in enumerate(words) if word.lower() in wanted), len(words))

    # ---- what ----

    def _is_unclear(self, words: Sequence[str]) -> bool:
        """Whether only the text that it stands in can say which one is meant: "its exports", "the plant's exports"."""
        owners = [word for word in words if OWNER.search(word) and not word[0].isupper()]
        return bool(owners) or any(word.lower() in self.words.pointing for word in words)

    def _names(self, words: Sequence[str], *, sentence_start: bool) -> bool:
        """Whether it has a name of its own, and not only the capital that opens a sentence."""
        return any(
            word[0].isupper() and word.lower() not in self.words.determiners | self.words.measures
            for word in (words[1:] if sentence_start else words)
        )

    def _name(self, text: str) -> str:
        first, _, rest = text.partition(" ")
        return rest if rest and first.lower() in self.words.determiners else text

    def _plain(self, words: Sequence[str]) -> tuple[list[str], str]:
        """The words in lower case without determiners, their head in the singular, and the head itself."""
        plain = [word.lower().replace("’", "'") for word in words if word.lower() not in self.words.determiners]
        at = next((i for i, word in enumerate(plain) if word in self.words.prepositions), len(plain)) - 1
        if at < 0:
            return plain, ""
        plain[at] = self._singular(plain[at])
        return plain, plain[at]

    def _what_grows(self, plain: Sequence[str], head: str) -> list[str]:
        """The words without that of growth: "GDP growth", "growth of GDP"."""
        at = plain.index(head)
        following = plain[at + 1 : at + 2]
        return [*plain[:at], *plain[at + (2 if following and following[0] in self.words.owning else 1) :]]

    def _singular(self, word: str) -> str:
        for ending, singular in self.words.plurals:
            if word.endswith(ending):
                return word.removesuffix(ending) + singular
        return word

    def _measures(self, plain: Sequence[str], head: str, *, names: bool) -> bool:
        """Whether it is measured again and again; a name may be that of anything."""
        known = head in self.words.measures and (len(plain) > 1 or head not in self.words.vague)
        return bool(head) and (known or names)


def _words(text: str) -> list[str]:
    """The words of a subject, an owner with its ending."""
    return re.findall(rf"{WORD.pattern}(?:['’](?!\w))?", text)
