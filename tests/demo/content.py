"""The world comes in; the content folder of the demonstration goes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.demo.stories import TOPICS
from tests.demo.world import HERE, experts, world

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED = HERE.parents[1] / "content"


def content_files() -> dict[str, str]:
    """The text of each file by its path below the content folder: own settings and pages, the topics that ship."""
    own = {path.relative_to(HERE / "content").as_posix(): path for path in sorted((HERE / "content").rglob("*.*"))}
    topics = {f"topics/{path.name}": path for path in sorted((SHIPPED / "topics").glob("*.md"))}
    texts = {name: Path(path).read_text(encoding="utf-8") for name, path in (own | topics).items()}
    return texts | {"places.yaml": _listed("places", _places()), "people.yaml": _listed("people", _people())}


def _places() -> Iterator[dict[str, object]]:
    for country in world().countries:
        cities = [country.capital, *country.cities]
        yield {"code": country.code, "name": country.name, "people": list(country.people), "cities": cities}


def _people() -> Iterator[dict[str, object]]:
    """Those who took over a post, with their initials, the heads of government, and where experts are at home."""
    for career in world().careers:
        name = career.who[:-2]
        first, last = name.split(" ")
        yield {"name": name, "spellings": [f"{first[0]}. {last}"], "country": career.country}
    for country in world().countries:
        yield {"name": country.posts["premier"][:-2], "role": "Prime Minister", "country": country.code}
    for topic in TOPICS:
        for expert in experts(topic):
            yield {"name": expert.name, "country": expert.country}


def _listed(key: str, entries: Iterator[dict[str, object]]) -> str:
    """YAML with an entry a line; what JSON writes is YAML too."""
    return f"{key}:\n" + "".join(f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
