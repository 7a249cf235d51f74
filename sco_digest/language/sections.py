"""The form of a language's data: each section is one TOML file of the same name."""

from __future__ import annotations

from msgspec import Struct

from sco_digest.language.amounts import (  # noqa: TC001  (msgspec reads the annotations)
    BoundWords,
    ChangeWords,
    LabelWords,
    MoneyWords,
    NumberWords,
    UnitWords,
)
from sco_digest.language.areas import Areas  # noqa: TC001  (as above)
from sco_digest.language.links import LinkWords  # noqa: TC001  (as above)
from sco_digest.language.meanings import MeaningWords  # noqa: TC001  (as above)
from sco_digest.language.nouns import NounWords  # noqa: TC001  (as above)
from sco_digest.language.people import People  # noqa: TC001  (as above)
from sco_digest.language.plans import CommitmentWords, ProjectWords  # noqa: TC001  (as above)
from sco_digest.language.series import SeriesWords  # noqa: TC001  (as above)
from sco_digest.language.speech import Speech  # noqa: TC001  (as above)
from sco_digest.language.times import TimeWords  # noqa: TC001  (as above)
from sco_digest.language.uses import UseWords  # noqa: TC001  (as above)


class Grammar(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words that hold a sentence together."""

    opening_labels: frozenset[str]
    """Labels that are words with which a headline can begin."""
    behind_labels: frozenset[str]
    """Words behind such a one that show that it is a label: "share this"."""
    abbreviations: frozenset[str]
    """Words that a full stop does not end a sentence after, without the stop, lower case."""
    before_number: frozenset[str]
    """The same, but only where a number follows ("No. 5", "Nov. 3")."""
    forms: frozenset[str]
    """Legal forms of companies, without the stop: it ends a sentence only before a word that begins one."""
    starters: frozenset[str]
    """Words that begin a sentence rather than go on after "U.S."."""
    months: dict[str, int]
    """Names and short forms of months, lower case, to 1–12."""
    weekdays: frozenset[str]
    ordinals: frozenset[str]
    """Endings of numbers that count days: the 19"th"."""
    openers: frozenset[str]
    """Words that open a phrase before the subject."""
    subordinators: frozenset[str]
    """Words before which a headline can end: a further clause begins."""
    prepositions: frozenset[str]
    """Words before which a headline can end: a further phrase begins."""
    labels: frozenset[str]
    """Words that open a line of the page and not of the article."""
    publishing: frozenset[str]
    """Words with which a line says when an article came out."""
    hanging: frozenset[str]
    """Further words that a headline cannot end with."""
    verbs: frozenset[str]
    """Verbs that neither report nor end in -ed and are common in leads, finite forms."""
    tags: frozenset[str]
    """Verbs that tell behind a quotation who speaks: "“Why?” Petrov asked"."""
    listened: frozenset[str]
    """Those of them behind which a listener can stand."""
    before_tags: frozenset[str]
    """Words between such a verb and its subject."""


class Organisations(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text names an organisation and comes back to it, lower case."""

    departments: frozenset[str]
    """Words with a capital for what a part of a firm does."""
    companies: frozenset[str]
    """Nouns for a company ("airline")."""
    heads: frozenset[str]
    """Those of them with which its name can begin."""
    bodies: frozenset[str]
    """Nouns for a public body or an association ("ministry")."""
    company_names: frozenset[str]
    """Further words that stand with a capital in the name of a company ("motors")."""
    body_names: frozenset[str]
    """The same of a public body ("reserve")."""
    abbreviations: frozenset[str]
    """Abbreviations that name no organisation."""
    superlatives: frozenset[str]
    """Words that say that a firm is ahead of others."""
    owners: frozenset[str]
    """Those for whom an organisation is ("children")."""
    things: frozenset[str]
    """Words that end the name of something else ("summit")."""
    legal: frozenset[str]
    """Legal forms, which end a name ("plc")."""
    known: frozenset[str]
    """Names of companies and groups that show by no word of theirs what they are."""
    known_bodies: dict[str, str]
    """The same of public bodies, to the noun by which a text comes back to each."""


class CountryNames(Struct, frozen=True, forbid_unknown_fields=True):
    """How one country is named."""

    names: tuple[str, ...]
    people: tuple[str, ...]
    """Adjectives and words for its people."""
    cities: tuple[str, ...]


class Namesakes(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """A name that two countries, or a country and a part of another, have in common, lower case."""

    signs: dict[str, frozenset[str]]
    """Words by which a text tells of each of them."""
    offices: frozenset[str]
    """Words beside the name that only stand with the last of them."""
    otherwise: str
    """The one that is meant where nothing tells; "" for none."""


class Places(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Countries, their people and their cities."""

    countries: dict[str, CountryNames]
    """By ISO 3166-1 alpha-2 code."""
    namesakes: dict[str, Namesakes] = {}
    """Names of several, lower case."""


class Quantities(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Number words, units, words of change and of time, lower case where nothing else is said."""

    numbers: NumberWords
    bounds: BoundWords
    change: ChangeWords
    time: TimeWords
    money: MoneyWords
    units: UnitWords
    nouns: NounWords
    uses: UseWords
    labels: LabelWords
    links: LinkWords
    meaning: MeaningWords


class Language(Struct, frozen=True, eq=False):
    """All sections of one language."""

    code: str
    grammar: Grammar
    speech: Speech
    people: People
    organisations: Organisations
    places: Places
    quantities: Quantities
    areas: Areas
    projects: ProjectWords
    commitments: CommitmentWords
    series: SeriesWords
