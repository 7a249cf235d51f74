"""Seeds at the edges of each rule come in; articles, or the one line that says what is wrong and where, go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sco_digest.errors import SeedError
from sco_digest.model import Problem
from sco_digest.seeds import read_seeds
from sco_digest.seeds.decode import decode
from sco_digest.seeds.plausible import is_plausible
from tests.test_seeds import MEGABYTE, facts, jsonl, read

if TYPE_CHECKING:
    from pathlib import Path

# ---- UTF-16 without a mark -------------------------------------------------------------------------------------------

UTF_16_THAT_IS_READ = {
    "one character of twenty in ASCII": "Торговлявыросласего\n",
    "one of ten whose own byte is NUL": "Harbour ta\u0100",
}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", UTF_16_THAT_IS_READ.values(), ids=UTF_16_THAT_IS_READ)
def test_utf_16_that_is_plain_to_see(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


UTF_16_THAT_IS_REFUSED = {
    "one character of twenty-five in ASCII": "Торговлявыросласегодняопя\n"[1:],
    "half as many with a NUL of their own": "Harbour ta" + "\u0100" * 5,
    "a character of private use": "Harbour talks \ue000 began",
    "a character that is not assigned": "Harbour talks \u0378 began",
    "a bell": "Harbour talks \u0007 began",
}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", UTF_16_THAT_IS_REFUSED.values(), ids=UTF_16_THAT_IS_REFUSED)
def test_utf_16_that_could_be_anything(text: str, encoding: str) -> None:
    with pytest.raises(SeedError, match=r"binary, not text") as caught:
        decode(text.encode(encoding))
    assert (caught.value.line, caught.value.mend) == (1, "put its text here instead")


# ---- where a message points ------------------------------------------------------------------------------------------

NAMED_ENCODING = {"on the second line": (b"Plain.\nDvo\xf8\xe1k", 2), "behind an empty line": (b"\nDvo\xf8\xe1k", 2)}


@pytest.mark.parametrize(("data", "line"), NAMED_ENCODING.values(), ids=NAMED_ENCODING)
def test_the_line_that_is_not_in_the_named_encoding_is_named(data: bytes, line: int) -> None:
    with pytest.raises(SeedError, match=r"not ascii, which site.yaml names") as caught:
        decode(data, "ascii")
    assert caught.value.line == line


LONG = "2025 " * 12
FRONT_MATTER = {
    "a list": ("headline: [Rails]", "headline must be text; write it as one line"),
    "a mapping": ("source: {name: Herald}", "source must be text; write it as one line"),
    "a long value": (
        f"id: {'x' * 1001}",
        "id is over 1000 characters long or holds a control character; write one short line",
    ),
    "a long date": (f"date: {LONG}", f"{LONG[:40]} is no date; write it as YYYY-MM-DD"),
    "a long language": (f"lang: {LONG}", f"{LONG[:40]} is no language code; write two letters, such as en"),
    "a day that is not in the calendar": ("date: 2025-02-30", "2025-02-30 is no date; write it as YYYY-MM-DD"),
    "a key that is nearly known": ("headlne: Rails", 'unknown key "headlne"; did you mean "headline"?'),
}


@pytest.mark.parametrize(("line", "message"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter_is_refused_with_its_own_line(tmp_path: Path, line: str, message: str) -> None:
    _, problems = read(tmp_path, {"x.md": f"---\ntags: [a]\n{line}\n---\nText."})
    assert problems == [f"x.md:3: {message}"]


def test_a_hundred_broken_lines_are_all_named(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.jsonl": "?\n" * 100})
    assert len(problems) == 100
    assert problems[-1].startswith("a.jsonl:100: not JSON")


def test_a_long_key_that_is_there_twice_is_cut(tmp_path: Path) -> None:
    key = "k" * 50
    _, problems = read(tmp_path, {"a.jsonl": f'{{"text": "a", "{key}": 1, "{key}": 2}}'})
    assert problems == [f'a.jsonl:1: the key "{key[:40]}" is there twice; keep one of them']


def test_a_misspelt_text_is_named(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.jsonl": jsonl({"texts": "One."})})
    assert problems == ['a.jsonl:1: unknown key "texts"; did you mean "text"?']


def test_a_file_of_another_kind_has_no_line(tmp_path: Path) -> None:
    (tmp_path / "press.rtf").write_text("Text.")
    _, problems = read_seeds(tmp_path / "press.rtf", max_bytes=MEGABYTE)
    file = str(tmp_path / "press.rtf")
    assert problems == (
        Problem(file, 0, "its ending is not known", "rename it to end in .txt or .md or .jsonl or .jsonl.gz"),
    )


@pytest.mark.parametrize("sign", ["\u2028", "\u2029"], ids=["line separator", "paragraph separator"])
def test_a_name_that_would_break_the_line_is_written_out(tmp_path: Path, sign: str) -> None:
    _, problems = read(tmp_path, {f"a{sign}b.txt": "Text."})
    written = f"a\\u{ord(sign):04x}b.txt"
    assert problems == [f"{written}: the name of the file is not UTF-8 or holds a control character; rename it"]


# ---- what is stated --------------------------------------------------------------------------------------------------


def test_a_headline_of_a_thousand_characters_is_taken(tmp_path: Path) -> None:
    (document,), problems = read(tmp_path, {"a.jsonl": jsonl({"text": "One.", "headline": "h" * 1000})})
    assert (facts(document)["headline"], problems) == ("h" * 1000, [])


def test_a_value_that_is_not_as_it_was_written_has_no_place(tmp_path: Path) -> None:
    (document,), _ = read(tmp_path, {"a.md": '---\nheadline: "Rails  opened"\n---\nText.'})
    assert [(one.value, one.span) for one in document.headers] == [("Rails opened", None)]


@pytest.mark.parametrize("key", ["resource", "update", "ids", "ide", "Tags", "entitled"])
def test_a_key_of_somebody_else_is_left_alone(tmp_path: Path, key: str) -> None:
    (document,), problems = read(tmp_path, {"a.jsonl": jsonl({"text": "One.", key: "x"})})
    assert (facts(document), problems) == ({}, [])


# ---- older encodings -------------------------------------------------------------------------------------------------

PLAUSIBLE = {
    "Russian": ("Торговля выросла на пять процентов", "cp1251", True),
    "one capital inside a word": ("тоРговля выросла на пять процентов", "cp1251", True),
    "two capitals inside words": ("тоРговля вырОсла на пять процентов", "cp1251", False),
    "words of four letters without a vowel": ("вснд кргл прст бднь жтмф", "cp1251", False),
    "mostly English": ("The harbour of the old town was opened by Пётр", "cp1251", False),
    "Polish letters of Central Europe": ("Gdańsk, Łódź", "cp1250", True),
    "letters of no one language": ("Gdańsk, Dvořák", "cp1250", False),
}


@pytest.mark.parametrize(("text", "encoding", "plausible"), PLAUSIBLE.values(), ids=PLAUSIBLE)
def test_what_somebody_can_have_written(text: str, encoding: str, plausible: bool) -> None:
    assert is_plausible(text, encoding) is plausible
