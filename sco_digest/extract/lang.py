"""Headers and tokens in, the language of the text out: the one that the rules are for, or undetermined."""

from __future__ import annotations

from functools import cache
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Document

UNDETERMINED = "und"
"""BCP 47's word for a language that is not known."""
ENOUGH_WORDS = 20
BEHIND_LATIN = "\u0250"
"""The first letter that is not Latin."""
FUNCTION_SHARE = 0.08
"""Share of function words below which a text is not of the language; in English prose they are about a quarter."""


def find_lang(document: Document, tokens: Tokens, language: Language) -> str:
    """The language stated beside the text, else that of the rules where enough of its function words stand in the text.

    A text of fewer than `ENOUGH_WORDS` words is taken to be of the language of the rules, if it is in Latin letters.
    """
    stated = next((header.value for header in document.headers if header.key == "lang"), None)
    if stated:
        return stated
    half = len(tokens) / 2
    foreign = len(tokens.text.encode()) - len(tokens.text) > half  # bytes beyond one a letter: some are not Latin
    if foreign and sum(map(BEHIND_LATIN.__le__, tokens.lower)) > half:
        return UNDETERMINED
    if _has(tokens, language, len(tokens)):
        return language.code
    words = len([lower for lower in tokens.lower if len(lower) > 1 and lower[0].isalpha()])
    return language.code if words < ENOUGH_WORDS or _has(tokens, language, words) else UNDETERMINED


def _has(tokens: Tokens, language: Language, words: int) -> bool:
    """Whether function words are a share of so many words; most texts show it in their first third."""
    found = filter(_function_words(language).__contains__, tokens.lower)
    wanted = ceil(FUNCTION_SHARE * words)
    return next(islice(found, wanted - 1, None), None) is not None if wanted else True


@cache
def _function_words(language: Language) -> frozenset[str]:
    """Words of more than a letter that hold a sentence together."""
    known = language.grammar.starters | language.grammar.prepositions | language.speech.be
    return frozenset(word for word in known if word[0].isalpha() and len(word) > 1)
