"""What the search index costs, by number of articles and size of shards: time, memory, files, and what a browser loads.

Run: python -m tests.benchmarks.search --articles 1000 10000 50000 --full 1000

Articles are made from fields (`invented.py`), and nothing is written but what is kept for the next build. Its peer is
one index for all articles, which is what Pagefind makes of a site by itself. Memory is read from /proc.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from unittest.mock import patch

from msgspec import Struct
from msgspec.structs import replace

from sco_digest.library import pack
from sco_digest.outputs import search, search_shards
from tests.benchmarks.invented import archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import Records, Site

ARTICLES, FULL = (1000, 10_000), (search_shards.FULL,)
LARGEST_WHOLE = 10_000
"""More articles in one index take more memory than many machines have."""
EVERY = 0.01
"""Seconds between two looks at the memory."""
HEAD = ("articles", "index", "build", "s", "processor s", "MB at most", "made", "shards", "files", "MB")
BROWSER = ("requests", "kB")


class Cost(Struct, kw_only=True):
    """What was measured; memory is that of all processes, above what the articles take."""

    seconds: float = 0
    processor: float = 0
    memory: float = 0
    made: int = 0


class Folder:
    """What is kept, as files: so it takes no memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.puts = 0

    def get(self, key: str) -> bytes | None:
        file = self.path / key
        return file.read_bytes() if file.exists() else None

    def put(self, key: str, value: bytes) -> None:
        self.puts += 1
        (self.path / key).write_bytes(value)


def main() -> None:
    """Print a table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, nargs="+", default=ARTICLES)
    asked.add_argument("--full", type=int, nargs="+", default=FULL, help="articles from which a shard takes no more")
    options = asked.parse_args()
    _line((*HEAD, *BROWSER))
    _line(["---"] * len((*HEAD, *BROWSER)))
    for articles in options.articles:
        site, records = archive(articles)
        for full in options.full:
            _rows(site, records, full, f"shards of {full:,}")
        if min(options.full) < articles <= LARGEST_WHOLE:
            _rows(site, records, articles + 1, "one for all")


def _rows(site: Site, records: Records, full: int, name: str) -> None:
    """A first build, one with nothing changed, one with an article of the middle edited."""
    middle = site.entries[len(records) // 2].id
    record = records[middle].record
    edited = pack(replace(record, text=record.text.swapcase()))
    with tempfile.TemporaryDirectory() as folder, patch.object(search_shards, "FULL", full):
        kept = Folder(Path(folder))
        for build, found in (
            ("first", records),
            ("nothing changed", records),
            ("one edited", {**records, middle: edited}),
        ):
            with _measured(kept) as cost:
                sizes = {file.path: len(file.data) for file in search.files(site, found, kept)}
            _show(len(records), name, build, cost, sizes)


def _show(articles: int, name: str, build: str, cost: Cost, sizes: dict[str, int]) -> None:
    shards = sum(1 for path in sizes if path.endswith("pagefind-entry.json"))
    loaded = {path: size for path, size in sizes.items() if "/index/" not in path and "/fragment/" not in path}
    chunk = median(size for path, size in sizes.items() if "/index/" in path)  # of each shard, for each word
    _line(
        (
            f"{articles:,}",
            name,
            build,
            f"{cost.seconds:.2f}",
            f"{cost.processor:.2f}",
            f"{cost.memory:.0f}",
            cost.made,
            shards,
            f"{len(sizes):,}",
            f"{sum(sizes.values()) / 1e6:.1f}",
            len(loaded) + shards,
            f"{(sum(loaded.values()) + shards * chunk) / 1e3:.0f}",
        )
    )


def _line(cells: tuple[object, ...] | list[str]) -> None:
    print("|", " | ".join(map(str, cells)), "|", flush=True)


@contextmanager
def _measured(kept: Folder) -> Iterator[Cost]:
    """Time and memory of what is done meanwhile, by this process and those that it starts."""
    cost, over, puts = Cost(), threading.Event(), kept.puts
    start, before, wall = _tree(), os.times(), time.perf_counter()

    def watch() -> None:
        while not over.wait(EVERY):
            cost.memory = max(cost.memory, _tree() - start)

    watching = threading.Thread(target=watch)
    watching.start()
    yield cost
    over.set()
    watching.join()
    after = os.times()
    cost.seconds = time.perf_counter() - wall
    cost.processor = sum(after[:4]) - sum(before[:4])
    cost.made = kept.puts - puts


def _tree() -> float:
    """Megabytes that this process and its children have in memory."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return sum(map(_resident, ("self", *filter(_runs_another, children))))


def _runs_another(process: str) -> bool:
    """Whether a child runs its own program yet; until then it has our memory, which would count twice."""
    try:
        return Path(f"/proc/{process}/exe").readlink() != Path("/proc/self/exe").readlink()
    except OSError:
        return False


def _resident(process: str) -> float:
    """Megabytes of one process; none of one that has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


if __name__ == "__main__":
    main()
