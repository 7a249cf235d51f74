"""What the tests of series share: sentences as records, read by the rules of extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.extract import extract
from tests import samples
from tests.extract.reading import document
from tests.joined import build_site

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord, Series, Site


def article(name: str, date: str, text: str) -> ArticleRecord:
    return extract(document(text, path=f"{name}.txt", headers={"date": date}), samples.content().vocabulary)


def site_of(*articles: tuple[str, str], **wishes: object) -> Site:
    """A site of dates and texts, with these settings."""
    records = [article(f"a{number}", date, text) for number, (date, text) in enumerate(articles)]
    return build_site(records, samples.content(), samples.settings(**wishes))


def series_of(*articles: tuple[str, str]) -> tuple[Series, ...]:
    return site_of(*articles).series
