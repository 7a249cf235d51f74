"""Paths of output files come in; what cannot be a path, or is wanted twice, is refused with both origins named."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sco_digest.errors import PublishError
from sco_digest.slugs import DEVICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_digest.model import OutputFile, UnchangedFile

    File = OutputFile | UnchangedFile

LONGEST_NAME = 255
"""Bytes that a file name may have on the usual file systems."""


class Names:
    """The paths given out so far. Paths that some file system takes for the same count as the same."""

    def __init__(self, reserved: str) -> None:
        self._files: dict[str, tuple[str, str]] = {key_of(reserved): (reserved, "sco-digest's own marker")}
        self._folders: dict[str, tuple[str, str]] = {}
        self._spelled: set[str] = set()
        """The folders as the files spell them."""
        self._good: set[str] = set()
        """Parts of paths with which there is nothing wrong: thousands of files have the same name."""

    def claim(self, file: File) -> None:
        """Give this path to this file, or raise a PublishError that says why not."""
        why = self._fault(file.path)
        if why:
            raise PublishError(f"{_origin(file)} asks for the path {file.path!r}, {why}")
        key = key_of(file.path)
        here = (file.path, _origin(file))
        folders = list(self._new_folders(file.path))
        for other in (self._files.get(key), self._folders.get(key), *map(self._files.get, folders)):
            if other is not None:
                raise _clash(file, other)
        self._files[key] = here
        for name in folders:
            self._folders.setdefault(name, here)

    def _new_folders(self, path: str) -> Iterator[str]:
        """The key of each folder above a path, up to one that another file has: it was looked at then.

        >>> list(Names(reserved="")._new_folders("Topics/trade/index.html"))
        ['topics/trade', 'topics']
        """
        while (path := path.rpartition("/")[0]) and path not in self._spelled:
            self._spelled.add(path)
            yield key_of(path)

    def _fault(self, path: str) -> str | None:
        """What is wrong with a path, as the end of a sentence; None where it is good."""
        if not path:
            return "which is empty"
        if path.startswith("/"):
            return "which is not relative"
        odd = () if path.isprintable() else path  # nearly all paths are plain, and there are thousands
        if "\\" in path or any(unicodedata.category(character) in ("Cc", "Cs") for character in odd):
            return "which holds a backslash or a control character"
        for part in path.split("/"):
            if part not in self._good:
                if why := _fault_of_part(part):
                    return why
                self._good.add(part)
        return None


def _fault_of_part(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "which leaves its folder or has an empty part"
    if part.partition(".")[0].lower() in DEVICES:
        return "of which a part is the name of a device on Windows"
    if len(part.encode()) > LONGEST_NAME:
        return f"of which a part is longer than {LONGEST_NAME} bytes"
    return None


def key_of(path: str) -> str:
    """One key for all spellings that a file system without case, or with its own Unicode form, takes for one."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _origin(file: File) -> str:
    return file.origin or file.path


def _clash(file: File, other: tuple[str, str]) -> PublishError:
    path, origin = other
    if path == file.path:
        return PublishError(
            f"two outputs want the path {path}: {origin} and {_origin(file)}", mend="rename one of them"
        )
    return PublishError(
        f"two outputs cannot stand side by side: {path} from {origin} and {file.path} from {_origin(file)}",
        mend="rename one of them",
    )
