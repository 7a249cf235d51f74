"""A figure and a verb of change before it in, whether the verb means something else out: "grows 40% of the coffee"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens

MATTER: Final = frozenset({"mass", "volume", "area"})
"""Kinds of figures that tell how much of something there is."""
INTO: Final = frozenset(["into", "onto", "off", "down", "out", "through", "overboard"])
"""Words behind a distance that a body falls, climbs or is lowered."""
OWNED: Final = ARTICLES | {"his", "her", "their"}
"""Words between "from" or "to" and where a body falls from or to."""
THAN_REACH = 5
"""Tokens from "than" to the figure that another is compared with, at most."""
TIME_REACH = 9
"""Tokens behind "than" in which a time is looked for."""


def means_no_change(tokens: Tokens, figure: Figure, begin: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a word of change at token `verb` before a figure tells no rise or fall of what is measured."""
    word, behind = tokens.lower[verb], tokens.lower[figure.last : figure.last + 3]
    if is_compared_with(tokens, begin, verb, lexicon):
        return True
    if word in lexicon.words.uses.loses and figure.kind == "percent":  # loses 14 percent of power in grids
        return behind[:1] != [] and behind[0] in lexicon.words.links.of and lexicon.words.uses.worths.isdisjoint(behind)
    if word in lexicon.words.uses.losing:
        return figure.kind == "count" and tokens.lower[begin - 1] in lexicon.words.links.amount
    direct = all(w in lexicon.words.links.determiners for w in tokens.lower[verb + 1 : begin])
    if direct and figure.kind == "distance" and verb > 0 and tokens.lower[verb - 1] in lexicon.words.uses.bodies:
        return True  # the bus fell some 200 feet
    amount = verb > 0 and tokens.lower[verb - 1] in lexicon.words.uses.amounts  # payrolls grew 177,000 jobs
    return direct and not amount and _is_object(word, figure, behind, lexicon)


def is_way_of_body(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a figure is how far a body fell, climbed or was let down: "15 metres from a balcony"."""
    return figure.kind == "distance" and _is_way(tokens.lower[figure.last : figure.last + 3], lexicon)


def is_compared_with(tokens: Tokens, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether another figure is compared with the one at token `begin`: "slower than the 7.55% of March".

    `first` is the token of the word of change, from which on "than" is looked for.
    """
    links = lexicon.words.links
    for i in range(begin - 1, max(first, begin - THAN_REACH) - 1, -1):
        if tokens.lower[i] in links.than:
            bound = tokens.lower[i - 1] in lexicon.words.change.compared
            named = tokens.lower[i + 1] in links.definite or tokens.lower[i + 1] in lexicon.owners
            return named or not bound
        if tokens.lower[i] in links.clause_ends:
            return False
    return False


def with_another_time(tokens: Tokens, than: int, last: int, lexicon: Lexicon) -> bool:
    """Whether "than" at a token compares with another time: "than a year ago", and not "than needed"."""
    time = lexicon.words.links.time_nouns
    for i in range(than + 1, min(last, than + TIME_REACH)):
        word = tokens.lower[i]
        if word in lexicon.words.uses.other_times or word in time or word.removesuffix("s") in time or _is_year(word):
            return True
        if word in lexicon.words.links.clause_ends:
            return False
    return False


def is_for_somebody(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a noun of change before token `i` tells whom something is good for: "a gain | for the town".

    "A rise for the third month" tells when, and "a rise for the firm of 5 percent" how far.
    """
    if i >= last or tokens.lower[i] not in lexicon.words.change.for_words:
        return False
    time = lexicon.words.links.time_nouns
    for word in tokens.lower[i + 1 : min(last, i + TIME_REACH)]:
        if word in lexicon.words.links.clause_ends:
            return True
        if word in time or word.removesuffix("s") in time or word[0].isdecimal():
            return False
    return True


def _is_year(word: str) -> bool:
    return word[:4].isdecimal() and word[:2] in {"18", "19", "20"}


def _is_object(word: str, figure: Figure, behind: list[str], lexicon: Lexicon) -> bool:
    """Whether a figure right behind a verb is what someone grows or drops, and not how far something moved."""
    part = bool(behind) and behind[0] in lexicon.words.links.of
    counted = figure.kind == "count" and figure.unit not in lexicon.words.meaning.points
    if word in lexicon.words.uses.growing:
        return counted or figure.kind in MATTER or (part and figure.kind == "percent")
    return word in lexicon.words.uses.dropping and (counted or (part and figure.kind in MATTER))


def _is_way(behind: list[str], lexicon: Lexicon) -> bool:
    """Whether words behind a distance say which way a body took: "15 metres from a balcony", "60 metres into it"."""
    if not behind:
        return False
    owned = len(behind) > 1 and behind[1] in OWNED
    if behind[0] in INTO:
        return owned or behind[0] != "down"  # and not: 2 metres down on last year
    where, links, uses = behind[2] if len(behind) > 2 and owned else "", lexicon.words.links, lexicon.words.uses
    if behind[0] == links.origin:
        return where != "" and where not in uses.past_levels and where not in links.time_nouns
    return behind[0] == links.target and where in uses.ground
