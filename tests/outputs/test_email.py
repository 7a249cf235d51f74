"""The newest digest as an e-mail: whole, self-contained, with full addresses, and readable as plain text."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from sco_digest.model import Date, Headline
from sco_digest.outputs.plain import WIDTH, plain, wrapped
from tests import samples
from tests.rendered import Html, files

SETTINGS = samples.settings(base_url="https://a.example/digest")
FOUND = files(settings=SETTINGS)
HTML, TEXT = FOUND["digests/latest.html"].decode(), FOUND["digests/latest.txt"].decode()
SEED = "https://a.example/digest/2025/11/"


def newest(record):
    """Both forms of the e-mail of a site of one article."""
    found = files([record], SETTINGS)
    return found["digests/latest.html"].decode(), found["digests/latest.txt"].decode()


@pytest.mark.parametrize("form", [Html(HTML.encode()).text, TEXT], ids=["HTML", "text"])
def test_it_tells_what_the_page_tells(form):
    words = " ".join(form.split())
    assert "Week 47, 17–23 November 2025" in words
    assert "1 article · 3 statements · 1 speaker · 4 figures" in words
    assert "Adylbek Kasymaliev participated in the 24th meeting of the Council" in words
    assert "Cabinet of Ministers’ press service" in words
    assert "Chairman of the Cabinet of Ministers of Kyrgyzstan" in words
    assert "trade and economic cooperation between Kyrgyzstan and the SCO countries is showing" in words
    assert "Kyrgyzstan’s trade turnover with SCO countries" in words
    for title in ("What happened", "Trade", "Who said what", "The figures"):
        assert title in words


@pytest.mark.parametrize("form", [HTML, TEXT], ids=["HTML", "text"])
def test_every_address_is_a_full_one(form):
    links = re.findall(r'href="([^"]*)"', form) or re.findall(r"https?://\S+", form)
    assert f"{SEED}adylbek-kasymaliev-participated-in-the-24th-meeting-of-the-council-of-heads-of/#s19" in links
    assert "https://a.example/digest/digests/2025-W47/" in links
    assert all(link.startswith("https://a.example/digest/") for link in links)
    assert "../" not in form


def test_without_a_base_url_links_lead_from_the_folder():
    page = Html(files()["digests/latest.html"])
    assert "../digests/2025-W47/index.html" in page.links
    assert all(link.startswith("../") for link in page.links)


def test_the_html_asks_for_nothing_and_runs_nothing():
    page = Html(HTML.encode())
    assert not [tag for tag, attributes in page.elements if tag in {"script", "link", "img", "iframe"}]
    assert "url(" not in HTML
    assert page.all("meta", name="color-scheme")[0]["content"] == "light dark"
    assert "max-width:600px" in HTML


def test_a_listener_finds_its_parts():
    page = Html(HTML.encode())
    assert len(page.all("main")) == len(page.all("h1")) == 1
    assert {table["role"] for table in page.all("table")} == {"presentation"}


def test_no_line_of_the_text_is_longer_than_mail_programs_show():
    lines = TEXT.splitlines()
    assert [line for line in lines if len(line) > WIDTH and "https://" not in line] == []
    assert TEXT.endswith("read\nfrom.\n")
    assert "\n\n\n\n" not in TEXT


def test_an_address_is_alone_on_its_line():
    assert [line for line in TEXT.splitlines() if "://" in line and line.split() != [line.strip()]] == []


def test_nothing_is_escaped_in_the_text_and_everything_in_the_html():
    html, text = newest(replace(samples.seed(), headline=Headline("Roads & <b>rails</b>")))
    assert "* Roads & <b>rails</b>\n" in text
    assert "Roads &amp; &lt;b&gt;rails&lt;/b&gt;" in html
    assert "&amp;" not in text


def test_it_is_in_the_first_language_of_the_site():
    found = files(settings=samples.settings(language="ru", other_languages=("en",)))
    text = found["digests/latest.txt"].decode()
    assert "Неделя 47, 17–23 ноября 2025" in text
    assert "Что произошло" in text
    assert "en/digests/latest.txt" not in found


def test_a_newer_week_takes_its_place():
    html, text = newest(replace(samples.seed(), date=Date("2025-12-29")))
    assert "Week 1, 29 December 2025" in text
    assert "Week 1, 29 December 2025" in html


def test_a_site_can_have_its_own(tmp_path):
    (tmp_path / "email.txt").write_text("{{ told.articles }} & {{ href(digest.path) }}", encoding="utf-8")
    found = files(templates=tmp_path, settings=SETTINGS)
    assert found["digests/latest.txt"] == b"1 & https://a.example/digest/digests/2025-W47/\n"


@pytest.mark.parametrize(
    ("text", "indents", "lines"),
    [
        ("word " * 20, (), ["word " * 13 + "word", "word " * 5 + "word"]),
        ("* " + "word " * 20, (0, 2), ["* " + "word " * 13 + "word", "  " + "word " * 5 + "word"]),
        ("one\n two\t three", (2,), ["  one two three"]),
        ("a" * 100, (), ["a" * 100]),
        ("x" * 68 + " 5\N{NO-BREAK SPACE}tonnes", (), ["x" * 68, "5\N{NO-BREAK SPACE}tonnes"]),
        ("", (), [""]),
    ],
    ids=["a paragraph", "an item", "blanks", "a long word", "a unit stays with its number", "nothing"],
)
def test_wrapping(text, indents, lines):
    assert wrapped(text, *indents) == "\n".join(lines)


def test_what_a_macro_escaped_is_plain_again():
    assert plain("l&#39;été &amp; après") == "l'été & après"
