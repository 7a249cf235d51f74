"""One base error: a place and a mend come in, one clear line goes out."""

from __future__ import annotations

import errno
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class DigestError(Exception):
    """Something the user can put right.

    `path` is the file as the user knows it, `line` counts from 1 (0 where no line applies), `message` says what is
    wrong and `mend` what to do about it. `str(error)` is `path:line: message; mend`, with the parts that are there.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.mend = mend

    def __str__(self) -> str:
        return one_line(self.message, path=self.path, line=self.line, mend=self.mend)


class SettingsError(DigestError):
    """`content/site.yaml` or a command-line option says something that cannot be."""


class ContentError(DigestError):
    """A topic, person, page or correction is not well formed."""


class SeedError(DigestError):
    """A seed file cannot be read as text of articles."""


class UnreadError(SeedError):
    """A seed file cannot be read at this moment; it may be at another, though nothing was changed."""


class TemplateError(DigestError):
    """A template is missing, broken or asks for a name that it is not given."""


class PublishError(DigestError):
    """The output folder cannot be replaced."""


class LostError(DigestError):
    """What a build had kept for itself is not there any more."""


NO_MEMORY = ("there is not enough memory", "close other programs, raise its limit, or use fewer --jobs")
"""What to say where Python can get no more, and what to do about it."""


_MENDS = {
    errno.EACCES: "look at its permissions",
    errno.EPERM: "look at its permissions",
    errno.EROFS: "name a place that can be written to",
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk, or ask for a larger quota",
    errno.EIO: "look at the disk",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOTDIR: "name a place that has only folders above it",
    errno.EISDIR: "name a file, not a folder",
    errno.EMFILE: "close other programs, or raise the limit of open files",
    errno.ENFILE: "close other programs, or raise the limit of open files",
}
"""What to do where the system refuses and nobody nearer to it knows better."""


def of_the_system(error: OSError) -> DigestError:
    """The same refusal with the file that it is of and, for the usual ones, a mend."""
    mend = _MENDS.get(error.errno or 0, "")
    return DigestError(error.strerror or str(error), path=str(error.filename or ""), mend=mend)


def in_utf8(text: object) -> str:
    r"""A path or other words as UTF-8 can have them, with what it cannot written out.

    >>> in_utf8("caf\udce9")
    'caf\\udce9'
    """
    return str(text).encode(errors="backslashreplace").decode()


def one_line(message: str, *, path: str = "", line: int = 0, mend: str = "") -> str:
    """The one form that every problem is printed in: `path:line: message; mend`."""
    place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
    return f"{place}{message}; {mend}" if mend else f"{place}{message}"


def nearest(word: str, known: Iterable[str]) -> str:
    """A mend that names the nearest known word, or all of them where none is near.

    >>> nearest("titel", ["title", "tagline"])
    'did you mean "title"?'
    """
    words = sorted(known)
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"known here: {', '.join(words)}"
