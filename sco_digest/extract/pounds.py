"""A number of pounds in, whether they are money out: "fined 2,000 pounds", and not "weighs 30 pounds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.phrase_table import past_phrase

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Number
    from sco_digest.extract.tokens import Tokens

REACH: Final = 8
"""Tokens before a number in which a price, a pay or a fine is looked for."""
NEAR: Final = 3
"""Tokens between a verb of paying and the number, at most: "paid them nearly 300 pounds"."""


def is_price(tokens: Tokens, number: Number, end: int, last: int, lexicon: Lexicon) -> bool:
    """Whether pounds that end before token `end` are told of as a price, a pay or a fine, and weigh nothing."""
    money, lower = lexicon.words.money, tokens.lower
    behind = lower[end : min(last, end + 2)]
    if behind[:1] and behind[0] in lexicon.words.links.of:
        return behind[1:] != [] and behind[1] in money.things and _is_paid(tokens, number, lexicon)
    if lower[number.last] == "-":  # a 3,000-pound fine
        return not money.prices.isdisjoint(behind)
    if len(behind) > 1 and behind[0] in lexicon.words.units.rates.after and behind[1] in money.priced_per:
        return True
    return _is_paid(tokens, number, lexicon)


def _is_paid(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether the nearest word before a number that says of what it is told is one of money."""
    money, links, lower = lexicon.words.money, lexicon.words.links, tokens.lower
    floor = max(0, tokens.sentences[tokens.sentence_of[number.first]][0], number.first - REACH)
    begin = past_phrase(lexicon.bounds_before, lower, floor, number.first)
    if begin - 2 >= floor and (lower[begin - 1] in links.lists or lower[begin - 1] == links.target):
        unit = begin - 3 >= floor and lower[begin - 2] == lower[number.last]  # rose by 40 pounds to 900 pounds
        begin -= 2 + unit if lower[begin - 2 - unit][0].isdecimal() else 0  # costs 20 to 30 pounds
    before = lower[begin - 1] if begin > floor else ""
    told = before in lexicon.words.change.measure or before in links.results or before in links.at
    for i in range(begin - 1, floor - 1, -1):
        word = lower[i]
        if word in money.weighing or word in links.clause_ends or word[0].isdecimal():
            return False
        if word in money.paying:
            return begin - i <= NEAR
        if word in money.selling and begin - i > 1:
            return before in money.sold_for
        if word in money.prices and told:
            return True
    return False
