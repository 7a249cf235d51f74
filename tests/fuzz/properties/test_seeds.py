"""Hostile files come in; what must hold of the documents that any loader makes of them is said here."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from sco_digest.errors import DigestError
from sco_digest.model import Document, Problem
from sco_digest.seeds import FORMATS
from sco_digest.seeds.article import Source
from sco_digest.seeds.decode import decode
from sco_digest.seeds.headers import KEYS, Stated, article_starts, check, date_prefix
from tests.fuzz.refusing import lines, or_refusal
from tests.fuzz.strategies import NEWS, YAML, lines_of

FRONT = st.tuples(lines_of(*KEYS, "tags", "datum"), NEWS).map(lambda pair: f"---\n{pair[0]}---\n{pair[1]}")
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
OBJECT = st.dictionaries(st.sampled_from([*KEYS, "text", "tags"]), JSON | NEWS, max_size=4)
LINES = st.lists(
    OBJECT.map(json.dumps)
    | NEWS
    | st.sampled_from(["[" * 3000, '{"a":' * 3000, '{"text": "x", "text": "y"}', "{}", "\x00"]),
    min_size=1,
    max_size=4,
).map("\n".join)
DATED = st.lists(
    NEWS
    | st.sampled_from(
        ["\ndate 2025-11-19 ", "\rDATE:2025/1/3", "\ndate 20250101;", "date 2025-13-01 ", "\n\ufeffdate: 1.1.2025,"]
    ),
    min_size=1,
    max_size=8,
).map("".join)


def read(ending: str, text: str) -> list[Document | Problem]:
    """What the loader of a format makes of a text."""
    return list(FORMATS[ending](Source("x", f"x{ending}", f"seeds/x{ending}", text)))


def sound(items: list[Document | Problem], most: int) -> list[Document]:
    """The documents, after a look at each of them and at each problem."""
    for item in items:
        assert 1 <= item.line <= most
        if isinstance(item, Problem):
            assert item.message
            assert item.mend
            continue
        assert item.text[item.body :].strip()
        for header in item.headers:
            assert header.value == " ".join(header.value.split()) != ""
            assert header.span is None or item.text[header.span.start : header.span.end] == header.value
        assert len({header.key for header in item.headers}) == len(item.headers)
    return [item for item in items if isinstance(item, Document)]


@given(DATED)
@example("date 2025-11-19")
def test_the_articles_of_a_text_file_are_the_file(text: str) -> None:
    items = read(".txt", text)
    documents = sound(items, lines(text))
    assert len(items) == len(article_starts(text))
    if len(items) == len(documents):
        assert "".join(document.text for document in documents) == text
    assert len({document.id for document in documents}) == len(documents)


@given(FRONT | NEWS | YAML.map("---\n{}\n---\ntext".format))
def test_a_markdown_file_is_one_article_or_one_problem(text: str) -> None:
    (item,) = read(".md", text)
    assert all(document.text == text for document in sound([item], lines(text)))


@given(LINES)
@example("[" * 100_000)
def test_each_line_of_json_is_an_article_or_a_problem(text: str) -> None:
    items = read(".jsonl", text)
    sound([item for item in items if isinstance(item, Problem)], 1 + lines(text))
    assert len(items) <= text.count("\n") + text.count("\r") + 1


@given(NEWS)
def test_a_text_in_json_comes_out_as_it_was(text: str) -> None:
    for item in read(".jsonl", json.dumps({"text": text})):
        assert isinstance(item, Problem) or item.text == text


@given(st.lists(st.tuples(st.sampled_from([*KEYS, "tags", "heading", "Date", ""]), JSON | NEWS), max_size=5))
def test_headers_are_facts_or_refused(pairs: list[tuple[str, object]]) -> None:
    headers = or_refusal(check, [Stated(key, value, 7) for key, value in pairs])
    if isinstance(headers, DigestError):
        assert (headers.line, bool(headers.mend)) == (7, True)
        return
    assert {header.key for header in headers} <= {*KEYS} - {"title"}


@given(DATED, st.integers(0, 9), st.booleans())
def test_a_date_prefix_ends_before_the_text(text: str, start: int, bare: bool) -> None:
    start = min(start, len(text))
    made = or_refusal(date_prefix, text, start, 1, bare=bare)
    if isinstance(made, DigestError):
        assert 1 <= made.line <= lines(text)
        return
    header, body = made
    assert start <= body <= len(text)
    if header and header.span:
        assert start <= header.span.start < header.span.end <= body
        assert text[header.span.start : header.span.end] == header.value


@given(
    NEWS,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "cp1252", "koi8-r", "gb18030", "shift_jis"]),
)
def test_bytes_of_any_encoding_are_text_or_refused(text: str, encoding: str) -> None:
    data = text.encode(encoding, errors="ignore")
    decoded = or_refusal(decode, data)
    if isinstance(decoded, DigestError):
        assert decoded.line >= 1
        assert decoded.mend
        return
    assert decoded.strip()
    assert "\0" not in decoded
    if encoding == "utf-8" and not text.startswith("\ufeff"):
        assert decoded == text
