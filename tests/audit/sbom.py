"""A lock file comes in; the list of what is in it goes out in the form of CycloneDX, and what its schema says of it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

if TYPE_CHECKING:
    from pathlib import Path


def sbom(lock: Path, project: Path) -> str:
    """The same text for the same lock file: without a time and without a number of its own."""
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", str(lock)]
    form = ["--pyproject", str(project), "--spec-version", "1.6", "--output-format", "JSON", "--output-reproducible"]
    surroundings = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run([*command, *form], capture_output=True, text=True, check=True, env=surroundings).stdout


def invalid(text: str) -> str:
    """What is wrong with a list; empty where it is as CycloneDX 1.6 asks."""
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return str(error or "").partition("\n")[0]
