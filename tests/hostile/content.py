"""A folder and a seed of chance come in; content goes out that is as hostile as its owner could make it.

Its payloads call `owned` and ask owned.example, so that they are told from those of the seeds. A page of prose may have
links to other hosts, but nothing in it may run or load.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from typing import TYPE_CHECKING

from tests.hostile.payloads import MARKUP, OTHERS
from tests.hostile.payloads.markup import ATTRIBUTES, ELEMENTS
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

UNTAKEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]|\u0085")
"""What YAML does not take."""
SETTINGS = """\
title: {title}
tagline: {tagline}
description: {description}
publisher: {publisher}
report: mailto:desk@site.example?subject={{title}}&body={{url}}%20{{file}}
feed_id: tag:site.example,2025:hostile
per_page: 60
"""
PERSON = """\
  - slug: owned-{number}
    name: {name}
    spellings: [{spelling}]
    role: {role}
"""
PLACE = """\
  - code: X{letter}
    name: {name}
    spellings: [{spelling}]
    cities: [{city}]
"""
TOPIC = """\
---
name: {name}
order: {order}
cues: {{en: {{strong: [{cue}]}}}}
---
{text}
"""
CORRECTION = """\
article: {article}
reason: {reason}
headline: {headline}
source: {source}
"""
CUES = ("railway bridge", "health of patients", "digital services")
PEOPLE = ("Ilva Torn", "Oskar Brenne", "Mina Sattel", "Nodar Hule")


def owned_content(folder: Path, seed: int, articles: Iterable[str]) -> None:
    """What ships, and hostile settings, people, places, topics and pages beside it; some articles are corrected."""
    chance = random.Random(f"content {seed}")  # noqa: S311
    shutil.copytree(ROOT / "content", folder)
    (folder / "site.yaml").write_text(_filled(chance, SETTINGS), encoding="utf-8")
    people = (_filled(chance, PERSON, spelling=name, number=number) for number, name in enumerate(PEOPLE))
    (folder / "people.yaml").write_text("people:\n" + "".join(people), encoding="utf-8")
    places = (_filled(chance, PLACE, letter=letter, spelling=f"Orm{letter}") for letter in "ABC")
    (folder / "places.yaml").write_text("places:\n" + "".join(places), encoding="utf-8")
    for number, cue in enumerate(CUES):
        text = _filled(
            chance, TOPIC, cue=cue, order=900 + number, text="\n\n".join(_owned(chance.sample(ELEMENTS, 20)))
        )
        (folder / f"topics/owned-{number}.md").write_text(text, encoding="utf-8")
    for number, article in enumerate(articles):
        text = _filled(chance, CORRECTION, article=json.dumps(article, ensure_ascii=False))
        (folder / f"corrections/owned-{number}.yaml").write_text(text, encoding="utf-8")
    for name, payloads in (MARKUP | OTHERS).items():
        page = _filled(chance, "---\ntitle: {title}\n---\n{text}\n", text="\n\n".join(_owned(payloads)))
        (folder / f"pages/{name}.md").write_text(page, encoding="utf-8")


def _filled(chance: random.Random, frame: str, **known: object) -> str:
    """Each gap that is not known is filled with a payload, as a value that is well written."""
    gaps = {name: json.dumps(_one(chance), ensure_ascii=False) for name in re.findall(r"(?<!{){(\w+)}(?!})", frame)}
    return frame.format(**gaps | known)


def _one(chance: random.Random) -> str:
    (payload,) = _owned([chance.choice((*ATTRIBUTES, *ELEMENTS))])
    return " ".join(f"Owned {chance.randrange(10**6)} {payload}".split())


def _owned(payloads: Sequence[str]) -> Iterator[str]:
    """The same payloads in the words of the content."""
    for payload in payloads:
        yield UNTAKEN.sub("", payload).replace("hacked", "owned").replace("evil.example", "owned.example")
