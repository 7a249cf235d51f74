"""A role that stands for someone in, the person told of before whom it means out: "the minister", "his colleague"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.body_heads import HEADS, head_of_body
from sco_digest.extract.capitals import PROFESSIONS
from sco_digest.extract.definite import PEERS, head_noun, introduced
from sco_digest.extract.demonyms import by_country, country_of
from sco_digest.extract.offices import can_be
from sco_digest.extract.places import country_names
from sco_digest.extract.rivals import is_of_other_field, latest, surest
from sco_digest.extract.roles import is_country
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Attributed, Someone
    from sco_digest.extract.recent import RecentPeople
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People

WOMEN = ("woman", "mistress", "actress", "queen", "princess")
"""Endings of role nouns that only women hold."""
HIGHER: Final = frozenset({"prime", "former", "ex"})
DEPUTIES: Final = frozenset({"deputy", "vice"})
ENTERING: Final = frozenset({"new", "newly", "incoming"})
STANDING_IN: Final = frozenset({"acting", "interim", "caretaker"})
ASIDE: Final = frozenset({"in", "on"})
"""Words before what is called like someone: "wrote on Reed", "said in Lund"."""
UMBRELLAS: Final = frozenset({"official", "politician", "diplomat", "expert", "statesman"})
"""Words for the holders of many offices."""
LISTENER: Final = 4  # tokens behind a role in which a listener's name begins
AFTER: Final = 4  # tokens behind a name in which such a verb stands
ABROAD: Final = frozenset({"foreign", "embassy", "diplomatic", "consulate"})


def by_role(tokens: Tokens, source: Attributed, recent: RecentPeople, language: Language) -> Someone | None:
    """The person whose role a mention such as "the Cabinet Chairman" takes up.

    Its noun must fit the person's role, and a country in it the person's; where several fit, the one who shares most of
    its words, the latest first.
    """
    if tokens.lower[source.last - 1] in PEERS and tokens.lower[source.first] != "the":
        return _peer(tokens, source, recent, language)
    noun = head_noun(tokens, source.first + 1, source.last, language)
    if noun is None:
        country = country_of(tokens, source.last - 1, language.places)
        latest = recent.sole(tokens, source.first)
        return by_country(tokens, source.last - 1, country, list(reversed(recent)), latest) if country else None
    word = tokens.lower[noun]
    best = _best(tokens, source, word, recent, language)
    if best is None and word in language.people.personal:
        return recent.sole(tokens, source.first)
    if best is None or (word in recent.unnamed and word not in best.role_words):  # "an official", then "the official"
        return None
    last = max((mention.first for mention in best.mentions if mention.first < source.first), default=source.first)
    if introduced(tokens, word, last, source.first, language):  # and the official is not the minister before him
        return None
    return best


def _fitting(
    word: str, mention: list[str], countries: set[str], recent: RecentPeople, language: Language
) -> list[Someone]:
    """Those whose role a noun can take up, and who are of one of the countries, the likeliest first."""
    groups = language.people.role_groups
    if word.endswith(WOMEN):
        people = [person for person in reversed(recent) if person.gender != "m"]
    else:
        people = list(reversed(recent))
    fitting = [
        one
        for one in people
        if can_be(one, word, mention, language.people) or _learned(word, one) or _represents(word, one)
    ]
    if not countries:
        return fitting
    turned = [one for one in people if one.country in countries and word in groups.get(one.role_noun, frozenset())]
    return _of_country(fitting, countries) if not turned else _of_country([*fitting, *turned], countries)


def _best(tokens: Tokens, source: Attributed, word: str, recent: RecentPeople, language: Language) -> Someone | None:
    """The one of those who fit that shares most words with a mention, the latest first."""
    heads = head_of_body(tokens, source, recent) if word in HEADS else []
    if len(heads) == 1:
        return heads[0]
    countries = {name.country for name in country_names(tokens, source.first, source.last, language.places)}
    mention = [tokens.lower[i] for i in range(source.first + 1, source.last) if not is_country(tokens, i, language)]
    fitting = _fitting(word, mention, countries, recent, language)
    qualifiers = _qualifiers(tokens, source, word, language)

    def score(person: Someone) -> tuple[int, bool, bool]:
        other = person.role_words - qualifiers
        higher = word == "minister" and bool(HIGHER & other)  # not the Prime Minister
        return len(qualifiers & person.role_words), not (higher or DEPUTIES & other), word in person.role_words

    ranked = sorted(fitting, key=score, reverse=True)
    near = [one for one in ranked if not _is_office_told_of(tokens, source, word, one)]
    changing = qualifiers & (ENTERING | STANDING_IN)
    best = next(
        (one for one in near if not changing or _holds_now(tokens, source, changing, one, language.people)), None
    )
    if best and word in UMBRELLAS:
        equals = [one for one in near if score(one)[0] == score(best)[0]]
        called = [one for one in equals if word in one.role_words]  # Wang Lei, a diplomat: "the diplomat"
        best = called[0] if len(called) == 1 else latest(recent, equals)
    elif best:
        alike = [one for one in near if one is not best and score(one) == score(best)]
        alike = [one for one in alike if not _is_told_of(tokens, source, one, sole=False)]
        best = surest(tokens, source.first, recent, best, alike)
    if best is None:
        return None
    sole = sum(word in one.role_words for one in fitting) == 1
    shared, _, same_noun = score(best)
    other = not shared and is_of_other_field(qualifiers, best, language.people)
    if other or _is_told_of(tokens, source, best, sole=sole):
        return None
    if shared or countries:
        return best
    alone = len([one for one in reversed(recent) if one.name]) == 1
    apart = _is_named(tokens, source) or not language.people.partisan.isdisjoint(qualifiers)
    others = not same_noun and not alone and apart  # "the Tory leader" of a Prime Minister
    return None if others or (same_noun and len(qualifiers - changing) > 1) else best


def _is_told_of(tokens: Tokens, source: Attributed, person: Someone, *, sole: bool) -> bool:
    """Whether the sentence tells of someone as of another than who speaks: "The president told Orde".

    Of the only one whom the noun fits that must be who listens: nobody calls himself by name in what he says, but a
    paper may.
    """
    last = tokens.sentences[tokens.sentence_of[source.first]][1]
    reach = min(last, source.last + LISTENER) if sole else last
    behind = [mention for mention in person.mentions if source.last <= mention.first < reach]
    return any(
        POSSESSIVES.isdisjoint(tokens.lower[mention.end : mention.end + 1])
        and tokens.lower[mention.start - 1] not in ASIDE
        and tokens.lower[mention.start - 2 : mention.start] != ["according", "to"]
        for mention in behind
    )


def _is_office_told_of(tokens: Tokens, source: Attributed, word: str, person: Someone) -> bool:
    """Whether the sentence tells of an office as of another's: "the diplomat said the minister was late"."""
    first, last = tokens.sentences[tokens.sentence_of[source.first]]
    lower = tokens.lower
    told = (k for k in range(first + 1, last) if lower[k - 1] == "the" and lower[k] == person.role_noun)
    told = (k for k in told if lower[k + 1 : k + 2] != ["of"])  # no "president of Oskaria" of whom he tells
    return word != person.role_noun and any(not source.first <= k < source.last for k in told)


def _holds_now(tokens: Tokens, source: Attributed, changing: set[str], person: Someone, people: People) -> bool:
    """Whether "the new minister" or "the acting minister" can be someone: not who left, nor who holds the office."""
    if changing & STANDING_IN:
        return bool(person.role_words & STANDING_IN)
    behind = (m.end for m in person.mentions if m.first < source.first and not ENTERING & person.role_words)
    return not any(_leaves(tokens, i, people) for i in behind)


def _leaves(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a verb behind a name, at token `i`, gives up an office: not "left Oskaria for Berlin"."""
    verb = next((k for k in range(i, min(i + AFTER, len(tokens))) if tokens.lower[k] in people.leaving), -1)
    if verb < 0:
        return False
    return tokens.lower[verb] != "left" or not tokens.words[verb + 1 : verb + 2] or tokens.words[verb + 1].islower()


def _is_named(tokens: Tokens, source: Attributed) -> bool:
    """Whether a word with a capital is in a mention: "the Tory leader"."""
    return any(tokens.words[i][0].isupper() for i in range(source.first + 1, source.last - 1))


def _represents(word: str, person: Someone) -> bool:
    """Whether "the diplomat" can be who speaks for a foreign ministry or an embassy."""
    return word == "diplomat" and bool(person.role_words & ABROAD)


def _learned(word: str, person: Someone) -> bool:
    """Whether "the scientist" can be a glaciologist."""
    return word in ("scientist", "researcher", "expert", "scholar") and person.role_noun.endswith(PROFESSIONS)


def _peer(tokens: Tokens, source: Attributed, recent: RecentPeople, language: Language) -> Someone | None:
    """Who "his Tajik colleague" is: someone with a role of that country, if there is one alone."""
    countries = {name.country for name in country_names(tokens, source.first, source.last, language.places)}
    fitting = [person for person in reversed(recent) if person.role and person.country in countries]
    return fitting[0] if len(fitting) == 1 else None


def _of_country(people: list[Someone], countries: set[str]) -> list[Someone]:
    """Those of one of the countries, else the only one whose country is not known."""
    fitting = [person for person in people if person.country in countries]
    unknown = [person for person in people if person.country is None and "counterpart" not in person.role_words]
    return fitting or (unknown if len(unknown) == 1 else [])


def _qualifiers(tokens: Tokens, source: Attributed, noun: str, language: Language) -> set[str]:
    """The words of a mention beside its noun; with "head of state" also the word of that office."""
    words = {word for word in tokens.lower[source.first + 1 : source.last] if word[0].isalpha() and len(word) > 2}
    offices = language.people.offices
    return words.union(*(offices[word] for word in words & offices.keys())) - {noun, "the"}
