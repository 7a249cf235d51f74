"""Bytes from libFuzzer come in; the instrumented program reads each as a seed file: `python -m tests.fuzz` runs it.

Needs atheris, which is in `requirements-torture.lock`. The options are those of libFuzzer, behind the folder that
faults are kept in: one fault does not end the run, so that it cannot hide another one.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sco_digest"]):
    from tests.fuzz.finds import Finds
    from tests.fuzz.inputs import seed
    from tests.fuzz.reading import Reader


def main(words: list[str]) -> None:
    """Never comes back: libFuzzer ends the process."""
    finds, reader = Finds(Path(words[1])), Reader()

    def one_input(data: bytes) -> None:
        given = seed(data)
        try:
            reader.read(given)
        except Exception as error:  # whatever it is, it is what is looked for
            finds.add(given, error)

    atheris.Setup([words[0], *words[2:]], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
