"""What the rules of this package hand one another: each says where in the tokens something was read, and what.

They stand apart from the rules, as `model.py` stands apart from the stages. As none of them leaves this package, they
are plain classes, which are compiled with the rules (docs/decisions/0019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from sco_digest.model import Kind, Period, Span, SpeakerKind, Statement

Range = tuple[int, int]
"""Tokens, the last not included."""


# ---- who is named, and what is said ----


class Mention:
    """Tokens `first` to `last` (not included) that name a person; `start` and `end` take in the role beside it."""

    def __init__(self, first: int, last: int, start: int, end: int) -> None:
        self.first: Final = first
        self.last: Final = last
        self.start: Final = start
        self.end: Final = end


class Someone:
    """A person or organisation of the article while it is being read; never leaves this package."""

    def __init__(
        self,
        name: str,
        words: tuple[str, ...],
        *,
        known: bool,
        role_words: frozenset[str] = frozenset(),
        country: str | None = None,
        gender: str = "",
        kind: SpeakerKind = "person",
        mentions: list[Mention] | None = None,
    ) -> None:
        self.name = name
        self.words = words
        self.known = known
        """Whether something besides capitals shows that this is a person: a role, a form of address, a given name."""
        self.role: str | None = None
        self.role_words = role_words
        self.role_noun = ""
        self.offices: tuple[tuple[str, ...], ...] = ()
        """The words of each office that a role of theirs names, without what it is of."""
        self.country = country
        self.gender = gender
        self.kind: SpeakerKind = kind
        self.mentions: list[Mention] = [] if mentions is None else mentions


class Found(NamedTuple):
    """One mention as an organisation of its own, and the abbreviation that stands in brackets behind it."""

    one: Someone
    short: str


class Attributed:
    """Tokens `first` to `last` (not included) that something is attributed to.

    `form` is "name", "pronoun", "role" ("the minister"), "unnamed" ("a driver"), "organisation" (one that is named),
    "body" ("the company"), "other" (anything else) or "none" (a passive without agent); `who` is who is named. In
    "Petrov and Weiss said", `also` holds those before the last.
    """

    def __init__(
        self, first: int, last: int, who: Someone | None, form: str, also: tuple[Attributed, ...] = ()
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.who: Final = who
        self.form: Final = form
        self.also: Final = also
        self.quoter: Attributed | None = None  # who quotes them, and is somebody else: "she quoted her as saying"

    def joined(self, also: tuple[Attributed, ...]) -> Attributed:
        """The same with those before it."""
        return Attributed(self.first, self.last, self.who, self.form, also)


class Cue:
    """A reporting phrase, tokens `first` to `last` (not included), and what it is attributed to."""

    def __init__(self, first: int, last: int, source: Attributed) -> None:
        self.first: Final = first
        self.last: Final = last
        self.source: Final = source

    def of(self, source: Attributed) -> Cue:
        """The same phrase, attributed to another."""
        return Cue(self.first, self.last, source)


class Said:
    """One statement, tokens `first` to `last` (not included), and the person who made it."""

    def __init__(self, who: Someone, statement: Statement, first: int, last: int, frame: tuple[Span, ...] = ()) -> None:
        self.who: Final = who
        self.statement: Final = statement
        self.first: Final = first
        self.last: Final = last
        self.frame: Final = frame
        """Its words that tell who speaks, to whom and when, and are not said."""


# ---- figures ----


class Number:
    """A number at tokens `first` to `last`, the last not included."""

    def __init__(
        self, first: int, last: int, value: float | None, scale: float = 1, *, share: bool = False, fold: bool = False
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.value: Final = value
        """None for an unnamed one: "tens of thousands"."""
        self.scale: Final = scale
        """What its last word multiplies by: a million in "1.5 million"."""
        self.share: Final = share
        """Whether it is a part of a whole: "two-thirds"."""
        self.fold: Final = fold
        """Whether it is a multiple by itself: "doubled"."""

    def over(self, first: int, last: int) -> Number:
        """The same at other tokens."""
        return Number(first, last, self.value, self.scale, share=self.share, fold=self.fold)


class Unit:
    """The unit of a number; `first` to `last` are the tokens of both together, the last not included."""

    def __init__(
        self, name: str, kind: Kind, first: int, last: int, noun: int | None = None, *, times: float = 1
    ) -> None:
        self.name: Final = name
        self.kind: Final = kind
        self.first: Final = first
        self.last: Final = last
        self.noun: Final = noun
        """Where the phrase of a counted noun begins; None for a measure."""
        self.times: Final = times
        """What the sign multiplies by: a million for MUSD."""

    def over(self, first: int, last: int) -> Unit:
        """The same at other tokens."""
        return Unit(self.name, self.kind, first, last, self.noun, times=self.times)


class Item:
    """A number with the unit that was found for it; `first` and `last` are of the unit, else of the number."""

    def __init__(self, number: Number, unit: Unit | None) -> None:
        self.number: Final = number
        self.unit: Final = unit
        self.first: Final = unit.first if unit else number.first
        self.last: Final = unit.last if unit else number.last


class Figure:
    """One figure: its words are tokens `first` to `last`, the last not included."""

    def __init__(
        self,
        *,
        first: int,
        last: int,
        begin: int,
        end: int,
        value: float | None = None,
        low: float | None = None,
        high: float | None = None,
        origin: float | None = None,
        unit: str = "",
        kind: Kind = "other",
        noun: int | None = None,
        confidence: float = 1.0,
        compound: bool = False,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.begin: Final = begin
        """Where all that is said of it begins, with the value that it changed from."""
        self.end: Final = end
        self.value: Final = value
        self.low: Final = low
        self.high: Final = high
        self.origin: Final = origin
        self.unit: Final = unit
        self.kind: Final = kind
        self.noun: Final = noun
        """Where the phrase of a counted noun begins."""
        self.confidence: Final = confidence
        self.compound: Final = compound
        """Whether a hyphen makes it part of another noun: "a five-year high"."""


Before = tuple[Figure, Range | None] | None
"""The figure before one in its sentence, with its subject."""
FIGURE = (
    *("first", "last", "begin", "end", "value", "low", "high", "origin"),
    *("unit", "kind", "noun", "confidence", "compound"),
)
"""What a figure is made of."""


def replace(figure: Figure, **changes: Any) -> Figure:
    """The same figure but for what changes."""
    return Figure(**{**{name: getattr(figure, name) for name in FIGURE}, **changes})


class When:
    """A time named at tokens `first` to `last`, the last not included."""

    def __init__(self, first: int, last: int, period: Period) -> None:
        self.first: Final = first
        self.last: Final = last
        self.period: Final = period


# ---- policy areas ----


class Find:
    """A cue in the text: tokens `first` to `last` (not included), its area and weight, and which cue it is."""

    def __init__(self, first: int, last: int, area: int, weight: float, cue: int) -> None:
        self.first: Final = first
        self.last: Final = last
        self.area: Final = area
        self.weight: Final = weight
        self.cue: Final = cue
