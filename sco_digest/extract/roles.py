"""A name in, the role that the text gives it before it out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sco_digest.extract.capitals import (
    PROFESSIONS,
    ends_in_comma,
    heads_name,
    is_body,
    is_branch,
    is_field,
    is_portfolio,
)
from sco_digest.extract.titles import is_address, is_forename, titles_begin
from sco_digest.extract.tokens import ARTICLES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Places

MAX_ROLE: Final = 24
BEFORE_ROLE: Final = 7
GOES_ON: Final = frozenset({"of", "for", "to", "at", "in", "on"})
DEFINITE: Final = frozenset({"the", ",", "its", "his", "her", "their", "’s", "'s", "’", "'"})
CLAUSES: Final = frozenset({"who", "which", "that", "where", "when", "while", "whose"})
BEYOND_ROLE: Final = frozenset({"by", "with"})
COLLECTIVES: Final = frozenset({"guard"})
"""Nouns for someone that are also those for all of them: "head of the border guard"."""
HYPHENS: Final = frozenset("-–")
STOPS: Final = frozenset(',.;:!?()«»“”"—')


class Role(NamedTuple):
    """Tokens `first` to `last` (not included) of a role; its role noun is token `noun`."""

    first: int
    last: int
    noun: int


def role_before(tokens: Tokens, name: int, language: Language) -> Role | None:
    """The role that stands before a name that begins at token `name`.

    It ends right before the name ("Prime Minister Margaret …"), or goes on with "of" up to it ("Chairman of the Cabinet
    of Ministers of Kyrgyzstan Adylbek …").
    """
    floor = tokens.sentences[tokens.sentence_of[name]][0]
    last = over_courtesy(tokens, name, floor, language)
    short = titles_begin(tokens, last, floor, language.people)
    if short < last:
        title = Role(short, last, last - 1 - (tokens.words[last - 1] == "."))
        return _beside_rank(tokens, short, floor, language) or title
    if last > floor and tokens.words[last - 1] == ",":
        return _before_comma(tokens, last - 1, floor, language)
    if last <= floor:
        return None
    guards = tokens.lower[last - 1] in COLLECTIVES and outer_noun(tokens, last - 1, floor, language) is not None
    if is_role(tokens, last - 1, language) and not (guards or is_field(tokens, last - 1, language)):
        role = Role(role_start(tokens, last - 1, floor, language), last, last - 1)
        rank = (
            tokens.lower[role.noun] in language.people.ranks
            and role.first > floor
            and tokens.words[role.first - 1] == ","
        )
        if rank:
            return _before_comma(tokens, role.first - 1, floor, language) or role
        return _with_rank(tokens, role, floor, language) or role
    word = tokens.words[last - 1]
    body = word in language.organisations.bodies or word in language.organisations.companies
    whole = body and name + 1 < len(tokens) and tokens.words[name + 1].istitle()  # "head of the company Anna Weiss"
    noun = outer_noun(tokens, last - 1, floor, language) if word[0].isupper() or whole or guards else None
    return Role(role_start(tokens, noun, floor, language), last, noun) if noun is not None else None


def _beside_rank(tokens: Tokens, rank: int, floor: int, language: Language) -> Role | None:
    """The office before an abbreviated rank: "commission chairman Col. Petrov", "the army chief, Gen. Khan"."""
    if rank <= floor:
        return None
    if tokens.words[rank - 1] == ",":
        return _before_comma(tokens, rank - 1, floor, language)
    noun = rank - 1 if is_role(tokens, rank - 1, language) else None
    if noun is None and tokens.words[rank - 1][0].isupper():
        noun = outer_noun(tokens, rank - 1, floor, language)  # "Secretary of State Cardinal Weiss"
    return Role(role_start(tokens, noun, floor, language), rank, noun) if noun is not None else None


def _with_rank(tokens: Tokens, role: Role, floor: int, language: Language) -> Role | None:
    """The office whose "of" leads up to a rank: "Chief of the General Staff General Ivan Petrov"."""
    first = role.noun - (role.noun > floor and tokens.lower[role.noun - 1] in language.people.ranks)  # Major General
    outer = tokens.lower[role.noun] in language.people.ranks and tokens.lower[role.first - 1] in ("of", "the", "for")
    noun = outer_noun(tokens, first - 1, floor, language) if outer and role.first > floor and first > floor else None
    return Role(role_start(tokens, noun, floor, language), first, noun) if noun is not None else None


def _before_comma(tokens: Tokens, comma: int, floor: int, language: Language) -> Role | None:
    """The role before a name in apposition: "Malaysia's Prime Minister, Najib …", "the head of the office, Adel …"."""
    if comma - 1 < floor:
        return None
    noun = outer_noun(tokens, comma - 1, floor, language)
    if is_role(tokens, comma - 1, language) and (noun is None or not leads_to(tokens, noun, comma - 1, language)):
        noun = comma - 1
    if noun is None or _is_relative(tokens, noun, floor, language):
        return None
    first = role_start(tokens, noun, floor, language)
    definite = first == floor or tokens.lower[first - 1] in DEFINITE or is_country(tokens, first - 1, language)
    apart = (
        not definite and tokens.lower[first - 1] in ("a", "an") and ends_in_comma(tokens, comma + 1, language.people)
    )
    return Role(first, comma, noun) if definite or apart else None


def leads_to(tokens: Tokens, noun: int, last: int, language: Language) -> bool:
    """Whether a role noun rules all that follows up to token `last`: "head of the border guard"."""
    for i in range(noun + 1, last):
        lower = tokens.lower[i]
        other = lower in language.grammar.prepositions and lower not in GOES_ON
        another = lower in ARTICLES and tokens.lower[i - 1] not in GOES_ON
        if other or another or lower in ("and", "or") or stops_role(tokens, i, language):
            return False
    return True


def _is_relative(tokens: Tokens, noun: int, floor: int, language: Language) -> bool:
    """Whether a role noun is of someone whose relative or friend is told of: "the wife of the president"."""
    i = role_start(tokens, noun, floor, language) - 1
    while i > floor and (tokens.lower[i] == "the" or is_country(tokens, i, language)):
        i -= 1
    return i > floor and tokens.lower[i] in GOES_ON and tokens.lower[i - 1] in language.people.humans


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
        i = word
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
            proper = (
                lower not in language.speech.say and lower not in language.people.not_names.others
            )  # "Said", "Both"
        possessor = i - 2 >= floor and _owns_body(tokens, i - 1, language)
        if not (modifier or joined or proper or both or possessor or _is_then(tokens, i - 1)):
            break
        i -= 2 if possessor else 1
    return i


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
