"""Who and where come in, the names that texts call them by go out; and an Article, which is what stories make."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from tests.demo.phrases import NAME, Chance, Steady, expand
from tests.demo.world import Country, Expert, Official, words

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905

FRIDAY = 4
TIMES = ("mon", "ly")
"""Names of the times for which figures are given."""


class Article(msgspec.Struct, frozen=True):
    """One text before it is put into a file."""

    day: date
    key: str
    """Short name for the file, of its own."""
    country: Country
    speaker: Official
    paragraphs: tuple[str, ...]
    official: bool = True
    """Whether the press office of the speaker would send it."""


class Setting(msgspec.Struct, frozen=True):
    """Who speaks, where and when."""

    day: date
    key: str
    speaker: Official
    partner: Country
    expert: Expert

    @property
    def country(self) -> Country:
        return self.speaker.country

    def names(self, chance: Chance) -> dict[str, str]:
        """Values for the names in brackets."""
        here, there, speaker = self.country, self.partner, self.speaker
        last = month_before(self.day)
        holder = f"{speaker.office} of {here.name}"
        surname = speaker.name.split()[-1]
        return {
            "C": here.name,
            "A": here.people[0],
            "cap": here.capital,
            "city": chance.pick(here.cities),
            "P": there.name,
            "PA": there.people[0],
            "Pcap": there.capital,
            "m": chance.pick(_introduced(speaker)),
            "M": chance.pick((speaker.name, speaker.name, surname)),
            "them": f"the {speaker.short}",
            "Them": f"The {speaker.short}",
            "office": f"the {holder}",
            "Office": f"The {holder}",
            "e": self.expert.introduced,
            "E": self.expert.name.split()[-1],
            "wd": DAYS[self.day.weekday()],
            "mon": named(last),
            "yr": str(self.day.year),
            "ny": str(self.day.year + 1),
            "ly": str(self.day.year - 1),
        }


def month_before(day: date, months: int = 1) -> tuple[int, int]:
    """Year and month of some months before."""
    index = day.year * 12 + day.month - 1 - months
    return index // 12, index % 12 + 1


def working(day: date) -> date:
    """The day, or the Monday behind it where offices are closed."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() > FRIDAY else 0)


def named(month: tuple[int, int]) -> str:
    """A month in words: May 2025."""
    return f"{MONTHS[month[1] - 1]} {month[0]}"


def quoted(pair: list[str], names: dict[str, str], chance: Chance) -> str:
    """Two sentences in quotation marks with who said them."""
    form = chance.pick(words("common")["quoted"])
    return expand(form.replace("{1}", pair[0]).replace("{2}", pair[1]), names, chance)


def reported(clause: str, names: dict[str, str], chance: Chance) -> str:
    """A clause with who said it."""
    return expand(chance.pick(words("common")["reported"]).replace("{1}", clause), names, chance)


def steady(text: str, names: dict[str, str]) -> str:
    """A sentence about the country, with the same figures wherever it is told of that country and time."""
    told = NAME.sub(lambda found: names[found[1]] if found[1] in TIMES else found[0], text)
    base = f"{text}/{names['C']}/{names['P'] if '{P' in text else ''}"
    return expand(told, names, Steady(base, told))


def _introduced(speaker: Official) -> tuple[str, ...]:
    """How a text first names someone."""
    name, title, country = speaker.name, speaker.title, speaker.country
    return (
        f"{title} of {country.name} {name}",
        f"{title} of {country.name} {name}",
        f"{country.people[0]} {title} {name}",
        f"{country.name}’s {title} {name}",
        f"{name}, {title} of {country.name},",
    )
