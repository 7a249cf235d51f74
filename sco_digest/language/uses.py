"""The form of what a language knows of words by which another is used in one sense: part of `quantities.toml`."""

from __future__ import annotations

from msgspec import Struct


class UseWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show which use of another word it is."""

    intending: frozenset[str]
    """Verbs that may be nouns: employs 300 people "and plans to hire" more."""
    of_things: frozenset[str]
    """Verbs behind which a bare number counts people or things, and no money told before: the book "sold" 2 million."""
    levels: frozenset[str]
    """Nouns before "of" and a figure that say where something else stands: "at the level of"."""
    telling: frozenset[str]
    """Verbs behind which stands who hears something."""
    projecting: frozenset[str]
    """Verbs of a forecast that may be nouns: "the bank projects growth"."""
    shares: frozenset[str]
    """Words of a share of people."""
    casualties: frozenset[str]
    """Words of those who are many rather than old."""
    of_a_year: frozenset[str]
    """Things of a year of which there is a share, and levels as well."""
    beginning: frozenset[str]
    """Verbs of a clause of "since" that says when, and not why: "since the war began in 2022"."""
    debts: frozenset[str]
    """What is due at a time: "the notes, due 2031,"."""
    recorded: frozenset[str]
    """Participles that say of whom a change was found."""
    amounts: frozenset[str]
    """Subjects that grow or drop by what a figure says: not those who grow crops."""
    loses: frozenset[str]
    """Those that tell at what rate something gets lost."""
    worths: frozenset[str]
    """Of what a loss is a fall all the same: 5 percent of its "value"."""
    parents: frozenset[str]
    """Before "of" and how many children they have."""
    factors: frozenset[str]
    """Before "of" and how many times as much."""
    voting: frozenset[str]
    """Verbs of those who play, bid or vote."""
    bodies: frozenset[str]
    """What falls or climbs itself, and not in number or value."""
    ground: frozenset[str]
    """Where a body falls to."""
    other_times: frozenset[str]
    """Words that show that "than" compares with another time."""
    past_levels: frozenset[str]
    """Words that show that a level fell, and no body: fell 2 metres "from its peak"."""
    growing: frozenset[str]
    """Verbs whose object may be a crop."""
    dropping: frozenset[str]
    """Verbs whose object may be what someone gives up or lets fall."""
    losing: frozenset[str]
    """Verbs that with "by" tell of a game or a vote."""
    same: frozenset[str]
    """Words before "at" which say that something stayed where it was."""
    hardly: frozenset[str]
    """Words before "unchanged" and the like that belong to them: "little" changed, "on" hold."""
    staying: frozenset[str]
    """Verbs whose subject stayed where it was."""
    leaving: frozenset[str]
    """Verbs whose object someone left where it was."""
    counting: frozenset[str]
    """Who puts something at a figure of their own: the unions in "police put it at 500 and the unions at 900"."""
    reaching: frozenset[str]
    """Verbs behind which a share says how much of something else their subject is."""
    marks: frozenset[str]
    """Nouns behind a value that is passed."""
    missing: frozenset[str]
    """Words that say, as negations do, that something did not pass a value."""
    onward: frozenset[str]
    """Words behind money that is handed on: "passed 5 million euros to the club"."""
    climbing: frozenset[str]
    """Verbs that tell a limit, but for what is to come: "fines go up to 5 dollars", "climbs up to 300 metres"."""
    will: frozenset[str]
    """Words before these verbs that tell of what is to come: "the fee will go up to 5 dollars"."""
    granted: frozenset[str]
    """What is given or imposed up to a limit: "fines will go up to 5,000 euros"."""
    handing: frozenset[str]
    """Verbs with objects of every kind, which "up to" may count: "sends up to 400 men"."""
