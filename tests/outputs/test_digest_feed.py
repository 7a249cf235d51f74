"""The feed of digests: an entry a week, whose id stays while the week grows."""

from __future__ import annotations

import json

import feedparser
from msgspec.structs import replace

from sco_digest.model import Date
from sco_digest.outputs.digest_feed import NEWEST
from tests import samples
from tests.rendered import files

SETTINGS = samples.settings(base_url="https://a.example/digest")
FOUND = files(settings=SETTINGS)


def entries(found):
    feed = feedparser.parse(found["digests/feed.xml"])
    assert not feed.bozo, feed.get("bozo_exception")
    return feed.entries


def plain(number, day):
    return replace(samples.plain(number), date=Date(day))


def test_there_is_an_entry_for_each_week_newest_first():
    pages = sorted((path for path in FOUND if path.startswith("digests/2") and "-W" in path), reverse=True)
    assert [entry.link for entry in entries(FOUND)] == [
        f"https://a.example/digest/{path.removesuffix('index.html')}" for path in pages
    ]
    items = json.loads(FOUND["digests/feed.json"])["items"]
    assert [item["id"] for item in items] == [entry.id for entry in entries(FOUND)]


def test_what_an_entry_says():
    entry = entries(FOUND)[0]
    assert entry.id == "tag:sco-digest,2025:site/digests/2025-W47/"
    assert entry.title == "Week 47, 17–23 November 2025"
    assert entry.summary == "1 article · 3 statements · 1 speaker · 4 figures"
    assert "<h3>Trade</h3>" in entry.content[0].value
    assert 'href="https://a.example/digest/2025/11/adylbek-kasymaliev' in entry.content[0].value


def test_a_week_that_grows_keeps_its_id_and_is_updated():
    (before,) = entries(files([plain(1, "2025-12-29")]))
    (after,) = entries(files([plain(1, "2025-12-29"), plain(2, "2026-01-02")]))
    assert before.id == after.id
    assert (before.published, before.updated) == ("2025-12-29T00:00:00Z", "2025-12-29T00:00:00Z")
    assert (after.published, after.updated) == ("2025-12-29T00:00:00Z", "2026-01-02T00:00:00Z")


def test_the_feed_itself_is_named_in_the_language_of_the_site():
    feed = feedparser.parse(files(settings=samples.settings(language="ru"))["digests/feed.xml"])
    assert feed.feed.title == "Дайджесты · SCO Digest"
    assert feed.entries[0].title.startswith("Неделя 47, 17–23 ноября 2025")
    assert feed.feed.language == "ru"


def test_nothing_of_a_text_becomes_markup():
    content = files([samples.hostile()])["digests/feed.json"]
    html = json.loads(content)["items"][0]["content_html"]
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_only_the_newest():
    days = [f"{year}-{month:02}-{day:02}" for year in (2024, 2025) for month in range(1, 13) for day in (1, 15)]
    found = files([plain(number, day) for number, day in enumerate(days)])
    assert len(entries(found)) == NEWEST


def test_a_site_without_articles_has_a_feed_without_entries():
    feed = feedparser.parse(files(())["digests/feed.xml"])
    assert (feed.bozo, feed.entries, feed.feed.updated) == (False, [], "1970-01-01T00:00:00Z")
