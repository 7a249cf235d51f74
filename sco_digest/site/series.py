"""All light records come in, newest first; what they say of one subject over time goes out, as series.

A series has values from two articles or for two times. Its address follows from what its values have in common and
not from the wording of an article, so that a further article never moves it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sco_digest.many import Many
from sco_digest.model import InSeries, Ref, Series, Tally
from sco_digest.site.agreement import disagreeing
from sco_digest.slugs import short_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sco_digest.model import Entry, SeriesPoint
    from sco_digest.site.light import Light
    from sco_digest.site.measures import Key, Measure

LISTED = "over-time"
"""The address of the list of series, which stands among theirs."""
Found = list[tuple[int, "Measure"]]
"""Values with the place of their article."""


def build_series(lights: Sequence[Light]) -> tuple[Series, ...]:
    """The series of all articles, by name."""
    found: dict[Key, Found] = defaultdict(list)
    for place, light in enumerate(lights):
        for measure in light.measures:
            found[measure.key].append((place, measure))
    kept = {key: values for key, values in found.items() if _is_series(values)}
    slugs = _slugs(kept)
    entries = [light.entry for light in lights]
    series = (_series(key, slugs[key], values, entries) for key, values in kept.items())
    return tuple(sorted(series, key=lambda one: (one.ref.name.casefold(), one.ref.slug)))


def linked(lights: Iterable[Light], series: Iterable[Series]) -> tuple[Entry, ...]:
    """The entries with the series that their figures belong to."""
    found: dict[int, dict[int, Tally]] = defaultdict(dict)
    for one in series:
        for point in one.points:
            found[point.entry][point.figure] = Tally(one.ref, len(one.points))
    return tuple(_linked(light, found[place]) if place in found else light.entry for place, light in enumerate(lights))


def _linked(light: Light, found: Mapping[int, Tally]) -> Entry:
    topics = {measure.point.figure: measure.topics for measure in light.measures}
    return replace(light.entry, series=Many.of(tuple(InSeries(one, found[one], topics[one]) for one in sorted(found))))


def _is_series(values: Found) -> bool:
    times = {(measure.point.start, measure.point.end) for _, measure in values}
    return len({place for place, _ in values}) > 1 or len(times) > 1


def _slugs(found: Mapping[Key, Found]) -> dict[Key, str]:
    """One a series; of two that would have the same, the one with the later first article gets `-2`."""
    last = {LISTED: 1}
    slugs = {}
    for key in sorted(found, key=lambda key: (min(measure.point.date for _, measure in found[key]), key)):
        slug = first = short_slug(_words(key)) or "series"
        while slug in last:
            last[first] += 1
            slug = f"{first}-{last[first]}"
        last[slug] = 1
        slugs[key] = slug
    return slugs


def _words(key: Key) -> str:
    change = ("change on year" if key.yearly else "change") if key.change else ""
    return " ".join((key.subject, change, key.unit, key.per, key.city, key.country))


def _series(key: Key, slug: str, values: Found, entries: Sequence[Entry]) -> Series:
    name, placed, lang = _name(measure for _, measure in values)
    return Series(
        ref=Ref(slug, name, f"statistics/{slug}/index.html"),
        lang=lang,
        unit=key.unit,
        per=key.per or None,
        kind=key.kind,
        change=key.change,
        yearly=key.yearly,
        country=key.country or None,
        city=key.city.title(),
        placed=placed,
        points=tuple(sorted(_points(values, entries), key=_order)),
    )


def _name(measures: Iterable[Measure]) -> tuple[str, bool, str]:
    """The wording that is used most, of these the shortest, whether it says the place, and its language."""
    counts = Counter((_opened(measure.name), measure.placed, measure.lang) for measure in measures)
    return min(counts, key=lambda wording: (-counts[wording], len(wording[0]), wording))


def _opened(name: str) -> str:
    """With a capital at its beginning."""
    return name[:1].upper() + name[1:]


def _points(values: Found, entries: Sequence[Entry]) -> list[SeriesPoint]:
    """The values with their articles, and which of one time disagree; the day of publication is no such time."""
    times: dict[tuple[str, str], Found] = defaultdict(list)
    for place, measure in values:
        times[measure.point.start, measure.point.end].append((place, measure))
    points = []
    for group in times.values():
        stated = [measure.reach for _, measure in group if not measure.point.published]
        flags = iter(disagreeing(stated)) if stated else iter(())
        for place, measure in group:
            disputed = not measure.point.published and next(flags)
            points.append(_point(measure, place, entries[place], disputed=disputed))
    return points


def _point(measure: Measure, place: int, entry: Entry, *, disputed: bool) -> SeriesPoint:
    speaker = None if measure.speaker is None else entry.speakers[measure.speaker]
    path = f"{entry.path}#{measure.point.path}"
    return replace(measure.point, entry=place, path=path, date=entry.date, disputed=disputed, speaker=speaker)


def _order(point: SeriesPoint) -> tuple[str, str, str, str, int]:
    """By time, then by article."""
    return point.first_day, point.last_day, point.date, point.path, point.figure
