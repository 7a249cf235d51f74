"""A role right before a name in, the whole office that it only ends out: "Adviser to the President Anna Weiss"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.roles import Role, outer_noun, role_start

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

SERVING: Final = frozenset({"of", "for", "to", "under"})
"""Words before the office that someone serves."""

JOINING: Final = frozenset({"and", "&"})
"""Words that end a list of people: "Minister Tom Reed and others"."""
LONGEST_NAME: Final = 8
"""Tokens of a name with its office, at the most."""


def whole_office(tokens: Tokens, role: Role, name_ends: int, language: Language) -> Role:
    """The office whose last words look like another's: no president, but an adviser.

    Only where nothing but a mark or a verb of saying stands before it: "an adviser to the president Anna Weiss" can be
    of a president with that name, and so can what goes on with another name behind a comma.
    """
    floor = tokens.sentences[tokens.sentence_of[role.first]][0]
    before = tokens.lower[max(floor, role.first - 2) : role.first]
    if len(before) > 1 and before[1] == "of" and _is_body(tokens, role.first - 2, language):
        return Role(role.first - 2, role.last, role.noun)  # "Ministry of External Affairs spokesperson"
    if len(before) < 2 or before[1] != "the" or before[0] not in SERVING:
        return role
    noun = outer_noun(tokens, role.first - 1, floor, language)
    first = role_start(tokens, noun, floor, language) if noun is not None else role.first
    led = before[0] == "under" and first == floor + 1 and tokens.lower[floor] == "the"  # "The head of ... under the"
    opens = led or first == floor or tokens.words[first - 1] == "," or tokens.lower[first - 1] in language.speech.say
    another = _is_another(tokens, name_ends, language)
    return Role(first, role.last, noun) if noun is not None and opens and not another else role


def _is_another(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether the office can be of who is named behind the comma at token `i`: "... President Anna Weiss, Tom Reed,".

    It is not of who stands in a list with an office of his own, ", Minister Tom Reed and others", and no day holds it.
    """
    last = tokens.sentences[tokens.sentence_of[i - 1]][1]
    end = i + 1
    while end < min(last, i + LONGEST_NAME) and tokens.words[end].istitle():
        end += 1
    if i >= last or tokens.words[i] != "," or end == i + 1 or tokens.lower[i + 1] in language.grammar.weekdays:
        return False
    roles = language.people.roles
    office = any(word in roles or word.removesuffix("s") in roles for word in tokens.lower[i + 1 : end])
    return not (office and end < last and tokens.lower[end] in JOINING)


def _is_body(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a noun for a body stands before "of" and the capitals of a role."""
    body = tokens.words[i][0].isupper() and tokens.lower[i] in language.organisations.bodies
    return body and tokens.words[i + 2][0].isupper()
