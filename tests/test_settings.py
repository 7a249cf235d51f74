"""`site.yaml` as people write it comes in; settings, and one clear line for each mistake, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sco_digest.errors import one_line
from sco_digest.model import Settings
from sco_digest.settings import UNTITLED, load_settings
from tests.projects import ROOT

if TYPE_CHECKING:
    from pathlib import Path


REPORT = "write it as mailto:desk@example.org?subject={title}&body={url}"


def load(folder: Path, text: str | bytes) -> tuple[Settings, list[str]]:
    """Write `site.yaml`, load it, and print its problems as the user sees them, from the file on."""
    (folder / "site.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    settings, problems = load_settings(folder, ("en", "ru"))
    lines = [one_line(one.message, path=one.path, line=one.line, mend=one.mend) for one in problems]
    return settings, [line.removeprefix(f"{folder}/") for line in lines]


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    settings, problems = load(
        tmp_path,
        """
        # Our site
        title: River News
        tagline: What the countries of the Three Rivers decide
        description: >
          Every figure
          with its words.
        base_url: https://example.org/digest/
        report: mailto:desk@example.org?subject={title}&body={url}
        feed_id: tag:example.org,2025:digest
        language: en
        other_languages: [ru]
        publisher: "Rivers: a think tank"
        encoding: cp1251
        per_page: 25
        max_megabytes: 2.5
        search: no
        parts: [article, own_feeds]
        """,
    )
    assert problems == []
    assert settings == Settings(
        title="River News",
        tagline="What the countries of the Three Rivers decide",
        description="Every figure with its words.",
        base_url="https://example.org/digest/",
        report="mailto:desk@example.org?subject={title}&body={url}",
        feed_id="tag:example.org,2025:digest",
        language="en",
        other_languages=("ru",),
        publisher="Rivers: a think tank",
        encoding="cp1251",
        per_page=25,
        max_megabytes=2.5,
        search=False,
        parts=("article", "own_feeds"),
    )


def test_the_limits_are_those_that_the_page_on_security_names() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    limits = re.findall(r"^\| `(max_\w+)` \| ([\d,.]+) \|", page, re.MULTILINE)
    named = {key: float(most.replace(",", "")) for key, most in limits}
    assert named == {key: getattr(Settings(title="a"), key) for key in Settings.__struct_fields__ if "max_" in key}


def test_a_title_is_enough(tmp_path: Path) -> None:
    assert load(tmp_path, "title: River News") == (Settings(title="River News"), [])


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        pytest.param("title: 2025", "title", "2025", id="a title that is a number"),
        pytest.param("title: Да", "title", "Да", id="another script"),
        pytest.param("title: a\ntagline: no", "tagline", "no", id="Norwegian is not false"),
        pytest.param("title: a\nbase_url: http://localhost:8000", "base_url", "http://localhost:8000", id="a port"),
        pytest.param("title: a\nbase_url: ''", "base_url", "", id="no address"),
        pytest.param("title: a\ntagline:", "tagline", "", id="nothing behind the key"),
        pytest.param("title: a\nper_page: 1000", "per_page", 1000, id="the most"),
        pytest.param("title: a\nsearch: yes", "search", True, id="yes"),
        pytest.param("title: a\nsearch: False", "search", False, id="in capitals"),
        pytest.param("title: a\nmax_megabytes: 20", "max_megabytes", 20, id="whole megabytes"),
    ],
)
def test_what_is_taken_as_it_is_written(tmp_path: Path, line: str, key: str, value: object) -> None:
    settings, problems = load(tmp_path, line)
    assert problems == []
    assert getattr(settings, key) == value


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("titel: a\ntitle: b", 'site.yaml:1: unknown key "titel"; did you mean "title"?'),
        ("title: a\n\nbaseurl: b", 'site.yaml:3: unknown key "baseurl"; did you mean "base_url"?'),
        ("title: ''", 'site.yaml:1: title is empty; write a line "title: ..."'),
        ("title:", 'site.yaml:1: title is empty; write a line "title: ..."'),
        ("tagline: a", 'site.yaml:1: title is missing; write a line "title: ..."'),
        ("", 'site.yaml:1: title is missing; write a line "title: ..."'),
        ("title: [a]", 'site.yaml:1: title must be text, not a list; write a line "title: ..."'),
        ("title: a\ntagline:\n  b: c", 'site.yaml:2: tagline must be text, not a mapping; write a line "tagline: ..."'),
        ('title: "a\\u0007"', "site.yaml:1: title holds a control character; write it anew by hand"),
        ("title: a\nper_page: many", 'site.yaml:2: per_page must be a number, not text; write a line "per_page: 10"'),
        ("title: a\nper_page: 4", "site.yaml:2: per_page is 4; write a whole number from 5 to 1000"),
        ("title: a\nper_page: 1001", "site.yaml:2: per_page is 1001; write a whole number from 5 to 1000"),
        ("title: a\nper_page: 9.5", "site.yaml:2: per_page is 9.5; write a whole number from 5 to 1000"),
        (
            "title: a\nper_page: true",
            'site.yaml:2: per_page must be a number, not yes or no; write a line "per_page: 10"',
        ),
        (
            "title: a\nsearch: pagefind",
            'site.yaml:2: search must be yes or no, not text; write a line "search: true" or "search: false"',
        ),
        ("title: a\nmax_megabytes: 0", "site.yaml:2: max_megabytes is 0; write a number above 0, such as 10 or 2.5"),
        (
            "title: a\nmax_megabytes: .inf",
            "site.yaml:2: max_megabytes is .inf; write a number above 0, such as 10 or 2.5",
        ),
        (
            "title: a\nmax_megabytes: ten",
            'site.yaml:2: max_megabytes must be a number, not text; write a line "max_megabytes: 10"',
        ),
        ("title: a\ntitle: b", 'site.yaml:2: the key "title" is there twice, first on line 1; keep one of them'),
        ("title: a\n---\ntitle: b", "site.yaml:2: a second YAML document; keep one, and no line of --- in it"),
        ("title: !secret a", "site.yaml:1: a tag (!) or deep nesting is not taken here; write plain values"),
        (f"title: {'[' * 50_000}", "site.yaml:1: a tag (!) or deep nesting is not taken here; write plain values"),
        (
            "title: &a b\ntagline: *a",
            "site.yaml:2: an alias (*) is not taken here; write the value out, or put it in quotes",
        ),
    ],
)
def test_mistakes_are_named_with_line_and_mend(tmp_path: Path, text: str, problem: str) -> None:
    settings, problems = load(tmp_path, text)
    assert problems == [problem]
    assert settings.title in {"a", "b", UNTITLED}


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org",
        "https://",
        "//example.org",
        "https://a b.org",
        "https://a.org:x",
        "https://[a",
        "https://a.org/?q=1",
        "https://a.org/#top",
        "javascript:alert(1)",
        'https://a.org/">',
        "mailto:a@b.org",
    ],
)
def test_an_address_is_a_web_address(tmp_path: Path, address: str) -> None:
    settings, problems = load(tmp_path, f"title: a\nbase_url: '{address}'")
    assert problems == [f'site.yaml:2: base_url "{address}" is no web address; write it as https://example.org/digest/']
    assert settings.base_url == ""


@pytest.mark.parametrize(
    ("lines", "problem", "kept"),
    [
        ("- ru\n- ru", '4: other_languages names "ru" a second time; take the line out', ("ru",)),
        ("- en", '3: other_languages names "en" a second time; take the line out', ()),
        ("- rus", '3: other_languages "rus" is no language of the interface; did you mean "ru"?', ()),
    ],
)
def test_further_languages(tmp_path: Path, lines: str, problem: str, kept: tuple[str, ...]) -> None:
    settings, problems = load(tmp_path, f"title: a\nother_languages:\n{lines}")
    assert problems == [f"site.yaml:{problem}"]
    assert settings == Settings(title="a", other_languages=kept)


def test_a_part_that_no_site_has_is_refused(tmp_path: Path) -> None:
    settings, problems = load(tmp_path, "title: a\nparts: [article, topic, aricle]")
    assert problems == ['site.yaml:2: parts names "aricle", which no site has; did you mean "article"?']
    assert settings == Settings(title="a", parts=("article", "topic"))


def test_where_no_language_is_known_any_code_will_do(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: a\nlanguage: kk\nother_languages: [uz-Cyrl, x1]")
    settings, (problem,) = load_settings(tmp_path)
    assert (settings.language, settings.other_languages) == ("kk", ("uz-Cyrl",))
    assert problem.mend == "write a code such as en"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        *(
            (f"report: '{value}'", f'report "{value}" is no address for reports; {REPORT}')
            for value in ("desk", "mailto:desk", "javascript:alert(1)", "https://a.example/?q={who}", "ftp://a.example")
        ),
        ("feed_id: digest", 'feed_id "digest" is no tag: URI; write it as tag:example.org,2025:digest'),
        ("language: eng", 'language "eng" is no language of the interface; did you mean "en"?'),
        ("language: EN", 'language "EN" is no language of the interface; did you mean "en"?'),
        ("language: no", 'language "no" is no language of the interface; known here: en, ru'),
        *(
            (
                f"encoding: {name}",
                f'encoding "{name}" is no encoding that Python knows; write a name such as cp1252 or cp1251',
            )
            for name in ("cp12520", "Türkisch", "rot13", "utf-7", "unicode_escape", "raw_unicode_escape", "undefined")
        ),
    ],
)
def test_forms(tmp_path: Path, line: str, problem: str) -> None:
    settings, problems = load(tmp_path, f"title: a\n{line}")
    assert problems == [f"site.yaml:2: {problem}"]
    assert settings == Settings(title="a")


def test_all_problems_are_told_at_once_and_the_rest_is_kept(tmp_path: Path) -> None:
    settings, problems = load(tmp_path, "per_page: 3\ntitle: a\ncolour: red\nlanguage: EN\npublisher: b")
    assert [line.split(":")[1] for line in problems] == ["1", "3", "4"]
    assert settings == Settings(title="a", publisher="b")


def test_no_file(tmp_path: Path) -> None:
    settings, (problem,) = load_settings(tmp_path)
    assert settings == Settings(title=UNTITLED)
    assert (problem.path, problem.message) == (str(tmp_path / "site.yaml"), "there is no such file")
    assert problem.mend


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"title: a\ntagline: caf\xe9", "site.yaml:2: not UTF-8; save it as UTF-8"),
        (b"- a", 'site.yaml:1: must be lines of "key: value", not a list; known here: '),
        (b"title: a\0", "site.yaml:1: not YAML: "),
        (b"title: a\n- b", "site.yaml:2: not YAML: "),
    ],
)
def test_files_that_are_no_settings(tmp_path: Path, content: bytes, problem: str) -> None:
    settings, problems = load(tmp_path, content)
    assert problems[0].startswith(problem)
    assert settings == Settings(title=UNTITLED)


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufefftitle: a") == (Settings(title="a"), [])


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()
    _, (problem,) = load_settings(tmp_path)
    assert problem.message == "cannot be read: Is a directory"
