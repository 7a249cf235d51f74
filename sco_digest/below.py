"""A folder comes in, every file below it goes out, by name; what could change or be missed unseen stops the build."""

from __future__ import annotations

import os
from pathlib import Path

from sco_digest.errors import TemplateError, in_utf8

MEND = "copy the folder to this place instead"


def files_below(folder: Path) -> list[Path]:
    """All files of a folder of templates and of the folders in it.

    A TemplateError where one cannot be listed, is a link, behind which nobody looks, or has a name that is not UTF-8.
    """
    found: list[Path] = []
    for top, folders, names in os.walk(folder, onerror=_unlisted):
        for name in (*folders, *names):
            if in_utf8(name) != name:
                raise TemplateError("the name is not UTF-8", path=in_utf8(Path(top, name)), mend="rename it")
        for inner in folders:
            if Path(top, inner).is_symlink():
                raise TemplateError("a link to a folder is not followed", path=str(Path(top, inner)), mend=MEND)
        found += (Path(top, name) for name in names)
    return sorted(file for file in found if file.is_file())


def _unlisted(error: OSError) -> None:
    message = f"cannot be listed: {error.strerror}"
    raise TemplateError(message, path=str(error.filename), mend="look at its permissions") from error
