"""Tokens of a statement in, the clauses out that others are said to say: "the plan, which opponents say costs $5"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech

OPENERS: Final = frozenset({"which", "who", "whom", "whose", "where"})
SAYING: Final = frozenset({"say", "says", "said"})
MODALS: Final = frozenset({"will", "would", "could", "may", "might", "has", "have", "had"})
ACCORDING: Final = ["according", "to"]
LONGEST_SUBJECT: Final = 6
LONGEST_CLAUSE: Final = 40
CLAUSE_ENDS: Final = frozenset(',;:.?!—–)”"»')
SELF: Final = frozenset({"he", "she", "i", "we", "you"})
"""Subjects that can be who speaks: "the plan, which she says costs 5 dollars"."""
NOUNS: Final = frozenset({"answers", "denies", "forecast", "forecasts", "notes", "points", "states"})
"""Forms that are nouns, or open no clause: "in which tax notes rose"."""


def clauses_of_others(tokens: Tokens, first: int, last: int, language: Language) -> list[tuple[int, int]]:
    """The clauses within tokens `first` to `last` that others say: their figures are nobody's.

    Also one that is credited to others: "the war, which killed 300 people, according to the UN".
    """
    found: list[tuple[int, int]] = []
    for k in range(first + 1, last):
        relative = tokens.lower[k] in OPENERS
        opens = relative or (tokens.lower[k] == "that" and tokens.words[k - 1] != ",")
        verb = _verb(tokens, k, last, language) if opens else k if _has_gap(tokens, k, last, language) else None
        if verb is None and not relative:
            continue
        begins = verb or k
        limit = min(begins + LONGEST_CLAUSE, last)
        end = next((i for i in range(begins, limit) if tokens.words[i] in CLAUSE_ENDS), limit)
        behind = tokens.lower[end + 1 : end + 4] if tokens.words[end : end + 1] == [","] else []
        credited = tokens.words[k - 1] == "," and behind[:2] == ACCORDING and behind[-1] not in language.speech.he
        if verb is not None or credited:
            found.append((k, end))
    return found


def _has_gap(tokens: Tokens, i: int, last: int, language: Language) -> bool:
    """Whether others say of what stands before them: "a plan opponents say will cost 5 dollars"."""
    lower, speech = tokens.lower, language.speech
    if i + 1 >= last or not (lower[i] in SAYING or lower[i] in speech.plural) or lower[i - 1] in SELF | OPENERS:
        return False
    ahead = lower[i + 1] in speech.be or lower[i + 1] in MODALS
    return ahead and tokens.words[i - 1][0].isalpha() and lower[i - 1] not in speech.auxiliaries


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
