"""A name in, the role that the text gives it behind it out: ", spokesman for the military,"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.capitals import ends_in_name
from sco_digest.extract.roles import (
    BEFORE_ROLE,
    CLAUSES,
    GOES_ON,
    STOPS,
    Role,
    is_country,
    is_role,
    role_start,
    stops_role,
)
from sco_digest.extract.tokens import DASHES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

COUNTED: Final = frozenset({"one", "first", "last", "second", "third"})
"""Words with an "of" behind them before what someone is: "one of the town’s elders"."""


def role_after(tokens: Tokens, name_end: int, language: Language) -> Role | None:
    """The role in apposition behind a name: ", spokesman for the military,"."""
    ceiling = tokens.sentences[tokens.sentence_of[name_end - 1]][1]
    i = name_end
    if i + 2 < ceiling and tokens.words[i] == "," and tokens.words[i + 1].isdigit() and tokens.words[i + 2] == ",":
        i += 2  # ", 51,"
    if i >= ceiling or tokens.words[i] not in ",(–—":
        return None
    start = i + 1
    noun = next((k for k in range(start, min(start + BEFORE_ROLE, ceiling)) if _ends_phrase(tokens, k, language)), None)
    if noun is None or not is_role(tokens, noun, language):
        return None
    noun = _own_noun(tokens, _last_noun(tokens, noun, ceiling, language), ceiling, language)
    if noun is None or _of_another(tokens, start, noun, language):
        return None
    first, last = role_start(tokens, noun, start, language), _role_end(tokens, noun + 1, ceiling, language)
    if last < ceiling and tokens.lower[last] in ("from", "with"):  # "an economist from Kazakhstan,"
        end = _role_end(tokens, last, ceiling, language, links=frozenset({"from", "with"}))
        last = end if _is_closed(tokens, end, ceiling, language) else last
    closed = _is_closed(tokens, last, ceiling, language) or tokens.lower[last] in CLAUSES
    if not closed and ends_in_name(tokens, last, language.people):
        return None  # "Weiss, Minister of Culture of Oskaria Anna Lorn said"
    if (tokens.lower[start] in ("a", "an") or tokens.words[min(last, ceiling - 1)].istitle()) and not closed:
        return None  # ", a Romanian official said", "After Weiss, Minister Ivan Petrov said"
    return Role(first, last, noun)


def _last_noun(tokens: Tokens, noun: int, ceiling: int, language: Language) -> int:
    """The last of the role nouns that follow on token `noun`, modifiers between: "Chief Operating Officer"."""
    for i in range(noun + 1, ceiling):
        if is_role(tokens, i, language):
            noun = i
        elif tokens.lower[i] not in language.people.role_modifiers and not (
            i + 1 < ceiling and is_country(tokens, i, language) and is_role(tokens, i + 1, language)
        ):
            break  # "chief US economist" goes on
    return noun


def _own_noun(tokens: Tokens, noun: int, ceiling: int, language: Language) -> int | None:
    """The role noun behind those that own it: the secretary of "the president’s press secretary".

    None where what they own is no role: "the mayor’s daughter".
    """
    while noun + 1 < ceiling and tokens.words[noun + 1] in POSSESSIVES and tokens.glued(noun + 1):
        ahead = range(noun + 2, min(noun + 2 + BEFORE_ROLE, ceiling))
        owned = next((k for k in ahead if _ends_phrase(tokens, k, language)), None)
        if owned is None or not is_role(tokens, owned, language):
            return None
        noun = _last_noun(tokens, owned, ceiling, language)
    return noun


def _of_another(tokens: Tokens, start: int, noun: int, language: Language) -> bool:
    """Whether a role noun is another’s, and a noun from token `start` on is "of" them: "wife of the president"."""
    bodies = language.people.not_names.organisations
    for i in range(noun - 1, start, -1):
        if tokens.lower[i] in ("and", "&"):
            return False
        if tokens.lower[i] in GOES_ON:
            head = tokens.words[i - 1]
            if tokens.lower[i - 1] in language.organisations.bodies and _is_whole(tokens, i + 1, noun, language):
                return True  # "Weiss, the Press Service of the President"
            someone = head in language.people.humans or head in language.people.kin or is_role(tokens, i - 1, language)
            if tokens.lower[i] not in ("of", "to", "for") and not someone:
                return False  # "in his third term as mayor"
            return head.islower() and head not in bodies and head not in COUNTED and head not in language.people.posts
    return False


def _is_whole(tokens: Tokens, first: int, noun: int, language: Language) -> bool:
    """Whether tokens `first` to `noun` are an office and no more: "the Prime Minister", not "Osk Governor"."""
    inner = tokens.lower[first + 1 : noun]
    return tokens.lower[first] == "the" and all(word in language.people.role_modifiers for word in inner)


def _ends_phrase(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether token `i` ends the search for a role noun in an apposition: one was found, or none can follow."""
    return is_role(tokens, i, language) or stops_role(tokens, i, language)


def _role_end(tokens: Tokens, i: int, ceiling: int, language: Language, links: frozenset[str] = GOES_ON) -> int:
    """End of a role whose noun stands before token `i`: what follows with "of", up to a comma or a verb."""
    if i < ceiling and tokens.lower[i] in ("and", "&") and i + 1 < ceiling and is_role(tokens, i + 1, language):
        i = _last_noun(tokens, i + 1, ceiling, language) + 1
    if i >= ceiling or tokens.lower[i] not in links:
        return i
    while i < ceiling and (not stops_role(tokens, i, language) or _shortens(tokens, i, ceiling, language)):
        if tokens.lower[i] in language.speech.auxiliaries and tokens.lower[i] not in ("in", "and", "both"):
            break
        if _is_apart(tokens, i, ceiling, language):
            break
        i += 1
    return i


def _is_closed(tokens: Tokens, i: int, ceiling: int, language: Language) -> bool:
    """Whether a mark stands at token `i`, where a role ends, or nothing more."""
    return i >= ceiling or tokens.words[i] in STOPS or _is_apart(tokens, i, ceiling, language)


def _is_apart(tokens: Tokens, i: int, ceiling: int, language: Language) -> bool:
    """Whether a dash with spaces parts a role from what is told beside: "mayor of Osk – a nurse once –".

    A name or another office goes on with it: "Chairman of the Cabinet – Minister of Energy".
    """
    if tokens.words[i] not in DASHES or tokens.glued(i):
        return False
    if i + 1 >= ceiling:
        return True
    office = tokens.lower[i + 1] in language.people.role_modifiers or is_role(tokens, i + 1, language)
    first = tokens.words[i + 1][0]
    return not (tokens.glued(i + 1) or first.isupper() or first.isdecimal() or office)


def _shortens(tokens: Tokens, i: int, ceiling: int, language: Language) -> bool:
    """Whether a point shortens the word before it: "School No. 12", "St. Anne’s Hospital"."""
    before, grammar = tokens.lower[i - 1], language.grammar
    short = before in grammar.abbreviations or before in grammar.before_number
    return tokens.words[i] == "." and i + 1 < ceiling and tokens.glued(i) and short
