"""Nothing comes in; invented countries go out, with their cities and with who holds which post in which year."""

from __future__ import annotations

import json
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.sites.phrases import chance
from tests.demo.world import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COUNTRIES = 18
CITIES = 6
FIRST_YEAR, YEARS = 2013, 12
TERM = 4
"""Years after which each post has a new holder."""
ONSETS = "Bar Dol Fen Gur Hel Ist Kar Lom Mur Nar Osk Pel Rav Sel Tuv Umb Vol Yel Zor".split()  # noqa: SIM905
ENDINGS = "den gan lak mor nav per rud sim tel vas".split()  # noqa: SIM905
GIVEN = "Aldan Berik Cela Darvin Edran Fenna Galia Ilvar Jarek Kelda Lorin Mavra Olvar Quena Selda".split()  # noqa: SIM905
SURNAMES = "Ash Bel Cor Dun Esk Far Gal Hask Ilm Jor Kol Lam Marv Nol Orl Pav Ros Sab Tam Urv".split()  # noqa: SIM905
SURNAME_ENDINGS = "anov ardi elin eris ivar oden olt umel".split()  # noqa: SIM905
TOPICS = tuple(post for post in words("world")["posts"] if post not in {"president", "premier", "statistics"})


class Country(NamedTuple):
    """An invented country."""

    code: str
    name: str
    adjective: str
    cities: tuple[str, ...]
    holders: dict[tuple[str, int], str]
    """By post and term, who holds it."""

    def holder(self, post: str, year: int) -> str:
        """The name of who holds a post in a year."""
        return self.holders[post, (year - FIRST_YEAR) // TERM]


@cache
def countries() -> tuple[Country, ...]:
    """All of them; the same in every run."""
    names = iter(_mixed([a + b for a, b in product(ONSETS, ENDINGS)], "places"))
    people = iter(_mixed([f"{g} {s}{e}" for g, s, e in product(GIVEN, SURNAMES, SURNAME_ENDINGS)], "people"))
    return tuple(_country(f"X{chr(ord('A') + number)}", names, people) for number in range(COUNTRIES))


def places() -> str:
    """`places.yaml` of a content folder; what JSON writes is YAML too."""
    entries: list[dict[str, Any]] = [
        {
            "code": country.code,
            "name": country.name,
            "people": [country.adjective, f"{country.adjective}s"],
            "cities": list(country.cities),
        }
        for country in countries()
    ]
    return "places:\n" + "".join(f"  - {json.dumps(entry)}\n" for entry in entries)


def _country(code: str, names: Iterator[str], people: Iterator[str]) -> Country:
    stem = next(names)
    terms = range(-(-YEARS // TERM))
    return Country(
        code=code,
        name=f"{stem}ia",
        adjective=f"{stem}ian",
        cities=tuple(next(names) for _ in range(CITIES)),
        holders={(post, term): next(people) for post in TOPICS for term in terms},
    )


def _mixed(items: Sequence[str], seed: str) -> list[str]:
    by = chance(seed)
    return sorted(items, key=lambda _: by.random())
