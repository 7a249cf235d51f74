"""Pages as files: escaped, safe, a site's own templates first, and a broken template is named with its line."""

from __future__ import annotations

import pickle
import re
from typing import TYPE_CHECKING

import pytest

from sco_digest.errors import TemplateError
from sco_digest.outputs.html import Renderer, safe_html
from sco_digest.pages import PAGE_KINDS, plan
from tests import samples
from tests.joined import build_site
from tests.rendered import EMAIL, TEMPLATES, Html, files, usual

if TYPE_CHECKING:
    from pathlib import Path


def about():
    site = build_site((), samples.content(), samples.settings())
    return next(page for page in plan(site, {}) if page.path == "about/index.html")


def renderer(templates: Path | None) -> Renderer:
    return Renderer(templates, samples.settings(), shipped=TEMPLATES, version="9.9")


def test_a_sites_own_template_wins(tmp_path):
    (tmp_path / "prose.html").write_text(
        "{% extends 'base.html' %}{% block content %}<p>Mine {{ title }}</p>{% endblock %}"
    )
    (tmp_path / "style.css").write_text("body { color: red }")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.woff2").write_bytes(b"font")
    (tmp_path / "notes.txt").write_text("not for the world")
    found = files((), templates=tmp_path)
    assert b"<p>Mine About</p>" in found["about/index.html"]
    assert found["style.css"] == b"body { color: red }"
    assert found["fonts/own.woff2"] == b"font"
    assert found["icon.svg"] == (TEMPLATES / "icon.svg").read_bytes()
    assert "notes.txt" not in found


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("{{ title }}\n{{ titel }}", 2, "'titel' is undefined"),
        ("{{ title }}\n{% if %}", 2, "Expected an expression"),
        ("\n\n{{ page.kindd }}", 3, "has no attribute 'kindd'"),
        ("{{ title | day }}", 1, "Invalid isoformat string"),
        ("{{ title }}\n{% include 'other.html' %}", 2, 'there is no template "other.html"'),
        ("\n{{ 10 ** 5000 }}", 0, "cannot be compiled: Exceeds the limit"),
        (f"{{{{ 1{'0' * 5000} }}}}", 0, "cannot be compiled: Exceeds the limit"),
        ("\n{{ 'a'.encode('utf-16').decode() }}", 2, "can't decode byte 0xff"),
        ("{{ '%(price)s' % page }}", 1, "format requires a mapping"),
        ("{{ '%(price)s' % {'title': title} }}", 1, "there is no 'price'"),
    ],
    ids=[
        "a wrong name",
        "a wrong word of Jinja",
        "a wrong part",
        "a filter that refuses",
        "a template that is not there",
        "a power that is too large",
        "a number that is too long",
        "bytes that are no text",
        "a format that needs names",
        "a name that a format lacks",
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path, template, line, message):
    (tmp_path / "prose.html").write_text(template)
    with pytest.raises(TemplateError) as caught:
        renderer(tmp_path).render(about())
    assert message in caught.value.message
    assert caught.value.line == line
    assert caught.value.path in {"", str(tmp_path / "prose.html")}
    assert caught.value.mend or "Expected" in message


def test_a_page_that_people_wrote_is_named_by_its_file():
    assert renderer(None).render(about()).origin == "content/pages/about.md"


def test_an_error_that_is_no_templates_stays_what_it_is():
    with pytest.raises(AttributeError):
        renderer(None).render(None)


def test_a_renderer_goes_to_another_process():
    page = about()
    there = pickle.loads(pickle.dumps(renderer(None)))  # noqa: S301
    again = pickle.loads(pickle.dumps(page))  # noqa: S301
    assert there.render(again) == renderer(None).render(page)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** [b](https://b.example)", '<p><strong>a</strong> <a href="https://b.example" rel="noopener">b</a></p>'),
        ("<script>alert(1)</script>x", "\n<p>x</p>"),
        ("[x](javascript:alert(1))", '<p><a rel="noopener">x</a></p>'),
        ("[x](java\x01script:alert(1))", '<p><a rel="noopener">x</a></p>'),
        ("[x](\x1fjavascript:alert(1))", '<p><a rel="noopener">x</a></p>'),
        ('<a href="java&#1;script:alert(1)">x</a>', '<p><a rel="noopener">x</a></p>'),
        ('<a href="javascript&#x7f;:alert(1)">x</a>', '<p><a rel="noopener">x</a></p>'),
        ('<a href="vbs\x85cript:x()">x</a>', '<p><a rel="noopener">x</a></p>'),
        ("a\x1bb", "<p>ab</p>"),
        ('<img src="x" onerror="alert(1)">', "<p></p>"),
        ('<p style="color:red" onclick="x()">a</p>', "<p>a</p>"),
        ("[b](../b/)", '<p><a href="../b/index.html" rel="noopener">b</a></p>'),
        ("[b](../b/?q#c)", '<p><a href="../b/index.html?q#c" rel="noopener">b</a></p>'),
        ("[b](#c)", '<p><a href="#c" rel="noopener">b</a></p>'),
        ("[b](https://b.example/c/)", '<p><a href="https://b.example/c/" rel="noopener">b</a></p>'),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
    ],
)
def test_markdown_of_people_is_made_safe(text, html):
    assert safe_html(text) == html


@pytest.mark.parametrize("address", ["http://[owned.example/", "http://owned.example]/", "//["])
def test_an_address_that_is_none_costs_nothing(address, capsys):
    assert "word" in safe_html(f"<img src='{address}'>[word]({address})<a href='{address}'>a</a>")
    assert capsys.readouterr().err == ""


def test_every_page_kind_has_its_template():
    assert {f"{kind}.html" for kind in PAGE_KINDS} <= {file.name for file in TEMPLATES.glob("*.html")}


def test_no_template_calls_anything_safe():
    assert not [file.name for file in TEMPLATES.glob("*.html") if re.search(r"\|\s*safe\b", file.read_text())]


HOSTILE = {path: data for path, data in usual().items() if path.endswith(".html")}


def test_characters_that_nobody_can_see_are_dropped():
    assert not [path for path, data in HOSTILE.items() if {"\x0b", "\x01"} & set(data.decode())]


@pytest.mark.parametrize("path", HOSTILE)
def test_nothing_of_a_seed_becomes_markup(path):
    page = Html(HOSTILE[path])
    scripts = page.all("script")
    ours = {"../" * path.count("/") + file.name for file in TEMPLATES.glob("*.js")}
    assert all(script == {"type": "application/ld+json"} or script["src"] in ours for script in scripts)
    assert len(scripts) == HOSTILE[path].count(b"</script>")
    assert not page.all("img")
    assert not page.all("b")
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or (name == "style" and path != EMAIL)]
    assert all(not link.startswith(("javascript:", "http://evil", "data:")) for link in page.links)


def test_the_words_of_a_hostile_text_are_shown_as_they_came():
    page = Html(HOSTILE["2025/10/script-alert-x-script-quoted/index.html"])
    assert "</script><img src=x onerror=alert(1)> {{ 7*7 }} <script>alert('x')</script>." in page.text
