"""Names with what stands before them in, one role for several out: "Ministers Ivan Petrov and Anna Weiss"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sco_digest.extract.names import is_plural_role
from sco_digest.extract.offices import offices_of
from sco_digest.extract.roles import plain
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.names import NameRun
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People

BETWEEN = frozenset({"of", "the", "and", ",", "&"})
FAR = 8
"""Tokens between two names that share a role, at the most."""


def share_roles(tokens: Tokens, candidates: list[Someone], named: list[Named], language: Language) -> None:
    """Give each name its part of a role in the plural: the first behind it, and those joined to that."""
    sharing: Someone | None = None
    for one in candidates:
        first, last = one.mentions[0].first, one.mentions[0].last
        if not one.role and one.mentions[0].start < first and is_plural_role(tokens, first - 1, language.people):
            _take_role(tokens, one, named, language.people)
        elif sharing and not one.role and _joined(tokens, sharing.mentions[0].last, first, named):
            one.role, one.role_noun, one.role_words = sharing.role, sharing.role_noun, sharing.role_words
            one.offices = sharing.offices
            one.country, one.known = country_behind(tokens, last, named), True
        else:
            sharing = None
            continue
        sharing = one


def _take_role(tokens: Tokens, one: Someone, named: list[Named], people: People) -> None:
    """Give a name the role in the plural right before it, in the singular."""
    mention = one.mentions[0]
    one.role = plain(tokens, mention.start, mention.first)[:-1]
    one.role_noun = tokens.lower[mention.first - 1][:-1]
    one.role_words = frozenset((*tokens.lower[mention.start : mention.first - 1], one.role_noun))
    one.offices = offices_of([*tokens.lower[mention.start : mention.first - 1], one.role_noun], people)
    one.country = country_behind(tokens, mention.last, named) or _country_before(tokens, mention.start, named)


def country_behind(tokens: Tokens, end: int, named: list[Named]) -> str | None:
    """The country that someone with a role is "of": "delegate Anna Weiss of the United States"."""
    if tokens.lower[end : end + 1] != ["of"]:
        return None
    start = end + 2 if tokens.lower[end + 1 : end + 2] == ["the"] else end + 1
    place = bisect_left(named, start, key=lambda name: name.first)
    found = named[place] if place < len(named) and named[place].first == start else None
    return found.country if found and found.kind == "country" else None


def country_beside(tokens: Tokens, run: NameRun, named: list[Named]) -> str | None:
    """The country of someone without a role: "Azerbaijan’s Babayev", "Estonian Kaia Mets", "Anna Weiss of Austria"."""
    if run.first > 1 and tokens.lower[run.first - 1] in POSSESSIVES:
        return _owner(run.first - 2, named)
    if len(run.words) < 2:
        return None
    return _people_before(run.first, named) or country_behind(tokens, run.last, named)


def _people_before(first: int, named: list[Named]) -> str | None:
    """The country whose people are named right before token `first`."""
    place = bisect_left(named, first, key=lambda name: name.last)
    found = named[place] if place < len(named) and named[place].last == first else None
    return found.country if found and found.kind == "people" else None


def _owner(i: int, named: list[Named]) -> str | None:
    """The country whose name ends with token `i`."""
    place = bisect_left(named, i + 1, key=lambda name: name.last)
    return named[place].country if place < len(named) and named[place].last == i + 1 else None


def _country_before(tokens: Tokens, start: int, named: list[Named]) -> str | None:
    """The country that a role in the plural stands behind: "Kazakh Ministers Ivan Petrov and Anna Weiss"."""
    place = bisect_left(named, start, key=lambda name: name.last)
    found = named[place] if place < len(named) and named[place].last == start else None
    return found.country if found and tokens.sentence_of[found.first] == tokens.sentence_of[start] else None


def _joined(tokens: Tokens, first: int, last: int, named: list[Named]) -> bool:
    """Whether only countries, "of" and "and" stand between two names."""
    if last - first > FAR or ("and" not in tokens.lower[first:last] and "," not in tokens.words[first:last]):
        return False
    place = bisect_left(named, first, key=lambda name: name.first)
    inside = {i for name in named[place : place + 2] for i in range(name.first, name.last)}
    return all(i in inside or tokens.lower[i] in BETWEEN for i in range(first, last))
