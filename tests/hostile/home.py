"""A place and an address come in; a site built there from hostile texts goes out, with canaries all around it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tests.hostile.content import owned_content
from tests.hostile.corpus import Seed, write
from tests.projects import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "a-secret-that-no-seed-may-publish"  # noqa: S105
"""What lies outside of the seeds, and links among the seeds lead to."""
OUTPUT = "public"
KEPT = f".{OUTPUT}.sco-digest-"
"""What the program keeps beside it for the next build."""
CANARIES = ("canary.txt", "home/canary.txt", "home/publi", "home/public2/index.html", "user/.profile", "tmp/hacked")
"""Files around the output that nothing may touch."""
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What could steer the terminal on which the program says what it did."""


class Built(Struct, frozen=True):
    """A site of hostile texts."""

    output: Path
    seeds: tuple[Seed, ...]
    report: dict[str, Any]
    """As `sco-digest build --report` writes it."""
    faults: tuple[str, ...]
    """What the build did that it should not."""


def built(top: Path, address: str, count: int, seed: int) -> Built:
    """Write the texts, build their site by the command line for that address, and look at what else has changed."""
    home = top / "home"
    for canary in CANARIES:
        place = top / canary
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(SECRET, encoding="utf-8")
    seeds = write(home / "seeds", count, seed)
    owned_content(home / "content", seed, _some(seeds))
    _link(home / "seeds", top)
    before = dict(tree(top))
    done = _build(top, home, address)
    faults = [*said(done), *touched(before, dict(tree(top))), *odd(home / OUTPUT)]
    report = json.loads((top / "report.json").read_text(encoding="utf-8"))
    return Built(home / OUTPUT, seeds, report, tuple(faults))


def _some(seeds: tuple[Seed, ...]) -> list[str]:
    """The ids of some articles, which are their files without the ending."""
    plain = (seed.path.removesuffix(".txt") for seed in seeds if seed.path.endswith(".txt") and seed.path.isascii())
    return [path for path in plain if path.isprintable()][:10]


def _link(seeds: Path, top: Path) -> None:
    """Links among the seeds that lead out of them, to a file, a folder and what is not there; a name of odd bytes."""
    (seeds / "link.txt").symlink_to(top / "canary.txt")
    (seeds / "folder").symlink_to(top / "user")
    (seeds / "gone.txt").symlink_to(top / "gone")
    with suppress(OSError):  # not every file system takes such a name
        Path(os.fsdecode(os.fsencode(seeds) + b"/hacked \xff.txt")).write_text(f" date 2025-01-01 {SECRET}", "utf-8")


def _build(top: Path, home: Path, address: str) -> subprocess.CompletedProcess[bytes]:
    places = {"HOME": str(top / "user"), "TMPDIR": str(top / "tmp"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "sco_digest", "build", "--base-url", f"{address}/", "--output", OUTPUT]
    return subprocess.run(
        [*command, "--report", str(top / "report.json")],
        cwd=home,
        env=os.environ | places,
        capture_output=True,
        check=False,
    )


def said(done: subprocess.CompletedProcess[bytes]) -> Iterator[str]:
    """An end that was not foreseen, and messages that would steer a terminal."""
    text = (done.stdout + done.stderr).decode(errors="surrogateescape")
    if done.returncode not in {0, 1} or "Traceback" in text:
        yield f"the build ended with {done.returncode}: {text[max(0, text.find('Traceback') - 200) :][:1500]}"
    for line in text.split("\n"):
        if STEERING.search(line):
            yield f"a message could steer the terminal: {line!r}"


def touched(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """What changed outside of the output, beside what the program keeps for the next build."""
    for path in sorted(path for path, _ in before.items() ^ after.items()):
        if path != "./report.json":
            yield f"outside of the output, {path!r} was {'changed' if path in before and path in after else 'made'}"
    if os.path.lexists("/hacked-by-seed"):
        yield "a file was made at the top of this machine"


def odd(output: Path) -> Iterator[str]:
    """Whatever in the output is neither a folder nor a plain file, or holds what lies elsewhere."""
    for path in output.rglob("*"):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            yield f"{path.relative_to(output)} is no plain file"
        elif path.is_file() and SECRET.encode() in path.read_bytes():
            yield f"{path.relative_to(output)} holds what no seed has"


def tree(top: Path) -> Iterator[tuple[str, str]]:
    """Every path below the folder and what is there, but for the output and what the program keeps beside it."""
    for folder, folders, files in os.walk(top):
        here = os.path.relpath(folder, top)
        if here == "home":
            folders[:] = [name for name in folders if name != OUTPUT and not name.startswith(KEPT)]
        for name in (*folders, *files):
            if here == "home" and name.startswith(KEPT):
                continue
            yield f"{here}/{name}", _what(os.path.join(folder, name))  # noqa: PTH118  # names may not be UTF-8


def _what(place: str) -> str:
    if os.path.islink(place):  # noqa: PTH114
        return f"a link to {os.readlink(place)}"  # noqa: PTH115
    if os.path.isdir(place):  # noqa: PTH112
        return "a folder"
    with open(place, "rb") as file:  # noqa: PTH123
        return hashlib.sha256(file.read()).hexdigest()
