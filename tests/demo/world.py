"""`words/world.toml` comes in; countries, and who holds which post on a day, go out."""

from __future__ import annotations

import tomllib
from datetime import date  # noqa: TC003  # msgspec reads the annotations
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent


class Country(msgspec.Struct, frozen=True):
    """An invented country."""

    code: str
    name: str
    people: tuple[str, ...]
    capital: str
    cities: tuple[str, ...]
    outlet: str
    """Its newspaper."""
    posts: dict[str, str]
    """Who holds a post in the beginning: name and gender."""


class Career(msgspec.Struct, frozen=True):
    """A deputy who takes over the post on a day."""

    country: str
    post: str
    who: str
    day: date


class Expert(msgspec.Struct, frozen=True):
    """Someone without a post, whom a policy area asks for a second opinion."""

    name: str
    role: str
    country: str
    behind: bool = False
    """Whether the role stands behind the name."""

    @property
    def introduced(self) -> str:
        return f"{self.name}, {self.role}," if self.behind else f"{self.role} {self.name}"


class World(msgspec.Struct, frozen=True):
    """All that is invented once and for all texts."""

    organisation: str
    countries: tuple[Country, ...]
    posts: dict[str, tuple[str, str, str]]
    """Title of the holder, of the deputy, and the office."""
    careers: tuple[Career, ...]
    agencies: tuple[dict[str, str], ...]

    def country(self, code: str) -> Country:
        return next(country for country in self.countries if country.code == code)


class Official(msgspec.Struct, frozen=True):
    """Someone with a post on a day."""

    name: str
    title: str
    office: str
    country: Country

    @property
    def short(self) -> str:
        """What the title is shortened to behind "the"."""
        words = self.title.lower().split(" of ")[0]
        return {"first deputy prime minister": "deputy prime minister"}.get(words, words)


@cache
def words(name: str) -> dict[str, Any]:
    """A word list by the name of its file."""
    return tomllib.loads((HERE / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def world() -> World:
    return msgspec.convert(words("world"), World)


@cache
def experts(topic: str) -> tuple[Expert, ...]:
    return msgspec.convert(words(f"topics/{topic}")["experts"], tuple[Expert, ...])


def official(country: Country, post: str, day: date, *, deputy: bool = False) -> Official:
    """Who holds a post on a day; the `deputy` where one is known who has not taken over yet."""
    career = next((one for one in world().careers if (one.country, one.post) == (country.code, post)), None)
    title, second, office = world().posts[post]
    if career and day >= career.day:
        return Official(_name(career.who), title, office, country)
    if career and deputy:
        return Official(_name(career.who), second, office, country)
    return Official(_name(country.posts[post]), title, office, country)


def _name(who: str) -> str:
    """The name without the gender behind it."""
    return who[:-2]
