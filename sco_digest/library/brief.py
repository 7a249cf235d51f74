"""A document comes in; its record as it is published goes out, and what a build needs of it at once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack

from sco_digest.aside import record_or_problem
from sco_digest.cache import value
from sco_digest.corrections import correct, missed
from sco_digest.doubt import doubts, without_doubts
from sco_digest.extract import extract
from sco_digest.facts import number_of_facts
from sco_digest.model import Doubt, Limits, Problem, Reading
from sco_digest.site import Light, read_lightly
from sco_digest.variants import Known, people_of

if TYPE_CHECKING:
    from sco_digest.model import ArticleRecord, Correction, Document, Outline, Vocabulary


class Asked(Struct, frozen=True, dict=True):
    """What records are read by, beside their texts and the program."""

    vocabulary: Vocabulary
    corrections: tuple[Correction, ...] = ()
    limits: Limits = Limits()
    series: bool = True
    """Whether figures are set beside those of other articles."""

    def corrections_of(self, article: Outline) -> tuple[Correction, ...]:
        """In their order."""
        return tuple(one for one in self.corrections if one.article == article.id)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The slugs of the policy areas that the site has."""
        return frozenset(topic.slug for topic in self.vocabulary.topics)


class Brief(Struct, frozen=True, array_like=True, gc=False):
    """What a build needs of each article at once."""

    made: bytes
    """The print of the record as it is published."""
    day: str | None
    """As the record has it."""
    light: Light | None
    """None without a day."""
    facts: int
    doubts: tuple[Doubt, ...]
    """What is left out of the record as too doubtful."""
    people: tuple[Known, ...]
    slugs: tuple[str, ...]
    """Of all who speak, people or not."""
    missed: tuple[Problem, ...]
    """What corrections do not find in it."""


class Read(Struct, frozen=True):
    """A record on its way from one process to another."""

    brief: Brief
    data: bytes
    """The record, in MessagePack."""


def read_article(asked: Asked, document: Document | Problem) -> Read | Problem:
    """The record of a document, corrected and without what is too doubtful; whatever goes wrong is a problem of it.

    What is a problem already stays one.
    """
    if isinstance(document, Problem):
        return document
    found = record_or_problem(extract, document, asked.vocabulary, asked.limits)
    if isinstance(found, Problem):
        return found
    corrections = asked.corrections_of(document)
    corrected = correct(found, corrections)
    return to_keep(asked, without_doubts(corrected), doubts(corrected), missed(found, corrections))


def to_keep(
    asked: Asked, record: ArticleRecord, doubtful: tuple[Doubt, ...] = (), lost: tuple[Problem, ...] = ()
) -> Read:
    """A record, and what a build needs of it at once."""
    packed = pack(record)
    brief = Brief(
        made=packed.made,
        day=record.date.value if record.date else None,
        light=lightly(asked, record) if record.date else None,
        facts=number_of_facts(record),
        doubts=doubtful,
        people=people_of(record),
        slugs=tuple(speaker.slug for speaker in record.speakers),
        missed=lost,
    )
    return Read(brief, packed.data())


def pack(record: ArticleRecord) -> Reading:
    """A record that is at hand, as pages ask for it."""
    data = msgpack.encode(record)
    return Reading.at_hand(value(data), data)


def lightly(asked: Asked, record: ArticleRecord) -> Light:
    """What the site needs to join a record with the others."""
    return read_lightly(record, asked.topics, asked.vocabulary.places if asked.series else None)


def key_of(rules: bytes, asked: Asked, article: Outline) -> str:
    """What a record is kept under: where the file lies on this machine, and the lines in it, are no part of it."""
    headers = [(header.key, header.value, header.span) for header in article.headers]
    made_from = (article.id, article.path, article.sha256, article.body, headers)
    return value(rules, made_from, asked.corrections_of(article)).hex()
