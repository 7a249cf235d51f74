"""Someone whom "the minister" can mean in, and others whom it can mean as well, who of them is surely meant out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.recent import RecentPeople
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import People

BESIDE: Final = 3
"""Tokens before a role in which an "and" joins its bearer to another."""
OFFICE: Final = 5
"""Tokens from "the" within which the noun of a mention stands."""
STATE: Final = ["Head", "of", "State"]
"""With these capitals a press office writes of its own president."""


def surest(tokens: Tokens, i: int, recent: RecentPeople, best: Someone, rivals: list[Someone]) -> Someone | None:
    """Which of several of one office a mention at token `i` means: who spoke last and goes on, or who is at home.

    Of "President Petrov met President of Ormaria Weiss" the President is Petrov, until the guest has spoken.
    """
    if not rivals:
        return best
    among = [best, *rivals]
    at_home = [one for one in among if one.country is None]
    if at_home and tokens.words[i + 1 : i + 4] == STATE:
        return at_home[0] if len(at_home) == 1 else None
    if recent.speaker in among:
        others = [one for one in among if one is not recent.speaker]
        end = tokens.sentences[tokens.sentence_of[recent.spoke]][1]  # whom he tells of himself is no rival
        named = any(end <= mention.first < i for one in others for mention in one.mentions)
        office = recent.speaker.role_noun in tokens.lower[i + 1 : i + OFFICE]
        hosts = [one for one in others if office and _is_host(one, recent.speaker)]
        return None if named or hosts else recent.speaker
    guests = [one for one in among if one.country is not None]
    alone = len(at_home) == 1 and not any(recent.came(one) or _is_joined(tokens, one) for one in guests)
    return at_home[0] if alone else None


def latest(recent: RecentPeople, fitting: list[Someone]) -> Someone | None:
    """Whom "the official" means, which many are: who spoke last, if nobody else whom it fits has come up since."""
    if len(fitting) == 1:
        return fitting[0]
    newest = next((one for one in reversed(recent) if one in fitting), None)
    return newest if newest is recent.speaker else None


def is_of_other_field(mention: set[str], person: Someone, people: People) -> bool:
    """Whether a mention is of another field than the office: no minister of transport is "the energy minister"."""
    told = {field for field, words in people.fields.items() if words & mention}
    own = {field for field, words in people.fields.items() if words & person.role_words}
    return bool(told) and bool(own) and told.isdisjoint(own)


def _is_host(one: Someone, guest: Someone) -> bool:
    """Whether someone receives another, of a foreign country: who is named first, or as of none."""
    if guest.country is None or one.country == guest.country:
        return False
    return one.country is None or one.mentions[0].first < guest.mentions[0].first


def _is_joined(tokens: Tokens, person: Someone) -> bool:
    """Whether "and" joins someone to who stands before: "Petrov and President of Ormaria Weiss spoke"."""
    start = person.mentions[0].start
    return "and" in tokens.lower[max(0, start - BESIDE) : start]
