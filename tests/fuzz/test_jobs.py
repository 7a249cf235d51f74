"""Logs and finds of processes of libFuzzer come in; whatever went wrong with one of them is told beside the rest."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.__main__ import Job, told_of

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = "#2\tINITED cov: 90 ft: 90\n#512\tpulse cov: 120 ft: 300\nstat::number_of_executed_units: 600\n"
CUT = WHOLE.split("stat", maxsplit=1)[0]


def job(folder: Path, log: str, code: int = 0, **finds: bytes) -> Job:
    """A process that has ended with that code, and what it left behind."""
    for name in ("finds", "hangs"):
        (folder / name).mkdir(parents=True)
    (folder / "log").write_text(log, encoding="utf-8")
    for name, data in finds.items():
        (folder / "finds" / f"{name}.txt").write_bytes(data)
    process = subprocess.Popen([sys.executable, "-c", f"raise SystemExit({code})"])
    process.wait()
    return Job(folder, process)


@pytest.mark.parametrize(
    ("log", "code", "runs", "told"),
    [
        (WHOLE, 0, 1200, []),
        (WHOLE, 0, 1201, ["only 1,200 of 1,201 inputs"]),
        (WHOLE, 1, 1200, ["a process broke down"]),
        (CUT, 0, 1112, ["a process broke down"]),
        (CUT, 77, 1200, ["a process broke down", "only 1,112 of 1,200 inputs"]),
        ("ImportError", 1, 1200, ["a process broke down:\nImportError", "only 600 of 1,200 inputs"]),
    ],
)
def test_a_process_that_did_less_than_asked_is_told_of(
    tmp_path: Path, log: str, code: int, runs: int, told: list[str]
) -> None:
    jobs = [job(tmp_path / "0", log, code), job(tmp_path / "1", WHOLE)]
    found = list(told_of(jobs, runs, tmp_path))
    assert len(found) == len(told)
    assert all(line.startswith(begin) for line, begin in zip(found, told, strict=True))


def test_a_find_hides_no_process_that_broke_down(tmp_path: Path) -> None:
    jobs = [job(tmp_path / "0", WHOLE, found=b"The road was built."), job(tmp_path / "1", CUT, 77)]
    find, broken, fewer = told_of(jobs, 1200, tmp_path)
    assert find.endswith(": b'The road was built.'")
    assert broken.startswith("a process broke down")
    assert fewer == "only 1,112 of 1,200 inputs were read"
