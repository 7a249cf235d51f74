"""A built site comes in; what it takes to write the same bytes to the same number of files, and no more, is printed.

`python -m tests.benchmarks.sites.floor SITE COPY`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main(site: Path, copy: Path) -> None:
    """Read all, then write it while the clocks run."""
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    wall, processor = time.perf_counter(), time.process_time()
    for folder in {path.parent for path in files}:
        (copy / folder).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (copy / path).write_bytes(data)
    print(json.dumps([time.perf_counter() - wall, time.process_time() - processor]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
