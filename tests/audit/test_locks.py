"""Every package that is installed for the program, its tests and its checks is pinned to one version and has a hash."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.audit.bill import bill_faults
from tests.audit.licences import refused
from tests.audit.locks import Pinned, normal, npm_faults, pinned, pip_faults
from tests.audit.vulnerabilities import Verdict, verdict
from tests.projects import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = sorted(ROOT.glob("requirements*.lock"))
NPM_LOCKS = sorted(path for path in (ROOT / "tests").rglob("package-lock.json") if "node_modules" not in path.parts)

HASH = f"--hash=sha256:{'0a' * 32}"
GOOD = f"# a word\nanyio==4.16.0 \\\n    {HASH} \\\n    {HASH}\ncoverage[toml]==7.17 ; os_name == 'nt' \\\n    {HASH}\n"
BAD = {
    "no hash": "anyio==4.16.0",
    "another kind of hash": f"anyio==4.16.0 --hash=md5:{'0a' * 16}",
    "a hash cut off": f"anyio==4.16.0 {HASH[:-1]}",
    "a range": f"anyio>=4.16.0 {HASH}",
    "any version that begins so": f"anyio==4.* {HASH}",
    "an address": f"anyio @ https://mirror.example/anyio.whl {HASH}",
    "an index": "--index-url https://mirror.example/simple",
    "a further index in a remark": "# --extra-index-url mirror",
    "a folder of packages": "-f wheels",
    "another file": "-r more.txt",
    "the sources of a folder": "-e .",
    "the end is missing": f"anyio==4.16.0 {HASH}\nbabel==2.18.0 \\",
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", LOCKS, ids=named)
def test_every_package_of_pip_has_one_version_and_a_hash(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert pip_faults(text) == []
    assert len(pinned(text)) > 20


def test_every_lock_file_is_looked_at() -> None:
    assert {"requirements.lock", "requirements-dev.lock", "requirements-audit.lock"} <= set(map(named, LOCKS))
    asking = {path for path in (ROOT / "tests").rglob("package.json") if "node_modules" not in path.parts}
    assert asking == {path.with_name("package.json") for path in NPM_LOCKS}
    assert asking


def test_what_a_good_lock_file_pins() -> None:
    assert pip_faults(GOOD) == []
    assert pinned(GOOD) == [Pinned("anyio", "4.16.0"), Pinned("coverage", "7.17")]


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_a_line_that_pins_too_little_is_found(line: str) -> None:
    assert len(pip_faults(GOOD + line + "\n")) == 1


@pytest.mark.parametrize("path", NPM_LOCKS, ids=named)
def test_every_package_of_npm_has_a_checksum_and_no_address(path: Path) -> None:
    assert npm_faults(path.read_text(encoding="utf-8")) == []
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= set(
        path.with_name(".npmrc").read_text(encoding="utf-8").splitlines()
    )


BAD_NPM = {
    "no checksum": {"version": "1.0.0"},
    "an old checksum": {"version": "1.0.0", "integrity": "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk="},
    "an address": {"version": "1.0.0", "integrity": f"sha512-{'a' * 86}==", "resolved": "https://mirror.example/a.tgz"},
    "no version": {"integrity": f"sha512-{'a' * 86}=="},
    "a link": {"version": "1.0.0", "integrity": f"sha512-{'a' * 86}==", "link": True},
}


@pytest.mark.parametrize("entry", BAD_NPM.values(), ids=BAD_NPM)
def test_an_entry_of_npm_that_pins_too_little_is_found(entry: dict[str, object]) -> None:
    good = {"version": "1.0.0", "integrity": f"sha512-{'b' * 86}=="}
    lock = {"lockfileVersion": 3, "packages": {"": {"name": "us"}, "node_modules/a": good, "node_modules/b": entry}}
    assert [fault.partition(":")[0] for fault in npm_faults(json.dumps(lock))] == ["node_modules/b"]


def asked_for() -> dict[str, list[str]]:
    """What pyproject.toml asks for: in the lock file of its group where that has one, else in the first."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = asked["project"]["optional-dependencies"]
    wanted = {"requirements.lock": [*asked["project"]["dependencies"], *extras["search"]]}
    for group, entries in {**asked["dependency-groups"], "dev ": extras["dask"]}.items():
        own = f"requirements-{group.strip()}.lock"
        lock = own if (ROOT / own).is_file() else "requirements.lock"
        wanted.setdefault(lock, []).extend(entry for entry in entries if isinstance(entry, str))
    return wanted


@pytest.mark.parametrize(("lock", "entries"), asked_for().items(), ids=asked_for())
def test_everything_that_is_asked_for_is_pinned(lock: str, entries: list[str]) -> None:
    """So nobody installs a package that was added to pyproject.toml and to no lock file."""
    names = {one.name for one in pinned((ROOT / lock).read_text(encoding="utf-8"))}
    assert {normal(re.split(r"[\[<>=~!; ]", entry)[0]) for entry in entries} <= names


# ---- what `make audit` makes of the answers of its programs ----------------------------------------------------------

CLEAN = {"name": "anyio", "version": "4.16.0", "vulns": []}
HURT = {"name": "jinja2", "version": "2.10", "vulns": [{"id": "PYSEC-2019-217", "fix_versions": ["2.10.1"]}]}
UNKNOWN = {"name": "babel", "skip_reason": "Dependency not found on PyPI and could not be audited: babel (2.18.0)"}
ANSWERS = {
    "nothing known": ([CLEAN], Verdict(1, (), ())),
    "a vulnerability": ([CLEAN, HURT], Verdict(2, ("jinja2 2.10: PYSEC-2019-217, mended in 2.10.1",), ())),
    "some not found": ([CLEAN, UNKNOWN], Verdict(1, (), ("babel",))),
    "none found: a mirror without the data": ([UNKNOWN], Verdict(0, (), ("babel",))),
}


@pytest.mark.parametrize(("answer", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_of_pip_audit(answer: list[dict[str, object]], expected: Verdict) -> None:
    """What was skipped was not audited, although the program calls it no vulnerability and ends with 0."""
    assert verdict(json.dumps({"dependencies": answer, "fixes": []})) == expected


def test_no_answer_of_pip_audit() -> None:
    assert verdict("requests.exceptions.ConnectionError") == verdict("") == Verdict(0, (), ())


def component(name: str, version: str, hashes: int = 1) -> dict[str, object]:
    """A package as cyclonedx-py writes it."""
    return {"name": name, "version": version, "externalReferences": [{"hashes": [{"alg": "SHA-256"}] * hashes}]}


BILLS = {
    "all": ([component("AnyIO", "4.16.0"), component("coverage", "7.17")], []),
    "none": ([], ["anyio 4.16.0 is not in it", "coverage 7.17 is not in it"]),
    "another version": (
        [component("anyio", "4.16.0"), component("coverage", "7.18")],
        ["coverage 7.17 is not in it", "coverage 7.18 is not locked"],
    ),
    "no hash": ([component("anyio", "4.16.0", 0), component("coverage", "7.17")], ["anyio 4.16.0 has no hash"]),
}


@pytest.mark.parametrize(("components", "faults"), BILLS.values(), ids=BILLS)
def test_a_bill_of_materials_has_what_is_locked(components: list[dict[str, object]], faults: list[str]) -> None:
    """One of nothing is valid too."""
    assert bill_faults(json.dumps({"components": components}), pinned(GOOD)) == faults


LICENCES = {
    "allowed": ("anyio", "MIT", False),
    "one of two that may be chosen": ("packaging", "Apache-2.0 OR BSD-2-Clause", False),
    "both of two, one of them not allowed": ("anyio", "MIT AND GPL-3.0-only", True),
    "with a mark of its own": ("pathspec", "Mozilla Public License 2.0 (MPL 2.0)", False),
    "in brackets": ("anyio", "(MIT OR GPL-2.0-only)", False),
    "not in the table": ("anyio", "GPL-3.0-only", True),
    "not stated": ("anyio", "UNKNOWN", True),
    "several, settled for one package": ("text-unidecode", "Artistic License; GNU General Public License (GPL)", False),
    "the same of another package": ("anyio", "Artistic License; GNU General Public License (GPL)", True),
}


@pytest.mark.parametrize(("name", "licence", "expected"), LICENCES.values(), ids=LICENCES)
def test_a_licence(name: str, licence: str, expected: bool) -> None:
    assert refused(name, licence) == expected
