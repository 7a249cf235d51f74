"""A figure and the words around it in, its bound out: "about", "over", "not exceed"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.nouns import is_plural
from sco_digest.extract.particles import rises_to
from sco_digest.extract.passing import passed
from sco_digest.extract.phrase_table import longest, longest_before

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Bound

REACH = 6
"""Tokens before a bound in which its negation is looked for."""


PLACED: Final = 6
"""Tokens from a verb to what is put somewhere, at most."""
REACHED: Final = "as"
"""What opens words for a value that was reached, and roughly so in "as high as roughly 9 euros"."""
JOINED: Final = frozenset({"than", "to", "from", "for"})
"""Words behind "and more" and "or up" that belong to them: nine firms "and more than 40 shops", "and up to 30 cars"."""


def find_bound(tokens: Tokens, figure: Figure, first: int, lexicon: Lexicon) -> tuple[Bound, int]:
    """How exact a figure is, and the token where the words that say so begin, else the figure does."""
    before = _words_before(tokens, figure, first, lexicon)
    if before and _says_no_bound(tokens, figure, before[1], first, lexicon):
        return "=", figure.begin
    if before:
        return (_turned(before[0]) if _negated(tokens, before[1], first, lexicon) else before[0]), before[1]
    told = (
        passed(tokens, figure, first, lexicon) or _inside(tokens, figure, lexicon) or _behind(tokens, figure, lexicon)
    )
    unnamed = figure.value is None and figure.low is None
    return told or ("~" if unnamed else "="), figure.begin


def _words_before(tokens: Tokens, figure: Figure, first: int, lexicon: Lexicon) -> tuple[Bound, int] | None:
    """The bound that the words before a figure give, and where they begin.

    In "from about 30 a day to more than 200" what stands before 30 says nothing of the 200 that it became.
    """
    hyphen = figure.begin - 1 > first and tokens.lower[figure.begin - 1] == "-" and tokens.glued(figure.begin)
    found = longest_before(lexicon.bounds_before, tokens.lower, first, figure.begin - hyphen)
    if found and found[0] == "~":  # at least some 500, more than an estimated 5 million
        outer = longest_before(lexicon.bounds_before, tokens.lower, first, found[1])
        limits = outer is not None and outer[0] != "=" and tokens.lower[outer[1]] != REACHED
        found = outer if limits else found
    begin = found[1] if found else figure.begin
    if figure.begin < figure.first:
        inner = longest_before(lexicon.bounds_before, tokens.lower, figure.begin, figure.first)
        if inner:
            return inner[0], begin
    old = figure.origin is not None and begin > first and tokens.lower[begin - 1] == lexicon.words.links.origin
    return ("=", begin) if found and old else found


def _inside(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Bound | None:
    """The bound that stands within a figure: "40-plus firms", "three or more children"."""
    within = tokens.lower[figure.first : figure.last]
    if not lexicon.words.bounds.inside.isdisjoint(within):
        return ">"
    either = lexicon.words.links.either
    if figure.low is not None or either.isdisjoint(within):
        return None
    begin = next(i for i, word in enumerate(within) if word in either)
    found = longest(lexicon.bounds_after, within, begin, len(within))
    return found[0] if found else None


def _behind(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Bound | None:
    """The bound that stands behind a figure: "5 days or more", and not "rose by 5% and below 3%"."""
    last = figure.last
    found = longest(lexicon.bounds_after, tokens.lower, last, min(len(tokens), last + 3))
    if found is None:
        return None
    joins = tokens.lower[last] in lexicon.words.links.and_
    behind = tokens.lower[found[1]] if found[1] < len(tokens) else "."
    if not joins:
        return None if behind in JOINED or _begins_figure(tokens, found[1], lexicon) else found[0]
    ends = (
        figure.kind == "age"
        or not behind[0].isalnum()
        or behind in lexicon.words.nouns.boundaries
        or behind in lexicon.acting
    )
    old = tokens.lower[last + 1] not in lexicon.words.links.older or figure.kind == "age" or figure.unit == ""
    goes_on = behind in JOINED or _begins_figure(tokens, found[1], lexicon)
    return found[0] if ends and old and not goes_on else None


def _says_no_bound(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether the words of a bound at token `begin` mean something else here: "over five years", "went up to"."""
    return _is_span(tokens, figure, begin, first, lexicon) or _rises(tokens, figure, begin, first, lexicon)


def _is_span(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether "over" says when or where instead: "spend $6bn over five years", and not "lasted over five years"."""
    bounds = lexicon.words.bounds
    if figure.begin - begin != 1 or tokens.lower[begin] not in bounds.spans:
        return False
    before = tokens.lower[begin - 1] if begin > first else ""
    if figure.kind in {"area", "distance"}:
        beside = before in bounds.spread or _are_placed(tokens, figure, begin, first, lexicon)
        return beside or (figure.kind == "distance" and _ends_figure(tokens, begin, first, lexicon))
    return figure.kind == "duration" and before not in bounds.lasting


def _are_placed(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether "over" says where things are put: "laid 40 pipes over 5 km", not "laid over 5 km" or "over 5 km long"."""
    words, things = lexicon.words, begin - 1
    behind = tokens.lower[figure.last] if figure.last < len(tokens) else ""
    sized = behind in words.links.sizes or (figure.kind == "distance" and figure.unit not in words.bounds.ways)
    if sized or things <= first:
        return False
    if tokens.lower[things] in words.bounds.placing:
        return tokens.lower[things - 1] in words.links.being  # were laid over 5 km
    return is_plural(tokens.lower[things], words.nouns) and _places(tokens, things, first, lexicon)


def _places(tokens: Tokens, things: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a verb before the plural at token `things` says that someone puts them somewhere."""
    for i in range(things - 1, max(first, things - PLACED) - 1, -1):
        word = tokens.lower[i]
        if word in lexicon.words.bounds.placing:
            return True
        if not word[0].isalnum() or word in lexicon.clause_words:
            return False
    return False


def _ends_figure(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number with a unit ends before token `i`: "rises 400 metres over 5 km", "climbs by 8% over 2 km"."""
    if i - 2 < first or not (tokens.lower[i - 1] in lexicon.units or tokens.words[i - 1] in lexicon.symbols):
        return False
    number = tokens.lower[i - 2]
    return number[:1].isdecimal() or number in lexicon.starters


def _rises(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether "up to" belongs to a verb: "imports edged up to $5 billion", "a fee of 8p, up to 9p from 8p"."""
    if tokens.lower[begin] not in lexicon.words.change.up:
        return False
    back = figure.origin is not None and begin > first and tokens.lower[begin - 1] not in lexicon.words.links.attaching
    return back or rises_to(tokens, begin, first, figure, lexicon)


def _begins_figure(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a number or an article stands at token `i`, which the words before it belong to."""
    word = tokens.lower[i] if i < len(tokens) else ""
    return word[:1].isdecimal() or word in lexicon.starters or word in lexicon.words.links.determiners


def _turned(bound: Bound) -> Bound:
    return "<" if bound == ">" else ">" if bound == "<" else bound


def _negated(tokens: Tokens, begin: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a bound is denied: "does not exceed 48", "may not work more than 40 hours"."""
    bounds = lexicon.words.bounds
    if tokens.lower[begin] not in bounds.turning:
        return False
    direct = tokens.lower[begin] in bounds.verbs
    for i in range(begin - 1, max(first, begin - REACH) - 1, -1):
        word = tokens.lower[i]
        if word in bounds.negations:
            modal = word in bounds.modals or (i > first and tokens.lower[i - 1] in bounds.modals)
            return direct or modal or _only_changes(tokens.lower[i + 1 : begin], lexicon)
        adverb = word.endswith(lexicon.words.nouns.adverb_ending) or word in lexicon.words.links.auxiliaries
        if not word[0].isalpha() or word in lexicon.clause_words or (direct and not adverb):
            return False
    return False


def _only_changes(words: list[str], lexicon: Lexicon) -> bool:
    """Whether nothing but a verb of change stands between a negation and a bound: "did not rise by more than"."""
    change, links = lexicon.words.change, lexicon.words.links
    return bool(words) and all(word in change.up or word in change.down or word in links.fillers for word in words)
