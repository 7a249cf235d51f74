"""A record and its gold record come in; what the one says and the other wants goes out, each judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sco_digest.facts import Part
from sco_digest.language import load_language
from tests.accuracy.claims import Claim, Wanted
from tests.extract.gold import plain_words, same_figure, same_source, same_value, spans
from tests.extract.reading import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sco_digest.model import (
        ArticleRecord,
        Date,
        Headline,
        Period,
        Place,
        Source,
        Speaker,
        Statement,
        Statistic,
        Subject,
    )

    Judged = Iterator[Claim | Wanted]
    Pairs = list[tuple[Statistic, dict[str, Any]]]
    Found = Date | Headline | Source | Subject | Period | Place

COUNTRIES = load_language("en").places.countries
COUNTRY_NAMES = {name for names in COUNTRIES.values() for name in names.names}
FIELDS = (
    *("date", "headline", "source"),
    *("speaker", "main speaker", "role", "country"),
    *("statement", "kind of statement"),
    *("policy area", "place"),
    *("figure: value", "figure: value and unit", "figure: kind", "figure: bound", "figure: direction"),
    *("figure: subject", "figure: period", "figure: place", "figure: speaker"),
    "span",
)
"""Every field that is compared, in the order of the tables."""
KINDS = {"age": "duration"}
"""Kinds of figures that the gold records do not tell apart."""
HALF = 0.5
"""Overlap from which a role or a subject is the one that is wanted."""


def compare(made: ArticleRecord, gold: dict[str, Any]) -> Judged:
    """Everything that is in either record."""
    yield from _head(made, gold)
    yield from _people(made, gold)
    for speaker in _persons(made):
        yield from _said(made, speaker, gold)
    for want in _wanted(gold):
        yield from _heard(made, want)
    yield from _areas(made, gold)
    yield from _places(made, gold)
    yield from _figures(made, gold)
    for surface, found in spans(made):
        yield Claim("span", surface == found)
        yield Wanted("span", surface == found)


def overlap(one: str, other: str) -> float:
    """The words in common, from 0 to 1 (Dice)."""
    mine, theirs = set(plain_words(one)), set(plain_words(other))
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0


def subject_overlap(made: ArticleRecord, gold: dict[str, Any]) -> list[float]:
    """The overlap of each figure that is found with the subject that is wanted; 0 where the record has none."""
    pairs = _pairs(made, gold, same_figure)
    return [overlap(one.subject.text if one.subject else "", want["subject"]) for one, want in pairs]


def _one(field: str, same: bool, *there: object, confidence: float = 1.0, parts: tuple[Part, ...] = ()) -> Judged:
    """A field that has at most one value: what the record says and what the gold record wants, None for nothing."""
    said, want = there
    if said is not None:
        yield Claim(field, same and want is not None, confidence, parts)
    if want is not None:
        yield Wanted(field, same and said is not None)


def _part(name: str, found: Found | None) -> tuple[Part, ...]:
    return (Part(name, found.span),) if found and found.span else ()


def _head(made: ArticleRecord, gold: dict[str, Any]) -> Judged:
    date, source = made.date.value if made.date else None, made.source.name if made.source else None
    headline = None if made.headline.derived else made.headline
    title = headline.text if headline else None
    sure = min((note.confidence for note in made.problems if note.field == "date"), default=1.0)
    of_date, of_headline, of_source = (
        _part("date", made.date),
        _part("headline", headline),
        _part("source", made.source),
    )
    yield from _one("date", date == gold["date"], date, gold["date"], confidence=sure, parts=of_date)
    yield from _one("headline", title == gold["headline"], title, gold["headline"], parts=of_headline)
    yield from _one("source", same_source(source, gold["source"]), source, gold["source"], parts=of_source)


def _persons(made: ArticleRecord) -> list[Speaker]:
    """Who speaks; organisations that do are not compared."""
    return [one for one in made.speakers if one.kind == "person"]


def _wanted(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """Who should speak, of the same kind."""
    return [one for one in gold["speakers"] if one.get("kind", "person") == "person"]


def _people(made: ArticleRecord, gold: dict[str, Any]) -> Judged:
    speakers = {one.name: one for one in _persons(made)}
    wanted = {one["name"]: one for one in _wanted(gold)}
    for name, one in speakers.items():
        sure = max((said.confidence for said in one.statements), default=1.0)
        yield Claim("speaker", name in wanted, sure, tuple(Part("name", span) for span in one.mentions[:1]))
        if one.main:
            yield Claim("main speaker", bool(wanted.get(name, {}).get("main")))
    for name, want in wanted.items():
        yield Wanted("speaker", name in speakers)
        if want["main"]:
            yield Wanted("main speaker", name in speakers and speakers[name].main)
        if name in speakers:
            one = speakers[name]
            yield from _one("role", overlap(one.role or "", want["role"] or "") >= HALF, one.role, want["role"])
            yield from _one("country", one.country == want["country"], one.country, want["country"])


def _said(made: ArticleRecord, speaker: Speaker, gold: dict[str, Any]) -> Judged:
    """A statement is right where it holds words of one that is wanted, from the same speaker."""
    wanted = [one for want in _wanted(gold) if want["name"] == speaker.name for one in want["statements"]]
    for said in speaker.statements:
        hits = [one for one in wanted if any(_holds(made, said, begin) for begin in _beginnings(one))]
        parts = (Part("words", said.span), Part("verb", said.cue), Part("speaker", said.source))
        yield Claim("statement", bool(hits), said.confidence, parts)
        if hits:
            yield Claim("kind of statement", any(one["kind"] == said.kind for one in hits), said.confidence, parts)


def _heard(made: ArticleRecord, want: dict[str, Any]) -> Judged:
    mine = [said for one in _persons(made) if one.name == want["name"] for said in one.statements]
    for one in want["statements"]:
        hits = [said for said in mine if _holds(made, said, one["starts"])]
        yield Wanted("statement", bool(hits))
        if hits:
            yield Wanted("kind of statement", any(said.kind == one["kind"] for said in hits))


def _beginnings(want: dict[str, Any]) -> list[str]:
    return [want["starts"], *want.get("continues", ())]


def _holds(made: ArticleRecord, said: Statement, begin: str) -> bool:
    return " ".join(begin.split()) in (words(made.text, said.span) or "")


def _areas(made: ArticleRecord, gold: dict[str, Any]) -> Judged:
    for area in made.policy_areas:
        parts = tuple(Part("cue", span) for span in area.evidence[:1])
        yield Claim("policy area", area.slug in gold["policy_areas"], area.confidence, parts)
    found = {area.slug for area in made.policy_areas}
    for slug in gold["policy_areas"]:
        yield Wanted("policy area", slug in found)


def _places(made: ArticleRecord, gold: dict[str, Any]) -> Judged:
    """The gold records have countries only, each name once."""
    found = {place.name: place for place in made.places if place.name in COUNTRY_NAMES}
    for name, place in found.items():
        yield Claim("place", name in gold["places"], parts=(Part("place", place.span),))
    for name in gold["places"]:
        yield Wanted("place", name in found)


def _figures(made: ArticleRecord, gold: dict[str, Any]) -> Judged:
    for field, same in (("figure: value", same_value), ("figure: value and unit", same_figure)):
        pairs = _pairs(made, gold, same)
        right, found = {id(one) for one, _ in pairs}, {id(want) for _, want in pairs}
        for one in made.statistics:
            yield Claim(field, id(one) in right, one.confidence, (Part("figure", one.span), Part("unit", one.span)))
        for want in gold["statistics"]:
            yield Wanted(field, id(want) in found)
    names = {speaker.slug: speaker.name for speaker in _persons(made)}
    for one, want in _pairs(made, gold, same_figure):
        yield from _meaning(one, want, names)


def _meaning(one: Statistic, want: dict[str, Any], names: dict[str, str]) -> Judged:
    """What is said of a figure that is found."""
    subject, speaker = one.subject.text if one.subject else None, names.get(one.speaker or "")
    period = [one.period.start, one.period.end] if one.period else None
    wanted = {name: want.get(name) for name in ("kind", "bound", "direction", "period", "speaker")}
    said = {
        "kind": KINDS.get(one.kind, one.kind),
        "bound": one.bound,
        "direction": one.direction,
        "period": period,
        "speaker": speaker,
    }
    parts = {"period": _part("period", one.period), "kind": (Part("unit", one.span),)}
    parts |= {
        name: (Part(sign, one.span),)
        for name in ("bound", "direction")
        if (sign := getattr(one, name)) not in {"=", None}
    }
    for name, value in said.items():
        same, of_it = value == wanted[name], parts.get(name, ())
        yield from _one(f"figure: {name}", same, value, wanted[name], confidence=one.confidence, parts=of_it)
    same, of_it = overlap(subject or "", want["subject"]) >= HALF, _part("subject", one.subject)
    yield from _one("figure: subject", same, subject, want["subject"], confidence=one.confidence, parts=of_it)
    same, of_it = _same_place(one.place, want.get("place")), _part("place", one.place)
    yield from _one("figure: place", same, one.place, want.get("place"), confidence=one.confidence, parts=of_it)


def _same_place(place: Place | None, want: str | None) -> bool:
    """The same name, or another of the same country, be it of its people ("Kazakh")."""
    if place is None or want is None:
        return False
    names = COUNTRIES[place.country]
    return place.name == want or (want in names.names and place.name in {*names.names, *names.people})


def _pairs(made: ArticleRecord, gold: dict[str, Any], same: Callable[[Statistic, dict[str, Any]], bool]) -> Pairs:
    """Each figure that is wanted with the first free one that is the same."""
    free, pairs = list(made.statistics), []
    for want in gold["statistics"]:
        place = next((i for i, one in enumerate(free) if same(one, want)), None)
        if place is not None:
            pairs.append((free.pop(place), want))
    return pairs
