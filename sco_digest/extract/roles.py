"""A noun for what someone is in, the role around it out: where it begins, and what it is of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sco_digest.extract.capitals import (
    PROFESSIONS,
    heads_name,
    is_body,
    is_branch,
    is_portfolio,
)
from sco_digest.extract.titles import is_address, is_forename
from sco_digest.extract.tokens import ARTICLES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Places

MAX_ROLE: Final = 24
BEFORE_ROLE: Final = 7
GOES_ON: Final = frozenset({"of", "for", "to", "at", "in", "on"})
CLAUSES: Final = frozenset({"who", "which", "that", "where", "when", "while", "whose"})
BEYOND_ROLE: Final = frozenset({"by", "with"})
HYPHENS: Final = frozenset("-–")
STOPS: Final = frozenset(',.;:!?()«»“”"—')


class Role(NamedTuple):
    """Tokens `first` to `last` (not included) of a role; its role noun is token `noun`."""

    first: int
    last: int
    noun: int


def leads_to(tokens: Tokens, noun: int, last: int, language: Language) -> bool:
    """Whether a role noun rules all that follows up to token `last`: "head of the border guard"."""
    for i in range(noun + 1, last):
        lower = tokens.lower[i]
        other = lower in language.grammar.prepositions and lower not in GOES_ON
        another = lower in ARTICLES and tokens.lower[i - 1] not in GOES_ON
        if other or another or lower in ("and", "or") or stops_role(tokens, i, language):
            return False
    return True


def plain(tokens: Tokens, first: int, last: int) -> str:
    """The characters of a phrase on one line."""
    return " ".join(tokens.surface(first, last).split())


def is_role(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether token `i` is a noun that says what a person is."""
    lower, people = tokens.lower[i], language.people
    if lower in people.names.forenames and is_forename(tokens, i, people):
        return False
    if lower in people.roles or (lower in people.trades and (tokens.words[i] == lower or heads_name(tokens, i))):
        return True
    return len(lower) > 7 and lower.endswith(PROFESSIONS)


def over_courtesy(tokens: Tokens, i: int, floor: int, language: Language) -> int:
    """The index before which no form of address stands any more."""
    while i > floor:
        dotted = tokens.words[i - 1] == "." and i - 2 >= floor
        word = i - 2 if dotted else i - 1
        if not is_address(tokens, word, language.people) or is_role(tokens, word, language):
            break
        i = word - (tokens.lower[word] == "excellency" and word > floor and tokens.lower[word - 1] in ("his", "her"))
    return i


def role_start(tokens: Tokens, noun: int, floor: int, language: Language) -> int:
    """First token of the role whose noun is given: its modifiers, hyphens and capitalised words before it."""
    i = noun
    while i > floor and noun - i < BEFORE_ROLE + 1:
        word, lower = tokens.words[i - 1], tokens.lower[i - 1]
        modifier = lower in language.people.role_modifiers or is_role(tokens, i - 1, language)
        joined = word in HYPHENS and tokens.glued(i) and tokens.glued(i - 1)
        both = (
            lower in ("and", "&")
            and i - 2 >= floor
            and is_portfolio(tokens, i - 2, language)
            and tokens.words[i][0].isupper()
        )
        proper = word[0].isupper() and lower not in _FUNCTION
        if proper and is_country(tokens, i - 1, language):
            proper = is_body(tokens.lower[i], language) or is_branch(tokens, i - 1, language)
            proper = proper or _qualified(tokens, i - 1, floor, language)
        elif proper and i - 1 == floor:
            other = lower in language.people.not_names.others and not (word.isupper() and len(word) > 2)  # "Both"; WHO
            proper = lower not in language.speech.say and not other
        possessor = i - 2 >= floor and _owns_body(tokens, i - 1, language)
        branch = lower == "country" and i - 1 > floor and (tokens.words[i - 2][0].isupper() or _owned(tokens, i - 1))
        if not (modifier or joined or proper or both or possessor or branch or _is_then(tokens, i - 1)):
            break
        i -= 2 if possessor else 1
    return i


def _owned(tokens: Tokens, i: int) -> bool:
    """Whether a possessive stands before token `i`: "the bank’s country director"."""
    return tokens.words[i - 1] in POSSESSIVES


def _qualified(tokens: Tokens, country: int, floor: int, language: Language) -> bool:
    """Whether a word before a country says that an office is a past or a lower one: "former German chancellor"."""
    before = country - 1 - (country > floor and tokens.words[country - 1] in HYPHENS)
    known = before >= floor and (tokens.lower[before] in language.people.qualifiers or _is_then(tokens, before))
    return known and before + 1 >= country - 1


def _is_then(tokens: Tokens, i: int) -> bool:
    """Whether a "then" belongs to an office: "then-Finance Minister", "the then minister"."""
    joined = tokens.words[i + 1] in HYPHENS and tokens.glued(i + 1)
    return tokens.lower[i] == "then" and (joined or (i > 0 and tokens.lower[i - 1] == "the"))


def _owns_body(tokens: Tokens, mark: int, language: Language) -> bool:
    """Whether a possessive is inside the name of a body: "People’s Council Chairman"."""
    owner = tokens.words[mark - 1][0].isupper() and tokens.lower[mark - 1] in language.organisations.owners
    behind = tokens.words[mark + 1][0].isupper() and tokens.lower[mark + 1] in language.organisations.bodies
    return tokens.words[mark] in POSSESSIVES and owner and behind


def outer_noun(tokens: Tokens, last: int, floor: int, language: Language) -> int | None:
    """The outermost role noun from which "of" leads up to token `last`.

    A verb or a mark ends the way back, and so does an "and" before a role that was found: another person's role.
    """
    found, listed = None, False
    for i in range(last, max(floor, last - MAX_ROLE) - 1, -1):
        lower = tokens.lower[i]
        if lower in ("and", "&"):
            if found is not None:
                break
            listed = True
        elif tokens.words[i] == "," and listed and tokens.words[i + 1][0].isupper() and i > floor:
            continue  # "Minister of Investment, Industry and Trade"
        elif stops_role(tokens, i, language) or lower in BEYOND_ROLE:
            break
        if is_role(tokens, i, language) and i < last and tokens.lower[i + 1] in GOES_ON:
            found = i
    return found


def stops_role(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a role cannot go over token `i`; a capitalised word ("United States") is no verb."""
    word, lower, speech = tokens.words[i], tokens.lower[i], language.speech
    listed = lower in speech.say or lower in speech.remark or lower in speech.be or lower in language.grammar.verbs
    verb = word == lower and (listed or (len(lower) > 4 and lower.endswith("ed") and lower != "united"))
    return word in STOPS or verb or lower in CLAUSES


def is_country(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a word is an adjective of a country or a country itself: it belongs to the person, not to the role."""
    return tokens.words[i] in _country_words(language.places)


@cache
def _country_words(places: Places) -> frozenset[str]:
    return frozenset(word for entry in places.countries.values() for word in (*entry.names, *entry.people))


_FUNCTION = frozenset({"the", "a", "an", "in", "on", "at", "for", "from", "by", "with", "and", "but", "as", "of", "to"})
_FUNCTION |= {"after", "earlier", "meanwhile", "according", "his", "her", "its", "their"}
