"""The news texts of `tests/news`, by writers who knew no rule, against what they say a reader finds in them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sco_digest.extract import extract
from sco_digest.seeds import read_seeds
from tests.extract.gold import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import ArticleRecord, Statistic

NEWS = Path(__file__).parents[1] / "news"
NAMES = sorted(path.stem for path in NEWS.glob("*.txt"))
KNOWN = Path(__file__).parent / "cases" / "known_in_news.json"
CLOSE = 1e-3
"""Share of a value by which it may differ: a third is 33.33."""


@cache
def made(name: str) -> ArticleRecord:
    """What the program reads from one text."""
    (document,), problems = read_seeds(NEWS / f"{name}.txt", max_bytes=1_000_000)
    assert not problems
    return extract(document, VOCABULARY)


@cache
def told(name: str) -> dict[str, Any]:
    """What its writer says."""
    return json.loads((NEWS / f"{name}.json").read_text(encoding="utf-8"))


def differences(name: str) -> list[str]:
    """What a record lacks or has too much of, a line each."""
    record, gold = made(name), told(name)
    day = record.date.value if record.date else None
    dates = [] if day == gold["date"] else [f"date {day}, not {gold['date']}"]
    people = Counter(speaker.name for speaker in record.speakers if speaker.kind == "person")
    areas = Counter(area.slug for area in record.policy_areas if area.slug not in gold["maybe_areas"])
    wanted = Counter(area for area in gold["policy_areas"] if area not in gold["maybe_areas"])
    return [
        *dates,
        *_apart("speaker", people, Counter(gold["speakers"])),
        *_apart("area", areas, wanted),
        *_figures(record, gold["statistics"]),
    ]


def _apart(what: str, got: Counter[str], wanted: Counter[str]) -> Iterator[str]:
    yield from (f"{what} {one} missed" for one in sorted(wanted - got))
    yield from (f"{what} {one} too many" for one in sorted(got - wanted))


def _figures(record: ArticleRecord, wanted: list[dict[str, Any]]) -> Iterator[str]:
    """Figures missed and too many, and of the others period and speaker; those without a value may be missed."""
    names = {speaker.slug: speaker.name for speaker in record.speakers if speaker.kind == "person"}
    left = list(record.statistics)
    for want in wanted:
        figure = next((one for one in left if _is(one, want)), None)
        if figure is None:
            if want["value"] is not None:
                yield f"figure {want['surface']} missed"
            continue
        left.remove(figure)
        period = (figure.period.start, figure.period.end) if figure.period else None
        if not _same_time(period, want.get("period")):
            yield f"figure {want['surface']} of {period}, not {want.get('period')}"
        if "direction" in want and figure.direction != want["direction"]:
            yield f"figure {want['surface']} {figure.direction}, not {want['direction']}"
        if "bound" in want and figure.bound != want["bound"]:
            yield f"figure {want['surface']} {figure.bound}, not {want['bound']}"
        speaker = names.get(figure.speaker or "")
        if speaker != want.get("speaker"):
            yield f"figure {want['surface']} by {speaker}, not {want.get('speaker')}"
    yield from (f"figure {one.surface} too many" for one in left)


def _is(figure: Statistic, want: dict[str, Any]) -> bool:
    """Whether a figure is meant: its words hold the others or stand in them, its value is the same."""
    value = figure.value if figure.low is None else [figure.low, figure.high]
    inside = want["surface"] in figure.surface or figure.surface in want["surface"]
    return inside and _equal(value, want["value"])


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return all(map(_equal, one, other))
    if isinstance(one, float) and isinstance(other, int | float):
        return abs(one - other) <= CLOSE * max(1, abs(other))
    return one is None and other is None


def _same_time(one: tuple[str, str] | None, other: list[str] | None) -> bool:
    """Whether two periods are equal as far as both are exact: 2019 to 2025 and 2019 to 2025-12-09."""
    if one is None or other is None:
        return one is None and other is None
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_news_as_its_writer_reads_it(name: str) -> None:
    """The list of what differs is exact: what is new fails, and what was mended but is still listed."""
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    assert differences(name) == known.get(name, [])


def test_most_of_the_news_is_read_as_its_writers_read_it() -> None:
    """At most one in six facts differs: their times and areas are told by judgement too."""
    facts = sum(len(told(name)["statistics"]) + len(told(name)["policy_areas"]) for name in NAMES)
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    assert sum(map(len, known.values())) <= facts / 6
