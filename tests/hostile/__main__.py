"""Numbers on the command line come in; a line of figures goes out, and every fault. Run: make torture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser import opening
from tests.hostile import naughty
from tests.hostile.check import checked


def main() -> int:
    """1 where there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--seeds", type=int, default=10_000, help="how many hostile texts")
    parser.add_argument("--seed", type=int, default=1, help="the same texts for the same number")
    parser.add_argument("--policy-every", type=int, default=1, help="open one of so many pages with its policy as well")
    parser.add_argument("--keep", type=Path, help="an empty folder for the texts and the site; else they are removed")
    asked = parser.parse_args()
    why = naughty.missing() or opening.missing()
    if why:
        sys.stderr.write(f"{why}\n")
        return 1
    with TemporaryDirectory() as folder:
        result = checked(asked.keep or Path(folder), asked.seeds, asked.seed, policy_every=asked.policy_every)
    sys.stdout.writelines(f"{fault}\n" for fault in result.faults)
    sys.stdout.write(f"{result}\n")
    return int(bool(result.faults))


if __name__ == "__main__":
    sys.exit(main())
