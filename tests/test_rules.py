"""The rules that found a fact are told by watching the reading, which changes nothing of it."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from sco_digest.facts import Part, facts
from sco_digest.model import Span
from sco_digest.reading import export
from sco_digest.rules import FOLDER, INSIDE, MADE_OF, NOTHING_SEEN, Rules, _Watch, watched
from tests.extract.reading import record
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import ArticleRecord

TEXT = (
    "ORM, May 3, 2025 (Lake Press) - Wages in Uzbekistan rose by about 12 percent in 2024, Minister Aldo Ferrin said. "
    "He added that exports to Kazakhstan had fallen from 5 to 4 million tons.\n\n"
    "Customs were made free. The sides agreed to build the Osk–Velm railway."
)


def modules(text: str, **stated: str) -> dict[str, set[str]]:
    """Each part of a fact, and the modules whose functions found it."""
    found: dict[str, set[str]] = {}
    for one, rules in watched(record(text, **stated) for _ in range(1)):
        for part in (part for fact in facts(one) for part in fact.parts):
            names = found.setdefault(part.name, set())
            names |= {name.partition(".")[0] for name in rules.of(part)}
    return found


PARTS = {
    "date": "dates",
    "headline": "lead",
    "source": "source",
    "name": "names",
    "words": "statements",
    "verb": "cues",
    "subject of the verb": "mentions",
    "speaker": "resolve",
    "figure": "figures",
    "number": "numbers",
    "unit": "units",
    "~": "bounds",
    "up": "changes",
    "down": "changes",
    "subject": "subjects",
    "period": "timing",
    "cue": "policy_areas",
    "place": "places",
    "project": "project_names",
    "commitment": "commitments",
    "what is promised": "promises",
    "who": "actors",
}


@pytest.mark.parametrize(("part", "module"), PARTS.items())
def test_each_part_of_a_fact_has_its_rule(part: str, module: str) -> None:
    assert module in modules(TEXT)[part]


def test_no_part_is_left_out() -> None:
    assert set(MADE_OF) | set(INSIDE) | {"up", "down", "~"} == set(PARTS) == set(modules(TEXT))


def test_what_is_stated_beside_the_text_has_no_rule() -> None:
    assert "date" not in modules(TEXT, date="2025-05-04")


def test_every_fact_of_our_texts_has_a_rule() -> None:
    records, _ = export(ROOT / "tests/texts", ROOT / "content", 1)
    for one, rules in watched(iter(records)):
        unseen = [fact for fact in facts(one) if fact.parts and not rules.of(fact.parts[0])]
        assert unseen == [], one.id


def test_watching_changes_nothing_and_ends() -> None:
    plain = record(TEXT)
    ((seen, _),) = watched(record(TEXT) for _ in range(1))
    assert seen == plain
    assert sys.getprofile() is None


def test_an_error_ends_the_watching_too() -> None:
    def broken() -> Iterator[ArticleRecord]:
        yield record(TEXT)
        raise ValueError("no such unit")

    with pytest.raises(ValueError, match="no such unit"):
        list(watched(broken()))
    assert sys.getprofile() is None


def test_what_was_read_before_has_no_rules() -> None:
    before = record(TEXT)
    ((_, rules),) = watched(iter([before]))
    assert rules is NOTHING_SEEN
    assert rules.of(Part("figure", Span(0, 3))) == ()


# ---- what is noted of a function that returns; coverage cannot see it while the interpreter calls ----


class Figure(NamedTuple):
    """As a rule has it: tokens."""

    first: int
    last: int


class Someone(NamedTuple):
    """A person, who is nowhere by himself."""

    name: str


class Cue(NamedTuple):
    """What speaks of a person, by the words it is attributed to."""

    source: Figure


FIGURE, PERSON = Figure(1, 3), Someone("Ferrin")
SPAN = Span(4, 12)  # tokens 1 to 3


def returned(*events: tuple[str, Any, dict[str, Any]]) -> Rules:
    """The rules of a text of four words, after functions have returned, each with its arguments."""
    watch = _Watch()
    for number, (name, value, arguments) in enumerate(events, 1):
        watch(frame(name, arguments, number), "return", value)
    one = record("Ten tons came in.")
    tokens = type("Tokens", (), {"starts": [0, 4, 9, 13], "ends": [3, 8, 12, 17]})()
    watch(frame("extract", {"tokens": tokens}, 99), "return", one)
    return watch.rules[one.id]


def frame(name: str, arguments: dict[str, Any], line: int, folder: str = FOLDER) -> Any:
    code = SimpleNamespace(
        co_filename=f"{folder}room.py",
        co_qualname=name,
        co_firstlineno=line,
        co_varnames=(*arguments, "local"),
        co_argcount=len(arguments),
    )
    return SimpleNamespace(f_code=_Hashed(code), f_locals=arguments | {"local": FIGURE})


class _Hashed:
    """A code object, as far as it is looked at."""

    def __init__(self, code: SimpleNamespace) -> None:
        self.__dict__.update(vars(code))


NOTED: dict[str, tuple[list[tuple[str, Any, dict[str, Any]]], Part, tuple[str, ...]]] = {
    "outermost first": (
        [("Inner.read", FIGURE, {}), ("outer.<locals>.<genexpr>", FIGURE, {}), ("every", [FIGURE], {})],
        Part("figure", SPAN),
        ("room.outer:2", "room.Inner.read:1"),
    ),
    "only in a list": ([("every", [FIGURE], {})], Part("figure", SPAN), ("room.every:1",)),
    "another thing at the same place": (
        [("one", FIGURE, {}), ("two", Figure(1, 3), {})],
        Part("figure", SPAN),
        ("room.one:1",),
    ),
    "somewhere inside": (
        [("count", type("Unit", (), {"first": 2, "last": 3})(), {})],
        Part("unit", SPAN),
        ("room.count:1",),
    ),
    "not inside": ([("count", type("Unit", (), {"first": 2, "last": 4})(), {})], Part("unit", SPAN), ()),
    "a range of tokens": ([("find", (1, 3), {})], Part("subject", SPAN), ("room.find:1",)),
    "a word about a figure": ([("which", "up", {"figure": FIGURE})], Part("up", SPAN), ("room.which:1",)),
    "a sign about a figure": ([("which", ("~", 1), {"figure": FIGURE})], Part("~", SPAN), ("room.which:1",)),
    "another word": ([("which", "tons", {"figure": FIGURE})], Part("tons", SPAN), ()),
    "about nothing": ([("which", "up", {"word": "rose"})], Part("up", SPAN), ()),
    "a person, by a cue": ([("who", PERSON, {"cue": Cue(FIGURE)})], Part("speaker", SPAN), ("room.who:1",)),
    "characters": ([("at", record("Oslo").headline, {})], Part("headline", Span(0, 4)), ("room.at:1",)),
    "nothing of the text": ([("length", (1, "a", 2), {}), ("half", 0.5, {})], Part("figure", SPAN), ()),
}


@pytest.mark.parametrize(("events", "part", "expected"), NOTED.values(), ids=NOTED)
def test_what_is_noted(events: list[tuple[str, Any, dict[str, Any]]], part: Part, expected: tuple[str, ...]) -> None:
    assert returned(*events).of(part) == expected


def test_what_is_not_noted() -> None:
    watch = _Watch()
    watch(frame("read", {}, 1), "call", FIGURE)
    watch(frame("read", {}, 1), "return", None)
    watch(frame("read", {}, 1, folder="/elsewhere/"), "return", FIGURE)
    watch(frame("extract", {}, 1), "return", record("Oslo"))
    assert watch.rules == {}
    assert watch._returned == {}
