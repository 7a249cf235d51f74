"""Which values of one time agree, by their rounding and their bounds."""

from __future__ import annotations

import pytest

from sco_digest.model import Span, Statistic
from sco_digest.site.agreement import disagreeing, reach


def figure(surface: str, value: float | None = None, bound: str = "=", **ends: float) -> Statistic:
    span = Span(0, len(surface))
    return Statistic(
        surface=surface, span=span, sentence=span, value=value, unit="USD", kind="money", bound=bound, **ends
    )  # type: ignore[arg-type]


def agree(one: Statistic, other: Statistic) -> bool:
    return not any(disagreeing([reach(one), reach(other)]))


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        pytest.param(("42.5 billion", 42.5e9), ("42.47 billion", 42.47e9), True, id="one is rounded"),
        pytest.param(("42.5 billion", 42.5e9), ("42.44 billion", 42.44e9), False, id="not by rounding"),
        pytest.param(("42.5 billion", 42.5e9), ("42.6 billion", 42.6e9), False, id="the last digit"),
        pytest.param(("42.50 billion", 42.5e9), ("42.53 billion", 42.53e9), False, id="a zero that is written counts"),
        pytest.param(("42 billion", 42e9), ("42.4 billion", 42.4e9), True, id="whole billions"),
        pytest.param(("40 billion", 40e9), ("42.5 billion", 42.5e9), False, id="two digits always count"),
        pytest.param(("4,300", 4300.0), ("4,287", 4287.0), True, id="zeros at the end are rounding"),
        pytest.param(("4,300", 4300.0), ("4,200", 4200.0), False, id="but not the digits before"),
        pytest.param(("9 percent", 9.0), ("9.1 percent", 9.1), True, id="a whole number of one digit"),
        pytest.param(("8.6 percent", 8.6), ("9.1 percent", 9.1), False, id="tenths"),
        pytest.param(("7,5 percent", 7.5), ("7.52 percent", 7.52), True, id="a decimal comma"),
        pytest.param(("half a million", 5e5), ("504,000", 504000.0), True, id="in words"),
        pytest.param(("2.5 lakh", 2.5e5), ("253,000", 253000.0), True, id="lakh"),
        pytest.param(("40", 40.0, "~"), ("42.5", 42.5), True, id="about 40 reaches to 45"),
        pytest.param(("40", 40.0, "~"), ("45.5", 45.5), False, id="and no further"),
        pytest.param(("42", 42.0, "~"), ("43", 43.0), True, id="about reaches a twentieth"),
        pytest.param(("100", 100.0, "~"), ("140", 140.0), False, id="and an eighth at most"),
        pytest.param(("40", 40.0, ">"), ("70", 70.0), True, id="more than"),
        pytest.param(("40", 40.0, ">"), ("38", 38.0), False, id="more than is not less"),
        pytest.param(("40", 40.0, "<"), ("38", 38.0), True, id="less than"),
        pytest.param(("40", 40.0, "<"), ("42", 42.0), False, id="less than is not more"),
        pytest.param(("40", 40.0, ">"), ("45", 45.0, "<"), True, id="two bounds that meet"),
    ],
)
def test_values_agree_where_their_reaches_touch(one, other, agreed):
    assert agree(figure(*one), figure(*other)) is agreed
    assert agree(figure(*other), figure(*one)) is agreed


def test_a_range_agrees_with_what_lies_in_it():
    span = figure("200 to 250 cars", low=200.0, high=250.0)
    assert agree(span, figure("230 cars", 230.0))
    assert not agree(span, figure("260 cars", 260.0))


def test_only_those_that_another_contradicts_disagree():
    found = [figure("8.6", 8.6), figure("9", 9.0), figure("9.1", 9.1)]
    assert disagreeing(map(reach, found)) == [True, False, True]
