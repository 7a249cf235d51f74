"""The stylesheets are whole: every rule that begins at the margin begins where the one before it has ended."""

from __future__ import annotations

import re

import pytest

from tests.rendered import TEMPLATES

SHEETS = {file.name: file.read_text(encoding="utf-8").splitlines() for file in TEMPLATES.glob("*.css")}
AT_THE_MARGIN = re.compile(r"[.@#:*\[a-z]|/\* ----")


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_rule_begins_inside_another(sheet: str) -> None:
    depth, inside = 0, []
    for number, line in enumerate(SHEETS[sheet], 1):
        if AT_THE_MARGIN.match(line) and depth:
            inside.append((number, line))
        depth += line.count("{") - line.count("}")
    assert (inside, depth) == ([], 0)


def test_every_colour_is_a_property() -> None:
    """So that light, dark and paper are each said in one place."""
    style = SHEETS["style.css"]
    head = next(number for number, line in enumerate(style) if "---- frame" in line)
    paper = next(number for number, line in enumerate(style) if "---- paper" in line)
    coloured = re.compile(r"#[0-9a-f]{3,8}\b|rgb\(")
    assert not [line for line in (*style[head:paper], *SHEETS["lists.css"]) if coloured.search(line)]
