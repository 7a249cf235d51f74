"""A path and words come in, a file goes out, or one that somebody touched: what tests of single rooms share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sco_digest.errors import PublishError
from sco_digest.model import OutputFile
from tests.published import publish

if TYPE_CHECKING:
    from pathlib import Path


def write(file: Path, text: str = "Orm") -> Path:
    """A file with these words, and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def later(file: Path) -> None:
    """Let a file be of another time."""
    os.utime(file, ns=(1, 1))


def refusal(output: Path, *outputs: OutputFile, **wishes: bool | tuple[Path, ...]) -> str:
    """The line that says why these files are not published."""
    with pytest.raises(PublishError) as caught:
        publish(outputs, output, **wishes)
    return str(caught.value)


def page(path: str, text: str = "1", origin: str = "") -> OutputFile:
    """A page of the site."""
    return OutputFile(path, text.encode(), origin)
