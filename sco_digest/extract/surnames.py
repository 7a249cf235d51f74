"""Tokens with places and people in, surnames that are other words too out: Holland, Bishop, May."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract.capitals import KOREAN
from sco_digest.extract.names import BEFORE_PLACE, PLACE_LINKS
from sco_digest.extract.readings import Mention
from sco_digest.extract.roles import over_courtesy
from sco_digest.extract.tokens import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Someone
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, People

APPOSED = 4
"""Words from an article to the noun for a person behind a name, at the most."""
LONGEST_BODY, LEAST = 10, 3
"""Tokens of a body between an office and a name at the most, and before a name behind one at the least."""
LEADING = frozenset({"of", "at", "for"})
INSIDE = frozenset({"of", "the", "and", "for", "&", "on"})
"""Words without a capital inside the name of a body."""
PLACING = BEFORE_PLACE | PLACE_LINKS
"""Words behind which a name is that of a place: "in Holland"."""


def without_surnames(tokens: Tokens, named: list[Named], people: People) -> list[Named]:
    """The names of places without those of people: Holland behind a given name, and further on alone; Sofia Lehn."""
    ends = {name.last for name in named}
    named = [name for name in named if not _is_given(tokens, name, people, ends)]
    surnames = {
        tokens.words[name.first]
        for name in named
        if name.last == name.first + 1 and _is_surname(tokens, name.first, people)
    }
    if not surnames:
        return named
    return [
        name
        for name in named
        if tokens.words[name.first] not in surnames or (name.first > 0 and tokens.lower[name.first - 1] in PLACING)
    ]


def _is_given(tokens: Tokens, name: Named, people: People, ends: set[int]) -> bool:
    """Whether the name of a city is a given name behind a role: "Commissioner Sofia Lehn", not "Mayor of Sofia"."""
    i, last = name.first, name.last
    titled = i > 0 and (tokens.lower[i - 1] in people.roles or tokens.lower[i - 1] in people.courtesy)
    titled = titled or i in ends or _is_behind_land(tokens, i, people)  # Minister of Energy of Oskaria Sofia Lehn
    titled = titled or _is_told(tokens, i, people) or _is_behind_body(tokens, i, people)
    given = tokens.lower[i] in people.given or tokens.lower[i] in people.names.placed
    if not titled or not given or last != i + 1 or last >= len(tokens):
        return False
    return tokens.words[last].istitle() and not tokens.glued(last) and tokens.lower[last] not in people.not_names.words


def _is_told(tokens: Tokens, i: int, people: People) -> bool:
    """Whether two words from token `i` on open a sentence, and who that is follows: "Georgia Lehn, a nurse, ..."."""
    first, last = tokens.sentences[tokens.sentence_of[i]]
    if first != i or tokens.words[i + 2 : i + 3] != [","] or i + 4 >= last:
        return False
    end = next((k for k in range(i + 4, min(i + 4 + APPOSED, last)) if not tokens.words[k][0].isalnum()), i + 4)
    human = people.humans | people.roles | people.trades
    return tokens.lower[i + 3] in ARTICLES and tokens.lower[end - 1] in human


def _is_behind_land(tokens: Tokens, i: int, people: People) -> bool:
    """Whether an unknown word that someone is "of" stands before token `i`, and no given name behind it."""
    land = i > 1 and tokens.words[i - 1].istitle() and tokens.lower[i - 2] == "of"
    return land and tokens.lower[i + 1 : i + 2] != [] and tokens.lower[i + 1] not in people.given


def _is_behind_body(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a body that someone is "of" ends before token `i`: "Head of the River Bank" Sofia Lehn."""
    nouns = people.not_names
    if i < LEAST or not tokens.words[i - 1][0].isupper() or tokens.lower[i - 1] not in nouns.organisations | nouns.ends:
        return False
    surname = tokens.lower[i + 1 : i + 2]
    longer = tokens.words[i + 2 : i + 3] != [] and tokens.words[i + 2][0].isupper()
    if surname == [] or longer or surname[0] in people.roles or surname[0] in people.role_modifiers:
        return False  # "Head of the River Bank Sofia Branch"
    for k in range(i - 2, max(0, i - LONGEST_BODY), -1):
        if tokens.lower[k] in LEADING and tokens.lower[k - 1] in people.roles:
            return True
        if not (tokens.words[k][0].isupper() or tokens.lower[k] in INSIDE):
            return False
    return False


def _is_surname(tokens: Tokens, i: int, people: People) -> bool:
    """Whether a given name or form of address stands before the name of a place or people, and no capital behind it."""
    before, farther = tokens.lower[max(0, i - 1) : i], tokens.lower[max(0, i - 2) : i - 1] if i > 1 else []
    titled = not people.courtesy.keys().isdisjoint(before) or not people.roles.isdisjoint(farther)
    given = i > 0 and tokens.words[i - 1].istitle() and (titled or not people.given.isdisjoint(before))
    alone = i + 1 == len(tokens) or not tokens.words[i + 1][0].isupper()
    return given and alone and tokens.sentence_of[i - 1] == tokens.sentence_of[i]


def add_surnames(tokens: Tokens, people: list[Someone], language: Language) -> None:
    """Further mentions of people by a surname that is another word: "Bishop said" after "Minister Julie Bishop"."""
    owners: dict[str, list[Someone]] = {}
    for person in people:
        family = person.words[0] if person.words[0].lower() in KOREAN else person.words[-1]  # Park Ji-hoon
        sure = person.known or family == person.words[0]
        if sure and len(person.words) > 1 and _is_word(family.lower(), language):
            owners.setdefault(family, []).append(person)
    if not owners:
        return
    taken = {i for person in people for mention in person.mentions for i in range(mention.start, mention.end)}
    for i in _alone(tokens, owners, language):
        if i not in taken:
            floor = tokens.sentences[tokens.sentence_of[i]][0]
            who = max(owners[tokens.words[i]], key=lambda one: _nearness(one, i))
            who.mentions.append(Mention(i, i + 1, over_courtesy(tokens, i, floor, language), i + 1))


def _nearness(person: Someone, i: int) -> tuple[bool, int]:
    """What who is meant by a surname at token `i` has most of: a role, then a mention right before it."""
    before = [mention.first for mention in person.mentions if mention.first < i]
    return bool(before and person.role), max(before, default=-1)


def _is_word(word: str, language: Language) -> bool:
    """Whether a surname is also a word that no name is taken from when it stands alone."""
    people = language.people
    title = word in people.roles or word in people.role_modifiers or word in people.courtesy
    return title or word in people.not_names.words


def _alone(tokens: Tokens, owners: dict[str, list[Someone]], language: Language) -> Iterator[int]:
    """The tokens at which one of the surnames stands alone, not in another name and not as another word."""
    for i in tokens.capitals:
        if tokens.words[i] not in owners:
            continue
        before = tokens.words[i - 1] if i and tokens.sentence_of[i - 1] == tokens.sentence_of[i] else ""
        follows = tokens.words[i + 1] if i + 1 < len(tokens) else ""
        courtesy = before.lower() in language.people.courtesy or before == "."
        apart = courtesy or not (
            before[:1].isupper() or before.lower() in language.people.names.not_behind or before[:1].isdigit()
        )
        if apart and not (follows[:1].isupper() or follows[:1].isdigit() or follows in ("of", "-")):
            yield i
