"""Someone and a surname behind an office in, whether that person cannot hold it out: no farmer is Judge Brown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

BYGONE: Final = frozenset({"former", "ex", "late", "then"})
FEW: Final = 50
"""Places of a surname that are looked through for another given name before it."""
LAW: Final = frozenset({"bench", "police"})
APART: Final = LAW | {"private"}
LEARNING: Final = frozenset({"student", "pupil"})
BE: Final = frozenset({"is", "was", "been", "being"})
"""Words by which a sentence tells that someone is before a court and not of it."""


def never_was(tokens: Tokens, one: Someone, mention: Someone, places: list[int], *, aged: bool, people: People) -> bool:
    """Whether someone never held the office before a surname: "Judge Brown" is not Peter Brown, a farmer.

    `places` are the tokens at which the text names him. A farmer can have become mayor: he is another only where the
    text has a third one of that surname.
    """
    callings = people.callings
    calling = next((name for name, nouns in callings.items() if mention.role_noun in nouns), "")
    if not calling or one.role_words & BYGONE or _is_named_so(tokens, places, mention.role_noun):
        return False
    if not one.role_words:
        return calling in LAW and aged and _is_tried(tokens, places[0], people)
    if one.role_words & (callings[calling] | people.kindred.get(calling, frozenset())):
        return False
    own = next((name for name, nouns in callings.items() if one.role_noun in nouns), "")
    if one.role_noun in LEARNING and calling == "learned":
        return True
    kinds = {calling, own}
    if kinds <= LAW | {"bar", "private"} and not kinds.isdisjoint(LAW):
        return True
    return bool(own) and not kinds.isdisjoint(APART) and _has_namesake(tokens, one, people)


def _is_named_so(tokens: Tokens, places: list[int], noun: str) -> bool:
    """Whether a text that names someone tells of an office that it could be his: "has been a mayor"."""
    lower = tokens.lower
    spans = {tokens.sentences[tokens.sentence_of[place]] for place in places}
    return any(
        lower[k] == noun and tokens.words[k].islower() and lower[k - 1] != "the"
        for first, last in spans
        for k in range(first + 1, last)
    )


def _is_tried(tokens: Tokens, place: int, people: People) -> bool:
    """Whether the sentence that first names someone tells of him as accused or hurt: "is charged with"."""
    first, last = tokens.sentences[tokens.sentence_of[place]]
    lower = tokens.lower
    charged = (lower[k] in people.charged and lower[k - 1] in BE for k in range(first + 1, last))
    return not people.tried.isdisjoint(lower[first:last]) or any(charged)


def _has_namesake(tokens: Tokens, one: Someone, people: People) -> bool:
    """Whether the text has another given name before someone's surname."""
    own = {word.lower() for word in one.words}
    near = (tokens.lower[k - 1] for k in tokens.places.get(one.words[-1].lower(), ())[:FEW] if k > 0)
    return any(word in people.given and word not in own for word in near)
