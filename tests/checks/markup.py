"""Pages come in; what html-validate finds wrong with them goes out."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.checks import node
from tests.checks.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.checks.subject import Subject

CONFIG = node.HERE / "htmlvalidate.mjs"


def valid_html(subject: Subject) -> Outcome:
    """Every page of the site."""
    paths = sorted(subject.kinds)
    return Outcome("html-validate", len(paths), tuple(faults(subject.folder, paths)))


def faults(folder: Path, paths: Sequence[str]) -> Iterator[str]:
    """Whatever is wrong with these pages of the folder, in as many processes as there are cores."""
    parts = os.cpu_count() or 1
    with ThreadPoolExecutor(parts) as threads:
        for found in threads.map(lambda part: list(_validated(folder, paths[part::parts])), range(parts)):
            yield from found


def _validated(folder: Path, paths: Sequence[str]) -> Iterator[str]:
    if not paths:
        return
    files = [str(folder / path) for path in paths]
    for report in node.json("html-validate", ["--config", str(CONFIG), "--formatter", "json", *files]):
        page = Path(report["filePath"]).relative_to(folder).as_posix()
        for message in report["messages"]:
            yield f"{page}:{message['line']}: {message['message']} ({message['ruleId']})"
