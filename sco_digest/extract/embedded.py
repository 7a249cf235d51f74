"""A verb and the quotation behind it in, whether another's words are quoted out: "said Jones had texted her: “...”"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Speech

BROUGHT: Final = frozenset(":,")
FAR: Final = 30
"""Tokens from a verb to the quotation behind it, at the most."""
LAST: Final = 8
"""Tokens from the inner verb to the quotation: "had texted his wife:"."""
SELF: Final = frozenset({"he", "she", "i", "we"})
BETWEEN: Final = frozenset({"to", "used", "always"})
"""Words between a subject and its verb, beside auxiliaries: "her mother used to say"."""
OWN: Final = frozenset({"his", "her", "their", "own", "my", "our"})
APART: Final = frozenset(
    {
        *("who", "after", "before", "when", "while", "as", "once", "since", "because", "although", "though", "what"),
        "whatever",
    }
)
"""Words that open a clause on whom or when someone tells: "told the reporter who asked", "said as the crowd roared"."""


def is_of_another(tokens: Tokens, verb: int, quote: int, who: Someone, speech: Speech) -> bool:
    """Whether the quotation that opens at token `quote` is of somebody else than `who`, whose verb is token `verb`.

    Another said or wrote it ("quoted a text in which Combs wrote: “...”"), or it is read out ("recalled the words of
    Havel: “...”").
    """
    if not verb < quote - 1 <= verb + FAR or tokens.words[quote - 1] not in BROUGHT:
        return False
    return _reads_out(tokens, verb, quote, speech) or _is_told_inside(tokens, verb, quote, who, speech)


def _reads_out(tokens: Tokens, verb: int, quote: int, speech: Speech) -> bool:
    """Whether what is quoted is a text or another's words: "quoted a proverb:", "repeated Petrov’s words:"."""
    lower = tokens.lower[verb:quote]
    if lower[0] not in speech.rereading or tokens.words[quote - 1] != ":":
        return False
    noun = next((k for k, word in enumerate(lower) if word in speech.texts), None)
    if noun is None:  # "quoted his father:", "cited Petrov:", not "cited a lack of money:"
        person = not lower[0].startswith("cit") or tokens.words[verb + 1][0].isupper()
        return person and lower[0] in speech.quoting and quote - verb > 2
    if lower[noun] in speech.spoken:
        return lower[noun - 1] in POSSESSIVES or lower[noun + 1] in ("of", "from", "by")
    return lower[noun - 1] not in OWN or lower[noun + 1] in ("of", "from", "by", "to", "in")


def _is_told_inside(tokens: Tokens, verb: int, quote: int, who: Someone, speech: Speech) -> bool:
    """Whether a further verb of saying, with a subject of its own, stands right before the quotation."""
    lower = tokens.lower
    if lower[verb] in speech.rebutting:
        return False
    near = range(quote - 2, max(verb, quote - LAST) - 1, -1)
    inner = next((k for k in near if k > verb and (lower[k] in speech.say or lower[k] in speech.writing)), None)
    if inner is None or lower[inner + 1] == "by":
        return False
    subject = inner - 1
    while subject > verb and (lower[subject] in speech.auxiliaries or lower[subject] in BETWEEN):
        subject -= 1
    gender = speech.he.get(lower[subject], "")
    other = gender != "" and who.gender not in ("", gender)  # "Anna Weiss said he had told her"
    if subject <= verb or (lower[subject] in SELF and not other) or not lower[subject][0].isalpha():
        return False
    clause = lower[verb + 1 : subject + 1]
    names = (
        other
        or tokens.words[subject][0].isupper()
        or lower[subject - 1] in POSSESSIVES
        or _is_led(lower, subject, verb)
    )
    return names and APART.isdisjoint(clause) and "," not in clause


def _is_led(lower: list[str], subject: int, verb: int) -> bool:
    """Whether an article or owner stands before a noun, so that it can be a subject: "her late husband"."""
    near = lower[max(verb + 1, subject - 2) : subject]
    return any(word in OWN or word in ("the", "a", "an") for word in near)
