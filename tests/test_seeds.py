"""Reading seeds: files as people drop them come in; the articles, and one clear line for each that cannot be read."""

from __future__ import annotations

import codecs
import gzip
import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sco_digest.errors import SeedError, one_line
from sco_digest.model import Document, Header, Outline, Problem, Span
from sco_digest.regular import ChangingError
from sco_digest.seeds import read_seeds, with_texts
from tests.samples import SEED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

MEGABYTE = 1_000_000


def read(
    folder: Path, files: Mapping[str, str | bytes], max_bytes: int = MEGABYTE
) -> tuple[tuple[Document, ...], list[str]]:
    """Write the files, read the folder, and print its problems as the user sees them, from the folder on."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    documents, problems = read_seeds(folder, max_bytes=max_bytes)
    return documents, [shown(problem, folder) for problem in problems]


def shown(problem: Problem, folder: Path) -> str:
    line = one_line(problem.message, path=problem.path, line=problem.line, mend=problem.mend)
    return line.removeprefix(f"{folder}/")


def body(document: Document) -> str:
    return document.text[document.body :]


def facts(document: Document) -> dict[str, str]:
    return {header.key: header.value for header in document.headers}


def jsonl(*entries: object) -> str:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


# ---- what is read --------------------------------------------------------------------------------------------------


def test_the_seed_that_ships_is_read_as_it_is() -> None:
    documents, problems = read_seeds(SEED.parent, max_bytes=MEGABYTE)
    raw = SEED.read_bytes()
    seed = next(document for document in documents if document.path == SEED.name)
    assert not problems
    assert seed == Document(
        id="000_27a9d2d221f48fca",
        path="000_27a9d2d221f48fca.txt",
        file=str(SEED),
        line=1,
        sha256=sha256(raw).hexdigest(),
        text=raw.decode(),
        body=17,
        headers=(Header("date", "2025-11-19", Span(6, 16)),),
    )
    assert body(seed).startswith("Chairman of the Cabinet")


@pytest.mark.parametrize(
    ("text", "date", "begins"),
    [
        pytest.param("Trade rose.\n", None, "Trade rose.\n", id="no prefix"),
        pytest.param(" date 2025-11-19 Trade rose.", "2025-11-19", "Trade rose.", id="as the seeds come"),
        pytest.param("date 2025-11-19 Trade rose.", "2025-11-19", "Trade rose.", id="no space before"),
        pytest.param("\n\n\tdate  2025-11-19\tTrade rose.", "2025-11-19", "Trade rose.", id="blank lines before"),
        pytest.param("date 2025-11-19\n\nTrade rose.", "2025-11-19", "Trade rose.", id="alone on its line"),
        pytest.param("date 2025-11-19\r\nTrade rose.", "2025-11-19", "Trade rose.", id="Windows line ends"),
        pytest.param("date 2025-11-19: Trade rose.", "2025-11-19", "Trade rose.", id="colon after it"),
        pytest.param("date 2024-02-29 Trade rose.", "2024-02-29", "Trade rose.", id="leap day"),
        pytest.param("update 2025-11-19 Trade rose.", None, "update 2025", id="inside a word"),
        pytest.param("date 2025-11-19-b Trade rose.", None, "date 2025", id="a number of something"),
        pytest.param("date set for talks", None, "date set", id="the plain word"),
        pytest.param("   \n  Trade rose.", None, "Trade rose.", id="white space before the text"),
        pytest.param("Date: 2025-11-19 Trade rose.", "2025-11-19", "Trade rose.", id="a colon"),
        pytest.param("DATE : 2025-11-19\nTrade rose.", "2025-11-19", "Trade rose.", id="capitals"),
        pytest.param("date:2025-11-19 Trade rose.", "2025-11-19", "Trade rose.", id="a colon and no space"),
        pytest.param("date2025-11-19 Trade rose.", None, "date2025", id="neither space nor colon"),
        pytest.param("2025-11-19 Trade rose.", "2025-11-19", "Trade rose.", id="the day alone"),
        pytest.param("\n2025-11-19\nTrade rose.", "2025-11-19", "Trade rose.", id="the day alone on its line"),
        pytest.param("2025-02-30 Trade rose.", None, "2025-02-30", id="no day of the calendar"),
        pytest.param("2025-11-19T Trade rose.", None, "2025-11-19T", id="more than a day"),
        pytest.param("Date palms were planted.", None, "Date palms", id="a tree"),
        pytest.param("Date: today", None, "Date: today", id="a day in words"),
    ],
)
def test_date_prefix(tmp_path: Path, text: str, date: str | None, begins: str) -> None:
    (document,), problems = read(tmp_path, {"a.txt": text})
    assert problems == []
    assert document.text == text
    assert body(document).startswith(begins)
    assert facts(document).get("date") == date
    for header in document.headers:
        assert header.span is not None
        assert document.text[header.span.start : header.span.end] == date


def test_several_articles_in_one_text_file(tmp_path: Path) -> None:
    text = "\n date 2025-11-19 First.\nMore of it.\n\n  date 2025-11-20\nSecond.\r\ndate 2025-11-21 Third."
    documents, problems = read(tmp_path, {"press/day.txt": text})
    assert problems == []
    assert [(one.id, one.path, one.line, facts(one)["date"], body(one)) for one in documents] == [
        ("press/day", "press/day.txt", 1, "2025-11-19", "First.\nMore of it.\n\n"),
        ("press/day#2", "press/day.txt#2", 5, "2025-11-20", "Second.\r\n"),
        ("press/day#3", "press/day.txt#3", 7, "2025-11-21", "Third."),
    ]
    assert "".join(one.text for one in documents) == text


@pytest.mark.parametrize(
    "line", ["date 2025-03-05", "Date 2025-03-05", "Date: 2025-03-05", "DATE: 2025-03-05", " \tdate:2025-03-05"]
)
def test_a_further_article_begins_with_any_of_these(tmp_path: Path, line: str) -> None:
    documents, problems = read(tmp_path, {"a.txt": f"2025-03-04 First.\n{line} Minister Two."})
    assert problems == []
    assert [(facts(one)["date"], body(one)) for one in documents] == [
        ("2025-03-04", "First.\n"),
        ("2025-03-05", "Minister Two."),
    ]


@pytest.mark.parametrize(
    "written",
    ["2025/03/05", "05.03.2025", "2025-3-5", "2025-02-30", "20250305", "05.03.25", "2025–03–05", "2025-03-05T10:00Z"],
)
@pytest.mark.parametrize("word", ["date ", "Date: "])
def test_a_further_line_that_is_nearly_a_date_costs_no_other_article(tmp_path: Path, word: str, written: str) -> None:
    text = f"date 2025-03-04 First.\n{word}{written} Second.\nMore of it.\ndate 2025-03-06 Third."
    documents, problems = read(tmp_path, {"a.txt": text})
    assert problems == [f"a.txt:2: {written} is no date; write it as YYYY-MM-DD"]
    assert [(one.line, facts(one)["date"], body(one)) for one in documents] == [
        (1, "2025-03-04", "First.\n"),
        (4, "2025-03-06", "Third."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Date palms were planted.",
        "date of birth: 2025-03-05",
        "Dates 2025-03-05",
        "2025-03-05 Later.",
        "On date 2025-03-05",
    ],
)
def test_prose_begins_no_article(tmp_path: Path, line: str) -> None:
    (document,), problems = read(tmp_path, {"a.txt": f"date 2025-03-04 First.\n{line}"})
    assert (body(document), problems) == (f"First.\n{line}", [])


def test_a_bare_day_is_left_in_the_text_where_the_date_is_stated(tmp_path: Path) -> None:
    (document,), _ = read(tmp_path, {"a.jsonl": jsonl({"text": "2025-03-05 was long.", "date": "2025-03-06"})})
    assert (facts(document), body(document)) == ({"date": "2025-03-06"}, "2025-03-05 was long.")


def test_the_encoding_of_the_settings_reaches_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(AMBIGUOUS)
    (document,), problems = read_seeds(tmp_path, max_bytes=MEGABYTE, encoding="cp1250")
    assert (document.text, problems) == ("The fair in Gdańsk was opened.", ())


def test_a_text_before_the_first_date_is_an_article_too(tmp_path: Path) -> None:
    documents, _ = read(tmp_path, {"a.txt": "Undated.\ndate 2025-11-20 Dated."})
    assert [(one.id, facts(one), body(one)) for one in documents] == [
        ("a", {}, "Undated.\n"),
        ("a#2", {"date": "2025-11-20"}, "Dated."),
    ]


def test_one_of_several_articles_is_set_aside(tmp_path: Path) -> None:
    text = "date 2025-11-19 First.\ndate 2025-13-40 Bad.\ndate 2025-11-20\n\ndate 2025-11-21 Last."
    documents, problems = read(tmp_path, {"a.txt": text})
    assert [(one.id, one.line) for one in documents] == [("a", 1), ("a#4", 5)]
    assert problems == [
        "a.txt:2: 2025-13-40 is no date; write it as YYYY-MM-DD",
        "a.txt:3: there is no text; write the text of the article here, or take this out",
    ]


@pytest.mark.parametrize("written", ["2025-1-5", "19.11.2025", "2025/11/19", "2025-02-30"])
def test_a_prefix_that_is_nearly_a_date_is_not_taken_for_text(tmp_path: Path, written: str) -> None:
    documents, problems = read(tmp_path, {"a.txt": f"\ndate {written} Trade rose."})
    assert documents == ()
    assert problems == [f"a.txt:2: {written} is no date; write it as YYYY-MM-DD"]


MARKDOWN = """---
# a remark
id: talks/12
headline: "Bridge: opened"
date: 2025-11-19
source:   River Herald   # who
lang: EN-gb
tags: [a, b]
draft:
---

# Not *rendered*

<b>Text</b>
"""


def test_markdown_keeps_its_body_and_knows_where_its_front_matter_is(tmp_path: Path) -> None:
    (document,), problems = read(tmp_path, {"a.md": MARKDOWN})
    assert problems == []
    assert (document.id, document.path, document.line, document.text) == ("talks/12", "a.md", 1, MARKDOWN)
    assert body(document) == "# Not *rendered*\n\n<b>Text</b>\n"
    assert facts(document) == {
        "id": "talks/12",
        "headline": "Bridge: opened",
        "date": "2025-11-19",
        "source": "River Herald",
        "lang": "en",
    }
    spans = {header.key: header.span for header in document.headers}
    cut = {key: MARKDOWN[span.start : span.end] for key, span in spans.items() if span}
    assert cut == {
        "id": "talks/12",
        "headline": "Bridge: opened",
        "date": "2025-11-19",
        "source": "River Herald",
        "lang": "EN-gb",
    }


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("", {}, id="empty front matter"),
        pytest.param("title: Bridge", {"headline": "Bridge"}, id="title is a headline"),
        pytest.param("title: A\nheadline: B", {"headline": "B"}, id="headline wins over title"),
        pytest.param("headline: B\ntitle: A", {"headline": "B"}, id="headline wins in any order"),
        pytest.param("date: 2025-11-19T08:30:00+05:00", {"date": "2025-11-19"}, id="date with a time"),
        pytest.param("date: '2025-11-19 08:30'", {"date": "2025-11-19"}, id="date and time as text"),
        pytest.param("id: 007", {"id": "007"}, id="a number stands as it is written"),
        pytest.param("lang: no", {"lang": "no"}, id="Norwegian is not false"),
        pytest.param("headline: >\n  A long\n  one", {"headline": "A long one"}, id="folded value"),
        pytest.param("headline: ~\ndate: ''", {}, id="empty values are not stated"),
        pytest.param("updated: 2025-13-40\nsubtitle: [1]", {}, id="keys of others are left alone"),
    ],
)
def test_front_matter(tmp_path: Path, front: str, expected: dict[str, str]) -> None:
    (document,), problems = read(tmp_path, {"a.md": f"---\n{front}\n---\nText."})
    assert problems == []
    assert facts(document) == expected
    assert body(document) == "Text."


def test_a_date_prefix_wins_over_front_matter(tmp_path: Path) -> None:
    (document,), _ = read(tmp_path, {"a.md": "---\ndate: 2025-11-19\nlang: en\n---\ndate 2024-01-01 Text."})
    assert (facts(document), body(document)) == ({"date": "2024-01-01", "lang": "en"}, "Text.")


def test_markdown_without_front_matter_is_a_text(tmp_path: Path) -> None:
    (document,), _ = read(tmp_path, {"a.md": "date 2025-11-19 Text.\n\n---\nMore."})
    assert (facts(document), body(document)) == ({"date": "2025-11-19"}, "Text.\n\n---\nMore.")


def test_json_lines(tmp_path: Path) -> None:
    lines = jsonl(
        {"id": "n1", "text": "One.", "date": "2025-11-19T10:00:00Z", "headline": " A\n b ", "lang": "en", "url": None},
        {"text": " date 2025-11-20 Two.", "title": "T", "source": None, "id": None},
    )
    documents, problems = read(tmp_path, {"x/all.jsonl": lines.replace("\n", "\r\n\r\n")})
    assert problems == []
    assert [(one.id, one.path, one.line, facts(one), body(one)) for one in documents] == [
        ("n1", "x/all.jsonl#1", 1, {"id": "n1", "date": "2025-11-19", "headline": "A b", "lang": "en"}, "One."),
        ("x/all#3", "x/all.jsonl#3", 3, {"date": "2025-11-20", "headline": "T"}, "Two."),
    ]
    assert documents[0].text == "One."
    assert [header.span for header in documents[0].headers] == [None] * 4


def test_a_number_in_json_stands_as_it_is_written(tmp_path: Path) -> None:
    lines = [
        '{"text": "One.", "id": 1.10, "views": 1e400}',
        '{"text": "Two.", "id": 1.1}',
        '{"text": "Three.", "id": 1e5}',
    ]
    documents, problems = read(tmp_path, {"a.jsonl": "\n".join(lines)})
    assert [document.id for document in documents] == ["1.10", "1.1", "1e5"]
    assert not problems


def test_json_lines_keep_line_separators_of_unicode(tmp_path: Path) -> None:
    (document,), problems = read(tmp_path, {"a.jsonl": '{"text": "One\u2028two\x85three", "id": 7}'})
    assert (document.text, document.id, problems) == ("One\u2028two\x85three", "7", [])


def test_packed_json_lines(tmp_path: Path) -> None:
    packed = gzip.compress(jsonl({"text": "One."}).encode()) + gzip.compress(jsonl({"text": "Two."}).encode())
    documents, problems = read(tmp_path, {"a.jsonl.gz": packed})
    assert problems == []
    assert [(one.id, one.path, one.text) for one in documents] == [
        ("a#1", "a.jsonl.gz#1", "One."),
        ("a#2", "a.jsonl.gz#2", "Two."),
    ]


def test_sorted_by_path_whatever_the_order_of_the_folder(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.txt", "a.txt", "Ж.md", "a/b/c.jsonl", "10.txt", "9.txt"]
    documents, _ = read(tmp_path, dict.fromkeys(names, '{"text": "Text."}'))
    assert [one.path.partition("#")[0] for one in documents] == sorted(names)


@pytest.mark.parametrize("name", ["A.TXT", "a.Md", "a.JSONL", "a.JsonL"])
def test_endings_in_capitals(tmp_path: Path, name: str) -> None:
    (document,), problems = read(tmp_path, {name: '{"text": "Text."}'})
    assert (document.path.partition("#")[0], problems) == (name, [])


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a", "a.txt.bak", ".a.txt", ".git/a.txt", "a.gz", "Makefile"])
def test_files_that_are_not_ours_are_ignored(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, {name: b"\0"}) == ((), [])


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.text", ".txt"),
        ("a.markdown", ".md"),
        ("a.json", ".jsonl"),
        ("a.NDJSON", ".jsonl"),
        ("a.ndjson.gz", ".jsonl.gz"),
    ],
)
def test_an_ending_that_is_nearly_ours_is_named(tmp_path: Path, name: str, ending: str) -> None:
    documents, problems = read(tmp_path, {name: "Text."})
    near = name[1:].lower()
    assert documents == ()
    assert problems == [f"{name}: a file that ends in {near} is not read; rename it to end in {ending}"]


def test_one_file_instead_of_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "press.v2.txt"
    path.write_text("Text.")
    (document,), problems = read_seeds(path, max_bytes=MEGABYTE)
    assert (document.id, document.path, document.file, problems) == ("press.v2", "press.v2.txt", str(path), ())


def test_one_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "press.rtf"
    path.write_text("Text.")
    documents, problems = read_seeds(path, max_bytes=MEGABYTE)
    assert documents == ()
    assert [shown(problem, tmp_path) for problem in problems] == [
        "press.rtf: its ending is not known; rename it to end in .txt or .md or .jsonl or .jsonl.gz"
    ]


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert read_seeds(tmp_path, max_bytes=MEGABYTE) == ((), ())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"nowhere: cannot be read: No such file or directory; create it, or name"):
        read_seeds(tmp_path / "nowhere", max_bytes=MEGABYTE)


# ---- what is set aside ---------------------------------------------------------------------------------------------

AMBIGUOUS = "The fair in Gdańsk was opened.".encode("cp1250")
GZ = gzip.compress(jsonl({"text": "One."}).encode())
ISO_2022 = "首相は述べた。".encode("iso2022_jp")
NO_TEXT = "there is no text; write the text of the article here, or take this out"
ONE_OBJECT = "write one whole JSON object on this line"
QUOTING = 'write lines of "key: value", and put a value that holds ": " or " #" in quotes'


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param("x.txt", b"", "x.txt:1: the file is empty; write a text into it, or remove it", id="empty"),
        pytest.param(
            "x.jsonl.gz",
            gzip.compress(b""),
            "x.jsonl.gz:1: the file is empty; write a text into it, or remove it",
            id="empty inside",
        ),
        pytest.param(
            "x.txt",
            b"\xef\xbb\xbf \r\n\t",
            "x.txt:1: there is only white space in the file; write a text into it, or remove it",
            id="white space",
        ),
        pytest.param(
            "x.txt",
            b"Text\0\0more",
            "x.txt:1: the file is binary, not text (it holds NUL bytes); put its text here instead",
            id="binary",
        ),
        pytest.param(
            "x.txt",
            codecs.BOM_UTF16_LE + "Text\0more".encode("utf-16-le"),
            "x.txt:1: the file is binary, not text (it holds NUL bytes); put its text here instead",
            id="binary behind a mark",
        ),
        pytest.param(
            "x.txt",
            codecs.BOM_UTF8 * 2 + b" \x1a\n",
            "x.txt:1: there is only white space in the file; write a text into it, or remove it",
            id="marks of a beginning and of an end",
        ),
        pytest.param(
            "x.txt",
            GZ,
            "x.txt:1: the file is binary, not text (it holds NUL bytes); put its text here instead",
            id="packed as .txt",
        ),
        pytest.param(
            "x.txt",
            ISO_2022,
            "x.txt:1: the file holds control characters of an old encoding, or is binary; save it as UTF-8",
            id="seven bits of Japanese",
        ),
        pytest.param(
            "x.txt",
            b"\xff\xfeT",
            "x.txt:1: the file begins as UTF-16-LE but is broken at byte 0; save it as UTF-8",
            id="broken UTF-16",
        ),
        pytest.param(
            "x.txt",
            "Торговля\nрастёт".encode()[:-1] + b" 5 %",
            "x.txt:2: the file is UTF-8 but broken on this line; mend the line and save it as UTF-8",
            id="broken UTF-8",
        ),
        pytest.param(
            "x.txt",
            b"x" * 1001,
            "x.txt:1: longer than the 0.001 MB that are read; split it, or raise max_megabytes in site.yaml",
            id="too long",
        ),
        pytest.param(
            "x.jsonl.gz",
            gzip.compress(b" " * 500_000),
            "x.jsonl.gz:1: longer than the 0.001 MB that are read; split it, or raise max_megabytes in site.yaml",
            id="gz bomb",
        ),
        pytest.param(
            "x.jsonl.gz",
            b'{"text": "One."}',
            "x.jsonl.gz:1: not a whole gzip file; pack it anew, or put it here unpacked",
            id="gz that is none",
        ),
        pytest.param(
            "x.jsonl.gz",
            GZ[:-9],
            "x.jsonl.gz:1: not a whole gzip file; pack it anew, or put it here unpacked",
            id="truncated gz",
        ),
        pytest.param(
            "x.jsonl.gz",
            GZ[:12] + b"\xff" + GZ[13:],
            "x.jsonl.gz:1: not a whole gzip file; pack it anew, or put it here unpacked",
            id="spoilt gz",
        ),
        pytest.param(
            "x.jsonl",
            '\n{"text": "a"',
            f"x.jsonl:2: not JSON: Input data was truncated; {ONE_OBJECT}",
            id="broken JSON",
        ),
        pytest.param(
            "x.jsonl",
            "{'text': 'a'}",
            f"x.jsonl:1: not JSON: object keys must be strings (byte 1); {ONE_OBJECT}",
            id="Python, not JSON",
        ),
        pytest.param(
            "x.jsonl", "[" * 400, f"x.jsonl:1: not JSON: Input data was truncated; {ONE_OBJECT}", id="deep JSON"
        ),
        pytest.param(
            "x.jsonl",
            '["text"]',
            'x.jsonl:1: this is no JSON object; write {"text": "..."} on one line',
            id="JSON list",
        ),
        pytest.param(
            "x.jsonl",
            '{"id": "a"}',
            'x.jsonl:1: text is missing; write the article as {"text": "..."}',
            id="text missing",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": ["a"]}',
            'x.jsonl:1: text must be a string; write the article as {"text": "..."}',
            id="text no string",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "date": "2025-11-19", "text": "b"}',
            'x.jsonl:1: the key "text" is there twice; keep one of them',
            id="JSON key twice",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "tags": [{"b": 1, "b": 2}]}',
            'x.jsonl:1: the key "b" is there twice; keep one of them',
            id="JSON key twice inside",
        ),
        pytest.param(
            "x.txt",
            AMBIGUOUS,
            'x.txt:1: the encoding is not certain (cp1250 or cp1252); save it as UTF-8, or set "encoding" in site.yaml',
            id="uncertain encoding",
        ),
        pytest.param("x.jsonl", '{"text": " \\n"}', f"x.jsonl:1: {NO_TEXT}", id="text blank"),
        pytest.param(
            "x.jsonl",
            '{"text": "a\\u0000b"}',
            "x.jsonl:1: the text holds NUL characters; save it again as plain text",
            id="NUL in JSON",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "hedline": "b"}',
            'x.jsonl:1: unknown key "hedline"; did you mean "headline"?',
            id="misspelt key",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "Date": "2025-11-19"}',
            'x.jsonl:1: unknown key "Date"; did you mean "date"?',
            id="key in capitals",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "date": 20251119}',
            "x.jsonl:1: 20251119 is no date; write it as YYYY-MM-DD",
            id="date as a number",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "headline": ["b"]}',
            "x.jsonl:1: headline must be text; write it as one line",
            id="headline is a list",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "id": true}',
            "x.jsonl:1: id must be text; write it as one line",
            id="id is true",
        ),
        pytest.param(
            "x.jsonl",
            '{"text": "a", "id": "b\\u0007"}',
            "x.jsonl:1: id is over 1000 characters long or holds a control character; write one short line",
            id="bell in the id",
        ),
        pytest.param(
            "x.md",
            "---\ndate: 2025-11-19\nText",
            "x.md:1: the front matter is not closed; add a line --- after it",
            id="front matter not closed",
        ),
        pytest.param(
            "x.md",
            "---\n- a\n---\nText",
            f'x.md:2: the front matter is a list, not lines of "key: value"; {QUOTING}',
            id="front matter is a list",
        ),
        pytest.param(
            "x.md",
            "---\nlang: en\ndate: 2025-13-40\n---\nText",
            "x.md:3: 2025-13-40 is no date; write it as YYYY-MM-DD",
            id="no date",
        ),
        pytest.param(
            "x.md", "---\ndate: soon\n---\nText", "x.md:2: soon is no date; write it as YYYY-MM-DD", id="date in words"
        ),
        pytest.param(
            "x.md",
            "---\nlang: english\n---\nText",
            "x.md:2: english is no language code; write two letters, such as en",
            id="no language",
        ),
        pytest.param(
            "x.md",
            "---\n\nsorce: A\n---\nText",
            'x.md:3: unknown key "sorce"; did you mean "source"?',
            id="misspelt front matter",
        ),
        pytest.param(
            "x.md",
            "---\ndate: 2025-11-19\ndate: 2025-11-20\n---\nText",
            'x.md:3: the key "date" is there twice, first on line 2; keep one of them',
            id="key twice",
        ),
        pytest.param(
            "x.md",
            "---\na: &a [x]\nb: *a\n---\nText",
            "x.md:3: an alias (*) is not taken here; write the value out, or put it in quotes",
            id="YAML bomb",
        ),
        pytest.param("x.md", "---\ndate: 2025-11-19\n---\n\n", f"x.md:1: {NO_TEXT}", id="front matter alone"),
    ],
)
def test_what_is_set_aside_is_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, content: str | bytes, problem: str
) -> None:
    documents, problems = read(tmp_path, {"a.txt": "Good.", name: content, "z.txt": "Good too."}, max_bytes=1000)
    assert problems == [problem]
    assert [one.id for one in documents] == ["a", "z"]


def test_a_file_as_long_as_may_be_is_read(tmp_path: Path) -> None:
    (document,), problems = read(tmp_path, {"x.txt": b"x" * 1000}, max_bytes=1000)
    assert (body(document), problems) == ("x" * 1000, [])


def test_a_file_with_signs_in_its_name_that_nobody_sees_is_read(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, {"so\u00adft.txt": "Text."})
    assert ([one.text for one in documents], problems) == (["Text."], [])


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(place: Path) -> None:
        raise ChangingError(0, "it changes", place)

    monkeypatch.setattr("sco_digest.seeds.files.opened", opened)
    _, problems = read(tmp_path, {"x.txt": "Text."})
    assert problems == ["x.txt: cannot be read: it changes; build again when it is complete"]


def test_front_matter_that_is_not_yaml(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, {"x.md": "---\nlang: en\nheadline: a: b\n---\nText"})
    assert problem.startswith("x.md:3: not YAML: mapping values are not allowed")
    assert problem.endswith(QUOTING)


def test_one_broken_json_line_costs_no_other(tmp_path: Path) -> None:
    lines = jsonl({"text": "One."}) + "{text: 'Two.'}\n" + jsonl({"text": "Three.", "date": "x"}, {"text": "Four."})
    documents, problems = read(tmp_path, {"a.jsonl": lines})
    assert [(one.id, one.line) for one in documents] == [("a#1", 1), ("a#4", 4)]
    assert problems == [
        f"a.jsonl:2: not JSON: object keys must be strings (byte 1); {ONE_OBJECT}",
        "a.jsonl:3: x is no date; write it as YYYY-MM-DD",
    ]


def test_a_file_of_broken_lines_does_not_fill_the_screen(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, {"a.jsonl": "?\n" * 5000 + jsonl({"text": "Good."})})
    assert [one.line for one in documents] == [5001]
    assert len(problems) == 101
    assert problems[-1] == "a.jsonl:1: 4900 further articles cannot be read; mend the first ones and try again"


def test_an_id_is_there_once(tmp_path: Path) -> None:
    files = {
        "a.jsonl": jsonl({"id": "n", "text": "One."}, {"id": "n", "text": "Two."}),
        "b.md": "---\nid: n\n---\nThree.",
        "c.md": "Four.",
        "c.txt": "Five.",
    }
    documents, problems = read(tmp_path, files)
    where = [line.replace(f"{tmp_path}/", "") for line in problems]
    assert [one.text for one in documents] == ["One.", "Four."]
    assert where == [
        'a.jsonl:2: the id "n" is taken by a.jsonl:1; give one of them another id',
        'b.md:1: the id "n" is taken by a.jsonl:1; rename one of the files or give it an id',
        'c.txt:1: the id "c" is taken by c.md:1; rename one of the files or give it an id',
    ]


# ---- folders, links, names -----------------------------------------------------------------------------------------


def test_a_folder_with_the_name_of_a_text(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, {"x.txt/inner.txt": "Text.", "y.txt": "Text."})
    assert [one.id for one in documents] == ["y"]
    assert problems == ["x.txt: a folder with the name of a text file; rename it, so that what is in it is read"]


def test_a_pipe_does_not_hang_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.txt")
    documents, problems = read(tmp_path, {"y.txt": "Text."})
    assert [one.id for one in documents] == ["y"]
    assert problems == ["x.txt: not a regular file but a pipe, socket or device; put a text file in its place"]


CIRCLE = "a link that leads in a circle is not followed; remove it"
OUTSIDE = "a link out of the seeds folder is not followed; copy the file to this place instead"


def test_a_packed_file_that_unpacks_to_nothing_is_not_read_for_ever(tmp_path: Path) -> None:
    """Whatever zeros stand behind the end of a packed file belong to nothing, and would be read a byte at a time."""
    place = tmp_path / "padded.jsonl.gz"
    data = gzip.compress(b'{"text": "Text."}\n')
    with place.open("wb") as file:
        file.write(data)
        file.truncate(40 * 10**9)
    documents, problems = read_seeds(tmp_path, max_bytes=MEGABYTE)
    assert documents == ()
    assert [str(problem.message) for problem in problems] == ["longer than the 1 MB that are read"]


def test_links(tmp_path: Path) -> None:
    seeds, outside = tmp_path / "seeds", tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.")
    seeds.mkdir()
    (seeds / "out.txt").symlink_to(outside / "secret.txt")
    (seeds / "folder").symlink_to(outside)
    (seeds / "loop.txt").symlink_to("loop.txt")
    (seeds / "gone.txt").symlink_to("nothing.txt")
    (seeds / "sub").mkdir()
    (seeds / "again").symlink_to("sub")
    (seeds / "whole").symlink_to(".")
    (seeds / "sub/up").symlink_to("..")
    (seeds / "in.txt").symlink_to("sub/real.txt")
    documents, problems = read(seeds, {"sub/real.txt": "Text."})
    assert [one.id for one in documents] == ["in", "sub/real"]
    assert problems == [
        f"folder: {OUTSIDE}",
        "gone.txt: cannot be read: No such file or directory; look at its permissions, or remove it",
        "loop.txt: cannot be read: Too many levels of symbolic links; look at its permissions, or remove it",
        f"out.txt: {OUTSIDE}",
        f"sub/up: {CIRCLE}",
        f"whole: {CIRCLE}",
    ]


def test_one_text_may_be_named_by_a_link(tmp_path: Path) -> None:
    read(tmp_path / "real", {"a.txt": "Text."})
    (tmp_path / "link.txt").symlink_to("real/a.txt")
    (document,), problems = read_seeds(tmp_path / "link.txt", max_bytes=MEGABYTE)
    assert (document.text, problems) == ("Text.", ())


def test_the_seeds_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    read(tmp_path / "real", {"a.txt": "Text."})
    (tmp_path / "link").symlink_to("real")
    (document,), problems = read_seeds(tmp_path / "link", max_bytes=MEGABYTE)
    assert (document.file, problems) == (str(tmp_path / "link" / "a.txt"), ())


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param(b"caf\xe9.txt", "caf\\udce9.txt", id="Latin-1"),
        pytest.param(b"a\nb.txt", "a\\u000ab.txt", id="line end"),
    ],
)
def test_names_that_cannot_be_shown(tmp_path: Path, name: bytes, written: str) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text("Text.")
    documents, problems = read(tmp_path, {"z.txt": "Text."})
    assert [one.id for one in documents] == ["z"]
    assert problems == [f"{written}: the name of the file is not UTF-8 or holds a control character; rename it"]
    problems[0].encode()


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "x.txt":
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    documents, problems = read(tmp_path, {"x.txt": "Text.", "y.txt": "Text."})
    assert [one.id for one in documents] == ["y"]
    assert problems == ["x.txt: cannot be read: Permission denied; look at its permissions"]


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return really_scan(path)

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    documents, problems = read(tmp_path, {"y.txt": "Text."})
    assert [one.id for one in documents] == ["y"]
    assert problems == ["closed: cannot be listed: Permission denied; look at its permissions"]


# ---- whatever is in a file -----------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        b"date 2025-11-19 ",
        b"\n",
        b"\r\n",
        b"---\n",
        b'{"text": "',
        b'"}',
        b"date: ",
        b"&a ",
        b"*a",
        b"[",
        b"\xef\xbb\xbf",
    ]
)
BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(str.encode),
    st.text(max_size=100).map(lambda text: text.encode("utf-16")),
    st.lists(PIECES | st.binary(max_size=12), max_size=20).map(b"".join),
    st.binary(max_size=100).map(gzip.compress),
)


@given(content=BYTES, name=st.sampled_from(["x.txt", "x.md", "x.jsonl", "x.jsonl.gz"]))
@example(content=b"\x1c", name="x.jsonl")
def test_never_raises_on_any_bytes(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        documents, problems = read(Path(folder), {name: content}, max_bytes=200)
    assert documents or problems
    assert all(line.startswith(f"{name}:") and "; " in line for line in problems)
    for document in documents:
        assert body(document).strip()
        assert document.sha256 == sha256(document.text.encode()).hexdigest()
        assert all(header.span is None or span_is_inside(header.span, document) for header in document.headers)


def span_is_inside(span: Span, document: Document) -> bool:
    return 0 <= span.start < span.end <= len(document.text)


@given(
    text=st.text(min_size=1, max_size=200).filter(lambda text: text.strip() and not set(text) & set("\0\x0e\x0f\x1b"))
)
def test_a_text_comes_out_exactly_as_it_went_in(text: str) -> None:
    marked = "\ufeff" + text
    with tempfile.TemporaryDirectory() as folder:
        files = {"8.txt": marked.encode(), "16.txt": text.encode("utf-16"), "32.txt": text.encode("utf-32")}
        documents, problems = read(Path(folder), files)
    if not problems:
        assert {
            "".join(one.text for one in documents if one.id.partition("#")[0] == name) for name in ("8", "16", "32")
        } == {text}
    else:
        assert len(problems) % 3 == 0, "all three encodings have the same fate"


def test_a_file_cannot_take_the_name_of_another(tmp_path: Path) -> None:
    """Not even one that comes first in the order of paths."""
    thief = "---\nid: genuine\ndate: 2025-11-20\n---\nTaken."
    documents, problems = read(tmp_path, {"0 first.md": thief, "genuine.txt": "Text."})
    assert [(one.id, body(one)) for one in documents] == [("genuine", "Text.")]
    assert problems == [
        f'0 first.md:1: the id "genuine" is taken by {tmp_path}/genuine.txt:1; rename one of the files or give it an id'
    ]


def test_a_text_of_many_days_that_are_none_is_told_of_a_hundred_times(tmp_path: Path) -> None:
    lines = "".join(f"date {year}-99-01 a\n" for year in range(1000, 1400))
    _, problems = read(tmp_path, {"a.txt": lines})
    assert len(problems) == 101
    assert problems[-1].endswith("further articles cannot be read; mend the first ones and try again")


def test_room_is_taken_for_what_a_file_holds(tmp_path: Path) -> None:
    (document,), problems = read(tmp_path, {"a.txt": "Text."}, max_bytes=10**15)
    assert (body(document), problems) == ("Text.", [])


def test_a_language_is_told_in_plain_letters(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, {"a.md": '---\nlang: "ſK"\n---\nText.'})
    assert "ſK is no language code" in problem


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_a_file_of_several_megabytes_is_read_whole_and_no_further_than_its_limit(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    line = jsonl({"text": "Words of a long text. " * 150_000})
    name = "a.jsonl" if pack is bytes else "a.jsonl.gz"
    (document,), problems = read(tmp_path, {name: pack(line.encode())}, max_bytes=4 * MEGABYTE)
    assert (len(document.text), problems) == (3_300_000, [])
    documents, (problem,) = read(tmp_path, {name: pack(line.encode())}, max_bytes=2 * MEGABYTE)
    assert (documents, "longer than the 2 MB that are read" in problem) == ((), True)


def test_what_is_packed_is_unpacked_no_further_than_its_limit(tmp_path: Path) -> None:
    """Else a small file could take all of the memory: the fault at its end is not come to."""
    packed = gzip.compress(b" " * 50 * MEGABYTE)[:-8] + b"no end."
    _, problems = read(tmp_path, {"a.jsonl.gz": packed})
    assert ["longer than the 1 MB that are read" in problem for problem in problems] == [True]


def test_what_is_stated_besides_an_id_makes_no_difference_to_whose_it_is(tmp_path: Path) -> None:
    thief = "---\nid: genuine\n---\nTaken."
    documents, problems = read(tmp_path, {"0 first.md": thief, "genuine.md": "---\ndate: 2025-11-20\n---\nText."})
    assert [(one.id, body(one)) for one in documents] == [("genuine", "Text.")]
    assert len(problems) == 1


def test_a_text_is_read_again_where_it_is_as_it_was(tmp_path: Path) -> None:
    files = {
        "a.txt": "date 2025-11-19 One.\ndate 2025-11-20 Two.\n",
        "b.jsonl": jsonl({"text": "Three.", "lang": "en"}),
    }
    documents, _ = read(tmp_path, files)
    outlines = [document.outline() for document in documents]

    def again(path: Path = tmp_path, articles: Sequence[Outline] = outlines) -> list[Document | int]:
        found = with_texts(path, articles, max_bytes=MEGABYTE)
        return [one.line if isinstance(one, Problem) else one for one in found]

    assert again() == list(documents)
    assert again(articles=[*documents[:1], *outlines[1:]]) == list(documents)
    assert again(tmp_path / "a.txt", outlines[:2]) == list(documents[:2]), "the seeds may be one file"
    read(tmp_path, {"a.txt": "date 2025-11-19 One.\ndate 2025-11-20 Other.\n"})
    assert again() == [documents[0], 2, documents[2]]
    read(tmp_path, {"b.jsonl": jsonl({"text": "Three.", "lang": "ru"})})
    assert again()[2] == 1, "its text is the same, but not what is stated beside it"
    (tmp_path / "a.txt").unlink()
    assert again() == [1, 2, 1]
    assert again(articles=documents) == list(documents), "what is at hand is not looked for"


def test_where_a_date_is_stated_is_known(tmp_path: Path) -> None:
    files = {
        "a.txt": "date 2025-11-19 One.\n\n \n\tdate 2025-11-20 Two.\n",
        "b.md": "---\nlang: en\ndate: 2025-11-19\n---\nThree.\n",
        "c.jsonl": "\n" + jsonl({"date": "2025-11-19", "text": "Four."}),
        "d.txt": "\n\n2025-11-19\nFive.\n",
    }
    documents, _ = read(tmp_path, files)
    lines = [header.line for document in documents for header in document.headers if header.key == "date"]
    assert lines == [1, 4, 3, 2, 3]


def test_only_a_problem_that_may_be_gone_is_passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(place: Path) -> None:
        raise OSError(5, "Input/output error", str(place))

    (tmp_path / "a.txt").write_bytes(b"")
    assert [one.passing for one in read_seeds(tmp_path, max_bytes=MEGABYTE)[1]] == [False]
    monkeypatch.setattr("sco_digest.seeds.files.opened", refused)
    assert [one.passing for one in read_seeds(tmp_path, max_bytes=MEGABYTE)[1]] == [True]
