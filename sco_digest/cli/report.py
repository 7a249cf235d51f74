"""A file comes in, and what came of a build; a report in JSON goes out, whole, and never that of another build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from sco_digest.cli.whole import is_stream, whole
from sco_digest.errors import DigestError
from sco_digest.model import BuildReport, Problem

if TYPE_CHECKING:
    from pathlib import Path

UNFINISHED = BuildReport(published=False, refusal="the build has not come to its end")
"""What is known of a build that is at work, was stopped, or was killed."""


class ReportFile:
    """Where a build reports to: from its beginning it holds nothing of the build before."""

    def __init__(self, path: Path) -> None:
        """Say that the build is at work; DigestError, before anything is done, where that cannot be written."""
        self._path = path
        if not is_stream(path):
            self._write(UNFINISHED, None)

    def end(self, done: BuildReport) -> BuildReport:
        """Say what was done; one problem more, where that cannot be said."""
        try:
            self._write(done, exit_code(done))
        except DigestError as error:
            problem = Problem(error.path, 0, f"the report {error.message}", outcome(done))
            return replace(done, problems=(*done.problems, problem))
        return done

    def _write(self, report: BuildReport, code: int | None) -> None:
        text = msgspec.json.encode({"exit_code": code, **msgspec.to_builtins(report)})
        with whole(self._path) as file:
            file.write(msgspec.json.format(text) + b"\n")


def exit_code(report: BuildReport) -> int:
    """0 where all of it was published without a problem."""
    return 0 if report.published and not report.problems else 1


def outcome(done: BuildReport) -> str:
    """What to say of the site where something went wrong behind a build."""
    return "the site was published all the same" if done.published else "nothing was published"
