"""What a build has to tell comes in; lines for people go out, or a JSON object a line for a log that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

import click
import msgspec

from sco_digest.cli.terminal import complain, complain_about, say
from sco_digest.progress import now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_digest.model import Problem

Level = Literal["info", "warning", "error"]


class Log(Protocol):
    """Where a build tells what it does."""

    def tell(self, event: str, message: str, /, *, level: Level = "info", **fields: Any) -> None:
        """One event: its name and fields for programs, its message for both."""

    def problems(self, found: Iterable[Problem]) -> None:
        """Each problem."""


class Lines:
    """Plain lines: results to the one stream, whatever is wrong to the other."""

    def tell(self, event: str, message: str, /, *, level: Level = "info", **fields: Any) -> None:
        """The message alone."""
        (say if level == "info" else complain)(message)

    def problems(self, found: Iterable[Problem]) -> None:
        """A line each; of many that are alike, the first hundred."""
        complain_about(found)


class Objects:
    """JSON lines, all of them to the stream of errors, where a log is taken from."""

    def tell(self, event: str, message: str, /, *, level: Level = "info", **fields: Any) -> None:
        """One object: when, how bad, what, and the particulars."""
        told = {"time": now(), "level": level, "event": event, "message": message} | fields
        click.echo(msgspec.json.encode(told), err=True)

    def problems(self, found: Iterable[Problem]) -> None:
        """An object each, all of them: programs do not tire."""
        for one in found:
            self.tell("problem", one.message, level="warning", path=one.path, line=one.line, mend=one.mend)


LOGS: dict[str, type[Log]] = {"text": Lines, "json": Objects}
