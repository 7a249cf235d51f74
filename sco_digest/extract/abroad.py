"""Someone with a role in, whether it is of a body or firm whose people may be of any country out: "ADB director"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.roles import is_country
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

LONGEST: Final = 6
"""Tokens of the name of a body before a possessive, at most."""
FEW: Final = 20
"""Places of a word that are looked through for one without a capital."""
OF: Final = frozenset({"of", "at", "from"})


def is_international(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether tokens `first` to `last` of a role, or who owns it, are a body of several states: "the IMF’s chief"."""
    names = language.organisations.known_bodies
    start = first
    if first > 1 and tokens.words[first - 1] in POSSESSIVES:
        start = first - 2
        while start > 0 and first - start < LONGEST and tokens.words[start - 1][0].isupper():
            start -= 1
    own = tokens.lower[start:last]
    words = f" {' '.join(own)} "
    return any(f" {body} " in words for body in language.people.homes.bodies) or any(
        word in names and tokens.words[start + k].isupper() for k, word in enumerate(own)
    )


def is_of_another(tokens: Tokens, who: Someone, language: Language) -> bool:
    """Whether someone is of a firm or school that the text does not place: "Ostrel Director General Anna Weiss"."""
    people, mention = language.people, who.mentions[0]
    public = people.homes.public | people.homes.local
    first = mention.start
    if who.role_noun in people.callings["learned"]:
        behind = mention.last + 1 + (tokens.lower[mention.last + 1 : mention.last + 2] == ["the"])
        return tokens.lower[mention.last : mention.last + 1] != [] and (
            tokens.lower[mention.last] in OF and _is_unknown(tokens, behind, language)
        )
    heads = who.role_words & (people.role_groups["chief"] | people.homes.business)
    held = who.role_noun not in people.homes.offices and first < mention.first and who.role_words.isdisjoint(public)
    return bool(heads) and held and _is_unknown(tokens, first, language)


def _is_unknown(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether token `i` is a word with a capital that is no word of the language."""
    if i >= len(tokens) or not tokens.words[i].istitle():
        return False
    lower, people = tokens.lower[i], language.people
    known = lower in people.not_names.words or lower in people.roles or lower in people.role_modifiers
    small = any(tokens.words[k] == lower for k in tokens.places.get(lower, ())[:FEW])  # the zone, of a Zone director
    return not (known or small) and lower not in people.courtesy and not is_country(tokens, i, language)
