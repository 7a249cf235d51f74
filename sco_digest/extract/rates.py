"""A figure in, what it is told per out: "$48 a barrel", "17 deaths per 100,000 inhabitants"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_plural
from sco_digest.extract.tokens import ARTICLES
from sco_digest.extract.units import PER, unit_after

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

CONTENT: Final = 2
"""Words that say what an amount is of, at most, before what it is told per."""
PER_WORDS: Final = 6
"""Tokens from "per" to the noun of "per 1,000 live births", at most."""


def measured_per(tokens: Tokens, end: int, last: int, lexicon: Lexicon) -> str | None:
    """What a figure that ends before token `end` is told per: "$48 a barrel", "3 tons of coal a day"."""
    rates, lower = lexicon.words.units.rates, tokens.lower
    end = _past_content(tokens, end, last, lexicon)
    told = _by_itself(tokens, end, last, lexicon)
    if told or end >= last or lower[end] not in rates.after:
        return told
    noun = end + 1 + (lower[end + 1 : end + 2] == ["-"])  # "£24 a-year"
    found = unit_after(tokens, noun, min(last, noun + 3), lexicon) if noun < last else None
    if noun >= last or (lower[noun + 1] if noun + 1 < last else "") in rates.not_before:
        return None
    word = lower[noun]
    if word[0].isdecimal() or word in lexicon.words.numbers.scales:
        return _per_many(tokens, end, last, lexicon)
    if found and found[0].kind in PER:
        return found[0].name
    if word in rates.units or word in rates.sharing:
        return rates.names.get(word, word)
    plain = word.isalpha() and word not in lexicon.words.nouns.boundaries and not is_plural(word, lexicon.words.nouns)
    return word if lower[end] in rates.full and plain else None


def _by_itself(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> str | None:
    """What an adverb or a verb behind a figure says: "5 million kilowatt-hours annually", "600 cars pass every day"."""
    rates, lower = lexicon.words.units.rates, tokens.lower
    if i < last and lower[i] in rates.adverbs:
        behind = lower[i + 1] if i + 1 < last else "."
        noun = behind.isalpha() and behind not in lexicon.words.nouns.boundaries
        return None if noun else rates.adverbs[lower[i]]
    if i + 2 >= last or lower[i] not in rates.passing or lower[i + 1] in rates.full or lower[i + 1] in ARTICLES:
        return None
    return lower[i + 2] if lower[i + 1] in rates.after and lower[i + 2] in rates.times else None


def _per_many(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> str | None:
    """The number of which a figure is told behind the "per" at token `i`: "million British thermal units"."""
    many = so_many(tokens, i, last, lexicon)
    if many is None:
        scaled = unit_after(tokens, i + 2, min(last, i + 5), lexicon) if i + 2 < last else None
        several = i + 2 < last and is_plural(tokens.lower[i + 2], lexicon.words.nouns)  # per million people
        many = scaled[1] if scaled else i + 3 if several else None
    return tokens.surface(i + 1, many) if many else None


def so_many(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> int | None:
    """Where "per 1,000 live births" ends that begins at token `i`."""
    if i + 2 >= last or tokens.lower[i] not in lexicon.words.units.rates.full or not tokens.lower[i + 1][0].isdecimal():
        return None
    nouns = range(i + 2, min(last, i + PER_WORDS))
    return next((k + 1 for k in nouns if is_plural(tokens.lower[k], lexicon.words.nouns)), None)


def _past_content(tokens: Tokens, end: int, last: int, lexicon: Lexicon) -> int:
    """Past the one or two words that say what an amount is of: 3 tons "of hard coal" a day."""
    lower, boundaries = tokens.lower, lexicon.words.nouns.boundaries
    if end >= last or lower[end] not in lexicon.words.links.of:
        return end
    i = end + 1
    while i < min(last, end + 1 + CONTENT) and lower[i].isalpha() and lower[i] not in boundaries:
        i += 1
    return i if i > end + 1 else end
