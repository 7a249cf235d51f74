"""An article comes in; what the search knows of it goes out, and the small HTML document in which Pagefind reads that.

The sentences of a document have the ids that they have on the page of the article, so a word that is found leads to its
sentence. Its name is the day, the language and the page: what is shown with each result, and nobody looks for.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.outputs.html import NOT_HTML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import ArticleRecord, Entry, Span

FACET = "facet"
"""The one filter, of which topics, speakers, countries and years are values: a browser loads a file for each filter."""


class Text(Struct, frozen=True, gc=False, kw_only=True):
    """All of an article that the search knows; an index is made of nothing else."""

    name: str
    """`2025-11-19~en~2025~11~slug~index.html`."""
    title: str
    source: str
    """Who is credited; empty for nobody."""
    facets: tuple[str, ...]
    """What can be chosen by, such as `topic:trade`."""
    text: str
    paragraphs: tuple[tuple[Span, ...], ...]
    """Its sentences."""


def text_of(entry: Entry, record: ArticleRecord) -> Text:
    """An article as the search knows it."""
    return Text(
        name="~".join((entry.date, entry.lang, entry.path.replace("/", "~"))),  # a folder each takes longer
        title=entry.headline,
        source=entry.source or "",
        facets=tuple(f"{group}:{value}" for group, value in _facets(entry, record)),
        text=record.text,
        paragraphs=record.paragraphs,
    )


def has_words(text: Text) -> bool:
    """Whether there is anything to find; Pagefind leaves out what has no words, and fails where nothing has."""
    sentences = (text.text[span.start : span.end] for paragraph in text.paragraphs for span in paragraph)
    return any(character.isalnum() for sentence in sentences for character in sentence)


def document(text: Text) -> bytes:
    """The sentences with their ids, and in the head what is shown and chosen by; a change here is a new `FORMAT`."""
    head = '<meta charset="utf-8">\n' + "".join(
        f'<meta data-pagefind-{kind}="{name}[content]" content="{_safe(value)}">\n'
        for kind, name, value in _facts(text)
        if value
    )
    return f"<!DOCTYPE html>\n<html>\n{head}<body data-pagefind-body>\n{_body(text)}</body>\n</html>\n".encode()


def _facets(entry: Entry, record: ArticleRecord) -> Iterator[tuple[str, str]]:
    """Of a speaker only the slug: the name may become a fuller one through another article."""
    yield "year", entry.date[:4]
    yield from (("topic", ref.slug) for ref in entry.topics)
    yield from (("speaker", ref.slug) for ref in entry.speakers)
    yield from (("country", country) for country in sorted({place.country for place in record.places}))


def _facts(text: Text) -> Iterator[tuple[str, str, str]]:
    """Kind, name and value of each; the words of `meta` are found as well, so only words of the article are that."""
    yield from (("meta", "title", text.title), ("meta", "source", text.source))
    yield "sort", "date", text.name.partition("~")[0]
    yield from (("filter", FACET, facet) for facet in text.facets)


def _body(text: Text) -> str:
    numbers = iter(range(1, sum(map(len, text.paragraphs)) + 1))
    return "".join(
        "<p>"
        + "\n".join(f'<span id="s{next(numbers)}">{_safe(text.text[s.start : s.end])}</span>' for s in paragraph)
        + "</p>\n"
        for paragraph in text.paragraphs
    )


def _safe(words: str) -> str:
    return escape(" ".join(NOT_HTML.sub("", words).split()))
