"""The words of the interface in other languages: every catalogue is whole, and a site can be in several at once."""

from __future__ import annotations

import pytest

from sco_digest.errors import TemplateError
from sco_digest.outputs.catalogue import catalogue
from sco_digest.shipped import languages
from tests import messages, samples
from tests.rendered import TEMPLATES, Html, files, usual

SHIPPED = sorted(file.stem for file in messages.LOCALE.glob("*.po"))
BOTH = files(settings=samples.settings(base_url="https://a.example/d", other_languages=("ru",)))


@pytest.mark.parametrize("language", SHIPPED)
def test_a_catalogue_has_the_messages_of_the_templates_and_no_other(language):
    assert (messages.LOCALE / f"{language}.po").read_bytes() == messages.current(language)


@pytest.mark.parametrize("language", SHIPPED)
def test_every_message_is_translated_with_the_same_variables(language):
    found = messages.load(language)
    missing = [message.id for message in found if message.id and not all(_forms(message.string))]
    assert missing == []
    assert [message.id for message in found if message.fuzzy and message.id] == []
    assert [(message.id, [str(error) for error in errors]) for message, errors in found.check()] == []


def _forms(string):
    return (string,) if isinstance(string, str) else string


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals={}; plural={};\\n"\n'
PAGES = '\nmsgid "%(num)s page"\nmsgid_plural "%(num)s pages"\nmsgstr[0] "%(num)s Seite"\nmsgstr[1] "%(num)s Seiten"\n'


@pytest.mark.parametrize(
    ("forms", "rule", "words"),
    [
        ("9999999", "0", "more than 6 forms of the plural"),
        ('1"\n"0', "0", "more than 6 forms of the plural"),
        ("2", "n % 0", "no form of the plural for 0: "),
        ("2", "100 / (n - 21)", "no form of the plural for 21: "),
    ],
)
def test_a_rule_of_plurals_that_cannot_be_is_told_where_it_stands(tmp_path, forms, rule, words):
    """Room for ten million forms would take all memory, and a rule that fails would fail on a page."""
    file = tmp_path / "locale/de.po"
    file.parent.mkdir()
    file.write_text(HEAD.format(forms, rule) + PAGES)
    with pytest.raises(TemplateError) as caught:
        catalogue("de", [tmp_path])
    assert caught.value.path == str(file)
    assert caught.value.message.startswith(f"no catalogue of gettext: {words}")


@pytest.mark.parametrize("stated", ["", "Language: \\n", "Language: xx\\n", "Language: de\\n"])
@pytest.mark.parametrize("language", ["de", "pt-BR", "zh-Hant", "be-tarask", "sr@latin", "xx"])
def test_a_rule_of_plurals_counts_whatever_the_language(tmp_path, language, stated):
    """Also where none is stated, and where nobody knows it."""
    (tmp_path / "locale").mkdir()
    head = HEAD.replace("Plural-Forms", f'{stated}"\n"Plural-Forms') if stated else HEAD
    (tmp_path / f"locale/{language}.po").write_text(head.format(2, "n == 3") + PAGES)
    words = catalogue(language, [tmp_path])
    assert [words.ngettext("%(num)s page", "%(num)s pages", n) for n in (1, 2, 3)] == [
        *["%(num)s Seite"] * 2,
        "%(num)s Seiten",
    ]


def test_each_language_has_its_pages():
    page = Html(BOTH["ru/topics/trade/index.html"])
    assert page.all("html") == [{"lang": "ru", "dir": "ltr"}]
    assert page.all("link", rel="canonical")[0]["href"] == "https://a.example/d/ru/topics/trade/"
    assert page.all("link", rel="stylesheet")[0]["href"] == "../../../style.css"
    assert "Торговля" in page.text
    assert "19 ноября 2025" in Html(BOTH["ru/topics/transport/index.html"]).text
    assert "Adylbek Kasymaliev" in page.text, "names stay as they came"


@pytest.mark.parametrize("path", ["index.html", "topics/trade/index.html", "ru/index.html"])
def test_each_page_names_its_like_in_the_other_languages(path):
    page, folder = Html(BOTH[path]), path.removeprefix("ru/").removesuffix("index.html")
    named = {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate") if "hreflang" in link}
    assert named == {"en": f"https://a.example/d/{folder}", "ru": f"https://a.example/d/ru/{folder}"}
    assert [link["hreflang"] for link in page.all("a") if link.get("hreflang")] == ["en", "ru"]


def test_a_site_in_one_language_names_no_other():
    assert "hreflang" not in usual()["index.html"].decode()


def test_what_exists_once_is_not_written_twice():
    twice = {path for path in BOTH if path.startswith("ru/") and not path.endswith(".html")}
    assert twice == set()
    assert "ru/404.html" not in BOTH


def test_the_sitemap_has_the_pages_of_every_language():
    sitemap = BOTH["sitemap.xml"].decode()
    assert "<loc>https://a.example/d/ru/topics/trade/</loc>" in sitemap
    assert "<loc>https://a.example/d/topics/trade/</loc>" in sitemap


def test_a_catalogue_of_ones_own_adds_a_language_and_wins_word_by_word(tmp_path):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/ru.po").write_text(PO.format(language="ru", word="Trade", other="Сбыт"), encoding="utf-8")
    (tmp_path / "locale/kk.po").write_text(PO.format(language="kk", word="Trade", other="Сауда"), encoding="utf-8")
    assert languages(tmp_path) == ("en", "kk", "ru")
    words = catalogue("ru", [tmp_path, TEMPLATES])
    assert (words.gettext("Trade"), words.gettext("Transport")) == ("Сбыт", "Транспорт")
    words = catalogue("kk", [tmp_path, TEMPLATES])
    assert (words.gettext("Trade"), words.gettext("Transport")) == ("Сауда", "Transport")


def test_english_needs_no_catalogue():
    assert catalogue("en", [TEMPLATES]).ngettext("%(num)s article", "%(num)s articles", 2) == "%(num)s articles"


def test_a_broken_catalogue_is_named_with_its_line(tmp_path):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/ru.po").write_text('msgid "a"\nmsgstr "b"\nnonsense\n')
    with pytest.raises(TemplateError) as caught:
        catalogue("ru", [tmp_path])
    assert (caught.value.path, caught.value.line) == (str(tmp_path / "locale/ru.po"), 3)


PO = """msgid ""
msgstr "Language: {language}\\nContent-Type: text/plain; charset=utf-8\\n"

msgid "{word}"
msgstr "{other}"
"""
