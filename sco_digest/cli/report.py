"""A file comes in, and what came of a build; a report in JSON goes out, whole, and never that of another build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sco_digest.errors import DigestError
from sco_digest.model import BuildReport

if TYPE_CHECKING:
    from pathlib import Path

UNFINISHED = BuildReport(published=False, refusal="the build has not come to its end")
"""What is known of a build that is at work, was stopped, or was killed."""


class ReportFile:
    """Where a build reports to: from its beginning it holds nothing of the build before."""

    def __init__(self, path: Path) -> None:
        """Say that the build is at work, before anything is done that could not be reported."""
        self._path = path
        if not self._is_stream():
            self._write(UNFINISHED, None, "nothing was built; name a file that can be written")

    def end(self, done: BuildReport, code: int) -> None:
        """Say what was done."""
        self._write(done, code, outcome(done))

    def _write(self, report: BuildReport, code: int | None, mend: str) -> None:
        text = msgspec.json.encode({"exit_code": code, **msgspec.to_builtins(report)})
        try:
            self._put(msgspec.json.format(text) + b"\n")
        except OSError as error:
            message = f"the report cannot be written: {error.strerror or error}"
            raise DigestError(message, path=str(self._path), mend=mend) from error

    def _put(self, data: bytes) -> None:
        """In one step, since a program may be reading it."""
        if self._is_stream():
            self._path.write_bytes(data)
            return
        place = self._path.resolve()
        half = place.with_name(f".{place.name}.sco-digest-half")
        try:
            half.write_bytes(data)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)

    def _is_stream(self) -> bool:
        """Whether it is there and no file but a pipe, a terminal or the like, which is written to once."""
        return self._path.exists() and not self._path.is_file()


def outcome(done: BuildReport) -> str:
    """What to say of the site where something went wrong behind a build."""
    return "the site was published all the same" if done.published else "nothing was published"
