"""Texts by chance, of the words that rules know: `python -m tests.fuzz.chance --runs 100000 --seed 1`.

A fuzzer that looks which places of the code an input reaches reads some two hundred inputs a second. Without looking a
process reads several times as many, and what hangs on two rare words in one text is sooner met. Words of one section of
the language stand together, as they do in what its rules look for. What is found is made small, and kept as a case.
"""

from __future__ import annotations

import argparse
import random
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from sco_digest.language import load_language
from tests.fuzz.finds import Finds
from tests.fuzz.inputs import Seed
from tests.fuzz.reading import Reader
from tests.fuzz.shrink import fault_of, shrunk
from tests.fuzz.words import DATES, MARKS, NAMES, NUMBERS, SMALL, parted, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).parent
WORDS = (3, 5, 8, 12, 20, 30)
"""How many there are in a text."""
BREAKS = (" ", " ", " ", " ", " ", " ", "", " - ", ", ", ". ", "-", "\n")
YEARS = (1900, 2024, 2025, 2025, 2099)
POOLS = tuple(map(parted, (NUMBERS, DATES, NAMES, MARKS)))


@cache
def sections() -> tuple[tuple[str, ...], ...]:
    """The words and phrases of each section of the language."""
    every = (sorted(set(texts_of(part))) for part in msgspec.to_builtins(load_language("en")).values())
    short = (tuple(word for word in words if 0 < len(word) < 40) for words in every)
    return tuple(filter(None, short))


def texts(chance: random.Random) -> Iterator[str]:
    """One after the other, without end."""
    while True:
        near = chance.sample(sections(), chance.randint(1, 3))
        pools = (parted(SMALL), parted(SMALL), *chance.choices(near, k=4), *POOLS)
        pieces: list[str] = []
        for _ in range(chance.choice(WORDS)):
            word = chance.choice(chance.choice(pools))
            pieces += (word.capitalize() if chance.random() < 0.1 else word, chance.choice(BREAKS))
        year = chance.choice((*YEARS, chance.randint(1, 9999)))
        day = f"date {year:04}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} "
        yield chance.choice(("", day)) + "".join(pieces)


def faults(runs: int, seed: int, keep: Path) -> list[str]:
    """The names of what such texts bring to light, each of which is kept in that folder."""
    reader = Reader()
    with TemporaryDirectory(prefix="sco-digest-chance-") as folder:
        finds = Finds(Path(folder))
        for _, text in zip(range(runs), texts(random.Random(seed)), strict=False):  # noqa: S311
            given = Seed(".txt", text.encode())
            try:
                reader.read(given)
            except Exception as error:  # whatever it is, it is what is looked for
                finds.add(given, error)
        found = []
        for path in sorted(Path(folder).iterdir()):
            small = shrunk(Seed(".txt", path.read_bytes()), reader.read)
            found.append(fault_of(small, reader.read) or path.stem)
            (keep / f"{found[-1]}.txt").write_bytes(small.data)
    return found


def main(words: Sequence[str] | None = None) -> int:
    """Read, tell; the code to exit with."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.chance", description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000, help="how many texts")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other texts")
    parser.add_argument("--keep", type=Path, default=HERE / "cases", help="the folder for what is found")
    options = parser.parse_args(words)
    found = faults(options.runs, options.seed, options.keep)
    sys.stdout.write("".join(f"{name}\n" for name in found) or f"no fault in {options.runs:,} texts\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
