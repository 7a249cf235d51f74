"""Hostile news-like texts come in; what must hold of what is said and of what is promised in them is said here."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from sco_digest.extract import extract
from sco_digest.extract.cues import find_cues
from sco_digest.extract.organisations import find_organisations
from sco_digest.extract.people import find_people
from sco_digest.extract.places import find_places
from sco_digest.extract.quotes import find_quotes
from sco_digest.extract.statements import attribute
from sco_digest.extract.tokens import Tokens
from tests.extract.reading import ENGLISH, document
from tests.fuzz.strategies import GAPS, NEWS, PIECES
from tests.fuzz.words import VOCABULARY

if TYPE_CHECKING:
    from sco_digest.extract.quotes import Quote
    from sco_digest.extract.readings import Said, Someone
    from sco_digest.model import ArticleRecord, Span

SOME = settings(max_examples=100)
WHO = ["Ivan Petrov", "Minister of Trade Mira Okel", "He", "She", "the minister", "The Bank of Orm", "both sides", "It"]
SAYS = ["said that", "told reporters:", "added,", "warned", "says", "according to", "he said", "was quoted as saying"]
PROMISES = ["promised to", "will", "plans to", "agreed to", "proposed to", "intends to", "called on Orm to", "signed"]
WHAT = ["build a road by 2030", "“open 12 schools”", "a memorandum on trade", "that trade grew", "it", "“We will,”"]
TURNS = st.lists(
    st.tuples(
        st.sampled_from(["", "“", "“Roads,” ", "As "]),
        st.sampled_from(WHO),
        st.sampled_from(SAYS + PROMISES),
        st.sampled_from(WHAT) | PIECES,
        st.sampled_from([". ", ".\n\n", ", and ", "” ", ".” "]) | GAPS,
    ).map(lambda parts: "{}{} {} {}{}".format(*parts)),
    min_size=1,
    max_size=6,
).map("".join)
"""Sentences in which somebody says or promises something, with marks, gaps and words in the wrong places."""
TEXTS = TURNS | TURNS | NEWS


def said_in(text: str) -> tuple[Tokens, list[Said], list[Someone], list[Quote]]:
    """The statements of a text, with its tokens, people and organisations, and quotations."""
    read = Tokens(text, 0, ENGLISH.grammar)
    named = find_places(read, ENGLISH.places)
    people = find_people(read, named, ENGLISH, VOCABULARY)
    everyone = [*people, *find_organisations(read, named, people, ENGLISH)]
    quotes = find_quotes(read, ENGLISH.speech.say)
    return (
        read,
        attribute(read, find_cues(read, quotes, everyone, ENGLISH), quotes, everyone, ENGLISH),
        everyone,
        quotes,
    )


def record_of(text: str) -> ArticleRecord:
    return extract(document(text), VOCABULARY)


def inside(text: str, *spans: Span) -> None:
    """Spans of some words of the text."""
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)


@SOME
@given(TEXTS)
def test_a_statement_is_somebodys_and_stands_in_the_text(text: str) -> None:
    read, said, everyone, quotes = said_in(text)
    assert all(one.first <= other.first for one, other in pairwise(said))
    for one in said:
        assert 0 <= one.first < one.last <= len(read)
        assert any(one.who is other for other in everyone)
        assert one.who.name.strip()
        assert one.statement.span == read.span(one.first, one.last)
        inside(text, one.statement.span, one.statement.cue, one.statement.source, *one.frame)
        assert text[one.statement.cue.start : one.statement.cue.end].split() == one.statement.verb.split()
        assert 0 < one.statement.confidence <= 1
        quoted = any(quote.first < one.last and one.first < quote.last for quote in quotes)
        assert quoted or one.statement.kind == "indirect"


@SOME
@given(TEXTS)
def test_each_speaker_of_a_record_has_what_is_said_once(text: str) -> None:
    for speaker in record_of(text).speakers:
        spans = [one.span for one in speaker.statements]
        assert spans
        assert all(one.start < other.start for one, other in pairwise(spans))
        inside(text, *speaker.mentions, *spans)


@SOME
@given(TEXTS)
def test_a_promise_is_of_its_text_and_of_a_known_speaker(text: str) -> None:
    made = record_of(text)
    slugs = {speaker.slug for speaker in made.speakers}
    for one in made.commitments:
        inside(text, one.span, one.cue, one.what.span, *([one.who.span] if one.who else []))
        assert one.span.start <= one.cue.start < one.cue.end <= one.span.end
        assert one.span.start <= one.what.span.start < one.what.span.end <= one.span.end
        assert text[one.what.span.start : one.what.span.end].split() == one.what.text.split()
        assert one.speaker is None or one.speaker in slugs
        assert 0 < one.confidence <= 1
        if one.period and one.period.span:
            inside(text, one.period.span)
            assert one.period.start <= one.period.end


def test_such_texts_say_and_promise_something() -> None:
    """So the properties above are of something."""
    quick = settings(phases=[Phase.generate], max_examples=1000, database=None, derandomize=True)
    find(TURNS, lambda text: len({one.who.name for one in said_in(text)[1]}) > 1, settings=quick)
    find(TURNS, lambda text: any(one.speaker for one in record_of(text).commitments), settings=quick)
