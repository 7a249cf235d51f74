"""A lock file comes in; what pip-audit knows of the versions in it goes out, and of which it knows nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = ("pypi", "osv")
"""Where pip-audit can ask; the second has the same data, and is asked where the first does not answer."""


class Verdict(NamedTuple):
    """What came of one lock file."""

    audited: int
    """Of how many packages there was an answer."""
    vulnerabilities: tuple[str, ...]
    unknown: tuple[str, ...]
    """Packages of which there was none."""


def audit(lock: Path) -> Verdict:
    """Ask one service after the other until one knows anything. Nothing is resolved or installed."""
    found = Verdict(0, (), ())
    for service in SERVICES:
        found = verdict(_asked(lock, service))
        if found.audited:
            break
    return found


def verdict(answer: str) -> Verdict:
    """What an answer of pip-audit says; one that is none says nothing.

    A package that the service does not know is skipped, and counts as one without a vulnerability in the exit code. A
    mirror that has packages but not this data knows none at all: so those are counted that were really looked at.
    """
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except ValueError:
        packages = []
    audited = [package for package in packages if "vulns" in package]
    return Verdict(
        len(audited),
        tuple(_line(package, one) for package in audited for one in package["vulns"]),
        tuple(package["name"] for package in packages if "vulns" not in package),
    )


def _asked(lock: Path, service: str) -> str:
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--disable-pip", "--require-hashes"]
    wishes = ["--vulnerability-service", service, "--format", "json", "--progress-spinner", "off", "--timeout", "30"]
    return subprocess.run([*command, *wishes], capture_output=True, text=True, check=False).stdout


def _line(package: dict[str, Any], one: dict[str, Any]) -> str:
    mended = ", ".join(one["fix_versions"])
    return f"{package['name']} {package['version']}: {one['id']}, " + (
        f"mended in {mended}" if mended else "not mended"
    )
