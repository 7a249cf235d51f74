"""The stylesheet is whole: every rule that begins at the margin begins where the one before it has ended."""

from __future__ import annotations

import re

from tests.rendered import TEMPLATES

LINES = (TEMPLATES / "style.css").read_text(encoding="utf-8").splitlines()
AT_THE_MARGIN = re.compile(r"[.@#:*\[a-z]|/\* ----")


def test_no_rule_begins_inside_another() -> None:
    depth, inside = 0, []
    for number, line in enumerate(LINES, 1):
        if AT_THE_MARGIN.match(line) and depth:
            inside.append((number, line))
        depth += line.count("{") - line.count("}")
    assert (inside, depth) == ([], 0)


def test_every_colour_is_a_property() -> None:
    """So that light, dark and paper are each said in one place."""
    head = next(number for number, line in enumerate(LINES) if "---- frame" in line)
    paper = next(number for number, line in enumerate(LINES) if "---- paper" in line)
    assert not [line for line in LINES[head:paper] if re.search(r"#[0-9a-f]{3,8}\b|rgb\(", line)]
