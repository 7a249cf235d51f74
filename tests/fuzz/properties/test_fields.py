"""Hostile texts come in, each finder alone reads them; what must hold of what it finds is said here.

The figures have such properties in `tests/extract/test_statistics.py`, the tokens in `tests/extract/test_tokens.py`.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sco_digest.extract.cues import find_cues
from sco_digest.extract.dateline import find_dateline
from sco_digest.extract.dates import find_date, full_dates
from sco_digest.extract.headline import find_headline
from sco_digest.extract.lang import find_lang
from sco_digest.extract.lexicon import lexicon
from sco_digest.extract.numbers import LARGEST, find_numbers
from sco_digest.extract.organisations import find_organisations
from sco_digest.extract.paragraphs import paragraph_breaks
from sco_digest.extract.people import find_people
from sco_digest.extract.places import find_places
from sco_digest.extract.policy_areas import find_areas
from sco_digest.extract.projects import find_projects
from sco_digest.extract.quotes import find_quotes
from sco_digest.extract.source import find_source
from sco_digest.extract.tables import inside, table_spans
from sco_digest.extract.tokens import Tokens
from tests.extract.reading import ENGLISH, document
from tests.fuzz.strategies import NEWS
from tests.fuzz.words import BREAKS, COMMON, VOCABULARY

if TYPE_CHECKING:
    from sco_digest.extract.readings import Someone

FEW = settings(max_examples=40)
TABLES = st.lists(
    st.sampled_from(["\t", "  ", "|", "\n", "\r\n", "\x0b", "\u2028", "5", "1,200", "-3%", "−7", "Orm", " ", "1.2.3"]),
    max_size=60,
).map("".join)


def tokens(text: str) -> Tokens:
    return Tokens(text, 0, ENGLISH.grammar)


def apart(ranges: list[tuple[int, int]], end: int) -> None:
    """Ranges of tokens that are in the text, in its order, and do not overlap."""
    assert all(0 <= first < last <= end for first, last in ranges)
    assert all(last <= first for (_, last), (first, _) in pairwise(ranges))


def everyone(read: Tokens) -> list[Someone]:
    """The people and organisations of a text."""
    named = find_places(read, ENGLISH.places)
    people = find_people(read, named, ENGLISH, VOCABULARY)
    return [*people, *find_organisations(read, named, people, ENGLISH)]


@FEW
@given(NEWS)
def test_quotations_are_apart_and_inside_a_paragraph(text: str) -> None:
    read = tokens(text)
    quotes = find_quotes(read, ENGLISH.speech.say)
    apart([(quote.first, quote.last) for quote in quotes], len(read))
    for quote in quotes:
        first, last = (read.sentence_of[i] for i in (quote.first, quote.last - 1))
        assert read.paragraph_of(first) == read.paragraph_of(last)


@FEW
@given(NEWS)
def test_numbers_are_apart_inside_a_sentence_and_within_reason(text: str) -> None:
    read = tokens(text)
    numbers = find_numbers(read, lexicon(ENGLISH.quantities))
    apart([(one.first, one.last) for one in numbers], len(read))
    for one in numbers:
        assert read.sentence_of[one.first] == read.sentence_of[one.last - 1]
        assert one.value is None or 0 <= one.value <= LARGEST
        assert one.scale > 0


@FEW
@given(NEWS)
def test_places_are_apart_and_of_a_country(text: str) -> None:
    read = tokens(text)
    named = find_places(read, ENGLISH.places)
    apart([(one.first, one.last) for one in named], len(read))
    assert {one.country for one in named} <= {*ENGLISH.places.countries}


@FEW
@given(NEWS)
def test_people_and_organisations_are_named_where_they_are_mentioned(text: str) -> None:
    read = tokens(text)
    for someone in everyone(read):
        assert someone.name.strip()
        for mention in someone.mentions:
            assert 0 <= mention.start <= mention.first < mention.last <= mention.end <= len(read)


@FEW
@given(NEWS)
def test_whoever_speaks_stands_in_the_text(text: str) -> None:
    read = tokens(text)
    people = everyone(read)
    cues = find_cues(read, find_quotes(read, ENGLISH.speech.say), people, ENGLISH)
    for cue in cues:
        assert 0 <= cue.source.first < cue.source.last <= len(read)
    source = find_source(document(text), read, cues, ENGLISH)
    assert source is None or text[source.span.start : source.span.end].split() == source.name.split() != []


@FEW
@given(NEWS)
def test_a_day_is_in_the_calendar(text: str) -> None:
    read = tokens(text)
    found = find_date(document(text), read, ENGLISH)
    days = [day for day, _, _ in full_dates(read, 0, len(read), ENGLISH.grammar)]
    assert all(date.fromisoformat(day).isoformat() == day for day in (*days, *([found.value] if found else [])))
    line = find_dateline(read, ENGLISH)
    assert line is None or 0 <= line.first < line.last <= len(read)


@FEW
@given(NEWS)
def test_areas_have_evidence_and_the_best_is_first(text: str) -> None:
    areas = find_areas(tokens(text), VOCABULARY, ENGLISH.areas, set(), [])
    assert {one.slug for one in areas} <= {topic.slug for topic in VOCABULARY.topics}
    assert [one.score for one in areas] == sorted((one.score for one in areas), reverse=True)
    for one in areas:
        assert one.evidence
        assert list(one.evidence) == sorted(set(one.evidence))


@FEW
@given(NEWS)
def test_projects_are_named_and_known_by_one_slug_each(text: str) -> None:
    read = tokens(text)
    named = find_places(read, ENGLISH.places)
    projects = find_projects(read, named, everyone(read), [], ENGLISH)
    assert len({one.slug for one in projects}) == len(projects)
    assert all(one.name == " ".join(one.name.split()) != "" for one in projects)


@FEW
@given(NEWS)
def test_headline_and_language_are_always_there(text: str) -> None:
    read = tokens(text)
    headline = find_headline(document(text), read, [], ENGLISH)
    assert headline.text == " ".join(headline.text.split()) != ""
    assert find_lang(document(text), read, ENGLISH)


@given(st.text() | st.lists(st.sampled_from([*BREAKS, *COMMON]), max_size=40).map("".join), st.integers(0, 5))
def test_paragraphs_begin_in_the_text_one_behind_the_other(text: str, body: int) -> None:
    breaks = paragraph_breaks(text, min(body, len(text)))
    assert breaks == sorted(set(breaks))
    assert all(min(body, len(text)) < offset < len(text) for offset in breaks)


@given(TABLES)
def test_tables_are_apart_and_whole_lines(text: str) -> None:
    spans = table_spans(text)
    apart(spans, len(text))
    for start, end in spans:
        assert start == 0 or text[:start].splitlines(keepends=True)[-1] != text[:start].splitlines()[-1]
        assert inside(spans, start)
        assert not inside(spans, end) or any(start == end for start, _ in spans)
