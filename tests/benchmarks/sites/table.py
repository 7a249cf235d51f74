"""What was measured comes in; a section of docs/benchmarks.md about so many articles goes out."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.sites.compare import BUILDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.benchmarks.sites.compare import Compared
    from tests.benchmarks.sites.equal import Output
    from tests.benchmarks.sites.measure import Measurement

AGAINST = "hugo"
TIMES = f"× {AGAINST}"
COLUMNS = ("build", "program", "s, median", "s, least", TIMES, "processor s", TIMES, "peak MB", TIMES)
FLOOR = "writing the same files"
SECTION = re.compile(r"^## (?=[\d,]+ articles$)", re.MULTILINE)


class Row(NamedTuple):
    """One build of one program: the medians."""

    name: str
    build: str
    wall: float
    least: float
    """The shortest time by the clock."""
    processor: float
    memory: float | None


def rows(compared: Compared) -> tuple[Row, ...]:
    """A row for each program and build, and one for the floor."""
    measured = {key: found for key, found in compared.taken.items() if found}
    found = [_row(name, build, measured[name, build]) for build in BUILDS for name, of in measured if of == build]
    return (*found, _row(FLOOR, BUILDS[0], compared.floor))


def section(compared: Compared, about: Sequence[str]) -> str:
    """The section with its heading: what was built, how, and what it took."""
    found = rows(compared)
    base = {row.build: row for row in found if row.name == AGAINST}
    return "\n".join(
        [
            f"## {compared.articles:,} articles\n",
            *(f"{line}\n" for line in about),
            "| site | pages | files | MB |",
            "|---|--:|--:|--:|",
            *_outputs(compared.outputs),
            "",
            f"| {' | '.join(COLUMNS)} |",
            f"|---|---{'|--:' * (len(COLUMNS) - 2)}|",
            *(_line(row, base.get(row.build)) for row in found),
            "",
        ]
    )


def merged(page: str, new: str) -> str:
    """The page with a section put in place of the one about as many articles, the sections in order of their size."""
    opening, *sections = SECTION.split(page)
    by_size = {_size(one): one.strip() for one in (*sections, SECTION.sub("", new, count=1))}
    parts = [opening.strip(), *(f"## {by_size[size]}" for size in sorted(by_size))]
    return "\n\n".join(parts) + "\n"


def _size(section: str) -> int:
    return int(section.split(maxsplit=1)[0].replace(",", ""))


def _outputs(outputs: Mapping[str, Output]) -> Iterator[str]:
    for name, one in outputs.items():
        yield f"| {name} | {one.pages:,} | {one.files:,} | {one.bytes / 1e6:.1f} |"


def _row(name: str, build: str, found: Sequence[Measurement]) -> Row:
    peaks = [one.memory for one in found if one.memory is not None]
    walls = [one.wall for one in found]
    processor = median(one.processor for one in found)
    return Row(name, build, median(walls), min(walls), processor, median(peaks) if peaks else None)


def _line(row: Row, base: Row | None) -> str:
    cells = (
        *(row.build, row.name, f"{row.wall:.2f}", f"{row.least:.2f}", _ratio(row.wall, base and base.wall)),
        *(f"{row.processor:.2f}", _ratio(row.processor, base and base.processor)),
        *(f"{row.memory:.0f}" if row.memory else "", _ratio(row.memory, base and base.memory)),
    )
    return f"| {' | '.join(cells)} |"


def _ratio(value: float | None, base: float | None) -> str:
    return f"{value / base:.2f}" if value and base else ""
