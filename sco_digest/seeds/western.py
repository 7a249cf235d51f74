"""Several readings of the same bytes come in; the one in cp1252 goes out where a Western text cannot be another.

An English text with one foreign name can be in cp1252 as well as in cp1250 or cp1257: Muñoz or Muńoz. The letters
around tell: ñ stands before vowels, Polish ń never does. A word that only might be Western leaves the text uncertain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sco_digest.seeds.alphabets import LATIN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_ENOUGH = 0.08
"""The share of words that are the small words of a Western language."""

_SMALL = re.compile(
    r"""
    \b(?:
        the|of|and|for|that|with|was|by          # English
        | le|les|des|du|et|est|dans|pour|une     # French
        | der|die|das|und|ist|mit|von|nicht|den  # German
        | el|los|las|que|una|por|con|del         # Spanish
        | os|dos|das|uma|com|pela|pelo           # Portuguese
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ASCII = re.compile(r"\b[A-Za-z]+\b")
_CONSONANT = "bcdfghjklmnpqrstvwxz"
_WESTERN = re.compile(
    rf"""
    (?:
        [a-z]
        | [äöüßéóúô]                           # wherever they stand
        | å(?!p|bk)                            # Åström; the long L of Slovak stands in few words: stĺp, hĺbka
        | (?<!^)á | ^á(?=[lnrvg])              # Bogotá, Álvarez; Lithuanian Į begins words such as Įmonė
        | ñ(?=[aeiouáéíóú])                    # Muñoz; Polish ń stands before no vowel
        | ç(?=[aouáãâàóõôú])                   # Gonçalves; the long E of Latvian stands before consonants
        | (?<=[aeiou])ë                        # Zoë, Noël; Lithuanian ė stands behind consonants
        | ã(?=[oe])                            # São, Guimarães; Romanian ă stands before consonants or last
        | õ(?=e)                               # Camões; Hungarian ő does not stand there
        | (?<=[{_CONSONANT}])è(?=[{_CONSONANT}]{{1,3}}es?$)  # Lefèvre; Slavic č stands beside vowels
        | (?<=i)è(?=(?:[rgvtm]|cl?|vr)es?$)    # Molière, Liège
        | (?<=[{_CONSONANT}])í(?=[{_CONSONANT}ao]|$) | (?<=[au])í(?=[sznl])  # García, Luís; Latvian ķ precedes e, i
        | (?<=[ao])ï(?=ve|c$|d$|re$|se$) | (?<=[nh]a)ï(?=s$)  # Naïve, Loïc, Saïd, Zaïre, Héloïse, Anaïs
        | (?<=[aou])î(?=[tn])                  # Benoît; the long I of Latvian stands behind consonants
        | (?<=ch)â                             # Château
        | (?<![ktbp])(?<=[{_CONSONANT}])ø(?=[{_CONSONANT}]) | ^ø(?=[{_CONSONANT}y])  # Jørgen, Ørsted; not Czech ř
        | ^à$                                  # vis-à-vis
    )+
    """,
    re.VERBOSE,
)


def plainly_western(readings: Mapping[str, str]) -> str | None:
    """The text in cp1252, if the others are plainly not meant; `readings` has each text and its encoding."""
    texts = [text for text, encoding in readings.items() if encoding == "cp1252"]
    if not texts or any(encoding not in LATIN for encoding in readings.values()):
        return None
    words = _disputed(texts[0], [text for text in readings if text != texts[0]])
    return texts[0] if _is_western(texts[0]) and all(map(_WESTERN.fullmatch, words)) else None


def _is_western(text: str) -> bool:
    """Whether the words in ASCII are those of a Western language."""
    return len(_SMALL.findall(text)) > len(_ASCII.findall(text)) * _ENOUGH


def _disputed(text: str, others: Collection[str]) -> Iterator[str]:
    """The words, in small letters, that another reading has otherwise; each encoding has one byte a character."""
    for match in re.finditer(r"[^\s\x00-@\[-`{-\x7f“”„‘’«»…–—]+", text):
        if any(other[match.start() : match.end()] != match[0] for other in others):
            yield match[0].lower()
