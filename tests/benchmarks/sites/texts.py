"""A number comes in, a raw news text about invented countries goes out: the same one in every run.

The sentences are those of the demonstration. As in the texts that people have, some articles are three times as long as
others, and each names a few facts in every sentence: `density` counts them.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sco_digest.content import load_content
from sco_digest.extract import extract
from sco_digest.facts import facts
from sco_digest.model import Document
from tests.benchmarks.sites.phrases import chance, pick, written
from tests.benchmarks.sites.world import FIRST_YEAR, TOPICS, YEARS, Country, countries
from tests.demo.article import DAYS, MONTHS
from tests.demo.world import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from random import Random

DAYS_IN_ALL = YEARS * 365
FEWEST, MOST = 7, 40
"""Paragraphs behind the lead; the square of chance makes short texts more frequent."""


class Text(NamedTuple):
    """One raw text."""

    path: str
    """Below the seeds folder."""
    text: str


def texts(count: int) -> Iterator[Text]:
    """So many; the first ones do not depend on how many there are."""
    return map(text, range(count))


def text(number: int) -> Text:
    """The text of that number, with the day before it as press offices send it."""
    by = chance(f"article/{number}")
    day = date(FIRST_YEAR, 1, 1) + timedelta(days=int(by.random() * DAYS_IN_ALL))
    topic, second = pick(TOPICS, by), pick(TOPICS, by)
    names = _names(day, topic, by)
    paragraphs = (_lead(topic, names, by), *_further(topic, second, names, by))
    return Text(f"{day:%Y-%m}/{number:06}.txt", f" date {day} " + "\n\n".join(paragraphs) + "\n")


def write(folder: Path, count: int) -> None:
    """Write the texts as a seeds folder."""
    for path, body in texts(count):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(body, encoding="utf-8")


class Density(NamedTuple):
    """How many facts texts hold."""

    kinds: dict[str, float]
    """Facts of each kind in a thousand bytes."""
    mean_bytes: float

    @property
    def total(self) -> float:
        """Facts in a thousand bytes."""
        return sum(self.kinds.values())


def density(raw: Iterable[str], content: Path) -> Density:
    """The facts that we read, in a thousand bytes of text."""
    vocabulary = load_content(content)[0].vocabulary
    found: Counter[str] = Counter()
    sizes: list[int] = []
    for one in raw:
        document = Document(id="a", path="a.txt", file="a.txt", line=1, sha256="", text=one, body=0)
        found.update(fact.kind for fact in facts(extract(document, vocabulary)))
        sizes.append(len(one.encode()))
    return Density({kind: 1000 * number / sum(sizes) for kind, number in found.items()}, sum(sizes) / len(sizes))


def _lead(topic: str, names: dict[str, str], by: Random) -> str:
    story = pick(words(f"topics/{topic}")["stories"], by)
    credit = pick(words("common")["credits"], by)
    return f"{written(story['lead'], names, by)} {written(credit, names, by)}"


def _further(topic: str, second: str, names: dict[str, str], by: Random) -> Iterator[str]:
    """The paragraphs behind the lead, none twice; those behind the first ones are of another policy area."""
    count = FEWEST + int((MOST - FEWEST) * by.random() ** 2)
    own, other = (sorted(_paragraphs(one), key=lambda _: by.random()) for one in (topic, second))
    half = -(-count * 2 // 3)
    for form in (*own[:half], *[one for one in other if one not in own[:half]][: count - half]):
        # figures of a country and a year are the same in whatever article they stand
        settled = chance(f"{form}/{names['C']}/{names['ly']}") if form.startswith("#") else by
        yield written(form.removeprefix("#"), names, settled)


@cache
def _paragraphs(topic: str) -> tuple[str, ...]:
    """Every paragraph that a policy area has; `#` before those that tell of a country and its figures alone."""
    lists, common = words(f"topics/{topic}"), words("common")
    quoted = [common["quoted"][n % len(common["quoted"])] for n in range(len(lists["quotes"]))]
    quotes = [form.replace("{1}", a).replace("{2}", b) for form, (a, b) in zip(quoted, lists["quotes"], strict=True)]
    reported = common["reported"]
    said = [
        f"{reported[n % len(reported)].replace('{1}', clause)} {lists['figures'][n % len(lists['figures'])]}"
        for n, clause in enumerate(lists["says"])
    ]
    told = [sentence for story in lists["stories"] for sentence in story["more"]]
    return (*quotes, *said, *told, *lists["plans"], *(f"#{one}" for one in lists["background"]))


def _names(day: date, topic: str, by: Random) -> dict[str, str]:
    """Values for the names in brackets."""
    here, there = pick(countries(), by), pick(countries(), by)
    if there is here:
        there = countries()[countries().index(here) - 1]
    title, _, office = words("world")["posts"][topic]
    who, expert = here.holder(topic, day.year), pick(words(f"topics/{topic}")["experts"], by)
    short, month = title.lower().split(" of ")[0], day.replace(day=1) - timedelta(days=1)
    return {
        **_places(here, there, by),
        "m": pick(
            (f"{title} of {here.name} {who}", f"{here.adjective} {title} {who}", f"{who}, {title} of {here.name},"), by
        ),
        "M": pick((who, who, who.split()[-1]), by),
        "them": f"the {short}",
        "Them": f"The {short}",
        "office": f"the {office} of {here.name}",
        "Office": f"The {office} of {here.name}",
        "e": f"{expert['name']}, {expert['role']}," if expert.get("behind") else f"{expert['role']} {expert['name']}",
        "E": expert["name"].split()[-1],
        "wd": DAYS[day.weekday()],
        "mon": f"{MONTHS[month.month - 1]} {month.year}",
        "yr": str(day.year),
        "ny": str(day.year + 1),
        "ly": str(day.year - 1),
    }


def _places(here: Country, there: Country, by: Random) -> dict[str, str]:
    return {
        "C": here.name,
        "A": here.adjective,
        "cap": here.cities[0],
        "city": pick(here.cities[1:], by),
        "P": there.name,
        "PA": there.adjective,
        "Pcap": there.cities[0],
    }
