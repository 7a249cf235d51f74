"""Tokens in, the nouns out that stand for a person by their country: "the Norwegian", "the Dutchwoman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.places import country_names

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Places

COLLECTIVE = ("sh", "ch", "ese", "s")
"""Endings of words that stand for a whole people or its government: the French, the Chinese, the Danes."""
GENDERS = {"woman": "f", "man": "m"}


def country_of(tokens: Tokens, i: int, places: Places) -> str | None:
    """The country of the one person that token `i` can stand for behind "the"."""
    word = tokens.words[i]
    if not word[0].isupper() or word.endswith(COLLECTIVE):
        return None
    found = country_names(tokens, i, i + 1, places)
    return found[0].country if found and found[0].kind == "people" and found[0].last == i + 1 else None


def by_country(tokens: Tokens, i: int, country: str, people: list[Someone], latest: Someone | None) -> Someone | None:
    """Who is meant: the only one of that country, else the `latest` or the only one, where no country was told."""
    gender = next((gender for end, gender in GENDERS.items() if tokens.lower[i].endswith(end)), "")
    fitting = [one for one in people if one.country == country and (not gender or one.gender in ("", gender))]
    unknown = people if len(people) == 1 else [latest] if latest else []
    found = fitting or [one for one in unknown if one.country is None and one.name]
    if len(found) != 1:
        return None
    found[0].country = country
    found[0].gender = found[0].gender or gender
    return found[0]
