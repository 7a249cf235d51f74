"""Headlines: the article's own line, else one cut from the lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.extract.lead import LONGEST
from tests.extract.reading import cases, record, words

PARTS = (
    "the",
    "minister",
    "of",
    "Orm",
    "opened,",
    "a",
    "bridge;",
    "which",
    "(new)",
    "said",
    "that",
    "in",
    "May",
    "5.5",
    "“we”",
)


@pytest.mark.parametrize("case", cases("headlines"))
def test_headline(case: dict[str, object]) -> None:
    text = str(case["text"])
    headline = record(text).headline
    assert (headline.text, headline.derived) == (case["headline"], case.get("derived", False))
    if not headline.derived:
        assert words(text, headline.span) == headline.text


def test_a_stated_headline_wins() -> None:
    headline = record("A line of its own\n\nThe minister opened a bridge.", headline="Bridge opened").headline
    assert (headline.text, headline.span, headline.derived) == ("Bridge opened", None, False)


@given(
    st.lists(
        st.sampled_from(PARTS),
        min_size=1,
    )
)
def test_a_derived_headline_is_short_and_from_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    headline = record(text).headline
    assert len(headline.text) <= LONGEST
    letters = iter(char for char in text.lower() if char.isalnum())
    kept = [char for char in headline.text.lower() if char.isalnum()]
    assert headline.text == "Untitled" or all(char in letters for char in kept)
