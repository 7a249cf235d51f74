"""A figure behind a verb of passing in, the bound that it gives out: "will top 5%", "crossed the 100-dollar mark"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.lexicon import Lexicon
    from sco_digest.extract.readings import Figure
    from sco_digest.extract.tokens import Tokens
    from sco_digest.model import Bound

BEYOND: Final = frozenset(["through", "past"])
"""Prepositions between a verb and such a value."""
LEVELS: Final = frozenset(["percent", "temperature", "multiple"])
"""Kinds of figures that something passes whatever their size."""
COUNTS: Final = frozenset(["money", "count", "other"])
"""Kinds of which but a round and large one is passed: not "passed two laws"."""
MEASURES: Final = frozenset(["energy", "mass", "volume"])
"""Kinds of which the same is passed where nothing is said to be of them."""
LARGE = 1000
DENIED: Final = 5
"""Tokens before a verb in which a word says that nothing was passed."""


def passed(tokens: Tokens, figure: Figure, first: int, lexicon: Lexicon) -> Bound | None:
    """The bound that a verb right before a figure gives, where it says that something passed it.

    In "inflation passed 10% in June" that is over, in "the index fell through 5,000 points" under.
    """
    i = figure.begin - 1
    if i < first:
        return None
    marked = _is_marked(tokens, figure, lexicon)
    i -= marked and tokens.lower[i] in lexicon.words.links.definite
    word, links = tokens.lower[i], lexicon.words.links
    if not lexicon.missing.isdisjoint(tokens.lower[max(first, i - DENIED) : i + 1]):
        return None  # did not pass, failed to pass, has yet to pass
    if i <= first or not (marked or _is_level(tokens, figure, lexicon)):
        return None
    if word in BEYOND:
        return _beyond(tokens.lower[i - 1], lexicon)
    if word in links.topping:
        return ">" if marked or _acts(tokens.lower[max(first, i - 3) : i], lexicon) else None
    return ">" if word in links.passing or (marked and word in links.breaking) else None


def _beyond(verb: str, lexicon: Lexicon) -> Bound | None:
    """By the verb before "through" or "past": "broke through 5,000 points", "sank through 90 dollars"."""
    change = lexicon.words.change
    if verb in change.up or verb in lexicon.words.links.breaking:
        return ">"
    return "<" if verb in change.down else None


def _acts(ahead: list[str], lexicon: Lexicon) -> bool:
    """Whether "top" behind some words is a verb: "will top", "is forecast to top", and not "access to top"."""
    links = lexicon.words.links
    if ahead[-1] in lexicon.words.bounds.modals or ahead[-1] in links.finite:
        return True
    opens = len(ahead) > 1 and ahead[-1] == links.target
    return opens and (ahead[-2] in links.heading or ahead[-2] in lexicon.moving or ahead[-2] in links.auxiliaries)


def _is_marked(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a noun behind the figure says that it is a line to pass: "the 5 million mark", "the 40-degree mark"."""
    behind = tokens.lower[figure.last : figure.last + 2]
    return figure.kind != "distance" and any(word in lexicon.words.uses.marks for word in behind)


def _is_level(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a figure is one that something may pass, and no object of an act."""
    value = figure.value if figure.value is not None else figure.low
    behind = tokens.lower[figure.last : figure.last + 2]
    if figure.kind in LEVELS:
        rises = behind[:1] and behind[0].isalpha() and behind[0] not in lexicon.words.nouns.boundaries  # tariffs
        return not rises and not (len(behind) > 1 and behind[0] in lexicon.words.links.of)
    if figure.kind == "money":
        spent = behind[:1] and behind[0] in lexicon.words.links.in_of and _is_plain(tokens, figure.last + 1)
        return lexicon.words.uses.onward.isdisjoint(behind[:1]) and not spent
    if figure.kind in MEASURES and figure.noun is None:  # crossed 4,900 megawatts, and not: passed 5,000 tons of
        return (value or 0) >= LARGE and behind[:1] != [] and not behind[0].isalpha()
    return figure.kind in COUNTS and (value or 0) >= LARGE and figure.noun is None  # not 1,400 amendments


def _is_plain(tokens: Tokens, i: int) -> bool:
    """Whether a word in lower case stands at token `i`, and no month or year."""
    return i < len(tokens.words) and tokens.words[i].islower() and tokens.lower[i] not in {"the", "a", "an"}
