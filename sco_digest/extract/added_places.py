"""A language and the places that a site adds come in; the language that knows them as well goes out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.language import CountryNames

if TYPE_CHECKING:
    from sco_digest.language import Language
    from sco_digest.model import AddedPlace

NONE = CountryNames(names=(), people=(), cities=())


@lru_cache(maxsize=8)  # one object each, since rules keep the tables that they make of a language
def with_places(language: Language, added: tuple[AddedPlace, ...]) -> Language:
    """The language with these places before its own: where a name is of both, the site's is meant."""
    if not added:
        return language
    known = language.places.countries
    countries = {place.code: _joined(place, known.get(place.code, NONE)) for place in added}
    countries |= {code: names for code, names in known.items() if code not in countries}
    return replace(language, places=replace(language.places, countries=countries))


def _joined(place: AddedPlace, known: CountryNames) -> CountryNames:
    """The names of a place and those that the language has for it."""
    return CountryNames(
        names=(place.name, *place.spellings, *known.names),
        people=(*place.people, *known.people),
        cities=(*place.cities, *known.cities),
    )
