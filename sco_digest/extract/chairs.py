"""People of a text in, those of them who chair a meeting marked, so that "the Chair" can come back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

CHAIR = frozenset({"chair", "chairperson"})


def mark_chairs(tokens: Tokens, people: list[Someone], words: People) -> None:
    """Add the words for a chair to whoever "chaired the session" or under whose "chairmanship" it was held."""
    places = tokens.where(words.chairing)
    if not places:
        return
    starts = {i: one for one in people for m in one.mentions for i in (m.start, m.first)}
    ends = {m.end: one for one in people for m in one.mentions}
    for i in places:
        one = starts.get(_agent(tokens, i)) or ends.get(i - (tokens.words[i - 1] == ","))
        if one:
            one.role_words |= CHAIR
            one.offices += (("chair",),) if one.offices else ()


def _agent(tokens: Tokens, i: int) -> int:
    """Where who chairs begins behind the word at token `i`: "chaired by", "presided over by", "chairmanship of"."""
    behind = tokens.lower[i + 1 : i + 3]
    if behind[:1] in (["by"], ["of"]):
        return i + 2
    return i + 3 if behind == ["over", "by"] else -1
