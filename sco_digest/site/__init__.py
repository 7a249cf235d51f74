"""All articles of one build come in; the Site goes out: who and what they share, and the address of every page.

The result does not depend on the order of the articles: everything is sorted by date, then by the path of the seed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.many import Many
from sco_digest.model import Ref, Role, Site, SpeakerShelf, Tally, TopicShelf
from sco_digest.site.countries import build_countries, country_ref, tallies
from sco_digest.site.light import Light, Said, read_lightly
from sco_digest.site.pledges import build_pledges, with_pledges
from sco_digest.site.projects import build_projects, with_projects
from sco_digest.site.related import related
from sco_digest.site.series import build_series, linked
from sco_digest.site.times import months, weeks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sco_digest.model import Content, Entry, Person, Records, Settings, Topic

__all__ = ["Light", "build_site", "read_lightly"]


def build_site(articles: Iterable[Light], records: Records, content: Content, settings: Settings) -> Site:
    """Join all articles; `records` has what was read from each.

    Series, projects and promises are looked for where the site has their pages.
    """
    topics = {topic.slug: topic for topic in content.vocabulary.topics}
    people = {person.slug: person for person in content.vocabulary.people}
    lights = sorted(articles, key=lambda light: (light.entry.date, light.path, light.entry.id))
    paths = _article_paths(lights)
    topic_refs = {slug: Ref(slug, topic.name, f"topics/{slug}/index.html") for slug, topic in topics.items()}
    speaker_refs = _speaker_refs(lights, people)
    lights = [_placed(light, path, topic_refs, speaker_refs) for light, path in zip(lights, paths, strict=True)]
    lights.reverse()
    series = build_series(lights)
    entries = linked(lights, series)
    named = [light.projects for light in lights]
    projects = build_projects(entries, named, records) if settings.makes("project") else ()
    entries = with_projects(entries, named, projects)
    pledges = build_pledges(entries, records, projects) if settings.makes("proposals") else ()
    voices = _speaker_shelves(lights, people, topic_refs, speaker_refs)
    dates = [entry.date for entry in entries]
    return Site(
        settings=settings,
        entries=entries,
        related=related([_shared(entry) for entry in entries]),
        topics=_topic_shelves(lights, topics, topic_refs, speaker_refs),
        speakers=voices,
        countries=build_countries(entries, voices),
        months=months(dates),
        weeks=weeks(dates),
        series=series,
        projects=with_pledges(projects, pledges),
        pledges=pledges,
        promises=sum(light.promises for light in lights),
        named=tuple(sorted({code for light in lights for code in light.named})),
        prose=content.prose,
    )


# ---- addresses -------------------------------------------------------------------------------------------------------


def _article_paths(lights: Iterable[Light]) -> list[str]:
    """One address an article, oldest first: of two with one name in one month, the later one gets `-2`."""
    last: dict[str, int] = {}
    paths = []
    for light in lights:
        date = light.entry.date
        path = first = f"{date[:4]}/{date[5:7]}/{light.slug}"
        while path in last:
            last[first] += 1
            path = f"{first}-{last[first]}"
        last[path] = 1
        paths.append(f"{path}/index.html")
    return paths


def _shared(entry: Entry) -> tuple[Ref, ...]:
    """What an article deals with and others may deal with too."""
    projects = (ref for ref in entry.projects if ref)
    return (*entry.speakers, *entry.topics, *projects, *(one.series.ref for one in entry.series))


def _placed(light: Light, path: str, topics: Mapping[str, Ref], speakers: Mapping[str, Ref]) -> Light:
    entry = replace(
        light.entry,
        path=path,
        topics=Many.of(tuple([topics[slug] for slug in light.topics])),
        speakers=Many.of(tuple([speakers[said.slug] for said in light.said])),
        countries=tuple(map(country_ref, light.countries)),
    )
    return replace(light, entry=entry)


def _speaker_refs(lights: Iterable[Light], people: Mapping[str, Person]) -> dict[str, Ref]:
    """One name a person: the one that people gave, else the spelling used most but initials, of these the longest."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for light in lights:
        for said in light.said:
            names[said.slug][said.name] += 1
    chosen = {
        slug: max(found.items(), key=lambda item: ("." not in item[0], item[1], len(item[0]), item[0]))[0]
        for slug, found in names.items()
    }
    return {
        slug: Ref(slug, people[slug].name if slug in people else name, f"speakers/{slug}/index.html")
        for slug, name in chosen.items()
    }


# ---- what articles share ---------------------------------------------------------------------------------------------


def _topic_shelves(
    lights: Sequence[Light], topics: Mapping[str, Topic], refs: Mapping[str, Ref], speakers: Mapping[str, Ref]
) -> tuple[TopicShelf, ...]:
    entries: dict[str, list[int]] = defaultdict(list)
    voices: dict[str, list[str]] = defaultdict(list)
    countries: dict[str, list[Ref]] = defaultdict(list)
    for place, light in enumerate(lights):
        for slug in light.topics:
            entries[slug].append(place)
            countries[slug] += light.entry.countries
        for said in light.said:
            for slug in said.topics:
                voices[slug].append(said.slug)
    return tuple(
        TopicShelf(
            topic=topic,
            ref=refs[slug],
            entries=tuple(entries[slug]),
            speakers=_tallies(voices[slug], speakers),
            countries=tallies(Counter(countries[slug])),
        )
        for slug, topic in sorted(topics.items(), key=lambda item: (item[1].order, item[0]))
    )


def _speaker_shelves(
    lights: Sequence[Light], people: Mapping[str, Person], topics: Mapping[str, Ref], refs: Mapping[str, Ref]
) -> tuple[SpeakerShelf, ...]:
    found: dict[str, list[tuple[int, Said]]] = defaultdict(list)
    for place, light in enumerate(lights):
        for said in light.said:
            found[said.slug].append((place, said))
    shelves = [_speaker_shelf(refs[slug], said, lights, people.get(slug), topics) for slug, said in found.items()]
    return tuple(sorted(shelves, key=lambda shelf: (_folded(shelf.ref.name), shelf.ref.slug)))


def _speaker_shelf(
    ref: Ref,
    found: Sequence[tuple[int, Said]],
    lights: Sequence[Light],
    person: Person | None,
    topics: Mapping[str, Ref],
) -> SpeakerShelf:
    roles = _roles(found, lights)
    newest = next((said.country for _, said in found if said.country), None)
    role = (person.role if person else None) or (roles[0].name if roles else None)
    country = (person.country if person else None) or newest
    shows = (_place(lights[place].entry, said) for place, said in found if said.country and said.country == country)
    return SpeakerShelf(
        ref=ref,
        kind=found[0][1].kind,
        role=role,
        role_path=next((given.path for given in roles if given.name == role), ""),
        country=country,
        country_path=next(shows, ""),
        roles=roles,
        entries=tuple(dict.fromkeys(place for place, _ in found)),
        statements=sum(said.statements for _, said in found),
        topics=_tallies(chain.from_iterable(said.topics for _, said in found), topics),
    )


def _roles(found: Iterable[tuple[int, Said]], lights: Sequence[Light]) -> tuple[Role, ...]:
    """Every role with its country, newest first; `found` is newest first too."""
    newest: dict[tuple[str, str | None], tuple[int, Said]] = {}
    oldest: dict[tuple[str, str | None], int] = {}
    for place, said in found:
        if said.role is not None:
            newest.setdefault((said.role, said.country), (place, said))
            oldest[said.role, said.country] = place
    return tuple(
        Role(
            name=name,
            country=country,
            first=lights[oldest[name, country]].entry.date,
            last=lights[place].entry.date,
            path=_place(lights[place].entry, said),
        )
        for (name, country), (place, said) in newest.items()
    )


def _place(entry: Entry, said: Said) -> str:
    """The sentence that names a speaker first."""
    return f"{entry.path}#{said.anchor}" if said.anchor else entry.path


def _tallies(slugs: Iterable[str], refs: Mapping[str, Ref]) -> tuple[Tally, ...]:
    """Most first; words of content/ that the site does not have are left out."""
    return tallies({refs[slug]: number for slug, number in Counter(slugs).items() if slug in refs})


def _folded(name: str) -> str:
    """A name as it is sorted: without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
