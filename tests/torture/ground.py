"""A folder comes in; a small project in several versions goes out, and the site that a clean build makes of each."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from tests.edits import text
from tests.projects import ROOT, digests, project, uncounted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Site = dict[str, str]
"""Each file and what is in it."""

SETTINGS = "title: Torture\nsearch: false\n"
ENVIRONMENT = uncounted() | {
    "PYTHONPATH": str(ROOT),
    "PYTHONDONTWRITEBYTECODE": "",
    "NO_COLOR": "1",
    "PYTHONHASHSEED": "0",
}
"""Of a build: it does not compile the program anew each time, and makes the same calls where it has to do the same."""
LONGEST = 120
"""Seconds after which a build hangs."""


class Ended(Struct, frozen=True):
    """How a build came to its end."""

    code: int
    """Its exit code; negative for a signal."""
    said: str
    """What it wrote to the stream of errors."""


class Ground:
    """A project in which builds may do what they like, and which can be put back to where it was."""

    def __init__(self, folder: Path, seed: int, versions: int = 3, texts: int = 4) -> None:
        """Each version has so many texts, one that all have in common, and half of those of the version before it."""
        self.chance = random.Random(seed)  # noqa: S311
        self.home = project(folder / "home", common=text(self.chance))
        (self.home / "content/site.yaml").write_text(SETTINGS, encoding="utf-8")
        self.output = self.home / "public"
        starts = range(0, versions * texts // 2, texts // 2)
        words = [text(self.chance) for _ in range(starts[-1] + texts)]
        self._versions = [{number: words[number] for number in range(one, one + texts)} for one in starts]
        self.whole: list[Site] = []
        for number in range(versions):
            self.choose(number)
            ended = self.build("--no-cache")
            assert ended == Ended(0, ""), ended
            self.whole.append(digests(self.output))
        self.clear()

    def choose(self, version: int, seeds: str = "seeds") -> None:
        """Let the seeds be those of a version."""
        for file in (self.home / seeds).glob("[0-9]*.txt"):
            file.unlink()
        for number, words in self._versions[version].items():
            (self.home / f"{seeds}/{number}.txt").write_text(words, encoding="utf-8")

    def command(self, *more: str, jobs: int = 1) -> list[str]:
        """The build as a process of its own."""
        return [sys.executable, "-m", "sco_digest", "build", "--today", "2026-01-01", f"--jobs={jobs}", *more]

    def start(self, command: Sequence[str]) -> subprocess.Popen[str]:
        """A build under way, in a group of processes of its own."""
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        return subprocess.Popen(
            command, cwd=self.home, env=ENVIRONMENT, text=True, errors="replace", start_new_session=True, **streams
        )

    def build(self, *more: str, jobs: int = 1, before: Sequence[str] = ()) -> Ended:
        """A build to its end; `before` is a program that runs it."""
        with self.start([*before, *self.command(*more, jobs=jobs)]) as process:
            _, said = process.communicate(timeout=LONGEST)
        return Ended(process.returncode, said)

    def site(self) -> Site | None:
        """What lies in the output folder; None where there is none."""
        return digests(self.output) if self.output.exists() else None

    def clear(self) -> None:
        """No site, and nothing that a build left beside it."""
        for path in self._made():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def save(self, place: Path) -> None:
        """Keep what there is now for `restore`, on the same disk."""
        place.mkdir()
        for path in self._made():
            _copy(path, place / path.name)

    def restore(self, place: Path) -> None:
        """Put back what was saved: the very files, since a build tells by their numbers which it can take over."""
        self.clear()
        for path in sorted(place.iterdir()):
            _copy(path, self.home / path.name)

    def _made(self) -> list[Path]:
        return sorted((*self.home.glob(".public.sco-digest-*"), *self.home.glob("public")))


def _copy(path: Path, target: Path) -> None:
    """A site by links, since no build writes into a file of one; what a build keeps for itself by its bytes."""
    subprocess.run(["cp", "-al" if path.is_dir() else "-a", str(path), str(target)], check=True)
