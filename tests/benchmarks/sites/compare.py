"""Programs come in; each builds the same articles in turn with the others, and what each build took goes out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.sites import texts
from tests.benchmarks.sites.articles import articles
from tests.benchmarks.sites.by_sco_digest import content
from tests.benchmarks.sites.equal import Output, output
from tests.benchmarks.sites.measure import Measurement, measured
from tests.benchmarks.sites.program import SITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.sites.articles import Article
    from tests.benchmarks.sites.program import Program

ROOT = Path(__file__).parents[3]
COLD, UNCHANGED, EDITED = "cold", "nothing changed", "one article edited"
BUILDS = (COLD, UNCHANGED, EDITED)
LINE = "The next meeting was left for another day, and round {} of the talks ended without a date."
"""What is added to an article, other words each time."""


class Compared(NamedTuple):
    """All that was measured of so many articles."""

    articles: int
    outputs: dict[str, Output]
    """What each program made, by its name."""
    taken: dict[tuple[str, str], list[Measurement]]
    """By program and build, one a round."""
    floor: list[Measurement]
    """Writing what our site with equal pages is made of."""


class Bench:
    """A folder with the input of every program, and what they built from it."""

    def __init__(self, folder: Path, programs: Sequence[Program], count: int) -> None:
        self.folder, self.programs = folder, programs
        texts.write(folder / "seeds", count)
        self.articles = articles(folder / "seeds", content(folder / "content", equal=True))
        for program in programs:
            program.write(self._input(program), folder / "seeds", self.articles)

    def outputs(self) -> dict[str, Output]:
        """Build every site once, for later builds to go on from, and count what they are made of."""
        for program in self.programs:
            self._build(program, UNCHANGED)
        return {program.name: output(self._out(program, UNCHANGED) / SITE) for program in self.programs}

    def round(self, number: int, programs: Sequence[Program]) -> dict[tuple[str, str], Measurement]:
        """Every build of some programs in turn."""
        taken: dict[tuple[str, str], Measurement] = {}
        for build in BUILDS:
            for program in programs:
                if build == EDITED:
                    program.change(self._input(program), self._article(number), LINE.format(number))
                one = taken[program.name, build] = self._build(program, build)
                print(f"round {number + 1}, {build}, {program.name}: {one.wall:.2f} s", file=sys.stderr, flush=True)
        return taken

    def floor(self, program: Program) -> Measurement:
        """Write the site of a program anew from memory."""
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        words = [sys.executable, "-m", "tests.benchmarks.sites.floor", self._out(program, UNCHANGED) / SITE, copy]
        said = subprocess.run([str(word) for word in words], cwd=ROOT, check=True, capture_output=True).stdout
        shutil.rmtree(copy)
        return Measurement(*json.loads(said), None)

    def _build(self, program: Program, build: str) -> Measurement:
        """A cold one begins in an empty folder, the others in that of the build before."""
        out = self._out(program, build)
        if build == COLD:
            shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True, exist_ok=True)
        command = program.command(self._input(program), out, build != COLD)
        here = self._input(program) if program.name == "eleventy" else out
        return measured(
            command, here, {"HOME": str(out), "XDG_CACHE_HOME": str(out / "cache"), "PYTHONPATH": str(ROOT)}
        )

    def _article(self, number: int) -> Article:
        """Another one each round, spread over the years."""
        return self.articles[number * 37 % len(self.articles)]

    def _input(self, program: Program) -> Path:
        return self.folder / "in" / program.name.replace(" ", "-").replace(",", "")

    def _out(self, program: Program, build: str) -> Path:
        return self.folder / ("cold" if build == COLD else "kept") / self._input(program).name


def compare(folder: Path, programs: Sequence[Program], count: int, rounds: int, whole: int) -> Compared:
    """Measure all programs, the first of which is ours; those whose site is not equal in the first `whole` rounds."""
    bench = Bench(folder, programs, count)
    outputs = bench.outputs()
    taken: dict[tuple[str, str], list[Measurement]] = defaultdict(list)
    floor: list[Measurement] = []
    for number in range(rounds):
        taking_part = [program for program in programs if program.equal or number < whole]
        for key, one in bench.round(number, taking_part).items():
            taken[key].append(one)
        floor.append(bench.floor(programs[0]))
    return Compared(count, outputs, dict(taken), floor)
