"""The form of what a language knows of names, roles and homes of people: `people.toml`."""

from __future__ import annotations

from msgspec import Struct, structs


class NotNames(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """What shows that a run of capitals names no person, lower case."""

    organisations: frozenset[str]
    """Words in the names of organisations, things and events."""
    ends: frozenset[str]
    """Further nouns that end such a name, before that of a person: "head of the Youth Orchestra" Anna Weiss."""
    bodies: frozenset[str]
    """Nouns right before the name of an organisation: "the charity" Det Nor."""
    behind: dict[str, str]
    """Words that are part of such a name behind another word only, to that: "Majlisi" Oli."""
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
    degrees: frozenset[str]
    """Those of them that only people have, and no constituency or firm."""
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

    bodies: frozenset[str]
    """Names of bodies of several states."""
    coming: frozenset[str]
    """Words for coming to another country."""
    nationals: frozenset[str]
    """Words behind the name of a people for one of them, who may be anywhere: a Danish "tourist"."""
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

    leaving: frozenset[str]
    """Verbs behind the name of someone who holds an office no more."""
    partisan: frozenset[str]
    """Words for what only some of those lead who are leaders."""
    posts: frozenset[str]
    """Words for an office with which "of" says what someone is: "in his role of chairman"."""
    of_firms: frozenset[str]
    """Nouns for someone that are said of firms too: "developer Orme Lund"."""
    tried: frozenset[str]
    """Words by which a sentence tells that someone is before a court and not of it."""
    charged: frozenset[str]
    """Participles that do so behind "is" and the like."""
    parents: frozenset[str]
    """Nouns with the number of children behind them: "father"-of-two."""
    monarchies: frozenset[str]
    """Words by which a text tells of a land or city with a sultan, an emir or princes."""
    describing: frozenset[str]
    """Words that can stand between "his" or an owner and the noun for someone: no verb is among them."""
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
    role_ends: frozenset[str]
    """Nouns without a capital with which a role can end before a whole name."""
    bare_roles: frozenset[str]
    """Role nouns that can stand right before what they are of."""
    left: frozenset[str]
    """Words in brackets behind a rank that has been left."""
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
    leading: frozenset[str]
    """Nouns of the offices that a deputy or a former holder is not called by."""
    lower: frozenset[str]
    """Words that say so."""
    clerical: frozenset[str]
    """Words before "secretary" for one who is no minister."""
    fields: dict[str, frozenset[str]]
    """Words of what a minister is of, by what they mean."""
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
