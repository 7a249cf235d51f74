"""A number and a seed come in, mutmut is run on so many mutants, chosen by chance from all that there could be.

mutmut writes every mutant of a file into it before it runs one. For a room of fourteen thousand lines that takes an
hour and makes a program of a million; so only those that were chosen are written. Run in the copy of the checkout:
`python -m tests.mutants.mutating 600 1 1` for six hundred, by the seed 1, in one process; 0 for all of them.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mutmut import __main__ as mutmut
from mutmut.mutation import file_mutation
from mutmut.utils.file_utils import walk_mutatable_files

from tests.mutants.collected import collect_once

if TYPE_CHECKING:
    import libcst
    from mutmut.mutation.file_mutation import Mutation

    Made = tuple[libcst.Module, list[Mutation], set[str], set[str]]

TOTAL = Path("mutants/total")
"""Where it is written how many mutants there are of which some were chosen."""


def sampled(made: dict[str, Made], size: int, seed: int) -> dict[str, Made]:
    """The same files with only the mutations that were chosen; what is in no function is never mutated."""
    every = [
        (file, place)
        for file, (_, mutations, *_) in made.items()
        for place, one in enumerate(mutations)
        if one.contained_by_top_level_function
    ]
    chosen = set(random.Random(seed).sample(every, min(size, len(every))))  # noqa: S311  # no secret
    TOTAL.write_text(f"{len(every)}\n", encoding="utf-8")
    return {
        file: (module, [one for place, one in enumerate(mutations) if (file, place) in chosen], *ignored)
        for file, (module, mutations, *ignored) in made.items()
    }


def main() -> None:
    """Choose, and let mutmut do the rest as if there were no others."""
    size, seed, processes = map(int, sys.argv[1:])
    if size:
        make = file_mutation.create_mutations
        made = {str(path): make(str(path), path.read_text(encoding="utf-8")) for path in sorted(walk_mutatable_files())}
        chosen = sampled(made, size, seed)
        file_mutation.create_mutations = lambda filename, *_: chosen[filename]
    collect_once()
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]  # those that run are the ones beside the mutants
    mutmut._run((), processes)


if __name__ == "__main__":
    main()
