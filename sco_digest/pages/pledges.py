"""The Site and its records come in; rows of what is proposed, promised and agreed go out, with what came later."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from sco_digest.model import Article, Commitment, Entry, Ref
from sco_digest.pages.passages import Passage, PassagePath, marked_passages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import ArticleRecord, Pledge, Records, Site

NEWEST = 5
"""Rows beside a list of something else."""


class AgainRow(Struct, frozen=True, kw_only=True):
    """A later article that speaks again of what was proposed or promised."""

    entry: Annotated[Entry, Meta(description="the article")]
    path: PassagePath
    sentence: Annotated[int, Meta(description="number of the sentence, from 1; 0 above the text")]


class PledgeRow(Struct, frozen=True, kw_only=True, dict=True):
    """A proposal, commitment or agreement with where it stands, and whether it was spoken of again."""

    article: Annotated[Article, Meta(description="the article, with the way to its record")]
    number: Annotated[int, Meta(description="its place among the commitments of the record")]
    projects: Annotated[tuple[Ref, ...], Meta(description="projects with a page that it names")] = ()
    topics: Annotated[tuple[Ref, ...], Meta(description="policy areas named in its sentence")] = ()
    again: Annotated[tuple[AgainRow, ...], Meta(description="where it is spoken of again, newest first")] = ()
    further: Annotated[int, Meta(description="how many more such articles there are")] = 0

    @property
    def entry(self) -> Entry:
        """The article."""
        return self.article.entry

    @property
    def commitment(self) -> Commitment:
        """As the record has it."""
        return self.article.record.commitments[self.number]

    @cached_property
    def passage(self) -> Passage:
        """Its sentence, with the clause marked."""
        return marked_passages(self.article.record, self.entry, (self.commitment.span,), "commitment")[0]

    @property
    def speaker(self) -> Ref | None:
        """Who proposes or promises, else who told it."""
        pairs = zip(self.article.record.speakers, self.entry.speakers, strict=True)
        return {speaker.slug: ref for speaker, ref in pairs}.get(self.commitment.speaker or "")

    @property
    def own(self) -> bool:
        """Whether the speaker is who proposes or promises."""
        return _is_who(self.article.record, self.commitment)

    @property
    def path(self) -> str:
        """Its sentence on the page of the article, relative to the site's root."""
        return self.passage.path


class Pledges(Struct, frozen=True, kw_only=True):
    """An article, and what is proposed, promised and agreed in it."""

    entry: Annotated[Entry, Meta(description="the article")]
    rows: tuple[PledgeRow, ...]


def pledge_rows(site: Site, records: Records, pledges: Iterable[Pledge]) -> tuple[PledgeRow, ...]:
    """A row for each, in the same order."""
    return tuple(_row(site, records, pledge) for pledge in pledges)


def by_article(rows: Iterable[PledgeRow]) -> tuple[Pledges, ...]:
    """Rows in the order of their articles, article by article."""
    groups = [tuple(group) for _, group in groupby(rows, key=lambda row: row.entry.path)]
    return tuple(Pledges(entry=group[0].entry, rows=group) for group in groups)


def _row(site: Site, records: Records, pledge: Pledge) -> PledgeRow:
    entry = site.entries[pledge.place]
    return PledgeRow(
        article=Article.of(entry, records),
        number=pledge.number,
        projects=pledge.projects,
        topics=pledge.topics,
        again=tuple(
            AgainRow(
                entry=site.entries[one.place],
                path=f"{site.entries[one.place].path}#{one.anchor}",
                sentence=one.sentence,
            )
            for one in pledge.again
        ),
        further=pledge.further,
    )


def _is_who(record: ArticleRecord, plan: Commitment) -> bool:
    """Whether the words that say who proposes or promises name the speaker."""
    named = (span for speaker in record.speakers if speaker.slug == plan.speaker for span in speaker.mentions)
    return plan.who is not None and any(
        plan.who.span.start <= span.start and span.end <= plan.who.span.end for span in named
    )
