"""The quantity words of a language in, the look-up tables that reading a text needs out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.extract.phrase_table import Phrases
from sco_digest.extract.tokens import MINUS

if TYPE_CHECKING:
    from sco_digest.language import Quantities
    from sco_digest.model import Bound, Kind


UNCOUNTED = frozenset(["percent", "multiple", "temperature", "count"])
"""Kinds of units whose words look the same behind one and behind more."""


class Meaning(Struct, frozen=True):
    """What the words of a unit mean."""

    name: str
    kind: Kind


class Lexicon(Struct, frozen=True, eq=False):
    """The words of a language and what is made of them."""

    words: Quantities
    units: Phrases[Meaning]
    """Phrases of units, lower case, in the singular and the plural."""
    money: Phrases[Meaning]
    """The same of currencies."""
    symbols: Phrases[Meaning]
    """Short forms of units, as they stand."""
    unit_heads: frozenset[str]
    """Words with which a unit or a currency begins, lower case."""
    symbol_heads: frozenset[str]
    """The same of short forms and of signs and codes of money, as they stand."""
    money_ends: frozenset[str]
    """What such a sign or code before a number can end with: "$" of "US$"."""
    bounds_before: Phrases[Bound]
    bounds_after: Phrases[Bound]
    yearly: Phrases[bool]
    """Phrases that compare with the same time a year before."""
    starters: frozenset[str]
    """Words in which a number can begin."""
    in_numbers: frozenset[str]
    """Words and marks, beside digits, with which a number can go on."""
    no_nouns: frozenset[str]
    """Words after which a bare number may take the unit of another: no noun says that it is of something else."""
    joins: frozenset[str]
    """Words and marks that may stand between two numbers of one sum."""
    light: frozenset[str]
    """Words that say nothing of their own between a verb and its figure."""
    owners: frozenset[str]
    """Determiners that say whose something is."""
    openers: frozenset[str]
    """Words that open a clause."""
    clause_words: frozenset[str]
    """Verbs and conjunctions that show another clause, without the modals."""
    changes: frozenset[str]
    """Words and signs of change and of shares."""
    telling: frozenset[str]
    """Words of change and of measure."""
    moving: frozenset[str]
    """Words of change."""
    linking: frozenset[str]
    """Words of change that may stand inside a change from one number to another."""
    connecting: frozenset[str]
    """Words that name nothing new between two figures of one subject."""
    no_verb_after: frozenset[str]
    """Words that no finite verb follows."""
    clause_heads: frozenset[str]
    """Words and marks at which the search for the verb of a clause ends."""
    relative_ends: frozenset[str]
    """Words and marks at which a relative clause ends."""
    measures: frozenset[str]
    """Verbs of measure that are no nouns."""
    unit_words: frozenset[str]
    """Last words of units that take an -s behind other numbers than one: "kilometre", not "hertz"."""
    adding: frozenset[str]
    """Words between two figures of one thing, said in two ways."""
    present: frozenset[str]
    """Verbs in the third person of the present."""
    moves: frozenset[str]
    """Words and signs of a change that is told behind its result."""
    verbs: frozenset[str]
    """Verbs that are no nouns, in their plain form, the third person and a past of their own."""
    no_subject_start: frozenset[str]
    """Words with which no noun phrase begins."""


@cache
def lexicon(words: Quantities) -> Lexicon:
    """The tables of a language, made once in a process."""
    kinds = {name: kind for kind, names in words.units.words.items() for name in names}
    units = [
        (form, Meaning(name, kind))
        for kind, names in words.units.words.items()
        for name, forms in names.items()
        for form in forms
    ]
    money = [(form, Meaning(code, "money")) for code, forms in words.money.words.items() for form in forms]
    unit_table = Phrases((phrase, meaning) for form, meaning in units for phrase in _forms(form))
    money_table = Phrases((phrase, meaning) for form, meaning in money for phrase in _forms(form))
    symbols = Phrases((sign, Meaning(name, kinds.get(name, "other"))) for sign, name in words.units.symbols.items())
    signs = {*words.money.signs, *words.money.codes}
    numbers = words.numbers
    links, change = words.links, words.change
    no_nouns = words.nouns.boundaries | links.fillers | links.results | change.measure | change.up | change.down
    return Lexicon(
        words=words,
        units=unit_table,
        money=money_table,
        symbols=symbols,
        unit_heads=unit_table.heads | money_table.heads,
        symbol_heads=symbols.heads | signs,
        money_ends=frozenset(sign[start:] for sign in signs for start in range(len(sign))),
        bounds_before=Phrases(words.bounds.before.items()),
        bounds_after=Phrases(words.bounds.after.items()),
        yearly=Phrases(words.time.yearly.items()),
        no_nouns=no_nouns,
        joins=links.results | links.lists | links.fillers,
        light=links.fillers | links.auxiliaries,
        owners=links.determiners - links.definite - {"a", "an"},
        openers=(links.new_clause | words.time.that) - links.and_ - {"with", "after"},
        clause_words=links.clause_words - words.bounds.modals,
        changes=change.up | change.down | {"%", "percent", "pct"},
        telling=change.up | change.down | change.measure,
        moving=change.up | change.down,
        linking=change.nouns | links.turned,
        connecting=no_nouns | links.time_nouns | words.meaning.priced | (links.determiners - links.clause_words),
        no_verb_after=words.nouns.boundaries - links.auxiliaries - links.personal - links.and_ - links.relative,
        clause_heads=links.stops | links.said | (links.new_clause - links.joining),
        relative_ends=links.stops | (links.clause_ends - links.relative - links.and_),
        measures=change.measure - change.nouns - links.noun_verbs,
        unit_words=frozenset(
            form
            for form, meaning in units
            if " " not in form and form[-1] not in "sz" and meaning.kind not in UNCOUNTED
        ).union(words.meaning.degrees),
        adding=links.lists | links.fillers | links.time_nouns | links.either | {"last", "this"},
        present=words.meaning.present.union(map(_third_person, words.meaning.verbs)),
        moves=change.nouns | links.turned | links.plus | frozenset(change.compared) | MINUS,
        verbs=words.meaning.past.union(*((verb, _third_person(verb)) for verb in words.meaning.verbs)),
        no_subject_start=links.fillers - links.determiners - links.ways,
        in_numbers=frozenset("-/,").union(
            numbers.cardinals,
            numbers.scales,
            numbers.short_scales,
            numbers.joins,
            numbers.fractions,
            numbers.fraction_signs,
        ),
        starters=numbers.vague.union(
            numbers.cardinals, numbers.scales, numbers.fractions, numbers.fraction_signs, numbers.folds
        ),
    )


def _forms(form: str) -> tuple[str, ...]:
    """A phrase in the singular and its plurals: "mile per hour", "miles per hour"."""
    word, space, rest = form.partition(" ")
    return form, f"{form}s", f"{word}s{space}{rest}"


def _third_person(verb: str) -> str:
    """The form with -s: "carries", "reaches", "brings"."""
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"
