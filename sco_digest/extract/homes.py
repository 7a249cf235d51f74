"""The places that a text names in, the country out that someone with a role is of where the text does not say so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sco_digest.extract.abroad import is_international, is_of_another
from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.guests import find_guest
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.dateline import Dateline
    from sco_digest.extract.guests import Guest
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language

FIRST = 5
"""Mentions of someone in which the body that they are of can stand."""
HOME_NAMES = 3
"""How often an article must name a country, its people or its cities to be about it."""
HOME_SHARE = 0.75
"""Share of the names of places from which a person with a role is taken to be of that country."""
OFFICE_SHARE = 0.5
"""The same of someone with an office of state, where more than that share is of the country named first."""
AFTER_CITY = frozenset({",", ".", "(", "-", "–", "—", ":", "/"})
"""Marks that stand behind the city of a dateline."""


class Home(NamedTuple):
    """The country of everyone with a role, of those who seldom travel, and of the holders of offices at home."""

    of_all: str | None = None
    of_most: str | None = None
    of_offices: str | None = None


class Homes:
    """Tells the country of those for whom the text does not say it."""

    def __init__(self, tokens: Tokens, named: list[Named], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._guest = find_guest(tokens, named, language)
        if self._guest:
            named = _without_guest(named, self._guest)
        self._home = _home(tokens, named, language)
        told = named if self._guest else _without_headings(tokens, named, language)
        self._of_firms = self._home if told is named else _home(tokens, told, language)

    def of(self, who: Someone) -> str | None:
        """The country that the article is about, where someone's role may be one of it."""
        people, home = self._language.people, self._home
        words = people.homes
        if not who.role or who.role_words & words.international or {"secretary", "general"} <= who.role_words:
            return None
        if self._is_of_firm(who) or is_of_another(self._tokens, who, self._language):
            return None
        guest = self._guest
        local = bool(who.role_words & words.local) and "bank" not in who.role_words
        at_home = (
            who.role_noun in words.offices or who.role_noun in people.trades or bool(who.role_words & words.public)
        )
        if who.role_words & words.travelling:
            return home.of_all
        if guest and local and guest.kind != "envoy":
            return guest.host
        if who.role_noun in words.business:
            return self._of_firms.of_all
        return home.of_offices if at_home else home.of_most

    def _is_of_firm(self, who: Someone) -> bool:
        """Whether a role is that of a firm or international body, whose heads are of any country: "Ostrel chief"."""
        names, tokens = self._language.organisations, self._tokens
        if any(is_international(tokens, m.start, m.first, self._language) for m in who.mentions[:FIRST]):
            return True
        if any(is_international(tokens, m.last, m.end, self._language) for m in who.mentions[:FIRST]):
            return True
        return not names.known.isdisjoint(who.role_words) or not who.role_words.isdisjoint([*names.known_bodies])


def _without_guest(named: list[Named], guest: Guest) -> list[Named]:
    """The names without those of a guest's country; none where the other is named no more often.

    The text may be of either country then: on who was sent or went there, or on who came from there.
    """
    counts = Counter(name.country for name in named)
    if counts[guest.country] >= counts[guest.host]:
        return []
    return [name for name in named if name.country != guest.country]


def _without_headings(tokens: Tokens, named: list[Named], language: Language) -> list[Named]:
    """The names that stand neither in a line before the first sentence nor in the dateline: what a firm reads of."""
    dateline = find_dateline(tokens, language)
    begin = tokens.sentences[0][0] if tokens.sentences else 0
    if len(tokens.paragraphs) > 1 and tokens.words[tokens.sentences[0][1] - 1] not in ".!?":
        begin = tokens.sentences[0][1]
    last = max(begin, dateline.last if dateline else 0)
    return [name for name in named if name.first >= last]


def _home(tokens: Tokens, named: list[Named], language: Language) -> Home:
    """The country that most of an article's names of countries, peoples and cities belong to.

    It is that of everyone with a role where the article is about no other; of the holders of offices also where most
    names are of the country named first, where the dateline is of its city and no other is named as often, or where no
    other is named and the text is plainly from there: "Kazakhstan’s", "the Kazakh", "of Kazakhstan".
    """
    counts = Counter(name.country for name in named).most_common(2)
    if not counts:
        return Home(None, None, None)
    country, count = counts[0]
    lead, alone = named[0], len(counts) == 1
    dateline = find_dateline(tokens, language)
    if _is_abroad(tokens, country, named, dateline):
        return Home(None, None, None)
    leads, only = lead.country == country, alone and count > 1
    nearly_all = leads and count >= max(HOME_NAMES, HOME_SHARE * len(named))
    most = leads and count > 1 and count > OFFICE_SHARE * len(named)
    dated = leads and (alone or count > counts[1][1]) and _is_dated_from(tokens, lead, dateline)
    plainly = only or (alone and _is_plainly_from(tokens, lead))
    holds = nearly_all, nearly_all or only, nearly_all or plainly or most or dated
    return Home(*(country if told else None for told in holds))


def _is_dated_from(tokens: Tokens, lead: Named, dateline: Dateline | None) -> bool:
    """Whether the first name is the city of a dateline."""
    opens = lead.first == 0 or (dateline is not None and lead.first == dateline.first)
    return opens and lead.kind == "city" and lead.last < len(tokens) and tokens.words[lead.last] in AFTER_CITY


def _is_plainly_from(tokens: Tokens, lead: Named) -> bool:
    """Whether the first sentence tells of what is of a country: "Kazakhstan’s", "the Kazakh", "of Kazakhstan"."""
    before = tokens.lower[max(0, lead.first - 2) : lead.first]
    owns = lead.last < len(tokens) and tokens.words[lead.last] in POSSESSIVES
    of = before[-1:] == ["of"] or before == ["of", "the"]
    return tokens.sentence_of[lead.first] == 0 and (lead.first == 0 or lead.kind == "people" or owns or of)


def _is_abroad(tokens: Tokens, country: str, named: list[Named], dateline: Dateline | None) -> bool:
    """Whether an article is dated from another country, or names of this one a single city: someone may visit it."""
    first, last = dateline or (0, 0)
    written = next((name.country for name in named if first <= name.first < last), None)
    if written is not None:
        return written != country
    own = [name for name in named if name.country == country]
    return all(name.kind == "city" for name in own) and len({tokens.words[name.first] for name in own}) == 1
