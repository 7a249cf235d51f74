"""A pronoun in, who opens its sentence or the one before without a known name out: "The sculptor came. He said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.mentions import is_owner
from sco_digest.extract.readings import Attributed
from sco_digest.extract.roles import is_country, is_role
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

OPENERS: Final = frozenset({"the", "a", "an", "one", "another"})
PLAIN_IN_S: Final = frozenset({"was", "has", "is", "as", "says"})
QUALIFYING: Final = ("al", "ic", "an", "ar", "or", "ive", "ary")
"""Endings of what a role is told by."""
LONGEST_NAME: Final = 3
OPENING: Final = 6  # tokens of the noun phrase that opens a sentence, at the most


def find_opener(tokens: Tokens, i: int, named: int, language: Language) -> Attributed | None:
    """Who opens the sentence of a pronoun at token `i`, or the one before it in its paragraph, without a name.

    "The sculptor came late. “I overslept,” he said": no one named before speaks. `named` is the last name before `i`.
    """
    number = tokens.sentence_of[i]
    paragraph = tokens.paragraphs[tokens.paragraph_of(number)][0]
    for first, last in (tokens.sentences[k] for k in (number, number - 1) if k >= paragraph):
        role = _behind_owner(tokens, first, last)
        kin = language.people.kin.get(tokens.lower[role], "") if max(first, named) < role and last <= i else ""
        if kin and kin == language.speech.he.get(tokens.lower[i]):
            return Attributed(first, first + 1, None, "unnamed")  # "Mary’s husband Owain, 53, was ill. He said"
        if first < named:
            return None
        if opener := _after_article(tokens, i, first, last, language):
            return opener
        # in the sentence before: "Chief engineer since 1990, he said" tells of himself
        if last <= i and _opens_alone(tokens, role, min(role + OPENING, last), language):
            return Attributed(first, first + 1, None, "unnamed")
    return None


def _after_article(tokens: Tokens, i: int, first: int, last: int, language: Language) -> Attributed | None:
    """Who opens a sentence behind an article, in front of token `i`: "The sculptor came", "One of the judges left"."""
    article = tokens.lower[first]
    if article not in OPENERS:
        return None
    one_of = tokens.lower[first + 1 : first + 3] == ["of", "the"]
    start = first + 3 if one_of else first + 1
    for k in range(start, min(start + OPENING, last, i)):
        word = tokens.lower[k].removesuffix("s") if one_of else tokens.lower[k]
        if word in language.people.humans or word in language.people.trades or is_role(tokens, k, language):
            end = next(end for end in range(k + 1, last + 1) if end == last or not is_role(tokens, end, language))
            form = "role" if article == "the" and is_role(tokens, end - 1, language) else "unnamed"
            return Attributed(first, end, None, form)
        if not word[0].isalpha() or word in language.people.role_links or word in language.speech.be:
            break
    return None


def _behind_owner(tokens: Tokens, first: int, last: int) -> int:
    """Where a sentence goes on behind the owner who opens it: "Oskaria’s envoy left", "The small firm’s driver"."""
    owned = next((k for k in range(first + 1, min(first + OPENING, last)) if tokens.lower[k] in POSSESSIVES), first)
    return owned + 1 if owned > first and is_owner(tokens, first, owned) else first


def _opens_alone(tokens: Tokens, first: int, end: int, language: Language) -> bool:
    """Whether a role without an article opens a sentence: "Political analyst Xeno sees ...", "Oskaria’s envoy left"."""
    for k in range(first, end):
        word = tokens.lower[k]
        if is_role(tokens, k, language) or (k > first and word in language.people.trades):
            return not word.endswith("s") and _stands_alone(tokens, k + 1, end, language)
        modifies = word in language.people.role_modifiers or is_country(tokens, k, language)
        qualifies = k == first and word.endswith(QUALIFYING)
        if not (modifies or qualifies or word in POSSESSIVES):
            return False
    return False


def _stands_alone(tokens: Tokens, i: int, end: int, language: Language) -> bool:
    """Whether a name, a mark or a verb follows a role, and no noun that it belongs to: "Teacher pay was cut"."""
    word = tokens.words[i] if i < end else ""
    speech, verbs = language.speech, language.grammar.verbs
    verb = word in speech.be or word in verbs or word in speech.say or word in speech.remark or word in speech.idioms
    return bool(word) and (verb or not word[0].islower() or word in speech.auxiliaries or word.endswith("ed"))


def stranger(tokens: Tokens, first: int, last: int, language: Language) -> str | None:
    """The gender of someone whose name is not known, "" where it is not plain: "Mary’s husband Owain", "a shopkeeper".

    None where tokens `first` to `last` are nobody of that kind.
    """
    noun = last - 1
    while noun > first and tokens.words[noun][0].isupper():
        noun -= 1
    word, people = tokens.lower[noun], language.people
    human = word in people.humans or word in people.trades or is_role(tokens, noun, language)
    full = word in POSSESSIVES and LONGEST_NAME >= last - 1 - noun > 1 and not _is_body(tokens, last - 1, language)
    named = (human or word in people.kin) and noun < last - 1
    if not (full or named or ((human or word in people.kin) and tokens.lower[first] in OPENERS)):
        return None
    return people.kin.get(word, "")


def _is_body(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a name ends in what it is the name of: "the city’s Water Board"."""
    nouns = language.organisations
    return tokens.lower[i] in nouns.companies | nouns.bodies | nouns.body_names


def is_scene(tokens: Tokens, opener: Attributed) -> bool:
    """Whether a role opens a scene in the present: "The rector, 51, wears a cardigan", where one person is met."""
    end = opener.last
    if tokens.words[end] == "," and tokens.words[end + 1].isdigit():
        end += 3
    verb = tokens.lower[end]
    return opener.form == "role" and verb.isalpha() and verb[-1] == "s" and verb not in PLAIN_IN_S
