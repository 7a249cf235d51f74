"""The data of the language and of the topics comes in; words and marks that news-like texts are made of go out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from sco_digest.content import load_content
from sco_digest.language import load_language
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

VOCABULARY = load_content(ROOT / "content")[0].vocabulary

NAMES = """Ivan Petrov|Dorin Valesh|K. P. Oli|Mira Okel-Sand|O’Brien|To‘raqulov|Kyrgyzstan|Ostrel|Tashkent|New Delhi
U.S.|SCO|G20|COVID-19|Orm–Osk railway|Ministry of Transport|Ostrel Motors Ltd.|Bank of Orm (BO)|al-Farsi|É́va
Минск|上海|José|DE LA CRUZ|Mr|Dr.|Sheikh|Chairman of the Cabinet|press service|Foreign Minister|spokesperson"""
NUMBERS = """0|1|7|12|24th|3.5|1,000|1.000,5|1 000 000|١٢|१२|²|½|Ⅻ|5%|75 percent|$1.5 billion|€ 3m|₽5|12 km
10-15|from 5 to 7|two and a half|a dozen|hundreds
1,2,3|1.2.3.4|9999999999999999999999|1e400|0.000|-5|−5|+7|1/2|25 pp|3.5-fold|doubled|12:30|2°C
5 million tonnes|one in five|No. 5|(3)|2025|1999|2019/20|’90s|20-30 %|00007|million|trillion|10^9"""
DATES = """date 2025-11-19|date: 2024-02-30|2025-11-19|19.11.2025|11/19/2025|20251119|November 17|17 November 2025
Nov. 3|3rd of May|in May|last year|the first nine months|Q3 2024|2020s|Friday|yesterday|by 2030|since 2021
Between 2020 and 2024
2025-13-45|TASHKENT, 5 May (UzA) —|OSK, May 5 -|12 January–14 February|0000-00-00|9999-12-31|00:00"""
MARKS = """.|,|;|:|!|?|…|...|-|–|—|−|/|\\|(|)|[|]|{|}|<|>|<b>|</p>|&amp;|&#8217;|&|*|•|·|#|%|°|$|€|№|§|@|+|=|~|^|_|`
"|'|“|”|„|‟|‘|’|‚|«|»|‹|›|「|」|''|``|’s|'s|“ ”|«»|” “|“’|***|---|==|(“|”).|’”|,”|?!"""
BREAKS = (
    *(" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"),
    *("\u00a0", "\u202f", "\u3000", "\u200b", "\u200d", "\u00ad", "\ufeff", "", ""),
)
JOINED = (
    "\u0301",
    "\u0308",
    "\u0327",
    "\u20e3",
    "\ufe0f",
    "\u202e",
    "\u2066",
    "İ",
    "ß",
    "ﬁ",
    "ǅ",
    "😀",
    "👨‍👩‍👧",
    "\U000e0041",
)
"""What clings to the character before it, grows in lower case, or takes two units elsewhere."""
SMALL = """the|a|of|and|to|in|by|that|said|added|told|according to|he|she|it|they|who|his|its|will|would|has|was|were
is|not|no|from|with|for|on|at|as|more than|less than|about|up|rose|fell|increased|percent|million|billion|year|month
agreed|signed|plans|project|bank|minister|president|The|He|In|According|As|“We|meeting|trade|per|each|between|or"""

CLAUSES = """Minister of Transport Ivan Petrov said that|, Mira Okel told the press service.
“We will build it,” he added.|exports rose by 5 percent|trade turnover fell from $7 to $5 million
in the first nine months of 2025|compared with 2024
The sides agreed to build the Orm–Osk railway|plans to open a centre by 2030|According to him,|He noted that
Ostrel signed a memorandum with Kyrgyzstan on|the Development Bank of Orm (DBO) will lend|He proposed to create a fund
. It was noted that|Chairman of the Cabinet Dorin Valesh|the Ministry of Energy reports|according to the SCO Secretariat
half of the mills built in 2015 are|“Roads,” said Valesh, “matter.”|12 schools were opened in Tashkent
every third farm"""


def parted(rows: str) -> tuple[str, ...]:
    """The words of one of these tables."""
    return tuple(word for row in rows.split("\n") for word in row.split("|") if word)


COMMON = tuple(word for rows in (SMALL, NAMES, NUMBERS, DATES, MARKS, CLAUSES) for word in parted(rows)) + JOINED


@cache
def known_words() -> tuple[str, ...]:
    """Every word and phrase that the rules know, and each cue of the topics, in the order of the alphabet."""
    found = {*texts_of(msgspec.to_builtins(load_language("en"))), *texts_of(msgspec.to_builtins(VOCABULARY.topics))}
    return tuple(sorted(word for word in found if 0 < len(word) < 60))


def texts_of(value: object) -> Iterator[str]:
    """Every text in nested lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(key)
            yield from texts_of(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from texts_of(inner)
