"""A document in, its record out: every field by its own extractor over one tokenisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sco_digest.extract.added_places import with_places
from sco_digest.extract.commitments import Around, find_commitments
from sco_digest.extract.cues import find_cues
from sco_digest.extract.dates import find_date, reckoned_from, undated
from sco_digest.extract.headline import find_headline
from sco_digest.extract.lang import UNDETERMINED, find_lang
from sco_digest.extract.organisations import find_organisations
from sco_digest.extract.overlaps import without, without_companies
from sco_digest.extract.people import find_people
from sco_digest.extract.places import as_places, find_places, without_organisations
from sco_digest.extract.policy_areas import find_areas
from sco_digest.extract.projects import find_projects
from sco_digest.extract.quotes import find_quotes
from sco_digest.extract.source import find_source
from sco_digest.extract.speakers import make_speakers, without_references
from sco_digest.extract.statements import attribute
from sco_digest.extract.statistics import find_statistics
from sco_digest.extract.surnames import without_surnames
from sco_digest.extract.surroundings import Surroundings
from sco_digest.extract.tokens import Tokens
from sco_digest.language import load_language
from sco_digest.model import ArticleRecord, Note

if TYPE_CHECKING:
    from sco_digest.extract.places import Named
    from sco_digest.extract.readings import Cue, Someone
    from sco_digest.language import Language
    from sco_digest.model import Date, Document, Source, Span, Speaker, Statistic, Vocabulary

__all__ = ["extract", "undated"]

LANGUAGE = "en"
INFERRED_YEAR, NOT_ENGLISH = 0.8, 0.5


def extract(document: Document, vocabulary: Vocabulary) -> ArticleRecord:
    """The record of one article: a function of its text, its headers and the vocabulary, and of nothing else."""
    language = with_places(load_language(LANGUAGE), vocabulary.places)
    tokens = Tokens(document.text, document.body, language.grammar)
    names = _names(tokens, language, vocabulary)
    speech = _speech(document, tokens, names, vocabulary, language)
    lang = find_lang(document, tokens, language)
    date = find_date(document, tokens, language)
    day = reckoned_from(date)
    areas = find_areas(
        tokens, vocabulary, language.areas, _titles(tokens, names.people, language.people.given), names.here
    )
    places = as_places(tokens, names.here)
    surroundings = Surroundings(document.text, speech.speakers, areas, places, language, frames=speech.frames)
    statistics = tuple(map(surroundings.completed, find_statistics(tokens, language, day)))
    sources = [(cue.source.first, cue.source.last) for cue in speech.cues]
    projects = find_projects(tokens, names.places, names.everyone, sources, language)
    around = Around(
        named=names.here,
        everyone=names.everyone,
        cues=speech.cues,
        speakers=speech.speakers,
        projects=projects,
        surroundings=surroundings,
    )
    return ArticleRecord(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        lang=lang,
        text=document.text,
        body=document.body,
        paragraphs=tokens.paragraph_spans(),
        date=date,
        headline=find_headline(document, tokens, names.people, language),
        source=speech.source,
        speakers=speech.speakers,
        policy_areas=areas,
        statistics=statistics,
        places=places,
        projects=projects,
        commitments=find_commitments(tokens, around, language, day),
        problems=tuple(_notes(document.text, lang, date, speech.speakers, statistics)),
    )


class _Names(NamedTuple):
    """The places, people and organisations that a text names."""

    places: list[Named]
    here: list[Named]
    """Those that are not part of an organisation's name."""
    apart: list[Named]
    """Those of them that are not part of a company's name either."""
    people: list[Someone]
    everyone: list[Someone]
    """The people, then the organisations."""


def _names(tokens: Tokens, language: Language, vocabulary: Vocabulary) -> _Names:
    """Whom and what a text names; a name of one kind may be part of a name of another, and is taken out there."""
    places = without_surnames(tokens, find_places(tokens, language.places), language.people)
    people = find_people(tokens, places, language, vocabulary)
    here = without_organisations(tokens, places, language.people)
    organisations = find_organisations(tokens, places, people, language)
    people = without(people, organisations, language)
    apart = without_companies(here, organisations, language)
    return _Names(places, here, apart, people, [*people, *organisations])


class _Speech(NamedTuple):
    """Who says what in a text."""

    cues: list[Cue]
    source: Source | None
    speakers: tuple[Speaker, ...]
    frames: list[Span]
    """The words of the statements that tell of who speaks, and are none of theirs."""


def _speech(document: Document, tokens: Tokens, names: _Names, vocabulary: Vocabulary, language: Language) -> _Speech:
    """What is said, by whom, and whom the text credits for all of it."""
    quotes = find_quotes(tokens, language.speech.say)
    cues = find_cues(tokens, quotes, names.everyone, language)
    source = find_source(document, tokens, cues, language)
    said = attribute(tokens, cues, quotes, names.everyone, language)
    heard = without_references(tokens, said, source, language)
    speakers = make_speakers(tokens, heard, names.apart, vocabulary, language)
    return _Speech(cues, source, speakers, [frame for one in heard for frame in one.frame])


def _titles(tokens: Tokens, people: list[Someone], given: frozenset[str]) -> set[int]:
    """Tokens of the roles beside people's names, and of what stands behind a given name: Anna "Shah"."""
    mentions = [mention for someone in people for mention in someone.mentions]
    roles = {i for one in mentions for i in (*range(one.start, one.first), *range(one.last, one.end))}
    full = (one for one in mentions if tokens.lower[one.first] in given)
    return roles.union(*(range(one.first + 1, one.last) for one in full))


def _notes(
    text: str, lang: str, date: Date | None, speakers: tuple[Speaker, ...], statistics: tuple[Statistic, ...]
) -> list[Note]:
    """What a person should look at: a missing date, and each reading that is not in the very words."""
    notes = [] if date else [Note("date", "no date of publication found")]
    if lang == UNDETERMINED:
        notes.append(Note("lang", "the text is not in English, which the rules are for", NOT_ENGLISH))
    if date and date.span and date.value[:4] not in text[date.span.start : date.span.end]:
        notes.append(Note("date", "the dateline gives no year; it is taken from the text", INFERRED_YEAR))
    for speaker in speakers:
        inferred = [said for said in speaker.statements if said.confidence < 1]
        if inferred:
            noun = "statement is" if len(inferred) == 1 else "statements are"
            lowest = min(said.confidence for said in inferred)
            notes.append(Note("speakers", f"{len(inferred)} {noun} given to {speaker.name} from the context", lowest))
    figures = (statistic for statistic in statistics if statistic.confidence < 1)
    notes.extend(Note("statistics", f"“{one.surface}”: read from the context", one.confidence) for one in figures)
    return notes
