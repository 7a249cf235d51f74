"""A project and a condition come in; the site that the real command builds of it under that condition goes out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.projects import ROOT
from tests.reproduce.conditions import SURROUNDINGS

if TYPE_CHECKING:
    from tests.reproduce.conditions import Condition

PARTS = ("sco_digest", "templates", "content", "seeds")
"""What of a checkout the program runs from."""
CHECKOUT = "checkout"


@dataclass(frozen=True)
class Subject:
    """Texts of which a site is built."""

    name: str
    folder: Path
    """With `seeds/` and `content/`."""
    arguments: tuple[str, ...] = ()


class BuildError(Exception):
    """The command failed; with what it said."""


def snapshot(top: Path) -> None:
    """Copy the checkout, so that all builds are by the same program even if somebody works on it meanwhile."""
    _copy_checkout(ROOT, top / CHECKOUT)


def build(subject: Subject, condition: Condition, top: Path) -> Path:
    """The output folder, below a new folder in `top` or on the file system of the condition; raises BuildError."""
    program = top / condition.checkout
    if not program.is_dir():
        _copy_checkout(top / CHECKOUT, program)
    place = _place(subject, condition, top)
    project = place / "project"
    for folder in ("temporary", "elsewhere", "project"):
        (place / folder).mkdir(parents=True)
    _lay(subject.folder, project, condition)
    if condition.part_before:
        _run(condition, subject, project, program, seeds=_some(project))
    _run(condition, subject, project, program, seeds=project / "seeds")
    return project / "public"


def clear(subject: Subject, condition: Condition, top: Path) -> None:
    """Remove what a build has left, be it a site or what a failed one began."""
    shutil.rmtree(_place(subject, condition, top), ignore_errors=True)


def probe(condition: Condition, top: Path, code: str) -> str:
    """What a line of Python prints under a condition: whether that is in force at all."""
    command = [*condition.before, str(condition.python or sys.executable), "-c", code]
    done = subprocess.run(
        command,
        cwd=top,
        env=_variables(condition, top, top / condition.checkout),
        umask=condition.umask,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def _place(subject: Subject, condition: Condition, top: Path) -> Path:
    return (condition.file_system or top) / f"{top.name}-{subject.name}-{condition.name}".replace(" ", "-")


def _run(condition: Condition, subject: Subject, project: Path, program: Path, *, seeds: Path) -> None:
    place = project.parent
    here = place / "elsewhere" if condition.elsewhere else project
    base = project if condition.elsewhere else Path()
    named = seeds if condition.elsewhere else seeds.relative_to(project)
    folders = [f"--seeds={named}", f"--content={base / 'content'}", f"--output={base / 'public'}"]
    command = [*condition.before, str(condition.python or sys.executable), "-m", "sco_digest", "build", *folders]
    done = subprocess.run(
        [*command, *subject.arguments, *condition.arguments],
        cwd=here,
        env=_variables(condition, place, program),
        umask=condition.umask,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"the build ended with {done.returncode}: {done.stderr.strip()[-2000:]}")


def _variables(condition: Condition, place: Path, program: Path) -> dict[str, str]:
    """All that the process is told of its surroundings; nothing of those that this one has comes through by chance."""
    plain = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{SURROUNDINGS}{os.pathsep}{program}",
        "HOME": str(place),
        "TMPDIR": str(place / "temporary"),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
    }
    return {**plain, **condition.variables}


def _lay(source: Path, project: Path, condition: Condition) -> None:
    """Create the files of a project, one after the other."""
    files = sorted(path for part in ("seeds", "content") for path in (source / part).rglob("*") if path.is_file())
    for path in reversed(files) if condition.backwards else files:
        new = project / path.relative_to(source)
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(path.read_bytes())
        if condition.touched:
            then = datetime.fromisoformat(condition.touched).replace(tzinfo=UTC).timestamp()
            os.utime(new, (then, then))


def _some(project: Path) -> Path:
    """A folder with every second text, or with another text where there is one only."""
    some = project / "some"
    texts = sorted(path for path in (project / "seeds").rglob("*") if path.is_file())
    for path in texts[::2]:
        new = some / path.relative_to(project / "seeds")
        new.parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes()
        new.write_bytes(data if len(texts) > 1 else data + b"\n\nThe ministry added that 17 schools had opened.\n")
    return some


def _copy_checkout(source: Path, target: Path) -> None:
    left_out = shutil.ignore_patterns("__pycache__", "*.so")  # compiled rules are compared by tests/test_compiled.py
    for part in PARTS:
        shutil.copytree(source / part, target / part, ignore=left_out)
