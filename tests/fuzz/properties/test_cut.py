"""Sentences of the genre come in, cut off in the middle, as feeds do it; no rule may look for a word that is gone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sco_digest.extract import extract
from tests.extract.reading import document
from tests.fuzz.sentences import sentences
from tests.fuzz.truths import check
from tests.fuzz.words import VOCABULARY

WORDS = st.sampled_from(sentences()).map(str.split)


@settings(max_examples=150)
@given(WORDS, st.data())
def test_the_end_may_be_gone(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words[: data.draw(st.integers(1, len(words)))])
    check(extract(document(text), VOCABULARY), document(text))


@settings(max_examples=80)
@given(WORDS, st.data())
def test_the_beginning_may_be_gone(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words[data.draw(st.integers(0, len(words) - 1)) :])
    check(extract(document(text), VOCABULARY), document(text))


@settings(max_examples=80)
@given(WORDS, WORDS, st.data())
def test_one_may_go_on_as_another(words: list[str], others: list[str], data: st.DataObject) -> None:
    first, then = data.draw(st.integers(1, len(words))), data.draw(st.integers(0, len(others) - 1))
    text = " ".join([*words[:first], *others[then:]])
    check(extract(document(text), VOCABULARY), document(text))
