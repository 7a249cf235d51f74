"""Tokens in, the quotations between marks of any style out, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sco_digest.extract.tokens import DASHES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens

CLOSING: Final = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’", "'": "'", "`": "'`"}
SINGLE: Final = frozenset("‘'`")
SPEECH_WORDS: Final = 4
"""A quotation of fewer words is a name or a turn of phrase, unless it ends like a sentence."""
INSERTED, LONGEST_INSERTION = 6, 14
"""Tokens from a dash to the verb of an insertion, and to the dash behind it."""
ENDS: Final = frozenset(".,!?…")


class Quote(NamedTuple):
    """Tokens `first` to `last` (not included), marks included; `open` where the paragraph ended before the mark."""

    first: int
    last: int
    open: bool
    speech: bool
    """Long enough, or ended like a sentence, to be someone's words rather than a name."""


def find_quotes(tokens: Tokens, say: frozenset[str]) -> list[Quote]:
    """The quotations in the order of the text; one inside another belongs to the outer.

    `say` are verbs of saying: a dash that opens a paragraph opens a quotation where one of them follows another dash.
    """
    found: list[Quote] = []
    marks = [i for i in tokens.unlike if tokens.words[i] in CLOSING]
    for first_sentence, last_sentence in tokens.paragraphs:
        i, last = tokens.sentences[first_sentence][0], tokens.sentences[last_sentence - 1][1]
        dashed = _between_dashes(tokens, i, last, say)
        if dashed:
            found.extend(dashed)
            i = last
        unclosed: set[str] = set()  # what one mark did not find, no later one of its kind will
        for mark in marks[bisect_left(marks, i) : bisect_left(marks, last)]:
            if mark < i or tokens.words[mark] in unclosed or not _opens(tokens, mark):
                continue
            quote = _quote(tokens, mark, last)
            if quote:
                found.extend(_without_insertion(tokens, quote, say))
                i = quote.last
            else:
                unclosed.add(tokens.words[mark])
    return found


def _between_dashes(tokens: Tokens, first: int, last: int, say: frozenset[str]) -> list[Quote]:
    """The quotations of a paragraph such as "– We are glad, – Petrov said. – We waited long."."""
    if tokens.words[first] not in DASHES or tokens.glued(first + 1):
        return []
    dashes = [i for i in range(first, last) if tokens.words[i] in DASHES and not tokens.glued(i)]
    if len(dashes) < 2 or tokens.words[dashes[1] - 1] not in ENDS:
        return []
    if not any(word in say for word in tokens.lower[dashes[1] : dashes[1] + SPEECH_WORDS * 2]):
        return []
    quotes = [Quote(first, dashes[1] + 1, open=False, speech=True)]
    if len(dashes) > 2:
        quotes.append(Quote(dashes[2], last, open=False, speech=True))
    return quotes


def _without_insertion(tokens: Tokens, quote: Quote, say: frozenset[str]) -> list[Quote]:
    """A quotation in parts where it is told inside who speaks: "«It is cold, – says Petrov. – Let us go»"."""
    if not quote.speech or DASHES.isdisjoint(tokens.words[quote.first : quote.last]):
        return [quote]
    inside = range(quote.first + 1, quote.last - 1)
    dashes = [i for i in inside if tokens.words[i] in DASHES and not (tokens.glued(i) and tokens.glued(i + 1))]
    parts: list[Quote] = []
    start = quote.first
    for i, k in pairwise([*dashes, quote.last]):
        if i >= start and _is_insertion(tokens, i, k, say):
            parts.append(Quote(start, i, open=False, speech=True))
            start = k
    rest = [Quote(start, quote.last, quote.open, speech=True)] if start < quote.last else []
    return [*parts, *rest]


def _is_insertion(tokens: Tokens, i: int, k: int, say: frozenset[str]) -> bool:
    """Whether who speaks is told between the dashes at tokens `i` and `k`."""
    told = tokens.lower[i + 1] in say or not say.isdisjoint(tokens.lower[i + 2 : min(i + INSERTED, k)])
    return tokens.words[i - 1] in ENDS and told and k - i <= LONGEST_INSERTION


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a mark that can open a quotation: after a space or bracket, before a word."""
    mark = tokens.words[i]
    if mark not in CLOSING or i + 1 >= len(tokens):
        return False
    if mark in "«“„":
        return True
    after_space = not tokens.glued(i) or tokens.words[i - 1] in "([-–—`"
    return after_space and (mark != "'" or tokens.glued(i + 1))


def _quote(tokens: Tokens, first: int, last: int) -> Quote | None:
    """The quotation that opens at token `first` of a paragraph that ends at `last`.

    One without a closing mark runs to the end of the paragraph, the last of several; a single mark without one is an
    apostrophe.
    """
    closing = CLOSING[tokens.words[first]]
    single = tokens.words[first] in SINGLE
    end = next((i for i in range(first + 1, last) if tokens.words[i] in closing and _closes(tokens, i, single)), None)
    if end is None:
        opening = (
            i for i in range(last - 1, first, -1) if tokens.words[i] == tokens.words[first] and _opens(tokens, i)
        )
        first = next(opening, first)
        return None if single else Quote(first, last, open=True, speech=last - first > SPEECH_WORDS)
    end += 1
    while end < last and tokens.words[end] in closing and tokens.glued(end):  # ''
        end += 1
    inside = [word for word in tokens.words[first:end] if word[0].isalnum()]
    full = tokens.words[end - 2] in ENDS and len(inside) > 1
    return Quote(first, end, open=False, speech=len(inside) >= SPEECH_WORDS or full)


def _closes(tokens: Tokens, i: int, single: bool) -> bool:
    """Whether the mark at token `i` can close: a single one only where no letter follows and it is no plural's."""
    if not tokens.glued(i):
        return False
    if not single:
        return True
    letter_follows = tokens.glued(i + 1) and tokens.words[i + 1][0].isalnum() if i + 1 < len(tokens) else False
    plural = tokens.words[i - 1][-1] == "s" and i + 1 < len(tokens) and tokens.words[i + 1][0].islower()
    return not letter_follows and not plural
