"""Tokens of a statement in, the clauses out that others are said to say: "the plan, which opponents say costs $5"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech

OPENERS: Final = frozenset({"which", "who", "whom", "where"})
LONGEST_SUBJECT: Final = 6
LONGEST_CLAUSE: Final = 40
CLAUSE_ENDS: Final = frozenset(',;:.?!—–)”"»')
SELF: Final = frozenset({"he", "she", "i", "we", "you"})
"""Subjects that can be who speaks: "the plan, which she says costs 5 dollars"."""
NOUNS: Final = frozenset({"answers", "denies", "forecast", "forecasts", "notes", "points", "states"})
"""Forms that are nouns, or open no clause: "in which tax notes rose"."""


def clauses_of_others(tokens: Tokens, first: int, last: int, language: Language) -> list[tuple[int, int]]:
    """The relative clauses within tokens `first` to `last` whose words are another's; their figures are not told."""
    found: list[tuple[int, int]] = []
    for k in range(first + 1, last):
        opens = tokens.lower[k] in OPENERS or (tokens.lower[k] == "that" and tokens.words[k - 1] != ",")
        verb = _verb(tokens, k, last, language) if opens else None
        if verb is not None:
            limit = min(verb + LONGEST_CLAUSE, last)
            found.append((k, next((i for i in range(verb, limit) if tokens.words[i] in CLAUSE_ENDS), limit)))
    return found


def _verb(tokens: Tokens, opener: int, last: int, language: Language) -> int | None:
    """Where a verb of saying with a subject stands behind the opener of a clause: "which rights groups say"."""
    grammar, speech = language.grammar, language.speech
    for k in range(opener + 1, min(opener + 1 + LONGEST_SUBJECT, last - 1)):
        lower = tokens.lower[k]
        if k > opener + 1 and tokens.lower[k - 1] not in ARTICLES and _says(lower, speech):
            gap = tokens.lower[k + 1] in speech.auxiliaries or tokens.lower[k + 1] in speech.be
            return (
                k if tokens.lower[opener] != "that" or (gap and not _says(tokens.lower[opener - 1], speech)) else None
            )
        acts = lower in speech.be or lower in grammar.verbs or lower in speech.auxiliaries or lower.endswith("ly")
        if not tokens.words[k][0].isalpha() or lower in SELF or acts or lower in grammar.prepositions:
            return None
    return None


def _says(word: str, speech: Speech) -> bool:
    """Whether a form reports: "says", and "estimate" with a subject of several."""
    noun = word in NOUNS or word.removesuffix("s") in speech.nouns
    return not noun and (word in speech.say or word in speech.plural or f"{word}s" in speech.say)
