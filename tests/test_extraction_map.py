"""The map of `docs/extraction.md`: each rule and test that it names is there, and each room of extraction is on it."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.projects import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = ROOT / "sco_digest/extract"
TESTS = ROOT / "tests/extract"
ROW = re.compile(r"^\| (?P<phenomenon>[^|]+) \| `(?P<rule>[\w.]+)` \| `(?P<test>[^`]+)` \|$", re.MULTILINE)
ROWS = [match.groupdict() for match in ROW.finditer((ROOT / "docs/extraction.md").read_text(encoding="utf-8"))]
HELPERS = {
    "__init__": "the order of the rooms",
    "conjunctions": "joins of verbs of change, for `changes`",
    "cue_words": "which words can be a cue, for `cues`",
    "lexicon": "words of a language, as rules look them up",
    "mentions": "where people are named, for `cues`",
    "nouns": "singular and plural, for `units`",
    "phrase_table": "the longest phrase at a token, for `units` and `bounds`",
    "ranges": "what lies around or inside a range, for `projects` and `commitments`",
    "readings": "what rules hand one another",
    "verbs": "which verb governs a figure, for `changes`",
}
"""Rooms that read no phenomenon of their own."""

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phenomenon"])


@cache
def names(path: Path) -> set[str]:
    """The functions and classes of a file, and the methods as `Class.method`."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    inside = [(one.name, part) for one in body if isinstance(one, ast.ClassDef) for part in one.body]
    functions = (ast.FunctionDef, ast.ClassDef)
    return {one.name for one in body if isinstance(one, functions)} | {
        f"{owner}.{part.name}" for owner, part in inside if isinstance(part, functions)
    }


@cache
def cases(name: str) -> set[str]:
    return {row["case"] for row in yaml.safe_load((TESTS / f"cases/{name}.yaml").read_text(encoding="utf-8"))}


def test_every_row_is_read() -> None:
    text = (ROOT / "docs/extraction.md").read_text(encoding="utf-8")
    headings = text.count("| phenomenon |")
    assert len(ROWS) == len(re.findall(r"^\|", text, re.MULTILINE)) - 2 * headings
    assert len(ROWS) > 50


@each_row
def test_the_rule_is_there(row: dict[str, str]) -> None:
    module, _, name = row["rule"].partition(".")
    assert name in names(ROOMS / f"{module}.py"), f"{name} is not in extract/{module}.py; mend docs/extraction.md"


@each_row
def test_the_test_is_there(row: dict[str, str]) -> None:
    file, is_function, function = row["test"].partition("::")
    if is_function:
        assert function in names(TESTS / f"{file}.py")
    else:
        name, _, case = row["test"].partition(": ")
        assert case in cases(name)


def test_every_room_is_on_the_map() -> None:
    mapped = {row["rule"].partition(".")[0] for row in ROWS}
    assert {path.stem for path in ROOMS.glob("*.py")} == mapped | set(HELPERS)
