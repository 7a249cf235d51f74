"""A room comes in, a copy of the checkout is mutated and tested by mutmut, and what came of each mutant goes out.

mutmut writes beside what it mutates, so it never sees the checkout itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.mutants.outcome import Outcome, outcome

if TYPE_CHECKING:
    from tests.mutants.rooms import Room

ROOT = Path(__file__).parents[2]
READ = ("content", "templates", "seeds", "docs", "README.md", "CHANGELOG.md")
"""What tests of the rooms read beside the program."""
NEEDED = ("sco_digest", "tests", "pyproject.toml", *READ)
WRITTEN = (":!tests/mutants/outcomes.json", ":!docs/mutants.md")
"""What the run of a room before has written, which makes no difference to the next."""
IGNORED = shutil.ignore_patterns("node_modules", "__pycache__", ".hypothesis")
ARGUMENTS = (
    *("-p", "no:cacheprovider", "-p", "no:unraisableexception", "-p", "no:threadexception"),  # quicker without
    *("-p", "_hypothesis_pytestplugin", "--hypothesis-profile=mutants"),
)
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
"""Where Linux keeps files in memory: there is nothing to wait for when tests see to it that files are on the disk."""
PATIENCE = 6.0
"""How many times as long as its tests a mutant may take."""


def run(room: Room, *, sample: int, seed: int, processes: int) -> Outcome:
    """What came of the mutants of a room, of all of them or of as many as `sample` says, chosen by `seed`."""
    with TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder)
        _copy(copy)
        with (copy / "pyproject.toml").open("a", encoding="utf-8") as settings:
            settings.write(_settings(room))
        commit = commit_of(ROOT)
        _mutmut(copy, sample, seed, processes)
        return replace(outcome(room.name, copy), sample=sample, seed=seed, commit=commit)


def commit_of(folder: Path) -> str:
    """The commit of a checkout, and whether its files differ from it; empty where Git tells nothing."""
    commit = _git(folder, "rev-parse", "--short=10", "HEAD")
    return f"{commit} changed" if commit and _git(folder, "status", "--porcelain", "--", *NEEDED, *WRITTEN) else commit


def _git(folder: Path, *words: str) -> str:
    git = shutil.which("git")
    done = subprocess.run([git, *words], cwd=folder, capture_output=True, text=True, check=False) if git else None
    return done.stdout.strip() if done and not done.returncode else ""


def _copy(copy: Path) -> None:
    for name in NEEDED:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, copy / name, ignore=IGNORED)
        else:
            shutil.copy2(place, copy / name)
    (copy / "mutants").mkdir()  # Python does not look again for a folder that was not there when it began


def _settings(room: Room) -> str:
    """What mutmut is told, in TOML."""
    tests = [*room.tests, *(f"--deselect={name}" for name in room.left_out)]
    return f"""
[tool.mutmut]
source_paths = ["sco_digest"]
only_mutate = ["sco_digest/{room.name}/*.py"]
also_copy = {list(READ)}
pytest_add_cli_args = {list(ARGUMENTS)}
pytest_add_cli_args_test_selection = {tests}
timeout_multiplier = {PATIENCE}
timeout_constant = 2.0
use_git_change_detection = false
"""


def _mutmut(copy: Path, *numbers: int) -> None:
    """Run it; the programs that tests start find the mutants too, by the path and the name in their environment."""
    with TemporaryDirectory(prefix="mutants-", dir=MEMORY if MEMORY.is_dir() else None) as scratch:
        environment = os.environ | {
            "PYTHONPATH": f"{copy / 'mutants'}{os.pathsep}{copy}",
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "TMPDIR": scratch,
        }
        command = [sys.executable, "-m", "tests.mutants.mutating", *map(str, numbers)]
        subprocess.run(command, cwd=copy, env=environment, check=True)
