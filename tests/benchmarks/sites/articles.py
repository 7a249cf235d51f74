"""A folder of raw texts comes in; the articles and all that we read from them go out, ready-made for other programs."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sco_digest.cache import Store
from sco_digest.library import Asked, collected, read_article
from sco_digest.reading import load, read
from sco_digest.site import build_site
from sco_digest.workers import open_executor, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sco_digest.model import ArticleRecord, Entry, Ref, Span


class Statement(Struct, frozen=True):
    """Who is reported to have said what."""

    slug: str
    name: str
    role: str
    kind: str
    verb: str
    words: str


class Figure(Struct, frozen=True):
    """A figure in the words of the text."""

    surface: str
    subject: str
    period: str
    """Such as 2024-01/2024-03; empty for none."""
    slug: str
    """Of who gave it; empty for nobody."""
    name: str


class Article(Struct, frozen=True, kw_only=True):
    """An article with its facts."""

    source: str
    """The file of its text, below the seeds folder."""
    path: str
    """Folder of its page, such as `2025/11/ferry-line-opens`: the one that it has on our site."""
    title: str
    date: str
    summary: str
    credit: str
    """Outlet or press office; empty for none."""
    topics: tuple[tuple[str, str], ...]
    """Slug and name of each."""
    speakers: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    paragraphs: tuple[str, ...]

    @property
    def month(self) -> str:
        """YYYY-MM."""
        return self.date[:7]


def articles(seeds: Path, content: Path) -> tuple[Article, ...]:
    """Every text of the folder, newest first; a text that cannot be read is an error."""
    settings, owned, _ = load(content)
    documents, unread = read(seeds, settings)
    asked = Asked(owned.vocabulary, owned.corrections, series=settings.makes("series"))
    with open_executor(0, len(documents)) as executor:
        anew = partial(spread, executor, read_article, asked)
        library, problems = collected(Store(None), documents, asked, anew)
    if unread or problems:
        message = f"{len(unread + problems)} texts are set aside, such as {(unread + problems)[0]}"
        raise ValueError(message)
    site = build_site(library.lights, library, owned, settings)
    return tuple(_article(library[entry.id].record, entry) for entry in site.entries)


def with_line(article: Article, line: str) -> Article:
    """The article with a further paragraph."""
    return replace(article, paragraphs=(*article.paragraphs, line))


def shared_front(article: Article) -> dict[str, object]:
    """The front matter that is the same for every program that takes it as JSON."""
    return {
        "title": article.title,
        "date": article.date,
        "day": article.date,
        "credit": article.credit,
        "statements": article.statements,
        "figures": article.figures,
    }


def write_markdown(folder: Path, article: Article, front: str) -> None:
    """One file: the front matter as it is, then the text."""
    text = front + "\n\n".join(article.paragraphs) + "\n"
    (folder / f"{article.path.replace('/', '-')}.md").write_text(text, encoding="utf-8")


def _article(record: ArticleRecord, entry: Entry) -> Article:
    speakers = {speaker.slug: ref for speaker, ref in zip(record.speakers, entry.speakers, strict=True)}
    return Article(
        source=record.path,
        path=os.path.dirname(entry.path),  # noqa: PTH120
        title=entry.headline,
        date=entry.date,
        summary=entry.summary,
        credit=entry.source or "",
        topics=tuple((ref.slug, ref.name) for ref in entry.topics),
        speakers=tuple((ref.slug, ref.name) for ref in entry.speakers),
        statements=tuple(_statements(record, speakers)),
        figures=tuple(_figures(record, speakers)),
        paragraphs=tuple(_words(record, (part[0].start, part[-1].end)) for part in record.paragraphs if part),
    )


def _statements(record: ArticleRecord, speakers: dict[str, Ref]) -> Iterator[Statement]:
    for speaker in record.speakers:
        ref = speakers[speaker.slug]
        for one in speaker.statements:
            words = _words(record, _ends(one.span))
            yield Statement(ref.slug, ref.name, speaker.role or "", one.kind, one.verb, words)


def _figures(record: ArticleRecord, speakers: dict[str, Ref]) -> Iterator[Figure]:
    for one in record.statistics:
        ref = speakers.get(one.speaker or "")
        period = f"{one.period.start}/{one.period.end}" if one.period else ""
        subject = one.subject.text if one.subject else ""
        yield Figure(one.surface, subject, period, ref.slug if ref else "", ref.name if ref else "")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _words(record: ArticleRecord, ends: tuple[int, int]) -> str:
    return " ".join(record.text[slice(*ends)].split())
