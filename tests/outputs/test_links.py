"""The way from one file of the site to another, and to it from the rest of the world."""

from __future__ import annotations

import pytest

from sco_digest.outputs.links import address, clean, link, root
from tests.samples import settings


@pytest.mark.parametrize(
    ("path", "base_url", "expected"),
    [
        ("index.html", "", ""),
        ("topics/index.html", "", "../"),
        ("2025/11/x/index.html", "https://a.example/b", "../../../"),
        ("404.html", "", "/"),
        ("404.html", "https://a.example", "/"),
        ("404.html", "https://a.example/b/c/", "/b/c/"),
    ],
)
def test_the_way_up(path, base_url, expected):
    assert root(path, settings(base_url=base_url)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", ""),
        ("topics/index.html", "topics/"),
        ("feed.xml", "feed.xml"),
        ("2025/11/my-index.html", "2025/11/my-index.html"),
    ],
)
def test_the_world_sees_folders(path, expected):
    assert clean(path) == expected


@pytest.mark.parametrize("base_url", ["https://a.example/b", "https://a.example/b/"])
def test_full_address(base_url):
    known = settings(base_url=base_url)
    assert address("2025/11/x/index.html#s4", known) == "https://a.example/b/2025/11/x/#s4"
    assert link("feed.xml", "topics/x/feed.xml", known) == "https://a.example/b/feed.xml"


def test_without_base_url_links_are_relative():
    assert address("index.html", settings()) == ""
    assert link("2025/11/x/index.html", "topics/x/feed.xml", settings()) == "../../2025/11/x/index.html"
