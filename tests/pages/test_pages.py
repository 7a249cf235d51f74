"""The whole site, page by page: nothing is missing, every link leads somewhere, every fact leads to its words."""

from __future__ import annotations

import json
import posixpath
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import get_args
from urllib.parse import unquote, urlsplit

import pytest
from msgspec.structs import replace
from pyld import jsonld

from sco_digest.model import Date, Part
from sco_digest.pages import PAGE_KINDS, plan
from tests import samples
from tests.joined import at_hand, build_site
from tests.rendered import EMAIL, Html, files, usual

FOUND = usual()
HTML = {path: Html(data) for path, data in FOUND.items() if path.endswith(".html") and path != EMAIL}
SEED = "2025/11/adylbek-kasymaliev-participated-in-the-24th-meeting-of-the-council-of-heads-of/index.html"
FERRY = "2025/10/lake-states-agree-on-a-ferry/index.html"
SHELVES = {"topic": "topics", "speaker": "speakers", "country": "countries", "project": "projects"}
INSIDE = sorted(path for path in HTML if path != "404.html")


def targets(path):
    """Every link of a page that stays on the site, as the file and the fragment that it names."""
    for link in HTML[path].links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        yield file, parts.fragment


def section(path, heading, until="<h2"):
    """The source of a page from a heading to the next."""
    return FOUND[path].decode().partition(heading)[2].partition(until)[0]


def section_of(data, heading):
    return data.decode().partition(heading)[2].partition("</section>")[0]


def test_every_kind_of_page_is_there():
    records = (*samples.records(), *samples.exports())
    site = build_site(records, samples.content(), samples.settings())
    assert {page.kind for page in plan(site, at_hand(records))} == set(PAGE_KINDS)


@pytest.mark.parametrize("part", get_args(Part))
def test_a_part_that_is_left_out_is_not_made(part):
    records = (*samples.records(), *samples.exports())
    kept = tuple(one for one in get_args(Part) if one != part)
    site = build_site(records, samples.content(), samples.settings(parts=kept))
    assert {page.kind for page in plan(site, at_hand(records))} == set(PAGE_KINDS) - {part}


@pytest.mark.parametrize(
    ("part", "file"),
    [
        ("data", r"data/[a-z.]+"),
        ("series", r"statistics/.+/data\.csv"),
        ("digest", r"digests/(feed|latest)\.[a-z]+"),
        ("digests", r"digests/feed\.[a-z]+"),
        *((kind, rf"{shelf}/.+/feed\.(xml|json)") for kind, shelf in SHELVES.items()),
        ("own_feeds", r"[a-z]+/(.+/)?feed\.(xml|json)"),
    ],
)
def test_what_stands_beside_pages_is_left_out_with_them(part, file):
    kept = tuple(one for one in get_args(Part) if one != part)
    records = (*samples.records(), *samples.exports())
    everything, found = files(records), files(records, samples.settings(parts=kept))
    beside = {path for path in everything if not path.endswith(".html")}
    assert beside - set(found) == {path for path in beside if re.fullmatch(file, path)} != set()


def test_the_list_of_all_articles_is_the_front_page_where_there_is_no_other():
    kept = tuple(one for one in get_args(Part) if one != "home")
    found = files(settings=samples.settings(parts=kept))
    assert "articles/index.html" in FOUND
    assert "articles/index.html" not in found
    assert "<h1>Articles</h1>" in found["index.html"].decode()


@pytest.mark.parametrize("path", INSIDE)
def test_every_link_and_fragment_leads_somewhere(path):
    for file, fragment in targets(path):
        assert file in FOUND, f"{path} links to {file}"
        assert not fragment or fragment in HTML[file].ids, f"{path} links to {file}#{fragment}"


@pytest.mark.parametrize("path", HTML)
def test_ids_are_unique(path):
    assert len(set(HTML[path].ids)) == len(HTML[path].ids)


@pytest.mark.parametrize("path", HTML)
def test_every_page_says_what_it_is(path):
    page = HTML[path]
    assert len(page.all("h1")) == 1
    assert page.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert len(page.all("main")) == len(Html(FOUND[path].partition(b"</head>")[0]).all("title")) == 1
    assert page.all("meta", name="description")[0]["content"]
    assert page.all("meta", property="og:title")
    assert page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"].startswith("default-src 'none'")
    assert page.all("a", **{"class": "skip"})[0]["href"] == "#content"
    sheets = [link["href"].rpartition("/")[2] for link in page.all("link", rel="stylesheet")]
    assert sheets in (["style.css"], ["style.css", "lists.css"]) or (not sheets and len(page.all("style")) == 1)


@pytest.mark.parametrize("path", HTML)
def test_nothing_is_loaded_from_elsewhere(path):
    loading = [
        attributes for tag, attributes in HTML[path].elements if "src" in attributes or tag in {"iframe", "object"}
    ]
    scripts = {posixpath.normpath(posixpath.join(posixpath.dirname(path), found["src"])) for found in loading}
    assert scripts <= {file for file in FOUND if file.endswith(".js")}
    links = [link for link in HTML[path].all("link") if link["rel"] in {"stylesheet", "icon", "preload"}]
    assert all(not urlsplit(link["href"]).netloc for link in links)


@pytest.mark.parametrize("path", INSIDE)
def test_headings_leave_out_no_level(path):
    levels = [int(tag[1]) for tag, _ in HTML[path].elements if tag in {"h1", "h2", "h3", "h4"}]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_order_of_the_records_is_nothing():
    assert files(samples.records()[::-1]) == FOUND


def test_a_site_without_articles_is_a_site():
    found = files(())
    assert b"There are no articles yet." in found["index.html"]
    assert b"No article treats this yet." in found["topics/trade/index.html"]
    assert {"feed.xml", "data/records.jsonl", "speakers/index.html"} <= found.keys()


def test_the_page_for_errors_can_be_shown_at_any_depth():
    found = files((), samples.settings(base_url="https://a.example/digest/"))
    page = Html(found["404.html"])
    assert page.all("link", rel="stylesheet")[0]["href"] == "/digest/style.css"
    assert not page.all("style"), "the stylesheet is enough"
    assert b"unsafe" not in found["404.html"]
    assert all(link.startswith(("/digest/", "#")) for link in page.links)
    assert not page.all("link", rel="canonical")


def test_the_page_for_errors_brings_its_own_style_and_asks_for_nothing_that_it_may_not_find():
    page = HTML["404.html"]
    assert len(page.all("style")) == 1
    assert not [link for link in page.all("link") if link["rel"] in {"stylesheet", "icon"}]
    style = FOUND["404.html"].partition(b"<style>")[2].partition(b"</style>")[0]
    allowed = f"style-src 'self' 'sha256-{b64encode(sha256(style).digest()).decode()}';"
    assert allowed in page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]


@pytest.mark.parametrize("path", INSIDE)
def test_no_other_page_has_styles_of_its_own(path):
    assert not HTML[path].all("style")
    assert "'unsafe" not in HTML[path].all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]


def test_the_address_of_a_page_is_its_folder():
    page = Html(files((), samples.settings(base_url="https://a.example/digest"))["topics/trade/index.html"])
    assert page.all("link", rel="canonical")[0]["href"] == "https://a.example/digest/topics/trade/"
    assert not HTML["topics/trade/index.html"].all("link", rel="canonical")


def test_the_menu_says_where_one_is():
    assert [link["href"] for link in HTML["topics/index.html"].all("a", **{"aria-current": "page"})] == [
        "../topics/index.html"
    ]
    assert [link["href"] for link in HTML["topics/trade/index.html"].all("a", **{"aria-current": "true"})] == [
        "../../topics/index.html"
    ]


# ---- the article -----------------------------------------------------------------------------------------------------


def test_every_sentence_has_a_permalink():
    page = HTML[SEED]
    sentences = [element["id"] for element in page.all("span", **{"class": "sentence"})]
    assert sentences == [f"s{number}" for number in range(1, 22)]
    links = page.all("a", **{"class": "permalink"})
    assert [link["href"] for link in links] == [f"#{name}" for name in sentences]
    assert links[3]["aria-label"] == "Link to sentence 4"


def test_the_text_is_there_as_it_came():
    words = section(SEED, 'id="text"', "<aside")
    shown = Html(words.encode()).text
    record = samples.seed()
    for paragraph in record.text[record.body :].split("\n\n"):
        plain = "".join(character for character in paragraph if character.isalpha())
        assert plain in "".join(character for character in shown if character.isalpha())


def test_facts_are_marked_in_place():
    words = section(SEED, 'id="s19"', "</p>")
    assert '<mark class="statement direct figure">3.5-fold</mark>' in words
    assert '<mark class="statement direct area">trade turnover</mark>' in words
    assert '<mark class="statement">' in section(SEED, 'id="s4"', "</p>")
    assert '<mark class="source">Cabinet of Ministers’ press service</mark>' in section(SEED, 'id="s2"', "</p>")
    assert '<mark class="cue">added</mark>' in words
    assert '<mark class="figure">from five to one hour</mark>' in section(SEED, 'id="s8"', "</p>")


def test_crossing_facts_are_marked_in_place():
    words = section(FERRY, 'id="s2"', "</span>")
    assert '<mark class="statement area">ferry to </mark><mark class="statement place area">Port</mark>' in words


def test_the_line_above_the_text_is_shown_where_the_date_was_read_from_it():
    assert '<p class="head" id="head" dir="auto">date 2025-11-19</p>' in FOUND[SEED].decode()
    assert "head" not in HTML[FERRY].ids


def test_what_is_above_the_text_is_shown_whole():
    assert "title: Ferry opens" in HTML["2024/12/ferry-opens/index.html"].text


def test_the_panel_names_who_and_where():
    panel = section(SEED, "<aside", "</aside>")
    assert "Chairman of the Cabinet of Ministers of Kyrgyzstan" in panel
    assert "KG" not in panel, "the role names the country already"
    assert [f'<a href="#s{number}" aria-label="sentence {number}">' in panel for number in (4, 18, 19)] == [True] * 3
    assert "confidence 0.8" in panel


def test_figures_are_a_table_with_the_way_to_each_sentence():
    table = section(SEED, "<tbody>", "</tbody>")
    rows = table.split("</tr>")[:-1]
    assert [row.count("<td") for row in rows] == [5] * 4
    assert all(f'href="#s{number}"' in row for row, number in zip(rows, (8, 19, 20, 21), strict=True))
    assert '<span aria-hidden="true">↓</span><span class="hidden">fell</span>' in rows[0]
    assert "2020–2024" in rows[1]
    assert "year inferred" in rows[2]
    assert "≈\xa08\xa0million\xa0citizens" in rows[3]


def test_where_the_text_came_from_is_said():
    text = HTML[SEED].text
    assert samples.seed().sha256 in text
    assert "sco-digest 9.9" in text


def test_dublin_core_and_open_graph():
    page = HTML[SEED]
    assert page.all("meta", name="DC.creator")[0]["content"] == "Cabinet of Ministers’ press service"
    assert [meta["content"] for meta in page.all("meta", name="DC.subject")] == [
        "Trade",
        "Transport",
        "Finance",
        "Digital",
    ]
    assert page.all("meta", property="og:type")[0]["content"] == "article"
    assert page.all("meta", property="article:published_time")[0]["content"] == "2025-11-19"


CONTEXT = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}


def expanded(data):
    """JSON-LD of a page as a library reads it, with a context that needs no network."""
    source = data.decode().partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    loader = {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": "", "document": CONTEXT}
    (article,) = jsonld.expand(json.loads(source), {"documentLoader": lambda _url, _options: loader})
    return article


def test_linked_data_is_read_by_a_library():
    article = expanded(files([samples.seed()], samples.settings(base_url="https://a.example"))[SEED])
    assert article["@type"] == ["https://schema.org/NewsArticle"]
    assert article["https://schema.org/datePublished"] == [{"@value": "2025-11-19"}]
    assert article["https://schema.org/url"][0]["@id"] == f"https://a.example/{SEED.removesuffix('index.html')}"
    people = [
        thing for thing in article["https://schema.org/mentions"] if thing["@type"] == ["https://schema.org/Person"]
    ]
    assert [person["https://schema.org/name"][0]["@value"] for person in people] == ["Adylbek Kasymaliev"]
    assert "http://cv.iptc.org/newscodes/mediatopic/20000385" in str(article["https://schema.org/about"])


def test_an_organisation_is_called_one_and_has_no_role():
    seed = samples.seed()
    body = replace(seed.speakers[0], slug="skyra", name="Skyra", kind="organisation", role=None, main=False)
    found = files([replace(seed, speakers=(*seed.speakers, body))])
    assert '<p class="deck">Organisation</p>' in found["speakers/skyra/index.html"].decode()
    assert "1 person, 1 organisation" in found["speakers/index.html"].decode()
    assert '<td class="role">Organisation' in found["speakers/index.html"].decode()
    assert '<p class="role">Organisation</p>' in found[SEED].decode()
    mentioned = expanded(found[SEED])["https://schema.org/mentions"]
    assert [thing["https://schema.org/name"][0]["@value"] for thing in mentioned if "Organization" in str(thing)] == [
        "Skyra"
    ]


def test_a_code_that_two_topics_share_is_named_once():
    seed, wanted = samples.seed(), samples.content()
    trade, transport, *others = wanted.vocabulary.topics
    shared = (trade, replace(transport, iptc=trade.iptc), *others)
    site = build_site([seed], replace(wanted, vocabulary=replace(wanted.vocabulary, topics=shared)), samples.settings())
    (page,) = [page for page in plan(site, at_hand([seed])) if page.kind == "article"]
    terms = [thing for thing in page.context.linked_data["about"] if thing["@type"] == "DefinedTerm"]
    assert [(term["termCode"], term["name"]) for term in terms if term["termCode"] in trade.iptc] == [
        (code, "Trade") for code in trade.iptc
    ]


def test_linked_data_of_a_hostile_text_is_what_it_says():
    article = expanded(FOUND["2025/10/script-alert-x-script-quoted/index.html"])
    assert article["https://schema.org/headline"] == [{"@value": f'{samples.HOSTILE} & "quoted"'}]


# ---- the other pages -------------------------------------------------------------------------------------------------


def test_home_shows_the_newest_week_and_what_came_before():
    week, before = section("index.html", 'id="week"'), section("index.html", 'id="earlier"', "</main>")
    assert HTML["index.html"].text.index("Week 47, 17") > 0
    assert SEED in week
    dates = [time["datetime"] for time in Html(before.encode()).all("time")]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < "2025-11-17"
    assert f'<a class="amount" href="{SEED}#s8">5' in FOUND["index.html"].decode(), (
        "where nothing moved, the latest figures"
    )


def test_home_names_the_figures_that_moved():
    source = files((*samples.exports(), samples.seed()))["index.html"].decode()
    assert 'id="moved"' not in source, "the newest value of the exports is older than a month"
    undisputed = [record for record in samples.exports() if record.id != "exports/three"]
    source = files(undisputed)["index.html"].decode()
    assert "higher than before" in source
    assert "statistics/export-usd-fi/index.html" in source


def test_home_leads_into_the_archive():
    page = Html(section("index.html", '"ways-in"', "<figure").encode())
    assert {"topics/trade/index.html", "speakers/adylbek-kasymaliev/index.html", "countries/kg/index.html"} <= set(
        page.links
    )
    assert "topics/tourism/index.html" not in page.links, "no article treats it"


def test_a_page_behind_has_no_introduction():
    assert "as people wrote it" not in HTML["topics/transport/page/1/index.html"].text
    assert "as people wrote it" in HTML["topics/transport/index.html"].text


def test_the_railway_is_found_on_the_page_of_transport():
    source = FOUND["topics/transport/index.html"].decode()
    assert 'China-Kyrgyzstan-Uzbekistan <mark class="area">railway</mark>' in source
    assert f'<a href="../../{SEED}#s10">Sentence 10</a>' in source


def test_a_topic_shows_figures_speakers_and_codes():
    source = FOUND["topics/trade/index.html"].decode()
    assert f'href="../../{SEED}#s19">×' in source
    assert 'href="../../speakers/adylbek-kasymaliev/index.html"' in source
    assert (
        'rel="noopener external" href="http://cv.iptc.org/newscodes/mediatopic/20000385">medtop:20000385</a>' in source
    )


def test_topics_without_articles_are_listed_too():
    assert "Tourism" in HTML["topics/index.html"].text
    assert "No article treats this yet." in HTML["topics/tourism/index.html"].text


def test_a_speaker_has_every_statement_with_date_verb_and_sentence():
    source = FOUND["speakers/adylbek-kasymaliev/index.html"].decode()
    assert source.count("<blockquote") == 3
    assert f'<a href="../../{SEED}#s4" lang="en" dir="auto">' in source
    assert 'indirect, <q lang="en">emphasized</q>' in source
    assert '<time datetime="2025-11-19">19 November 2025</time>' in source


def test_what_a_speaker_says_stands_under_each_policy_area_it_is_of():
    record = samples.overlapping()
    site = build_site([record], samples.content(), samples.settings())
    page = next(page for page in plan(site, at_hand([record])) if page.kind == "speaker")
    quotes = [quote for article in page.context.articles for quote in article.quotes]
    found = {(group.ref, said.quote) for group in page.context.groups for said in group.said}
    assert found == {(ref, quote) for quote in quotes for ref in quote.topics or (None,)}
    assert [group.ref is None for group in page.context.groups] == sorted(
        group.ref is None for group in page.context.groups
    )


def test_a_speaker_without_statements_is_listed_all_the_same():
    from_name = samples.overlapping()
    silent = type(from_name.speakers[0])(slug="mute", name="Mute One", mentions=from_name.speakers[0].mentions)
    found = files([samples.record("mute", from_name.text, "2025-01-01", "Mute", speakers=(silent,))])
    assert b"Named, without a statement" in found["speakers/mute/index.html"]


def test_all_figures_are_in_the_table_over_its_pages():
    pages = [path for path in HTML if path.startswith("statistics/")]
    rows = sum(section(path, "<tbody>", "</table>").count("<tr ") for path in pages)
    assert rows == sum(len(record.statistics) for record in samples.records())
    assert not [path for path in pages if section(path, "<tbody>", "</table>").count("<tr ") > 20], "twice ten at most"


def test_a_figure_without_subject_is_not_given_its_value_as_one():
    row = next(row for row in section(FERRY, "<tbody>", "</tbody>").split("</tr>") if "200–250" in row)
    assert '<span class="unsaid">not stated</span>' in row
    assert "200 to 250 cars" not in row


FACTS = {
    "headline": (SEED, '<p class="from">Headline: <a class="quiet" href="#s1">sentence 1</a></p>'),
    "source": (SEED, '<dt>Source</dt><dd><a class="quiet" href="#s2">sentence 2</a></dd>'),
    "date": (SEED, '<dt>Date</dt><dd><a class="quiet" href="#head">above the text</a></dd>'),
    "role": (SEED, '<a class="quiet" href="#s1">Chairman of the Cabinet of Ministers of Kyrgyzstan</a>'),
    "country": ("2024/12/ferry-opens/index.html", '<a class="quiet" href="#s1">Finland</a> <abbr'),
    "role in the list": ("speakers/index.html", f'<a class="quiet" href="../{FERRY}#s2">Minister</a>'),
    "country in the list": ("speakers/index.html", 'href="../2024/12/ferry-opens/index.html#s1">Finland</a>'),
    "role of a speaker": ("speakers/ilva-torn/index.html", f'<a class="quiet" href="../../{FERRY}#s2">Minister</a>'),
    "country of a speaker": (
        "speakers/ilva-torn/index.html",
        '<span><a class="quiet" href="../../2024/12/ferry-opens/index.html#s1">Finland</a></span>',
    ),
}


@pytest.mark.parametrize(("path", "link"), FACTS.values(), ids=FACTS)
def test_every_fact_leads_to_its_sentence(path, link):
    assert link in FOUND[path].decode()


def test_a_headline_that_was_cut_from_the_lead_says_so():
    seed = samples.seed()
    found = files([replace(seed, headline=replace(seed.headline, derived=True))])
    assert b'Headline cut from <a class="quiet" href="#s1">sentence 1</a>' in found[SEED]


def test_a_text_without_sentences_is_what_its_facts_lead_to():
    seed = samples.seed()
    page = Html(files([replace(seed, paragraphs=(), date=Date("2025-11-19"))])[SEED])
    assert "Headline: the text" in page.text
    assert {link for link in page.links if link.startswith("#")} <= {f"#{name}" for name in page.ids}


def test_home_shows_the_date_of_each_figure_and_no_subject_that_is_only_its_unit():
    ferry = samples.overlapping()
    cars = samples.figure(
        ferry.text, "200 to 250 cars", low=200.0, high=250.0, unit="car", kind="count", subject="cars"
    )
    (shown,) = section_of(files([replace(ferry, statistics=(cars,))])["index.html"], 'class="band"').split("</li>")[:-1]
    assert '<time datetime="2025-10-02">2 October 2025</time>' in shown
    assert f'href="{FERRY}#' in shown
    assert 'class="subject"' not in shown


def test_the_archive_counts():
    assert "November 1" in " ".join(HTML["archive/index.html"].text.split())
    assert "August 13" in " ".join(HTML["archive/2025/index.html"].text.split())
    assert "<title>August 2025 · SCO Digest</title>" in FOUND["archive/2025/08/index.html"].decode()
    assert "archive/2025/08/page/1/index.html" in FOUND


def test_prose_is_markdown_made_safe():
    assert "<li>one</li>" in FOUND["about/index.html"].decode()
    assert "evil" not in FOUND["method/index.html"].decode()


def test_names_from_right_to_left():
    source = FOUND["speakers/lyth-lwhmy/index.html"].decode()
    assert "<bdi>ليث الوهمي</bdi>" in source
    assert '<blockquote lang="ar" dir="auto">' in source


def test_only_the_search_may_run_webassembly():
    allowed = {path for path in HTML if b"'wasm-unsafe-eval'" in FOUND[path]}
    assert allowed == {"search/index.html"}


def test_a_topic_has_fewer_articles_on_a_page_since_each_brings_its_passages():
    records = [samples.plain(number) for number in range(1, 60)]
    site = build_site(records, samples.content(), samples.settings(per_page=40))
    shown = [len(page.context.articles) for page in plan(site, at_hand(records)) if page.kind == "topic"]
    assert 10 < max(shown) < 20
    assert sum(shown) == sum(len(shelf.entries) for shelf in site.topics)
