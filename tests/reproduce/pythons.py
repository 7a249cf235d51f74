"""Versions of Python come in; an environment for each that this machine has, with what is locked, goes out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WANTED = ("3.11", "3.12", "3.13")
"""Those that the lock files are made for."""
_VERSION = "import sys; print(*sys.version_info[:2], sep='.')"


def found(named: Iterable[Path] = ()) -> dict[str, Path]:
    """One Python of each version that is wanted and that there is: of those named, on the PATH, or of pyenv."""
    pythons: dict[str, Path] = {}
    for candidate in (*named, *_on_path(), *_of_pyenv()):
        version = _version(candidate)
        if version in WANTED:
            pythons.setdefault(version, candidate)
    return dict(sorted(pythons.items()))


def environment(python: Path, folder: Path, lock: Path) -> Path:
    """The Python of a new environment, into which exactly what is in the lock file was installed."""
    subprocess.run([python, "-m", "venv", "--without-pip", folder], check=True, capture_output=True)
    made = folder / "bin/python"
    pip = [
        str(_with_pip(python)),
        "-m",
        "pip",
        "--python",
        str(made),
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(lock)], check=True, capture_output=True)
    return made


def _with_pip(python: Path) -> Path:
    """That Python, or the one that runs this, where it has no pip of its own."""
    has = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    return python if has else Path(sys.executable)


def _on_path() -> Iterator[Path]:
    for version in WANTED:
        place = shutil.which(f"python{version}")
        if place:
            yield Path(place)


def _of_pyenv() -> Iterator[Path]:
    """What pyenv has installed, whichever of it is chosen for the moment."""
    root = os.environ.get("PYENV_ROOT", "")
    if not root and shutil.which("pyenv"):
        root = subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=False).stdout.strip()
    if root:
        yield from sorted(Path(root).glob("versions/3.*/bin/python"))


def _version(python: Path) -> str:
    """Its version; empty for what does not run, as the placeholders of pyenv for one that is not chosen."""
    try:
        done = subprocess.run([python, "-c", _VERSION], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
