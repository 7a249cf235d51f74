"""A folder comes in, every file below it goes out, by name; what could change or be missed unseen stops the build."""

from __future__ import annotations

import os
from pathlib import Path

from sco_digest.errors import TemplateError, in_utf8

MEND = "copy the folder to this place instead"
ASSETS = frozenset({".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2"})
"""Files beside the templates that are published as they are."""
TEMPLATES = frozenset({".html", ".txt", ".po"})
"""What pages are filled from, and the words of the interface."""
KNOWN = ASSETS | TEMPLATES


def files_below(folder: Path) -> list[Path]:
    """All files of a folder of templates and of the folders in it.

    A TemplateError where one cannot be listed, is a link, behind which nobody looks, has a name that is not UTF-8, or
    is no file although it is called like a part of a theme.
    """
    found: list[Path] = []
    for top, folders, names in os.walk(folder, onerror=_stop):
        for name in (*folders, *names):
            if in_utf8(name) != name:
                raise TemplateError("the name is not UTF-8", path=in_utf8(Path(top, name)), mend="rename it")
        for inner in folders:
            if Path(top, inner).is_symlink():
                raise TemplateError("a link to a folder is not followed", path=str(Path(top, inner)), mend=MEND)
        found += (Path(top, name) for name in names)
        if not any(part.startswith(".") for part in Path(top).relative_to(folder).parts):
            _refuse_odd(Path(top), folders, names)
    return sorted(file for file in found if file.is_file())


def bytes_of(file: Path) -> bytes:
    """What is in one of them; a TemplateError where the system does not give it."""
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise TemplateError(message, path=str(file), mend="look at its permissions, and at the disk") from error


def _refuse_odd(top: Path, folders: list[str], names: list[str]) -> None:
    """Raise where a part of a theme is no file; what an editor left and a folder such as `chart.js` are none."""
    parts = [name for name in names if Path(name).suffix in KNOWN and not name.startswith(".")]
    parts += [name for name in folders if Path(name).suffix in TEMPLATES and not name.startswith(".")]
    odd = [top / name for name in parts if not (top / name).is_file()]
    if odd:
        raise TemplateError("not a file, or a link to none", path=str(min(odd)), mend="put a file in its place")


def unlisted(error: OSError) -> TemplateError:
    """What to say of a folder in which the system lets nobody look."""
    return TemplateError(
        f"cannot be listed: {error.strerror}", path=str(error.filename), mend="look at its permissions"
    )


def _stop(error: OSError) -> None:
    raise unlisted(error) from error
