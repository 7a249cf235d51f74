"""A run of capitals in, whether it names a firm or a thing and no person out: "Retailer Orm Lowell", "Velm Motors"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.names import NameRun
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

LONGEST: Final = 10
"""Tokens of an apposition up to its noun, at the most."""
SUFFIX: Final = "re"
"""The short form of "reinsurance" at the end of a name."""


def names_a_thing(tokens: Tokens, run: NameRun, language: Language) -> bool:
    """Whether the words of or beside a run say so: "the magazine Der Spiegel", "the charity Det Nor", "Orm Motors"."""
    before, speech = tokens.words[run.first - 1] if run.first else "", language.speech
    body = before in language.people.not_names.bodies and run.words[0].lower() not in language.people.given
    outlet = before in speech.papers or run.words[-1].lower() in speech.foreign_papers
    paper = run.words[-1].lower() in speech.outlet_nouns  # "the Orm Courier", but Jim Press
    alone = before.lower() == "the" and (paper or len(run.words) == 1)
    return outlet or body or alone or _names_a_firm(tokens, run, language)


def _names_a_firm(tokens: Tokens, run: NameRun, language: Language) -> bool:
    """Whether the words in or beside a run say that it names a firm; one with a given name is a person's."""
    people = language.people
    if any(word.lower() in people.given for word in run.words):
        return False
    before = tokens.lower[run.first - 1] if run.first else ""
    sector = before in language.organisations.companies and (
        before in people.not_names.bodies or before in people.trades
    )
    if sector and _opens(tokens, run.first - 1):
        return True
    held = before in people.courtesy or (before in people.roles and before not in people.homes.business)
    last = run.words[-1].lower()
    named = (
        len(run.words) > 1
        and people.names.particles.isdisjoint(word.lower() for word in run.words)
        and (last in language.organisations.company_names or last == SUFFIX)
    )
    return not held and (named or _is_largest(tokens, run.last, language))


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether token `i` opens a sentence or stands behind a mark: "Retailer", "OSK - Retailer"."""
    return i == tokens.sentences[tokens.sentence_of[i]][0] or not tokens.words[i - 1][0].isalnum()


def _is_largest(tokens: Tokens, end: int, language: Language) -> bool:
    """Whether an apposition behind a name tells of a firm ahead of others: ", the world’s largest copper producer"."""
    if tokens.words[end : end + 1] != [","]:
        return False
    ahead = owned = False
    for i in range(end + 1, min(end + 1 + LONGEST, tokens.sentences[tokens.sentence_of[end]][1])):
        word, lower = tokens.words[i], tokens.lower[i]
        owned = owned or word in POSSESSIVES or lower in ("the", "of")
        if ahead and lower in language.organisations.companies:
            return owned
        if not (word[0].isalnum() or word in POSSESSIVES or word == "-") or lower in language.people.roles:
            return False  # "chairman of the largest carmaker"
        ahead = ahead or lower in language.organisations.superlatives
    return False
