"""Tokens in, press offices, papers and published reports out, each with whether the text credits them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sco_digest.extract.roles import is_country
from sco_digest.extract.tokens import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech

PRESS, OUTLET, MENTIONED, BODY, DESCRIBED = 5, 4, 3, 2, 1
"""What speaks for a source: a press office, an outlet that is credited, one that is named, a body that speaks, one
that is not named but described ("the regional health department")."""
LEAD_SENTENCES: Final = 4
CREDITING: Final = frozenset({"by", "from", "to"})
IN_NAME: Final = frozenset({"of", "and", "for", "&", "-", "–", "’s", "'s", "’", "'", "on", "."})
BEFORE_NAME: Final = frozenset({"the", "of", "for", "and"})
NOT_IN_NAME: Final = frozenset({"the", "a", "an", "in", "on"})
PRESSES: Final = frozenset({"press", "presse"})
LONGEST: Final = 14
LONGEST_LINE: Final = 24
NEAR: Final = 3
"""Tokens between a press office and the verb that credits it."""


class Candidate(NamedTuple):
    """Tokens `first` to `last` (not included) of a possible source, and how much speaks for it."""

    first: int
    last: int
    weight: int


def candidates(tokens: Tokens, language: Language) -> tuple[list[Candidate], list[Candidate]]:
    """What is credited where it stands, and the names of outlets, of which a text may only speak."""
    places = tokens.where(_signs(language.speech))
    credited = [*_press_offices(tokens, places, language), *_reports(tokens, places, language)]
    return credited, [*_papers(tokens, places, language), *_sites(tokens, places, language)]


def short_forms(tokens: Tokens) -> set[str]:
    """What stands in brackets behind a name that is no outlet's: AFP behind "Australian Federal Police"."""
    words, brackets = tokens.words, [i for i in tokens.unlike if tokens.words[i] == "("]
    return {
        words[i + 1]
        for i in brackets
        if 0 < i < len(words) - 1 and words[i - 1].istitle() and tokens.lower[i - 1] not in PRESSES
    }


def is_of_another(tokens: Tokens, i: int, short: set[str], language: Language) -> bool:
    """Whether the name of an outlet is another's: "Michael Bloomberg", or one of the `short` forms of other names."""
    before = tokens.words[i - 1] if i else ""
    given = before.istitle() and before.lower() in language.people.given
    return before == "/" or given or tokens.words[i] in short


def says_whose(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether an outlet's name before token `last` says whose a thing is: "the BBC hit", not "an AFP journalist"."""
    word = tokens.words[last] if last < len(tokens) else ""
    speech, grammar = language.speech, language.grammar
    reports = word in speech.say or word in speech.outlet_nouns or word in speech.press_things
    return (
        word.isalpha()
        and word.islower()
        and not (reports or word in grammar.prepositions or word in grammar.subordinators)
    )


@cache
def _signs(speech: Speech) -> frozenset[str]:
    return speech.press_offices | speech.papers | speech.domains | speech.documents


def _press_offices(tokens: Tokens, places: list[int], language: Language) -> Iterator[Candidate]:
    """ "The press service of the ministry reports", "by Akorda’s press office", or one on a line of its own."""
    speech = language.speech
    for i in places:
        office = tokens.lower[i] in speech.press_offices
        if not office or i == 0 or tokens.lower[i - 1] not in speech.press_nouns:
            continue
        first, last = _office_begins(tokens, i - 1, language), _office_ends(tokens, i + 1, language)
        if last - first > 2 and _is_credited(tokens, first, last, language):
            yield Candidate(first, last, PRESS)


def _papers(tokens: Tokens, places: list[int], language: Language) -> Iterator[Candidate]:
    """ "Steppe magazine", "the newspaper Al-Waqt", where a name stands beside a noun in lower case."""
    for i in places:
        if tokens.words[i] not in language.speech.papers:
            continue
        last = name_ends(tokens, i + 1)
        kind = tokens.lower[i - 1] in language.people.role_modifiers and tokens.words[i - 1] == tokens.lower[i - 1]
        first = name_begins(tokens, i - kind, tokens.sentences[tokens.sentence_of[i]][0])
        if last > i + 1 and tokens.lower[i + 1] not in language.grammar.weekdays:
            yield Candidate(i + 1, last, OUTLET)
        elif first < i - kind:
            yield from _kind_of_paper(tokens, first, i, language)


def _kind_of_paper(tokens: Tokens, first: int, noun: int, language: Language) -> Iterator[Candidate]:
    """The name before a noun; with the noun where it is a country or kind only: "Iranian state television"."""
    telling = [i for i in range(first, noun) if tokens.lower[i] not in language.people.role_modifiers]
    telling = [
        i for i in telling if tokens.lower[i] not in language.people.not_names.words and tokens.words[i][0].isalpha()
    ]
    if not all(is_country(tokens, i, language) for i in telling):
        yield Candidate(first, noun, OUTLET)
    elif telling:
        yield Candidate(first, noun + 1, OUTLET)


def _sites(tokens: Tokens, places: list[int], language: Language) -> Iterator[Candidate]:
    """Names that are addresses: "24.kg", "Orm.uz"."""
    for i in places:
        if (
            tokens.lower[i] in language.speech.domains
            and i > 1
            and tokens.words[i - 1] == "."
            and tokens.glued(i)
            and tokens.glued(i - 1)
        ):
            first, floor = i - 2, max(1, i - LONGEST)
            while first > floor and tokens.glued(first) and tokens.words[first - 1] in ".-" and tokens.glued(first - 1):
                first -= 2
            yield Candidate(first, i + 1, OUTLET)


def _reports(tokens: Tokens, places: list[int], language: Language) -> Iterator[Candidate]:
    """Who made a survey that the lead tells of, and where a study was published."""
    speech, lower = language.speech, tokens.lower
    for i in places:
        if tokens.sentence_of[i] >= LEAD_SENTENCES:
            return
        if lower[i] not in speech.documents:
            continue
        by = i + 2 if lower[i + 1 : i + 2] and lower[i + 1] in speech.published else i + 1
        made = lower[by : by + 1] in (["by"], ["from"], ["in"])
        if made or (lower[by : by + 1] == ["of"] and lower[i] in speech.documents_of):
            first = by + 2 if lower[by + 1 : by + 2] == ["the"] else by + 1
            last = name_ends(tokens, first)
            known = not speech.office_nouns.isdisjoint(lower[first:last])
            if last > first and (known or (lower[by] == "in" and lower[i + 1] in speech.published)):
                yield Candidate(first, last, BODY if known else OUTLET)
        yield from _publisher(tokens, i, language)


def _publisher(tokens: Tokens, document: int, language: Language) -> Iterator[Candidate]:
    """Who is the subject of "has published a report"."""
    lower, floor = tokens.lower, tokens.sentences[tokens.sentence_of[document]][0]
    verb = next(
        (k for k in range(document - 1, max(floor, document - NEAR - 1), -1) if lower[k] in language.speech.published),
        floor,
    )
    while verb > floor and lower[verb - 1] in language.speech.auxiliaries:
        verb -= 1
    first = name_begins(tokens, verb, floor)
    if first < verb and not language.speech.office_nouns.isdisjoint(lower[first:verb]):
        yield Candidate(first, verb, BODY)


def name_begins(tokens: Tokens, end: int, floor: int) -> int:
    """Where the capitals that end before token `end` begin; `end` where there are none."""
    first = end
    while first > floor and end - first < LONGEST:
        word, lower = tokens.words[first - 1], tokens.lower[first - 1]
        joins = lower in IN_NAME and floor < first - 1 < end - 1 and tokens.words[first - 2][0].isupper()
        if not joins and (not word[0].isupper() or lower in NOT_IN_NAME):
            break
        first -= 1
    return first


def name_ends(tokens: Tokens, first: int) -> int:
    """Where the name that begins at token `first` ends: capitals, and what can join them."""
    ceiling = tokens.sentences[tokens.sentence_of[first]][1] if first < len(tokens) else first
    end = last = first
    while last < min(ceiling, first + LONGEST):
        word = tokens.words[last]
        if word[0].isupper():
            end = last + 1
        elif end == first or not _joins(tokens, last):
            break
        last += 1
    return end


def _joins(tokens: Tokens, i: int) -> bool:
    """Whether token `i` can stand between two capitals of a name."""
    word = tokens.words[i]
    if word in ".,":
        return word == "." and tokens.glued(i + 1)
    return word in IN_NAME or (word == "the" and tokens.lower[i - 1] in BEFORE_NAME)


def _office_begins(tokens: Tokens, press: int, language: Language) -> int:
    """Where a press office begins with its adjective or its owner: "the presidential press service", "Akorda’s ..."."""
    floor = tokens.sentences[tokens.sentence_of[press]][0]
    first = press
    while first > floor and (
        tokens.lower[first - 1] in language.speech.press_nouns or tokens.lower[first - 1] == "and"
    ):
        first -= 1
    if first > floor and tokens.lower[first - 1] in POSSESSIVES:
        owner = name_begins(tokens, first - 1, floor)
        return owner if owner < first - 1 else max(floor, first - 2)
    if first > floor and tokens.words[first - 1].isupper():
        return name_begins(tokens, first, floor)  # the MFA press service
    return first - (first > floor and tokens.lower[first - 1].endswith("al"))


def _office_ends(tokens: Tokens, end: int, language: Language) -> int:
    """Where a press office ends, with what it is of."""
    if tokens.lower[end : end + 1] != ["of"]:
        return end
    start = end + 2 if tokens.lower[end + 1 : end + 2] == ["the"] else end + 1
    last = name_ends(tokens, start)
    noun = (
        last > start and tokens.lower[last : last + 1] != [] and tokens.lower[last] in language.organisations.companies
    )
    return last + noun if last > start else end


def _is_credited(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a verb of saying follows, "by" or "from" precedes, or nothing but a day stands beside it in its line."""
    lower, speech = tokens.lower, language.speech
    number = tokens.sentence_of[first]
    begin, end = tokens.sentences[number]
    before = lower[max(begin, first - NEAR) : first]
    if not {"head", "chief", "director", "spokesman", "secretary", "officer"}.isdisjoint(before):
        return False
    if not CREDITING.isdisjoint(before) or not speech.passive.isdisjoint(lower[last : last + NEAR]):
        return True
    if not speech.say.isdisjoint([*before, *lower[last : last + NEAR]]):
        return True  # "reports the press service", "was told at the press office"
    rest = [word for word in tokens.words[begin:first] + tokens.words[last:end] if word[0].islower()]
    return end - begin <= LONGEST_LINE and not {*rest} - {"of", "the", "and"}
