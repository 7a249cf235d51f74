"""Files and a folder come in; the folder is taken and holds them: publishing as a build does it, and by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sco_digest.publish import taken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sco_digest.model import Extent, OutputFile, Published, UnchangedFile


def publish(
    files: Iterable[OutputFile | UnchangedFile],
    output: Path,
    *,
    inputs: tuple[Path, ...] = (),
    force: bool = False,
    spare: bool = False,
    extent: Extent | None = None,
) -> Published:
    """What came of it; PublishError where the folder may not be replaced."""
    with taken(output, inputs=inputs, force=force) as folder:
        return folder.publish(lambda _: files, spare=spare, extent=extent)
