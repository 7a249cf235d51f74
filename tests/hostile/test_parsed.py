"""A file that another program could not read, or would run, is found; so is whatever leaves the output."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.hostile import home
from tests.hostile.corpus import Seed
from tests.hostile.parsed import unreadable
from tests.hostile.visible import Reach, lost, reach

if TYPE_CHECKING:
    from pathlib import Path

FEED = """\
<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>t</title><updated>2025-01-01T00:00:00Z</updated>
<entry><id>b</id><title>t</title><updated>2025-01-01T00:00:00Z</updated><link href="{link}"/>
<content type="html">{content}</content></entry></feed>
"""
LINKED = '<script type="application/ld+json">{}</script>'


def feed(content: str = "&lt;p&gt;p&lt;/p&gt;", link: str = "x/index.html") -> str:
    return "<?xml version='1.0' encoding='utf-8'?>\n" + FEED.format(content=content, link=link)


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("feed.xml", feed(), ""),
        ("feed.xml", feed("<p>"), "cannot be read"),
        ("feed.xml", feed("\ufffe"), "cannot be read"),
        ("feed.xml", feed("&lt;img src=x&gt;"), "has markup '<img src=x>'"),
        ("feed.xml", feed("&lt;p onclick=x&gt;"), "has markup '<p onclick=x>'"),
        ("feed.xml", feed("&lt;a href=javascript:x&gt;"), "has markup '<a href=javascript:x>'"),
        ("feed.xml", feed("&lt;!--x--&gt;"), "has a comment"),
        ("feed.xml", feed(link="javascript:x"), "leads to javascript:x"),
        ("feed.xml", feed() + "<?xml-stylesheet href='x'?>", "has more than one instruction"),
        ("feed.json", '{"items": [{"url": "x", "content_html": "<p>p</p>"}]}', ""),
        ("feed.json", '{"items": [{"url": "x", "content_html": "<script>"}]}', "has markup '<script>'"),
        ("feed.json", '{"items": [{"url": "data:x"}]}', "leads to data:x"),
        ("a.json", '{"a": NaN}', "NaN is no JSON"),
        ("a.json", '{"a": "\n"}', "cannot be read"),
        ("a.jsonl", '{"a": 1}\n{"a": 2}\n', ""),
        ("a.jsonl", '{"a": "\u2028"}\n', "cannot be read"),
        ("a.jsonl", "1\n", "has a line that is no object"),
        ("a.html", LINKED.format('{"@context": "https://schema.org"}'), ""),
        ("a.html", LINKED.format('{"@context": "https://schema.org", "a": "<b>"}'), "could end its element"),
        ("a.html", LINKED.format('{"@context": "//evil.example"}'), "could end its element"),
        ("a.html", LINKED.format("{"), "cannot be read"),
        ("a.html", "\x07", "has the control character"),
        ("a.html", "668332541", "has what a template worked out"),
        ("a.csv", "a,b\r\n1,-2\r\n", ""),
        ("a.csv", "a,b\r\n'=1,=\r\n", ""),
        ("a.csv", "a\r\n=1+1\r\n", "has a formula in line 2, a: '=1+1'"),
        ("a.csv", "a\r\n-1+1\r\n", "has a formula in line 2"),
        ("a.csv", "a\r\n@x\r\n", "has a formula in line 2"),
        ("a.csv", "a\r\n +x\r\n", "has a formula in line 2"),
        ("a.csv", 'a\r\n"\t=x"\r\n', "has a formula in line 2"),
        ("a.csv", "a\r\n\uff1dx\r\n", "has a formula in line 2"),
        ("a.csv", "a\r\n1,2\r\n", "has 2 cells in line 2"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_found(tmp_path: Path, name: str, text: str, fault: str) -> None:
    (tmp_path / name).write_bytes(text.encode())
    found = list(unreadable(tmp_path))
    assert any(fault in one for one in found) if fault else found == []


@pytest.mark.parametrize(("path", "faults"), [("search/index.html", 1), ("search-index/a/index.html", 0)])
def test_the_search_page_is_read_and_its_index_is_not(tmp_path: Path, path: str, faults: int) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(b"\x07")
    assert len(list(unreadable(tmp_path))) == faults


@pytest.mark.parametrize("path", ["home/canary.txt", "home/hacked", "hacked", "home/public2/hacked"])
def test_a_file_outside_of_the_output_is_found(tmp_path: Path, path: str) -> None:
    (tmp_path / "home/public").mkdir(parents=True)
    (tmp_path / "home/public2").mkdir()
    (tmp_path / "home/canary.txt").write_text(home.SECRET, encoding="utf-8")
    before = dict(home.tree(tmp_path))
    for place in ("home/public/index.html", "home/.public.sco-digest-cache"):
        (tmp_path / place).write_text("ours", encoding="utf-8")
    assert list(home.touched(before, dict(home.tree(tmp_path)))) == []
    (tmp_path / path).write_text("hacked", encoding="utf-8")
    assert any(path in fault for fault in home.touched(before, dict(home.tree(tmp_path))))


def test_what_is_no_file_of_a_site_is_found(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to(tmp_path)
    (tmp_path / "secret.html").write_text(home.SECRET, encoding="utf-8")
    assert sorted(home.odd(tmp_path)) == ["link.html is no plain file", "secret.html holds what no seed has"]


@pytest.mark.parametrize(
    ("code", "said", "faults"),
    [(0, b"1 article\n", 0), (2, b"", 1), (1, b"Traceback", 1), (0, b"a\x1b[31m", 1), (0, "\u202e".encode(), 1)],
)
def test_what_a_build_should_not_say_is_found(code: int, said: bytes, faults: int) -> None:
    done = subprocess.CompletedProcess("", code, said, b"")
    assert len(list(home.said(done))) == faults


def test_a_payload_counts_only_where_its_page_shows_it_whole(tmp_path: Path) -> None:
    seeds = (Seed("d/1 a<b.txt", "html", "<b>hacked. So\x07"), Seed("2.txt", "csv", "=1 hacked"))
    article = "<p>{}</p><dl><dd><code>{}</code></dd></dl>"
    whole = '&lt;b&gt;<mark>hacked</mark>. <a class="permalink" href="#s2">2</a>So'
    for place, text in (
        ("2025/01/a/index.html", article.format(whole, "d/1 a&lt;b.txt")),
        ("2025/01/b/index.html", article.format("=1 ha...", "2.txt")),
        ("topics/a/index.html", "hacked"),
        ("topics/b/index.html", "nothing"),
    ):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    seen = reach(tmp_path, seeds)
    assert seen.files == {"1", "2"}
    assert (seen.articles, seen.whole, seen.contexts) == (2, 1, frozenset({"html"}))
    assert json.loads(json.dumps(seen.parts)) == {"articles": 1, "topics": 1}


def test_a_file_without_a_page_has_to_be_named() -> None:
    seeds = [Seed(path, "bytes", "hacked") for path in ("d/1 a.txt", "2.txt", "3 \x07.jsonl#2", "12.txt")]
    seen = Reach(frozenset({"2"}), 1, 1, frozenset(), Counter())
    assert list(lost(seeds, seen, ["seeds/3 \\x07.jsonl", "seeds/1.txt"])) == ["12.txt"]
    assert list(lost(seeds, seen, [])) == ["d/1 a.txt", "3 \x07.jsonl#2", "12.txt"]
