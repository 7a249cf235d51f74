"""sitemap.xml names every page by its full address; without one there is no sitemap."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from sco_digest.outputs import sitemap as module
from tests import samples
from tests.rendered import EMAIL, files, usual

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(data):
    return [loc.text for loc in ET.fromstring(data).iter(LOC)]  # noqa: S314


def test_every_page_but_the_one_for_errors_and_the_email():
    found = files(settings=samples.settings(base_url="https://a.example/d"))
    pages = {path for path in found if path.endswith(".html")} - {"404.html", EMAIL}
    assert len(addresses(found["sitemap.xml"])) == len(pages)
    assert "https://a.example/d/topics/trade/" in addresses(found["sitemap.xml"])
    assert not [where for where in addresses(found["sitemap.xml"]) if where.endswith(".html")]
    assert b"<lastmod>2025-11-19</lastmod>" in found["sitemap.xml"]
    assert found["robots.txt"].endswith(b"Sitemap: https://a.example/d/sitemap.xml\n")


def test_without_an_address():
    found = usual()
    assert "sitemap.xml" not in found
    assert found["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_a_large_site_gets_several(monkeypatch):
    monkeypatch.setattr(module, "MOST", 10)
    found = files(settings=samples.settings(base_url="https://a.example/d"))
    parts = sorted(path for path in found if path.startswith("sitemap-"))
    assert [where.rpartition("/")[2] for where in addresses(found["sitemap.xml"])] == sorted(parts, key=number)
    assert all(len(addresses(found[part])) <= 10 for part in parts)
    pages = sum(path.endswith(".html") for path in found)
    assert sum(len(addresses(found[part])) for part in parts) == pages - len({"404.html", EMAIL})


def number(path):
    return int(path.removeprefix("sitemap-").removesuffix(".xml"))


def test_an_address_that_has_to_be_escaped():
    found = files(settings=samples.settings(base_url="https://a.example/d&<e>"))
    assert "https://a.example/d&<e>/topics/trade/" in addresses(found["sitemap.xml"])
    assert found["sitemap.xml"].startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<urlset xmlns=")
    assert found["sitemap.xml"].endswith(b"</url></urlset>\n")
