"""A reading of bytes in some encoding comes in; whether it can be text that somebody wrote goes out.

Bytes in one table read as another give words that no language has: signs inside words, capitals after small letters,
letters of two scripts or of two languages. In doubt they refuse: to save a file again costs less than a wrong word.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category, name

from sco_digest.seeds.alphabets import CYRILLIC, LATIN, SCRIPTS, USUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

_OFTEN = 0.2
"""The share of letters beyond ASCII in a text that is not in Latin letters, and of its own script among them."""
_SELDOM = 0.03
"""The share of words that may be odd."""
_MOSTLY = 0.6
"""The share of longer words that have one of the usual letters."""
_LONGER = 4
_ENGLISH_SHARE = 0.05

_LETTER = r"[^\W\d_²³¹¼½¾]"
_PUNCTUATION = r"\w\s\x00-\x7f\u00a0\u00ad\u00b4\u00b7‐-―‘’“”„…«»\u3000-\u303f\uff00-\uffef"
_WORD = re.compile(
    rf"""
    [^{_PUNCTUATION}°§©®№€¿¡]?          # a sign that no word begins with
    {_LETTER}+
    (?:[^{_PUNCTUATION}]+{_LETTER}+)*   # signs that stand in no word
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[^\w\x00-\x7f]")
_ODD = re.compile(
    r"""
    \d[^\W\d_\x00-\x7f²³¹¼½¾ªº]        # a pound sign read as a letter: Ł5
    | [^\W\d_\x00-\x7f²³¹¼½¾]\d
    | [^\W\d_][–—][ ]                 # an accented letter of old Macs read as a dash
    """,
    re.VERBOSE,
)
_CLINGING = re.compile(r"(?<!\S)[–—][а-яё]")
_INVERTED_COMMAS = re.compile(r"[„“”]")
_NEVER = frozenset("¤ˇ˘˙˛˝†‡")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in)\b", re.IGNORECASE)


def is_written(text: str) -> bool:
    """Whether every character is one that people write."""
    signs = set(text)
    unwritten = any(category(sign) in {"Cc", "Cn", "Co"} and sign not in "\t\n\r\f\x1a" for sign in signs)
    return not unwritten and not signs & _NEVER


def is_plausible(text: str, encoding: str) -> bool:
    """Whether this is text in a language that the encoding was made for."""
    words = set(_WORD.findall(text))
    foreign = [word for word in words if not word.isascii()]
    if encoding in LATIN:
        return _is_latin(text, foreign, LATIN[encoding])
    share = sum(not letter.isascii() for word in foreign for letter in word) / max(1, sum(map(len, words)))
    scripts = SCRIPTS[encoding]
    if scripts[0] == "CYRILLIC" and not _is_cyrillic(text, foreign):
        return False
    return share > _OFTEN and _is_in_scripts(foreign, scripts)


def _is_latin(text: str, foreign: Sequence[str], alphabets: Sequence[str]) -> bool:
    """Whether the letters beyond ASCII are those of one language; English has words and names of any."""
    if _ODD.search(text) or any(_SIGN.search(word) or _has_inner_capital(word) for word in foreign):
        return False
    if len(_ENGLISH.findall(text)) > len(_WORD.findall(text)) * _ENGLISH_SHARE:
        alphabets = ("".join(alphabets),)
    letters = {letter for word in foreign for letter in word.lower() if not letter.isascii()}
    return any(letters <= {*alphabet, "\u0307"} for alphabet in alphabets)


def _is_cyrillic(text: str, foreign: Sequence[str]) -> bool:
    """Whether the letters are those of one language, and no capitals are read as dashes and quotation marks."""
    letters = {letter for word in foreign for letter in word.lower() if letter.isalpha() and not letter.isascii()}
    alone = abs(text.count("«") - text.count("»")) + len(_INVERTED_COMMAS.findall(text)) % 2
    ill_set = len(_CLINGING.findall(text)) + alone
    return ill_set <= len(foreign) * _SELDOM and any(letters <= {*alphabet} for alphabet in CYRILLIC)


def _is_in_scripts(foreign: Sequence[str], scripts: Sequence[str]) -> bool:
    """Whether nearly all words keep to the scripts and look like words, and the first script is there."""
    strange = sum(not _is_word(word, scripts) for word in foreign)
    capitals = sum(map(_has_inner_capital, foreign))
    letters = [letter for word in foreign for letter in word if not letter.isascii()]
    own = sum(name(letter, "").startswith(scripts[0]) for letter in letters)
    seldom = len(foreign) * _SELDOM
    is_usual = scripts[0] not in USUAL or _has_usual(foreign, set(USUAL[scripts[0]]))
    return is_usual and strange <= seldom and capitals <= max(1, seldom) and own > len(letters) * _OFTEN


def _has_usual(foreign: Sequence[str], letters: set[str]) -> bool:
    """Whether most of the longer words have one of the letters that most have."""
    longer = [word for word in foreign if len(word) >= _LONGER]
    return sum(not letters.isdisjoint(word.lower()) for word in longer) >= len(longer) * _MOSTLY


def _is_word(word: str, scripts: Sequence[str]) -> bool:
    """Whether a word is written in these scripts; letters of ASCII stand beside Chinese and its neighbours only."""
    mixes = "FULLWIDTH" in scripts
    fits = (mixes if letter.isascii() else name(letter, "").split(" ")[0] in scripts for letter in word)
    return not _SIGN.search(word) and all(fits)


def _has_inner_capital(word: str) -> bool:
    """Whether a capital beyond ASCII stands after a small letter."""
    return any(low.islower() and high.isupper() and not high.isascii() for low, high in pairwise(word))
