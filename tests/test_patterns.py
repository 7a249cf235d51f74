"""No regular expression of the package can hang: twice the text takes each twice as many steps, not four times.

`tests/steps.py` counts the steps of a matcher that works as `re` does, so that no test tells the time; the texts are
made from each pattern itself, by `tests/fuzz/worst.py`.
"""

from __future__ import annotations

import re
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.hosts import hosts
from sco_digest.language import load_language
from tests.fuzz.patterns import Found, found, held, imported_names
from tests.fuzz.worst import MANY, Text, longest_bound, texts
from tests.steps import Machine, TooManyStepsError

SHORT, LONG = 32, 400
"""Characters of a text by which the hardest ones are chosen, and of the shorter of two that are compared."""
HARDEST = 8
TWICE = 2.3
"""How many times the steps a text of twice the length may take."""
MOST = 1000
"""Steps for a character of the longer texts, at most: beyond, it is not worth counting on."""

ENGLISH = load_language("en").series
KNOWN = {
    ("sco_digest.site.subjects", "f'^{name}{OWNS}|\\\\s(?:{owning})\\\\s+{name}$'"): [
        {
            "name": rf"(?:(?:{'|'.join(sorted(ENGLISH.determiners))})\s+)?Orm\ Osk",
            "owning": "|".join(sorted(ENGLISH.owning)),
        }
    ],
    ("sco_digest.outputs.words", "f'\\\\b(?:{begins}|{OTHERWISE.get(last, begins)})\\\\b'"): [
        {"begins": r"schoo\w{0,4}", "last": "school"},
        {"begins": r"perso\w{0,4}", "last": "person"},
    ],
    ("sco_digest.hosts.fitting", "names.pattern"): [{"names": one} for host in hosts().values() for one in host.names],
}
"""What stands in the patterns that functions put together: names are escaped words of a text or of the language."""
EVERY = list(found(KNOWN))


def growth(pattern: re.Pattern[str], way: str) -> tuple[float, Text]:
    """How many times the steps a text of twice the length takes, at the worst, or the first time that is too many."""
    machine = Machine(pattern)
    long = max(LONG, 2 * longest_bound(pattern) if longest_bound(pattern) >= MANY else 0)

    def steps(text: Text, length: int, most: float) -> float:
        try:
            return run(machine, way, text.of(length), int(most))
        except TooManyStepsError:
            return inf

    hardest = sorted(texts(pattern), key=lambda text: -steps(text, SHORT, MOST * SHORT) / len(text.of(SHORT)))
    worst = (0.0, hardest[0])
    for text in hardest[:HARDEST]:
        once = steps(text, long, MOST * long)
        twice = steps(text, 2 * long, 2 * TWICE * once) if once < inf else inf
        worst = max(worst, (twice / once if once < inf else inf, text), key=lambda pair: pair[0])
        if worst[0] > TWICE:
            break
    return worst


def run(machine: Machine, way: str, text: str, most: int) -> int:
    """The steps of one way to apply a pattern."""
    return (
        machine.scan(text, most) if way == "scan" else machine.match(text, whole=way == "fullmatch", limit=most)
    ).steps


def test_each_pattern_that_the_modules_hold_is_found_in_the_code() -> None:
    assert {(one.pattern, one.flags) for one in held()} <= {(one.pattern.pattern, one.pattern.flags) for one in EVERY}
    assert imported_names() == set()


def test_the_tables_name_what_there_is() -> None:
    assert set(KNOWN) <= {(one.module, one.source) for one in EVERY}


@pytest.mark.parametrize(
    ("one", "way"),
    [
        pytest.param(one, way, id=f"{one.module.removeprefix('sco_digest.')}-{number}-{way}")
        for number, one in enumerate(EVERY)
        for way in one.ways
    ],
)
def test_twice_the_text_is_twice_the_work(one: Found, way: str) -> None:
    worst, text = growth(one.pattern, way)
    assert worst <= TWICE, text


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        ("(a+)+$", "match"),
        ("(a|a)*b", "match"),
        (r"\s+$", "scan"),
        ("a*a*b", "match"),
        ("(?:a|b|ab)*c", "fullmatch"),
        (r"(\w+\s?)*!", "match"),
        (r"x*\d+,?\d+;", "match"),
        (r"(?<!a)\d+(?=%)", "scan"),
        ("<[^>]*>", "scan"),
        ("(?:ab?)*?(?:ab?)*?c", "match"),
        (r"^(.*?,){11}P", "match"),
    ],
)
def test_what_grows_faster_is_found(pattern: str, way: str) -> None:
    assert growth(re.compile(pattern), way)[0] > TWICE


@pytest.mark.parametrize(
    ("pattern", "way"),
    [(r"\s+$", "match"), ("a*b", "match"), (r"\w+", "scan"), ("(?>a+)b", "match"), ("a*+a*+b", "match")],
)
def test_what_does_not_is_let_pass(pattern: str, way: str) -> None:
    assert growth(re.compile(pattern), way)[0] <= TWICE


PIECES = st.recursive(
    st.sampled_from(
        ["a", "b", ".", "[ab]", "[^a]", r"\w", r"\s", r"\b", r"\B", "^", "$", r"\Z", r"(?<=a)", "(?<!b)", "(?!a)"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{2,}?", "*+", "?+"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map("(?>{})".format),
        inner.map("(?={})".format),
    ),
    max_leaves=6,
)
"""Patterns of every part that the package uses, and some more; groups are numbered nowhere."""


@given(PIECES, st.text("aab \nÉ1_", max_size=8), st.sampled_from([0, re.IGNORECASE, re.MULTILINE, re.ASCII]))
def test_it_matches_as_re_does(pattern: str, text: str, flags: int) -> None:
    same(re.compile(pattern, flags), text)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.module.removeprefix("sco_digest."))
def test_it_matches_as_re_does_with_the_patterns_of_the_package(one: Found) -> None:
    for text in texts(one.pattern)[::7][:60]:
        same(one.pattern, text.of(5))


@pytest.mark.parametrize(
    "pattern",
    [r"(a|b)\1", "(a)?(?(1)b|c)", "(?P<x>a+)b(?P=x)", "(?i:A)b", "(?!)|a", "(?s:.)+", "(?:){3,}a", "(?:a*)*b"],
)
def test_groups_and_rare_parts(pattern: str) -> None:
    for text in ("", "a", "aa", "bb", "ab", "c", "aabaa", "AB", "\n\n", "aaab"):
        same(re.compile(pattern), text)


def same(pattern: re.Pattern[str], text: str) -> None:
    """Assert that both find the same, in all three ways."""
    machine = Machine(pattern)
    for ours, match in (
        (machine.match(text), pattern.match(text)),
        (machine.match(text, whole=True), pattern.fullmatch(text)),
    ):
        assert ours.spans == ((match.span(),) if match else ())
    assert machine.scan(text).spans == tuple(match.span() for match in pattern.finditer(text))
