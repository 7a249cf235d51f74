"""Articles come in; the files of a seeds folder, in every form that texts arrive in, go out."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.demo.article import MONTHS, Article
from tests.demo.phrases import Chance, expand
from tests.demo.world import words, world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Form = tuple[str, str]
"""Ending and text of a file."""


def seed_files(articles: Iterable[Article]) -> dict[str, str]:
    """The text of each file by its path below the seeds folder."""
    files: dict[str, str] = {}
    lines: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles, key=lambda one: (one.day, one.key)):
        chance = Chance(f"form/{article.key}")
        form = chance.pick(FORMS if article.official else OTHERS)
        if form is None:
            lines[f"{article.day:%Y-%m}"].append(_line(article))
            continue
        ending, text = form(article, chance)
        files[f"{article.day:%Y-%m}/{article.country.code.lower()}-{article.key}{ending}"] = text
    agency = world().agencies[1]["name"].lower().replace(" ", "-")
    return files | {f"{agency}/{month}.jsonl": "".join(found) for month, found in lines.items()}


def _press(article: Article, chance: Chance) -> Form:
    """As a press office sends it: the day before the text, and its credit behind the lead."""
    office = f"{article.speaker.office} of {article.country.name}"
    credit = chance.pick(words("common")["credits"])
    credit = expand(credit, {"office": f"the {office}", "Office": f"The {office}"}, chance)
    first, *rest = article.paragraphs
    return ".txt", f" date {article.day} {_joined([f'{first} {credit}', *rest])}"


def _wire(article: Article, chance: Chance) -> Form:
    """With the dateline of an agency."""
    day, month = article.day, MONTHS[article.day.month - 1]
    when = chance.pick((f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}"))
    agency, mark = world().agencies[0]["name"], chance.pick(("-", "—"))
    first, *rest = article.paragraphs
    return ".txt", _joined([f"{article.country.capital.upper()}, {when} ({agency}) {mark} {first}", *rest])


def _paper(article: Article, _chance: Chance) -> Form:
    """With the lines of a newspaper's archive above."""
    return ".txt", _joined([f"Date: {article.day}\nSource: {article.country.outlet}", *article.paragraphs])


def _noted(article: Article, _chance: Chance) -> Form:
    """As Markdown with front matter."""
    return ".md", f"---\ndate: {article.day}\nsource: {article.country.outlet}\n---\n{_joined(article.paragraphs)}"


def _line(article: Article) -> str:
    """As a line of JSON, as an agency's interface gives it."""
    text = "\n\n".join(article.paragraphs)
    entry = {"id": f"ilp-{article.key}", "date": str(article.day), "source": world().agencies[1]["name"], "text": text}
    return json.dumps(entry, ensure_ascii=False) + "\n"


def _joined(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


OTHERS: tuple[Callable[[Article, Chance], Form] | None, ...] = (_wire, _wire, _paper, _noted, None)
"""How often texts come in each form from others than press offices; None for a line of JSON."""
FORMS = (_press, _press, _press, *OTHERS)
"""The same of what a press office would send."""
