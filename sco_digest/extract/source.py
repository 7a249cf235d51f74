"""Headers, cues and tokens in, the outlet, agency or press office that the text credits out."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sco_digest.extract.agencies import AGENCY, news_agencies
from sco_digest.extract.before_verb import AFFILIATING
from sco_digest.extract.credit_lines import in_dateline, on_a_line
from sco_digest.extract.heard import Heard
from sco_digest.extract.office_ends import office_ends
from sco_digest.extract.press import (
    BODY,
    DESCRIBED,
    LEAD_SENTENCES,
    MENTIONED,
    OUTLET,
    PRESS,
    Candidate,
    candidates,
    is_of_another,
    name_begins,
    name_ends,
    says_whose,
    short_forms,
)
from sco_digest.extract.roles import is_country
from sco_digest.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.extract.readings import Attributed, Cue
    from sco_digest.extract.tokens import Tokens
    from sco_digest.language import Language, Speech
    from sco_digest.model import Document

CREDITS: Final = frozenset({"to", "by", "(", "newspaper", "daily", "agency", "magazine"})
BEFORE_NAME: Final = frozenset({"the", "a", "an", "and", "by", "its", "their"})
OWNERS: Final = frozenset({"his", "her", "its", "their"})
LONGEST_TITLE: Final = 4
LONGEST_ROLE: Final = 6
SHORT: Final = range(3, 5)
"""Letters of an abbreviation in the name of an agency."""
REPORTING: Final = frozenset({"reported", "reports", "writes"})
BYLINE: Final = 4
"""Tokens behind a name in which a reporter's verb stands, behind what the reporter is of."""
REPORTERS: Final = frozenset({"journalist", "reporter", "correspondent", "editor", "columnist", "commentator"})
NO_NAME: Final = frozenset({"had", "has", "have", "that", "who", "which", "will", "would"})


def find_source(document: Document, tokens: Tokens, cues: list[Cue], language: Language) -> Source | None:
    """The source stated beside the text, else the organisation whose words the text reports, strongest first."""
    stated = next((header for header in document.headers if header.key == "source"), None)
    if stated:
        return Source(stated.value, stated.span)
    sources = [cue.source for cue in cues if cue.source.form == "name"]
    people = {i for source in sources for i in range(source.first, source.last)}
    people |= {i for source in sources for i in _of_employer(tokens, source)}
    credited, named = candidates(tokens, language)
    named = [one for one in named if _credited(tokens, one.first, one.last, language)]
    outlets = (one for one in (*_outlets(tokens, language), *named) if one.first not in people)  # Jim Press is a person
    found = [
        *in_dateline(tokens, language),
        *on_a_line(tokens),
        *credited,
        *outlets,
        *_reporting(tokens, cues, language),
    ]
    heard = Heard(tokens, language)
    best = max(found, key=lambda one: (one.weight, -one.first), default=None)
    if best and heard.only(best):
        rest = [one for one in found if one.weight > BODY and not heard.only(one)]  # no body that speaks in its stead
        best = max(rest, key=lambda one: (one.weight, -one.first), default=None)
    if best is None:
        return None
    return Source(" ".join(tokens.surface(best.first, best.last).split()), tokens.span(best.first, best.last))


def _of_employer(tokens: Tokens, source: Attributed) -> range:
    """The capitals that someone who speaks is "of", where no reporter does: "Analyst Anna Weiss of RBC said"."""
    if source.who is None or source.who.role_noun in REPORTERS:
        return range(0)
    end, role = source.last, source.who.role or ""
    reports = not REPORTING.isdisjoint(tokens.lower[source.last : source.last + BYLINE])
    if not role and reports:
        return range(0)  # "Anna Weiss of Reuters reported"
    if tokens.words[end : end + 1] == [","] and role:  # ", an analyst at RBC,"
        ahead = range(end + 1, min(end + LONGEST_ROLE, len(tokens)))
        end = next((k for k in ahead if tokens.lower[k] in AFFILIATING and tokens.words[k + 1 : k + 2]), end)
    if tokens.lower[end : end + 1] == [] or tokens.lower[end] not in AFFILIATING:
        return range(0)
    return range(end + 1, name_ends(tokens, end + 1))


def _outlets(tokens: Tokens, language: Language) -> Iterator[Candidate]:
    """News agencies and papers: those the language knows by name, and what a noun says to be one ("Steppe Daily")."""
    speech, doubles, short = language.speech, _doubles(language.speech), short_forms(tokens)
    outlets, nouns = speech.outlets, speech.outlet_nouns
    for i in tokens.capitals:
        lower = tokens.lower[i]
        double = lower in doubles and " ".join(tokens.lower[i : i + 2]) in doubles[lower]
        known = i + 1 if lower in outlets else i + 2 if double else 0
        if known and not is_of_another(tokens, i, short, language):
            yield from _known(tokens, i, known, language)
        elif lower in nouns and i and _named_so(tokens, i, nouns):
            yield from _titled(tokens, i, language)
    yield from news_agencies(tokens, language)


def _known(tokens: Tokens, i: int, last: int, language: Language) -> Iterator[Candidate]:
    """An outlet known by the words from token `i` to `last`, if it is credited or at least no owner of something."""
    last = _outlet_ends(tokens, last, language.speech)
    credited = _credited(tokens, i, last, language)
    head = tokens.sentence_of[i] < LEAD_SENTENCES
    if credited or not says_whose(tokens, last, language):
        before = tokens.words[i - 1] if i else ""
        short = before.isupper() and len(before) in SHORT and before.lower() not in language.speech.outlets
        first = i - (before == "Radio" or (short and not is_country(tokens, i - 1, language)))  # RIA Novosti
        yield Candidate(first, last, OUTLET if head or credited else MENTIONED)


def _titled(tokens: Tokens, noun: int, language: Language) -> Iterator[Candidate]:
    """The name that ends with such a noun, if it is credited: "the Steppe Daily"."""
    first = noun - 1
    while first and tokens.words[first - 1][0].isupper() and noun - first < LONGEST_TITLE:
        first -= 1
    begin, last = _trimmed(tokens, first, noun + 1 + _in_title(tokens, noun + 1, AGENCY))
    owned = tokens.lower[begin] in OWNERS  # "Her Daily Courier", but no "Her Courier"
    begin += owned
    if owned and begin == noun:
        return
    person = tokens.lower[begin] in language.people.given and noun - begin == 1  # "By Anna Post"
    if not person and _credited(tokens, first, last, language):
        yield Candidate(begin, last, OUTLET)


@cache
def _doubles(speech: Speech) -> dict[str, frozenset[str]]:
    """First word → the outlets of two words that begin with it: "Der Spiegel"."""
    doubles = [name for name in speech.outlets if " " in name]
    return {
        first: frozenset(name for name in doubles if name.split()[0] == first)
        for first in {name.split()[0] for name in doubles}
    }


def _outlet_ends(tokens: Tokens, last: int, speech: Speech) -> int:
    """Where the name of a known outlet ends: behind "Press", a branch ("Interfax-Orm") or the end of an address."""
    while _in_title(tokens, last, speech.outlet_nouns):
        last += 1
    last += _in_title(tokens, last, AGENCY)  # Orm News Agency
    joined = tokens.glued(last) and tokens.glued(last + 1)
    branch = joined and tokens.words[last] == "-" and tokens.words[last + 1].istitle()
    address = joined and tokens.words[last] == "." and tokens.lower[last + 1] in speech.domains
    return last + 2 if branch or address else last


def _named_so(tokens: Tokens, i: int, nouns: frozenset[str]) -> bool:
    """Whether token `i` is the last noun in the name of an outlet: "Courier" in "the Daily Courier"."""
    before = tokens.words[i - 1][0].isupper() and tokens.lower[i - 1] != "the"
    return before and not (i + 1 < len(tokens) and _in_title(tokens, i + 1, nouns))


def _in_title(tokens: Tokens, i: int, nouns: frozenset[str]) -> bool:
    return i < len(tokens) and tokens.words[i][0].isupper() and tokens.lower[i] in nouns


def _credited(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a name stands where a report is credited: told X, according to X, X reports, (X)."""
    before = tokens.lower[max(0, first - 3) : first]
    told = any(word in language.speech.told or word in CREDITS for word in before) or before[-2:] == [
        "interview",
        "with",
    ]
    last += 2 * (tokens.lower[last : last + 2] == ["news", "agency"])
    return told or any(word in language.speech.say for word in tokens.lower[last : last + 2])


def _reporting(tokens: Tokens, cues: list[Cue], language: Language) -> list[Candidate]:
    """Organisations whose words are reported: press offices first, then outlets, then bodies that the lead reports."""
    found = []
    for cue in cues:
        speech, verb, subject = language.speech, tokens.lower[cue.first], tokens.lower[cue.source.first]
        reports = verb not in speech.nouns and verb not in speech.remark
        if not reports or cue.source.form not in ("other", "organisation", "body") or subject in speech.others:
            continue
        described = _trimmed(tokens, cue.source.first, cue.source.last)
        if cue.source.form == "other":
            described = _named_at_the_end(tokens, *described)
        ends = office_ends(tokens, *described, speech)
        if ends == described[0]:
            continue
        first, last = _name(tokens, described[0], ends, language)
        body = cue.source.who and cue.source.who.role_words & speech.office_nouns  # "automaker Ostrel said"
        weight = _weight(tokens, first, described, language) or (BODY if body else 0)
        if (
            not weight
            and cue.source.form == "body"
            and last - first > 1
            and tokens.lower[last - 1] in speech.office_nouns
        ):
            weight = DESCRIBED
        if weight in (BODY, DESCRIBED) and tokens.sentence_of[cue.first] >= LEAD_SENTENCES:
            continue
        found.extend([Candidate(first, last, weight)] if weight else [])
    return found


def _weight(tokens: Tokens, name: int, described: tuple[int, int], language: Language) -> int:
    """What speaks for a subject as a source, of which the name begins at token `name`; 0 where nothing does."""
    lower, speech = tokens.lower[slice(*described)], language.speech
    if not lower or lower[0] in speech.he or any(word in speech.be or word in NO_NAME for word in lower):
        return 0
    if any(one in speech.press_nouns and two in speech.press_offices for one, two in pairwise(lower)):
        return PRESS
    named = tokens.words[name][0].isupper()
    if named and any(word in speech.outlet_nouns or word in speech.outlets for word in lower):
        return OUTLET
    return BODY if named and any(word in speech.office_nouns for word in lower) else 0


def _named_at_the_end(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The name with which a long subject ends: not "Shares of Ostrel fell after the Orm Courier"."""
    start = name_begins(tokens, last, first)
    return _trimmed(tokens, start, last) if first < start < last else (first, last)


def _name(tokens: Tokens, first: int, last: int, language: Language) -> tuple[int, int]:
    """Without the noun before a name that says what it is: "the car company Velmotor", "the magazine Steppe Life"."""
    speech = language.speech
    for i in range(last - 1, first, -1):
        noun = tokens.lower[i - 1]
        if tokens.words[i - 1] == noun and (noun in speech.office_nouns or noun in speech.outlet_nouns):
            return (i, last) if tokens.words[i][0].isupper() else (first, last)
    return first, last


def _trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Without marks and articles at the front."""
    while first < last and (tokens.lower[first] in BEFORE_NAME or not tokens.words[first][0].isalnum()):
        first += 1
    return first, last
