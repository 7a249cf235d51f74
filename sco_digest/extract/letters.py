"""A word in capitals beside a name in, whether it is a degree or an honour, or initials, out: "JD Vance", "Reed KC"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.names import NameRun
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People

TWO: Final = 2
SHORTEST: Final = 4
"""Letters of a surname in capitals that is no abbreviation."""
LONGEST: Final = 7
"""Tokens behind a name in which a role of its can end."""
FEW: Final = 20
"""Places of two capitals that are looked through for what tells a person."""


def is_letters(tokens: Tokens, i: int, people: People) -> bool:
    """Whether token `i` is an honour or a degree as it stands behind a name: "KC", "M.D.", "PhD", "MSc"."""
    if tokens.lower[i].replace(".", "") not in people.names.letters:
        return False
    word = tokens.words[i]
    return word.endswith(".") or any(letter.isupper() for letter in word[1:])  # no "Sc", "Om"


def over_degree(tokens: Tokens, i: int, people: People) -> int:
    """Where an honour or a degree that stands behind a name at token `i` ends, also "Ph.D."; `i` where none does."""
    if is_letters(tokens, i, people):
        return i + 1
    if tokens.words[i + 1 : i + 2] != ["."] or i + 2 >= len(tokens):
        return i
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return i
    if tokens.lower[i] + tokens.lower[i + 2] not in people.names.letters or not tokens.words[i + 2][0].isupper():
        return i
    end = i + 3
    ends = end + 1 < len(tokens) and tokens.words[end] == "." and tokens.sentence_of[end + 1] == tokens.sentence_of[i]
    return end + ends


def is_graduate(tokens: Tokens, run: NameRun, end: int, language: Language) -> bool:
    """Whether the degree up to token `end` behind a name shows it to be somebody's: "Petrov PhD said".

    Not where it can be of the university: "a Velm PhD said", "Anna Weiss, Velm PhD, said", "Velm PhD students said".
    """
    if end == run.last:
        return False
    degree = "".join(tokens.lower[run.last : end]).replace(".", "")
    before = tokens.lower[run.first - 1] if run.first else "."
    behind = tokens.lower[end : end + 1]
    led = before in ARTICLES or before in language.grammar.prepositions or [before] == behind == [","]
    acts = behind == [","] or not language.speech.say.isdisjoint(behind)
    return degree in language.people.names.degrees and acts and not led


def over_letters(tokens: Tokens, i: int, people: People) -> int:
    """Where the honours and degrees from token `i` on, behind a name, end: "Simon Reed, KC"."""
    end = i
    if i and i + 1 < len(tokens) and tokens.lower[i - 1] in ("jr", "sr") and tokens.words[i] == ".":
        end += tokens.sentence_of[i + 1] == tokens.sentence_of[i]  # "Karl Orde Jr. said"
    while end < len(tokens) and (behind := over_degree(tokens, end, people)) > end:
        end = behind
    comma = end == i and i + 1 < len(tokens) and tokens.words[i] == "," and over_degree(tokens, i + 1, people) > i + 1
    if comma and tokens.lower[i + 1] in people.roles:
        return end  # "Tom Reed, MP for Leeds,"
    return over_letters(tokens, i + 1, people) if comma else end


def are_initials(tokens: Tokens, i: int, people: People) -> bool:
    """Whether two capitals are a first name: behind a role, or with a J among them ("Coach JJ Redick", "JD Vance")."""
    word, surname = tokens.words[i], tokens.words[i + 1] if i + 1 < len(tokens) else ""
    lower = surname.lower()
    other = lower in people.not_names.words or lower in people.roles or lower in people.role_modifiers
    if len(word) != TWO or not word.isalpha() or not surname.istitle() or len(surname) <= TWO or other:
        return False
    if "J" not in word or word == "JP":
        return after_role(tokens, i, people)
    places = tokens.places.get(tokens.lower[i], ())[:FEW]
    return any(_is_of_person(tokens, k, people) for k in places if tokens.lower[k + 1 : k + 2] == [lower])


def are_of_person(tokens: Tokens, i: int, people: People) -> bool:
    """Whether two capitals are what somebody is called, as a role with a capital before them shows: "Coach PK said"."""
    places = tokens.places.get(tokens.lower[i], ())[:FEW] if len(tokens.words[i]) == TWO else ()
    roles = (k - 1 for k in places if k and tokens.words[k] == tokens.words[i] and after_role(tokens, k, people))
    return any(tokens.words[k][0].isupper() or _is_second(tokens, k, people) for k in roles)


def _is_second(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a role is the second word of its sentence, behind one of its own: "Head coach PK said"."""
    first = tokens.sentences[tokens.sentence_of[i]][0]
    return i == first + 1 and (tokens.lower[first] in people.role_modifiers or tokens.lower[first] in people.roles)


def in_large_letters(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a surname in capitals stands at token `i`: "Anna WEISS", "Minister Olm WEISS", and "WEISS" further on."""
    word = tokens.words[i]
    if len(word) < SHORTEST or not word.isalpha() or is_letters(tokens, i, people):
        return False
    before = tokens.lower[i - 1] if i else ""
    if before in people.courtesy:
        return True
    places = tokens.places.get(tokens.lower[i], ())[:FEW]
    return any(tokens.words[k] == word and _follows_forename(tokens, k, people) for k in places)


def _follows_forename(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a given name, or a word behind a role, stands right before token `i`."""
    if i == 0 or not tokens.words[i - 1].istitle() or tokens.sentence_of[i - 1] != tokens.sentence_of[i]:
        return False
    before = tokens.lower[i - 1]
    other = before in people.not_names.words or before in people.roles or before in people.role_modifiers
    long = len(tokens.words[i]) > SHORTEST  # no "Director Velm UNDP"
    return before in people.given or (long and not other and after_role(tokens, i - 1, people))


def _is_of_person(tokens: Tokens, i: int, people: People) -> bool:
    """Whether what stands beside two capitals and a surname is said of somebody: "JD Orme, a senator,"."""
    behind = tokens.lower[i + 2 : i + 2 + LONGEST]
    if after_role(tokens, i, people) or (len(behind) > 1 and behind[0] in ",(" and behind[1].isdigit()):
        return True
    if behind[:1] != [","] or not behind[1:2] or behind[1] not in ("a", "an", "the"):
        return False
    noun = next((k for k, word in enumerate(behind) if word in people.roles), 0)
    return 0 < noun < len(behind) - 1 and behind[noun + 1] in (",", "of", "and", "who", "for", "from", ".")


def after_role(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a role or form of address stands right before a word that is a title and a given name."""
    if i > 1 and tokens.words[i - 1] == ".":
        i -= 1  # "Dr."
    before = tokens.lower[i - 1] if i else ""
    return (
        before in people.names.titles or before in people.roles or before in people.trades or before in people.courtesy
    )
