"""What the rules of this package hand one another: each says where in the tokens something was read, and what.

They stand apart from the rules, as `model.py` stands apart from the stages: the rules can be compiled, these need not.
What is frozen can hold nothing that holds it, so Python need not look for circles through it (`gc=False`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

if TYPE_CHECKING:
    from sco_digest.model import Bound, Direction, Kind, Period, Span, SpeakerKind, Statement

Range = tuple[int, int]
"""Tokens, the last not included."""


# ---- who is named, and what is said ----


class Mention(Struct, frozen=True, gc=False):
    """Tokens `first` to `last` (not included) that name a person; `start` and `end` take in the role beside it."""

    first: int
    last: int
    start: int
    end: int


class Someone(Struct, eq=False):
    """A person or organisation of the article while it is being read; never leaves this package."""

    name: str
    words: tuple[str, ...]
    known: bool
    """Whether something besides capitals shows that this is a person: a role, a form of address, a given name."""
    role: str | None = None
    role_words: frozenset[str] = frozenset()
    role_noun: str = ""
    country: str | None = None
    gender: str = ""
    kind: SpeakerKind = "person"
    mentions: list[Mention] = field(default_factory=list)


class Found(NamedTuple):
    """One mention as an organisation of its own, and the abbreviation that stands in brackets behind it."""

    one: Someone
    short: str


class Attributed(Struct, frozen=True, gc=False):
    """Tokens `first` to `last` (not included) that something is attributed to.

    `form` is "name", "pronoun", "role" ("the minister"), "unnamed" ("a driver"), "organisation" (one that is named),
    "body" ("the company"), "other" (anything else) or "none" (a passive without agent); `who` is who is named. In
    "Petrov and Weiss said", `also` holds those before the last.
    """

    first: int
    last: int
    who: Someone | None
    form: str
    also: tuple[Attributed, ...] = ()


class Cue(Struct, frozen=True, gc=False):
    """A reporting phrase, tokens `first` to `last` (not included), and what it is attributed to."""

    first: int
    last: int
    source: Attributed


class Said(Struct, frozen=True, gc=False):
    """One statement, tokens `first` to `last` (not included), and the person who made it."""

    who: Someone
    statement: Statement
    first: int
    last: int
    frame: tuple[Span, ...] = ()
    """Its words that tell who speaks, to whom and when, and are not said."""


# ---- figures ----


class Number(Struct, frozen=True, gc=False):
    """A number at tokens `first` to `last`, the last not included."""

    first: int
    last: int
    value: float | None
    """None for an unnamed one: "tens of thousands"."""
    scale: float = 1
    """What its last word multiplies by: a million in "1.5 million"."""
    share: bool = False
    """Whether it is a part of a whole: "two-thirds"."""
    fold: bool = False
    """Whether it is a multiple by itself: "doubled"."""


class Unit(Struct, frozen=True, gc=False):
    """The unit of a number; `first` to `last` are the tokens of both together, the last not included."""

    name: str
    kind: Kind
    first: int
    last: int
    noun: int | None = None
    """Where the phrase of a counted noun begins; None for a measure."""
    times: float = 1
    """What the sign multiplies by: a million for MUSD."""


class Noun(Struct, frozen=True, gc=False):
    """A counted noun: its phrase from token `first` to `last`, the last not included, and its head in the singular."""

    first: int
    last: int
    name: str


class Item(Struct, frozen=True, gc=False):
    """A number with the unit that was found for it."""

    number: Number
    unit: Unit | None
    first: int
    """Of the unit, else of the number, like `last`."""
    last: int


class Figure(Struct, frozen=True, gc=False, kw_only=True):
    """One figure: its words are tokens `first` to `last`, the last not included."""

    first: int
    last: int
    begin: int
    """Where all that is said of it begins, with the value that it changed from."""
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    origin: float | None = None
    unit: str = ""
    kind: Kind = "other"
    noun: int | None = None
    """Where the phrase of a counted noun begins."""
    confidence: float = 1.0
    compound: bool = False
    """Whether a hyphen makes it part of another noun: "a five-year high"."""


Before = tuple[Figure, Range | None] | None
"""The figure before one in its sentence, with its subject."""


class PartOfYear(Struct, frozen=True, gc=False):
    """Months `start` to `end` of a year; the form ends before token `last`."""

    start: int
    end: int
    last: int
    year: int | None = None
    """The year where two digits of it stand with the form: 1H25."""


class When(Struct, frozen=True, gc=False):
    """A time named at tokens `first` to `last`, the last not included."""

    first: int
    last: int
    period: Period


class Told(Struct, frozen=True, gc=False):
    """What the words around a figure say of it; the subject by its tokens, the last not included."""

    bound: Bound
    direction: Direction | None
    subject: Range | None
    period: Period | None
    base: Period | None


# ---- policy areas ----


class Find(Struct, frozen=True, gc=False, order=True):
    """A cue in the text: tokens `first` to `last` (not included), its area and weight, and which cue it is."""

    first: int
    last: int
    area: int
    weight: float
    cue: int
