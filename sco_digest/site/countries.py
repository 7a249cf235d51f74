"""Articles with the countries they name come in; a shelf for each country goes out: articles, topics, speakers."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sco_digest.model import CountryShelf, Ref, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sco_digest.model import ArticleRecord, Entry, SpeakerShelf

OFTEN = 2
"""How often an article names a country that it is of."""


def countries_of(record: ArticleRecord) -> tuple[str, ...]:
    """The codes of the countries that an article is of, most named first.

    One named in passing is none of them: it is named twice or in the headline, a figure is of it, or a speaker of it
    says something.
    """
    headline = record.headline.span
    named = Counter(place.country for place in record.places)
    of = {code for code, often in named.items() if often >= OFTEN}
    if headline:
        of |= {place.country for place in record.places if headline.start <= place.span.start < headline.end}
    of |= {figure.place.country for figure in record.statistics if figure.place}
    of |= {speaker.country for speaker in record.speakers if speaker.country and speaker.statements}
    return tuple(sorted(of, key=lambda code: (-named[code], code)))


@cache
def country_ref(code: str) -> Ref:
    """A country as others link to it; templates write its name in their language."""
    return Ref(code.lower(), code, f"countries/{code.lower()}/index.html")


def build_countries(entries: Sequence[Entry], speakers: Iterable[SpeakerShelf]) -> tuple[CountryShelf, ...]:
    """The shelf of each country that articles are of, the one with most articles first; `entries` are newest first."""
    places: dict[Ref, list[int]] = defaultdict(list)
    topics: dict[Ref, list[Ref]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for country in entry.countries:
            places[country].append(place)
            topics[country] += entry.topics
    voices: dict[str, dict[Ref, int]] = defaultdict(dict)
    for shelf in speakers:
        if shelf.country and shelf.statements:
            voices[shelf.country][shelf.ref] = shelf.statements
    shelves = (
        CountryShelf(
            ref=country,
            entries=tuple(found),
            topics=tallies(Counter(topics[country])),
            speakers=tallies(voices[country.name]),
        )
        for country, found in places.items()
    )
    return tuple(sorted(shelves, key=lambda shelf: (-len(shelf.entries), shelf.ref.slug)))


def tallies(counts: Mapping[Ref, int]) -> tuple[Tally, ...]:
    """Most first."""
    return tuple(Tally(ref, count) for ref, count in sorted(counts.items(), key=lambda item: (-item[1], item[0].slug)))
