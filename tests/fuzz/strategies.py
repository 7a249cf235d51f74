"""Words and marks come in; strategies of hypothesis for news-like texts that nobody would write go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.extract.reading import document
from tests.fuzz.words import BREAKS, CLAUSES, COMMON, known_words, parted

if TYPE_CHECKING:
    from sco_digest.model import Document

DAYS = st.sampled_from(["2024-02-29", "2025-11-19", "1999-12-31"])
PIECES = st.one_of(
    st.sampled_from(COMMON),
    st.sampled_from(COMMON),
    st.sampled_from(known_words()),
    st.sampled_from(known_words()).map(str.title),
    st.sampled_from(known_words()).map(str.upper),
    st.sampled_from(["(" * 90, "“" * 90, "«‘" * 45, "> " * 60, "," * 200, "A." * 60, "and " * 60, "\n" * 50]),
    st.text(max_size=6),
)
"""Words of the genre and of the rules, in all capitals, deep nesting, and any characters at all."""
GAPS = st.one_of(st.just(" "), st.just(" "), st.sampled_from(BREAKS))

ANY = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=40)
LIKELY = st.lists(
    st.tuples(st.sampled_from(parted(CLAUSES)), st.just(" "))
    | st.tuples(st.sampled_from([*parted(CLAUSES), ". ", ", ", "and", "5 percent", "by 2030"]), GAPS)
    | st.tuples(PIECES, GAPS),
    min_size=1,
    max_size=12,
)
"""Whole clauses of the genre with few words between them, so that facts of all kinds are found in them."""
NEWS = st.one_of(LIKELY, LIKELY, ANY).map(lambda parts: "".join(piece + gap for piece, gap in parts))
"""A text of some words; never empty, but perhaps blank."""
STATED = st.dictionaries(
    st.sampled_from(["headline", "source", "lang", "date"]), st.sampled_from(["en", "Orm", "x y"]), max_size=3
).flatmap(lambda stated: st.builds(lambda day: stated | ({"date": day} if "date" in stated else {}), DAYS))


@st.composite
def documents(draw: st.DrawFn, texts: st.SearchStrategy[str] = NEWS) -> Document:
    """A document as a loader could make it: with some headers, and a body that begins behind a few characters."""
    text = draw(texts)
    body = draw(st.integers(0, min(3, len(text))))
    path = draw(st.sampled_from(["a.txt", "2025-11-19-b.txt", "2025/11/19/c.md", "20251301.jsonl#2"]))
    return document(text, path=path, headers=draw(STATED), body=body)


YAML = st.lists(
    st.one_of(
        st.sampled_from(
            [": ", "- ", "\n", "\n  ", "\n- ", "#", "'", '"', "|\n", ">\n", "[", "]", "{", "}", ", ", "&a ", "*a"]
        ),
        st.sampled_from(
            ["---\n", "...\n", "\t", "? ", "!!str ", "<<: ", "~", "null", "yes", "0x1f", "1e9", "2025-11-19"]
        ),
        st.sampled_from(["[" * 60, "{a: " * 60, "- " * 60, "\r\n", "\x85", "\u2028", "\x07", "\ufeff"]),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)
"""What may be YAML, or nearly."""


def lines_of(*keys: str, good: str = "") -> st.SearchStrategy[str]:
    """YAML with these keys, each with a value of any kind; or the `good` lines, whole or with one that is not."""
    plain = st.sampled_from(
        ["x", "Orm", "KG", "5", "-1", "yes", "", "[a, b]", "[A, [b], 1, ~]", "{a: b}", "[]", "'x: y'"]
    )
    value = plain | YAML.map(lambda text: text.replace("\n", " ")) | st.text(max_size=8).map(repr)
    line = st.tuples(st.sampled_from(keys), value).map(lambda pair: f"{pair[0]}: {pair[1]}\n")
    whole = st.lists(line, max_size=8, unique_by=lambda one: one.partition(":")[0]).map("".join)
    if not good:
        return whole | YAML
    spoilt = st.tuples(line, st.integers(0, 9)).map(lambda pair: _spoilt(good, *pair))
    return st.one_of(st.just(good), spoilt, spoilt, whole, YAML)


def _spoilt(good: str, line: str, at: int) -> str:
    """The lines with another one in the place of the one of its key, or where there is none, somewhere."""
    key = line.partition(":")[0]
    kept = [one for one in good.splitlines(keepends=True) if one.partition(":")[0] != key]
    return "".join([*kept[:at], line, *kept[at:]])
