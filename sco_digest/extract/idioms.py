"""A verb that reports only in an idiom in, where the idiom's words end out: "put it", "put the cost at 5 dollars"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

FAR = 16
"""Tokens between a verb and the word that makes it report."""
NEAR = 8
"""Tokens from "put forward" to what is, at the most."""
CLOSING, BEFORE = frozenset({"”", "»", '"'}), 4
"""Marks behind a quotation, and the tokens from one to the verb at the most."""
STOPS = frozenset(".;:!?")
"""Words behind an "as" that compares or opens a clause."""


def idiom_ends(tokens: Tokens, i: int, last: int, speech: Speech) -> int | None:
    """Where the cue ends that the verb at token `i` begins, in a sentence up to `last`; None where it is none."""
    lower = tokens.lower
    if i + 1 >= last:
        return None
    needed = speech.idioms[lower[i]]
    if lower[i + 1] == "it" and "it" in needed:
        return i + 2
    if "on" in needed:
        return i + 2 if lower[i + 1] == "on" and _is_aside(tokens, i, last, speech) else None
    if "would" in needed:
        return i + 1 if lower[i - 1] == "would" and lower[i + 1] not in ("this", "that") else None
    if lower[i + 1] == "forward" and "forward" in needed:
        return i + 2 if not speech.tabled.isdisjoint(lower[i + 2 : min(i + NEAR, last)]) else None
    if "out" in needed or "attention" in needed:
        reports = _draws(tokens, i, last) if "attention" in needed else lower[i + 1] == "out"
    else:
        reports = _goes_with(tokens, i, last, speech)
    return i + 1 if reports else None


def _draws(tokens: Tokens, i: int, last: int) -> bool:
    """Whether someone "drew attention", or "drew the attention of members to": not "drew the attention of rivals"."""
    if tokens.lower[i + 1] == "attention":
        return True
    whose = tokens.lower[i + 2 : i + 3] == ["attention"]
    return whose and "to" in tokens.lower[i + 3 : min(i + FAR, last)]


def _is_aside(tokens: Tokens, i: int, last: int, speech: Speech) -> bool:
    """Whether "went on" tells who speaks: ", she went on,", or right behind a quotation."""
    ends = tokens.words[i + 2] if i + 2 < last else ""
    pronoun = tokens.lower[i - 1] in speech.he and i > 1 and tokens.words[i - 2] == ","
    mark = next((k for k in range(i - 1, max(0, i - BEFORE), -1) if tokens.words[k] in CLOSING), None)
    who = tokens.words[mark + 1 : i] if mark is not None else []
    quoted = who != [] and all(word[0].isupper() or word in speech.he for word in who)
    return (pronoun and ends == ",") or (quoted and ends in {",", ".", ":"})


def _goes_with(tokens: Tokens, i: int, last: int, speech: Speech) -> bool:
    """Whether the word that makes the verb at token `i` report stands further on: "regards the plan as"."""
    needed = speech.idioms[tokens.lower[i]]
    for k in range(i + 2, min(i + FAR, last - 1)):
        if tokens.words[k] in STOPS:
            return False
        if tokens.lower[k] in needed:
            following = tokens.words[k + 1]
            figure = following[0].isdigit() or following in speech.before_figure
            return figure if tokens.lower[k] == "at" else following.lower() not in speech.no_as
    return False
