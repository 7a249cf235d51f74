"""A comma or an "and" before a verb in, whether it joins parts of the verb's subject out: "wheat, flour and oil"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.nouns import is_past

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

LONGEST = 3
"""Words between two commas of a list of nouns, at most."""


def joins(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether token `i` joins nouns, in the sentence that begins with token `first`."""
    if tokens.lower[i] in lexicon.words.links.and_:
        return _joins_nouns(tokens, i, first, lexicon)
    return tokens.lower[i] == "," and _is_of_list(tokens, i, first, lexicon)


def _joins_nouns(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether no verb and no number stands before "and" in its clause: what is before it is no clause of its own."""
    k = i - 1
    while (
        k >= first
        and tokens.lower[k] not in lexicon.openers
        and (tokens.lower[k] != "," or _is_of_list(tokens, k, first, lexicon))
        and tokens.lower[k] != ";"
    ):
        if _is_verb(tokens.lower[k], lexicon) or _is_amount(tokens.lower[k]):
            return False
        k -= 1
    return k < i - 1


def _is_of_list(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a comma stands in "of wheat, flour and oil": few nouns before it after a preposition, few behind it."""
    before = _nouns(tokens, i - 1, first, -1, lexicon)
    after = _nouns(tokens, i + 1, len(tokens) - 1, 1, lexicon)
    edge, mark = i - 1 - before, tokens.lower[min(len(tokens) - 1, i + 1 + after)]
    opened = edge > first and (tokens.lower[edge] in lexicon.words.links.part_openers or tokens.lower[edge] == ",")
    return bool(before and after and opened) and (mark == "," or mark in lexicon.words.links.and_)


def _nouns(tokens: Tokens, i: int, end: int, step: int, lexicon: Lexicon) -> int:
    """How many words of a short row of nouns begin at token `i`; 0 where it is no such row."""
    words = lexicon.words
    for count in range(LONGEST + 1):
        k = i + step * count
        word = tokens.lower[k] if 0 <= k < len(tokens) else ","
        if k == end or not word[0].isalpha() or word in words.nouns.boundaries:
            return count
        if _is_verb(word, lexicon):
            return 0
    return 0


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    words = lexicon.words
    change = (word in words.change.up or word in words.change.down) and word not in words.change.nouns
    clause = word in words.links.clause_words and word not in words.links.and_
    return change or clause or word in words.change.measure or is_past(word, words.nouns)


def _is_amount(word: str) -> bool:
    """Whether a word in digits is no year."""
    return word[0].isdecimal() and not (len(word) == 4 and word.isdecimal())
