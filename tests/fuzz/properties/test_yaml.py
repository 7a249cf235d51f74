"""What may be YAML comes in; what must hold of the nodes, the front matter and the settings read from it is said here.

`tests/test_yaml_lines.py` has the properties of any text that is parsed.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sco_digest.errors import DigestError
from sco_digest.model import Settings
from sco_digest.settings import load_settings
from sco_digest.yaml_lines import Node, front_matter, parse
from tests.fuzz.refusing import lines, or_refusal
from tests.fuzz.strategies import NEWS, YAML, lines_of

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=8,
)
"""What both JSON and YAML can say."""
SETTINGS = lines_of(*Settings.__struct_fields__, "titel")


@given(VALUES)
def test_json_is_yaml(value: object) -> None:
    """Each scalar stands as it was written; the nesting is the same."""
    assert plain(parse(json.dumps(value, ensure_ascii=False))) == as_written(value)


def plain(node: Node) -> object:
    """A node as lists, mappings and the words of its scalars."""
    if node.kind == "list":
        return [plain(item) for item in node.items]
    if node.kind == "mapping":
        return {key: plain(inner) for key, inner in node.pairs}
    return node.text


def as_written(value: object) -> object:
    if isinstance(value, list):
        return [as_written(item) for item in value]
    if isinstance(value, dict):
        return {key: as_written(inner) for key, inner in value.items()}
    return value if isinstance(value, str) else json.dumps(value)


@given(st.one_of(YAML, NEWS, st.tuples(YAML, YAML).map("---\n{0[0]}\n---\n{0[1]}".format)))
@example("---\n" + "x" * 70_000)
@example("\n" * 70_000 + "---")
def test_front_matter_ends_where_the_text_begins(text: str) -> None:
    made = or_refusal(front_matter, text, path="x.md")
    if isinstance(made, DigestError):
        assert 1 <= made.line <= lines(text)
        assert made.mend
        return
    node, body = made
    assert (body == 0) is (node is None)
    assert 0 <= body <= len(text)
    for _, value in node.pairs if node else ():
        assert 1 <= value.line <= lines(text[:body])
        assert value.span is None or text[value.span.start : value.span.end] == value.text
        assert value.span is None or value.span.end <= body


@pytest.mark.parametrize("depth", [5, 19, 25, 2000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("a:\n ", "")])
def test_nesting_is_read_or_refused_however_deep(opening: str, closing: str, depth: int) -> None:
    made = or_refusal(parse, opening * depth + "x" + closing * depth)
    assert isinstance(made, Node) or made.mend
    assert isinstance(made, DigestError) or depth < 25


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_is_one_that_an_editor_counts(sign: str) -> None:
    assert dict(parse(f"a: '{sign}'\nb: c\n").pairs)["b"].line == 2


@settings(max_examples=100)
@given(SETTINGS)
@example("title: x\nper_page: ١٢\n")
@example("title: x\nmax_megabytes: ٣.٥\n")
@example("title: x\nbase_url: http://[\n")
@example("title: x\nbase_url: https://x:٨٠/\n")
@example("title: x\nencoding: 'idna'\n")
def test_settings_are_whole_whatever_the_file_says(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "site.yaml")
        path.write_bytes(text.encode())
        made, problems = load_settings(Path(folder))
    assert msgspec.convert(msgspec.to_builtins(made), Settings) == made
    assert made.title
    assert all(problem.path == str(path) for problem in problems)
    assert all(problem.message and 0 <= problem.line <= lines(text) for problem in problems)
