"""Questions for Pagefind come in, its answers go out, one after the other.

Its command reads a folder in the order in which the file system lists it, which is another one on another disk, and
numbers the texts in that order. As a service it takes them in the order in which it is told. A question is a JSON
object in base64 with a comma behind it, and so is an answer; when nothing more can be asked it ends.
"""

from __future__ import annotations

import subprocess
from base64 import b64decode, b64encode
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from msgspec import MsgspecError, json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

END = b","
ERRORS = "errors.txt"


class ServiceError(Exception):
    """Pagefind did not answer, or that it could not."""


class Service:
    """A process of Pagefind that waits for questions."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._asked = 0
        self._read = b""

    def ask(self, kind: str, **particulars: object) -> dict[str, Any]:
        """The answer to a question of this kind."""
        self._asked += 1
        question = {"message_id": self._asked, "payload": {"type": kind, **particulars}}
        stream = _open(self._process.stdin)
        stream.write(b64encode(json.encode(question)) + END)
        stream.flush()
        answer: dict[str, Any] = json.decode(b64decode(self._next()))["payload"]
        if answer["type"] == "Error":
            raise ServiceError(str(answer.get("message")))
        return answer

    def _next(self) -> bytes:
        """The next answer as it comes."""
        parts = [self._read]
        while END not in parts[-1]:
            part = _open(self._process.stdout).read1(1 << 16)
            if not part:
                raise EOFError
            parts.append(part)
        answer, _, self._read = b"".join(parts).partition(END)
        return answer


@contextmanager
def serving(program: Path, folder: Path) -> Iterator[Service]:
    """Pagefind, started in a folder of ours, since it reads settings from there; ServiceError for all that fails."""
    try:
        with (
            (folder / ERRORS).open("wb") as errors,
            subprocess.Popen(  # noqa: S603 - no shell between
                [str(program.absolute()), "--service"],
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            ) as process,
        ):
            try:
                yield Service(process)
            except BaseException:
                process.kill()
                raise
    except (EOFError, BrokenPipeError) as error:
        raise ServiceError(_last_words(folder, process)) from error
    except (OSError, MsgspecError, ValueError, KeyError) as error:
        raise ServiceError(str(error)) from error


def _last_words(folder: Path, process: subprocess.Popen[bytes]) -> str:
    """What it said before it ended, else with which code."""
    said = (folder / ERRORS).read_text(encoding="utf-8", errors="replace").strip()
    return said.splitlines()[0] if said else f"Pagefind ended with {process.returncode}"


def _open(stream: IO[bytes] | None) -> Any:
    assert stream is not None  # noqa: S101 - it was asked for
    return stream
