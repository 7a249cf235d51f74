"""Feeds: read by a feed reader, with ids that never change, and well formed whatever a text holds."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import feedparser
import pytest
from msgspec.structs import replace

from sco_digest.outputs.feeds import IN_LIST, NEWEST
from tests import samples
from tests.hostile.parsed import one_json, xml
from tests.rendered import files, usual

FOUND = files(settings=samples.settings(base_url="https://a.example/digest"))
RELATIVE = usual()
FOLDERS = sorted(path.removesuffix("feed.xml") for path in FOUND if path.endswith("feed.xml"))


def test_the_site_each_topic_speaker_country_and_project_and_the_digests_have_both():
    shelves = (path.removesuffix("index.html") for path in FOUND if is_shelf(path))
    assert sorted(["", "digests/", *shelves]) == FOLDERS
    assert {f"{folder}feed.json" for folder in FOLDERS} <= FOUND.keys()


def is_shelf(path):
    parts = path.split("/")
    return len(parts) == 3 and parts[0] in {"topics", "speakers", "countries", "projects"} and parts[2] == "index.html"


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_reader_understands_it(folder):
    feed = feedparser.parse(FOUND[f"{folder}feed.xml"])
    items = json.loads(FOUND[f"{folder}feed.json"])["items"]
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.link == f"https://a.example/digest/{folder}"
    assert [entry.id for entry in feed.entries] == [item["id"] for item in items]
    assert [entry.link for entry in feed.entries] == [item["url"] for item in items]
    assert [entry.title for entry in feed.entries] == [item["title"] for item in items] or "script" in str(items)


def test_what_an_entry_says():
    entry = feedparser.parse(FOUND["feed.xml"]).entries[0]
    assert entry.id == "tag:sco-digest,2025:site/000_27a9d2d221f48fca"
    assert entry.updated == entry.published == "2025-11-19T00:00:00Z"
    assert entry.author == "Cabinet of Ministers’ press service"
    assert [tag.label for tag in entry.tags] == ["Trade", "Transport", "Finance", "Digital"]
    assert f'<a href="{entry.link}#s19">3.5-fold</a>' in entry.content[0].value
    assert "Adylbek Kasymaliev</a>, Chairman of the Cabinet" in entry.content[0].value


def test_ids_do_not_depend_on_the_address():
    def ids(data):
        return [entry.id for entry in feedparser.parse(data).entries]

    assert ids(FOUND["feed.xml"]) == ids(RELATIVE["feed.xml"])
    assert ids(FOUND["topics/trade/feed.xml"]) == ids(RELATIVE["topics/trade/feed.xml"])


def test_without_an_address_links_are_relative_to_the_feed():
    (link,) = {item["url"] for item in json.loads(RELATIVE["topics/finance/feed.json"])["items"]}
    assert link.startswith("../../2025/11/")
    assert json.loads(RELATIVE["feed.json"])["items"][0]["url"].startswith("2025/11/")


def test_a_topic_without_articles_has_a_feed_without_entries():
    feed = feedparser.parse(FOUND["topics/tourism/feed.xml"])
    assert (feed.bozo, feed.entries, feed.feed.updated) == (False, [], "1970-01-01T00:00:00Z")


def test_only_the_newest():
    found = files([samples.plain(number) for number in range(NEWEST + 9)])
    assert len(feedparser.parse(found["feed.xml"]).entries) == NEWEST


def test_an_entry_says_how_many_facts_more_the_article_has():
    one = samples.plain(1)
    (figure, *_) = one.statistics
    (entry,) = feedparser.parse(files([replace(one, statistics=(figure,) * (IN_LIST + 7))])["feed.xml"]).entries
    items = re.findall('<li><a href="([^"]*)">([^<]*)</a>', entry.content[0].value)
    assert [words for _, words in items].count(figure.surface) == IN_LIST
    assert items[-1] == (entry.link, "… +7")
    (entry,) = feedparser.parse(files([replace(one, statistics=(figure,) * IN_LIST)])["feed.xml"]).entries
    assert "… +" not in entry.content[0].value


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_of_a_seed_becomes_markup(folder):
    """As a reader of feeds takes what stands in an item for HTML."""
    assert list(xml(RELATIVE[f"{folder}feed.xml"])) == []
    assert list(one_json(RELATIVE[f"{folder}feed.json"])) == []


def test_characters_that_no_xml_may_hold_are_dropped():
    entries = ET.fromstring(FOUND["feed.xml"]).iter("{http://www.w3.org/2005/Atom}entry")  # noqa: S314
    (text,) = ["".join(entry.itertext()) for entry in entries if "hos/" in "".join(entry.itertext())]
    assert samples.HOSTILE in text
    assert not {"\x0b", "\x01"} & set(text)


def test_json_feed_says_what_it_is():
    feed = json.loads(FOUND["speakers/ilva-torn/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "Ilva Torn · SCO Digest"
    assert feed["feed_url"] == "https://a.example/digest/speakers/ilva-torn/feed.json"
    assert {item["date_published"][10:] for item in feed["items"]} == {"T00:00:00Z"}
