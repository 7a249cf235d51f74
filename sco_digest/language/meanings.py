"""The form of what a language knows of the words around a figure that say what it measures."""

from __future__ import annotations

from msgspec import Struct


class MeaningWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show where a noun phrase ends, and how a figure is tied to one."""

    governing: frozenset[str]
    """Verbs of what a government does, whose subject may be the capital in its stead: "Orm imposed a duty"."""
    verbs: frozenset[str]
    """Verbs that are no nouns, plain forms; their third person is made from them."""
    present: frozenset[str]
    """Verbs of the present that say how something is."""
    past: frozenset[str]
    """Past forms of verbs that do not end like the others and are no nouns."""
    degrees: frozenset[str]
    """Units of temperature that take an -s."""
    place_words: frozenset[str]
    """Words that say where after a way: "5 km north", and that no measure is put before."""
    not_measured: frozenset[str]
    """Other words after a figure that begin no noun phrase that it measures."""
    averages: frozenset[str]
    """Words with which a noun phrase can begin though they stand before figures as well."""
    rising: frozenset[str]
    """Nouns before the noun of a change that say what changes: a "pay" rise."""
    not_sums: frozenset[str]
    """Words behind "$5 million in" that do not say what the money is."""
    as_words: frozenset[str]
    """The word around "high" in "as high as 5 metres"."""
    putting: frozenset[str]
    """Verbs of whose object "to", "at" or "by" says how much it is: "bring trade to"."""
    pricing: frozenset[str]
    """Verbs of whose object "for" says the price: "sold the house for"."""
    priced: frozenset[str]
    """Verbs of whose subject "at" says how much it is: "trades at"."""
    owners: frozenset[str]
    """Words that stand for the noun before them and own the next: "whose"."""
    apposed: frozenset[str]
    """Words between a comma and a figure that belongs to the noun before the comma."""
    sums: frozenset[str]
    """Words before "of" and a figure that name nothing: a "total" of."""
    not_adverbs: frozenset[str]
    """Nouns that end like adverbs."""
    adverbs: frozenset[str]
    """Words that may stand between a noun and its verb: "the hall still charges", "prices here rose"."""
    told_nouns: frozenset[str]
    """Nouns behind which a clause says what is so, and not which one is meant: "news that exports fell"."""
    no_heads: frozenset[str]
    """Adjectives that end no noun phrase: "a net" $5 million."""
    spans: frozenset[str]
    """Nouns of times between a noun and "of": profit for the "year" of."""
    periods: frozenset[str]
    """Words before "of" and a stretch of time that name nothing: for a "period" of."""
    paces: frozenset[str]
    """Nouns that say how fast something changes: "at an annual rate of"."""
    only_nouns: frozenset[str]
    """Words of change that are no verbs."""
    inside: frozenset[str]
    """Prepositions before a number that says more of what is counted."""
    which: tuple[list[str], ...]
    """A comma and a word that stands for the figure before it."""
    standing: frozenset[str]
    """Pronouns that stand for what the figure before is of."""
    parts: frozenset[str]
    """Words before "of" and a figure of the whole: "a total of"."""
    signing: frozenset[str]
    """Verbs that say where something was agreed rather than where it is."""
    traded: frozenset[str]
    """What is sold in a place that it is not of: "shares" fell in London."""
    wanting: frozenset[str]
    """Verbs with an object that is not there, and so in no place: "asked" for 10 million."""
    arriving: frozenset[str]
    """Verbs between a figure and the place "from" which it is."""
    dwellers: frozenset[str]
    """Nouns whose "of" says where they are: "districts" of a country."""
    settlements: frozenset[str]
    """Nouns before "of" and their name: the "port" of Aktau."""
    directions: frozenset[str]
    """Words between a preposition and a place: in "northern" Kazakhstan."""
    leaving: frozenset[str]
    """What comes from the place that it is of: "exports" from Kazakhstan."""
    dealing: frozenset[str]
    """Verbs with which what a country owns acts for it: its grain board "bought"."""
    offices: frozenset[str]
    """Nouns behind a country's "'s" whose deeds are of no place."""
    points: frozenset[str]
    """Units whose nouns are never what is measured where a verb has a subject."""
    plain: frozenset[str]
    """Verbs before a figure that are nouns as well: "adults pay"."""
    with_: frozenset[str]
    """Words that open a clause without a finite verb: "with" the index advancing."""
    before_taxes: frozenset[str]
    taxes: frozenset[str]
    """Words behind "before" and "after" that a noun keeps: profit before "tax"."""
    gone: frozenset[str]
    """Verbs before "to" and the place in which something ends up, that it is not of: "went" to Veldoria."""
    going: str
    """The ending of participles that have an object."""
    inner: frozenset[str]
    """Prepositions inside a noun phrase that is read backwards."""
    lasting: frozenset[str]
    """Prepositions of how long something goes on."""
    judging: frozenset[str]
    """Verbs of those who expect something of something else: "traders" expect wheat to rise by 5 percent."""
    taking: frozenset[str]
    """Verbs of measure with which what is counted is the object: "measured" 29 glaciers."""
    seasons: frozenset[str]
    """Parts of the year without a date: "in an average winter"."""
    occasions: frozenset[str]
    """Nouns that say but when something was so, behind one of `numbering`: "for the first time"."""
    numbering: frozenset[str]
    """Words before such a noun."""
    asking: frozenset[str]
    """Verbs that go with "for" whatever follows."""
    this: frozenset[str]
    """Words before a time without a preposition: "last" year."""
    so_far: tuple[list[str], ...]
    """Pairs of words before that."""
    wholes: frozenset[str]
    """Nouns that name no more than all of a time: for the "whole" of 2024."""
