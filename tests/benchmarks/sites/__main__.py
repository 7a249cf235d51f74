"""Whole sites beside those of other programs: `python -m tests.benchmarks.sites --help`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sco_digest.shipped import shipped
from tests.benchmarks.sites.by_eleventy import ELEVENTY
from tests.benchmarks.sites.by_hugo import HUGO
from tests.benchmarks.sites.by_pelican import PELICAN
from tests.benchmarks.sites.by_sco_digest import EQUAL, SEARCHED, WHOLE, content
from tests.benchmarks.sites.compare import compare
from tests.benchmarks.sites.equal import inequalities
from tests.benchmarks.sites.machine import machine
from tests.benchmarks.sites.table import merged, section
from tests.benchmarks.sites.texts import density, texts
from tests.benchmarks.spread import PASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.sites.program import Program

PEERS = (HUGO, PELICAN, ELEVENTY)
ARTICLES = (1000, 10_000)
PAGE = Path(__file__).parents[3] / "docs/benchmarks.md"
SAMPLE = 100
"""Generated texts whose facts are counted."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, write docs/benchmarks.md if asked; 1 where the sites are not equal."""
    options = _options(words)
    dense = _density()
    print(dense, flush=True)
    programs = [EQUAL, *(peer for peer in PEERS if peer.name in options.peers.split(",") and _runs(peer))]
    whole = [WHOLE, SEARCHED] if options.whole else []
    unequal = False
    for count, rounds in zip_longest(options.articles, options.rounds[: len(options.articles)], fillvalue=PASSES):
        with TemporaryDirectory() as folder:
            compared = compare(Path(folder), [*programs, *whole], count, rounds, options.whole)
        ours, *others = (program.name for program in programs)
        outputs = compared.outputs
        faults = list(inequalities(outputs[ours], {name: outputs[name] for name in others}))
        about = _about(programs, rounds, options, dense, faults)
        found = section(compared, about)
        print(f"\n{found}", flush=True)
        unequal = unequal or bool(faults)
        if options.write:
            PAGE.write_text(merged(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")
    return int(unequal)


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.sites", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=ARTICLES, help="how many, once or several times")
    parser.add_argument(
        "--rounds", type=int, nargs="+", default=[PASSES], help="how often, for each number of articles"
    )
    parser.add_argument("--peers", default=",".join(peer.name for peer in PEERS), help="which, with commas between")
    parser.add_argument("--whole", type=int, default=1, help="in how many rounds our whole site is built, 0 for none")
    parser.add_argument("--write", action="store_true", help="put what was measured into docs/benchmarks.md")
    parser.add_argument("--note", default="", help="a sentence that is put above the figures")
    return parser.parse_args(words)


def _runs(program: Program) -> bool:
    """Whether it runs here; a line where it does not."""
    try:
        program.version()
    except (OSError, subprocess.CalledProcessError):
        print(f"{program.name} does not run here and is left out")
        return False
    return True


def _density() -> str:
    """How many facts a thousand bytes hold, in the first seed and in what is generated."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted(shipped("seeds").glob("*.txt"))[:1]]
    with TemporaryDirectory() as folder:
        places = content(Path(folder, "content"), equal=True)
        seed = density(seeds, places)
        made = density((one.text for one in texts(SAMPLE)), places)
    words = (f"{name} {one.total:.1f} ({one.mean_bytes:,.0f} bytes)" for name, one in (("seed", seed), ("made", made)))
    return f"facts in a thousand bytes of text: {', '.join(words)}"


def _about(
    programs: Sequence[Program], rounds: int, options: argparse.Namespace, dense: str, faults: Sequence[str]
) -> list[str]:
    """What has to be known of the figures."""
    versions = ", ".join(f"{program.name} {program.version()}" for program in programs)
    equal = [f"**Not equal**: {fault}." for fault in faults] or [
        "The sites are equal: pages within 2 %, bytes within 10 %."
    ]
    whole = f"; of {min(rounds, options.whole)} for the whole site" if options.whole else ""
    often = f"Median of {rounds}, in turn{whole}"
    taken = f"{machine()}. {versions}. {often}. {dense[0].upper()}{dense[1:]}."
    return [taken, *([options.note] if options.note else []), *equal]


if __name__ == "__main__":
    sys.exit(main())
