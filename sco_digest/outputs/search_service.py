"""Questions for Pagefind come in, its answers go out, one after the other.

Its command reads a folder in the order in which the file system lists it, which is another one on another disk, and
numbers the texts in that order. As a service it takes them in the order in which it is told. A question is a JSON
object in base64 with a comma behind it, and so is an answer; when nothing more can be asked it ends.
"""

from __future__ import annotations

import subprocess
from base64 import b64decode, b64encode
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from msgspec import MsgspecError, json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader, BufferedWriter
    from pathlib import Path

END = b","
ERRORS = "errors.txt"


class ServiceError(Exception):
    """Pagefind did not answer, or that it could not."""


class Service:
    """A process of Pagefind that waits for questions."""

    def __init__(self, questions: BufferedWriter, answers: BufferedReader) -> None:
        self._questions, self._answers = questions, answers
        self._asked = 0
        self._read = b""

    def ask(self, kind: str, **particulars: object) -> dict[str, Any]:
        """The answer to a question of this kind."""
        self._asked += 1
        question = {"message_id": self._asked, "payload": {"type": kind, **particulars}}
        self._questions.write(b64encode(json.encode(question)) + END)
        self._questions.flush()
        answer: dict[str, Any] = json.decode(b64decode(self._next()))["payload"]
        if answer["type"] == "Error":
            raise ServiceError(str(answer.get("message")))
        return answer

    def _next(self) -> bytes:
        """The next answer as it comes."""
        parts = [self._read]
        while END not in parts[-1]:
            part = self._answers.read1(1 << 16)
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
                [program, "--service"],
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            ) as process,
        ):
            try:
                yield Service(cast("BufferedWriter", process.stdin), cast("BufferedReader", process.stdout))
            except BaseException:
                process.kill()
                raise
    except (EOFError, BrokenPipeError) as error:
        raise ServiceError(last_words((folder / ERRORS).read_bytes(), process.returncode)) from error
    except (OSError, MsgspecError, ValueError, KeyError) as error:
        raise ServiceError(str(error)) from error


def last_words(errors: bytes, code: int) -> str:
    """The first line of what it said before it ended, else with which code it did."""
    said = errors.decode(errors="replace").strip()
    return said.splitlines()[0] if said else f"Pagefind ended with {code}"
