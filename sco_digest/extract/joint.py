"""Names that "and" joins behind a comma in, whether they are one subject out: "It rained, Orm and Lee said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.quote_tags import closes

if TYPE_CHECKING:
    from sco_digest.extract.readings import Attributed
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

CLAUSE: Final = 40
"""Tokens before the comma in which the verb of a clause is looked for."""
SHORT: Final = 4
"""Letters of words in -ed that are no verbs: "need"."""
PHRASE: Final = 8
"""Tokens of a time or place that opens a sentence: "After talks in Osk on Monday,"."""
ADVERBS: Final = 4
"""Tokens behind a subject within which its verb stands: "Weiss and Reed later also said"."""


def are_apart(tokens: Tokens, comma: int, first: int, names: tuple[Attributed, Attributed], language: Language) -> bool:
    """Whether names behind the comma of a sentence from `first` on, of which the last two are given, are one subject.

    They are where they close the sentence behind a clause, and where what opens it is no subject: "On Monday, Weiss and
    Reed said". Else the first of them can go on with what stands before the comma: "They hired the mayor, Weiss and".
    """
    one, other = names
    last = tokens.sentences[tokens.sentence_of[first]][1]
    verb = next((i for i in range(other.last, min(other.last + ADVERBS, last)) if _says(tokens, i, language)), last)
    if verb == last or tokens.words[one.last] == ",":
        return False
    if any(_acts(tokens, i, language) for i in range(max(first, comma - CLAUSE), comma)):
        return closes(tokens.words, verb + 1, last, language.grammar)
    led = tokens.lower[first] in language.grammar.prepositions or tokens.lower[first] in language.grammar.subordinators
    return led and comma - first <= PHRASE and "," not in tokens.words[first:comma]


def _says(tokens: Tokens, i: int, language: Language) -> bool:
    return tokens.words[i] in language.speech.say


def _acts(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether a token looks like the verb of a clause: "is", "would", "rained"."""
    word = tokens.words[i]
    past = len(word) > SHORT and word.endswith("ed") and word.islower()
    return past or word in language.grammar.verbs or word in language.speech.be
