"""Whatever turns the direction of writing inside a headline is ended with it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sco_digest.model import Headline, Source
from sco_digest.site.direction import ended
from tests import samples
from tests.test_site import site


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("Trade grows", ""),
        ("Trade \u200fgrows", ""),
        ("Trade \u202egrows", "\u202c"),
        ("Trade \u202egrows\u202c", ""),
        ("\u2067Trade \u202bgrows", "\u202c\u2069"),
        ("\u2067Trade\u2069 \u2066grows", "\u2069"),
        ("\u202dTrade\u2069 grows", "\u202c"),
        ("Trade\u202c grows", ""),
    ],
)
def test_what_is_open_is_ended(words: str, ends: str) -> None:
    assert ended(words) == words + ends


def test_headline_and_source_of_an_article_are_ended() -> None:
    record = replace(samples.plain(1), headline=Headline("Trade \u202egrows"), source=Source("Lake \u2067Post"))
    (entry,) = site(record).entries
    assert (entry.headline, entry.source) == ("Trade \u202egrows\u202c", "Lake \u2067Post\u2069")
