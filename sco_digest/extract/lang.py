"""Headers and tokens in, the language of the text out: the one that the rules are for, or undetermined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language
    from sco_digest.model import Document

UNDETERMINED = "und"
"""BCP 47's word for a language that is not known."""
ENOUGH_WORDS = 20
LAST_LATIN = "\u024f"
FUNCTION_SHARE = 0.08
"""Share of function words below which a text is not of the language; in English prose they are about a quarter."""


def find_lang(document: Document, tokens: Tokens, language: Language) -> str:
    """The language stated beside the text, else that of the rules where enough of its function words stand in the text.

    A text of fewer than `ENOUGH_WORDS` words is taken to be of the language of the rules, if it is in Latin letters.
    """
    stated = next((header.value for header in document.headers if header.key == "lang"), None)
    if stated:
        return stated
    if sum(lower[0] > LAST_LATIN for lower in tokens.lower) > len(tokens) / 2:
        return UNDETERMINED
    words = [lower for lower in tokens.lower if lower[0].isalpha() and len(lower) > 1]
    known = language.grammar.starters | language.grammar.prepositions | language.speech.be
    function_words = sum(word in known for word in words)
    return language.code if len(words) < ENOUGH_WORDS or function_words >= FUNCTION_SHARE * len(words) else UNDETERMINED
