"""YAML as people write it comes in; values as they were written, with line and place, go out."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sco_digest.errors import DigestError
from sco_digest.model import Span
from sco_digest.yaml_lines import Node, front_matter, nodes, parse

TEXT = """# Ж 😀
name: "Ж 😀: a"
plain:   two words   # a remark
folded: >
  one
  two
none:
list:
- yes
- 007
- [deep]
"""


@pytest.fixture(params=["as installed", "in Python alone"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in Python alone":
        monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("loader")
def test_values_with_line_and_place() -> None:
    document = parse(TEXT)
    values = {key: (node.kind, node.line, node.text) for key, node in document.pairs}
    assert values == {
        "name": ("text", 2, "Ж 😀: a"),
        "plain": ("text", 3, "two words"),
        "folded": ("text", 4, "one two\n"),
        "none": ("nothing", 7, ""),
        "list": ("list", 8, ""),
    }
    assert [(item.kind, item.line, item.text) for item in dict(document.pairs)["list"].items] == [
        ("yes or no", 9, "yes"),
        ("number", 10, "007"),
        ("list", 11, ""),
    ]
    cut = {key: TEXT[node.span.start : node.span.end] for key, node in document.pairs if node.span}
    assert cut == {"name": "Ж 😀: a", "plain": "two words"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.usefixtures("loader")
def test_front_matter_counts_from_the_beginning_of_the_file(end: str) -> None:
    text = end.join(["", "--- ", "a: b", "", "c: d", "---", "Body"])
    node, body = front_matter(text)
    assert node is not None
    assert [(key, value.line) for key, value in node.pairs] == [("a", 3), ("c", 5)]
    assert [text[value.span.start : value.span.end] for _, value in node.pairs if value.span] == ["b", "d"]
    assert text[body:] == "Body"


@pytest.mark.parametrize(
    "text",
    ["", "Text", "----\na: b\n----\n", "Text\n---\na: b\n---\n"],
    ids=["nothing", "text", "a rule of four", "a rule below a text"],
)
def test_no_front_matter(text: str) -> None:
    assert front_matter(text) == (None, 0)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("a: b\nc: [", 3, "not YAML: ", id="an open list"),
        pytest.param("a: b\nc: \x01", 2, "not YAML: the character U+0001 is not taken", id="a control character"),
        pytest.param("a: b\nc: \uffff", 2, "not YAML: the character U+FFFF is not taken", id="no character at all"),
        pytest.param("a: b\nc: *d", 2, "an alias", id="an alias of nothing"),
        pytest.param("a:\n- &b [c]\n- *b", 3, "an alias", id="an alias"),
        pytest.param("a: &b [*b]", 1, "an alias", id="a list in itself"),
        pytest.param("a:\n  b: !!python/object:os.system {}", 2, "a tag", id="a tag"),
        pytest.param("a:\n" + "- " * 100 + "b", 2, "a tag (!) or deep nesting", id="deep lists"),
        pytest.param("{a: " * 100, 1, "a tag (!) or deep nesting", id="deep mappings"),
        pytest.param("? " * 100, 1, "a tag (!) or deep nesting", id="deep keys"),
        pytest.param("a: b\nc: d\na: e", 3, 'the key "a" is there twice, first on line 1', id="a key twice"),
        pytest.param("a: b\n---\nc: d", 2, "a second YAML document", id="two documents"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_what_is_refused(text: str, line: int, message: str) -> None:
    with pytest.raises(DigestError) as caught:
        parse(text, path="x.yaml")
    assert caught.value.message.startswith(message)
    assert (caught.value.path, bool(caught.value.mend)) == ("x.yaml", True)
    assert caught.value.line == line or message == "not YAML: "


YAML_LIKE = st.lists(
    st.sampled_from([*"abc:-[]{}&*!|>'\"#?%@`,\n\t 😀\x85\u2028", "---", ": ", "- ", "\r\n", "key: value\n", "<<: "]),
    max_size=40,
).map("".join)


@given(text=YAML_LIKE | st.text(max_size=80))
def test_any_text_is_a_node_or_refused_and_places_are_true(text: str) -> None:
    node = parsed_or_refused("Ж\n" + text)
    assert 2 <= node.line <= 3 + len(text)
    for each in every(node) if isinstance(node, Node) else ():
        if each.span is not None:
            assert ("Ж\n" + text)[each.span.start : each.span.end] == each.text


def parsed_or_refused(text: str) -> Node | DigestError:
    try:
        return parse(text, start=2)
    except DigestError as error:
        return error


def every(node: Node) -> list[Node]:
    inner = [*node.items, *(value for _, value in node.pairs)]
    return [node, *(deeper for each in inner for deeper in every(each))]


def test_a_place_is_that_of_the_whole_text() -> None:
    assert parse("12345a: b", start=5) == Node("mapping", 1, pairs=(("a", Node("text", 1, "b", Span(8, 9))),))


@pytest.mark.parametrize(("length", "taken"), [(65_000, True), (66_000, False)])
def test_front_matter_ends_within_its_first_64_kilobytes(length: int, taken: bool) -> None:
    """Else the first --- would be looked for through the whole of a text that only begins as if it had some."""
    text = f"---\nheadline: {'a' * length}\n---\nText."
    if taken:
        assert text[front_matter(text)[1] :] == "Text."
        return
    with pytest.raises(DigestError, match="the front matter is not closed"):
        front_matter(text)
