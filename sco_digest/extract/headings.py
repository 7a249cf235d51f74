"""Runs of capitals in, those of a headline in capitals out as far as they name someone: "President Signs Decree"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import ENDERS

if TYPE_CHECKING:
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

SHORTEST, LONG = 3, 4
"""Words of such a headline, and letters of a word that has a capital in it, at the least."""
FEW: Final = 20
"""Places of a word that are looked through for one in the text."""
NAMED: Final = frozenset(",:(–—")
"""Marks behind a name that stands in a line of its own: "Orm Velmar, Minister of Culture"."""


def title_lines(tokens: Tokens) -> frozenset[int]:
    """The sentences without a stop above the text in which every word of some length has a capital."""
    lines = []
    for number, (first, last) in enumerate(tokens.sentences):
        if tokens.words[last - 1] in ENDERS:
            break
        words = [word for word in tokens.words[first:last] if word[0].isalpha()]
        if len(words) >= SHORTEST and all(word[0].isupper() for word in words if len(word) >= LONG):
            lines.append(number)
    return frozenset(lines) if len(lines) < len(tokens.sentences) else frozenset()


def name_in_headline(tokens: Tokens, first: int, last: int, people: People) -> int:
    """Where the name that begins at token `first` of such a headline ends: with the words that the text has too.

    Without them, two words of which the first is a given name are one: "Ivan Petrov Opens Road".
    """
    begin, end = tokens.sentences[tokens.sentence_of[first]]
    plain = all(word.isalpha() for word in tokens.words[first:last])
    if not plain or (last < len(tokens) and tokens.words[last] in NAMED):
        return last
    known = next((i for i in range(first, last) if not _stands_elsewhere(tokens, i, range(begin, end))), last)
    given = tokens.lower[first] in people.given and last > first + 1
    return max(known, first + 2) if given else known


def _stands_elsewhere(tokens: Tokens, i: int, line: range) -> bool:
    """Whether a word has its capital outside the headline too."""
    places = tokens.places.get(tokens.lower[i], ())[:FEW]
    return any(k not in line and tokens.words[k][0].isupper() for k in places)
