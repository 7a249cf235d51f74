"""`python -m tests.reproduce`: builds the shipped seeds and the demonstration in many ways, and compares the bytes.

A line for each way says what came of it. Where any site differs, or says when, where or by whom it was built, the
first files at fault are named and the exit code is 1; so it is where a Python that is promised could not be tried.
"""

from __future__ import annotations

import argparse
import getpass
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.demo.writing import write
from tests.projects import ROOT, digests
from tests.reproduce import pythons
from tests.reproduce.building import CHECKOUT, BuildError, Subject, build, clear, snapshot
from tests.reproduce.compare import differences, digest, traces, written
from tests.reproduce.conditions import CONDITIONS, PLAIN, SECONDS, WANTING, Condition, possible, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TOGETHER = together(()).name
PYTHONS = tuple(f"Python {version}" for version in pythons.WANTED)
NAMES = (*(condition.name for condition in CONDITIONS), *WANTING, *PYTHONS, TOGETHER)
SHOWN = 12
"""Files at fault that are named for each way."""


@dataclass
class Tally:
    """What came of all ways."""

    compared: int = 0
    faults: list[str] = field(default_factory=list)
    """The names of ways that differ, fail or say what they must not."""
    untried: list[str] = field(default_factory=list)
    """The names of ways that this machine cannot go."""

    def __str__(self) -> str:
        found = f"{len(self.faults)} differ, fail or say what they must not" if self.faults else "all the same"
        missing = f" ({', '.join(self.untried)})" if self.untried else ""
        what = found if self.compared else "which says nothing"
        ways = "way" if self.compared == 1 else "ways"
        return f"reproduce: {self.compared} {ways} compared, {what}; {len(self.untried)} not tried{missing}"

    def failed(self) -> bool:
        """Whether something differs, a Python that is promised was not tried, or nothing was compared at all."""
        return bool(self.faults) or not self.compared or any(name in PYTHONS for name in self.untried)


def main(arguments: list[str]) -> int:
    """1 where the sites are not the same, or where too little was compared to say so."""
    wishes = _wishes(arguments)
    tally = Tally()
    with TemporaryDirectory(prefix="reproduce-") as made:
        top = Path(made)
        snapshot(top)
        ways = list(_ways(wishes, top, tally))
        for subject in _subjects(wishes.subject, top):
            _compare(subject, ways, top, wishes, tally)
    say(str(tally))
    return int(tally.failed())


def say(line: str) -> None:
    """Print it at once, since the next one takes a while."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _wishes(arguments: list[str]) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m tests.reproduce", description=__doc__)
    asked.add_argument("--subject", choices=["seeds", "demonstration"], help="of this one only")
    asked.add_argument("--quick", action="store_true", help="the demonstration in the ways that need many texts")
    asked.add_argument(
        "--only",
        metavar="WORDS",
        default="",
        help="only ways with these words in their name, such as file system or Python",
    )
    asked.add_argument("--python", action="append", type=Path, default=[], help="a further Python, or several")
    wishes = asked.parse_args(arguments)
    if not any(wishes.only in name for name in NAMES):
        asked.error(f"--only {wishes.only}: no way has these words in its name; there are: {', '.join(NAMES)}")
    return wishes


def _subjects(only: str | None, top: Path) -> Iterator[Subject]:
    if only != "demonstration":
        yield Subject("seeds", top / CHECKOUT)
    if only != "seeds":
        write(top / "demonstration")
        # the day of its last text, as in `make demo`
        yield Subject("demonstration", top / "demonstration", ("--today=2026-03-31",))


def _ways(wishes: argparse.Namespace, top: Path, tally: Tally) -> Iterator[Condition]:
    """All that this machine can go, and all of those together as the last; the others are told and counted."""
    found, wanting = possible(top)
    ways = [*CONDITIONS, *found]
    if any(wishes.only in name for name in (TOGETHER, *PYTHONS)):  # they take a while to set up
        made, missing = _pythons(wishes.python, top)
        ways += made
        wanting |= missing
    for name, why in wanting.items():
        if wishes.only in name or wishes.only in TOGETHER:
            say(f"{name}: not tried, {why}")
            tally.untried.append(name)
    yield from (*ways, together(ways))


def _pythons(named: Iterable[Path], top: Path) -> tuple[list[Condition], dict[str, str]]:
    """A condition for each Python, and why there is none for each of the others."""
    found = pythons.found(named)
    made, missing = [], {}
    for version in pythons.WANTED:
        if version not in found:
            missing[_python(version)] = "for it was not found on this machine; --python names one"
            continue
        try:
            python = pythons.environment(found[version], top / f"python{version}", ROOT / "requirements.lock")
        except subprocess.CalledProcessError as error:
            lines = (error.stderr or b"").decode(errors="replace").strip().splitlines()
            missing[_python(version)] = f"for its environment could not be made: {lines[-1] if lines else error}"
        else:
            made.append(Condition(_python(version), python=python))
    return made, missing


def _python(version: str) -> str:
    return f"Python {version}"


def _compare(subject: Subject, ways: Sequence[Condition], top: Path, wishes: argparse.Namespace, tally: Tally) -> None:
    """Build in each way, and count those whose site is not the plain one, or that says too much."""
    plain = build(subject, PLAIN, top)
    tally.faults += _told(subject, PLAIN, digests(plain), [], list(traces(plain, _words(PLAIN, subject, top))))
    for way in ways:
        hurried = wishes.quick and subject.name == "demonstration"
        needed = way is ways[-1] or way.python or way.file_system  # what one text alone does not show
        if wishes.only in way.name and (needed or not hurried):
            tally.compared += 1
            tally.faults += _one(subject, way, plain, top)


def _one(subject: Subject, way: Condition, plain: Path, top: Path) -> Iterator[str]:
    try:
        site = build(subject, way, top)
        found = list(traces(site, _words(way, subject, top)))
        yield from _told(subject, way, digests(site), differences(plain, site), found)
    except BuildError as error:
        say(f"{subject.name:14} {way.name:42} {error}")
        yield way.name
    finally:
        clear(subject, way, top)


def _told(
    subject: Subject, way: Condition, files: dict[str, str], differing: list[str], found: list[str]
) -> Iterator[str]:
    """Say what came of one way."""
    verdict = f"{len(differing)} DIFFER" if differing else "same"
    told = f", {len(found)} TELL OF THE BUILD" if found else ""
    say(f"{subject.name:14} {way.name:42} {digest(files)[:16]} {len(files):6} files  {verdict}{told}")
    for line in (*differing[:SHOWN], *found[:SHOWN]):
        say(f"    {line}")
    if differing or found:
        yield way.name


def _words(way: Condition, subject: Subject, top: Path) -> list[str]:
    """What must not be in a site: its day, where it was built, on which machine and by whom.

    What is in the texts themselves, or in the program that makes the site, may be; `root` is a word of style sheets.
    """
    today = date.today()
    # and those on either side of it, since it may be another one elsewhere
    days = [today + timedelta(days) for days in (-1, 0, 1)]
    later = [day + timedelta(seconds=SECONDS) for day in days]
    names = [name for name in {socket.gethostname(), getpass.getuser()} if len(name) > 3]
    given = _given(subject, top)
    months = {f"{day:%Y-%m}" for day in days if f"{day:%Y-%m}" in given}
    forms = [form for day in (*days, *later) if f"{day:%Y-%m}" not in months for form in written(day)]
    return list(dict.fromkeys([top.name, str(ROOT), *way.strange, *forms, *(one for one in names if one not in given)]))


def _given(subject: Subject, top: Path) -> str:
    """All that a site is made of, in one."""
    folders = (subject.folder / "seeds", subject.folder / "content", top / CHECKOUT)
    files = (
        file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix != ".pyc" and file.is_file()
    )
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
