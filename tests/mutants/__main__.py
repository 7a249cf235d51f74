"""`python -m tests.mutants` runs the tests on mutants of each room, prints a table and writes docs/mutants.md.

`--room cache` does one of them, and leaves what is known of the others. It takes one processor for some twenty minutes
in all and needs mutmut, which is locked in requirements-torture.lock.
"""

from __future__ import annotations

import argparse
import os
import sys

import msgspec

from tests.mutants.outcome import Outcome
from tests.mutants.page import page, table
from tests.mutants.rooms import ROOMS, WANTED
from tests.mutants.running import ROOT, run
from tests.mutants.survivors import explained, reasons

PAGE = ROOT / "docs/mutants.md"
KNOWN = ROOT / "tests/mutants/outcomes.json"
"""What came of each room when it was last run."""


def main() -> int:
    """Run, print and write; 1 where too many mutants of a room survive."""
    chosen = _arguments()
    os.nice(10)  # nobody waits for it
    names = [] if chosen.page else [chosen.room] if chosen.room else list(ROOMS)
    for name in names:
        sample = ROOMS[name].sample if chosen.sample is None else chosen.sample
        _remember(run(ROOMS[name], sample=sample, seed=chosen.seed, processes=chosen.processes))
    PAGE.write_text(page(remembered(), reasons()), encoding="utf-8")
    made = [one for one in remembered() if one.room in names]
    sys.stdout.write(table(made))
    for outcome in made:
        bare = [one for one, why in explained(outcome.survivors, reasons()).items() if not why]
        sys.stdout.writelines(f"not explained: {one.where}: {one.became or f'without {one.was}'}\n" for one in bare)
    return int(any(outcome.share < WANTED for outcome in made))


def _remember(outcome: Outcome) -> None:
    """Write down what came of a room, in the place of what came of it before."""
    known = {one.room: one for one in (*remembered(), outcome)}
    text = msgspec.json.format(msgspec.json.encode([known[name] for name in ROOMS if name in known]))
    KNOWN.write_bytes(text + b"\n")


def remembered() -> list[Outcome]:
    """What is known of each room, in their order."""
    return msgspec.json.decode(KNOWN.read_bytes(), type=list[Outcome]) if KNOWN.exists() else []


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--room", choices=sorted(ROOMS), help="one room instead of all")
    parser.add_argument("--page", action="store_true", help="only write the page anew, when reasons were written down")
    parser.add_argument("--sample", type=int, metavar="N", help="so many mutants of a room, by chance; 0 for all")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="of the chance")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="how many mutants to test at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
