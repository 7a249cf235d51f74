"""The rules compiled from the same sources read the same, byte for byte, and can still be explained."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.projects import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMPILED = ROOT / ".venv-compiled/bin/python"

pytestmark = pytest.mark.skipif(
    not COMPILED.exists(), reason="the rules are not compiled here; `make compiled` does it"
)


def run(python: Path | str, *words: object) -> tuple[int, bytes]:
    """The exit code of a whole command, and what it prints."""
    command = [str(python), "-P", "-m", "sco_digest", *map(str, words)]
    env = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(command, capture_output=True, check=False, env=env, cwd="/")
    return done.returncode, done.stdout


def test_it_is_compiled() -> None:
    code = "from sco_digest.extract import tokens; print(tokens.__file__)"
    origin = subprocess.run([COMPILED, "-P", "-c", code], capture_output=True, text=True, check=True, cwd="/").stdout
    assert not origin.strip().endswith(".py")


@pytest.mark.parametrize("folder", ["seeds", "tests/texts"])
def test_the_same_records(folder: str) -> None:
    words = ("export", "--seeds", ROOT / folder, "--content", ROOT / "content", "--jobs", 1)
    code, printed = run(COMPILED, *words)
    assert printed
    assert (code, printed) == run(sys.executable, *words)


def test_explain_names_the_same_rules() -> None:
    text = next(iter(sorted((ROOT / "seeds").glob("*.txt"))))
    words = ("explain", text, "--content", ROOT / "content")
    assert run(COMPILED, *words) == run(sys.executable, *words)
