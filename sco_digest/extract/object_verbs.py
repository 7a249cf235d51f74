"""Words in, the verbs whose object stands in them out: "lowered its growth forecast for 2025 by 0.4 points"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Grammar

OBJECT: Final = 10
"""Tokens before a noun of change in which the verb is looked for whose object it is part of."""
OWNED: Final = frozenset({"a", "an", "the", "its", "his", "her", "their"})
APART: Final = frozenset(
    {"after", "before", "despite", "amid", "on", "with", "following", "since", "because", "as", "during", "without"}
)
"""Words over which a verb has no object: "fell despite a rise of 5 percent"."""


def verb_of_object(tokens: Tokens, noun: int, first: int, lexicon: Lexicon) -> int | None:
    """The verb of change whose object holds the noun of one: "lowered its growth forecast for 2025 by 0.4 points"."""
    change, links = lexicon.words.change, lexicon.words.links
    if tokens.lower[noun] not in change.nouns:
        return None
    for i in range(noun - 1, max(first, noun - OBJECT) - 1, -1):
        word = tokens.lower[i]
        if word in lexicon.moving:
            owned = tokens.lower[i + 1] in lexicon.owners or tokens.lower[i + 1] in links.definite
            verb = word not in change.nouns and word not in change.adverbs and word not in links.turned
            return i if owned or verb or i + 1 == noun else None  # cut growth
        if word in links.clause_ends or word in lexicon.acting or word in APART or word in links.results - links.of:
            return None
    return None


def has_object(words: list[str], grammar: Grammar) -> bool:
    """Whether a verb and what it acts on stand in the words before another: "Ostrel on Monday raised its forecast"."""
    acts = (i for i in range(len(words) - 1) if words[i] in grammar.verbs or (words[i].endswith("ed") and i))
    return any(words[i + 1] in OWNED for i in acts)
