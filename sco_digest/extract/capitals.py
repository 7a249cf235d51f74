"""Words with a capital in, whether they stand before or in a name out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People, Places

PROFESSIONS = ("ologist", "icist", "ographer", "onomer", "onomist", "ematician")
"""Endings of English words that name a profession."""
LONGEST_NAME: Final = 8
OF_STATE: Final = frozenset(
    {"commissioner", "ombudsman", "ombudswoman", "ombudsperson", "minister", "envoy", "ambassador"}
)
"""Offices of a state with words before them that are those of groups of activists too."""
ABBREVIATION: Final = range(3, 6)
"""Letters of the name of a firm or body that is told by them alone."""
KOREAN = ("un", "park")
"""Parts of Korean names that are other words too."""


def heads_name(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised token opens a sentence before two more, which are then the name: "Miner Ivan Petrov"."""
    first, last = tokens.sentences[tokens.sentence_of[i]]
    return i == first and i + 2 < last and tokens.words[i + 1].istitle() and tokens.words[i + 2].istitle()


def heads_phrase(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised token opens a sentence before another: "Rival Skyra", "OSK - Retailer Skyra"."""
    first, last = tokens.sentences[tokens.sentence_of[i]]
    opens = i == first or (tokens.words[i - 1] in DASHES and not tokens.glued(i - 1))
    return opens and i + 1 < last and tokens.words[i + 1].istitle()


def ends_in_comma(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a name from token `i` on ends in a comma: "a spokesman for the army, General Ivan Petrov, said"."""
    words, particles = tokens.words, people.names.particles
    parts = (
        k
        for k in range(i, min(i + LONGEST_NAME, len(tokens)))
        if not (words[k][0].isupper() or words[k] in "-." or tokens.lower[k] in particles)
    )
    end = next(parts, i)
    return end > i and words[end] == ","


def ends_in_name(tokens: Tokens, last: int, people: People) -> bool:
    """Whether what a role before token `last` is of goes on with a name: "of Oskaria Anna Lorn", not "of Oskaria"."""
    first = last
    while first > 0 and tokens.words[first - 1].istitle() and tokens.lower[first - 1] not in people.not_names.words:
        first -= 1
    given = last - first > 1 and tokens.lower[last - 2] in people.given
    return tokens.lower[first - 1] == "of" and (given or last - first > 2)


def korean(tokens: Tokens, i: int) -> bool:
    """Whether a word that is also another is part of a Korean name: "Park Ji-hoon", "Kim Jong Un"."""
    if tokens.words[i] == "Un":
        return i > 1 and tokens.words[i - 1].istitle() and tokens.words[i - 2].istitle()
    given = tokens.words[i + 2 : i + 3] == ["-"] and tokens.glued(i + 2) and tokens.glued(i + 3)
    if not given or tokens.words[i] != "Park" or not tokens.words[i + 1].istitle():
        return False
    ends = not tokens.words[i + 4 : i + 5] or not tokens.words[i + 4][0].isupper()
    return tokens.words[i + 3].islower() or (tokens.words[i + 3].istitle() and ends)


def is_body(word: str, language: Language) -> bool:
    """Whether a country before a word is part of a body’s name: "Oskaria Railways chairman", not "Foreign Minister"."""
    return word in language.people.not_names.organisations and word not in language.people.role_modifiers


def is_branch(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether the country at token `i` belongs to the name of a firm or group: "Ostrel UK head", "UNDP Kyrgyzstan".

    A people does not: "In an interview with CNN Kazakh President ...".
    """
    if tokens.words[i + 1 : i + 3] == ["Human", "Rights"] and OF_STATE.isdisjoint(tokens.lower[i + 3 : i + 4]):
        return True  # "Ormaria Human Rights director"
    if tokens.words[i] in _peoples(language.places):
        return False
    organisations, before = language.organisations, tokens.words[i - 1] if i else ""
    short = before.isupper() and before.isalpha() and len(before) in ABBREVIATION
    return short or before.lower() in organisations.known or before.lower() in organisations.known_bodies


@cache
def _peoples(places: Places) -> frozenset[str]:
    return frozenset(word for entry in places.countries.values() for word in entry.people)


def is_field(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a role noun is what another is of: "Minister of Justice"."""
    field = tokens.words[i][0].isupper() and tokens.lower[i] in language.people.not_names.organisations
    return field and tokens.lower[i - 1] in ("of", "for", "and", "&")


def is_portfolio(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether token `i` can be one half of a double portfolio: "Labour and Social Affairs Minister"."""
    people = language.people
    return tokens.words[i][0].isupper() and (
        tokens.lower[i] in people.role_modifiers or tokens.lower[i] in people.not_names.words
    )


def after_adverbial(tokens: Tokens, i: int, first: int) -> bool:
    """Whether a comma ends what stands before token `i` in its sentence: "At a forum on the same day, Minister ..."."""
    while i > first and tokens.words[i - 1] != "," and tokens.words[i - 1][0].isupper():
        i -= 1
    return i > first + 1 and tokens.words[i - 1] == ","
