"""The quantity words of a language in, the look-up tables that reading a text needs out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sco_digest.extract.phrase_table import Phrases
from sco_digest.extract.tokens import MINUS

if TYPE_CHECKING:
    from sco_digest.language import Quantities
    from sco_digest.model import Bound, Kind


UNCOUNTED = frozenset(["percent", "multiple", "temperature", "count"])
"""Kinds of units whose words look the same behind one and behind more."""


class Meaning:
    """What the words of a unit mean."""

    def __init__(self, name: str, kind: Kind) -> None:
        self.name: Final = name
        self.kind: Final = kind


class Lexicon:
    """The words of a language and what is made of them."""

    def __init__(self, words: Quantities) -> None:
        self.words = words
        self._units(words)
        self._numbers(words)
        self._changes(words)
        self._verbs(words)
        self._clauses(words)

    def _units(self, words: Quantities) -> None:
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
        self.kinds = kinds
        """Of units, the kind of each."""
        self.units = unit_table
        """Phrases of units, lower case, in the singular and the plural."""
        self.money = money_table
        """The same of currencies."""
        self.symbols = symbols
        """Short forms of units, as they stand."""
        self.unit_heads = unit_table.heads | money_table.heads
        """Words with which a unit or a currency begins, lower case."""
        self.symbol_heads = symbols.heads | signs
        """The same of short forms and of signs and codes of money, as they stand."""
        self.money_ends = frozenset(sign[start:] for sign in signs for start in range(len(sign)))
        """What such a sign or code before a number can end with: "$" of "US$"."""
        self.unit_words = frozenset(
            form
            for form, meaning in units
            if " " not in form and form[-1] not in "sz" and meaning.kind not in UNCOUNTED
        ).union(words.meaning.degrees)
        """Last words of units that take an -s behind other numbers than one: "kilometre", not "hertz"."""

    def _numbers(self, words: Quantities) -> None:
        numbers = words.numbers
        self.starters = numbers.vague.union(
            numbers.cardinals, numbers.scales, numbers.fractions, numbers.fraction_signs, numbers.folds
        )
        """Words in which a number can begin."""
        self.in_numbers = frozenset("-/,").union(
            numbers.cardinals,
            numbers.scales,
            numbers.short_scales,
            numbers.joins,
            numbers.fractions,
            numbers.fraction_signs,
        )
        """Words and marks, beside digits, with which a number can go on."""
        self.bounds_before: Phrases[Bound] = Phrases(words.bounds.before.items())
        self.bounds_after: Phrases[Bound] = Phrases(words.bounds.after.items())
        self.yearly: Phrases[bool] = Phrases(words.time.yearly.items())
        """Phrases that compare with the same time a year before."""

    def _changes(self, words: Quantities) -> None:
        links, change = words.links, words.change
        self.changes = change.up | change.down | {"%", "percent", "pct"}
        """Words and signs of change and of shares."""
        self.telling = change.up | change.down | change.measure
        """Words of change and of measure."""
        self.moving = change.up | change.down
        """Words of change."""
        self.moving_others = words.meaning.putting | words.meaning.judging
        """Verbs whose object a figure says the change of."""
        self.linking = change.nouns | links.turned
        """Words of change that may stand inside a change from one number to another."""
        self.measures = change.measure - change.nouns - links.noun_verbs
        """Verbs of measure that are no nouns."""
        self.moves = change.nouns | links.turned | links.plus | frozenset(change.compared) | MINUS
        """Words and signs of a change that is told behind its result."""

    def _verbs(self, words: Quantities) -> None:
        links, change, time = words.links, words.change, words.time
        self.present = words.meaning.present.union(map(_third_person, words.meaning.verbs))
        """Verbs in the third person of the present."""
        self.verbs = words.meaning.past.union(*((verb, _third_person(verb)) for verb in words.meaning.verbs))
        """Verbs that are no nouns, in their plain form, the third person and a past of their own."""
        self.now = self.present | time.coming
        """Words of what is so now or is to come."""
        self.stays = self.present & links.finite | time.coming
        """Those of them that stand before another verb."""
        self.contrasts = time.contrasts - links.and_
        """Conjunctions that set one clause against another."""
        self.helping = links.auxiliaries | links.being
        """Verbs beside which another stands."""
        self.missing = words.bounds.negations | words.uses.missing
        """Words that say that something did not pass a value."""
        self.acting = self.verbs | links.finite
        """Verbs that are no nouns, and those in a finite form."""
        self.verbal = self.acting | self.present
        """The same with those that are nouns elsewhere, in the third person."""
        self.finite = links.finite | self.present | self.moving | change.measure
        """Verbs in a finite form, nouns elsewhere or not."""

        self.clausal = self.verbal | (self.moving - change.nouns - links.same_adverbs)
        """Verbs that are no nouns, those of change among them."""

    def _clauses(self, words: Quantities) -> None:
        links, change = words.links, words.change
        no_nouns = words.nouns.boundaries | links.fillers | links.results | change.measure | change.up | change.down
        self.no_nouns = no_nouns
        """Words after which a bare number may take the unit of another: no noun says that it is of something else."""
        self.joins = links.results | links.lists | links.fillers
        """Words and marks that may stand between two numbers of one sum."""
        self.light = links.fillers | links.auxiliaries
        """Words that say nothing of their own between a verb and its figure."""
        self.adding = links.lists | links.fillers | links.time_nouns | links.either | {"last", "this"}
        """Words between two figures of one thing, said in two ways."""
        self.owners = links.determiners - links.definite - {"a", "an"}
        """Determiners that say whose something is."""
        self.openers = (links.new_clause | words.time.that) - links.and_ - {"with", "after"}
        """Words that open a clause."""
        self.clause_words = links.clause_words - words.bounds.modals
        """Verbs and conjunctions that show another clause, without the modals."""
        self.connecting = no_nouns | links.time_nouns | words.meaning.priced | (links.determiners - links.clause_words)
        """Words that name nothing new between two figures of one subject."""
        self.no_verb_after = words.nouns.boundaries - links.auxiliaries - links.personal - links.and_ - links.relative
        """Words that no finite verb follows."""
        self.clause_heads = links.stops | links.said | (links.new_clause - links.joining)
        """Words and marks at which the search for the verb of a clause ends."""
        self.relative_ends = links.stops | (links.clause_ends - links.relative - links.and_)
        """Words and marks at which a relative clause ends."""
        self.no_subject_start = links.fillers - links.determiners - links.ways
        """Words with which no noun phrase begins."""


@cache
def lexicon(words: Quantities) -> Lexicon:
    """The tables of a language, made once in a process."""
    return Lexicon(words)


def _forms(form: str) -> tuple[str, ...]:
    """A phrase in the singular and its plurals: "mile per hour", "miles per hour"."""
    word, space, rest = form.partition(" ")
    return form, f"{form}s", f"{word}s{space}{rest}"


def _third_person(verb: str) -> str:
    """The form with -s: "carries", "reaches", "brings"."""
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"
