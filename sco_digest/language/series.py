"""The form of what a language knows of what is measured again and again, to tell which subjects are the same."""

from __future__ import annotations

from msgspec import Struct


class SeriesWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a subject, and words between a subject and its figure; lower case."""

    determiners: frozenset[str]
    """Words that can be left out: "the" exports."""
    pointing: frozenset[str]
    """Words that say which one is meant only in their own text: "its" exports, "this" budget."""
    prepositions: frozenset[str]
    """Words that end the head of a noun phrase: exports "of" grain."""
    owning: frozenset[str]
    """Prepositions before the place that a subject is of: exports "of" Veldoria."""
    with_: tuple[str, ...]
    """Before the other side of what two countries share: trade "with" Orm."""
    pair: tuple[str, str]
    """Around the first of two countries: trade "between" Orm "and" Veldoria."""
    shared: frozenset[str]
    """Heads of what two countries share, which is the same seen from either: trade."""
    mutual: frozenset[str]
    """Words that say no more than that it is shared: "mutual" trade."""
    plurals: tuple[tuple[str, str], ...]
    """Endings of plurals and what takes their place in the singular; the first that fits."""
    measures: frozenset[str]
    """Nouns in the singular that name what is measured of a country: exports."""
    vague: frozenset[str]
    """Nouns in the singular that name it only with a further word: the "capacity" of what."""
    rates: frozenset[str]
    """Nouns in the singular of which a percentage is the level and no part of something else: inflation."""
    growths: frozenset[str]
    """Nouns that say that a percentage is how much something grew: GDP "growth" was 5 percent."""
    levels: frozenset[str]
    """Words right before a figure that its subject came to: "reached"."""
    arrivals: frozenset[str]
    """The same of words that say so only behind another, or where it rose or fell: amounted "to"."""
    sums: frozenset[str]
    """The words before them: "amounted" to."""
    states: frozenset[str]
    """Words right before a figure that its subject is, which say so only where nothing rose or fell: "was"."""
    amount: frozenset[str]
    """Words right before how much a subject changed: rose "by"."""
    parts: frozenset[str]
    """Words right behind a share of something: 40 percent "of"."""
    light: frozenset[str]
    """Words before a figure that change nothing of what it measures: "about", "a record"."""
    light_phrases: tuple[tuple[str, str], ...]
    """The same of two words: "at least"."""
    unsure: frozenset[str]
    """Words in a sentence before a figure that is only wanted, expected or denied."""
    unsure_endings: tuple[str, ...]
    """Endings of such words: "didn't"."""
