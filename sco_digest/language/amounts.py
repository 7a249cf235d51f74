"""The form of what a language knows of numbers, bounds, changes, money and units: parts of `quantities.toml`."""

from __future__ import annotations

from msgspec import Struct

from sco_digest.model import Bound, Direction, Kind  # noqa: TC001  (msgspec reads the annotation)


class NumberWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How numbers are written."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    """Words and short forms that multiply the number before them."""
    short_scales: dict[str, int]
    """Letters that do so only where money or a noun shows that they are no units."""
    fractions: dict[str, int]
    """Names of parts, to their denominators."""
    fraction_signs: dict[str, float]
    folds: dict[str, float]
    """Words that say a multiple alone: "doubled"."""
    articles: frozenset[str]
    joins: frozenset[str]
    """Words inside a number: two hundred "and" five."""
    ones: frozenset[str]
    some: frozenset[str]
    """Words that make no number but an unnamed one of a scale: "several" thousand."""
    vague: frozenset[str]
    """Scales in the plural: "dozens"."""
    parted: frozenset[str]
    """Counted nouns of which there are parts too: a quarter of a "point"."""


class BoundWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a figure is said to be about, over or under a number."""

    inside: frozenset[str]
    """Words and marks between a number and its noun: 40-"plus" firms."""
    spread: frozenset[str]
    """Verbs after which those bound no area: spread "over" 45,000 acres."""
    placing: frozenset[str]
    """Verbs of what is put in several places, behind which those bound no way or area: laid pipes "over" 5 km."""
    ways: frozenset[str]
    """Units of a way that is longer than what is put along it."""
    spans: frozenset[str]
    """Words that before a stretch of time say when: spent "over" five years."""
    lasting: frozenset[str]
    """Words before which those bound it after all: "for" over five years."""
    turning: frozenset[str]
    """First words of the bounds that a negation turns."""
    verbs: frozenset[str]
    """Those of them that are verbs."""
    negations: frozenset[str]
    modals: frozenset[str]
    """Words beside which a negation reaches further: "may not work more than"."""
    before: dict[str, Bound]
    """Phrases, to the bound; "=" for those that say nothing of it: "a total of"."""
    after: dict[str, Bound]


class ChangeWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a figure is said to rise or fall, inflected forms listed."""

    up: frozenset[str]
    down: frozenset[str]
    nouns: frozenset[str]
    """Those of them that are nouns too: "a rise of"."""
    adverbs: frozenset[str]
    """Those of them that stand after a figure: "5 percent higher"."""
    gatherings: frozenset[str]
    """Those of them that people hold."""
    closing: frozenset[str]
    """Verbs of the level that a change ended at."""
    for_words: frozenset[str]
    """Words behind a noun of change that tell whom it is good for: a gain "for" the town."""
    never_before: frozenset[str]
    """Words before which a verb says no change: "fell short"."""
    never_after: frozenset[str]
    """Verbs after which "up" and "down" say no change: "make up"."""
    compared: dict[str, Direction]
    """Words right after a figure: "20 percent less"."""
    transitive: frozenset[str]
    """Those of them that say no change right before an amount: "raised $5 million"."""
    measure: frozenset[str]
    """Verbs that say how much their subject is."""


class MoneyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Names and signs of currencies."""

    cents: dict[str, str]
    """Hundredths, to the code of the whole."""
    dollars: frozenset[str]
    """Words and signs of a sentence that make them so."""
    hundredths: dict[str, str]
    """Those that say the country."""
    words: dict[str, tuple[str, ...]]
    """Names in the singular, by ISO 4217 code; a name of its own in place of a code where several countries have it."""
    signs: dict[str, str]
    """Written before or after a number, capitals as they stand, to codes."""
    millions: dict[str, str]
    """Those that say millions too."""
    codes: frozenset[str]
    same_codes: dict[str, str]
    """Codes in use, to the official ones."""
    only_plural: frozenset[str]
    """Names that are money in the plural only."""
    weighed: frozenset[str]
    """Those of the big ones that are a weight before "of"."""
    things: frozenset[str]
    """Words after that "of" which show that they are money still."""
    prices: frozenset[str]
    """Nouns of what is paid, which make money of pounds: a "bill" of 300 pounds."""
    paying: frozenset[str]
    """Verbs that do: "fined" 300 pounds."""
    selling: frozenset[str]
    """Verbs that do with a word before the sum: "sold" for 300 pounds."""
    sold_for: frozenset[str]
    """That word."""
    weighing: frozenset[str]
    """Words that say that pounds weigh."""
    priced_per: frozenset[str]
    """What a price is told per: 40 pounds a "tonne"."""
    big: frozenset[str]
    """Names that are money only after a large number or with a country."""
    by_country: dict[str, dict[str, str]]
    """A currency of several countries, to codes by a word of the text."""
    fallback: dict[str, str]
    """The code of such a currency where no country is named."""


class RateWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What is measured "per" something."""

    after: frozenset[str]
    full: frozenset[str]
    """Those of them that make one with a stretch of time too."""
    bases: list[list[str]]
    """Words before the number that a rate is of."""
    times: frozenset[str]
    not_before: frozenset[str]
    """Words that make "a year" a time: "a year earlier"."""
    units: frozenset[str]
    sharing: frozenset[str]
    """What prices and times are told per as well."""
    adverbs: dict[str, str]
    """Words behind a figure that say it too: 5 million "annually"."""
    passing: frozenset[str]
    """Verbs between what is counted and "every day"."""
    names: dict[str, str]
    """Spellings, to unit names."""


class UnitWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Units of measure."""

    words: dict[Kind, dict[str, tuple[str, ...]]]
    """By kind and name: forms in the singular, and plurals that take no -s."""
    symbols: dict[str, str]
    """Short forms, capitals as they stand, to unit names."""
    devices: frozenset[str]
    """Forms of units that are things as well, of which the words before tell the kind: smart "meters"."""
    joined: dict[str, dict[str, int]]
    """Units told in two, to how many of the smaller make one: six years and three months."""
    beside: dict[str, dict[str, int]]
    """The same where nothing stands between the two: 61 kg 300 g."""
    sided: frozenset[str]
    """Counted nouns in which sides are told, as in lengths."""
    in_years: dict[str, int]
    """Long units, to the years in them."""
    rates: RateWords


class LabelWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What shows that a number measures nothing."""

    age_nouns: frozenset[str]
    """People whose age a bound after them gives: "children" under five."""
    age_bounds: frozenset[str]
    age: frozenset[str]
    """Nouns before "of five" that make it an age."""
    groups: frozenset[str]
    """Names whose "of 77" belongs to them, as they stand."""
    before: frozenset[str]
    """Words whose number is a name: "Article" 5."""
    ranks: frozenset[str]
    sure_ranks: frozenset[str]
    """Those of them that need no digits after them."""
    list_joins: frozenset[str]
    runners: frozenset[str]
    """Those whose race a distance names: the "women's" 800 metres."""
    both: frozenset[str]
    """Numbers that after an article say no more than "both"."""
    alternatives: frozenset[str]
    """Words after "one" before another number: "one or two"."""
    one_time: frozenset[str]
    """Words before "one day" with which it is measured."""
    counting_one: frozenset[str]
    """Words before "one" with which it counts whatever follows."""
    part_not_after: frozenset[str]
    """Words before "half" and the like that make it a stretch of time."""
    part_of: frozenset[str]
    quarters_after: frozenset[str]
    """Words before "three quarters" that make them stretches of time."""
    quarters_before: tuple[str, ...]
    """What does so behind them."""
    half_of: frozenset[str]
    """Words after "half" that show what it is half of."""
    half_after: frozenset[str]
    part_after: frozenset[str]
    """Words before a part that stands alone: "by a third"."""
    multiple_before: frozenset[str]
    multiple_after: frozenset[str]
    """Words after and before "double" that make it a multiple."""
    not_multiple_before: frozenset[str]
    as_word: str
    sure_multiples: frozenset[str]
    indexes: frozenset[str]
    """Names that end in a number: "FTSE" 100."""
    day_parts: tuple[str, ...]
    """What makes a time of day of a number before it: six "in the evening"."""
    before_hour: frozenset[str]
    """Words before a time of day."""
    hours_joined: frozenset[str]
    """Words and marks between two times of day."""
    school: frozenset[str]
    """As they stand, words before the number of a year of school."""
    hours: frozenset[str]
    """Words after the four digits of a time of day."""
    before_hours: frozenset[str]
    """Words before those digits."""
    clock: frozenset[str]
    """Words after a time of day."""
