"""The form of a language's data: each section is one TOML file of the same name."""

from __future__ import annotations

from msgspec import Struct, field, structs

from sco_digest.model import Bound, Direction, Kind  # noqa: TC001  (msgspec reads the annotation)


class Grammar(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words that hold a sentence together."""

    abbreviations: frozenset[str]
    """Words that a full stop does not end a sentence after, without the stop, lower case."""
    before_number: frozenset[str]
    """The same, but only where a number follows ("No. 5", "Nov. 3")."""
    starters: frozenset[str]
    """Words that begin a sentence rather than go on after "U.S."."""
    months: dict[str, int]
    """Names and short forms of months, lower case, to 1–12."""
    weekdays: frozenset[str]
    openers: frozenset[str]
    """Words that open a phrase before the subject."""
    subordinators: frozenset[str]
    """Words before which a headline can end: a further clause begins."""
    prepositions: frozenset[str]
    """Words before which a headline can end: a further phrase begins."""
    labels: frozenset[str]
    """Words that open a line of the page and not of the article."""
    hanging: frozenset[str]
    """Further words that a headline cannot end with."""
    verbs: frozenset[str]
    """Verbs that neither report nor end in -ed and are common in leads, finite forms."""


class Speech(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text says that someone said something. Inflected forms are listed, lower case."""

    say: frozenset[str]
    """Verbs that report words whoever their subject is, finite forms."""
    say_participles: frozenset[str]
    """Their forms in -ing."""
    remark: frozenset[str]
    """Verbs that report a view or a topic where a person is their subject."""
    passive: frozenset[str]
    """Participles that report after "was", "were", "it was"."""
    auxiliaries: frozenset[str]
    """Words that may stand between a subject and its verb."""
    be: frozenset[str]
    """Forms of "be" that make a passive."""
    according: tuple[tuple[str, ...], ...]
    """Phrases before a source, word by word."""
    in_words: tuple[str, ...]
    """Nouns after a possessive source: in his "words"."""
    he: dict[str, str]
    """Pronouns of one person, to "m" or "f"."""
    others: frozenset[str]
    """Pronouns that stand for no known person."""
    only_with: dict[str, frozenset[str]]
    """Verbs that report only with one of certain words behind them."""
    told: frozenset[str]
    """Verbs whose listener stands behind them."""
    outlets: frozenset[str]
    """News agencies and papers known by one word."""
    outlet_nouns: frozenset[str]
    """Words in the name of an outlet or press office."""
    office_nouns: frozenset[str]
    """Words in the name of a body that issues news of its own."""


class NotNames(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """What shows that a run of capitals names no person, lower case."""

    organisations: frozenset[str]
    """Words in the names of organisations, things and events."""
    others: frozenset[str]
    """Words that stand with a capital without being a name."""
    words: frozenset[str] = frozenset()
    """Both; not in the file."""

    def __post_init__(self) -> None:
        structs.force_setattr(self, "words", self.organisations | self.others)


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of personal names, lower case."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    given_f: frozenset[str]
    given_m: frozenset[str]


class People(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text names a person and what they are, lower case."""

    courtesy: dict[str, str]
    """Forms of address, to "m", "f" or ""."""
    roles: frozenset[str]
    """Nouns that say what a person is."""
    role_modifiers: frozenset[str]
    """Words before a role noun that belong to it."""
    humans: frozenset[str]
    """Nouns for a person of no office."""
    offices: dict[str, frozenset[str]]
    """What a head is of, to the words of that office: the head of "state" is a "president"."""
    ranks: frozenset[str]
    """Role nouns that a role in apposition tells more than."""
    role_links: frozenset[str]
    """Words after a role noun by which the role goes on."""
    role_groups: dict[str, frozenset[str]]
    """A role noun, to those it can stand for when the text comes back to a person."""
    not_names: NotNames
    names: Names


class CountryNames(Struct, frozen=True, forbid_unknown_fields=True):
    """How one country is named."""

    names: tuple[str, ...]
    people: tuple[str, ...]
    """Adjectives and words for its people."""
    cities: tuple[str, ...]


class Places(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Countries, their people and their cities."""

    countries: dict[str, CountryNames]
    """By ISO 3166-1 alpha-2 code."""


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
    ordinal_endings: frozenset[str]


class BoundWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a figure is said to be about, over or under a number."""

    inside: frozenset[str]
    """Words and marks between a number and its noun: 40-"plus" firms."""
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
    never_after: frozenset[str]
    """Verbs after which "up" and "down" say no change: "make up"."""
    compared: dict[str, Direction]
    """Words right after a figure: "20 percent less"."""
    transitive: frozenset[str]
    """Those of them that say no change right before an amount: "raised $5 million"."""
    measure: frozenset[str]
    """Verbs that say how much their subject is."""


class TimeWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a time is named beside months and numbers of years."""

    relatives: frozenset[str]
    """Words that after a comma open a clause whose times stay inside."""
    bases: frozenset[str]
    """Words before a time that a figure is compared with: "against" 2023."""
    compared: frozenset[str]
    compared_to: frozenset[str]
    """The same in two words: "compared" "to" 2023."""
    base_after_change: frozenset[str]
    """The same where something rose or fell: up 5 percent "from" 2023."""
    base_fillers: frozenset[str]
    """Words between those and the time: "the same period of"."""
    that: frozenset[str]
    reports: frozenset[str]
    """Verbs whose own time is not that of what they report."""
    quarters: frozenset[str]
    halves: frozenset[str]
    months: frozenset[str]
    month: frozenset[str]
    years: frozenset[str]
    letters: dict[str, tuple[int, ...]]
    """Beside a digit, as they stand, to the months of each part and the number of parts: Q3, 9M."""
    through: frozenset[str]
    """Words before "seven months" that count from the new year."""
    ending: frozenset[str]
    """Words between "six months" and the last of them."""
    names: frozenset[str]
    """Words after which a year belongs to a name: "Vision" 2030."""
    since: frozenset[str]
    between: frozenset[str]
    and_words: frozenset[str]
    joins: frozenset[str]
    """Between two years or months."""
    of: frozenset[str]
    """Between a part of a year and the year."""
    of_word: frozenset[str]
    decade: str
    """After the year a decade begins with: 1990 "s"."""
    breaks: frozenset[str]
    """Words that after a comma begin a clause with a time of its own."""
    past_year: frozenset[str]
    same_year: frozenset[str]
    """Words before "year" for the one before publication, and for that of it."""
    doubtful: frozenset[str]
    """Months that are other words too."""
    first: frozenset[str]
    relative: dict[str, int]
    """"last", "this", "next", to years from now."""
    ordinals: dict[str, int]
    """To the number of a half or a quarter."""
    as_of: frozenset[str]
    """Words before a day for which a figure is given."""
    before_year: frozenset[str]
    """Words after which four digits are a year rather than a count."""


class MoneyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Names and signs of currencies."""

    cents: dict[str, str]
    """Hundredths, to the code of the whole."""
    dollars: frozenset[str]
    """Words and signs of a sentence that make them so."""
    words: dict[str, tuple[str, ...]]
    """Names in the singular, by ISO 4217 code; a name of its own in place of a code where several countries have it."""
    signs: dict[str, str]
    """Written before or after a number, capitals as they stand, to codes."""
    millions: dict[str, str]
    """Those that say millions too."""
    codes: frozenset[str]
    same_codes: dict[str, str]
    """Codes in use, to the official ones."""
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
    times: frozenset[str]
    not_before: frozenset[str]
    """Words that make "a year" a time: "a year earlier"."""
    units: frozenset[str]
    names: dict[str, str]
    """Spellings, to unit names."""


class UnitWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Units of measure."""

    words: dict[Kind, dict[str, tuple[str, ...]]]
    """By kind and name: forms in the singular, and plurals that take no -s."""
    symbols: dict[str, str]
    """Short forms, capitals as they stand, to unit names."""
    rates: RateWords


class NounWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What tells a counted noun from the words around it."""

    verb_endings: tuple[str, ...]
    past_ending: str
    adverb_ending: str
    joins: frozenset[str]
    """Between adjectives."""
    plurals: dict[str, str]
    """Irregular plurals, to singulars."""
    invariant: frozenset[str]
    """Nouns that are counted without -s."""
    people: frozenset[str]
    """Adjectives that stand for people: the "dead"."""
    not_plural: frozenset[str]
    """Words in -s that are no plurals."""
    modifiers: frozenset[str]
    """Plurals that stand before the noun they belong to: "sports" clubs."""
    boundaries: frozenset[str]
    """Words at which a noun phrase ends."""
    vague_one: frozenset[str]
    """Nouns with which "one" counts nothing: "one day"."""
    one_before: frozenset[str]
    """Words before "one" with which it counts."""
    adjectives: frozenset[str]
    """Words that count nothing after a number and a hyphen: "two-way"."""
    person_verbs: frozenset[str]
    """Words that show that the number before them counts people."""
    person_before: frozenset[str]
    """Words that show the same of the number after them."""


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
    clock: frozenset[str]
    """Words after a time of day."""


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
    parts: frozenset[str]
    """Phrases between a number and the larger one it is part of: 27 "of the" 40."""
    new_clause: frozenset[str]
    """Words that after a comma begin a clause with figures of its own."""
    ratios: frozenset[str]
    """Phrases between a part and its whole: one "in" five."""
    before_ratio: frozenset[str]
    """Words before such a part that make it sure."""
    of: frozenset[str]
    part_of: frozenset[str]
    in_of: frozenset[str]
    in_: frozenset[str] = field(name="in")
    of_in_for: frozenset[str]
    """Words that add to a noun what it is of."""
    worth: frozenset[str]
    turned: frozenset[str]
    """ "up" and "down" before the value that a figure changed from."""
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
    existence: frozenset[str]
    """Verbs that say that something is there rather than how much it is."""
    time_prepositions: frozenset[str]


class Quantities(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Number words, units, words of change and of time, lower case where nothing else is said."""

    numbers: NumberWords
    bounds: BoundWords
    change: ChangeWords
    time: TimeWords
    money: MoneyWords
    units: UnitWords
    nouns: NounWords
    labels: LabelWords
    links: LinkWords


class Language(Struct, frozen=True):
    """All sections of one language."""

    code: str
    grammar: Grammar
    speech: Speech
    people: People
    places: Places
    quantities: Quantities
