"""The words of a subject in, whether they are a noun phrase to all appearance out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_digest.extract.lexicon import Lexicon

HYPHENS: Final = frozenset({"-", "–"})
"""Marks with which no noun phrase ends, and behind which a verb is a part of a noun: "the self-employed"."""


def is_sure(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a subject, lower case, ends in no verb and holds no pronoun: not "exports went", "gold you’d"."""
    links, boundaries = lexicon.words.links, lexicon.words.nouns.boundaries
    average = len(words) > 1 and words[0] in lexicon.words.meaning.averages and words[1] not in boundaries
    average = average or words[1:2] == ["-"]  # first-quarter
    if words[0][0].isdecimal() or (words[0] in lexicon.no_subject_start and not average):  # more than tenfold
        return False
    if words[-1] in lexicon.words.meaning.no_heads:
        return False  # a net
    named = any(len(word) > 1 and word[0].isalpha() for word in words)
    bare = [word.replace("’", "'").partition("'")[0] for word in words]
    pronoun = any(
        word in links.subjects or (word in links.personal and (i == 0 or words[i - 1] not in boundaries))
        for i, word in enumerate(bare)
    )  # but "the voltage across it"
    after_article = len(words) > 1 and words[-2] in links.determiners  # half the amount
    if len(words) > 1 and f"{words[-1]}s" in links.finite and is_plural(words[-2], lexicon.words.nouns):
        return False  # guides earn
    passive = len(words) > 1 and words[-1] in links.participles and words[-2] in links.auxiliaries  # were killed
    free = words[-1] in links.personal or words[-1] in links.place_adverbs
    if words[-1] in HYPHENS:
        return False  # incomes of the self-
    ends = words[-1] in boundaries and not free and not passive
    verb = ends or (_may_be_verb(words[-1], lexicon) and not after_article)
    compound = len(words) > 2 and words[-2] in HYPHENS  # the self-employed, the hand-made
    return named and not pronoun and (compound or not verb)


def to_plural(lower: Sequence[str], phrase: tuple[int, int], lexicon: Lexicon) -> tuple[int, int]:
    """A phrase up to its first plural: one in five "children" say."""
    heads = (i + 1 for i in range(*phrase) if is_plural(lower[i], lexicon.words.nouns))
    return phrase[0], next(heads, phrase[1])


def _may_be_verb(word: str, lexicon: Lexicon) -> bool:
    change = lexicon.words.change
    verb = word in change.up or word in change.down or word in change.measure
    return verb and word not in change.nouns and word not in lexicon.words.links.noun_verbs
