"""People and places in, those out that no organisation's name holds: "Ford" of the Ford Motor Company is nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.organisation_forms import compared

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Someone
    from sco_digest.language import Language


def without(people: list[Someone], organisations: list[Someone], language: Language) -> list[Someone]:
    """The people without the names of organisations: a surname alone goes to the organisation that is so called.

    What looks like a person but is a firm without its legal form ("Brightwater Tool" of "Brightwater Tool Co.") is
    named wherever the person would have been.
    """
    legal = language.organisations.legal
    firms = {compared(one.words): one for one in organisations if one.name.lower().rpartition(" ")[2] in legal}
    same = {one.words: one for one in organisations if len(one.words) > 1}
    for person in people if organisations else ():
        firm = None if person.role else same.get(person.words)  # "Crystal Palace", a given name or not
        firm = firm or (None if person.known else firms.get(compared(person.words)))
        if firm:
            firm.mentions = sorted({*firm.mentions, *person.mentions}, key=lambda mention: mention.first)
    covered = {i for one in organisations for mention in one.mentions for i in range(mention.first, mention.last)}
    for person in people if covered else ():
        person.mentions = [mention for mention in person.mentions if mention.first not in covered]
    return [person for person in people if person.mentions]


def without_companies(named: list[Named], organisations: list[Someone], language: Language) -> list[Named]:
    """The names of places without those in names of companies, which tell of no home: Air France."""
    companies = [one for one in organisations if not one.role_words & language.organisations.bodies]
    covered = {i for one in companies for mention in one.mentions for i in range(mention.first, mention.last)}
    return [name for name in named if name.first not in covered] if covered else named
