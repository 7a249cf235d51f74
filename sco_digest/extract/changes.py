"""A figure and the words around it in, its direction out: "rose by", "a drop of", "20 percent less"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.listed import listed_direction
from sco_digest.extract.no_change import is_for_somebody, is_way_of_body, means_no_change, with_another_time
from sco_digest.extract.object_verbs import verb_of_object
from sco_digest.extract.particles import rises_to
from sco_digest.extract.tokens import MINUS

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Direction

REACH = 14
"""Tokens before a figure in which its verb is looked for."""
APART = frozenset({",", "("})
"""Marks between a figure and another that says how far it changed."""
BESIDE_CHANGE = frozenset({"a", "an", "of", "or", "by", "year", "on", "-", "annual", "yearly", "slight", "sharp"})
"""Words beside the noun of a change: "a year-on-year rise of"."""
REACH_AFTER = 4
"""Tokens after it in which "increase" or "higher" is looked for."""


def find_direction(
    tokens: Tokens, figure: Figure, begin: int, span: tuple[int, int], lexicon: Lexicon
) -> Direction | None:
    """Whether a figure is a rise or a fall, or the result of one; `begin` is where it or its bound begins."""
    change = lexicon.words.change
    if figure.compound or (figure.kind == "duration" and tokens.lower[begin - 1] in lexicon.words.bounds.spans):
        return None  # a rise over two years
    if figure.low is not None and begin > span[0] and tokens.lower[begin - 1] in lexicon.words.links.between:
        begin -= 1
    if moved := _moved(figure):
        return moved
    article = begin - 2 > span[0] and tokens.lower[begin - 1] in lexicon.words.numbers.articles
    article = article and tokens.lower[begin - 3] in lexicon.moving  # slowed from a 7.7-percent expansion
    origin = tokens.lower[begin - 1 - article] if begin > span[0] else ""
    old = figure.value is not None and origin == lexicon.words.links.origin
    if old or is_way_of_body(tokens, figure, lexicon):
        return None  # down from 5: what it was before
    told = _signed(tokens, figure, begin, span[0], lexicon) or _compared(tokens, figure, span[1], lexicon)
    if told:
        return told
    word = (
        _before(tokens, figure, begin, span[0], lexicon)
        or _after(tokens, figure, span[1], lexicon)
        or _result(tokens, figure, span[1], lexicon)
    )
    if word:
        return "up" if word in change.up else "down"
    return _by_itself(tokens, figure, lexicon) or listed_direction(tokens, figure, begin, span[0], lexicon)


def _moved(figure: Figure) -> Direction | None:
    """By what a figure was before: "from 3 to 5", "from $18 to between $6 and $8"."""
    low, high = (figure.value, figure.value) if figure.value is not None else (figure.low, figure.high)
    if figure.origin is None or low is None or high is None or low <= figure.origin <= high:
        return None
    return "up" if low > figure.origin else "down"


def told_behind(tokens: Tokens, figure: Figure, following: Figure, begin: int, lexicon: Lexicon) -> bool:
    """Whether the next figure says how far this one rose or fell: "8.9 million in May, 31 percent more", "5 (+3 %)".

    `begin` is where the next figure or its bound begins.
    """
    between, links = tokens.lower[figure.last : begin], lexicon.words.links
    if between == ["or"]:
        return True
    mark = next((i for i in range(len(between) - 1, -1, -1) if between[i] in APART), None)
    if mark is None or figure.compound or figure.kind in {"duration", "age", "multiple"} or following.kind == "age":
        return False
    tail, head = between[mark + 1 :], between[between[0] == ")" : mark]  # 381 billion yuan (53 billion dollars), up 5%
    if tail[:1] and tail[0] in links.relative and links.being.issuperset(tail[1:]):
        tail = []  # 54,300, which is 4,100 fewer
    change = lexicon.words.change
    said = all(
        word in change.nouns or word in links.turned or word in links.plus or word in MINUS or word in BESIDE_CHANGE
        for word in tail
    )
    more = not tail and following.last < len(tokens) and tokens.lower[following.last] in change.compared
    plain = lexicon.changes.isdisjoint(head) and links.stops.isdisjoint(head) and "," not in head
    stretch = not links.between.isdisjoint(head)  # between January and September
    joined = [word for word in head if not (stretch and word in links.and_)]
    return said and plain and (more or lexicon.clause_words.isdisjoint(joined))


def _signed(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> Direction | None:
    """ "-3%", "(-3%)", "+3%"."""
    if figure.begin <= first:
        return None
    ahead = tokens.lower[max(first, figure.begin - 2) : figure.begin]
    if figure.kind == "percent" and ((figure.value or 0) < 0 or (ahead[0] == "(" and ahead[-1] in MINUS)):
        return "down"
    sign = ahead[-1] in lexicon.words.links.plus
    glued = tokens.glued(figure.begin) and not ahead[-1].isalpha()
    told = figure.kind == "percent" or (glued and figure.kind != "temperature")  # not: £2 plus £3 in costs, 15 + 5
    if sign and told:
        return "up"
    turned = begin - 1 > first and tokens.lower[begin - 1] in lexicon.words.links.turned
    if not turned or not _states(tokens.lower[begin - 2], lexicon):
        return None
    return "up" if tokens.lower[begin - 1] in lexicon.words.change.up else "down"


def _states(word: str, lexicon: Lexicon) -> bool:
    """Whether "up" and "down" after a word say a change: "was up 5 points", ", down 68 pence", and not "set up 5"."""
    words = lexicon.words
    mark = word in words.links.clause_ends and not word[0].isalpha()
    if word in words.change.never_after:  # made up 5 percent
        return False
    return mark or word in words.change.measure or word.endswith(words.nouns.adverb_ending)


def _by_itself(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Direction | None:
    """The direction of "doubled"."""
    own = lexicon.words.numbers.folds.get(tokens.lower[figure.first]) if figure.kind == "multiple" else None
    compares = tokens.lower[figure.first] in lexicon.words.links.twice
    return None if own is None or compares else "up" if own > 1 else "down"


def governing(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> int | None:
    """The word of change that governs a figure: "rose by", "cut X from", "the rise in X was"."""
    change, links = lexicon.words.change, lexicon.words.links
    linked = begin > first and (tokens.lower[begin - 1] in links.results or _ends_at(tokens, figure, begin, lexicon))
    measured = not change.measure.isdisjoint(tokens.lower[begin : figure.begin])
    for i in range(begin - 1, max(first, begin - REACH) - 1, -1):
        word = tokens.lower[i]
        if word in links.clause_ends and not (i == begin - 1 and word == "(") and not (i == begin - 2 and linked):
            return None
        tells = tokens.lower[i - 1] not in change.never_after or tokens.lower[i + 1] in links.amount  # written down by
        tells = tells or (word in links.turned and rises_to(tokens, i, first, figure, lexicon))  # picked up to
        if (word in change.up or word in change.down) and tells:
            if figure.kind == "count" and word in change.gatherings:
                return None  # a rally by thousands
            if tokens.lower[i + 1] == links.target and word in links.turned and tokens.lower[i - 1] in links.attaching:
                return None  # fees of up to $1,000, or 5 pesos
            near = linked or _is_light(tokens.lower[i + 1 : begin], lexicon)
            near = near and not _of_another(tokens, i, begin, lexicon)
            told = near and linked and tokens.lower[begin - 1] not in links.of
            if told and (verb := verb_of_object(tokens, i, first, lexicon)):
                return verb
            return i if near or (measured and word in change.nouns) else None
        measured = measured or (word in change.measure and _is_light(tokens.lower[i + 1 : begin], lexicon))
    return None


def _of_another(tokens: Tokens, i: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether "of" before a figure belongs to no noun of change at token `i`: "lower on turnover of 2 million"."""
    links = lexicon.words.links
    owned = tokens.lower[begin - 1] in links.of and i < begin - 2
    rate = tokens.lower[i] in lexicon.words.change.nouns or tokens.lower[i + 1] in links.at  # grew at a rate of
    return owned and not rate


def _ends_at(tokens: Tokens, figure: Figure, begin: int, lexicon: Lexicon) -> bool:
    """Whether a level stands behind its change: "ended down 1% at 1,463.78 points", "lost 1.1% to end at 1,334.20"."""
    level = figure.kind in {"money", "other", "percent"} or figure.unit in lexicon.words.numbers.parted
    if not level or begin < 3 or tokens.lower[begin - 1] not in lexicon.words.links.at:
        return False
    to, word = tokens.lower[begin - 3 : begin - 1]
    closes = to == lexicon.words.links.target and word in lexicon.words.change.closing
    return closes or word in lexicon.changes or word in lexicon.words.numbers.parted


def _is_light(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words between a verb and its figure add nothing: "by an average of", "sharply"."""
    return all(w in lexicon.words.links.fillers or w.endswith(lexicon.words.nouns.adverb_ending) for w in words)


def _before(tokens: Tokens, figure: Figure, begin: int, first: int, lexicon: Lexicon) -> str | None:
    i = governing(tokens, figure, begin, first, lexicon)
    if i is None:
        return None
    word, change = tokens.lower[i], lexicon.words.change
    if tokens.lower[i + 1] in change.never_before:  # fell short by 15 votes
        return None
    denied = not lexicon.words.bounds.negations.isdisjoint(tokens.lower[max(first, i - 2) : i])
    if denied:  # will not fall below
        return None
    if means_no_change(tokens, figure, begin, i, lexicon) or _is_ratio(tokens, figure, begin, word, lexicon):
        return None
    direct = all(w in lexicon.words.links.determiners for w in tokens.lower[i + 1 : begin])
    direct = direct or tokens.lower[begin - 1] in lexicon.words.links.either  # lost 3 mln dlrs, or 2 cents a share
    amount = word in change.transitive and direct and figure.kind not in {"percent", "multiple"}
    return None if amount else word


def _is_ratio(tokens: Tokens, figure: Figure, begin: int, verb: str, lexicon: Lexicon) -> bool:
    """Whether a figure compares a result with something else: "climbed to 3 billion, or 5.8 times earnings"."""
    behind = tokens.lower[figure.last] if figure.last < len(tokens) else "."
    if tokens.lower[begin - 1] not in lexicon.words.links.either or not behind[0].isalpha():
        return False
    change = lexicon.words.change
    if behind not in change.compared and behind not in change.adverbs:
        return figure.kind == "multiple"
    last = tokens.sentences[tokens.sentence_of[begin]][1]
    than = not lexicon.words.links.than.isdisjoint(tokens.lower[figure.last + 1 : figure.last + 2])
    if not than or with_another_time(tokens, figure.last + 1, last, lexicon):
        return False
    more = behind in change.up or change.compared.get(behind) == "up"
    return figure.kind == "multiple" or more != (verb in change.up)  # fell to 3 tons, or 5 percent more than planned


def _compared(tokens: Tokens, figure: Figure, last: int, lexicon: Lexicon) -> Direction | None:
    """ "20 percent less", "11,000 more than last year"."""
    ahead = tokens.lower[figure.last : min(last, figure.last + 2)]
    than = not lexicon.words.links.than.isdisjoint(ahead[1:])
    if not ahead or (figure.kind == "count" and not than):
        return None
    if than and not with_another_time(tokens, figure.last + 1, last, lexicon):
        return None
    return lexicon.words.change.compared.get(ahead[0])


def _result(tokens: Tokens, figure: Figure, last: int, lexicon: Lexicon) -> str | None:
    """ "8.9 million visitors, a rise of 31 percent", "$17.3 billion, up 6.4 percent"."""
    ahead = tokens.lower[figure.last : min(last, figure.last + REACH_AFTER)]
    if ahead[:1] != [","] or len(ahead) < 3:
        return None
    if ahead[1] in lexicon.words.links.turned:
        return ahead[1]
    change = lexicon.words.change
    nouns = (i for i in range(figure.last + 2, figure.last + len(ahead)) if tokens.lower[i] in change.nouns)
    words = (tokens.lower[i] for i in nouns if not is_for_somebody(tokens, i + 1, last, lexicon))
    ending = lexicon.words.time.superlative_ending  # 412 millimetres, the heaviest fall since
    rain = figure.kind == "distance" and any(word.endswith(ending) for word in ahead)
    return next(words, None) if ahead[1] in lexicon.words.numbers.articles and not rain else None


def _after(tokens: Tokens, figure: Figure, last: int, lexicon: Lexicon) -> str | None:
    """ "a 5 percent rise", "34.4% higher"."""
    if figure.kind == "count":
        return None
    change = lexicon.words.change
    for i in range(figure.last, min(last, figure.last + REACH_AFTER)):
        word = tokens.lower[i]
        if word in change.nouns or word in change.adverbs:
            than = i + 1 < last and word in change.adverbs and tokens.lower[i + 1] in lexicon.words.links.than
            return word if not than or with_another_time(tokens, i + 1, last, lexicon) else None
        if word in lexicon.words.nouns.boundaries or not word[0].isalpha():
            return None
    return None
