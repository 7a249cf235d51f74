"""`python -m tests.audit`, from .venv-audit: audits the lock files, lists licences, and writes a bill of materials.

It writes build/audit/sbom.cdx.json and build/audit/licences.md, and ends with 1 where anything is not as it should be.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.audit.bill import bill_faults
from tests.audit.licences import licences, table
from tests.audit.locks import npm_faults, pinned, pip_faults
from tests.audit.sbom import invalid, sbom
from tests.audit.vulnerabilities import audit
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = ROOT / "requirements.lock"
"""What the program and its build need: what is given away together."""


def main(arguments: list[str]) -> int:
    """Print a line for each thing looked at, and one for each fault."""
    asked = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    asked.add_argument("--python", type=Path, default=ROOT / ".venv/bin/python", help="of the environment to look at")
    asked.add_argument("--output", type=Path, default=ROOT / "build/audit", help="folder for the two files")
    wishes = asked.parse_args(arguments)
    wishes.output.mkdir(parents=True, exist_ok=True)
    faults = [*_locks(), *_vulnerabilities(), *_bill(wishes.output), *_licences(wishes.output, wishes.python)]
    for fault in faults:
        sys.stderr.write(f"audit: {fault}\n")
    return 1 if faults else 0


def say(line: str) -> None:
    """Print it at once, for some of what follows takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _locks() -> Iterator[str]:
    """Whether each package has one version and a hash."""
    pip = dict.fromkeys(sorted(ROOT.glob("requirements*.lock")), pip_faults)
    npm = {
        path: npm_faults for path in sorted(ROOT.glob("tests/**/package-lock.json")) if "node_modules" not in path.parts
    }
    for path, faults in (pip | npm).items():
        found = faults(path.read_text(encoding="utf-8"))
        say(f"{path.relative_to(ROOT)}: {'not ' if found else ''}all is pinned, with hashes")
        yield from (f"{path.relative_to(ROOT)}:{fault}" for fault in found)


def _vulnerabilities() -> Iterator[str]:
    """What pip-audit knows; where its data cannot be had, for the first lock file, the rest of the audit goes on."""
    for lock in sorted(ROOT.glob("requirements*.lock"), key=lambda path: path != LOCK):
        found = audit(lock)
        if not found.audited:
            say(
                f"{lock.name}: not audited for vulnerabilities, since the data of pip-audit cannot be reached from here"
            )
            break
        unknown = f"; nothing is known of {', '.join(found.unknown)}" if found.unknown else ""
        say(f"{lock.name}: {found.audited} packages audited, {len(found.vulnerabilities)} vulnerabilities{unknown}")
        yield from (f"{lock.name}: {line}" for line in found.vulnerabilities)


def _bill(folder: Path) -> Iterator[str]:
    """The bill of materials, beside the lock file that it is of; twice, to see that it is the same."""
    text, again = (sbom(LOCK, ROOT / "pyproject.toml") for _ in range(2))
    path = folder / "sbom.cdx.json"
    path.write_text(text, encoding="utf-8")
    fault = invalid(text)
    wanted = pinned(LOCK.read_text(encoding="utf-8"))
    missing = bill_faults(text, wanted)
    say(f"{path.name}: {len(wanted)} packages, {len(missing)} faults, CycloneDX 1.6, {fault or 'valid'}")
    yield from (f"{path.name}: {line}" for line in missing)
    if fault:
        yield f"{path.name} is not valid: {fault}"
    if text != again:
        yield f"{path.name} is another one each time"


def _licences(folder: Path, python: Path) -> Iterator[str]:
    """The licence of all that is given away together."""
    found, faults = licences(pinned(LOCK.read_text(encoding="utf-8")), python)
    path = folder / "licences.md"
    path.write_text(table(found), encoding="utf-8")
    say(f"{path.name}: {len(found)} packages, {len(faults)} faults")
    yield from faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
