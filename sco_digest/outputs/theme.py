"""Folders of templates come in; the files beside the templates go out, and the template that is no text."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sco_digest.below import ASSETS, bytes_of, files_below
from sco_digest.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def assets(folder: Path) -> Iterator[Path]:
    """The files that go to the browser."""
    root = folder.resolve()
    for file in files_below(folder):
        if file.suffix in ASSETS:
            if not file.resolve().is_relative_to(root):
                message = "a link out of the folder of templates is not published"
                raise TemplateError(message, path=str(file), mend="copy the file to this place instead")
            yield file


def not_utf8(folders: Iterable[Path]) -> TemplateError | None:
    """The first template that is no text in UTF-8."""
    for file in chain.from_iterable(map(files_below, folders)):
        if file.suffix in {".html", ".txt"}:
            try:
                bytes_of(file).decode()
            except UnicodeDecodeError as error:
                line = error.object.count(b"\n", 0, error.start) + 1
                return TemplateError("the template is not UTF-8", path=str(file), line=line, mend="save it as UTF-8")
    return None
