"""A word with a capital in, whether it is a title before a name or the beginning of the name out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

PARTS: Final = 3
FEW: Final = 20
"""Places of a word that are looked through for what stands beside it there."""
DETECTIVES: Final = frozenset({"det", "detective"})
MARKS: Final = frozenset({"’s", "'s", "’", "'", "the", "a", "an", "crown"})
"""Words behind which a title is no given name: "the Emir", "Japan’s Prince"."""


def titles_begin(tokens: Tokens, last: int, floor: int, people: People) -> int:
    """Where short titles before token `last` begin: "Sen. Anna Weiss", "Lt. Gen. Ivan Petrov", "Mullah Omar"."""
    first = last
    while first > floor:
        dotted = tokens.words[first - 1] == "."
        title = first - 1 - dotted
        known = people.names.titles if dotted else people.names.unpointed
        if title < floor or tokens.lower[title] not in known or not tokens.words[title][0].isupper():
            break
        hour = title > floor and tokens.words[title - 1][0].isdigit()  # "at 5 PM Anna Weiss"
        if not dotted and (hour or not _of_police(tokens, title, people)):
            break
        first = title
    return first


def is_short_title(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a short title without a point stands at token `i`: "Sgt Tom Reed", and not "Canon" alone."""
    lower = tokens.lower[i]
    if lower not in people.names.unpointed or not tokens.words[i + 1 : i + 2] or not tokens.words[i + 1].istitle():
        return False
    if not _of_police(tokens, i, people):
        return False
    return lower not in people.names.styles or leads_name(tokens, i, people) or leads_elsewhere(tokens, i)


def _of_police(tokens: Tokens, i: int, people: People) -> bool:
    """Whether "Det" and "Con", which are other words too, stand together or with another rank; true of all others."""
    if tokens.lower[i] == "con":
        return i > 0 and tokens.lower[i - 1] in DETECTIVES
    return tokens.lower[i] != "det" or not people.names.unpointed.isdisjoint(tokens.lower[i + 1 : i + 2])


def is_address(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a form of address stands at token `i`: "Dr", and "Haji" where a whole name follows."""
    lower = tokens.lower[i]
    if lower not in people.courtesy:
        return False
    return lower not in people.names.styles or leads_name(tokens, i, people) or leads_elsewhere(tokens, i)


def leads_elsewhere(tokens: Tokens, i: int) -> bool:
    """Whether the title at token `i` stands elsewhere before a whole name with the same surname: "Canon Luis Orme"."""
    surname = tokens.lower[i + 1 : i + 2]
    others = tokens.places.get(tokens.lower[i], ())[:FEW] if surname else ()
    return any(
        k != i
        and tokens.words[k][0].isupper()
        and surname[0] in tokens.lower[k + 2 : k + 2 + PARTS]
        and all(word[0].isupper() for word in tokens.words[k + 1 : tokens.lower.index(surname[0], k + 2)])
        for k in others
        if tokens.lower[k + 1 : k + 2] != surname
    )


def leads_name(tokens: Tokens, i: int, people: People) -> bool:
    """Whether two words of a name follow a title, and none of one stands before it: "Lama Tenzin Dorje"."""
    behind = tokens.words[i + 1 : i + 3]
    first = tokens.sentences[tokens.sentence_of[i]][0]
    whole = len(behind) > 1 and behind[0].istitle() and (behind[1][0].isupper() or behind[1] in people.names.particles)
    if not whole or i == first or not tokens.words[i - 1][0].isupper():
        return whole
    before = tokens.lower[i - 1]
    office = before in people.roles or before in people.role_modifiers or before in people.courtesy
    return office or before in people.not_names.words


def is_compound(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a word in parts for someone begins at token `i`: "Father-of-two Mark Hill", "Great-aunt Ann Orme"."""
    parts = tokens.lower[i + 1 : i + 4]
    if parts[:1] != ["-"] or len(parts) < PARTS or not tokens.words[i + 2].islower():
        return False  # "Anna Smith-Baker"
    kin = tokens.lower[i] in people.parents and parts == ["-", "of", "-"]
    last = parts[1] in people.humans or parts[1] in people.roles or parts[1] in people.trades
    return kin or last or (tokens.lower[i], parts[1]) == ("passer", "by")


def is_forename(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a title at token `i` is a given name: "Dean Smith", where nothing in the text tells of a dean.

    A title of kings stands before a given name, as in "Prince William", and a surname alone follows a given name.
    """
    lower, words = tokens.lower[i], tokens.words
    if lower not in people.names.forenames or not words[i + 1 : i + 2] or not words[i + 1].istitle():
        return False
    before = tokens.lower[i - 1] if i > 0 else ""
    if (before in people.roles or before in people.trades) and before not in people.role_modifiers:
        return True  # "Coach Dean Smith"
    alone = tokens.lower[i + 1] not in people.given and not _name_goes_on(tokens, i + 2, people)
    if not alone or before in MARKS or _tells_of(tokens, lower, people):
        return False
    return not leads_elsewhere(tokens, i) and _is_alone(tokens, i)


def _is_alone(tokens: Tokens, i: int) -> bool:
    """Whether the surname behind token `i` stands elsewhere without what may be its title: "Orme said"."""
    places = tokens.places.get(tokens.lower[i + 1], ())[:FEW]
    return any(k > 0 and not tokens.words[k - 1][0].isupper() for k in places if k != i + 1)


def _name_goes_on(tokens: Tokens, i: int, people: People) -> bool:
    """Whether another word of a name stands at token `i`."""
    return i < len(tokens) and (tokens.words[i][0].isupper() or tokens.lower[i] in people.names.particles)


@lru_cache(maxsize=4)  # asked at each mention
def _tells_of(tokens: Tokens, title: str, people: People) -> bool:
    """Whether a text uses a word as a title: in lower case, behind "the", before "of"; or tells of a land with one."""
    if title != "dean" and any(word in tokens.places for word in people.monarchies):
        return True
    return any(
        tokens.words[i].islower() or (i > 0 and tokens.lower[i - 1] == "the") or tokens.lower[i + 1 : i + 2] == ["of"]
        for i in tokens.places.get(title, ())
    )


def courtesy_before(tokens: Tokens, first: int, people: People) -> str | None:
    """The gender that a form of address before the name tells ("" where it tells none), or None without one."""
    i = first - 1
    if i > 0 and tokens.words[i] == ".":
        i -= 1
    return people.courtesy.get(tokens.lower[i]) if i >= 0 else None
