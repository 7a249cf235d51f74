"""A verb of saying in, whether its words report nothing out: "said nothing", "Petrov, asked about it, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_digest.extract.mentions import Mentions
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

DECREED = 6
"""Tokens behind "declared" in which what is declared stands."""
PLEAS = frozenset({"guilty", "innocent"})
KEEPING = frozenset({"maintained", "maintains"})
CLAUSAL = frozenset({"that", "it", "they", "there", "we", "i"})
ASIDE = 30
"""Tokens of an aside that begins with a participle, at the most."""


def is_unsaid(tokens: Tokens, i: int, last: int, mentions: Mentions, speech: Speech) -> bool:
    """Whether the verb at token `i` of a sentence that ends at `last` reports nothing."""
    noun = tokens.lower[i][-1] == "s" and i > 1 and _takes_object(tokens, i - 1, speech)
    return (
        noun
        or _is_kept_up(tokens, i, last, speech)
        or _is_call(tokens, i, last, mentions, speech)
        or _is_decree(tokens, i, last, speech)
        or _says_nothing(tokens, i, last, speech)
        or _is_plea(tokens, i, last)
        or _is_asked(tokens, i, last, mentions, speech)
    )


def _takes_object(tokens: Tokens, i: int, speech: Speech) -> bool:
    """Whether a noun follows token `i`, and no verb: "has doubts", "invited comments", but "the accused says"."""
    word = tokens.words[i]
    return word.lower() in speech.no_present_after or (
        len(word) > 4 and word.endswith("ed") and tokens.lower[i - 1] != "the"
    )


def _is_kept_up(tokens: Tokens, i: int, last: int, speech: Speech) -> bool:
    """Whether a verb behind "and" can be of another subject, and keeps things: "that sales grew and maintained"."""
    if tokens.lower[i] not in KEEPING or tokens.lower[i - 1] != "and" or i + 1 >= last:
        return False
    behind = tokens.lower[i + 1]
    return behind not in CLAUSAL and behind not in speech.he and tokens.words[i + 1] not in '“"«:'


def _says_nothing(tokens: Tokens, i: int, last: int, speech: Speech) -> bool:
    """Whether nothing is said: "said nothing about it", but not "said nothing had changed"."""
    if i + 1 >= last or tokens.lower[i + 1] not in speech.nothing:
        return False
    return i + 2 >= last or tokens.lower[i + 2] in speech.behind_nothing


def _is_call(tokens: Tokens, i: int, last: int, mentions: Mentions, speech: Speech) -> bool:
    """Whether a meeting or a person is called: "called an election", "called Petrov on Monday"."""
    if tokens.lower[i] not in ("called", "calls", "calling") or i + 2 >= last:
        return False
    found = mentions.by_start.get(i + 1)
    if found and found[1].kind == "person":
        end = found[0].end
        return end < last and (tokens.lower[end] in speech.behind_called or tokens.words[end] in ".,")
    behind = tokens.lower[i + 2 : min(i + 5, last)]
    return tokens.lower[i + 1] in speech.before_called and not speech.called.isdisjoint(behind)


def _is_decree(tokens: Tokens, i: int, last: int, speech: Speech) -> bool:
    """Whether a declaration makes something so: "declared three days of mourning", "declares a state of emergency"."""
    if tokens.lower[i] not in ("declared", "declares", "declaring") or "that" in tokens.lower[i + 1 : i + 2]:
        return False
    return not speech.declared.isdisjoint(tokens.lower[i + 1 : min(i + DECREED, last)])


def _is_plea(tokens: Tokens, i: int, last: int) -> bool:
    """Whether somebody answers a charge: "pleaded guilty to 14 counts", "pleads not guilty"."""
    return tokens.lower[i].startswith("plead") and not PLEAS.isdisjoint(tokens.lower[i + 1 : min(i + 3, last)])


def _is_asked(tokens: Tokens, i: int, last: int, mentions: Mentions, speech: Speech) -> bool:
    """Whether someone is asked in an aside: "Petrov, asked about the poll by a reporter, said"."""
    listens = tokens.lower[i] in speech.told and tokens.words[i - 1] == "," and i - 1 in mentions.by_end
    return listens and any(
        tokens.words[k] == "," and tokens.lower[k + 1] in speech.say for k in range(i + 1, min(i + ASIDE, last - 1))
    )
