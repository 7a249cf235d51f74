"""Records at hand come in, and the site that they make together goes out, without a store between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest import site
from sco_digest.library import pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import ArticleRecord, Content, Records, Settings, Site


def build_site(records: Iterable[ArticleRecord], content: Content, settings: Settings) -> Site:
    """The site of some records, each of which has a date."""
    every = tuple(records)
    slugs = {topic.slug for topic in content.vocabulary.topics}
    places = content.vocabulary.places if settings.makes("series") else None
    lights = [site.read_lightly(record, slugs, places) for record in every]
    return site.build_site(lights, at_hand(every), content, settings)


def at_hand(records: Iterable[ArticleRecord]) -> Records:
    """The records as pages and outputs ask for them."""
    return {record.id: pack(record) for record in records}
