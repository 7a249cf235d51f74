"""A mention such as "the IMF chief" in, those out whose role spells out that body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sco_digest.extract.readings import Attributed, Someone
    from sco_digest.extract.recent import RecentPeople
    from sco_digest.extract.tokens import Tokens

HEADS: Final = frozenset({"chief", "boss", "head", "leader"})
"""Words for whoever leads a body, whatever the office is called."""
LEADING: Final = frozenset(
    {
        *("chair", "chairman", "chairwoman", "chairperson", "head", "chief", "leader", "president", "director", "boss"),
        *("governor", "manager", "executive", "director-general", "secretary", "secretary-general", "general"),
        *("commissioner", "administrator"),
    }
)
"""Nouns of the offices that lead one."""
PAIR: Final = 2
SHORT: Final = {"Fed": "Federal", "EU": "European"}
"""Short forms that are no initials, and the word that they shorten."""


def head_of_body(tokens: Tokens, source: Attributed, recent: RecentPeople) -> list[Someone]:
    """Those whose role writes out an abbreviation in a mention: of "the Fed chief" the Federal Reserve Chair."""
    short = [word for word in tokens.words[source.first + 1 : source.last - 1] if word in SHORT or word.isupper()]
    if not short:
        return []
    return [one for one in reversed(recent) if one.role and LEADING & one.role_words and _spells(one.role, short[0])]


def _spells(role: str, short: str) -> bool:
    """Whether the capitals of a role are those of an abbreviation, or it stands there itself."""
    words = [word for word in role.replace("-", " ").split() if word[0].isupper()]
    if short in words:
        return True
    initials = "".join(word[0] for word in words)
    return SHORT.get(short, short) in words or initials.startswith(short) or (len(short) > PAIR and short in initials)
