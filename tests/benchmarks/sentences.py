"""A seed comes in; so many invented sentences go out, each with the quantities that are in it.

Each pass of a comparison gets sentences of its own, so that no system can gain from having met them.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

Quantity = tuple[tuple[float, ...], str]
"""One value, or both ends of a range, and the unit."""


class Sentence(NamedTuple):
    """A sentence and its quantities."""

    text: str
    quantities: tuple[Quantity, ...]


LANDS = ("Veldania", "Orm", "Karsavia", "the Lake States", "Upper Tolmia", "Nordesh")
PEOPLE = ("Minister Aldo Ferrin", "Governor Nadira Oshkova", "Chairman Temir Baltaev", "Deputy Mayor Ines Calder")
THINGS = ("grain exports", "rail freight", "trade turnover", "wages in mining", "the budget deficit", "hotel stays")
NOUNS = (("worker", "workers"), ("pupil", "pupils"), ("wagon", "wagons"), ("household", "households"))
MONEY = (("USD", "dollars"), ("EUR", "euros"), ("JPY", "yen"))
LENGTHS = (("kilometre", "kilometres"), ("metre", "metres"), ("mile", "miles"))
TIMES = (("hour", "hours"), ("year", "years"), ("day", "days"))
SCALES = {"million": 1e6, "billion": 1e9, "thousand": 1e3}
WORDS = {"two": 2, "five": 5, "seven": 7, "twelve": 12, "twenty": 20, "forty-five": 45, "three hundred": 300}


def sentences(seed: int, number: int) -> list[Sentence]:
    """So many sentences; the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - nothing is kept secret with it
    return [FORMS[i % len(FORMS)](chance) for i in range(number)]


def _growth(chance: Random) -> Sentence:
    part = round(chance.uniform(1, 40), 1)
    text = f"{_up(chance.choice(THINGS))} of {chance.choice(LANDS)} rose by {part} percent last year."
    return Sentence(text, (((part,), "percent"),))


def _cost(chance: Random) -> Sentence:
    words, value = _scaled(chance)
    code, currency = chance.choice(MONEY)
    text = f"{chance.choice(PEOPLE)} said that the new bridge in {chance.choice(LANDS)} had cost {words} {currency}."
    return Sentence(text, (((value,), code),))


def _staff(chance: Random) -> Sentence:
    low, (one, many) = chance.randrange(20, 900), chance.choice(NOUNS)
    high = low + chance.randrange(5, 90)
    text = f"Between {low} and {high} {many} were counted in the valley, according to {chance.choice(PEOPLE)}."
    return Sentence(text, (((float(low), float(high)), one),))


def _line(chance: Random) -> Sentence:
    length, (measure, measures) = chance.randrange(1_000, 9_000), chance.choice(LENGTHS)
    (words, value), (one, many) = chance.choice([*WORDS.items()]), chance.choice(NOUNS)
    text = f"The line through {chance.choice(LANDS)} is {length:,} {measures} long, and {words} {many} look after it."
    return Sentence(text, (((float(length),), measure), ((float(value),), one)))


def _wait(chance: Random) -> Sentence:
    (words, value), (one, many) = chance.choice([*WORDS.items()]), chance.choice(TIMES)
    share = chance.randrange(2, 90)
    text = f"“It took {words} {many}, and {share}% of us gave up,” {chance.choice(PEOPLE)} told reporters in June."
    return Sentence(text, (((float(value),), one), ((float(share),), "percent")))


def _plain(chance: Random) -> Sentence:
    text = f"{chance.choice(PEOPLE)} met the delegation of {chance.choice(LANDS)} and spoke of {chance.choice(THINGS)}."
    return Sentence(text, ())


FORMS = (_growth, _cost, _staff, _line, _wait, _plain)


def _scaled(chance: Random) -> tuple[str, float]:
    scale = chance.choice(list(SCALES))
    number = chance.choice([chance.randrange(2, 90), round(chance.uniform(1, 9), 1)])
    return f"{number} {scale}", round(number * SCALES[scale], 2)


def _up(words: str) -> str:
    return words[0].upper() + words[1:]
