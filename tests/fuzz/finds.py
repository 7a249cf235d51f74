"""Exceptions and the inputs that raised them come in; the shortest input of each fault goes out, as a file."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from sco_digest.errors import one_line

if TYPE_CHECKING:
    from tests.fuzz.inputs import Seed

HOUSE = Path(__file__).parents[2]


class Finds:
    """One file a fault: two exceptions are one fault if they are of one kind and raised on the same line of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lengths: dict[str, int] = {}

    def add(self, seed: Seed, error: BaseException) -> None:
        """Keep the input if its fault is new, or if it is shorter than the one that is kept."""
        name = fault(error)
        if len(seed.data) < self._lengths.get(name, len(seed.data) + 1):
            self._lengths[name] = len(seed.data)
            (self.folder / f"{name}{seed.ending}").write_bytes(seed.data)


def fault(error: BaseException) -> str:
    """The name of a fault, such as `IndexError-extract-tokens-117`: what is raised, and where in our code."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(str(HOUSE))]
    where = Path(frames[-1].filename).relative_to(HOUSE).with_suffix("").parts[1:] if frames else ("elsewhere",)
    line = frames[-1].lineno if frames else 0
    return "-".join((type(error).__name__, *where, str(line)))


def told(error: BaseException) -> str:
    """A fault in one line."""
    return one_line(f"{type(error).__name__}: {error}", path=fault(error))
