"""Figures: which a sentence gives, what is said of each, and that none is made up on any text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.extract.statistics import find_statistics
from tests.extract.reading import ENGLISH, cases, tokens, words

if TYPE_CHECKING:
    from sco_digest.model import Statistic

WORDS = """a an the of in by to from and or - – / , . ; : ( ) “ ’s % ° $ US £ rupees percent per cent km metres hours
days years
men people ships million billion thousand hundred dozen half third quarter two five twelve twenty one zero 5 12
1,200 3.5 2024 60 000 1/2 ½ ٣ 00 999999999999999999 fold doubled twice times as many first last year months May
rose fell down up cut reducing was about over less than more old no 24 th G C k m bn \n \n\n"""


def found(text: str, published: str | None = "2025-11-19") -> tuple[Statistic, ...]:
    return find_statistics(tokens(text), ENGLISH, published)


def read(figure: Statistic, text: str) -> dict[str, Any]:
    """A figure in the words of the cases."""
    period = figure.period
    return {
        "words": figure.surface,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "from": figure.origin,
        "unit": figure.unit,
        "per": figure.per,
        "kind": figure.kind,
        "bound": figure.bound,
        "change": figure.direction,
        "of": figure.subject.text if figure.subject else None,
        "period": [period.start, period.end] if period else None,
        "when": words(text, period.span) if period else None,
        "base": [figure.compared.start, figure.compared.end] if figure.compared else None,
        "sure": figure.confidence == 1,
    }


@pytest.mark.parametrize("case", cases("statistics"))
def test_figures(case: dict[str, Any]) -> None:
    wanted = [
        one if isinstance(one, dict) else dict(zip(("words", "value", "unit"), map_words(one), strict=True))
        for one in case.get("figures", [])
    ]
    made = [read(one, case["text"]) for one in found(case["text"])]
    assert [one["words"] for one in made] == [str(one["words"]) for one in wanted]
    for mine, one in zip(made, wanted, strict=True):
        given_keys = {key: mine[key] for key in one if key != "words"}
        assert given_keys == {key: value for key, value in one.items() if key != "words"}, one["words"]


def map_words(row: list[Any]) -> list[Any]:
    return [str(row[0]), *row[1:]]


def test_thousands_of_digits_before_a_number_are_no_hour_and_no_score() -> None:
    assert [
        one.surface for one in found(f"Orm voted {'2' * 6000} to 5 in the morning, {'3' * 6000} to 5, for 2 laws.")
    ] == ["2 laws"]


def test_what_a_clause_before_is_about_is_no_subject_of_the_next() -> None:
    (figure,) = found("The lamp is small and the hall still charges 5 dollars.")
    assert figure.subject is None or figure.subject.text == "the hall"


def test_a_year_that_is_inferred_lowers_the_confidence() -> None:
    (figure,) = found("The port earned 5 percent for the first eight months.")
    assert figure.period is not None
    assert (figure.period.start, figure.period.end, figure.period.inferred) == ("2025-01", "2025-08", True)
    assert figure.confidence < 1


def test_a_rupee_belongs_to_the_country_that_the_text_names() -> None:
    assert [one.unit for one in found("The mill cost 5 million rupees.")] == ["INR"]
    assert [one.unit for one in found("The mill in Pakistan cost 5 million rupees.")] == ["PKR"]


def test_the_year_comes_from_the_sentence_beside_where_there_is_no_date() -> None:
    (figure, _) = found("Turnover fell 5 percent in the first half. In 2021, 12 ports closed.", published=None)
    assert figure.period is not None
    assert (figure.period.start, figure.period.inferred) == ("2021-01", True)


def test_no_time_is_read_without_date_and_year() -> None:
    (figure,) = found("Turnover fell 5 percent last year, in May and since spring.", published=None)
    assert figure.period is None


@given(st.text(max_size=300), st.sampled_from([None, "2024-02-29", "2025-11-19"]))
def test_any_text(text: str, published: str | None) -> None:
    check(text, found(text, published))


@given(
    st.lists(st.tuples(st.sampled_from(WORDS.split(" ")), st.sampled_from(["", " ", " "])), max_size=50),
    st.sampled_from([None, "2024-02-29", "2025-11-19"]),
)
def test_any_row_of_words_of_the_genre(parts: list[tuple[str, str]], published: str | None) -> None:
    text = "".join(word + space for word, space in parts)
    check(text, found(text, published))


def check(text: str, figures: tuple[Statistic, ...]) -> None:
    """Spans are true, inside their sentence, in order and apart; values can be written; periods run forward."""
    for one in figures:
        assert text[one.span.start : one.span.end] == one.surface
        assert one.surface.strip() == one.surface != ""
        assert one.sentence.start <= one.span.start < one.span.end <= one.sentence.end
        assert one.subject is None or text[one.subject.span.start : one.subject.span.end] == one.subject.text != ""
        assert all(value is None or abs(value) < 1e25 for value in (one.value, one.low, one.high, one.origin))
        assert (one.low is None) == (one.high is None)
        assert one.low is None or one.high is None or one.low < one.high
        assert one.period is None or one.period.start <= one.period.end
        assert 0 < one.confidence <= 1
    assert all(one.span.end <= other.span.start for one, other in pairwise(figures))
