"""One record comes in; what of it is needed to join it with the others goes out, and the record itself is let go."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from sco_digest.model import Entry, SpeakerKind  # the types of fields are read
from sco_digest.sentences import Sentences
from sco_digest.site.countries import countries_of
from sco_digest.site.direction import ended
from sco_digest.site.measures import Measure, read_measures  # the types of fields are read
from sco_digest.site.project_names import Naming, namings
from sco_digest.slugs import no_device, short_slug, slug

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sco_digest.model import AddedPlace, ArticleRecord, Span, Speaker

    Evidence = Sequence[tuple[str, Sequence[int]]]
    """Each policy area, and where its words begin."""

SUMMARY_LENGTH = 240
SUMMARY_LIMIT = 400
BESIDE = 25
"""Characters beside the date or the source that a line which only gives it has at the most."""


class Said(Struct, frozen=True, gc=False):
    """What one record tells about one of its speakers."""

    slug: str
    name: str
    kind: SpeakerKind
    role: str | None
    country: str | None
    anchor: str
    """The sentence that names the speaker first."""
    statements: int
    topics: tuple[str, ...]
    """The policy areas of each statement, one after the other."""


class Light(Struct, frozen=True, gc=False):
    """What of one record is needed to join it with the others; the record itself is let go."""

    entry: Entry
    path: str
    """The file of the article, relative to the seeds folder."""
    slug: str
    """What its headline is in an address, which others may share."""
    topics: tuple[str, ...]
    said: tuple[Said, ...]
    countries: tuple[str, ...]
    """Codes of the countries that the article is of, most named first."""
    named: tuple[str, ...]
    """Codes of all countries that it names, in their order."""
    promises: int
    """How much is proposed, promised and agreed in it."""
    projects: tuple[Naming, ...]
    """How it names its projects, in the order of the record."""
    measures: tuple[Measure, ...]
    """Figures that can be set beside those of other articles."""


def read_lightly(record: ArticleRecord, topics: Collection[str], places: tuple[AddedPlace, ...] | None = ()) -> Light:
    """The entry of a record without its address, and what its speakers say on which of the site's topics.

    `places` are those that the site adds; None where nobody asks for its figures beside those of others.
    """
    if record.date is None:
        message = f"{record.path} has no date: build sets such records aside before this stage"
        raise ValueError(message)
    sentences, first = Sentences(record), leading(record)
    headline = ended(record.headline.text.strip() or record.path)
    evidence = [(area.slug, sorted(word.start for word in area.evidence)) for area in record.policy_areas]
    entry = Entry(
        id=record.id,
        path="",
        date=date.fromisoformat(record.date.value).isoformat(),
        date_anchor=_anchor(sentences, record.date.span),
        headline=headline,
        summary=" ".join(first),
        lead_length=len(first[0]) if first else 0,
        source=ended(record.source.name) if record.source else None,
        source_anchor=_anchor(sentences, record.source.span if record.source else None),
        lang=record.lang,
        statements=sum(len(speaker.statements) for speaker in record.speakers),
        figures=len(record.statistics),
    )
    return Light(
        entry,
        record.path,
        short_slug(headline) or "article",
        tuple(area.slug for area in record.policy_areas if area.slug in topics),
        tuple(_said(speaker, evidence, sentences) for speaker in record.speakers),
        countries_of(record),
        tuple(sorted({place.country for place in record.places})),
        len(record.commitments),
        namings(record),
        () if places is None else read_measures(record, places),
    )


def _anchor(sentences: Sentences, span: Span | None) -> str:
    return sentences.anchor(span) if span else ""


def _is_inside(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the offsets, which are in their order, lies in the span."""
    place = bisect_left(starts, span.start)
    return place < len(starts) and starts[place] < span.end


def _said(speaker: Speaker, evidence: Evidence, sentences: Sentences) -> Said:
    """A speaker with the policy areas of each statement: those with evidence among its words."""
    first = next(iter(speaker.mentions), None)
    areas = [
        slug for statement in speaker.statements for slug, starts in evidence if _is_inside(starts, statement.span)
    ]
    return Said(
        slug=speaker_slug(speaker),
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        country=speaker.country,
        anchor=_anchor(sentences, first),
        statements=len(speaker.statements),
        topics=tuple(areas),
    )


def speaker_slug(speaker: Speaker) -> str:
    """The slug that the extractor gave where it is one; a name in another script gets a transliterated one."""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", speaker.slug):
        return no_device(speaker.slug)
    return slug(speaker.slug) or short_slug(speaker.name) or "unnamed"


def leading(record: ArticleRecord) -> list[str]:
    """The first sentences that are more than headline, date or source, about `SUMMARY_LENGTH` characters of them."""
    after = record.headline.span.end if record.headline.span and not record.headline.derived else 0
    words: list[str] = []
    for sentence in (sentence for paragraph in record.paragraphs for sentence in paragraph if sentence.end > after):
        following = " ".join(record.text[sentence.start : sentence.end].split())
        if not following or _only_credits(record, sentence):
            continue
        if words and len(" ".join(words)) + len(following) > SUMMARY_LENGTH:
            break
        words.append(following)
    return [_shortened(words[0]), *words[1:]] if words else []


def _shortened(words: str) -> str:
    """A sentence of more than `SUMMARY_LIMIT` characters, cut after a word."""
    return words if len(words) <= SUMMARY_LIMIT else words[:SUMMARY_LIMIT].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _only_credits(record: ArticleRecord, sentence: Span) -> bool:
    """Whether a sentence is little more than the date or the source: "Orm, 9 June 2026", "Source: Orm Post"."""
    facts = (fact.span for fact in (record.date, record.source) if fact)
    return any(
        span is not None
        and sentence.start <= span.start
        and span.end <= sentence.end
        and (sentence.end - sentence.start) - (span.end - span.start) <= BESIDE
        for span in facts
    )
