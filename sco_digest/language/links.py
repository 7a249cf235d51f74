"""The form of what a language knows of the words that lead from a figure to what it means."""

from __future__ import annotations

from msgspec import Struct, field


class LinkWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands before, after and between numbers that belong together."""

    and_: frozenset[str] = field(name="and")
    at: frozenset[str]
    bases: frozenset[str]
    """What a share is told of though it measures something else: percent of "GDP"."""
    keeping: frozenset[str]
    """Verbs before the noun whose share they keep: "kept" its rate at 18%."""
    measured_nouns: frozenset[str]
    """Nouns that are told of in percent: "rate" at 18%."""
    part_openers: frozenset[str]
    """Words before a list that belongs to a noun: exports "of" wheat, flour and oil."""
    personal: frozenset[str]
    """Pronouns that no subject holds."""
    subjects: frozenset[str]
    """Of them, those that stand before a verb only, and so in no noun phrase at all."""
    parts: frozenset[str]
    """Phrases between a number and the larger one it is part of: 27 "of the" 40."""
    new_clause: frozenset[str]
    """Words that after a comma begin a clause with figures of its own."""
    ratios: frozenset[str]
    """Phrases between a part and its whole: one "in" five."""
    before_ratio: frozenset[str]
    """Words before such a part that make it sure."""
    of: frozenset[str]
    in_of: frozenset[str]
    in_: frozenset[str] = field(name="in")
    of_in_for: frozenset[str]
    """Words that add to a noun what it is of."""
    worth: frozenset[str]
    turned: frozenset[str]
    """ "up" and "down" before the value that a figure changed from."""
    dimensions: frozenset[str]
    """Words and marks between the sides of something."""
    ones: frozenset[str]
    """Nouns that stand for what was counted before: private "ones"."""
    those: frozenset[str]
    """Pronouns for what was counted before: 29 of "them"."""
    remaining: frozenset[str]
    """Words before a number of those that are left of what was counted."""
    moved: frozenset[str]
    """Verbs that say of "from 3 to 5" that it is a change."""
    either: frozenset[str]
    between: frozenset[str]
    minus: frozenset[str]
    plus: frozenset[str]
    than: frozenset[str]
    apart: frozenset[str]
    """Words before a number that is no percent though the one before it is."""
    old: frozenset[str]
    same_adverbs: frozenset[str]
    """Adverbs of change that act as verbs: "was up 5 percent"."""
    origin: str
    """Before the value that a figure changed from."""
    target: str
    """Before the value that it changed to."""
    amount: frozenset[str]
    """Before how much it changed: "by" 35 to 210."""
    lists: frozenset[str]
    stops: frozenset[str]
    """Marks over which two numbers do not make one figure."""
    ranges: frozenset[str]
    """Words that make "from 5 to 10" a range rather than a change."""
    comparing: frozenset[str]
    """Words after "three times" that make it a multiple."""
    people: frozenset[str]
    """Nouns before a bare number that counts people."""
    aged: frozenset[str]
    """Words before an age."""
    older: frozenset[str]
    """Words of a bound before an age."""
    numbers: frozenset[str]
    """Nouns whose "of" says what is counted: the "number" of tourists."""
    scales: frozenset[str]
    """Nouns that are the unit of the bare number behind them: an earthquake of "magnitude" 6.3."""
    change_money: frozenset[str]
    """Units of money of which nobody tells a million."""
    ages: frozenset[str]
    """Nouns that a bare number is told of as an age: life "expectancy" of 73."""
    groups: frozenset[str]
    """Nouns whose "of twelve" counts people."""
    more: frozenset[str]
    """Words after a number that counts what the one before it counts."""
    goes_on: frozenset[str]
    """Words before such a number."""
    measured: frozenset[str]
    """Words before a number that is a figure without a unit."""
    results: frozenset[str]
    """Words between a word of change and its figure."""
    twice: frozenset[str]
    """Multiples that compare and say no change."""
    as_words: frozenset[str]
    """Words after "twice as"."""
    fillers: frozenset[str]
    """Words that may stand between a verb of change and its figure."""
    clause_ends: frozenset[str]
    """Marks and words over which no verb governs a figure."""
    time_nouns: frozenset[str]
    """Nouns that say when rather than what."""
    clause_words: frozenset[str]
    """Words that no subject holds."""
    definite: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    """Words between a subject and its verb."""
    gaps: frozenset[str]
    """Words between a noun and its figure where the verb is left out: Orm "for" 5 percent."""
    placing: frozenset[str]
    """Verbs of whose object "at" says how much it is."""
    apposing: frozenset[str]
    """Words before a figure that a comma ties to a noun."""
    sizes: frozenset[str]
    """Words after a figure that does so."""
    since: frozenset[str]
    """Words after a stretch of time before what it is counted from."""
    maker: str
    """The word before who did something."""
    instead: tuple[list[str], ...]
    """Words before a number that another replaces."""
    in_advance: tuple[list[str], ...]
    """Phrases of three words that do the same."""
    finite: frozenset[str]
    """Verbs that stand with a subject in whatever form the table has them."""
    being: frozenset[str]
    """Forms of "be"."""
    not_verbs: frozenset[str]
    """Words after an auxiliary that are no verb."""
    participles: frozenset[str]
    """Those that do not end like the others."""
    attaching: frozenset[str]
    """Prepositions that tie what follows to a noun."""
    coming: frozenset[str]
    """Verbs between a sum and where it comes from or goes."""
    ways: frozenset[str]
    """Words before that."""
    place_adverbs: frozenset[str]
    """Words that end a noun phrase though they are none of its nouns: deliveries "abroad"."""
    noun_verbs: frozenset[str]
    """Verbs of measure that are nouns as well: an estimated "cost"."""
    relative: frozenset[str]
    joining: frozenset[str]
    """Words that begin no clause of another subject for sure."""
    said: frozenset[str]
    """Verbs behind which the words of a speaker begin."""
    existence: frozenset[str]
    """Verbs that say that something is there rather than how much it is."""
    time_prepositions: frozenset[str]
    moving_up: frozenset[str]
    """Verbs that themselves go "up to" a value: "picked" up to 5."""
    handling: frozenset[str]
    """Those of them whose object may be what is counted: "moving" up to 300 staff."""
    bringing_up: frozenset[str]
    """Verbs that bring something up or down: "pushed" its rate up."""
    topping: frozenset[str]
    """Verbs of passing that are other words too, but for a modal or "to" before them."""
    passing: frozenset[str]
    """Verbs that say that their subject went past a value: "passed" 10%."""
    breaking: frozenset[str]
    """Those that do so with "through" or "past"."""
    heading: frozenset[str]
    """Words before "to" and a verb of what a value will do: "set" to top 5%."""
