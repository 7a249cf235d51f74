"""Tokens in, news agencies out that a noun beside their name shows: "the news agency Orminform", "“Velm” IA"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.press import MENTIONED, OUTLET, Candidate, name_begins, name_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

AGENCY: Final = frozenset({"agency"})
QUOTES: Final = frozenset('"“”«»')
NEAR: Final = 2
"""Tokens behind an agency in which its verb stands."""
LONGEST: Final = 3
"""Words of a name in quotation marks."""


def news_agencies(tokens: Tokens, language: Language) -> Iterator[Candidate]:
    """ "The news agency Orminform", "the Kontinent news agency", "“Velm” IA reports"."""
    for i in tokens.where(AGENCY | language.speech.agency_forms):
        if tokens.lower[i] not in AGENCY:
            yield from _with_a_form(tokens, i, language)
            continue
        if tokens.lower[i - 1 : i] != ["news"]:
            continue
        last = name_ends(tokens, i + 1)
        if last > i + 1:
            yield Candidate(i + 1, last, OUTLET)
        elif i > 1 and tokens.words[i - 2][0].isupper():
            yield Candidate(name_begins(tokens, i - 1, tokens.sentences[tokens.sentence_of[i]][0]), i + 1, MENTIONED)


def _with_a_form(tokens: Tokens, i: int, language: Language) -> Iterator[Candidate]:
    """The name beside "IA" or "NIAT", in quotation marks or not, where a verb of saying follows both."""
    words, (first, end) = tokens.words, tokens.sentences[tokens.sentence_of[i]]
    if not words[i].isupper():
        return
    behind = i + 1 < end and words[i + 1] in QUOTES
    before = i - 1 > first and words[i - 1] in QUOTES
    if behind:
        ends = [k for k in range(i + 3, min(end, i + 3 + LONGEST)) if words[k] in QUOTES]
        begin, last, after = i + 2, *((ends[0], ends[0] + 1) if ends else (i, i))
    elif before:
        begins = [k for k in range(i - 3, max(first - 1, i - 3 - LONGEST), -1) if words[k] in QUOTES]
        begin, last, after = (begins[0] + 1 if begins else i), i - 1, i + 1
    else:
        begin, last, after = name_begins(tokens, i, first), i, i + 1
    reports = not language.speech.say.isdisjoint(tokens.lower[after : after + NEAR])
    if begin < last and words[begin][0].isupper() and reports:
        yield Candidate(begin, last, OUTLET)
