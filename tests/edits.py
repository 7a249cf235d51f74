"""Chance comes in, by a seed: sequences of edits to a small project go out, each judged by a clean build of the same.

Run `python -m tests.edits 200` for two hundred sequences.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sco_digest.build import BuildOptions, build
from sco_digest.cache import seen
from tests.projects import digests, project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Edit = Callable[[random.Random, Path], object]

EDITS = 6
"""In one sequence; the builds before and after each are compared."""
PEOPLE = ("Ilva Torn", "Oskar Brenne", "Mina Sattel")
ROLES = ("Minister of Trade", "Minister of Transport", "Minister of Health")
LANDS = ("Kazakhstan", "Uzbekistan", "Kyrgyzstan")
THINGS = ("exports", "freight traffic", "the number of patients")


def text(chance: random.Random) -> str:
    """An article with a speaker, who may be named by an initial, a statement, a promise and two figures."""
    who = chance.randrange(len(PEOPLE))
    name = PEOPLE[who] if chance.random() < 0.7 else f"{PEOPLE[who][0]}. {PEOPLE[who].split()[1]}"
    land, thing = chance.choice(LANDS), chance.choice(THINGS)
    day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return (
        f" date {day} {land} counts anew\n\n{ROLES[who]} of {land} {name} said that {thing} grew by "
        f"{chance.randint(2, 90)} percent in 2024. It was proposed to build the Orm–Selt railway. "
        f"It will cost ${chance.randint(2, 900)} million.\n"
    )


def add(chance: random.Random, home: Path) -> None:
    """One more text, or one of the same name."""
    (home / f"seeds/{chance.randrange(30)}.txt").write_text(text(chance), encoding="utf-8")


def change(chance: random.Random, home: Path) -> None:
    """Another text in one of the files."""
    chance.choice(sorted((home / "seeds").iterdir())).write_text(text(chance), encoding="utf-8")


def delete(chance: random.Random, home: Path) -> None:
    """One text less, but one stays."""
    _, *others = sorted((home / "seeds").iterdir())
    if others:
        chance.choice(others).unlink()


def rename(chance: random.Random, home: Path) -> None:
    """The same text in a file of another name."""
    chance.choice(sorted((home / "seeds").iterdir())).rename(home / f"seeds/renamed-{chance.randrange(9)}.txt")


def setting(chance: random.Random, home: Path) -> None:
    """Another title, length of lists or language."""
    lines = (f"title: Digest {chance.randrange(3)}", f"per_page: {chance.randint(5, 7)}", "search: false")
    more = chance.choice(("language: en", "language: ru", "other_languages: [ru]"))
    (home / "content/site.yaml").write_text("\n".join((*lines, more, "")), encoding="utf-8")


def topic(chance: random.Random, home: Path) -> None:
    """A policy area with another name and one more cue."""
    file = chance.choice(sorted((home / "content/topics").iterdir()))
    words = file.read_text(encoding="utf-8").replace("name: ", f"name: {chance.choice('ABC')} ", 1)
    file.write_text(words.replace("strong: [", f"strong: [orm{chance.randrange(9)} railway, ", 1), encoding="utf-8")


def prose(chance: random.Random, home: Path) -> None:
    """A page that people write."""
    page = f"---\ntitle: Notes\n---\nNote {chance.randrange(99)}.\n"
    (home / "content/pages/notes.md").write_text(page, encoding="utf-8")


def person(chance: random.Random, home: Path) -> None:
    """Somebody whose country and spellings are known, or nobody any more."""
    one = chance.choice(PEOPLE)
    lines = f"  - slug: someone\n    name: {one}\n    country: {chance.choice(('KZ', 'UZ'))}\n"
    (home / "content/people.yaml").write_text(chance.choice(("people: []\n", f"people:\n{lines}")), encoding="utf-8")


def correction(chance: random.Random, home: Path) -> None:
    """What is wrong in an article that may be there, or no correction any more."""
    file = home / f"content/corrections/{chance.randrange(3)}.yaml"
    if file.exists() and chance.random() < 0.3:
        file.unlink()
        return
    article = chance.choice(sorted((home / "seeds").iterdir())).stem
    what = chance.choice(
        ("headline: Anew", "date: 2024-02-03", f"remove: [{chance.choice(PEOPLE)}]", "policy_areas: []")
    )
    file.write_text(f"article: '{article}'\nreason: wrong\n{what}\n", encoding="utf-8")


def template(chance: random.Random, home: Path) -> None:
    """A template of one's own, or none any more."""
    own = home / "templates/not_found.html"
    if own.exists() and chance.random() < 0.5:
        own.unlink()
    else:
        own.write_text(f"Lost {chance.randrange(99)}", encoding="utf-8")


def spoil(chance: random.Random, home: Path) -> None:
    """A page of the output, by hand."""
    file = chance.choice(sorted((home / "public").rglob("*.html")))
    file.write_text("spoilt", encoding="utf-8")


def spoil_before(chance: random.Random, home: Path) -> None:
    """A file of the tree that the next build begins with, or a file that is no part of it."""
    before = home / ".public.sco-digest-before"
    if before.exists():
        files = [*sorted(before.rglob("*.xml")), before / "topics/more.html"]
        chance.choice(files).write_text("spoilt", encoding="utf-8")


def damage(chance: random.Random, home: Path) -> None:
    """Some bytes of what was kept from the builds before."""
    file = home / ".public.sco-digest-cache"
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 50, 5000))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file.write_bytes(data[: chance.choice((len(data), len(data) // 2))])


OF_TEXTS: tuple[Edit, ...] = (add, add, change, change, delete, rename)
OTHERS: tuple[Edit, ...] = (setting, topic, prose, person, correction, template, spoil, spoil_before, damage)


def sequence(seed: int, folder: Path) -> Iterator[str]:
    """What each edit was; a difference between its build and a clean one is an AssertionError that names the files."""
    chance = random.Random(seed)  # noqa: S311
    home = project(folder / str(seed), **{str(number): text(chance) for number in range(chance.randint(2, 9))})
    (home / "templates").mkdir()
    setting(chance, home)
    built(home, "public")
    for _ in range(EDITS):
        edits = [chance.choice(chance.choice((OF_TEXTS, OTHERS))) for _ in range(chance.choice((1, 1, 2)))]
        for edit in edits:
            edit(chance, home)
        built(home, "public")
        built(home, "clean")
        differing = digests(home / "public").items() ^ digests(home / "clean").items()
        told = " and ".join(edit.__name__ for edit in edits)
        assert not differing, f"sequence {seed}, {told}: {sorted({path for path, _ in differing})}"
        shutil.rmtree(home / "clean")
        yield told
    shutil.rmtree(home)


def built(home: Path, output: str) -> None:
    """A build into that folder, by what is known of the one before only where it is the same folder."""
    folders = {"seeds": home / "seeds", "content": home / "content", "templates": home / "templates"}
    report = build(BuildOptions(**folders, output=home / output, jobs=1, cache=output == "public"))
    assert report.published, report.problems


def main(sequences: int) -> None:
    """A line for each sequence."""
    seen.TICK = 0  # what was written a moment ago would be read again whatever is known of it
    for seed in range(sequences):
        with TemporaryDirectory() as folder:
            sys.stdout.write(f"{seed}: {', '.join(sequence(seed, Path(folder)))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
