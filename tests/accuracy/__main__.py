"""`python -m tests.accuracy` writes the pages on accuracy anew; with `--rules` it shows the rules instead.

`--data FOLDER` is the development data, which is no part of this repository; without it the numbers over it stay as
they are.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.accuracy.by_rule import by_rule, rule_table
from tests.accuracy.development import claims
from tests.accuracy.own import traced
from tests.accuracy.pages import ROOT, files


def main() -> None:
    """Write the pages, or show the rules."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/eval", metavar="FOLDER")
    parser.add_argument("--rules", action="store_true", help="how often each rule is right, most often wrong first")
    chosen = parser.parse_args()
    data = chosen.data if chosen.data.is_dir() else None
    if chosen.rules:
        sys.stdout.write(f"Our own texts\n\n{rule_table(by_rule(traced(watch=True)))}")
        if data:
            sys.stdout.write(f"\nDevelopment data\n\n{rule_table(by_rule(claims(data, watch=True)))}")
        return
    for path, text in files(data).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
