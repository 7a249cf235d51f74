"""How long a build of many articles takes, beside the least it could take: writing the same bytes. Run: make bench.

The articles are copies of the seed, each with its own date, so that lists, archives and feeds grow as they would.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from sco_digest.build import BuildOptions, BuildReport, build
from sco_digest.shipped import shipped

ARTICLES = 1000


def main(articles: int) -> None:
    """Print the seconds of a first build by stage, of a second one, and of bare writing."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        seeds = write_seeds(home / "seeds", articles)
        options = BuildOptions(seeds=seeds, content=shipped("content"), output=home / "public")
        first = show("first build", build(options))
        show("again, nothing changed", build(options))
        written = seconds_to_write(home / "public", home / "copy")
        print(f"writing the same {first.files:,} files, {first.bytes / 1e6:.1f} MB: {written:.2f} s")


def write_seeds(folder: Path, articles: int) -> Path:
    """Copies of the seed, a day each."""
    folder.mkdir()
    text = next(iter(sorted(shipped("seeds").glob("*.txt")))).read_text(encoding="utf-8")
    body = text.partition("date ")[2].partition(" ")[2]
    for number in range(articles):
        day = date(2015, 1, 1) + timedelta(days=number % 3650)
        (folder / f"{number:05}.txt").write_text(f" date {day} {body}", encoding="utf-8")
    return folder


def show(name: str, report: BuildReport) -> BuildReport:
    """One line a build."""
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in report.seconds.items())
    print(f"{name}: {report.articles:,} articles, {sum(report.seconds.values()):.2f} s ({stages})")
    return report


def seconds_to_write(site: Path, copy: Path) -> float:
    """What it takes to write all files of a site from memory."""
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    start = time.perf_counter()
    for path, data in files.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(data)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
