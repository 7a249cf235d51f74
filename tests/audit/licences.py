"""The packages of a lock file and an environment come in; the licence of each goes out, and which are not allowed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tests.audit.locks import normal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.audit.locks import Pinned

ALLOWED = {
    "MIT",
    "MIT License",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "Apache Software License",
    "ISC",
    "PSF-2.0",
    "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)",
}
"""What a program under the MIT licence can be given away with, as packages call it: in SPDX or as a classifier of PyPI.

MPL-2.0 asks that changes to its own files are published; nothing of ours changes them.
"""
CHOSEN = {
    "text-unidecode": "Artistic License",  # python-slugify asks for it; Artistic or GPL, as the user likes
}
"""Packages that let their user choose among several, and the one under which we use them."""


class Licensed(NamedTuple):
    """An installed package."""

    name: str
    version: str
    licence: str


def licences(wanted: Iterable[Pinned], python: Path) -> tuple[list[Licensed], list[str]]:
    """The licence of each package, as installed in the environment of this Python; and what is wrong with it."""
    command = [sys.executable, "-m", "piplicenses", "--python", str(python), "--with-system", "--format", "json"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    installed = {
        normal(one["Name"]): Licensed(one["Name"], one["Version"], one["License"]) for one in json.loads(answer)
    }
    found, faults = list[Licensed](), list[str]()
    for package in wanted:
        one = installed.get(package.name)
        if one is None or one.version != package.version:
            faults.append(f"{package.name} {package.version} is not installed: {one.version if one else 'nothing'} is")
            continue
        found.append(one)
        if refused(package.name, one.licence):
            faults.append(f"{one.name} {one.version}: {one.licence} is not in the table of allowed licences")
    return found, faults


def refused(name: str, licence: str) -> bool:
    """Whether a package may not be used under what it says; of licences in a list each has to be allowed."""
    if name in CHOSEN and CHOSEN[name] in licence.split("; "):
        return False
    plain = licence[1:-1] if licence.startswith("(") else licence
    return not any(ALLOWED.issuperset(re.split(r" AND |; ", choice)) for choice in plain.split(" OR "))


def table(found: Iterable[Licensed]) -> str:
    """A page of Markdown for people who ask what comes with the program."""
    rows = [f"| {one.name} | {one.version} | {_cell(one)} |" for one in found]
    return "\n".join(["# Licences", "", "| package | version | licence |", "|---|---|---|", *rows, ""])


def _cell(one: Licensed) -> str:
    chosen = CHOSEN.get(normal(one.name))
    return f"{chosen} (chosen among: {one.licence})" if chosen else one.licence.replace("|", "\\|")
