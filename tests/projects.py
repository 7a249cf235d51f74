"""Small projects for the tests of the build and the command line; people and places are invented."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The checkout that is tested."""

RAIL = (
    " date 2025-03-04 Minister of Transport of Kazakhstan Daniyar Omarov opened a railway bridge. "
    "The ministry’s press service reported.\n\n"
    "“Freight traffic grew by 12 percent in 2024,” Daniyar Omarov said. The bridge cost 40 million dollars.\n"
)
CLINICS = (
    " date 2025-04-18 Health Minister of Uzbekistan Nodira Sultonova visited a new eye clinic.\n\n"
    "Nodira Sultonova said that 3,200 patients were treated in the first quarter of 2025.\n"
)
UNDATED = "The delegations met behind closed doors. Nobody said when.\n"


def project(folder: Path, **texts: str) -> Path:
    """A project folder with the shipped content and these seeds, `rail` being seeds/rail.txt."""
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "seeds").mkdir()
    for name, text in (texts or {"rail": RAIL, "clinics": CLINICS}).items():
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder and what is in it."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def uncounted() -> dict[str, str]:
    """The environment of a program in which nobody counts lines, which would take longer than what it does."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}
