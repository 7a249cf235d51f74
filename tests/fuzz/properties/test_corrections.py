"""Records of hostile texts and corrections of them come in; each correction is applied, or named as what it missed."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sco_digest.corrections import correct, missed, unused
from sco_digest.extract import extract
from sco_digest.model import ArticleRecord, Correction
from tests.fuzz.strategies import NEWS, documents
from tests.fuzz.truths import check_names
from tests.fuzz.words import VOCABULARY

SLUGS = tuple(topic.slug for topic in VOCABULARY.topics)
FIELDS = ("date", "headline", "source")


def nameable(made: ArticleRecord) -> list[str]:
    """Words by which facts of a record can be named, whole or by their first five."""
    clauses = [said.span for who in made.speakers for said in who.statements] + [one.span for one in made.commitments]
    whole = [made.text[span.start : span.end] for span in clauses]
    short = [one.surface for one in made.statistics] + [one.name for one in (*made.speakers, *made.projects)]
    return [*short, *whole, *(" ".join(words.split()[:5]) for words in whole if len(words.split()) > 5)]


@st.composite
def corrections(draw: st.DrawFn, made: ArticleRecord, path: str) -> Correction:
    """A correction of this record or of another, with words of the record, and words of none."""
    words = st.lists(st.sampled_from(nameable(made) or ["5 percent"]) | NEWS | st.sampled_from(SLUGS), max_size=3)
    changes: dict[str, Any] = {
        "date": draw(st.none() | st.just("2020-02-29")),
        "headline": draw(st.none() | st.just("Another one")),
        "source": draw(st.none() | st.just("Orminform")),
        "policy_areas": draw(st.none() | st.lists(st.sampled_from(SLUGS), max_size=2, unique=True).map(tuple)),
        "remove": tuple(draw(words)),
        "confirm": tuple(draw(words)),
    }
    article = draw(st.sampled_from([made.id, made.id, "another"]))
    return Correction(path=path, article=article, reason="so it is", **changes)


@settings(max_examples=50)
@given(documents(), st.data())
def test_each_is_applied_or_named(document: Any, data: st.DataObject) -> None:
    made = extract(document, VOCABULARY)
    every = [data.draw(corrections(made, f"corrections/{number}.yaml")) for number in range(2)]
    corrected = correct(made, every)
    ours = [one for one in every if one.article == made.id]
    assert corrected.corrections == tuple(one.path for one in ours)
    assert {problem.path for problem in unused(every, [made.id])} == {one.path for one in every if one not in ours}
    named = {problem.message for problem in missed(made, every)}
    for one in ours:
        for order, words in (
            *(("remove", words) for words in one.remove),
            *(("confirm", words) for words in one.confirm),
        ):
            known = words in nameable(made) or f'{order}: "{words[:80]}" is not in the record of {made.id}' in named
            assert known or is_there(made, words)
    for field in FIELDS:
        said = [value for one in ours if (value := getattr(one, field)) is not None]
        assert not said or said[-1] in msgspec.structs.astuple(getattr(corrected, field))
    check_names(corrected)


def is_there(made: ArticleRecord, words: str) -> bool:
    """Whether the words name a fact in other capitals or on other lines, or an area."""
    key = " ".join(words.casefold().split())
    keys = [" ".join(known.casefold().split()) for known in nameable(made)]
    clause = len(key.split()) >= 5 and any(known.startswith(key) for known in keys)
    return clause or key in keys or words in {area.slug for area in made.policy_areas}


@settings(max_examples=40)
@given(documents(), st.data())
def test_what_is_removed_is_gone_and_nothing_else_is_new(document: Any, data: st.DataObject) -> None:
    made = extract(document, VOCABULARY)
    words = data.draw(st.lists(st.sampled_from(nameable(made) or ["x"]), max_size=3))
    left = correct(made, [Correction(path="c", article=made.id, reason="no", remove=tuple(words))])
    keys = {" ".join(one.casefold().split()) for one in words}
    assert not keys & {" ".join(known.casefold().split()) for known in nameable(left)}
    assert set(left.statistics) <= {*made.statistics} | {
        msgspec.structs.replace(one, speaker=None) for one in made.statistics
    }
    assert {one.slug for one in left.speakers} <= {one.slug for one in made.speakers}
    check_names(left)
