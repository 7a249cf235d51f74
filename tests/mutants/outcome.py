"""What mutmut left in its folder comes in, what came of each mutant goes out, told by the words that were changed."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLED = {1, 2, 3}
"""Exit codes of pytest when a test failed, when it stopped, and when it fell over."""
NO_TEST = {5, 33}
SURVIVED = 0
NOT_RUN = None


class Survivor(Struct, frozen=True, order=True):
    """A mutant that no test noticed."""

    where: str
    """The function, such as `cache.store.Store.get`."""
    was: str
    """The line as it stands in the program; several are parted by a line end."""
    became: str
    """The line in the mutant; empty where it was taken out."""


class Outcome(Struct, frozen=True):
    """How the mutants of a room fared."""

    room: str
    mutants: int
    killed: int
    timeouts: int
    """Those that ran into the limit of time or memory, or fell over: noticed too."""
    untested: int
    """Those in functions that no test reaches."""
    survivors: tuple[Survivor, ...]
    of: int = 0
    """How many there are of which these were chosen by chance; 0 where these are all."""
    sample: int = 0
    """How many were asked for; 0 for all."""
    seed: int | None = None
    """Of the chance; None where nobody wrote it down."""
    commit: str = ""
    """Of the checkout that was mutated, with ` changed` behind it where files differed; empty where it is not known."""

    @property
    def share(self) -> float:
        """The share of mutants that was noticed."""
        return (self.killed + self.timeouts) / self.mutants


def outcome(room: str, copy: Path) -> Outcome:
    """What came of the mutants of a room in this copy of the checkout."""
    total = copy / "mutants/total"
    of = int(total.read_text(encoding="utf-8")) if total.exists() else 0
    killed = timeouts = untested = 0
    survivors = []
    for source, name, code in _mutants(copy / "mutants"):
        if code == SURVIVED or code in NO_TEST:
            survivors.append(_survivor(copy / "mutants", source, name))
        untested += code in NO_TEST
        killed += code in KILLED
        timeouts += code not in {*KILLED, *NO_TEST, SURVIVED, NOT_RUN}
        if code is NOT_RUN:
            raise RuntimeError(f"{name} was not run")
    whole = killed + timeouts + len(survivors)
    return Outcome(room, whole, killed, timeouts, untested, tuple(sorted(survivors)), of)


def _mutants(folder: Path) -> Iterator[tuple[Path, str, int | None]]:
    """The file, the name and the exit code of each."""
    for meta in sorted(folder.rglob("*.py.meta")):
        for name, code in _json(meta)["exit_code_by_key"].items():
            yield meta.with_suffix(""), name.rpartition(".")[2], code


def _survivor(folder: Path, source: Path, name: str) -> Survivor:
    """The lines in which a mutant differs from the function beside it."""
    function = name.partition("__mutmut_")[0]
    plain = _plain(function)
    old, new = (_lines(source, one, plain) for one in (f"{function}__mutmut_orig", name))
    room = ".".join(source.relative_to(folder / "sco_digest").with_suffix("").parts).removesuffix(".__init__")
    changes = [one for one in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if one[0] != "equal"]
    was = "\n".join(line for _, start, end, _, _ in changes for line in old[start:end])
    became = "\n".join(line for _, _, _, start, end in changes for line in new[start:end])
    return Survivor(f"{room}.{plain}", was, became)


def _lines(source: Path, name: str, plain: str) -> list[str]:
    """The lines of one of the functions that mutmut wrote, as if it had the name that it was written with."""
    start, end = _json(source.with_name(f"{source.name}.spans"))["spans"][name]
    lines = source.read_text(encoding="utf-8").split("\n")[start - 1 : end]
    return [line.strip().replace(name, plain.rpartition(".")[2]) for line in lines]


def _plain(function: str) -> str:
    """The name as it is written: mutmut writes `x_get` for a function and `xǁStoreǁget` for a method."""
    return function[2:].replace("ǁ", ".") if function.startswith("xǁ") else function.removeprefix("x_")


def _json(file: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return made
