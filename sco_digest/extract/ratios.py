"""The numbers of a sentence in, the same out with the two of "one in five" as one share, and "2/3 of" as one too."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_plural
from sco_digest.extract.phrase_table import longest
from sco_digest.extract.readings import Number

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.tokens import Tokens

WHOLES = frozenset([*range(2, 11), 12, 20, 25, 50, 100, 1000])
"""What shares are told of; "27 out of 40 tasks" counts tasks."""

HALVES: Final = frozenset([2, 4, 8, 16])
"""Parts in which points are told too: fell by 1/4."""


def join_ratios(tokens: Tokens, numbers: list[Number], first: int, lexicon: Lexicon) -> list[Number]:
    """The numbers of the sentence that begins with token `first`; a ratio that is not sure is left out whole."""
    numbers = [_with_slash(tokens, number, first, lexicon) for number in numbers]
    joined = {
        one.first: (other.first, _share(tokens, one, other, first, lexicon))
        for one, other in pairwise(numbers)
        if _is_ratio(tokens, one, other, lexicon)
    }
    parts = {other for other, _ in joined.values()}
    kept: list[Number] = []
    for number in numbers:
        if number.first in joined and number.first not in parts:
            kept.extend(joined[number.first][1])
        elif number.first not in parts:
            kept.append(number)
    return kept


def _with_slash(tokens: Tokens, number: Number, first: int, lexicon: Lexicon) -> Number:
    """A number, as a share where it is a part of a whole in digits: "2/3 of voters", "rose by 1/3"."""
    slashed = number.last == number.first + 3 and tokens.lower[number.first + 1] == "/"
    if not slashed or not (_is_of_whole(tokens, number, first, lexicon) or _moves_by(tokens, number, first, lexicon)):
        return number
    return Number(number.first, number.last, number.value, share=True)


def _is_of_whole(tokens: Tokens, number: Number, first: int, lexicon: Lexicon) -> bool:
    """Whether "of" and no unit follow: "2/3 of voters", not "1/4 of a mile", "1/4 of 1 percent", "page 2/3 of it"."""
    links, numbers = lexicon.words.links, lexicon.words.numbers
    of, whole, unit = [*tokens.lower[number.last : number.last + 3], "", "", ""][:3]
    before = tokens.lower[number.first - 1] if number.first > first else ""
    if of not in links.of or (before[:1].isalnum() and before not in lexicon.no_nouns):
        return False
    if whole in numbers.ones or whole in numbers.parted or unit in numbers.parted:
        return False
    end = tokens.sentences[tokens.sentence_of[number.first]][1]
    measured = longest(lexicon.units, tokens.lower, min(number.last + 2, end), end)
    return whole not in numbers.articles or measured is None


def _moves_by(tokens: Tokens, number: Number, first: int, lexicon: Lexicon) -> bool:
    """Whether something rose or fell by a part that is no half or quarter, which may be of a point: "rose by 1/3"."""
    i, below = number.first - 2, tokens.lower[number.last - 1]
    if i < first or tokens.lower[i + 1] not in lexicon.words.links.amount or tokens.lower[i] not in lexicon.moving:
        return False
    after = tokens.lower[number.last] if number.last < len(tokens) else ""
    free = not after[:1].isalnum() or after in lexicon.words.nouns.boundaries
    return free and int(below) not in HALVES


def _is_ratio(tokens: Tokens, one: Number, other: Number, lexicon: Lexicon) -> bool:
    """Whether two numbers are a part and its whole, and nothing is measured by the second: "two in three days"."""
    between = " ".join(tokens.lower[one.last : other.first])
    if one.share or other.share or one.fold or other.fold:
        return False
    if between not in lexicon.words.links.ratios and not _has_noun(tokens, one, other, lexicon):
        return False
    part, whole = one.value or 0, other.value or 0
    if not 0 < part < whole or whole not in WHOLES or one.scale > 1:
        return False
    sentence_end = tokens.sentences[tokens.sentence_of[other.first]][1]
    measured = longest(lexicon.units, tokens.lower, other.last, sentence_end)
    return measured is None


def _share(tokens: Tokens, one: Number, other: Number, first: int, lexicon: Lexicon) -> tuple[Number, ...]:
    """The share; none where "in" may say where instead: "killed two in five attacks"."""
    if _has_noun(tokens, one, other, lexicon):
        return (_joined(one, other),)
    before = tokens.lower[one.first - 1] if one.first > first else ""
    links = lexicon.words.links
    sure = not before[:1].isalpha() or before in links.before_ratio or before in links.auxiliaries
    if other.first - one.last == 1 and not sure:
        return ()
    after = tokens.lower[other.last] if other.last < len(tokens) else ""
    counted = after in links.of or (after[:1].isalpha() and after not in lexicon.words.nouns.boundaries)
    if other.first - one.last > 1 and not counted:  # a mark: 8 out of 10
        return ()
    return (_joined(one, other),)


def _has_noun(tokens: Tokens, one: Number, other: Number, lexicon: Lexicon) -> bool:
    """Whether the part has a noun, and the whole has none: "one seat in four is", and not "two goals in five games"."""
    words = tokens.lower[one.last : other.first]
    if len(words) < 2 or " ".join(words[1:]) not in lexicon.words.links.ratios:
        return False
    nouns, links = lexicon.words.nouns, lexicon.words.links
    after, following = [*tokens.lower[other.last : other.last + 2], "", ""][:2]
    noun = words[0].isalpha() and words[0] not in nouns.boundaries and is_plural(words[0], nouns) == (one.value != 1)
    told = after in links.auxiliaries and after not in links.results
    if one.value != 1 or not noun:
        return noun and told
    ends = after in {"", ".", ";", ")"} or (after in {",", "or", "and"} and not following[:1].isdecimal())
    return told or ends or (after in nouns.boundaries and after not in links.results)


def _joined(one: Number, other: Number) -> Number:
    return Number(one.first, other.last, (one.value or 0) / (other.value or 1), share=True)
