"""`words/series.toml` comes in; Articles with a figure for each month, and those that dispute one, go out."""

from __future__ import annotations

from datetime import date
from math import cos, pi
from typing import TYPE_CHECKING

import msgspec

from tests.demo.article import Article, Setting, month_before, named, working
from tests.demo.lists import Lists
from tests.demo.phrases import Chance, Deck, Steady, expand, grouped
from tests.demo.world import experts, official, words, world

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASES = [(2025, month) for month in range(2, 13)] + [(2026, 1), (2026, 2), (2026, 3)]
"""Months in which the figure of the month before is published."""
FEBRUARY = 2
"""When the figure of the whole year before is published."""
DISPUTED = 6
"""Every how many releases a figure is disputed."""
Month = tuple[int, int]


class Series(msgspec.Struct, frozen=True):
    """A figure that is published each month."""

    country: str
    topic: str
    post: str
    what: str
    unit: str
    start: float
    """In January 2024."""
    growth: float
    """Share a month."""
    season: float
    noise: float
    more: tuple[str, ...]
    of: str = "in"

    def value(self, month: Month) -> float:
        passed = (month[0] - 2024) * 12 + month[1] - 1
        chance = Chance(f"{self.country}/{self.what}/{passed}")
        season = 1 + self.season * cos(2 * pi * (month[1] - 8) / 12)
        return self.start * (1 + self.growth) ** passed * season * (1 + chance.between(-self.noise, self.noise))

    def year(self, year: int) -> float:
        """The sum of a year, or its mean where months cannot be summed."""
        values = [self.value((year, month)) for month in range(1, 13)]
        return sum(values) / (12 if self.unit == "percent" else 1)

    def said(self, value: float) -> str:
        """A value as texts write it."""
        if self.unit == "$ million":
            return f"${value / 1000:.2f} billion" if value >= 1000 else f"${value:.0f} million"
        if self.unit == "million kilowatt-hours":
            return f"{value / 1000:.2f} billion kilowatt-hours"
        if self.unit.startswith("thousand"):
            return _thousands(value, self.unit.split()[1])
        digits = 1 if self.unit == "percent" else 2
        return f"{value:.{digits}f} {self.unit}"


class Desk:
    """What writes on one series, with the words of its policy area."""

    def __init__(self, series: Series) -> None:
        self.series = series
        seed = f"{series.country}/{series.what}"
        self.lists = Lists(series.topic, seed)
        self.experts = Deck(experts(series.topic), seed)
        self.remarks = Deck(words("common")["release"]["remark"], seed)
        self.leads = Deck(words("common")["release"]["lead"], seed)

    def release(self, year: int, month: int) -> Article:
        """The figure of the month before."""
        setting, chance, names = self._begun(year, month, "figures", 9, 7)
        forms = words("common")["release"]
        opening = self.leads.deal()
        earlier = [forms["annual"]] if month == FEBRUARY else [forms["year_before"]]
        earlier += [] if "{pv}" in opening else [forms["before"]]
        compared = " ".join(chance.pick(form) for form in earlier)
        detail = chance.pick(self.series.more)
        rest = [
            expand(f"{compared} {detail}", names, chance),
            self.lists.quote(names, chance),
            f"{self.lists.report(names, chance)} {self.lists.figure(names)}",
            expand(self.remarks.deal(), names, chance),
            f"{self.lists.background(names)} {self._plan(names, chance)}",
        ]
        if chance.share() < 0.5:
            rest[1], rest[2] = rest[2], rest[1]
        lead = expand(opening, names, chance)
        return Article(setting.day, setting.key, setting.country, setting.speaker, (lead, *rest))

    def dispute(self, year: int, month: int) -> Article:
        """Another value for the month, some days behind the first."""
        setting, chance, names = self._begun(year, month, "dispute", 18, 9)
        forms = words("common")["dispute"]
        paragraphs = [expand(chance.pick(forms[name]), names, chance) for name in ("lead", "answer", "reason")]
        paragraphs += [
            self.lists.quote(names, chance),
            f"{self.lists.report(names, chance)} {self._plan(names, chance)}",
            self.lists.background(names),
        ]
        return Article(setting.day, setting.key, setting.country, setting.speaker, tuple(paragraphs), official=False)

    def _plan(self, names: dict[str, str], chance: Chance) -> str:
        """A plan, in a text in which no two sides have met."""
        return self.lists.plan(names, chance).replace("The sides", f"{names['C']} and {names['P']}")

    def _begun(self, year: int, month: int, kind: str, first: int, days: int) -> tuple[Setting, Chance, dict[str, str]]:
        series = self.series
        key = f"{series.what.split()[-1]}-{kind}-{year}-{month:02}-{series.country.lower()}"
        chance = Chance(key)
        day = working(date(year, month, first + int(chance.share() * days)))
        country = world().country(series.country)
        partner = chance.pick([other for other in world().countries if other is not country])
        setting = Setting(day, key, official(country, series.post, day), partner, self.experts.deal())
        names = setting.names(chance)
        return setting, chance, names | self._values(day, setting, chance)

    def _values(self, day: date, setting: Setting, chance: Chance) -> dict[str, str]:
        """The figures of the month, of that before, and of a year ago, in words."""
        series = self.series
        now, before, year_ago = (series.value(month_before(day, months)) for months in (1, 2, 13))
        part = now * chance.between(0.38, 0.49)
        return {
            "what": series.what,
            "What": series.what[0].upper() + series.what[1:],
            "of": series.of,
            "v": series.said(now),
            "v2": series.said(now * chance.pick((0.91, 0.94, 1.05, 1.08))),
            "pv": series.said(before),
            "pmon": named(month_before(day, 2)),
            "yv": series.said(year_ago),
            "ymon": named(month_before(day, 13)),
            "av": series.said(series.year(day.year - 1)),
            "rose": _moved(series.said(before), series.said(now), up=now > before),
            "part": series.said(part),
            "rest": series.said(now - part),
            "share": f"{self._share(day):.1f}",
            "many": grouped(round(chance.between(4000, 9000), -2)),
            "e_last": setting.expert.name.split()[-1],
        }

    def _share(self, day: date) -> float:
        """A share in percent that moves little from month to month."""
        steady = Steady(self.series.what + self.series.country, str(month_before(day)))
        return steady.between(3, 9) if self.series.unit == "percent" else steady.between(18, 64)


def figures() -> Iterator[Article]:
    """The releases of every series, and some disputes."""
    for number, series in enumerate(msgspec.convert(words("series")["series"], tuple[Series, ...])):
        desk = Desk(series)
        for turn, (year, month) in enumerate(RELEASES):
            yield desk.release(year, month)
            if (turn + number) % DISPUTED == 0:
                yield desk.dispute(year, month)


def _moved(before: str, now: str, *, up: bool) -> str:
    """A verb for the way from one value in words to another."""
    if before == now:
        return "remained at"
    return "rose to" if up else "fell to"


def _thousands(value: float, noun: str) -> str:
    return f"{value / 1000:.2f} million {noun}" if value >= 1000 else f"{value:.0f} thousand {noun}"
