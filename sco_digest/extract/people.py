"""Names and places in, the people of an article out: each with role, country and every mention by name."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sco_digest.extract.abroad import is_international
from sco_digest.extract.body_heads import HEADS
from sco_digest.extract.capitals import is_branch
from sco_digest.extract.chairs import mark_chairs
from sco_digest.extract.couples import share_surnames
from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.firms import names_a_thing
from sco_digest.extract.letters import are_initials, is_graduate, over_letters
from sco_digest.extract.names import NameRun, find_names, is_plural_role
from sco_digest.extract.namesakes import Namesakes
from sco_digest.extract.offices import offices_of
from sco_digest.extract.ranks import trimmed
from sco_digest.extract.readings import Mention, Someone
from sco_digest.extract.roles import Role, over_courtesy, plain
from sco_digest.extract.roles_before import role_before
from sco_digest.extract.roles_behind import role_after
from sco_digest.extract.shared_roles import country_behind, country_beside, share_roles
from sco_digest.extract.surnames import add_surnames
from sco_digest.extract.titles import courtesy_before
from sco_digest.extract.whole_offices import whole_office

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People
    from sco_digest.model import Vocabulary

LONGEST_SLUG: Final = 120
"""Characters."""
DAUGHTERS, SONS = ("ova", "eva", "skaya"), ("ov", "ev", "sky", "skiy")
"""Endings of surnames that differ by gender."""
OF_FATHER: Final = frozenset({"uulu", "ogly", "ogli", "bin", "ibn"})
"""Words of a name that say whose son someone is."""
BETWEEN: Final = frozenset({"’s", "'s", "’", "'", "the", "counterpart", ",", "-", "based"})
PLACING: Final = frozenset({"in", "to", "at", "from", "near", "with", "between", "and"})
"""Words before the country in which, and not for which, someone acts: "In Geneva, Foreign Minister Anna Weiss said"."""
FAR: Final = 12  # tokens before a role in which a country of its can begin
NEAR: Final = 2  # tokens between a country and the role it belongs to ("Kyrgyzstan’s", "of the")


def find_people(tokens: Tokens, named: list[Named], language: Language, vocabulary: Vocabulary) -> list[Someone]:
    """Everyone named, in the order of first mention; a surname alone belongs to the fuller name around it."""
    dateline = range(*(find_dateline(tokens, language) or (0, 0)))
    names = find_names(tokens, named, language, dateline)
    runs = [run for run in names if not names_a_thing(tokens, run, language)]
    candidates = [_candidate(tokens, run, named, language) for run in runs]
    candidates = _outside_roles(candidates)
    share_roles(tokens, candidates, named, language)
    share_surnames(tokens, candidates, language.people)
    people: list[Someone] = []
    namesakes = Namesakes(tokens, language)
    for someone in sorted(candidates, key=lambda one: -len(one.words)):  # stable: the fullest forms first
        fuller, unsure = namesakes.fuller(someone)
        if fuller:
            _join(fuller, someone)
        elif unsure:
            someone.name, someone.known = "", True  # one of several, nobody can tell which
            people.append(someone)
        elif someone.known or _is_full(someone, language.people):
            someone.known = someone.known or spelled(someone.name, vocabulary) is not None
            people.append(someone)
            namesakes.add(someone)
    add_surnames(tokens, people, language)
    mark_chairs(tokens, people, language.people)
    for someone in people:
        someone.mentions.sort(key=lambda mention: mention.first)
    people.sort(key=lambda one: one.mentions[0].first)
    return people


def _is_full(someone: Someone, people: People) -> bool:
    """Whether a name has several words; one with a hyphen is most often a place, but for "Al-Sisi"."""
    first = someone.words[0].lower()
    initial = "." in someone.name and (len(first) == 1 or first in people.names.initials)  # A.Orlov
    return " " in someone.name or (len(someone.words) > 1 and (initial or first in people.names.particles))


def slug_of(name: str) -> str:
    """A name for URLs: ASCII, lower case, joined by hyphens; letters that have no ASCII form are named by their code.

    A very long one, which no name of a file could hold, is cut and told from others by a print of the whole.

    >>> slug_of("Adylbek Kasymaliev")
    'adylbek-kasymaliev'
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    ascii_only = "".join(_ascii(char) for char in folded if not unicodedata.combining(char))
    slug = "-".join("".join(char if char.isalnum() else " " for char in ascii_only).split()) or "unnamed"
    if len(slug) <= LONGEST_SLUG:
        return slug
    return f"{slug[: LONGEST_SLUG - 9].rstrip('-')}-{sha256(slug.encode()).hexdigest()[:8]}"


def spelled(name: str, vocabulary: Vocabulary) -> tuple[str, str | None] | None:
    """Slug and country of the person of `people.yaml` that a name is a spelling of, or None."""
    return _spellings(vocabulary).get(_key(name))


@lru_cache(maxsize=8)
def _spellings(vocabulary: Vocabulary) -> dict[str, tuple[str, str | None]]:
    """Every spelling, to the first person that it is one of."""
    people = reversed(vocabulary.people)
    names = ((name, person) for person in people for name in (person.name, *person.spellings))
    return {_key(name): (person.slug, person.country) for name, person in names}


def _ascii(char: str) -> str:
    if char in "'’ʻʼ‘":
        return ""
    return char if char.isascii() else f"{ord(char):x}" if char.isalnum() else " "


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _candidate(tokens: Tokens, run: NameRun, named: list[Named], language: Language) -> Someone:
    """A run of capitals as a person of its own, with what stands around it."""
    people = language.people
    last = over_letters(tokens, run.last, people)
    before, after = role_before(tokens, run.first, language), role_after(tokens, last, language)
    rank = people.names.titles.get(tokens.lower[before.noun], tokens.lower[before.noun]) if before else ""
    before = whole_office(tokens, before, last, language) if before and before.last >= run.first - 1 else before
    ranked = rank in people.ranks or (before is not None and after is not None and _is_others(tokens, before, after))
    role = after if after and ranked else before or after
    floor = tokens.sentences[tokens.sentence_of[run.first]][0]
    courtesy = courtesy_before(tokens, run.first, people)
    shared = run.first > floor and not before and is_plural_role(tokens, run.first - 1, people)
    given = run.words[0].lower() in people.given or are_initials(tokens, run.first, people)
    if run.first > floor and tokens.lower[run.first - 1] in language.organisations.companies:
        given = given or any(word.lower() in people.given for word in run.words)  # tour operator Orm Ali Lorn
    someone = Someone(
        name=plain(tokens, run.first, run.last),
        words=run.words,
        known=bool(role) or shared or courtesy is not None or (given and len(run.words) > 1 and not run.after_other),
        gender=courtesy or _gender(run.words, people),
    )
    if role:
        someone.role_words = frozenset(tokens.lower[role.first : role.last])
        someone.offices = offices_of(tokens.lower[role.first : role.last], people)
        if _heads_ministry(tokens, role):
            someone.role_words |= {"minister"}
            someone.offices += tuple((*office[:-1], "minister") for office in someone.offices[:1])
        if tokens.lower[role.first - 1] == "its":
            someone.role_words |= {tokens.lower[i] for i in range(floor, role.first) if tokens.words[i][0].isupper()}
        role = trimmed(tokens, role, language)
        someone.role = plain(tokens, role.first, role.last)
        whole = people.names.titles.get(tokens.lower[role.noun], tokens.lower[role.noun])
        someone.role_words |= {whole}
        someone.role_noun = whole
        someone.country = _country(tokens, role, named, language) or country_behind(tokens, run.last, named)
    else:
        someone.country = country_beside(tokens, run, named)
        someone.known = someone.known or someone.country is not None or is_graduate(tokens, run, last, language)
    start = min(over_courtesy(tokens, run.first, floor, language), before.first if before else run.first) - shared
    while shared and start > floor and tokens.lower[start - 1] in people.role_modifiers:
        start -= 1
    end = max(last, after.last if after else last)
    someone.mentions.append(Mention(run.first, run.last, start, end))
    return someone


def _heads_ministry(tokens: Tokens, role: Role) -> bool:
    """Whether a role is of who leads a ministry: not "head of the press service of the Ministry of Energy"."""
    if tokens.lower[role.noun] not in HEADS:
        return False
    place = next((i for i in range(role.first, role.last) if tokens.lower[i] == "ministry"), -1)
    return place == role.noun - 1 or (
        place > role.noun and {"of", "the"}.issuperset(tokens.lower[role.noun + 1 : place])
    )


def _is_others(tokens: Tokens, before: Role, after: Role) -> bool:
    """Whether a role before a name is of who stands before it: "Anna Weiss, Minister of Water, Ivan Petrov, Judge,"."""
    listed = before.first > 1 and tokens.words[before.first - 1] == "," == tokens.words[before.last]
    return listed and tokens.words[before.first - 2].istitle() and tokens.words[after.first].istitle()


def _outside_roles(candidates: list[Someone]) -> list[Someone]:
    """The candidates without those whose name is part of another's role: "secretary of the Kerman Guild"."""
    beside = {i for one in candidates for m in one.mentions for i in (*range(m.start, m.first), *range(m.last, m.end))}
    return [one for one in candidates if one.mentions[0].first not in beside]


def _gender(words: tuple[str, ...], people: People) -> str:
    lower = [word.lower() for word in words]
    if (
        any(word.endswith(("ovna", "evna", "ichna")) for word in lower)
        or lower[0] in people.names.given_f
        or "kyzy" in lower
        or "qizi" in lower
    ):
        return "f"
    if any(word.endswith(("ovich", "evich")) or word in OF_FATHER for word in lower) or (
        lower[0] in people.names.given_m and lower[0] not in people.names.given_n
    ):
        return "m"
    if len(lower) < 2:
        return ""
    return "f" if lower[-1].endswith(DAUGHTERS) else "m" if lower[-1].endswith(SONS) else ""


def _country(tokens: Tokens, role: Role, named: list[Named], language: Language) -> str | None:
    """The country a role belongs to: the one before it ("Afghan Ambassador"), else the one it is "of"."""
    begin = bisect_left(named, role.first - FAR, key=lambda name: name.first)
    near = named[begin : bisect_left(named, role.last, begin, key=lambda name: name.first)]
    near = [name for name in near if not is_branch(tokens, name.first, language)]
    shared = is_international(tokens, role.first, role.last, language)
    shared = shared and tokens.lower[role.noun] not in language.people.homes.sent  # the US ambassador to the UN
    for name in near:
        same_sentence = tokens.sentence_of[name.first] == tokens.sentence_of[role.first]
        if name.last <= role.first <= name.last + NEAR and same_sentence:
            between = tokens.lower[name.last : role.first]
            apart = "," in between and tokens.lower[name.first - 1] in PLACING
            dash = between[:1] == ["-"] and not tokens.glued(name.last)  # ASTANA - Ostrel chief Anna Weiss
            branch = shared and name.last == role.first and name.kind != "people"  # the Ormaria director of the UN
            if not (apart or dash or branch) and all(word in BETWEEN for word in between):
                return name.country
    field = tokens.lower[role.noun] in language.people.homes.business  # a chief US economist
    skipped = range(role.first + 1, role.noun) if field else range(0)
    inside = (name for name in near if role.first <= name.first and name.last <= role.last)
    inside = (name for name in inside if name.first not in skipped)
    if shared:  # "Ambassador of Ormaria to the UN"
        inside = (name for name in inside if tokens.lower[role.noun + 1 : name.first] == ["of"])
    away = {"to", "in"} if tokens.lower[role.noun] in language.people.homes.sent else {"to"}
    return next((name.country for name in inside if not away & {*tokens.lower[name.first - 2 : name.first]}), None)


def _join(fuller: Someone, mention: Someone) -> None:
    """Take a further mention over into the person it belongs to."""
    fuller.mentions.extend(mention.mentions)
    fuller.known = fuller.known or mention.known
    fuller.gender = fuller.gender or mention.gender
    fuller.country = fuller.country or mention.country
    plainer = not fuller.role or " " not in fuller.role  # "Minister", then "Minister of Energy"
    if mention.role and plainer and (not fuller.role or fuller.role_noun in (mention.role_noun, "counterpart")):
        fuller.role, fuller.role_noun = mention.role, mention.role_noun
    fuller.role_words = fuller.role_words | mention.role_words
    fuller.offices += tuple(office for office in mention.offices if office not in fuller.offices)
