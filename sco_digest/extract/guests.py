"""The places named in a text in, the guest of another country with whom it opens out, and the country that he is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sco_digest.extract.dateline import find_dateline

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

HEAD: Final = 3
"""Sentences in which a text tells of a guest."""
NEAR: Final = 5
"""Tokens between a country and the word for someone who is of it: "Chinese Deputy Foreign Minister"."""
FAR: Final = 24
"""Tokens between a guest and the place where he is."""
INTO: Final = frozenset({"in", "to", "at", "for", "near", "outside", "from"})
"""Words before the place where someone is."""
RETURNING: Final = frozenset({"returned", "returns", "returning", "back", "before", "after"})
"""Words by which the other country is where someone was or will be."""
STRANGERS: Final = frozenset({"a", "an", "two", "three", "four", "five", "six", "several", "dozens"})
"""Words before people of whom nothing but their country counts: "An American was arrested"."""


class Guest(NamedTuple):
    """Someone of one country who is in another."""

    country: str
    host: str
    kind: str
    """An "envoy", a "visitor" with an office, or a "stranger"."""


def find_guest(tokens: Tokens, named: list[Named], language: Language) -> Guest | None:
    """The guest with whom a text opens: "Russian Ambassador to Kyrgyzstan", "An American was arrested in Tbilisi"."""
    dateline = find_dateline(tokens, language)
    written = {name.country for name in named[:HEAD] if dateline and dateline.first <= name.first < dateline.last}
    for place, name in enumerate(named):
        if name.country in written:
            continue  # whoever is written of from home is no guest there
        sentence = tokens.sentence_of[name.first]
        if sentence >= HEAD:
            return None
        last = tokens.sentences[sentence][1]
        behind = (one for one in named[place + 1 : place + HEAD + 1] if one.first < min(last, name.last + FAR))
        hosts = (one for one in behind if one.country != name.country and one.kind != "people")
        host = next(hosts, None)
        if host is None:
            continue
        kind = _kind(tokens, name, host, language)
        if kind == "visitor" and _is_at_home(tokens, name, host, named):
            continue
        if kind:
            return Guest(name.country, host.country, kind)
    return None


def _is_at_home(tokens: Tokens, name: Named, host: Named, named: list[Named]) -> bool:
    """Whether someone who travels is at home again or still, or a text tells more of home than of the other land."""
    between = tokens.lower[name.last : host.first]
    stays = any(one.country == name.country and name.last <= one.first < host.first for one in named)
    countries = [one.country for one in named if one.kind != "people"]
    return stays or not RETURNING.isdisjoint(between) or countries.count(name.country) > countries.count(host.country)


def _kind(tokens: Tokens, name: Named, host: Named, language: Language) -> str:
    """Whether an envoy, a visitor or a stranger stands at the name of a country; "" where nobody does."""
    people, lower = language.people, tokens.lower
    before = lower[name.first - 1] if name.first else ""
    role = next((k for k in range(name.last, min(name.last + NEAR, host.first)) if lower[k] in people.roles), None)
    inside = lower[host.first - 1] in INTO or (lower[host.first - 1] == "the" and lower[host.first - 2] in INTO)
    sent = before == "of" and name.first > 1 and lower[name.first - 2] in people.homes.sent
    if sent and lower[name.last] == "to" and host.first <= name.last + 2:
        return "envoy"  # "the ambassador of Denmark to Kenya"
    comes = not people.homes.coming.isdisjoint(lower[name.last : host.first])
    if role is not None and not people.homes.sent.isdisjoint(lower[name.last : role + 2]) and inside:
        return "envoy" if lower[role + 1] in ("to", "in") or lower[host.first - 1] == "to" else ""
    if (name.kind == "people" and role is not None) or before in ("of", "president", "minister", "king", "queen"):
        return "visitor" if comes else ""
    stranger = before in STRANGERS or not people.homes.nationals.isdisjoint(lower[name.last : name.last + 2])
    return "stranger" if name.kind == "people" and stranger and inside and role is None else ""
