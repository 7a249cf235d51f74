"""The form of a language's data: each section is one TOML file of the same name."""

from __future__ import annotations

from msgspec import Struct, structs

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
from sco_digest.language.plans import CommitmentWords, ProjectWords  # noqa: TC001  (as above)
from sco_digest.language.series import SeriesWords  # noqa: TC001  (as above)
from sco_digest.language.speech import Speech  # noqa: TC001  (as above)
from sco_digest.language.times import TimeWords  # noqa: TC001  (as above)


class Grammar(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Words that hold a sentence together."""

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


class NotNames(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """What shows that a run of capitals names no person, lower case."""

    organisations: frozenset[str]
    """Words in the names of organisations, things and events."""
    ends: frozenset[str]
    """Further nouns that end such a name, before that of a person: "head of the Youth Orchestra" Anna Weiss."""
    bodies: frozenset[str]
    """Nouns right before the name of an organisation: "the charity" Det Nor."""
    others: frozenset[str]
    """Words that stand with a capital without being a name."""
    words: frozenset[str] = frozenset()
    """All but the bodies; not in the file."""

    def __post_init__(self) -> None:
        structs.force_setattr(self, "words", self.organisations | self.ends | self.others)


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of personal names, lower case."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    letters: frozenset[str]
    """Honours, degrees and seats behind a name."""
    titles: dict[str, str]
    """Abbreviated roles before a name, to the whole word."""
    unpointed: frozenset[str]
    """Those of them that stand without a point too."""
    styles: frozenset[str]
    """Titles and forms of address that are names as well."""
    forenames: frozenset[str]
    """Given names that are titles as well."""
    initials: frozenset[str]
    """Those of two letters."""
    not_behind: frozenset[str]
    """Words behind which a word with a capital is another than a surname."""
    surnames: frozenset[str]
    """Surnames that are titles too."""
    given_f: frozenset[str]
    given_m: frozenset[str]
    given_n: frozenset[str]
    """Those that women and men have."""
    placed: frozenset[str]
    """Those that are names of places too."""


class Homes(Struct, frozen=True, forbid_unknown_fields=True):
    """What a role tells of the country that someone is of, where the text does not say so."""

    international: frozenset[str]
    """Words of roles that tell nothing of the country they are spoken in."""
    travelling: frozenset[str]
    """Words of the offices whose holders often speak in another country."""
    business: frozenset[str]
    """Role nouns of those whose firm or work may be of any country."""
    offices: frozenset[str]
    """Role nouns of those who seldom speak of another country's affairs without its being named."""
    public: frozenset[str]
    """Words of the roles of those who serve a state or live in one of its parts."""
    local: frozenset[str]
    """Words of the roles of those who serve one place and act there."""
    sent: frozenset[str]
    """Role nouns of those who hold their office in another country than their own."""


class People(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text names a person and what they are, lower case."""

    addressed: frozenset[str]
    """Offices behind a form of address, which are no names there."""
    courtesy: dict[str, str]
    """Forms of address, to "m", "f" or ""."""
    roles: frozenset[str]
    """Nouns that say what a person is."""
    trades: frozenset[str]
    """Occupations that are surnames too."""
    role_modifiers: frozenset[str]
    """Words before a role noun that belong to it."""
    qualifiers: frozenset[str]
    """Words that say that an office is a past, a coming or a lower one."""
    chairing: frozenset[str]
    """Verbs and nouns for leading a meeting."""
    personal: frozenset[str]
    """Nouns that a text uses for the person it is about without having said it."""
    humans: frozenset[str]
    """Nouns for a person of no office."""
    offices: dict[str, frozenset[str]]
    """What a head is of, to the words of that office: the head of "state" is a "president"."""
    callings: dict[str, frozenset[str]]
    """Role nouns that one person seldom holds two kinds of, by their kind."""
    kindred: dict[str, frozenset[str]]
    """Further words of the roles that go with such a kind."""
    kin: dict[str, str]
    """Nouns for a relative, to "m", "f" or ""."""
    ranks: frozenset[str]
    """Role nouns that a role in apposition tells more than."""
    titled: frozenset[str]
    """Words with which such a noun is one title."""
    role_links: frozenset[str]
    """Words after a role noun by which the role goes on."""
    role_groups: dict[str, frozenset[str]]
    """A role noun, to those it can stand for when the text comes back to a person."""
    not_names: NotNames
    names: Names
    homes: Homes
    given: frozenset[str] = frozenset()
    """All given names; not in the file."""

    def __post_init__(self) -> None:
        structs.force_setattr(self, "given", self.names.given_f | self.names.given_m | self.names.given_n)


class Organisations(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How a text names an organisation and comes back to it, lower case."""

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


class Namesakes(Struct, frozen=True, forbid_unknown_fields=True):
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
