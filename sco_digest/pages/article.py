"""An article comes in; its page goes out: the text as it came, every fact marked in place and listed beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta, Struct

from sco_digest.model import (
    ArticleRecord,
    Commitment,
    Entry,
    Note,
    Page,
    Period,
    Project,
    Reading,
    Ref,
    Span,
    Speaker,
    Statistic,
)
from sco_digest.pages.context import Context, prose_refs
from sco_digest.pages.linked_data import Term, linked_data
from sco_digest.pages.marking import Sentence, paragraphs
from sco_digest.pages.rows import FigureRow, figure_rows
from sco_digest.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sco_digest.model import Records, Site

Numbers = Annotated[tuple[int, ...], Meta(description="numbers of the sentences, from 1; 0 for what is above the text")]


class PersonRow(Struct, frozen=True, kw_only=True):
    """Someone who speaks in the article."""

    ref: Ref
    speaker: Annotated[Speaker, Meta(description="as the record has it")]
    anchor: Annotated[str, Meta(description="id of the sentence that names them first; empty for none")]
    mentions: Numbers
    statements: Numbers


class NamedRow(Struct, frozen=True, kw_only=True):
    """A policy area or a country, and where the article names it."""

    slug: Annotated[str, Meta(description="slug of the area, ISO 3166-1 alpha-2 code of the country")]
    path: Annotated[str, Meta(description="its page, relative to the site's root; empty for none")] = ""
    names: Annotated[tuple[str, ...], Meta(description="what it is called, each word once")] = ()
    sentences: Numbers


class ProjectRow(Struct, frozen=True, kw_only=True):
    """A project or initiative, and where the article names it."""

    project: Annotated[Project, Meta(description="as the record has it")]
    path: Annotated[str, Meta(description="its page, relative to the site's root; empty for none")] = ""
    sentences: Numbers


class PlanRow(Struct, frozen=True, kw_only=True):
    """Something that is proposed, promised or agreed in the article."""

    commitment: Annotated[Commitment, Meta(description="as the record has it")]
    sentences: Numbers


class PeriodRow(Struct, frozen=True, kw_only=True):
    """A time that figures of the article speak of."""

    period: Annotated[Period, Meta(description="as the record has it")]
    sentences: Numbers


class RelatedRow(Struct, frozen=True, gc=False, kw_only=True):
    """Another article that deals with the same."""

    entry: Annotated[Entry, Meta(description="the article")]
    shared: Annotated[tuple[Ref, ...], Meta(description="speakers and topics that both have, the rarest first")]


class ArticleContext(Context, frozen=True, kw_only=True):
    """The page of one article."""

    entry: Annotated[Entry, Meta(description="the article as lists show it")]
    reading: Annotated[Reading, Meta(description="what `record` is decoded from")]
    terms: Annotated[tuple[Term, ...], Meta(description="its policy areas in public taxonomies")] = ()
    related: Annotated[tuple[RelatedRow, ...], Meta(description="articles that share most with it, most first")] = ()

    @property
    def record(self) -> ArticleRecord:
        """Everything that was read from it."""
        return self.reading.record

    @property
    def head(self) -> str:
        """What stands above the article in its file, where a fact was read from it; else empty."""
        facts = (self.record.date, self.record.headline, self.record.source)
        spans = [fact.span for fact in facts if fact and fact.span]
        found = any(span.start < self.record.body for span in spans)
        return self.record.text[: self.record.body].strip() if found else ""

    @property
    def headline_anchor(self) -> str:
        """Id of the sentence that the headline was read from; empty where it was given beside the text."""
        span = self.record.headline.span
        return Sentences(self.record).anchor(span) if span else ""

    @property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The text, by paragraph and sentence."""
        return paragraphs(self.record)

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """The figures, in the order of the text."""
        return figure_rows(self.record, self.entry)

    @property
    def people(self) -> tuple[PersonRow, ...]:
        """Who says something, those who say most first."""
        rows = [self._person(*pair) for pair in zip(self.entry.speakers, self.record.speakers, strict=True)]
        return tuple(sorted(rows, key=lambda row: (not row.speaker.main, -len(row.speaker.statements), row.ref.slug)))

    @property
    def areas(self) -> tuple[NamedRow, ...]:
        """The policy areas, best first."""
        evidence = {area.slug: area.evidence for area in self.record.policy_areas}
        return tuple(
            NamedRow(slug=ref.slug, path=ref.path, names=(ref.name,), sentences=self._numbers(evidence[ref.slug]))
            for ref in self.entry.topics
        )

    @property
    def periods(self) -> tuple[PeriodRow, ...]:
        """The times that its figures speak of, in the order of the calendar."""
        spans: dict[tuple[str, str], list[Statistic]] = defaultdict(list)
        for figure in self.record.statistics:
            if figure.period:
                spans[figure.period.start, figure.period.end].append(figure)
        return tuple(
            PeriodRow(period=figures[0].period, sentences=self._numbers(figure.span for figure in figures))
            for _, figures in sorted(spans.items())
            if figures[0].period
        )

    @property
    def places(self) -> tuple[NamedRow, ...]:
        """The countries named, in the order of the text, each with the names that stand for it."""
        names: dict[str, dict[str, None]] = defaultdict(dict)
        spans: dict[str, list[Span]] = defaultdict(list)
        for place in self.record.places:
            names[place.country][place.name] = None
            spans[place.country].append(place.span)
        paths = {ref.name: ref.path for ref in self.entry.countries}
        return tuple(
            NamedRow(
                slug=country, path=paths.get(country, ""), names=tuple(found), sentences=self._numbers(spans[country])
            )
            for country, found in names.items()
        )

    @property
    def projects(self) -> tuple[ProjectRow, ...]:
        """The projects named, in the order of the text."""
        return tuple(
            ProjectRow(project=project, path=ref.path if ref else "", sentences=self._numbers(project.mentions))
            for project, ref in zip(self.record.projects, self.entry.projects, strict=True)
        )

    @property
    def plans(self) -> tuple[PlanRow, ...]:
        """What is proposed, promised and agreed, in the order of the text."""
        return tuple(PlanRow(commitment=one, sentences=self._numbers([one.span])) for one in self.record.commitments)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should look at."""
        return self.record.problems

    @property
    def linked_data(self) -> dict[str, Any]:
        """The article in the words of schema.org, for machines."""
        return linked_data(self.record, self.entry, self.terms)

    def _person(self, ref: Ref, speaker: Speaker) -> PersonRow:
        said = self._numbers(statement.span for statement in speaker.statements)
        named = self._numbers(speaker.mentions)
        anchor = Sentences(self.record).anchor(speaker.mentions[0]) if speaker.mentions else ""
        return PersonRow(ref=ref, speaker=speaker, anchor=anchor, mentions=named, statements=said)

    def _numbers(self, spans: Iterable[Span]) -> tuple[int, ...]:
        sentences = Sentences(self.record)
        return tuple(sorted({sentences.number(span.start) for span in spans}))


def pages(site: Site, records: Records) -> Iterator[Page]:
    """One page an article, newest first."""
    prose = prose_refs(site)
    terms = {shelf.ref.slug: [Term(code, shelf.ref.name) for code in shelf.topic.iptc] for shelf in site.topics}
    for entry, related in zip(site.entries, site.related, strict=True):
        yield Page(
            path=entry.path,
            kind="article",
            context=ArticleContext(
                prose=prose,
                entry=entry,
                reading=records[entry.id],
                related=tuple(RelatedRow(entry=site.entries[one.place], shared=one.shared) for one in related),
                terms=tuple(term for ref in entry.topics for term in terms[ref.slug]),
            ),
        )
