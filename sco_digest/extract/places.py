"""Tokens in, the countries, peoples and cities named in them out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from sco_digest.extract.shared_names import country_meant
from sco_digest.extract.tokens import TOKEN
from sco_digest.model import Place

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People, Places

PlaceKind = Literal["country", "people", "city"]


class Named:
    """A name from the gazetteer: tokens `first` to `last` (not included), its country and what kind of name it is."""

    def __init__(self, first: int, last: int, country: str, kind: PlaceKind) -> None:
        self.first: Final = first
        self.last: Final = last
        self.country: Final = country
        self.kind: Final = kind


def find_places(tokens: Tokens, places: Places) -> list[Named]:
    """Every name of the gazetteer, the longest first where several begin at one word, in the order of the text.

    A word counts only with a capital, and a name that is written in capitals ("US") only so.
    """
    index = _gazetteer(places)
    found: list[Named] = []
    done = 0
    for i in tokens.capitals:
        if i >= done and (named := _at(tokens, i, index)):
            done = named.last
            country = country_meant(tokens, i, done, named.country, places)
            if country == named.country:
                found.append(named)
            elif country:
                found.append(Named(i, done, country, named.kind))
    return found


def country_names(tokens: Tokens, first: int, last: int, places: Places) -> list[Named]:
    """The names of the gazetteer among tokens `first` to `last`."""
    index = _gazetteer(places)
    found = [_at(tokens, i, index) for i in range(first, last) if tokens.words[i][0].isupper()]
    told = [(name, country_meant(tokens, name.first, name.last, name.country, places)) for name in found if name]
    return [Named(name.first, name.last, country, name.kind) for name, country in told if country]


def without_organisations(tokens: Tokens, named: list[Named], people: People) -> list[Named]:
    """The names that do not begin the name of an organisation or a thing: no "Shanghai" in "Shanghai Cooperation"."""
    return [name for name in named if not _begins_name(tokens, name.last, people) and not _is_money(tokens, name.last)]


def as_places(tokens: Tokens, named: list[Named]) -> tuple[Place, ...]:
    """The places of a record: countries and cities; a people is no place."""
    return tuple(
        Place(country=name.country, name=tokens.surface(name.first, name.last), span=tokens.span(name.first, name.last))
        for name in named
        if name.kind != "people"
    )


_Entry = tuple[tuple[str, ...], str, PlaceKind]


@cache
def _gazetteer(places: Places) -> dict[str, list[_Entry]]:
    """First word, lower case → names that begin with it, longest first."""
    index: dict[str, list[_Entry]] = {}
    for country, names in places.countries.items():
        for kind, words in (("country", names.names), ("people", names.people), ("city", names.cities)):
            for name in words:
                parts = tuple(TOKEN.findall(name))
                index.setdefault(parts[0].lower(), []).append((parts, country, kind))  # type: ignore[arg-type]
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _at(tokens: Tokens, i: int, index: dict[str, list[_Entry]]) -> Named | None:
    for parts, country, kind in index.get(tokens.lower[i], ()):
        last = i + len(parts)
        words = tokens.words[i:last]
        if len(words) == len(parts) and all(map(_same, words, parts)):
            return Named(i, last, country, kind)
    return None


def _begins_name(tokens: Tokens, following: int, people: People) -> bool:
    """Whether a capitalised word of an organisation follows a name directly."""
    if following >= len(tokens) or not tokens.words[following][0].isupper() or tokens.glued(following):
        return False
    return tokens.lower[following] in people.not_names.organisations and not tokens.words[following].isupper()


def _is_money(tokens: Tokens, following: int) -> bool:
    """Whether a currency follows: "US$", "U.S. dollars"."""
    return following < len(tokens) and (tokens.words[following] == "$" or tokens.lower[following].startswith("dollar"))


def _same(word: str, part: str) -> bool:
    """Equal, or equal in capitals ("PAKISTAN"); an apostrophe may be of either shape."""
    word = word.replace("’", "'")
    return word == part or (word == part.upper() and len(part) > 3)
