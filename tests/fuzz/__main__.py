"""Hostile inputs for the loader and the extractors, as many as are asked for: `python -m tests.fuzz --help`.

It needs atheris in the environment of `--python`. What it finds is made small and put into `tests/fuzz/cases/`, where
`tests/fuzz/test_replay.py` reads it with all tests. 0: nothing was found, 1: something was, 2: it could not run.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.fuzz.finds import HOUSE
from tests.fuzz.inputs import AS_TEXT, Seed, ending_of, raw, seed
from tests.fuzz.reading import Reader
from tests.fuzz.sentences import sentences
from tests.fuzz.shrink import fault_of, shrunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).parent
STATUS = re.compile(r"^#(\d+)\s.* cov: (\d+)", re.MULTILINE)
DONE = re.compile(r"^stat::number_of_executed_units: (\d+)", re.MULTILINE)
HANG = 30
"""Seconds after which one input counts as a fault."""
SOME = 5
"""Of so many sentences one is an input to begin with: each process reads all of them first."""
OFTEN = 60
"""Seconds between two lines that say how far it is."""


class Job(Struct, frozen=True):
    """One process of libFuzzer, and the folder that its log and its finds go to."""

    folder: Path
    process: subprocess.Popen[bytes]

    def log(self) -> str:
        """What it has said so far."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def progress(self) -> tuple[int, int]:
        """Inputs and places in the code reached, up to now."""
        done, status = DONE.search(self.log()), STATUS.findall(self.log())
        reached = int(status[-1][1]) if status else 0
        return int(done[1]) if done else int(status[-1][0]) if status else 0, reached

    def finished(self) -> bool:
        """Whether it came to its end and did not break down on the way."""
        return self.process.returncode == 0 and DONE.search(self.log()) is not None


def main(words: Sequence[str] | None = None) -> int:
    """Run, tell, keep; the code to exit with."""
    options = _options(words)
    if subprocess.run([options.python, "-c", "import atheris"], capture_output=True, check=False).returncode:
        _say(f"{options.python} has no atheris: install it there, or name another one with --python")
        return 2
    with TemporaryDirectory(prefix="sco-digest-fuzz-") as top:
        corpus = _corpus(Path(top, "corpus"))
        begun = time.monotonic()
        jobs = [_started(Path(top, str(number)), corpus, options, number) for number in range(options.jobs)]
        try:
            while not _waited(jobs):
                _say(_told(jobs, begun))
        finally:  # where it is broken off, none of them goes on alone
            for job in jobs:
                job.process.kill()
        _say(_told(jobs, begun))
        faults = list(told_of(jobs, options.runs, options.keep))
    _say("\n".join(faults) or "no fault")
    return int(bool(faults))


def told_of(jobs: Sequence[Job], runs: int, keep: Path) -> Iterator[str]:
    """Each find, which is kept in that folder, each process that broke down, and that too few inputs were read."""
    yield from sorted({line for job in jobs for line in _kept(job, keep)})
    yield from (f"a process broke down:\n{job.log()[-2000:]}" for job in jobs if not job.finished())
    done = sum(job.progress()[0] for job in jobs)
    if done < runs:
        yield f"only {done:,} of {runs:,} inputs were read"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=1_000_000, help="how many inputs in all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes side by side")
    parser.add_argument("--length", type=int, default=120, help="bytes of an input at most")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other inputs")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has atheris and this package")
    parser.add_argument("--keep", type=Path, default=HERE / "cases", help="the folder for what is found")
    return parser.parse_args(words)


def _corpus(folder: Path) -> Path:
    """The inputs to begin with, as libFuzzer wants them: with sentences of the texts that the tests have."""
    folder.mkdir()
    for path in (*HERE.glob("corpus/*"), *HERE.glob("cases/*")):
        (folder / path.name).write_bytes(raw(path))
    for number, sentence in enumerate(sentences()[::SOME]):
        (folder / str(number)).write_bytes(AS_TEXT + sentence.encode())
    return folder


def _started(folder: Path, corpus: Path, options: argparse.Namespace, number: int) -> Job:
    """One process, with its share of the inputs."""
    for name in ("new", "finds", "hangs"):
        (folder / name).mkdir(parents=True)
    command = [options.python, "-m", "tests.fuzz.target", folder / "finds"]
    command += [f"-runs={-(-options.runs // options.jobs)}", f"-seed={options.seed + number}", f"-timeout={HANG}"]
    command += [f"-max_len={options.length}", f"-dict={HERE / 'tokens.dict'}", f"-artifact_prefix={folder / 'hangs'}/"]
    command += ["-print_final_stats=1", "-report_slow_units=1000", folder / "new", corpus]
    with (folder / "log").open("wb") as log:
        return Job(folder, subprocess.Popen([*map(str, command)], stdout=log, stderr=log, cwd=HOUSE))


def _waited(jobs: Sequence[Job]) -> bool:
    """Whether all have ended; it is asked again after a while."""
    until = time.monotonic() + OFTEN
    for job in jobs:
        try:
            job.process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
    return True


def _told(jobs: Sequence[Job], begun: float) -> str:
    """How far it is."""
    inputs, reached = zip(*(job.progress() for job in jobs), strict=True)
    seconds = time.monotonic() - begun
    rate = sum(inputs) / max(seconds, 1)
    return f"{sum(inputs):,} inputs in {seconds:,.0f} s ({rate:,.0f} a second), {max(reached):,} places reached"


def _kept(job: Job, keep: Path) -> Iterator[str]:
    """Keep each find, made small; a line for each."""
    reader = Reader()
    for path in sorted((job.folder / "finds").iterdir()):
        small = shrunk(Seed(ending_of(path), path.read_bytes()), reader.read)
        name = fault_of(small, reader.read) or f"now-and-then-{path.stem}"
        yield _written(keep / f"{name}{small.ending}", small)
    for path in sorted((job.folder / "hangs").iterdir()):
        yield _written(keep / path.name, seed(path.read_bytes()))


def _written(path: Path, found: Seed) -> str:
    path = path if path.name.endswith(found.ending) else Path(f"{path}{found.ending}")
    path.write_bytes(found.data)
    return f"{path}: {found.data[:200]!r}"


if __name__ == "__main__":
    sys.exit(main())
