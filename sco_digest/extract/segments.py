"""Cues with who speaks in, the tokens of each one's sentence that are its own out: a sentence is shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.asides import CONJUNCTIONS
from sco_digest.extract.frame import RELATIVE, Frames
from sco_digest.extract.outermost import clause_marks
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.quotes import Quote
    from sco_digest.extract.readings import Cue, Someone
    from sco_digest.extract.tokens import Tokens


def segments_of(
    tokens: Tokens, resolved: list[tuple[Cue, Someone | None]], quotes: list[Quote], frames: Frames
) -> list[tuple[int, int]]:
    """The tokens of each cue's sentence that are its own: a sentence with several cues is shared out among them."""
    found: list[tuple[int, int]] = []
    cues = [cue for cue, _ in resolved]
    for place, cue in enumerate(cues):
        first, last = tokens.sentences[tokens.sentence_of[cue.first]]
        before = cues[place - 1] if place and cues[place - 1].first >= first else None
        after = cues[place + 1] if place + 1 < len(cues) and cues[place + 1].first < last else None
        start = _own_start(tokens, before, cue) if before else frames.own_start(cue, first)
        end = _own_start(tokens, cue, after) if after else last
        end -= after is not None and tokens.lower[end - 1] in CONJUNCTIONS  # the "and" is of neither
        if before and not _says(tokens, cue, start, end):
            marks = _marks_between(resolved[place - 1][1], resolved[place][1])
            mark = _mark_before(tokens, before, start, marks, quotes)
            if mark is not None:  # He denied it: the road was open, he said
                start, found[-1] = mark + 1, (found[-1][0], max(mark, found[-1][0] + 1))
        found.append((start, max(end, start + 1)))
    return found


def _says(tokens: Tokens, cue: Cue, first: int, last: int) -> bool:
    """Whether a cue's part has more in it than who speaks."""
    own = {*range(cue.source.first, cue.source.last), *range(cue.first, cue.last)}
    end = max(own) + 1
    behind = tokens.lower[end : end + 2]  # said Anna Weiss, a judge
    aside = behind[:1] == [","] and not {*ARTICLES, *RELATIVE}.isdisjoint(behind)
    return any(tokens.words[i][0].isalnum() for i in range(first, end if aside else last) if i not in own)


def _marks_between(one: Someone | None, other: Someone | None) -> str:
    """Marks that part what two cues report: a colon of two speakers opens what the first of them says."""
    if one is None or other is None:
        return ""
    return ":;" if one is other else ";"


def _mark_before(tokens: Tokens, before: Cue, start: int, marks: str, quotes: list[Quote]) -> int | None:
    """The last of such marks between two cues, where no quotation holds it or opens behind it."""
    found = next((i for i in range(start - 1, before.last, -1) if tokens.words[i] in marks), None)
    if found is None or any(quote.first <= found + 1 and found < quote.last for quote in quotes):
        return None
    return found


def _own_start(tokens: Tokens, before: Cue, cue: Cue) -> int:
    """Where a cue's part begins when another cue stands before it in the sentence."""
    start = cue.source.first if max(before.last, before.source.last) <= cue.source.first < cue.first else cue.first
    marks = clause_marks(tokens, before.last, start)
    return marks[-1] + 1 if marks else start
