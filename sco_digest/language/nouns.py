"""The form of what a language knows of counted nouns: part of `quantities.toml`."""

from __future__ import annotations

from msgspec import Struct


class NounWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What tells a counted noun from the words around it."""

    verb_endings: tuple[str, ...]
    past_ending: str
    not_past: frozenset[str]
    """Words that have that ending and are no past tense."""
    adverb_ending: str
    joins: frozenset[str]
    """Between adjectives."""
    plurals: dict[str, str]
    """Irregular plurals, to singulars."""
    people_ending: str
    """With a capital, that of peoples who take no -s."""
    invariant: frozenset[str]
    """Nouns that are counted without -s."""
    people: frozenset[str]
    """Adjectives that stand for people: the "dead"."""
    in_use: frozenset[str]
    """Plurals in -uses of nouns in -use: "fuses"; others are of nouns in -us, as "campuses"."""
    animals: frozenset[str]
    """Nouns before "population" that say that it is none of people."""
    not_plural: frozenset[str]
    """Words in -s that are no plurals."""
    owners: frozenset[str]
    """Plurals that say for whom something is, before a possessive: "children’s" camps."""
    modifiers: frozenset[str]
    """Plurals that stand before the noun they belong to: "sports" clubs."""
    measuring: frozenset[str]
    """Those of them that can stand before the noun all the same: nine "deep" pools."""
    boundaries: frozenset[str]
    """Words at which a noun phrase ends."""
    no_kind: frozenset[str]
    """Words before a noun that do not say of which kind it is: "more" losses."""
    comparatives: frozenset[str]
    """Words behind a noun by which it differs: half a point "lower"."""
    vague_one: frozenset[str]
    """Nouns with which "one" counts nothing: "one day"."""
    one_before: frozenset[str]
    """Words before "one" with which it counts."""
    adjectives: frozenset[str]
    """Words that count nothing after a number and a hyphen: "two-way"."""
    person_verbs: frozenset[str]
    """Words that show that the number before them counts people."""
    things: frozenset[str]
    """What "others" behind them are too: "12 routes and 14 others"."""
    told_of: frozenset[str]
    """Plurals that a bare number after a verb counts."""
    person_phrases: frozenset[str]
    """Pairs of words that show it too: 212 "on board"."""
    person_before: frozenset[str]
    """Words that show the same of the number after them."""
