"""A role in, the offices that it names out, and whether who holds one of them can be "the minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sco_digest.extract.capitals import PROFESSIONS
from sco_digest.extract.roles import GOES_ON
from sco_digest.extract.tokens import ARTICLES, POSSESSIVES

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone
    from sco_digest.language import People

APART: Final = frozenset({",", "and", "&", "–", "—"})
"""What stands between two offices of one person: "Deputy Prime Minister – Minister of Energy"."""
AMID: Final = frozenset({"officer", "general"})
"""Words that end a title whose own noun stands before them: "chief executive officer"."""
RANKS: Final = frozenset({"lieutenant"})
"""Words of a rank that are words of a lower office too."""
SHORTENED: Final = frozenset({"deputy", "vice", "assistant", "associate"})
"""Who a plain "the minister" can be all the same, where no minister is told of."""
SAME: Final = {"vice": "deputy", "ex": "former", "lt": "lieutenant"}
"""Words of an office that say the same as another."""
ALIKE: Final = {
    "prime": frozenset({"prime", "premier"}),
    "pm": frozenset({"prime", "premier"}),
    "cm": frozenset({"chief"}),
    "deputy": frozenset({"deputy"}),
}
"""Words of a mention, of which the office has one too."""


def offices_of(words: list[str], people: People) -> tuple[tuple[str, ...], ...]:
    """The offices of a role, each without what it is of: of "press secretary of the minister" a secretary's alone."""
    found: list[tuple[str, ...]] = []
    head: list[str] = []
    inside = other = False  # behind an "of", and behind another's office there
    for short in [*words, ","]:
        word = people.names.titles.get(short, short)
        if word in APART:
            if any(_is_noun(one, people) for one in head):
                found.append(tuple(head))
            if other:
                break  # "adviser to the president and prime minister"
            head, inside = [], False
        elif inside:
            other = other or word in people.leading
        elif word in GOES_ON:
            inside = True
        elif word in POSSESSIVES:
            head = []
        elif word not in ARTICLES:
            head.append(SAME.get(word, word))
    return tuple(found)


def _last(head: list[str] | tuple[str, ...], people: People) -> str:
    """The noun of an office: the last word of it that is one, as in "president-elect"."""
    return next((word for word in reversed(head) if _is_noun(word, people)), head[-1])


def _is_noun(word: str, people: People) -> bool:
    """Whether a word says what a person is."""
    return word in people.roles or word in people.trades or word.endswith(PROFESSIONS)


def can_be(person: Someone, noun: str, mention: list[str], people: People) -> bool:
    """Whether someone holds an office that a mention takes up: no deputy prime minister is "the prime minister"."""
    if not person.offices:
        group = people.role_groups.get(noun, frozenset()) | {noun, "counterpart"}
        return not group.isdisjoint(person.role_words)
    return any(_is_called(office, noun, mention, people) for office in person.offices)


def _is_called(office: tuple[str, ...], noun: str, mention: list[str], people: People) -> bool:
    """Whether the holder of an office can be called by a mention with this noun."""
    group = people.role_groups.get(noun, frozenset()) | {noun}
    mention = [SAME.get(word, word) for word in mention]
    last = _last(office, people)
    if last == "counterpart":
        return True
    ranked = last in AMID or last in people.ranks  # "Interior Minister Lieutenant General"
    amid = (ranked and not group.isdisjoint(office)) or "prime" in group.intersection(office)  # the premier
    if last not in group and not amid and not (noun in office and noun in SHORTENED):
        return False
    own = people.lower.difference(mention).intersection(office) - (RANKS if ranked else set())
    if last == "secretary" and noun == "minister" and not people.clerical.isdisjoint(office):
        return False
    if noun not in people.leading:
        return True  # "the official"
    plain = noun == "minister" and len(mention) == 1 and own <= SHORTENED
    if own and not plain:
        return False
    return all(not ALIKE[word].isdisjoint(office) for word in mention if word in ALIKE)
