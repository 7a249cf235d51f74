"""A run of capitals behind a role in, how many of its words are not the person’s but what the role is of out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.roles import outer_noun

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

NAME_STARTS = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O’", "O'")
"""Beginnings of surnames with a capital inside."""
PATRONYMICS = ("ovich", "evich", "ovna", "evna", "ichna")
"""Endings of the second word of three that name a person."""
NOUNS = ("tion", "sion", "ment", "ities")
"""Endings of nouns that are not those of names."""
LONG: Final = 6
"""Letters of such a noun at the least: "Grant" and "Hope" are names too."""
FEW: Final = 20
"""Places of a word that are looked through for one without a capital."""
LINKS: Final = frozenset({"of", "at", "for"})
SHORTEST: Final = 3
"""Words of a run with a name of two words in it and something before that."""


def words_of_role(tokens: Tokens, first: int, words: tuple[str, ...], language: Language) -> int:
    """How many of the words from token `first` on name no person: 1 in "Director of Oskoil Lucia Ferrant", 0 as a rule.

    All of them where it cannot be told where the name begins.
    """
    if first < 2 or len(words) == 1:
        return 0
    fields = _fields(tokens, first, words, language)
    if fields or len(words) < SHORTEST:
        return fields
    link = first - 1 - (tokens.lower[first - 1] == "the")
    if tokens.lower[link] not in LINKS or not _follows_role(tokens, link, language):
        return int(_is_firm(tokens, first, words, language))
    if tokens.words[first + 1] == "-":
        return _compound(words, language)
    count = _before_given(words, language)
    if not count and link == first - 1 and tokens.lower[link] == "of":
        count = _before_patronymic(words) if len(words) > SHORTEST else 1
    return count if tuple(tokens.words[first : first + count]) == words[:count] else len(words)


def _compound(words: tuple[str, ...], language: Language) -> int:
    """The words of a place with a hyphen in it: 2 in "Governor of Orm-Veld Lucia Ferrant", 0 for "of Jean-Claude Orde".

    All of them where only one word follows, which can be a part of the place or somebody's.
    """
    if words[0].lower() in language.people.given:
        return 0
    return len(words) if len(words) <= SHORTEST else 2


def _fields(tokens: Tokens, first: int, words: tuple[str, ...], language: Language) -> int:
    """The words up to the last that says what an office deals with: 2 in "Minister for Labour and Poverty Reduction".

    The last two words are a name, unless all before the last say so too: "Minister for Climate Reduction Lorn".
    """
    count = next((k for k in range(len(words) - 2, 0, -1) if _is_field(tokens, words[k - 1], language)), 0)
    if not count and len(words) == 2:
        count = int(_is_field(tokens, words[0], language))
    leads = count and tuple(tokens.words[first : first + count]) == words[:count]  # no hyphen or point between
    return count if leads and _follows_role(tokens, first - 1, language) else 0


def _is_field(tokens: Tokens, word: str, language: Language) -> bool:
    """Whether a word with a capital is a noun and no name: by its ending, or as the text has it small."""
    lower, people = word.lower(), language.people
    if lower in people.given or len(lower) < LONG:
        return False
    small = any(tokens.words[k] == lower for k in tokens.places.get(lower, ())[:FEW])
    plural = lower[-1] == "s" and (lower[:-1] in people.not_names.words or lower[:-1] in people.role_modifiers)
    return small or plural or lower.endswith(NOUNS)


def _follows_role(tokens: Tokens, link: int, language: Language) -> bool:
    """Whether a role leads up to the preposition at token `link`: "Minister of Culture of"."""
    floor = tokens.sentences[tokens.sentence_of[link]][0]
    return outer_noun(tokens, link, floor, language) is not None


def _before_given(words: tuple[str, ...], language: Language) -> int:
    """The words before a given name that another word follows; 0 where none does."""
    given = language.people.given
    return next((k for k in range(1, len(words) - 1) if words[k].lower() in given), 0)


def _before_patronymic(words: tuple[str, ...]) -> int:
    """The words before a name, a patronymic and a surname; all words where there is no patronymic."""
    return next((k - 1 for k in range(2, len(words)) if words[k].endswith(PATRONYMICS)), len(words))


def _is_firm(tokens: Tokens, first: int, words: tuple[str, ...], language: Language) -> bool:
    """Whether the first word is that of a firm that another noun is of: "the Board of OskGas Lucia Ferrant"."""
    body = tokens.lower[first - 2] in language.people.not_names.organisations
    if tokens.lower[first - 1] != "of" or not body:
        return False
    named = words[0][1:] != words[0][1:].lower() and not words[0].startswith(NAME_STARTS)  # OskGas
    given = language.people.given
    return words[0].lower() not in given and (named or words[1].lower() in given)
