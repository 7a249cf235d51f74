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
LINKS: Final = frozenset({"of", "at", "for"})
SHORTEST: Final = 3
"""Words of a run with a name of two words in it and something before that."""


def words_of_role(tokens: Tokens, first: int, words: tuple[str, ...], language: Language) -> int:
    """How many of the words from token `first` on name no person: 1 in "Director of Oskoil Lucia Ferrant", 0 as a rule.

    All of them where it cannot be told where the name begins.
    """
    if len(words) < SHORTEST or first < 2:
        return 0
    link = first - 1 - (tokens.lower[first - 1] == "the")
    if tokens.lower[link] not in LINKS or not _follows_role(tokens, link, language):
        return int(_is_firm(tokens, first, words, language))
    count = _before_given(words, language)
    if not count and link == first - 1 and tokens.lower[link] == "of":
        count = _before_patronymic(words) if len(words) > SHORTEST else 1
    return count if tuple(tokens.words[first : first + count]) == words[:count] else len(words)


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
