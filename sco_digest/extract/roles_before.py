"""A name in, the role that the text gives it before it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.capitals import ends_in_comma, is_field
from sco_digest.extract.roles import (
    GOES_ON,
    Role,
    is_country,
    is_role,
    leads_to,
    outer_noun,
    over_courtesy,
    role_start,
)
from sco_digest.extract.titles import titles_begin
from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

DEFINITE: Final = frozenset({"the", ",", "its", "his", "her", "their", "’s", "'s", "’", "'"})
COLLECTIVES: Final = frozenset({"guard"})
"""Nouns for someone that are also those for all of them: "head of the border guard"."""
LONGEST_BARE, LONGEST_QUOTED = 3, 6
"""Tokens between such a role noun and the name, and of a name in quotation marks, at the most."""
QUOTES: Final = frozenset('"“”«»„')


def role_before(tokens: Tokens, name: int, language: Language) -> Role | None:
    """The role that stands before a name that begins at token `name`.

    It ends right before the name ("Prime Minister Margaret …"), or goes on with "of" up to it ("Chairman of the Cabinet
    of Ministers of Kyrgyzstan Adylbek …").
    """
    floor = tokens.sentences[tokens.sentence_of[name]][0]
    last = over_courtesy(tokens, name, floor, language)
    inner = _over_marks(tokens, last, floor, language)
    if inner < last:
        role = _before_marks(tokens, inner, last, floor, language)
        return role and _doubled(tokens, role, floor, language)
    role = _right_before(tokens, name, last, floor, language)
    return role and _doubled(tokens, role, floor, language)


def _right_before(tokens: Tokens, name: int, last: int, floor: int, language: Language) -> Role | None:
    """The role that ends at token `last`, before the form of address of a name."""
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
    return _of_body(tokens, name, last, floor, language)


def _of_body(tokens: Tokens, name: int, last: int, floor: int, language: Language) -> Role | None:
    """The role whose "of" leads up to a body or land at token `last`, or which stands right before it."""
    guards = tokens.lower[last - 1] in COLLECTIVES and outer_noun(tokens, last - 1, floor, language) is not None
    word = tokens.words[last - 1]
    body = word in language.organisations.bodies or word in language.organisations.companies
    body = body or word in language.people.role_ends
    whole = body and name + 1 < len(tokens) and tokens.words[name + 1].istitle()  # "head of the company Anna Weiss"
    noun = outer_noun(tokens, last - 1, floor, language) if word[0].isupper() or whole or guards else None
    noun = _bare(tokens, last, floor, language) if noun is None else noun
    return Role(role_start(tokens, noun, floor, language), last, noun) if noun is not None else None


def _bare(tokens: Tokens, last: int, floor: int, language: Language) -> int | None:
    """The role noun right before what it is of, as in South Asia: "Secretary Power Division Anna Weiss"."""
    i = last - 1
    while i > floor and last - i <= LONGEST_BARE and tokens.words[i].istitle() and not is_role(tokens, i, language):
        i -= 1
    title = tokens.lower[i] in language.people.bare_roles and tokens.words[i].istitle()
    if tokens.lower[i] == "general" and (i == floor or not is_role(tokens, i - 1, language)):
        return None  # "General Motors Anna Weiss", not "Director General Health"
    return i if title and i < last - 1 and is_role(tokens, i, language) else None


def _over_marks(tokens: Tokens, last: int, floor: int, language: Language) -> int:
    """Where a short form in brackets, or a name in quotation marks, that ends a role begins: "(RATS)", "of “Orm”"."""
    words = tokens.words
    if last - 3 > floor and words[last - 1] == ")" and words[last - 3] == "(":
        inside = words[last - 2]
        return last - 3 if inside.isupper() or inside.lower() in language.people.left else last
    if last - 3 > floor and words[last - 1] in QUOTES:
        for i in range(last - 2, max(floor, last - 2 - LONGEST_QUOTED), -1):
            if words[i] in QUOTES:
                noun = tokens.lower[i - 1]
                held = noun in GOES_ON or noun in language.organisations.companies | language.organisations.legal
                return i if held or noun in language.organisations.bodies else last
            if not (words[i][0].isupper() or words[i] in "-–&."):
                break
    return last


def _before_marks(tokens: Tokens, inner: int, last: int, floor: int, language: Language) -> Role | None:
    """The role before a short form in brackets or a name in quotation marks."""
    quoted = tokens.words[inner] != "("
    if not quoted:
        role = _right_before(tokens, last, inner, floor, language)
        return role and Role(role.first, inner, role.noun)
    noun = outer_noun(tokens, inner - 1, floor, language)
    return Role(role_start(tokens, noun, floor, language), last, noun) if noun is not None else None


def _doubled(tokens: Tokens, role: Role, floor: int, language: Language) -> Role:
    """A role with the one that a dash between spaces joins to it: "Deputy Prime Minister – Minister of Energy"."""
    dash = role.first - 1
    office = dash > floor and tokens.words[dash] in DASHES and tokens.words[dash - 1].istitle()
    if not office or not is_role(tokens, dash - 1, language) or not tokens.words[role.first].istitle():
        return role
    return Role(role_start(tokens, dash - 1, floor, language), role.last, role.noun)


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
    if definite and _ends_clause(tokens, first, comma, floor, language):
        return None
    apart = (
        not definite and tokens.lower[first - 1] in ("a", "an") and ends_in_comma(tokens, comma + 1, language.people)
    )
    return Role(first, comma, noun) if definite or apart else None


def _ends_clause(tokens: Tokens, first: int, comma: int, floor: int, language: Language) -> bool:
    """Whether a role ends what stands in front of a sentence: "Asked of the Ormarian minister, Weiss said"."""
    i = first - 1
    while i > floor and (tokens.lower[i] in DEFINITE or is_country(tokens, i, language)):
        i -= 1
    if i < floor or tokens.lower[i] not in language.grammar.prepositions:
        return False
    end, last = comma + 1, tokens.sentences[tokens.sentence_of[comma]][1]
    while end < last and (tokens.words[end][0].isupper() or tokens.words[end] in "-."):
        end += 1
    return tokens.lower[end : end + 1] != [] and tokens.lower[end] in language.speech.say | language.speech.remark


def _is_relative(tokens: Tokens, noun: int, floor: int, language: Language) -> bool:
    """Whether a role noun is of someone whose relative or friend is told of: "the wife of the president"."""
    i = role_start(tokens, noun, floor, language) - 1
    while i > floor and (tokens.lower[i] == "the" or is_country(tokens, i, language)):
        i -= 1
    return i > floor and tokens.lower[i] in GOES_ON and tokens.lower[i - 1] in language.people.humans
