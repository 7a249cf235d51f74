"""Names of tortures come in; what became of the sites goes out, a line each, and the exit code.

`python -m tests.torture` does all of them, `--quick` a little of each.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.torture import calls, full
from tests.torture.faults import refused
from tests.torture.flood import flooded
from tests.torture.ground import Ground
from tests.torture.kills import killed
from tests.torture.outcome import two_at_a_time
from tests.torture.pairs import crowded

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.torture.outcome import Outcome

    Torture = Callable[[Path, int, bool], Outcome]


def _killed(folder: Path, seed: int, quick: bool) -> Outcome:
    def half(which: int) -> Outcome:
        place = _place(folder, which)
        return killed(Ground(place, 2 * seed + which), 10 if quick else 250, place)

    return two_at_a_time(half)


def _refused(folder: Path, seed: int, quick: bool) -> Outcome:
    def half(which: int) -> Outcome:
        place = _place(folder, which)
        return refused(Ground(place, seed, texts=8), place, 10 if quick else 0, which)

    return two_at_a_time(half)


def _full(folder: Path, seed: int, quick: bool) -> Outcome:
    return full.full(folder, seed, 5 if quick else 40)


def _crowded(folder: Path, seed: int, quick: bool) -> Outcome:
    return crowded(Ground(folder, seed), 6 if quick else 60)


def _flooded(folder: Path, seed: int, quick: bool) -> Outcome:
    return flooded(Ground(folder, seed), 10_000 if quick else 1_000_000)


def _place(folder: Path, which: int) -> Path:
    place = folder / str(which)
    place.mkdir()
    return place


TORTURES: dict[str, tuple[Torture, Callable[[], str]]] = {
    "kills": (_killed, str),
    "faults": (_refused, calls.missing),
    "full": (_full, full.missing),
    "pairs": (_crowded, str),
    "flood": (_flooded, str),
}
"""Each torture, and what says why it cannot be done here."""


def main(words: list[str]) -> int:
    """The exit code: 1 where a site was spoilt, or a torture could not be done."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TORTURES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args(words)
    bad = False
    for name in asked.names or TORTURES:
        torture, missing = TORTURES[name]
        if why := missing():
            print(f"{name}: not done, {why}")
            bad = True
            continue
        with TemporaryDirectory() as folder:
            outcome = torture(Path(folder).resolve(), asked.seed, asked.quick)
        print(outcome, *outcome.faults, sep="\n  ", flush=True)
        bad = bad or bool(outcome.faults)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
